internal import GraphCore

/// A search for the distances from one node along arcs with lengths.
///
/// Nodes wait in buckets of a width that most arcs exceed, in a ring. A node that comes nearer
/// while its bucket is worked through is looked at again. No heap has to be kept in order, and the
/// distances are the same numbers: the least sums over paths (Meyer, Sanders 2003).
///
/// Meyer, Sanders: Δ-stepping, a parallelizable shortest path algorithm. J. Algorithms 49 (2003).
final class BucketSearch {
  /// Arcs with lengths, and the width of buckets that suits them.
  struct Roads {
    let arcs: ArcPointers
    let width: Double
    let bucketCount: Int
    let isUneven: Bool

    init(_ arcs: ArcPointers) {
      self.arcs = arcs
      var longest = 0.0
      var total = 0.0
      for weight in arcs.weights {
        longest = longest < weight ? weight : longest
        total += weight
      }
      let count = Double(max(1, arcs.weights.count))
      let mean = total / count
      let degree = count / Double(max(1, arcs.nodeCount))
      // One bucket more than the longest arc spans, so that the ring never laps itself.
      let spans = min(
        4096, max(4, (degree * longest / max(mean, .leastNormalMagnitude)).rounded(.up)))
      width = max(longest / spans, .leastNormalMagnitude)
      bucketCount = Int(spans) + 2
      // Where few arcs are longer than all others together, nearly all nodes would wait in one
      // bucket, and be looked at again and again. A sum may also be too great for a number.
      isUneven = longest > 4096 * mean || !mean.isFinite
    }
  }

  /// A node that waits, and the next one in its bucket.
  private struct Entry: BitwiseCopyable {
    var distance: Double
    var node: UInt32
    var next: UInt32
  }

  private static let none = UInt32.max

  private let roads: Roads
  /// The distance of each node, infinite while it is not reached.
  let distances: Buffer<Double>
  /// The nodes reached, the source first.
  private let queue: Buffer<UInt32>
  private var reachedCount = 0
  /// The first entry of each bucket.
  private let buckets: Buffer<UInt32>
  private var entries: Buffer<Entry>

  init(_ roads: Roads) {
    self.roads = roads
    distances = Buffer(repeating: .infinity, count: roads.arcs.nodeCount)
    queue = Buffer(repeating: 0, count: roads.arcs.nodeCount)
    buckets = Buffer(repeating: Self.none, count: roads.bucketCount)
    entries = Buffer(
      repeating: Entry(distance: 0, node: 0, next: 0), count: 64 + roads.arcs.nodeCount)
  }

  /// The nodes reached, the source first.
  var reached: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: queue.base, count: reachedCount)
  }

  func run(from source: Int) {
    for node in reached { distances[node] = .infinity }
    distances[source] = 0
    queue[0] = UInt32(source)
    reachedCount = 1
    if roads.isUneven {
      runWithHeap(from: source)
    } else {
      runWithBuckets(from: source)
    }
  }

  private func runWithBuckets(from source: Int) {
    let (arcs, scale, count) = (roads.arcs, 1 / roads.width, roads.bucketCount)
    let (distances, queue, buckets) = (distances.base, queue.base, buckets.base)
    let (none, farthest) = (Self.none, Double(count - 1))
    var (entries, capacity) = (self.entries.base, self.entries.count)
    var reachedCount = 1
    // Entries that were used and are free again, and how many were ever used.
    var (free, used) = (none, 1)
    entries[0] = Entry(distance: 0, node: UInt32(source), next: none)
    buckets[0] = 0
    var waiting = 1
    var current = 0
    // Where the current bucket begins. It is counted on rather than computed from distances, whose
    // quotients may exceed every integer.
    var begin = 0.0
    while waiting > 0 {
      // What is put into the bucket meanwhile is the next list.
      while buckets[current] != none {
        var place = buckets[current]
        buckets[current] = none
        while place != none {
          let entry = entries[Int(place)]
          entries[Int(place)].next = free
          free = place
          place = entry.next
          waiting &-= 1
          if entry.distance != distances[Int(entry.node)] { continue }
          for arc in arcs.range(of: Int(entry.node)) {
            let head = Int(arcs.targets[arc])
            let sum = entry.distance + arcs.weights[arc]
            let known = distances[head]
            if sum >= known { continue }
            if known == .infinity {
              queue[reachedCount] = UInt32(head)
              reachedCount &+= 1
            }
            distances[head] = sum
            var bucket = current &+ Int(max(0, min((sum - begin) * scale, farthest)))
            if bucket >= count { bucket &-= count }
            var slot = free
            if slot != none {
              free = entries[Int(slot)].next
            } else {
              if used == capacity {
                grow()
                (entries, capacity) = (self.entries.base, self.entries.count)
              }
              slot = UInt32(used)
              used &+= 1
            }
            entries[Int(slot)] = Entry(
              distance: sum, node: UInt32(head), next: buckets[bucket])
            buckets[bucket] = slot
            waiting &+= 1
          }
        }
      }
      current = current + 1 == count ? 0 : current + 1
      begin += roads.width
    }
    self.reachedCount = reachedCount
  }

  private func grow() {
    let larger = Buffer(
      repeating: Entry(distance: 0, node: 0, next: 0), count: 2 * entries.count)
    larger.base.update(from: entries.base, count: entries.count)
    entries = larger
  }

  private struct Candidate: Comparable {
    let distance: Double
    let node: UInt32

    static func < (left: Candidate, right: Candidate) -> Bool {
      (left.distance, left.node) < (right.distance, right.node)
    }
  }

  private func runWithHeap(from source: Int) {
    let arcs = roads.arcs
    var heap = MinimumHeap<Candidate>()
    heap.insert(Candidate(distance: 0, node: UInt32(source)))
    while let nearest = heap.popMinimum() {
      guard nearest.distance == distances[nearest.node] else { continue }
      for arc in arcs.range(of: Int(nearest.node)) {
        let head = arcs.targets[arc]
        let sum = nearest.distance + arcs.weights[arc]
        if sum >= distances[head] { continue }
        if distances[head] == .infinity {
          queue[reachedCount] = head
          reachedCount += 1
        }
        distances[head] = sum
        heap.insert(Candidate(distance: sum, node: head))
      }
    }
  }
}
