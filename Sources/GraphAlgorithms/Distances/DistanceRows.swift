internal import GraphCore

/// The distances from several nodes to all others, a row for each.
final class DistanceRows: @unchecked Sendable {
  private let outgoing: ArcPointers
  private let incoming: ArcPointers
  /// The nodes that rows are for, each once.
  private var sources: [Int] = []
  /// For each node asked for, the place among these.
  private var places: [Int] = []
  /// The rows, each written by one thread.
  private let rows: UnsafeMutablePointer<[Double]>

  /// How many sources it takes to search from all at once.
  private static let leastBatch = 4
  /// How far the farthest node may be for that to pay.
  ///
  /// In longer searches, few sources have their levels at the same time.
  private static let mostLevels = 16

  init(_ outgoing: ArcPointers, _ incoming: ArcPointers, _ starts: [Int]) {
    self.outgoing = outgoing
    self.incoming = incoming
    var known: [Int: Int] = [:]
    for start in starts {
      if let place = known[start] {
        places.append(place)
        continue
      }
      known[start] = sources.count
      places.append(sources.count)
      sources.append(start)
    }
    rows = UnsafeMutablePointer<[Double]>.allocate(capacity: max(1, sources.count))
    rows.initialize(repeating: [], count: sources.count)
  }

  deinit {
    rows.deinitialize(count: sources.count)
    rows.deallocate()
  }

  /// The rows in the order in which they were asked for.
  var all: [[Double]] { places.map { rows[$0] } }

  /// Searches along arcs with lengths, from one source after the other.
  func fillByLength(_ execution: Execution) throws(AlgorithmError) {
    var roads = BucketSearch.Roads(outgoing)
    if sources.count > 16 { roads.probe() }
    let count = max(1, min(execution.threads, sources.count))
    let searches = Shared((0..<count).map { _ in BucketSearch(roads) })
    try execution.run(jobs: sources.count) { thread, job, shouldStop in
      searches.value[thread].run(from: sources[job], shouldStop: shouldStop)
      rows[job] = searches.value[thread].distances.array
    }
  }

  /// Searches along arcs of one step each.
  func fillByLevel(_ execution: Execution) throws(AlgorithmError) {
    guard let source = sources.first else { return }
    try execution.checkCancellation()
    let search = LevelSearch(outgoing, incoming)
    search.run(from: source)
    rows[0] = search.distances
    let rest = 1..<sources.count
    let count = max(1, min(execution.threads, rest.count))
    if rest.count >= Self.leastBatch && search.lastLevel <= Self.mostLevels {
      let width = min(UInt64.width, (rest.count + count - 1) / count)
      let starts = Array(stride(from: 1, to: sources.count, by: width))
      let searches = Shared((0..<count).map { _ in BatchSearch(outgoing, incoming, width: width) })
      try execution.run(jobs: starts.count) { thread, job, shouldStop in
        let batch = starts[job]..<min(sources.count, starts[job] + width)
        let search = searches.value[thread]
        if search.run(from: sources[batch], shouldStop: shouldStop) {
          for (lane, place) in batch.enumerated() { rows[place] = search.distances(lane) }
        } else {
          let search = LevelSearch(outgoing, incoming)
          for place in batch where !shouldStop() {
            search.run(from: sources[place])
            rows[place] = search.distances
          }
        }
      }
    } else {
      let searches = Shared(
        [search] + (1..<count).map { _ in LevelSearch(outgoing, incoming) })
      try execution.run(jobs: rest.count) { thread, job in
        searches.value[thread].run(from: sources[job + 1])
        rows[job + 1] = searches.value[thread].distances
      }
    }
  }
}

/// Searches from up to 64 nodes at once for the distances of all nodes.
private final class BatchSearch {
  private var search: WideSearch<UInt64>
  private let nodeCount: Int
  /// The levels of each node side by side, eight in a number.
  ///
  /// 0 stands for the source itself and for what it does not reach.
  private let levels: Buffer<UInt64>
  private let stride: Int
  private var sources: [UInt32] = []
  /// For each byte, the eight bytes of which those are full whose bits are set in it.
  private let masks: Buffer<UInt64>

  init(_ outgoing: ArcPointers, _ incoming: ArcPointers, width: Int) {
    search = WideSearch(outgoing, incoming)
    nodeCount = outgoing.nodeCount
    stride = (width + 7) / 8
    levels = Buffer(uninitialized: stride * nodeCount)
    masks = Buffer(repeating: 0, count: 256)
    for byte in 0..<256 {
      for bit in 0..<8 where byte >> bit & 1 != 0 {
        masks[byte] |= (UInt64(0xFF) << UInt64(8 * bit)).littleEndian
      }
    }
  }

  /// Searches, if no node is too far away to be told in a byte.
  ///
  /// - Parameters:
  ///   - sources: The nodes.
  ///   - shouldStop: Says whether the run was called off.
  /// - Returns: Whether none is; only then are the distances right.
  func run(from sources: ArraySlice<Int>, shouldStop: () -> Bool) -> Bool {
    self.sources = sources.map { UInt32($0) }
    let (levels, stride, masks) = (levels.base, stride, masks.base)
    levels.update(repeating: 0, count: stride * nodeCount)
    var lastLevel = 0
    search.run(
      sources: self.sources, members: 0..<UInt32(nodeCount), shouldStop: shouldStop
    ) { level, node, reached in
      lastLevel = level
      // Eight at a time, since which bits are set cannot be guessed.
      let bytes = UInt64(level & 0xFF) &* 0x0101_0101_0101_0101
      let own = levels + node &* stride
      for place in 0..<stride {
        own[place] |= masks[Int(reached &>> UInt64(8 &* place) & 0xFF)] & bytes
      }
    }
    return lastLevel <= 0xFF
  }

  /// The distances from the source with a place among those of the last run.
  func distances(_ lane: Int) -> [Double] {
    let source = Int(sources[lane])
    let (stride, nodeCount) = (8 * stride, nodeCount)
    return UnsafeRawPointer(levels.base).withMemoryRebound(
      to: UInt8.self, capacity: stride * nodeCount
    ) { levels in
      [Double](unsafeUninitializedCapacity: nodeCount) { distances, initialized in
        for node in 0..<nodeCount {
          let level = levels[node &* stride &+ lane]
          distances[node] = level == 0 ? .infinity : Double(level)
        }
        distances[source] = 0
        initialized = nodeCount
      }
    }
  }
}
