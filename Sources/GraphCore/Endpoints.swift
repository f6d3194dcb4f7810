/// Whether the edges of a graph lead one way or both.
public enum Directedness: Hashable, Sendable, CaseIterable {
  /// Each edge leads from its source to its target.
  case directed
  /// Each edge leads both ways; which end is called the source is only how it was written.
  case undirected
  /// Each edge says for itself whether it leads one way or both.
  case mixed
}

/// The two ends of an edge.
public struct Endpoints: Hashable, Sendable {
  /// Where a directed edge starts; the end named first of an undirected one.
  public let source: NodeID
  /// Where a directed edge ends; the end named second of an undirected one.
  public let target: NodeID

  /// Creates the pair.
  ///
  /// - Complexity: O(1)
  @inlinable
  public init(source: NodeID, target: NodeID) {
    self.source = source
    self.target = target
  }

  /// Whether both ends are the same node.
  ///
  /// - Complexity: O(1)
  @inlinable public var isSelfLoop: Bool { source == target }

  /// The end that is not `node`, or `node` itself for a self-loop.
  ///
  /// - Precondition: `node` is one of the ends.
  /// - Complexity: O(1)
  @inlinable
  public func other(than node: NodeID) -> NodeID {
    precondition(node == source || node == target, "The edge does not end at this node.")
    return node == source ? target : source
  }
}
