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
  ///   edge, that one carries two thirds. Merge parallel edges first to have them count once.
  /// - Self-loops have no effect. Pairs without a path add nothing. Graphs of fewer than three
  ///   nodes have only zeros.
  ///
  /// Freeman: A set of measures of centrality based on betweenness. Sociometry 40 (1977).
  /// Brandes: A faster algorithm for betweenness centrality. J. Mathematical Sociology 25 (2001).
  ///
  /// - Parameter normalized: Whether to divide by the number of pairs of other nodes, which is
  ///   (n − 1)(n − 2) / 2 in an undirected graph and (n − 1)(n − 2) in a directed one. The result
  ///   then lies between 0 and 1.
  /// - Returns: The betweenness of every node.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero.
  /// - Complexity: O(nodes × edges), with distances O(nodes × edges × log edges); memory
  ///   O(nodes + edges)
  public func betweenness(normalized: Bool = false) throws(AlgorithmError) -> NodeScores {
    var sums = [Double](repeating: 0, count: nodeCount)
    try accumulateDependencies { source, order, dependencies in
      for node in order where node != source {
        sums[Int(node)] += dependencies[Int(node)]
      }
    } onArc: { _, _ in
    }
    let others = Double(nodeCount - 1) * Double(nodeCount - 2)
    return NodeScores(scaled(sums, pairs: others, normalized: normalized), of: self)
  }

  /// How much each edge stands between the nodes: its betweenness centrality (Girvan, Newman 2002).
  ///
  /// The sum, over all pairs s, t of different nodes with a path from s to t, of the part of the
  /// shortest paths from s to t that takes this edge. Pairs, lengths and parallel edges are those
  /// of ``betweenness(normalized:)``; the ends of an edge count as a pair. A self-loop has 0.
  ///
  /// Girvan, Newman: Community structure in social and biological networks. PNAS 99 (2002).
  /// Brandes: On variants of shortest-path betweenness centrality and their generic computation.
  /// Social Networks 30 (2008).
  ///
  /// - Parameter normalized: Whether to divide by the number of pairs of nodes, which is
  ///   n(n − 1) / 2 in an undirected graph and n(n − 1) in a directed one.
  /// - Returns: The betweenness of every edge.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero.
  /// - Complexity: O(nodes × edges), with distances O(nodes × edges × log edges); memory
  ///   O(nodes + edges)
  public func edgeBetweenness(normalized: Bool = false) throws(AlgorithmError) -> EdgeScores {
    var sums = [Double](repeating: 0, count: edgeCount)
    let edges = outgoing.edges
    try accumulateDependencies { _, _, _ in
    } onArc: { arc, dependency in
      sums[Int(edges[arc])] += dependency
    }
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    return EdgeScores(scaled(sums, pairs: pairs, normalized: normalized), of: self)
  }

  /// From sums over ordered pairs to what is asked for; `pairs` is their number.
  private func scaled(_ sums: [Double], pairs: Double, normalized: Bool) -> [Double] {
    // An undirected pair was counted from both ends, among the pairs as well as in the sums.
    let divisor = normalized ? max(pairs, 1) : isDirected ? 1 : 2
    return sums.map { $0 / divisor }
  }

  /// For each source, hands over what depends on it: of every arc, then of all nodes together.
  ///
  /// The dependency of s on v is the sum over all t of the part of the shortest paths from s to t
  /// that passes through v (Brandes 2001).
  @inline(__always)
  private func accumulateDependencies(
    onSource: (_ source: UInt32, _ order: [UInt32], _ dependencies: [Double]) -> Void,
    onArc: (_ arc: Int, _ dependency: Double) -> Void
  ) throws(AlgorithmError) {
    var paths = try PathCounting(self, along: outgoing)
    var dependencies = [Double](repeating: 0, count: nodeCount)
    for source in 0..<nodeCount {
      paths.run(from: source)
      let counts = paths.counts
      let order = paths.order
      let tightArcs = paths.tightArcs
      for node in order.reversed() {
        var dependency = 0.0
        let count = counts[Int(node)]
        tightArcs.forEach(from: Int(node)) { arc, head in
          let part = count / counts[head] * (1 + dependencies[head])
          dependency += part
          onArc(arc, part)
        }
        dependencies[Int(node)] = dependency
      }
      onSource(UInt32(source), order, dependencies)
    }
  }
}
