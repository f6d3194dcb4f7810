public import GraphCore

extension FrozenGraph {
  /// How central each node is by the centrality of its neighbors: eigenvector centrality
  /// (Bonacich 1972).
  ///
  /// The vector x ≥ 0 with λx = Aᵀx for the greatest eigenvalue λ of the strengths A: a node has
  /// the sum, over the edges into it, of strength times the centrality of where they come from,
  /// divided by λ. On the undirected path a – b – c, λ is √2 and b has √2 times what the others
  /// have.
  ///
  /// An edge counts as strong as the graph was frozen to have it, or 1. Parallel edges add up; an
  /// undirected self-loop counts twice, as in igraph. In a disconnected graph only the components
  /// with the greatest eigenvalue have values above 0. Without edges, and in a directed graph
  /// without cycles, where λ is 0 and the vector says nothing, all have 0.
  ///
  /// In an undirected graph the vector is found by Lanczos's method with restarts. In a directed one
  /// it is found by power iteration with A + 1, which settles slowly where two parts of the graph
  /// have nearly the same eigenvalue.
  ///
  /// Bonacich: Factoring and weighting approaches to status scores and clique identification.
  /// J. Mathematical Sociology 2 (1972). Lanczos: An iteration method for the solution of the
  /// eigenvalue problem. J. Research NBS 45 (1950).
  ///
  /// - Parameters:
  ///   - direction: Whether a node has its centrality from edges into it (the default), out of it,
  ///     or both.
  ///   - scale: What is made equal to 1: the greatest value by default.
  ///   - tolerance: How far λx and Aᵀx may be apart, relative to λ and the length of x.
  ///   - maximumIterations: How many products with the matrix may be needed.
  ///   - execution: On how many threads, and who may call the run off. Any number of threads gives
  ///     the same bits.
  /// - Returns: The centrality of every node.
  /// - Throws: ``AlgorithmError/notConverged(iterations:change:)``,
  ///   ``AlgorithmError/invalidTolerance(_:)``, ``AlgorithmError/cancelled``.
  /// - Complexity: O(iterations × (nodes + edges))
  public func eigenvectorCentrality(
    _ direction: Direction = .incoming, scale: ScoreScale = .maximum, tolerance: Double = 1e-12,
    maximumIterations: Int = 10_000, execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    guard tolerance > 0 else { throw .invalidTolerance(tolerance) }
    let graph = direction == .either ? undirected : self
    let greatest = graph.greatestStrengthOnCycles
    guard greatest > 0 else {
      return NodeScores([Double](repeating: 0, count: nodeCount), of: self)
    }
    let product = AdjacencyProduct(graph, along: graph.arcs(direction), scaledBy: greatest)
    let vector = try Crew.with(execution, offsets: product.offsets) {
      (crew) throws(AlgorithmError) in
      if graph.isDirected {
        return try powerVector(product, tolerance, maximumIterations, execution, crew)
      }
      var start = [Double](repeating: 0, count: nodeCount)
      product.multiply([Double](repeating: 1, count: nodeCount), into: &start, crew)
      return try Lanczos(product, crew).vector(
        from: start, tolerance: tolerance, maximumProducts: maximumIterations, execution)
    }
    return NodeScores(scale.apply(to: vector.map { abs($0) }), of: self)
  }

  /// The greatest strength of an edge by which a walk may come back to where it was; 0 if none is.
  ///
  /// All others have no part in the eigenvalues.
  private var greatestStrengthOnCycles: Double {
    let components = isDirected ? stronglyConnectedComponents() : nil
    let (targets, weights) = (outgoing.targets, weightRole == .strength ? outgoing.weights : [])
    var greatest = 0.0
    for node in 0..<nodeCount {
      for arc in outgoing.range(of: node) {
        let strength = weights.isEmpty ? 1 : weights[arc]
        guard strength > greatest else { continue }
        if let components, components.index(at: node) != components.index(at: Int(targets[arc])) {
          continue
        }
        greatest = strength
      }
    }
    return greatest
  }

  private func powerVector(
    _ product: AdjacencyProduct, _ tolerance: Double, _ maximumIterations: Int,
    _ execution: Execution, _ crew: Crew
  ) throws(AlgorithmError) -> [Double] {
    let start = 1 / Double(nodeCount).squareRoot()
    let vectors = Buffer(repeating: start, count: 2 * nodeCount)
    let (vector, image) = (vectors.base, vectors.base + nodeCount)
    var change = Double.infinity
    for _ in 0..<max(0, maximumIterations) {
      try execution.checkCancellation()
      let length = crew.sum { rows in
        product.multiply(vector, into: image, rows: rows)
        var square = 0.0
        for node in rows {
          image[node] += vector[node]
          square += image[node] * image[node]
        }
        return square
      }.squareRoot()
      change = crew.sum { rows in
        var change = 0.0
        for node in rows {
          let value = image[node] / length
          change += (value - vector[node]) * (value - vector[node])
          vector[node] = value
        }
        return change
      }.squareRoot()
      // The length has settled at λ + 1, and what is apart by length × change at that of λx.
      if length * change <= tolerance * (length - 1) {
        return Array(vectors.array.prefix(nodeCount))
      }
    }
    throw .notConverged(iterations: max(0, maximumIterations), change: change)
  }
}
