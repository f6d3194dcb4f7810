internal import GraphCore

extension FrozenGraph {
  /// Betweenness where edges have lengths, as sums over ordered pairs.
  ///
  /// - Parameters:
  ///   - pairs: Where paths start and end.
  ///   - ofEdges: Whether edges are asked for rather than nodes.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: For each node, or each edge, the sum.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  func weightedSums(
    _ pairs: PathEnds, ofEdges: Bool, _ execution: Execution
  ) throws(AlgorithmError) -> [Double] {
    try requirePositiveDistances()
    guard hasSeparateDistances else { return try plainSums(pairs, ofEdges: ofEdges, execution) }
    var sums = [Double](repeating: 0, count: ofEdges ? edgeCount : nodeCount)
    var lengths = [Double](repeating: 0, count: edgeCount)
    // Of the least numbers that there are, a part in 10¹⁰ is none. A power of two changes no digit.
    let unit = (outgoing.weights.max() ?? 1) < 0x1p-500 ? 0x1p500 : 1
    for (edge, weight) in zip(outgoing.edges, outgoing.weights) {
      lengths[Int(edge)] = weight * unit
    }
    var blocks: [BlockGraph] = []
    // To find blocks costs as much as a few searches do.
    if isDirected || pairs.sources.count <= 4 {
      blocks.append(BlockGraph(outgoing, between: pairs))
    } else {
      try forEachBlock(
        pairs, ofEdges: ofEdges, mergesTwins: false, sums: &sums, execution
      ) { blocks.append($0) }
    }
    let works = blocks.map { Double($0.nodeCount) * Double($0.targets.count + 1) }
    let total = works.reduce(0, +)
    var done = 0.0
    for (block, work) in zip(blocks, works) {
      var part = execution
      if let progress = execution.progress {
        part.progress = { [done] in progress((done + $0 * work) / total) }
      }
      done += work
      let results = try blockSums(block, lengths, ofEdges: ofEdges, part)
      for (index, result) in results.enumerated() {
        sums[Int(ofEdges ? block.edges[index] : block.members[index])] += result
      }
    }
    return sums
  }

  /// Whether every edge is so long that no path is as long without it, however sums are rounded.
  private var hasSeparateDistances: Bool {
    let weights = outgoing.weights
    guard let longest = weights.max(), let shortest = weights.min() else { return true }
    return longest * Double(nodeCount) < 1e300 && shortest >= 0x1p-50 * longest * Double(nodeCount)
  }

  private func blockSums(
    _ block: BlockGraph, _ lengths: [Double], ofEdges: Bool, _ execution: Execution
  ) throws(AlgorithmError) -> [Double] {
    let arcs = Arcs(
      offsets: block.offsets, targets: block.targets, edges: block.edges,
      weights: block.edges.map { lengths[Int($0)] })
    return try arcs.withPointers { (arcs) throws(AlgorithmError) in
      var roads = BucketSearch.Roads(arcs)
      let sources = (0..<block.nodeCount).filter { block.sourceLoads[$0] > 0 }
      if sources.count > 16 { roads.probe() }
      let threads = (0..<max(1, min(execution.threads, sources.count))).map { _ in
        DistanceBrandes(block, roads, ofEdges: ofEdges)
      }
      let shared = Shared((threads, sources))
      try execution.run(jobs: sources.count) { thread, job, shouldStop in
        let (threads, sources) = shared.value
        threads[thread].add(from: sources[job], ofEdges: ofEdges, shouldStop: shouldStop)
      }
      return threads.dropFirst().reduce(into: threads[0].sums.array) { sums, thread in
        for index in sums.indices { sums[index] += thread.sums[index] }
      }
    }
  }

  /// The same by one search for each node, whatever the lengths are.
  private func plainSums(
    _ pairs: PathEnds, ofEdges: Bool, _ execution: Execution
  ) throws(AlgorithmError) -> [Double] {
    let sources = pairs.sources
    let count = max(1, min(execution.threads, sources.count))
    var threads: [DependencySums] = []
    for _ in 0..<count {
      threads.append(
        DependencySums(
          try PathCounting(self, along: outgoing), self, ends: pairs.ends, ofEdges: ofEdges))
    }
    let shared = Shared(threads)
    try execution.run(jobs: sources.count) { thread, job in
      shared.value[thread].add(from: sources[job])
    }
    return threads.dropFirst().reduce(into: threads[0].sums) { sums, thread in
      for index in sums.indices {
        sums[index] += thread.sums[index]
      }
    }
  }
}

/// The sums of one thread over sources.
///
/// The dependency of s on v is the sum over all targets t of the part of the shortest paths from s
/// to t that passes through v (Brandes 2001).
private final class DependencySums {
  private(set) var sums: [Double]
  private var paths: PathCounting
  private var dependencies: [Double]
  private let edges: [UInt32]
  private let ends: [Double]
  private let ofEdges: Bool

  init(_ paths: PathCounting, _ graph: FrozenGraph, ends: [Double], ofEdges: Bool) {
    self.paths = paths
    self.ends = ends
    self.ofEdges = ofEdges
    edges = graph.outgoing.edges
    sums = [Double](repeating: 0, count: ofEdges ? graph.edgeCount : graph.nodeCount)
    dependencies = [Double](repeating: 0, count: graph.nodeCount)
  }

  func add(from source: Int) {
    paths.run(from: source)
    let (counts, tightArcs) = (paths.counts, paths.tightArcs)
    let (edges, ends, ofEdges) = (edges, ends, ofEdges)
    // Local arrays, so that the loop need not ask each time whether they are shared.
    var (sums, dependencies): ([Double], [Double]) = ([], [])
    swap(&sums, &self.sums)
    swap(&dependencies, &self.dependencies)
    for node in paths.order.reversed() {
      var dependency = 0.0
      let count = counts[Int(node)]
      tightArcs.forEach(from: Int(node)) { arc, head in
        // No number where there are too many paths for one, as in `LaneBrandes`.
        let part = count / counts[head] * (ends[head] + dependencies[head]) + counts[head] * 0
        dependency += part
        if ofEdges { sums[Int(edges[arc])] += part }
      }
      dependencies[Int(node)] = dependency
      if !ofEdges && Int(node) != source { sums[Int(node)] += dependency }
    }
    swap(&sums, &self.sums)
    swap(&dependencies, &self.dependencies)
  }
}
