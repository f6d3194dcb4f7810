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
    /// Whether nodes are better kept in order by a heap.
    private(set) var usesHeap: Bool
    /// The length of the longest arc.
    let longest: Double

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
      usesHeap = longest > 4096 * mean || !mean.isFinite
      self.longest = longest
    }

    /// Finds out by a search or two whether nodes wait for their turn alone, as on a long path, or in
    /// small components; then a heap with one node in it is less work than buckets with one each.
    ///
    /// Worth it where many searches follow.
    mutating func probe() {
      // Nodes of more arcs have company.
      guard !usesHeap, arcs.nodeCount > 64, arcs.weights.count < 3 * arcs.nodeCount else { return }
      let search = BucketSearch(self)
      for source in stride(from: 0, to: arcs.nodeCount, by: arcs.nodeCount / 64) {
        search.run(from: source)
        guard search.reachedCount > 64 else { continue }
        usesHeap = search.batchCount > search.reachedCount / 2
        return
      }
      usesHeap = true
    }
  }

  /// A node that waits, with the distance that it was found at.
  private struct Entry: BitwiseCopyable {
    var distance: Double
    var node: UInt32
  }

  private static let none = UInt32.max

  private let roads: Roads
  /// The distance of each node, infinite while it is not reached.
  let distances: Buffer<Double>
  /// The nodes reached, the source first.
  private let queue: Buffer<UInt32>
  private var reachedCount = 0
  /// How many lists of nodes that waited together the last run with buckets went through.
  private var batchCount = 0
  /// For each bucket, the place behind its last entry, 0 if it is empty.
  private let buckets: Buffer<UInt32>
  /// The entries in chunks of sixteen, which are read one after the other, and for each chunk the
  /// one before it in its bucket.
  private var entries: Buffer<Entry>
  private var chunks: Buffer<UInt32>
  private let batch = Buffer(repeating: Entry(distance: 0, node: 0), count: chunkSize)

  /// What the arcs of a chunk's nodes lead to.
  private let candidates: Buffer<Entry>

  private static let chunkSize = 16

  init(_ roads: Roads) {
    self.roads = roads
    let nodeCount = roads.arcs.nodeCount
    distances = Buffer(repeating: .infinity, count: nodeCount)
    // One place more is written to before it is known whether a node is new.
    queue = Buffer(repeating: 0, count: nodeCount + 1)
    candidates = Buffer(uninitialized: roads.arcs.targets.count + 1)
    buckets = Buffer(repeating: 0, count: roads.bucketCount)
    let chunkCount = 64 + nodeCount / Self.chunkSize
    entries = Buffer(repeating: Entry(distance: 0, node: 0), count: chunkCount * Self.chunkSize)
    chunks = Buffer(repeating: Self.none, count: chunkCount)
  }

  /// The nodes reached, the source first.
  var reached: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: queue.base, count: reachedCount)
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - source: Where to start.
  ///   - shouldStop: Says whether the run was called off.
  /// - Returns: Whether it came to the end; else what is found means nothing, and this can't search
  ///   again.
  @discardableResult
  func run(from source: Int, shouldStop: () -> Bool = { false }) -> Bool {
    if reachedCount > distances.count / 4 {
      distances.fill(.infinity)
    } else {
      for node in reached { distances[node] = .infinity }
    }
    distances[source] = 0
    queue[0] = UInt32(source)
    reachedCount = 1
    if roads.usesHeap {
      return runWithHeap(from: source, shouldStop)
    } else {
      return runWithBuckets(from: source, shouldStop)
    }
  }

  private func runWithBuckets(from source: Int, _ shouldStop: () -> Bool) -> Bool {
    let (arcs, scale, count) = (roads.arcs, 1 / roads.width, roads.bucketCount)
    let (distances, queue, buckets) = (distances.base, queue.base, buckets.base)
    let (none, size, farthest) = (Self.none, Self.chunkSize, Double(count - 1))
    let (batch, candidates) = (batch.base, candidates.base)
    var (entries, chunks, capacity) = (self.entries.base, self.chunks.base, self.chunks.count)
    var reachedCount = 1
    // Chunks that were used and are free again, and how many were ever used.
    var (free, used) = (none, 1)
    entries[0] = Entry(distance: 0, node: UInt32(source))
    chunks[0] = none
    buckets[0] = 1
    var waiting = 1
    var current = 0
    // Where the current bucket begins. It is counted on rather than computed from distances, whose
    // quotients may exceed every integer.
    var begin = 0.0
    var turns = 0
    var batchCount = 0
    while waiting > 0 {
      // What is put into the bucket meanwhile is the next list.
      while buckets[current] != 0 {
        batchCount &+= 1
        var top = Int(buckets[current])
        buckets[current] = 0
        while top != 0 {
          // A chunk is copied and its nodes are looked at one by one before anything depends on
          // one: memory is then read for many at once.
          turns &+= 1
          if turns % (1 << 12) == 0 && shouldStop() { return false }
          let chunk = (top &- 1) / size
          var fresh = 0
          for slot in (chunk &* size)..<top {
            let entry = entries[slot]
            batch[fresh] = entry
            let distance = distances[Int(entry.node)]
            fresh &+= entry.distance.bitPattern == distance.bitPattern ? 1 : 0
          }
          waiting &-= top &- chunk &* size
          let before = chunks[chunk]
          top = before == none ? 0 : (Int(before) &+ 1) &* size
          chunks[chunk] = free
          free = UInt32(truncatingIfNeeded: chunk)
          // Without a branch, for whether an arc makes a node nearer cannot be guessed: numbers
          // from 0 up are in the order of their bits.
          var nearer = 0
          for place in 0..<fresh {
            let entry = batch[place]
            for arc in arcs.range(of: Int(entry.node)) {
              let head = arcs.targets[arc]
              let sum = entry.distance + arcs.weights[arc]
              candidates[nearer] = Entry(distance: sum, node: head)
              let gain = sum.bitPattern &- distances[Int(head)].bitPattern
              nearer &+= Int(truncatingIfNeeded: gain &>> 63)
            }
          }
          for place in 0..<nearer {
            let candidate = candidates[place]
            let head = Int(candidate.node)
            let sum = candidate.distance
            let known = distances[head]
            if sum >= known { continue }
            queue[reachedCount] = candidate.node
            reachedCount &+= known.bitPattern == Double.infinity.bitPattern ? 1 : 0
            distances[head] = sum
            var bucket = current &+ Int(max(0, min((sum - begin) * scale, farthest)))
            bucket &-= bucket >= count ? count : 0
            var slot = Int(buckets[bucket])
            if slot % size == 0 {
              var chunk = free
              if chunk != none {
                free = chunks[Int(chunk)]
              } else {
                if used == capacity {
                  grow()
                  (entries, chunks) = (self.entries.base, self.chunks.base)
                  capacity = self.chunks.count
                }
                chunk = UInt32(truncatingIfNeeded: used)
                used &+= 1
              }
              chunks[Int(chunk)] = slot == 0 ? none : UInt32(truncatingIfNeeded: slot / size &- 1)
              slot = Int(chunk) &* size
            }
            entries[slot] = candidate
            buckets[bucket] = UInt32(truncatingIfNeeded: slot &+ 1)
            waiting &+= 1
          }
        }
      }
      current = current + 1 == count ? 0 : current + 1
      begin += roads.width
    }
    self.reachedCount = reachedCount
    self.batchCount = batchCount
    return true
  }

  private func grow() {
    let entries = Buffer(
      repeating: Entry(distance: 0, node: 0), count: 2 * self.entries.count)
    entries.base.update(from: self.entries.base, count: self.entries.count)
    self.entries = entries
    let chunks = Buffer(repeating: Self.none, count: 2 * self.chunks.count)
    chunks.base.update(from: self.chunks.base, count: self.chunks.count)
    self.chunks = chunks
  }

  private struct Candidate: Comparable {
    let distance: Double
    let node: UInt32

    static func < (left: Candidate, right: Candidate) -> Bool {
      (left.distance, left.node) < (right.distance, right.node)
    }
  }

  private func runWithHeap(from source: Int, _ shouldStop: () -> Bool) -> Bool {
    let (arcs, distances, queue) = (roads.arcs, distances.base, queue.base)
    var reachedCount = 1
    var heap = MinimumHeap<Candidate>()
    // The nearest of what was found last is kept out of the heap: on a path it is the next.
    var last: Candidate? = Candidate(distance: 0, node: UInt32(source))
    var turns = 0
    while true {
      let nearest: Candidate
      if let found = last, heap.minimum.map({ found < $0 }) ?? true {
        nearest = found
        last = nil
      } else if let least = heap.popMinimum() {
        nearest = least
      } else {
        break
      }
      turns &+= 1
      if turns % (1 << 15) == 0 && shouldStop() { return false }
      guard nearest.distance == distances[Int(nearest.node)] else { continue }
      for arc in arcs.range(of: Int(nearest.node)) {
        let head = arcs.targets[arc]
        let sum = nearest.distance + arcs.weights[arc]
        let known = distances[Int(head)]
        if sum >= known { continue }
        queue[reachedCount] = head
        reachedCount &+= known == .infinity ? 1 : 0
        distances[Int(head)] = sum
        var candidate = Candidate(distance: sum, node: head)
        if let found = last {
          if candidate < found { (last, candidate) = (candidate, found) }
          heap.insert(candidate)
        } else {
          last = candidate
        }
      }
    }
    self.reachedCount = reachedCount
    return true
  }
}
