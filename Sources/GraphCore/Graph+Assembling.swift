/// What readers of files need to be fast: edges by the million, and a kind that is known only in the
/// end.
extension Graph {
  /// Adds an edge that is not known to its ends before ``linkEdges()`` is called.
  ///
  /// Until then only what is asked of the edge itself has an answer, not what is asked of a node, and
  /// nothing may be removed. Edges by the million are faster so: the nodes lie all over memory, and
  /// are waited for together.
  ///
  /// - Parameters:
  ///   - source: Where the edge starts.
  ///   - target: Where the edge ends.
  ///   - isDirected: Whether the edge leads one way only.
  ///   - value: What the edge carries.
  /// - Returns: The identifier of the new edge.
  /// - Precondition: Both ends are in the graph. The graph is mixed, or its edges are of this kind.
  /// - Complexity: O(1) amortised
  @inlinable
  @discardableResult
  package mutating func appendUnlinkedEdge(
    from source: NodeID, to target: NodeID, directed isDirected: Bool, _ value: Edge
  ) -> EdgeID {
    precondition(
      directedness == .mixed || isDirected == (directedness == .directed),
      "Only a mixed graph has edges of both kinds.")
    let edge = topology.appendUnlinkedEdge(from: source, to: target)
    if directedness == .mixed { topology.leadsBothWays.append(!isDirected) }
    edgeValues.append(value)
    return edge
  }

  /// Makes the edges that were added without it known to their ends.
  ///
  /// - Complexity: O(number of such edges)
  @inlinable
  package mutating func linkEdges() { topology.linkEdges() }

  /// The same graph as one of another kind, in which each edge leads as it did.
  ///
  /// - Parameter directedness: The other kind.
  /// - Returns: A graph with the same identifiers and values.
  /// - Precondition: The other kind is mixed, or all edges lead as it says.
  /// - Complexity: O(identifiers given out)
  package func converted(to directedness: Directedness) -> Graph {
    guard directedness != self.directedness else { return self }
    precondition(
      directedness == .mixed || edges.allSatisfy { isDirected($0) == (directedness == .directed) },
      "Only a mixed graph has edges of both kinds.")
    var other = Graph(directedness)
    other.topology = topology
    other.nodeValues = nodeValues
    other.edgeValues = edgeValues
    other.topology.leadsBothWays =
      directedness == .mixed
      ? topology.edges.map { self.directedness == .undirected && $0.isPresent } : []
    return other
  }
}
