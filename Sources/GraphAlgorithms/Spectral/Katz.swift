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
  /// Katz: A new status index derived from sociometric analysis. Psychometrika 18 (1953).
  ///
  /// - Parameters:
  ///   - alpha: How much a walk loses with every edge, 0 and up. It has to be below 1/λ, where λ is
  ///     the greatest eigenvalue of the strengths: otherwise the sum over walks grows for ever.
  ///   - beta: What each node has of its own, above 0.
  ///   - direction: Whether walks follow edges to a node (the default), come against them, or both.
  ///   - scale: What is made equal to 1; `nil`, the default, leaves the values as defined.
  ///   - tolerance: The change of a value in one step, relative to itself, that is small enough.
  ///   - maximumIterations: How many steps may be needed.
  ///   - execution: On how many threads, and who may call the run off. Any number of threads gives
  ///     the same bits.
  /// - Returns: The centrality of every node.
  /// - Throws: ``AlgorithmError/notConverged(iterations:change:)``, as a rule because alpha is too
  ///   great; ``AlgorithmError/invalidTolerance(_:)``; ``AlgorithmError/invalidAttenuation(_:)``;
  ///   ``AlgorithmError/cancelled``.
  /// - Complexity: O(iterations × (nodes + edges))
  public func katzCentrality(
    alpha: Double = 0.1, beta: Double = 1, _ direction: Direction = .incoming,
    scale: ScoreScale? = nil, tolerance: Double = 1e-12, maximumIterations: Int = 10_000,
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
    let vectors = Buffer(repeating: beta, count: 2 * nodeCount)
    let (values, image) = (vectors.base, vectors.base + nodeCount)
    var change = Double.infinity
    if nodeCount == 0 || alpha == 0 { change = 0 }
    var iterations = 0
    try Crew.with(execution, offsets: product.offsets) { (crew) throws(AlgorithmError) in
      while change > tolerance, iterations < maximumIterations, change.isFinite || iterations == 0 {
        try execution.checkCancellation()
        crew.each { _, rows in
          product.multiply(values, into: image, rows: rows)
          for node in rows { image[node] = factor * image[node] + beta }
        }
        // No value changes more in the next step, relative to itself, than one did in this.
        change = crew.greatest { rows in
          var greatest = 0.0
          for node in rows {
            let difference = (image[node] - values[node]) / image[node]
            // Not a number: the values are too great for one.
            greatest = max(greatest, difference.isNaN ? .infinity : abs(difference))
            values[node] = image[node]
          }
          return greatest
        }
        iterations += 1
      }
    }
    guard change <= tolerance else { throw .notConverged(iterations: iterations, change: change) }
    let scores = Array(vectors.array.prefix(nodeCount))
    return NodeScores(scale?.apply(to: scores) ?? scores, of: self)
  }
}
