internal import GraphCore

/// A search for the distances from one node along arcs with lengths.
///
/// Nodes wait in buckets of a width that most arcs exceed, in a ring, first in, first out. A node
/// that comes nearer while its bucket is worked through is looked at again. No heap has to
/// be kept in order, and the distances are the same numbers: the least sums
/// over paths (Meyer, Sanders 2003).
///
/// Meyer, Sanders: Δ-stepping, a parallelizable shortest path algorithm. J. Algorithms 49 (2003).
final class BucketSearch {
  /// Arcs at a fixed place in memory, and the width of buckets that suits them.
  final class Roads {
    let nodeCount: Int
    let offsets: Buffer<UInt32>
    let targets: Buffer<UInt32>
    let weights: Buffer<Double>
    let width: Double
    let bucketCount: Int
    let isUneven: Bool

    init(_ arcs: Arcs) {
      nodeCount = arcs.offsets.count - 1
      offsets = Buffer(arcs.offsets)
      targets = Buffer(arcs.targets)
      weights = Buffer(arcs.weights)
      let longest = arcs.weights.max() ?? 0
      let mean = arcs.weights.reduce(0) { $0 + $1 / Double(arcs.count) }
      let degree = Double(max(1, arcs.count)) / Double(max(1, nodeCount))
      // One bucket more than the longest arc spans, so that the ring never laps itself.
      let spans = min(
        4096, max(4, (degree * longest / max(mean, .leastNormalMagnitude)).rounded(.up)))
      width = max(longest / spans, .leastNormalMagnitude)
      bucketCount = Int(spans) + 2
      // Where few arcs are longer than all others together, nearly all nodes would wait in one
      // bucket, and be looked at again and again.
      isUneven = longest > 4096 * mean || !mean.isFinite
    }
  }

  private let roads: Roads
  /// The distance of each node, infinite while it is not reached.
  let distances: Buffer<Double>
  /// The distance at which each node's arcs were last followed.
  private let followed: Buffer<Double>
  /// The nodes reached, the source first.
  private(set) var reached: [UInt32] = []
  private var buckets: [[UInt32]]

  init(_ roads: Roads) {
    self.roads = roads
    distances = Buffer(repeating: .infinity, count: roads.nodeCount)
    followed = Buffer(repeating: .infinity, count: roads.nodeCount)
    buckets = [[UInt32]](repeating: [], count: roads.bucketCount)
  }

  func run(from source: Int) {
    for node in reached {
      distances[node] = .infinity
      followed[node] = .infinity
    }
    var reached: [UInt32] = []
    swap(&reached, &self.reached)
    reached.removeAll(keepingCapacity: true)
    defer { swap(&reached, &self.reached) }
    if roads.isUneven {
      runWithHeap(from: source, reached: &reached)
      return
    }
    let roads = roads
    let (distances, followed) = (distances.base, followed.base)
    let (offsets, targets, weights) = (roads.offsets.base, roads.targets.base, roads.weights.base)
    let (scale, count) = (1 / roads.width, roads.bucketCount)
    var buckets: [[UInt32]] = []
    swap(&buckets, &self.buckets)
    distances[source] = 0
    reached.append(UInt32(source))
    buckets[0].append(UInt32(source))
    var waiting = 1
    var current = 0
    // Where the current bucket begins. It is counted on rather than computed from distances, whose
    // quotients may exceed every integer.
    var begin = 0.0
    while waiting > 0 {
      var next = 0
      while next < buckets[current].count {
        let node = Int(buckets[current][next])
        next += 1
        let distance = distances[node]
        if distance >= followed[node] { continue }
        followed[node] = distance
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
          let head = Int(targets[arc])
          let sum = distance + weights[arc]
          if sum >= distances[head] { continue }
          if distances[head] == .infinity { reached.append(UInt32(head)) }
          distances[head] = sum
          let ahead = min(count - 1, max(0, Int(min((sum - begin) * scale, 1e6))))
          var place = current + ahead
          if place >= count { place -= count }
          buckets[place].append(UInt32(head))
          waiting += 1
        }
      }
      waiting -= next
      buckets[current].removeAll(keepingCapacity: true)
      current = current + 1 == count ? 0 : current + 1
      begin += roads.width
    }
    swap(&buckets, &self.buckets)
  }

  private struct Candidate: Comparable {
    let distance: Double
    let node: UInt32

    static func < (left: Candidate, right: Candidate) -> Bool {
      (left.distance, left.node) < (right.distance, right.node)
    }
  }

  private func runWithHeap(from source: Int, reached: inout [UInt32]) {
    var heap = MinimumHeap<Candidate>()
    distances[source] = 0
    reached.append(UInt32(source))
    heap.insert(Candidate(distance: 0, node: UInt32(source)))
    while let nearest = heap.popMinimum() {
      guard nearest.distance == distances[nearest.node] else { continue }
      for arc in Int(roads.offsets[nearest.node])..<Int(roads.offsets[nearest.node + 1]) {
        let head = roads.targets[arc]
        let sum = nearest.distance + roads.weights[arc]
        if sum >= distances[head] { continue }
        if distances[head] == .infinity { reached.append(head) }
        distances[head] = sum
        heap.insert(Candidate(distance: sum, node: head))
      }
    }
  }
}
