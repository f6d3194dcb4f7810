public import GraphCore

extension FrozenGraph {
  /// How much each node stands between the others: its betweenness centrality (Freeman 1977).
  ///
  /// The betweenness of v is the sum, over all pairs s, t of other nodes with a path from s to t,
  /// of the part of the shortest paths from s to t that passes through v:
  ///
  ///     B(v) = Σ σ(s, t | v) / σ(s, t),  s ≠ v ≠ t, s ≠ t
  ///
  /// Pairs are unordered in an undirected graph and ordered in a directed one; the ends of a path
  /// are not between. On the undirected path a – b – c, b has 1 and the others 0.
  ///
  /// - Shortest is by the graph's distances if it was frozen with them, else by number of edges.
  ///   Lengths that differ by no more than a part in 10¹⁰ of their sum are equal.
  /// - Parallel edges are different paths, as in igraph: of two routes one of which has a doubled
  ///   edge, that one carries two thirds. Take `simplified()` first to have them count once.
  /// - Self-loops have no effect. Pairs without a path add nothing. Graphs of fewer than three
  ///   nodes have only zeros.
  ///
  /// An undirected graph without distances is first taken apart at its cut nodes: pairs on different
  /// sides of one give it a term of closed form, and the rest is counted block by block, each node
  /// with the weight of all that is attached to it, twins as one (Puzis and others 2012; Sarıyüce
  /// and others 2013). Inside a block, and in directed graphs, eight sources are searched from at
  /// once; few sources in a long graph are taken one by one. The result is exact.
  ///
  /// Freeman: A set of measures of centrality based on betweenness. Sociometry 40 (1977).
  /// Brandes: A faster algorithm for betweenness centrality. J. Mathematical Sociology 25 (2001).
  /// Puzis and others: Heuristics for speeding up betweenness centrality computation. SocialCom 2012.
  /// Sarıyüce and others: Shattering and compressing networks for betweenness centrality. SDM 2013.
  ///
  /// - Parameters:
  ///   - normalized: Whether to divide by the number of pairs of other nodes, which is
  ///     (n − 1)(n − 2) / 2 in an undirected graph and (n − 1)(n − 2) in a directed one. The result
  ///     then lies between 0 and 1. With the ends counted, it is the number of pairs of nodes:
  ///     n(n − 1) / 2 or n(n − 1).
  ///   - countsEnds: Whether the two ends of a path are taken to lie on it, as with NetworkX's
  ///     `endpoints`. Each node then has one more for each pair with a path that it belongs to: on
  ///     the undirected path a – b – c, b has 3 and the others 2.
  ///   - sources: The nodes that paths start at; `nil` means all. In an undirected graph a pair is
  ///     then counted from each end that is a source and the sum halved, so that all nodes as
  ///     sources give the same as `nil`, and a random part of them an estimate after scaling.
  ///   - targets: The nodes that paths end at, likewise; `nil` means all. Only paths from a source to
  ///     a target count.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The betweenness of every node.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero,
  ///   ``AlgorithmError/unknownNode(_:)`` for a source that is not in the graph,
  ///   ``AlgorithmError/tooManyPaths``, ``AlgorithmError/cancelled``.
  /// - Complexity: O(nodes × edges), with distances O(nodes × edges × log edges); memory
  ///   O(nodes + edges) for each thread
  public func betweenness(
    normalized: Bool = false, countsEnds: Bool = false, sources: Set<NodeID>? = nil,
    targets: Set<NodeID>? = nil, execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    let pairs = try PathEnds(in: self, from: sources, to: targets)
    let first = countsEnds ? execution.reporting(0...0.9) : execution
    var sums =
      weightRole == .distance
      ? try weightedSums(pairs, ofEdges: false, first)
      : try stepSums(pairs, ofEdges: false, first)
    try requireNumbers(sums)
    if countsEnds {
      for (node, count) in try endCounts(pairs, execution).enumerated() { sums[node] += count }
      execution.progress?(1)
    }
    let others = Double(nodeCount - 1) * Double(countsEnds ? nodeCount : nodeCount - 2)
    return NodeScores(scaled(sums, pairs: others, normalized: normalized), of: self)
  }

  /// How much each edge stands between the nodes: its betweenness centrality (Girvan, Newman 2002).
  ///
  /// The sum, over all pairs s, t of different nodes with a path from s to t, of the part of the
  /// shortest paths from s to t that takes this edge. Pairs, lengths, parallel edges and the way in
  /// which it is counted are those of
  /// ``betweenness(normalized:countsEnds:sources:targets:execution:)``; the ends of an edge count as a
  /// pair. A self-loop has 0.
  ///
  /// Girvan, Newman: Community structure in social and biological networks. PNAS 99 (2002).
  /// Brandes: On variants of shortest-path betweenness centrality and their generic computation.
  /// Social Networks 30 (2008).
  ///
  /// - Parameters:
  ///   - normalized: Whether to divide by the number of pairs of nodes, which is n(n − 1) / 2 in an
  ///     undirected graph and n(n − 1) in a directed one.
  ///   - sources: The nodes that paths start at; `nil` means all. Pairs are halved as in
  ///     ``betweenness(normalized:countsEnds:sources:targets:execution:)``.
  ///   - targets: The nodes that paths end at; `nil` means all.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The betweenness of every edge.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero,
  ///   ``AlgorithmError/unknownNode(_:)`` for a source that is not in the graph,
  ///   ``AlgorithmError/tooManyPaths``, ``AlgorithmError/cancelled``.
  /// - Complexity: O(nodes × edges), with distances O(nodes × edges × log edges); memory
  ///   O(nodes + edges) for each thread
  public func edgeBetweenness(
    normalized: Bool = false, sources: Set<NodeID>? = nil, targets: Set<NodeID>? = nil,
    execution: Execution = .sequential
  ) throws(AlgorithmError) -> EdgeScores {
    let pairs = try PathEnds(in: self, from: sources, to: targets)
    let sums =
      weightRole == .distance
      ? try weightedSums(pairs, ofEdges: true, execution)
      : try stepSums(pairs, ofEdges: true, execution)
    try requireNumbers(sums)
    let all = Double(nodeCount) * Double(nodeCount - 1)
    return EdgeScores(scaled(sums, pairs: all, normalized: normalized), of: self)
  }

  /// Betweenness where every edge is one step, as sums over ordered pairs.
  private func stepSums(
    _ pairs: PathEnds, ofEdges: Bool, _ execution: Execution
  ) throws(AlgorithmError) -> [Double] {
    if let sums = try fewSourceSums(pairs, ofEdges: ofEdges, execution) { return sums }
    return try laneSums(pairs, ofEdges: ofEdges, execution)
  }

  /// Makes sure that the paths could be counted.
  private func requireNumbers(_ sums: [Double]) throws(AlgorithmError) {
    guard sums.allSatisfy(\.isFinite) else { throw .tooManyPaths }
  }

  /// From sums over ordered pairs to what is asked for; `pairs` is their number.
  private func scaled(_ sums: [Double], pairs: Double, normalized: Bool) -> [Double] {
    // An undirected pair was counted from both ends, among the pairs as well as in the sums.
    let divisor = normalized ? max(pairs, 1) : isDirected ? 1 : 2
    return sums.map { $0 / divisor }
  }
}
