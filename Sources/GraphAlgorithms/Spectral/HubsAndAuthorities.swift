public import GraphCore

/// How much each node points to authorities, and is pointed to by hubs.
public struct HubsAndAuthorities: Equatable, Sendable {
  /// A good hub points to good authorities.
  public let hubs: NodeScores
  /// A good authority is pointed to by good hubs.
  public let authorities: NodeScores
}

extension FrozenGraph {
  /// Hubs and authorities: HITS (Kleinberg 1999).
  ///
  /// With A the strengths of the edges, the hubs h = A a and the authorities a = Aᵀ h are the
  /// vectors that stay the same but for a factor: those of the greatest singular value of A. In the
  /// directed graph a → b, a is the hub and b the authority, each with 1.
  ///
  /// An edge counts as strong as the graph was frozen to have it, or 1. Parallel edges add up; an
  /// undirected self-loop counts twice. In an undirected graph hubs and authorities are the same,
  /// and both are the eigenvector centrality. Without edges all values are 0. Where several parts of
  /// a directed graph have the greatest singular value, the result is the mixture that equal values
  /// at the start lead to.
  ///
  /// Kleinberg: Authoritative sources in a hyperlinked environment. J. ACM 46 (1999).
  ///
  /// - Parameters:
  ///   - scale: What is made equal to 1: the greatest value by default.
  ///   - tolerance: How far A Aᵀ h may be from being h times a factor, relative to both.
  ///   - maximumIterations: How many products with the matrix may be needed.
  ///   - execution: On how many threads, and who watches. Any number of threads gives the same bits.
  /// - Returns: Both values of every node.
  /// - Throws: ``AlgorithmError/notConverged(iterations:change:)``,
  ///   ``AlgorithmError/invalidTolerance(_:)``, ``AlgorithmError/cancelled``.
  /// - Complexity: O(iterations × (nodes + edges))
  public func hubsAndAuthorities(
    scale: ScoreScale = .maximum, tolerance: Double = 1e-12, maximumIterations: Int = 10_000,
    execution: Execution = .sequential
  ) throws(AlgorithmError) -> HubsAndAuthorities {
    guard tolerance > 0 else { throw .invalidTolerance(tolerance) }
    guard isDirected else {
      let scores = try eigenvectorCentrality(
        scale: scale, tolerance: tolerance, maximumIterations: maximumIterations,
        execution: execution)
      return HubsAndAuthorities(hubs: scores, authorities: scores)
    }
    let product = HubProduct(self)
    let execution = execution.rising
    return try Crew.with(execution, offsets: product.toHubs.offsets) {
      (crew) throws(AlgorithmError) in
      let start = product.product(with: [Double](repeating: 1, count: nodeCount), crew)
      var hubs = start
      if start.contains(where: { $0 > 0 }) {
        hubs = try Lanczos(product, crew).vector(
          from: start, tolerance: tolerance, maximumProducts: maximumIterations, execution
        ) { (best) throws(AlgorithmError) in
          try thinHubs(from: best, tolerance, execution)
        }.map { abs($0) }
      }
      execution.progress?(1)
      return HubsAndAuthorities(
        hubs: NodeScores(scale.apply(to: hubs), of: self),
        authorities: NodeScores(scale.apply(to: product.authorities(of: hubs, crew)), of: self))
    }
  }
}

extension FrozenGraph {
  /// The hubs of a long thin graph.
  ///
  /// Hubs and authorities side by side are the eigenvector of the undirected graph in which each
  /// node is there twice, as a hub and as an authority, and edges lead from the one to the other.
  private func thinHubs(
    from hubs: [Double], _ tolerance: Double, _ execution: Execution
  ) throws(AlgorithmError) -> [Double]? {
    guard nodeCount <= UInt32.max / 2 else { return nil }
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 2 * nodeCount, weightRole: .strength)
    let (targets, weights) = (outgoing.targets, weightRole == .strength ? outgoing.weights : [])
    for node in 0..<nodeCount {
      for arc in outgoing.range(of: node) {
        // A frozen graph has no other strengths than a builder takes.
        try? builder.addEdge(
          from: node, to: nodeCount + Int(targets[arc]), weight: weights.isEmpty ? 1 : weights[arc])
      }
    }
    let twice = builder.build()
    let product = AdjacencyProduct(twice, along: twice.outgoing, scaledBy: weights.max())
    guard let thin = ThinEigenvector(product, mostTerms: 20 * (nodeCount + outgoing.count)) else {
      return nil
    }
    return try Crew.with(execution, offsets: product.offsets) { (crew) throws(AlgorithmError) in
      var start = hubs.map { abs($0) } + hubs.map { _ in 0 }
      var image = start
      product.multiply(start, into: &image, crew)
      for node in start.indices { start[node] += image[node] }
      return try thin.vector(from: start, tolerance: tolerance / 4, execution, crew)
        .map { Array($0.prefix(nodeCount)) }
    }
  }
}

/// The matrix that leads from hubs to their authorities and back to hubs.
private final class HubProduct: SymmetricProduct {
  let nodeCount: Int
  let toHubs: AdjacencyProduct
  private let toAuthorities: AdjacencyProduct
  private let authorities: Buffer<Double>

  init(_ graph: FrozenGraph) {
    nodeCount = graph.nodeCount
    let greatest = graph.weightRole == .strength ? graph.outgoing.weights.max() : nil
    toHubs = AdjacencyProduct(graph, along: graph.outgoing, scaledBy: greatest)
    toAuthorities = AdjacencyProduct(graph, along: graph.incoming, scaledBy: greatest)
    authorities = Buffer(repeating: 0, count: graph.nodeCount)
  }

  var mostTerms: Int { toHubs.mostTerms + toAuthorities.mostTerms }

  func multiply(
    _ vector: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, _ crew: Crew
  ) {
    toAuthorities.multiply(vector, into: authorities.base, crew)
    toHubs.multiply(authorities.base, into: result, crew)
  }

  func product(with vector: [Double], _ crew: Crew) -> [Double] {
    var result = vector
    multiply(vector, into: &result, crew)
    return result
  }

  func authorities(of hubs: [Double], _ crew: Crew) -> [Double] {
    toAuthorities.multiply(hubs, into: authorities.base, crew)
    return authorities.array
  }
}
