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
  /// In an undirected graph the vector is found by Lanczos's method with restarts; where that does
  /// not settle, and the graph is long and thin, as a path of 100,000 nodes is, by elimination. In a
  /// directed one it is found by power iteration with A + 1; where that does not settle, from the
  /// vectors of the strongly connected parts, or in long thin graphs by elimination, too. Where a part
  /// with the greatest eigenvalue leads to another one with the same, only the parts at the ends of
  /// the longest such chains, and what they lead to, have values above 0: in the directed graph of
  /// two triangles, one of which leads to the other, that other one.
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
  ///   - execution: On how many threads, and who watches. Any number of threads gives the same bits.
  /// - Returns: The centrality of every node.
  /// - Throws: ``AlgorithmError/notConverged(iterations:change:)``,
  ///   ``AlgorithmError/invalidTolerance(_:)``, ``AlgorithmError/cancelled``.
  /// - Complexity: O(iterations × (nodes + edges))
  public func eigenvectorCentrality(
    _ direction: Direction = .incoming, scale: ScoreScale = .maximum, tolerance: Double = 1e-12,
    maximumIterations: Int = 10_000, execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    guard tolerance > 0 else { throw .invalidTolerance(tolerance) }
    let graph = direction == .either ? undirected : withoutIdleEdges
    let greatest = graph.greatestStrengthOnCycles
    guard greatest > 0 else {
      return NodeScores([Double](repeating: 0, count: nodeCount), of: self)
    }
    let product = AdjacencyProduct(graph, along: graph.arcs(direction), scaledBy: greatest)
    // What does not settle is tried in other ways.
    let execution = execution.rising
    let vector = try Crew.with(execution, offsets: product.offsets) {
      (crew) throws(AlgorithmError) in
      if graph.isDirected {
        return try graph.directedVector(
          product, direction, greatest, tolerance, maximumIterations, execution, crew)
      }
      var start = [Double](repeating: 0, count: nodeCount)
      product.multiply([Double](repeating: 1, count: nodeCount), into: &start, crew)
      let vector = try settledVector(
        product, start, tolerance, maximumIterations, execution, crew)
      return graph.withoutRemains(vector, tolerance)
    }
    execution.progress?(1)
    return NodeScores(scale.apply(to: vector.map { abs($0) }), of: self)
  }

  /// The vector of an undirected graph.
  private func settledVector(
    _ product: AdjacencyProduct, _ start: [Double], _ tolerance: Double, _ maximumIterations: Int,
    _ execution: Execution, _ crew: Crew
  ) throws(AlgorithmError) -> [Double] {
    try Lanczos(product, crew).vector(
      from: start, tolerance: tolerance, maximumProducts: maximumIterations, execution
    ) { (best) throws(AlgorithmError) in
      guard let thin = ThinEigenvector(product, mostTerms: 20 * (nodeCount + outgoing.count)) else {
        return nil
      }
      return try thin.vector(from: best, tolerance: tolerance, execution, crew)
    }
  }

  /// The vector of an undirected graph, with nothing left in components of lesser eigenvalues.
  private func withoutRemains(_ vector: [Double], _ tolerance: Double) -> [Double] {
    let greatest = vector.reduce(0) { max($0, abs($1)) }
    let least = max(1e-10, 10 * tolerance) * greatest
    guard vector.contains(where: { abs($0) < least }) else { return vector }
    let components = connectedComponents()
    var isIdle = [Bool](repeating: true, count: components.count)
    for (node, value) in vector.enumerated() where abs(value) >= least {
      isIdle[components.index(at: node)] = false
    }
    return vector.enumerated().map { isIdle[components.index(at: $0)] ? 0 : $1 }
  }

  /// The graph, without edges of no strength if it is directed: no walk comes back by them.
  private var withoutIdleEdges: FrozenGraph {
    guard isDirected, weightRole == .strength, outgoing.weights.contains(0) else { return self }
    var idle: Set<EdgeID> = []
    for (edge, weight) in zip(outgoing.edges, outgoing.weights) where weight == 0 {
      idle.insert(self.edge(at: Int(edge)))
    }
    return filtered(GraphFilter(edges: { [idle] in !idle.contains($0) }))
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

  /// The vector of a directed graph.
  private func directedVector(
    _ product: AdjacencyProduct, _ direction: Direction, _ greatest: Double, _ tolerance: Double,
    _ maximumIterations: Int, _ execution: Execution, _ crew: Crew
  ) throws(AlgorithmError) -> [Double] {
    var best = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    var (iterations, change) = (0, Double.infinity)
    // What has not settled after a while may have parts of nearly the same eigenvalue, but an
    // undirected graph with an edge each way is first taken for what it is.
    for patience in [100, 1000, .max] {
      let limit = min(patience, max(0, maximumIterations))
      if try settle(
        &best, product, tolerance, limit, &iterations, &change, execution, crew)
      {
        return best
      }
      guard maximumIterations > limit else { break }
      if patience == 100 {
        guard isSymmetric(product, direction, greatest, crew) else { continue }
        let vector = try settledVector(
          product, best, tolerance, maximumIterations - limit, execution, crew
        ).map { abs($0) }
        if isEigenvector(vector, of: product, tolerance, crew) { return vector }
      } else {
        let found = try partedVector(
          product, direction, greatest, tolerance, maximumIterations, from: best, execution, crew)
        if let found { return found }
      }
    }
    throw .notConverged(iterations: iterations, change: change)
  }

  /// The vector from those of strongly connected parts, or by elimination where these are long and
  /// thin; `nil` if neither settles.
  private func partedVector(
    _ product: AdjacencyProduct, _ direction: Direction, _ greatest: Double, _ tolerance: Double,
    _ maximumIterations: Int, from best: [Double], _ execution: Execution, _ crew: Crew
  ) throws(AlgorithmError) -> [Double]? {
    func isRight(_ vector: [Double]) -> Bool {
      isEigenvector(vector, of: product, tolerance, crew)
    }
    let soon = try blockVector(
      product, direction, greatest, tolerance, min(1000, maximumIterations), execution)
    if let soon, isRight(soon) { return soon }
    let thin = ThinEigenvector(
      product, transposed: transposed(direction, greatest),
      mostTerms: 20 * (nodeCount + outgoing.count))
    let eliminated = try thin?.vector(from: best, tolerance: tolerance, execution, crew)
    if let eliminated, isRight(eliminated) { return eliminated }
    let late = try blockVector(
      product, direction, greatest, tolerance, maximumIterations, execution)
    return late.flatMap { isRight($0) ? $0 : nil }
  }

  /// The matrix transposed.
  private func transposed(_ direction: Direction, _ greatest: Double) -> AdjacencyProduct {
    AdjacencyProduct(
      self, along: arcs(direction == .incoming ? .outgoing : .incoming), scaledBy: greatest)
  }

  /// Whether the matrix is the same transposed, as far as a product with a vector of many different
  /// values tells; what comes of it is checked again.
  private func isSymmetric(
    _ product: AdjacencyProduct, _ direction: Direction, _ greatest: Double, _ crew: Crew
  ) -> Bool {
    let vector = (0..<nodeCount).map { 1 + Double(($0 &* 0x9E37_79B9) & 0xFFFF) / 0x1_0000 }
    var (there, back) = (vector, vector)
    product.multiply(vector, into: &there, crew)
    transposed(direction, greatest).multiply(vector, into: &back, crew)
    return zip(there, back).allSatisfy { abs($0 - $1) <= 1e-12 * $0 }
  }

  private func blockVector(
    _ product: AdjacencyProduct, _ direction: Direction, _ greatest: Double, _ tolerance: Double,
    _ maximumIterations: Int, _ execution: Execution
  ) throws(AlgorithmError) -> [Double]? {
    let transposed = transposed(direction, greatest)
    return try BlockEigenvector(
      self, product, transposed: transposed, tolerance: tolerance,
      maximumIterations: maximumIterations
    ).vector(execution)
  }

  /// Whether a vector's multiple and its product are as near as asked for.
  private func isEigenvector(
    _ vector: [Double], of product: AdjacencyProduct, _ tolerance: Double, _ crew: Crew
  ) -> Bool {
    var image = vector
    product.multiply(vector, into: &image, crew)
    let square = vector.reduce(0) { $0 + $1 * $1 }
    let value = zip(vector, image).reduce(0) { $0 + $1.0 * $1.1 } / square
    let apart = zip(vector, image).reduce(0) {
      $0 + ($1.1 - value * $1.0) * ($1.1 - value * $1.0)
    }
    let rounding = Double.ulpOfOne * Double(product.mostTerms)
    return (apart / square).squareRoot() <= max(tolerance, rounding) * value
  }

  /// Iterates until a vector settles, and says whether it did.
  ///
  /// - Parameters:
  ///   - best: The vector, of length 1.
  ///   - product: The matrix.
  ///   - tolerance: How far its multiple and its product may be apart, relative to them.
  ///   - maximumIterations: How many iterations there may be in all.
  ///   - iterations: How many there have been.
  ///   - change: How much the last one changed.
  ///   - execution: Who may call it off.
  ///   - crew: The threads.
  /// - Returns: Whether it settled.
  /// - Throws: `AlgorithmError.cancelled`.
  private func settle(
    _ best: inout [Double], _ product: AdjacencyProduct, _ tolerance: Double,
    _ maximumIterations: Int, _ iterations: inout Int, _ change: inout Double,
    _ execution: Execution, _ crew: Crew
  ) throws(AlgorithmError) -> Bool {
    let vectors = Buffer(best + best)
    let (vector, image) = (vectors.base, vectors.base + nodeCount)
    defer { best = Array(vectors.array.prefix(nodeCount)) }
    var reporter = SettlingReporter(execution, tolerance: tolerance)
    while iterations < maximumIterations {
      try execution.checkCancellation()
      iterations += 1
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
      if length * change <= tolerance * (length - 1) { return true }
      reporter.report(change: max(change, tolerance.nextUp))
    }
    return false
  }
}
