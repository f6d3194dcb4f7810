internal import GraphCore

/// What the distances from each node to those that it reaches come to.
final class DistanceSums {
  /// The sum of the distances.
  let totals: Buffer<Double>
  /// The sum of their inverses.
  let inverses: Buffer<Double>
  /// The greatest of them.
  let farthest: Buffer<Double>
  /// How many other nodes are reached.
  let reached: Buffer<Int>
  /// How many ordered pairs are each number of steps apart; not counted with distances.
  private(set) var histogram: [Int] = [0]

  private init(nodeCount: Int) {
    totals = Buffer(repeating: 0, count: nodeCount)
    inverses = Buffer(repeating: 0, count: nodeCount)
    farthest = Buffer(repeating: 0, count: nodeCount)
    reached = Buffer(repeating: 0, count: nodeCount)
  }

  /// Measures the distances of all nodes.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - direction: Which way edges are followed away from the nodes.
  ///   - execution: On how many threads, and who watches.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  convenience init(
    _ graph: FrozenGraph, _ direction: Direction, _ execution: Execution
  ) throws(AlgorithmError) {
    self.init(nodeCount: graph.nodeCount)
    if graph.weightRole == .distance {
      try addSearches(graph, graph.arcs(direction), execution)
    } else {
      try addLevels(graph, direction, execution)
    }
  }

  /// One search for each node.
  private func addSearches(
    _ graph: FrozenGraph, _ arcs: Arcs, _ execution: Execution
  ) throws(AlgorithmError) {
    let threads = max(1, min(execution.threads, graph.nodeCount))
    let roads = BucketSearch.Roads(arcs)
    let searches = (0..<threads).map { _ in BucketSearch(roads) }
    // Each source writes to places of its own.
    let shared = Shared((searches, self))
    try execution.run(jobs: graph.nodeCount) { thread, source in
      let (searches, sums) = shared.value
      sums.addSearch(from: source, by: searches[thread])
    }
  }

  private func addSearch(from source: Int, by search: BucketSearch) {
    search.run(from: source)
    var (total, inverse, far) = (0.0, 0.0, 0.0)
    for node in search.reached.dropFirst() {
      let distance = search.distances[node]
      total += distance
      inverse += 1 / distance
      far = max(far, distance)
    }
    totals[source] = total
    inverses[source] = inverse
    farthest[source] = far
    reached[source] = search.reached.count - 1
  }

  /// Searches from up to 512 nodes at once.
  ///
  /// They go against the edges: each node then sees on every level how many others it reaches at
  /// that distance, which is one count of bits.
  private func addLevels(
    _ graph: FrozenGraph, _ direction: Direction, _ execution: Execution
  ) throws(AlgorithmError) {
    let box = WideBox(graph, against: direction)
    let threads = (0..<max(1, min(execution.threads, box.jobs.count))).map { _ in
      LevelThread(WideSearch(nodeCount: graph.nodeCount), DistanceSums(nodeCount: graph.nodeCount))
    }
    let shared = Shared((box, threads))
    try execution.run(jobs: box.jobs.count) { thread, job in
      let (box, threads) = shared.value
      threads[thread].run(box.graph, sources: box.jobs[job].sources, members: box.jobs[job].members)
    }
    for thread in threads {
      let sums = thread.sums
      for (number, node) in box.graph.nodes.enumerated() {
        totals[node] += sums.totals[number]
        inverses[node] += sums.inverses[number]
        farthest[node] = max(farthest[node], sums.farthest[number])
        reached[node] += sums.reached[number]
      }
      for (level, pairs) in sums.histogram.enumerated() { add(pairs, on: level) }
    }
  }

  fileprivate func add(_ pairs: Int, on level: Int) {
    while histogram.count <= level { histogram.append(0) }
    histogram[level] += pairs
  }
}

/// A graph and the batches of sources to search from.
private final class WideBox {
  let graph: WideGraph
  private(set) var jobs: [(sources: ArraySlice<UInt32>, members: ArraySlice<UInt32>)] = []

  init(_ graph: FrozenGraph, against direction: Direction) {
    switch direction {
    case .outgoing:
      self.graph = WideGraph(graph.incoming, graph.outgoing, isSymmetric: !graph.isDirected)
    case .incoming:
      self.graph = WideGraph(graph.outgoing, graph.incoming, isSymmetric: !graph.isDirected)
    case .either:
      let arcs = graph.undirected.outgoing
      self.graph = WideGraph(arcs, arcs, isSymmetric: true)
    }
    let numbers = self.graph.nodes.indices.map { UInt32($0) }
    for (start, end) in zip(self.graph.components, self.graph.components.dropFirst())
    where end - start > 1 {
      let sources = self.graph.sourcesByNearness(of: numbers[start..<end])
      for first in stride(from: 0, to: sources.count, by: WideSearch.width) {
        let batch = sources[first..<min(sources.count, first + WideSearch.width)]
        jobs.append((batch, numbers[start..<end]))
      }
    }
  }
}

/// The sums of one thread.
private final class LevelThread {
  private var search: WideSearch
  let sums: DistanceSums

  init(_ search: consuming WideSearch, _ sums: DistanceSums) {
    self.search = search
    self.sums = sums
  }

  func run(
    _ graph: borrowing WideGraph, sources: ArraySlice<UInt32>, members: ArraySlice<UInt32>
  ) {
    let sums = sums
    var counts: [Int] = []
    search.run(graph, sources: sources, members: members) { node, level, word in
      let count = Self.bitCount(word)
      let number = Double(count)
      sums.totals[node] += number * Double(level)
      sums.inverses[node] += number / Double(level)
      sums.farthest[node] = max(sums.farthest[node], Double(level))
      sums.reached[node] += count
      while counts.count <= level { counts.append(0) }
      counts[level] += count
    }
    for (level, count) in counts.enumerated() { sums.add(count, on: level) }
  }

  /// How many of the 512 bits are set.
  ///
  /// Counted for all eight numbers at once: the processors that a package is built for by default
  /// have no instruction for it.
  @inline(__always)
  private static func bitCount(_ word: WideSearch.Word) -> Int {
    typealias Word = WideSearch.Word
    var bits = word
    bits = bits &- ((bits &>> 1) & Word(repeating: 0x5555_5555_5555_5555))
    let pairs = Word(repeating: 0x3333_3333_3333_3333)
    bits = (bits & pairs) &+ ((bits &>> 2) & pairs)
    bits = (bits &+ (bits &>> 4)) & Word(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    let half = bits.lowHalf &+ bits.highHalf
    let quarter = half.lowHalf &+ half.highHalf
    let sum = quarter[0] &+ quarter[1]
    let halves = (sum & 0x00FF_00FF_00FF_00FF) &+ ((sum &>> 8) & 0x00FF_00FF_00FF_00FF)
    return Int((halves &* 0x0001_0001_0001_0001) &>> 48)
  }
}
