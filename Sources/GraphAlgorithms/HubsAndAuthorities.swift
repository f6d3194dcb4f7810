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
  /// undirected self-loop counts twice. In an undirected graph hubs and authorities are the same.
  /// Without edges all values are 0. Where several parts of a graph have the greatest singular
  /// value, the result is the mixture that equal values at the start lead to.
  ///
  /// Kleinberg: Authoritative sources in a hyperlinked environment. J. ACM 46 (1999).
  ///
  /// - Parameters:
  ///   - scale: What is made equal to 1: the greatest value by default.
  ///   - tolerance: The change of one step, relative to the length of the vector, that is small
  ///     enough.
  ///   - maximumIterations: How many steps may be needed.
  /// - Returns: Both values of every node.
  /// - Throws: ``AlgorithmError/notConverged(iterations:change:)``,
  ///   ``AlgorithmError/invalidTolerance(_:)``.
  /// - Complexity: O(iterations × (nodes + edges))
  public func hubsAndAuthorities(
    scale: ScoreScale = .maximum, tolerance: Double = 1e-12, maximumIterations: Int = 10_000
  ) throws(AlgorithmError) -> HubsAndAuthorities {
    guard tolerance > 0 else { throw .invalidTolerance(tolerance) }
    let toHubs = AdjacencyProduct(self, along: outgoing)
    let toAuthorities = AdjacencyProduct(self, along: incoming)
    var hubs = [Double](repeating: 1, count: nodeCount)
    var authorities = hubs
    var image = hubs
    var change = Double.infinity
    var iterations = 0
    func normalize(_ vector: inout [Double]) {
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if length > 0 { vector = vector.map { $0 / length } }
    }
    normalize(&hubs)
    while change > tolerance, iterations < maximumIterations {
      toAuthorities.multiply(hubs, into: &authorities)
      normalize(&authorities)
      toHubs.multiply(authorities, into: &image)
      normalize(&image)
      change = zip(image, hubs).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      swap(&hubs, &image)
      iterations += 1
    }
    guard change <= tolerance else { throw .notConverged(iterations: iterations, change: change) }
    return HubsAndAuthorities(
      hubs: NodeScores(scale.apply(to: hubs), of: self),
      authorities: NodeScores(scale.apply(to: authorities), of: self))
  }
}
