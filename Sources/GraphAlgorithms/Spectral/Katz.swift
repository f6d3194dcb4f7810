public import GraphCore

extension FrozenGraph {
  /// How many walks end at each node, longer ones counting less: Katz centrality (Katz 1953).
  ///
  /// The solution of x = α Aᵀ x + β: every node has β of its own, and α times the strength of each
  /// edge into it times the centrality of where the edge comes from. On the undirected path a – b –
  /// c with α = 0.1 and β = 1, b has 1.2/0.98 and the others 1 + 0.12/0.98.
  ///
  /// An edge counts as strong as the graph was frozen to have it, or 1. Parallel edges add up; an
  /// undirected self-loop counts twice. A node without edges has β.
  ///
  /// Walks are let grow edge by edge, some 170 times where alpha is 0.85/λ. The nearer it is to 1/λ,
  /// the more often: the values of an undirected graph are then found by conjugate gradients.
  ///
  /// Katz: A new status index derived from sociometric analysis. Psychometrika 18 (1953).
  /// Hestenes, Stiefel: Methods of conjugate gradients for solving linear systems. J. Research NBS 49
  /// (1952).
  ///
  /// - Parameters:
  ///   - alpha: How much a walk loses with every edge, 0 and up. It has to be below 1/λ, where λ is
  ///     the greatest eigenvalue of the strengths: otherwise the sum over walks grows for ever.
  ///   - beta: What each node has of its own, above 0.
  ///   - direction: Whether walks follow edges to a node (the default), come against them, or both.
  ///   - scale: What is made equal to 1; `nil`, the default, leaves the values as defined.
  ///   - tolerance: The change of a value in one step, relative to itself, that is small enough.
  ///   - maximumIterations: How many steps may be needed.
  ///   - execution: On how many threads, and who watches. Any number of threads gives the same bits.
  /// - Returns: The centrality of every node.
  /// - Throws: ``AlgorithmError/attenuationTooGreat(_:)``;
  ///   ``AlgorithmError/notConverged(iterations:change:)``, where alpha is too great by little, or in
  ///   a directed graph too near 1/λ; ``AlgorithmError/invalidTolerance(_:)``;
  ///   ``AlgorithmError/invalidAttenuation(_:)``; ``AlgorithmError/cancelled``.
  /// - Complexity: O(iterations × (nodes + edges))
  public func katzCentrality(
    alpha: Double = 0.1, beta: Double = 1, _ direction: Direction = .incoming,
    scale: ScoreScale? = nil, tolerance: Double = 1e-12, maximumIterations: Int = 100_000,
    execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    guard tolerance > 0 else { throw .invalidTolerance(tolerance) }
    guard alpha >= 0, alpha.isFinite else { throw .invalidAttenuation(alpha) }
    guard beta > 0, beta.isFinite else { throw .invalidAttenuation(beta) }
    let graph = direction == .either ? undirected : self
    // Of strengths that are greater, a sum might be more than a number can hold.
    let greatest = graph.weightRole == .strength ? graph.outgoing.weights.max() : nil
    let great = greatest.flatMap { $0 > 0x1p960 ? $0 : nil }
    let product = AdjacencyProduct(graph, along: graph.arcs(direction), scaledBy: great)
    let factor =
      great.map { alpha * Double(sign: .plus, exponent: Int($0.exponent), significand: 1) } ?? alpha
    var scores = [Double](repeating: beta, count: nodeCount)
    if nodeCount > 0, alpha > 0 {
      let walks = WalkSum(
        product, isSymmetric: !graph.isDirected, alpha: factor, beta: beta, tolerance: tolerance)
      let sums = try walks.solution(maximumIterations: maximumIterations, execution)
      guard let sums else { throw .attenuationTooGreat(alpha) }
      scores = sums
    }
    return NodeScores(scale?.apply(to: scores) ?? scores, of: self)
  }
}
