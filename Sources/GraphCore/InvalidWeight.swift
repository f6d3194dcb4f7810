/// What the weights of a frozen graph's edges mean.
public enum WeightRole: Hashable, Sendable {
  /// How far apart the two ends are: the length of a path is the sum of its distances.
  case distance
  /// How much an edge counts: a random walk follows an edge in proportion to its strength.
  case strength
}

/// A weight that no algorithm can use: negative, infinite or not a number.
public struct InvalidWeight: Error, Hashable, Sendable {
  /// The first edge with such a weight.
  public let edge: EdgeID
  /// The weight.
  public let value: Double
  /// What the weight was given for.
  public let role: WeightRole
}

extension InvalidWeight: CustomStringConvertible {
  /// A sentence that names the edge and the weight.
  public var description: String {
    "The \(role) of edge \(edge) is \(value); it has to be zero or a positive finite number."
  }
}
