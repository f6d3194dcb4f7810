public import GraphCore

/// What becomes of a random surfer at a node that no edge leaves: a sink.
public enum PageRankSinks: Hashable, Sendable, CaseIterable {
  /// The surfer starts anew, as after any other step: by the personalisation if there is one, as
  /// NetworkX has it.
  case restart
  /// The surfer goes on at any node with equal probability, whatever the personalisation is.
  case uniform
  /// The surfer is lost: no sink hands anything on, and the values add up to less than 1 if there
  /// are sinks. Divided by their sum they are those of ``restart``.
  case lost
}

extension FrozenGraph {
  /// How often a random surfer is at each node: PageRank (Brin, Page 1998).
  ///
  /// With probability d, the damping, the surfer follows an edge, in proportion to the strengths
  /// of the edges that leave the node; otherwise, and always where none leaves unless `sinks` says
  /// something else, it starts anew:
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
  /// Of an undirected graph the equations are symmetric once divided by the roots of the strengths,
  /// and are solved by conjugate gradients, in 15 to 35 steps where following the surfer takes 170;
  /// of a directed one, by sweeps in which each node at once uses the values that are new.
  ///
  /// Brin, Page: The anatomy of a large-scale hypertextual web search engine. Computer Networks 30
  /// (1998). Langville, Meyer: Deeper inside PageRank. Internet Mathematics 1 (2004).
  /// Hestenes, Stiefel: Methods of conjugate gradients for solving linear systems. J. Research NBS 49
  /// (1952).
  ///
  /// - Parameters:
  ///   - damping: How likely the surfer is to follow an edge, from 0 up to, but not including, 1.
  ///   - personalization: Where the surfer starts, as shares that need not add up to 1. Nodes that
  ///     are not named have none; empty means all nodes alike.
  ///   - sinks: What becomes of the surfer at a node that no edge leaves: with `.uniform`, the second
  ///     sum is multiplied by 1/n instead of q(v); with `.lost`, it is left out.
  ///   - tolerance: The change that one more step of the surfer would make, summed over all nodes,
  ///     that is small enough.
  ///   - maximumIterations: How many iterations may be needed; `nil`, the default, allows as many as
  ///     the damping and the tolerance call for. One reduces the error by the damping at least: with
  ///     0.85, 1e-12 is reached within 190, with 0.99 within 2,800.
  ///   - execution: On how many threads, and who watches. Any number of threads gives the same bits; a
  ///     directed graph is swept through by one.
  /// - Returns: The PageRank of every node.
  /// - Throws: ``AlgorithmError`` if it does not converge, or if a parameter makes no sense.
  /// - Complexity: O(iterations × (nodes + edges))
  public func pageRank(
    damping: Double = 0.85, personalization: [NodeID: Double] = [:],
    sinks: PageRankSinks = .restart, tolerance: Double = 1e-12, maximumIterations: Int? = nil,
    execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    guard damping >= 0, damping < 1 else { throw .invalidDamping(damping) }
    guard tolerance > 0 else { throw .invalidTolerance(tolerance) }
    let starts = try startingShares(personalization)
    guard nodeCount > 0 else { return NodeScores([], of: self) }
    // The first guess may be right, so that there is no step to be asked before.
    try execution.checkCancellation()

    let graph = withFiniteStrengths
    let system = PageRankSystem(graph, damping: damping)
    let limit = max(0, maximumIterations ?? Self.iterations(damping, tolerance))
    func ranks(
      startingAt starts: [Double], _ execution: Execution
    ) throws(AlgorithmError) -> [Double] {
      try system.solve(
        starts, isSymmetric: !isDirected, tolerance: tolerance, maximumIterations: limit, execution)
    }
    let isTwice = sinks == .uniform && !personalization.isEmpty
    let own = try ranks(startingAt: starts, isTwice ? execution.reporting(0...0.5) : execution)
    switch sinks {
    case .restart:
      // What the surfer brings to sinks goes where it would start: all values grow alike.
      let sum = own.reduce(0, +)
      return NodeScores(own.map { $0 / sum }, of: self)
    case .lost:
      return NodeScores(own.map { $0 * (1 - damping) }, of: self)
    case .uniform:
      // What is brought to sinks spreads as if the surfer had started anywhere: a second solution,
      // as much of it as there is at the sinks in all.
      let even = [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
      let spread = isTwice ? try ranks(startingAt: even, execution.reporting(0.5...1)) : own
      let leaving = graph.strengths(.outgoing).values
      func atSinks(_ values: [Double]) -> Double {
        zip(values, leaving).reduce(0) { $1.1 > 0 ? $0 : $0 + $1.0 }
      }
      let part = damping * atSinks(own) / (1 - damping * atSinks(spread))
      return NodeScores(
        zip(own, spread).map { (1 - damping) * ($0 + part * $1) }, of: self)
    }
  }

  /// How many iterations reduce the error to a tolerance.
  private static func iterations(_ damping: Double, _ tolerance: Double) -> Int {
    // dⁿ is less than e^(−n (1 − d)), and 2 less than e; some more for what rounding leaves.
    1000 + Int(min(Double(max(0, -tolerance.exponent)) / (1 - damping), 1e15))
  }

  /// The graph with strengths in the same proportions whose sums numbers can hold.
  private var withFiniteStrengths: FrozenGraph {
    // There are fewer than 2³² arcs.
    guard weightRole == .strength, (outgoing.weights.max() ?? 0) > 0x1p960 else { return self }
    let arcs = Arcs(
      offsets: outgoing.offsets, targets: outgoing.targets, edges: outgoing.edges,
      weights: outgoing.weights.map { $0 * 0x1p-64 })
    return FrozenGraph(
      directedness: directedness, weightRole: weightRole, outgoing: arcs,
      nodeNumbering: nodeNumbering, edgeNumbering: edgeNumbering, isMixed: isMixed)
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
