public import GraphCore

/// Why an algorithm has no answer for a graph or its parameters.
public enum AlgorithmError: Error, Hashable, Sendable {
  /// An edge of length zero, where a measure counts shortest paths or divides by distances.
  ///
  /// Through such an edge a shortest path could go to and fro, so that their number means nothing.
  case zeroDistance(EdgeID)

  /// More shortest paths between two nodes than a number can hold, which is 1.8 × 10³⁰⁸.
  ///
  /// A chain of a thousand squares has as many, and so has a grid of 520 by 520 nodes.
  case tooManyPaths

  /// An iteration did not settle within the number of steps that it was allowed.
  ///
  /// The change is that of the last step, in the measure that the tolerance is given in.
  case notConverged(iterations: Int, change: Double)

  /// The damping factor is not a number from 0 up to, but not including, 1.
  case invalidDamping(Double)

  /// The factor or the constant of Katz centrality is not a number that makes sense.
  case invalidAttenuation(Double)

  /// The factor of Katz centrality is too great for the graph, so that longer walks count for more
  /// in all, and no number can hold their sum.
  case attenuationTooGreat(Double)

  /// The tolerance is not a positive number.
  case invalidTolerance(Double)

  /// The parameters name a node that is not in the graph.
  case unknownNode(NodeID)

  /// The personalisation gives a node a share that is negative, infinite or not a number.
  case invalidShare(NodeID, Double)

  /// The shares of the personalisation add up to zero, or to more than a number can hold.
  case noShares

  /// The run was called off by ``Execution/isCancelled``.
  case cancelled
}

extension AlgorithmError: CustomStringConvertible {
  /// A sentence that says what is wrong.
  public var description: String {
    switch self {
    case .zeroDistance(let edge):
      "Edge \(edge) has length 0; this measure needs distances greater than 0."
    case .tooManyPaths:
      "Between two nodes there are more shortest paths than a number can hold."
    case .notConverged(let iterations, let change):
      "No result within the tolerance after \(iterations) iterations (last change \(change))."
    case .invalidDamping(let damping):
      "The damping factor is \(damping); it has to be at least 0 and less than 1."
    case .invalidAttenuation(let value):
      "Katz centrality with \(value): alpha has to be 0 or more, beta more than 0, both finite."
    case .attenuationTooGreat(let alpha):
      "With alpha \(alpha) the values of Katz centrality grow beyond every number; alpha has to be "
        + "below 1/λ, where λ is the greatest eigenvalue of the strengths."
    case .invalidTolerance(let tolerance):
      "The tolerance is \(tolerance); it has to be a positive number."
    case .unknownNode(let node):
      "Node \(node) is not in the graph."
    case .invalidShare(let node, let share):
      "The personalisation gives node \(node) the share \(share); it has to be zero or more."
    case .noShares:
      "The shares of the personalisation have to add up to a positive finite number."
    case .cancelled:
      "The run was cancelled."
    }
  }
}
