extension FrozenGraph {
  /// The same graph with its weights taken to mean something else.
  ///
  /// - Parameter role: What the weights mean from now on.
  /// - Returns: The graph; an unweighted one as it is.
  /// - Complexity: O(1)
  public func weights(as role: WeightRole) -> FrozenGraph {
    guard weightRole != nil else { return self }
    return FrozenGraph(
      directedness: directedness, weightRole: role, outgoing: outgoing, reverse: reverse,
      nodeNumbering: nodeNumbering, edgeNumbering: edgeNumbering, isMixed: isMixed)
  }
}
