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
      try addLevels(graph, WideBatches(graph, against: direction), execution)
    }
  }

  /// Measures the distances to some nodes, and so from these in an undirected graph.
  ///
  /// The sums are over the given nodes only, but for each node that has a path to one of them.
  ///
  /// - Parameters:
  ///   - graph: An undirected graph, its edges one step each.
  ///   - execution: On how many threads, and who watches.
  ///   - sources: The numbers of nodes of one component, all different.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  convenience init(
    _ graph: FrozenGraph, _ execution: Execution, sources: [UInt32]
  ) throws(AlgorithmError) {
    self.init(nodeCount: graph.nodeCount)
    try addLevels(graph, WideBatches(graph, against: .outgoing, sources: sources), execution)
  }

  /// One search for each node.
  private func addSearches(
    _ graph: FrozenGraph, _ arcs: Arcs, _ execution: Execution
  ) throws(AlgorithmError) {
    let threads = max(1, min(execution.threads, graph.nodeCount))
    try arcs.withPointers { (arcs) throws(AlgorithmError) in
      let roads = BucketSearch.Roads(arcs)
      let searches = (0..<threads).map { _ in BucketSearch(roads) }
      // Each source writes to places of its own.
      let shared = Shared((searches, self))
      try execution.run(jobs: arcs.nodeCount) { thread, source in
        let (searches, sums) = shared.value
        sums.addSearch(from: source, by: searches[thread])
      }
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
    _ graph: FrozenGraph, _ batches: WideBatches, _ execution: Execution
  ) throws(AlgorithmError) {
    let threads = try batches.graph.outgoing.withPointers { (outgoing) throws(AlgorithmError) in
      try batches.graph.incoming.withPointers { (incoming) throws(AlgorithmError) in
        let threads = (0..<max(1, min(execution.threads, batches.jobs.count))).map { _ in
          LevelThread(outgoing, incoming)
        }
        let shared = Shared((batches.jobs, threads))
        try execution.run(jobs: batches.jobs.count) { thread, job in
          let (jobs, threads) = shared.value
          threads[thread].run(sources: jobs[job].sources, members: jobs[job].members)
        }
        return threads
      }
    }
    for thread in threads {
      for (number, node) in batches.graph.nodes.enumerated() {
        let sums = thread.sums[number]
        reached[node] += Int(sums[0])
        totals[node] += sums[1]
        inverses[node] += sums[2]
        farthest[node] = max(farthest[node], Double(thread.farthest[number]))
      }
      for level in 0..<graph.nodeCount where thread.pairs[level] > 0 {
        while histogram.count <= level { histogram.append(0) }
        histogram[level] += thread.pairs[level]
      }
    }
  }
}

/// A graph and the batches of sources to search from.
private struct WideBatches {
  let graph: WideGraph
  private(set) var jobs: [(sources: ArraySlice<UInt32>, members: ArraySlice<UInt32>)] = []

  init(_ graph: FrozenGraph, against direction: Direction, sources wanted: [UInt32]? = nil) {
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
    var isWanted = [Bool](repeating: false, count: wanted == nil ? 0 : numbers.count)
    for node in wanted ?? [] { isWanted[Int(node)] = true }
    for (start, end) in zip(self.graph.components, self.graph.components.dropFirst())
    where end - start > 1 {
      var sources = self.graph.sourcesByNearness(of: numbers[start..<end])
      if !isWanted.isEmpty { sources.removeAll { !isWanted[Int(self.graph.nodes[Int($0)])] } }
      for first in stride(from: 0, to: sources.count, by: SIMD8<UInt64>.width) {
        let batch = sources[first..<min(sources.count, first + SIMD8<UInt64>.width)]
        jobs.append((batch, numbers[start..<end]))
      }
    }
  }
}

/// The sums of one thread.
private final class LevelThread {
  private var search: WideSearch<SIMD8<UInt64>>
  /// For each node, how many others it reaches, the sum of the distances, and that of their inverses.
  let sums: Buffer<SIMD4<Double>>
  let farthest: Buffer<UInt32>
  /// How many pairs are each number of steps apart.
  let pairs: Buffer<Int>

  init(_ outgoing: ArcPointers, _ incoming: ArcPointers) {
    search = WideSearch(outgoing, incoming)
    sums = Buffer(repeating: SIMD4(repeating: 0), count: outgoing.nodeCount)
    farthest = Buffer(repeating: 0, count: outgoing.nodeCount)
    pairs = Buffer(repeating: 0, count: outgoing.nodeCount + 1)
  }

  func run(sources: ArraySlice<UInt32>, members: ArraySlice<UInt32>) {
    let (sums, farthest, pairs) = (sums.base, farthest.base, pairs.base)
    search.run(sources: sources, members: members) { node, level, reached in
      let count = Self.bitCount(reached)
      let steps = Double(level)
      sums[Int(node)] += SIMD4(1, steps, 1 / steps, 0) * Double(count)
      farthest[Int(node)] = max(farthest[Int(node)], UInt32(truncatingIfNeeded: level))
      pairs[level] &+= count
    }
  }

  /// How many of the 512 bits are set.
  ///
  /// Counted for all eight numbers at once: the processors that a package is built for by default
  /// have no instruction for it.
  @inline(__always)
  private static func bitCount(_ word: SIMD8<UInt64>) -> Int {
    typealias Word = SIMD8<UInt64>
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
