internal import GraphCore

/// What the distances from each node to those that it reaches come to.
final class DistanceSums {
  /// The sum of the distances, in units of 1 / ``unit``.
  let totals: Buffer<Double>
  /// The sum of their inverses.
  let inverses: Buffer<Double>
  /// The greatest of them.
  let farthest: Buffer<Double>
  /// How many other nodes are reached.
  let reached: Buffer<Int>
  /// How many ordered pairs are each number of steps apart; not counted with distances.
  private(set) var histogram: [Int] = [0]
  /// With distances, how many pairs are about how far apart, if it was asked for: unordered ones in
  /// an undirected graph, counted from the node with the lower number.
  private(set) var classes: [DistanceSummary.Class] = []
  /// What distances are multiplied with before they are added up: 1, but a power of two far below
  /// where the sum might be too great for a number.
  private(set) var unit = 1.0

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
  ///   - countsClasses: Whether to count pairs by their distance in a graph with distances, too.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  convenience init(
    _ graph: FrozenGraph, _ direction: Direction, _ execution: Execution,
    countsClasses: Bool = false
  ) throws(AlgorithmError) {
    self.init(nodeCount: graph.nodeCount)
    if graph.weightRole == .distance {
      let isDirected = graph.isDirected && direction != .either
      try addSearches(
        graph.arcs(direction), execution,
        counting: countsClasses ? isDirected ? .ordered : .unordered : nil)
    } else {
      try addLevels(graph, WideBatches(graph, against: direction, execution), execution)
    }
  }

  /// Measures how far the farthest nodes are from some nodes of an undirected graph.
  ///
  /// Only the greatest value of ``farthest`` means something: it is the greatest distance of any node
  /// from one of those given.
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
    let batches = try WideBatches(graph, against: .outgoing, sources: sources, execution)
    try addLevels(graph, batches, execution)
  }

  /// Which pairs are counted by their distance.
  private enum Pairs {
    case ordered
    case unordered
  }

  /// One search for each node.
  private func addSearches(
    _ arcs: Arcs, _ execution: Execution, counting pairs: Pairs?
  ) throws(AlgorithmError) {
    let threads = max(1, min(execution.threads, arcs.offsets.count - 1))
    let counters = (0..<(pairs == nil ? 0 : threads)).map { _ in DistanceCounter() }
    try arcs.withPointers { (arcs) throws(AlgorithmError) in
      var roads = BucketSearch.Roads(arcs)
      roads.probe()
      // No distance is longer than all nodes' longest arcs, and no more are added than pairs.
      if roads.longest > 0x1p900 { unit = 0x1p-100 }
      let searches = (0..<threads).map { _ in BucketSearch(roads) }
      // Each source writes to places of its own.
      let shared = Shared((searches, counters, self))
      try execution.run(jobs: arcs.nodeCount) { thread, source, shouldStop in
        let (searches, counters, sums) = shared.value
        guard searches[thread].run(from: source, shouldStop: shouldStop) else { return }
        sums.addSearch(from: source, by: searches[thread])
        if let pairs {
          counters[thread].add(searches[thread], from: source, isOrdered: pairs == .ordered)
        }
      }
    }
    classes = DistanceCounter.total(counters)
  }

  /// Adds what a search has found from its source.
  private func addSearch(from source: Int, by search: BucketSearch) {
    let unit = unit
    var (total, inverse, far) = (0.0, 0.0, 0.0)
    for node in search.reached.dropFirst() {
      let distance = search.distances[node]
      total += distance * unit
      inverse += 1 / distance
      far = max(far, distance)
    }
    totals[source] = total
    inverses[source] = inverse
    farthest[source] = far
    reached[source] = search.reached.count - 1
  }

  /// Searches from up to 512 nodes at once, or from one by one where that is less work.
  ///
  /// Searches from many go against the edges: each node then sees on every level how many others it
  /// reaches at that distance, which is one count of bits.
  private func addLevels(
    _ graph: FrozenGraph, _ batches: WideBatches, _ execution: Execution
  ) throws(AlgorithmError) {
    let wide = batches.graph
    let arcs = wide.arcsOfMembers
    let threads = try arcs.outgoing.withPointers { (outgoing) throws(AlgorithmError) in
      try arcs.incoming.withPointers { (incoming) throws(AlgorithmError) in
        let threads = (0..<max(1, min(execution.threads, batches.jobs.count))).map { _ in
          LevelThread(outgoing, incoming, wide)
        }
        let shared = Shared((batches.jobs, threads))
        try execution.run(jobs: batches.jobs.count) { thread, job, shouldStop in
          let (jobs, threads) = shared.value
          threads[thread].run(jobs[job], shouldStop: shouldStop)
        }
        return threads
      }
    }
    var sums = [SIMD4<Double>](repeating: SIMD4(repeating: 0), count: wide.nodes.count)
    for thread in threads {
      for (number, node) in wide.nodes.enumerated() {
        sums[number] += thread.sums[number]
        farthest[node] = max(farthest[node], Double(thread.farthest[number]))
      }
      for level in 0...graph.nodeCount where thread.pairs[level] > 0 {
        while histogram.count <= level { histogram.append(0) }
        histogram[level] += thread.pairs[level]
      }
    }
    for component in wide.components {
      for leaf in component.leaves {
        let neighbor = Int(wide.outgoing.targets[Int(wide.outgoing.offsets[leaf])])
        let sum = sums[neighbor]
        // The neighbor has the leaf, 1 step away, where the leaf has the neighbor.
        sums[leaf] = SIMD4(sum[0], sum[1] + sum[0] - 1, sum[3] + 0.5, 0)
        farthest[wide.nodes[leaf]] = sum[0] > 1 ? farthest[wide.nodes[neighbor]] + 1 : 1
        histogram[1] += 1
        histogram[2] -= 1
      }
      for number in component.members.lowerBound..<component.leaves.upperBound {
        let node = wide.nodes[number]
        reached[node] = Int(sums[number][0])
        totals[node] = sums[number][1]
        inverses[node] = sums[number][2]
      }
    }
    while histogram.count > 1 && histogram.last == 0 { histogram.removeLast() }
  }
}
