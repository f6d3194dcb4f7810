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
    let roads = BucketSearch.Roads(outgoing)
    let count = max(1, min(execution.threads, sources.count))
    let searches = Shared((0..<count).map { _ in BucketSearch(roads) })
    try execution.run(jobs: sources.count) { thread, job in
      searches.value[thread].run(from: sources[job])
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
      try execution.run(jobs: starts.count) { thread, job in
        let batch = starts[job]..<min(sources.count, starts[job] + width)
        searches.value[thread].run(from: sources[batch]) { lane, distances in
          rows[batch.lowerBound + lane] = distances
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
  /// The levels of all nodes, source by source.
  private let levels: Buffer<Int32>

  init(_ outgoing: ArcPointers, _ incoming: ArcPointers, width: Int) {
    search = WideSearch(outgoing, incoming)
    nodeCount = outgoing.nodeCount
    levels = Buffer(repeating: -1, count: width * outgoing.nodeCount)
  }

  /// Searches, and hands over the distances for each source, with its place among them.
  func run(from sources: ArraySlice<Int>, _ body: (Int, [Double]) -> Void) {
    let (levels, nodeCount) = (levels.base, nodeCount)
    levels.update(repeating: -1, count: sources.count * nodeCount)
    for (lane, source) in sources.enumerated() { levels[lane * nodeCount + source] = 0 }
    search.run(sources: sources.map { UInt32($0) }, members: 0..<UInt32(nodeCount)) {
      node, level, reached in
      var left = reached
      while left != 0 {
        let lane = left.trailingZeroBitCount
        left &= left &- 1
        levels[lane &* nodeCount &+ Int(node)] = Int32(truncatingIfNeeded: level)
      }
    }
    for lane in 0..<sources.count {
      body(lane, LevelSearch.distances(levels + lane * nodeCount, count: nodeCount))
    }
  }
}
