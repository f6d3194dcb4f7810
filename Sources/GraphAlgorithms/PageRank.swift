public import GraphCore

extension FrozenGraph {
  /// How often a random surfer is at each node: PageRank (Brin, Page 1998).
  ///
  /// With probability d, the damping, the surfer follows an edge, in proportion to the strengths
  /// of the edges that leave the node; otherwise, and always where none leaves, it starts anew:
  ///
  ///     p(v) = d · Σ p(u) · s(u, v) / s(u) + (d · Σ p(w) + 1 − d) · q(v)
  ///
  /// where the first sum is over the edges into v, s(u) is the strength of all edges that leave u,
  /// the second sum is over the nodes w that none leaves, and q is where the surfer starts: 1/n
  /// for each node, or in proportion to the personalisation. The values add up to 1.
  ///
  /// An edge counts as strong as the graph was frozen to have it, or 1. Parallel edges add up. In
  /// an undirected graph every edge leads both ways, and a self-loop, having two ends here, counts
  /// twice, as in igraph; NetworkX counts it once.
  /// A node whose edges all have strength 0 counts as one that none leaves. An empty graph has no
  /// values, a single node has 1.
  ///
  /// Brin, Page: The anatomy of a large-scale hypertextual web search engine. Computer Networks 30
  /// (1998). Langville, Meyer: Deeper inside PageRank. Internet Mathematics 1 (2004).
  ///
  /// - Parameters:
  ///   - damping: How likely the surfer is to follow an edge, from 0 up to, but not including, 1.
  ///   - personalization: Where the surfer starts, as shares that need not add up to 1. Nodes that
  ///     are not named have none; empty means all nodes alike.
  ///   - tolerance: The change in one iteration, summed over all nodes, that is small enough.
  ///   - maximumIterations: How many iterations may be needed. One reduces the error by the
  ///     damping at least: with 0.85, 1e-12 is reached within 180.
  /// - Returns: The PageRank of every node.
  /// - Throws: ``AlgorithmError`` if it does not converge, or if a parameter makes no sense.
  /// - Complexity: O(iterations × (nodes + edges))
  public func pageRank(
    damping: Double = 0.85, personalization: [NodeID: Double] = [:], tolerance: Double = 1e-12,
    maximumIterations: Int = 1000
  ) throws(AlgorithmError) -> NodeScores {
    guard damping >= 0, damping < 1 else { throw .invalidDamping(damping) }
    guard tolerance > 0 else { throw .invalidTolerance(tolerance) }
    let starts = try startingShares(personalization)
    guard nodeCount > 0 else { return NodeScores([], of: self) }

    let (offsets, sources) = (incoming.offsets, incoming.targets)
    let weights = weightRole == .strength ? incoming.weights : nil
    let leaving = strengths(.outgoing).values
    let loops = secondEndsOfLoops()
    var ranks = starts
    // What each node hands on along an edge of strength 1.
    var shares = [Double](repeating: 0, count: nodeCount)
    var change = Double.infinity
    for _ in 0..<max(0, maximumIterations) {
      var stuck = 0.0
      for node in 0..<nodeCount {
        if leaving[node] > 0 {
          shares[node] = damping * ranks[node] / leaving[node]
        } else {
          shares[node] = 0
          stuck += ranks[node]
        }
      }
      let restarts = damping * stuck + (1 - damping)
      change = 0
      for node in 0..<nodeCount {
        var rank = restarts * starts[node]
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
          rank += shares[Int(sources[arc])] * (weights?[arc] ?? 1)
        }
        if let loops { rank += shares[node] * loops[node] }
        change += abs(rank - ranks[node])
        ranks[node] = rank
      }
      if change <= tolerance { return NodeScores(ranks, of: self) }
    }
    throw .notConverged(iterations: max(0, maximumIterations), change: change)
  }

  /// The strength that self-loops add to each node over that of their one arc.
  ///
  /// - Returns: The strengths, or `nil` where self-loops have as many arcs as ends.
  private func secondEndsOfLoops() -> [Double]? {
    guard !isDirected else { return nil }
    let weights = weightRole == .strength ? outgoing.weights : nil
    return (0..<nodeCount).map { node in
      outgoing.range(of: node).reduce(0) { sum, arc in
        Int(outgoing.targets[arc]) == node ? sum + (weights?[arc] ?? 1) : sum
      }
    }
  }

  private func startingShares(_ shares: [NodeID: Double]) throws(AlgorithmError) -> [Double] {
    guard !shares.isEmpty else {
      return [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    }
    var starts = [Double](repeating: 0, count: nodeCount)
    for node in shares.keys.sorted() {
      guard let index = index(of: node) else { throw .unknownNode(node) }
      let share = shares[node] ?? 0
      guard share >= 0, share.isFinite else { throw .invalidShare(node, share) }
      starts[index] = share
    }
    let sum = starts.reduce(0, +)
    guard sum > 0, sum.isFinite else { throw .noShares }
    return starts.map { $0 / sum }
  }
}
