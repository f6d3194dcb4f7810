extension Graph {
  /// Makes room for this many nodes and edges in all, so that adding them needs no reallocation.
  ///
  /// - Complexity: O(number of nodes and edges)
  @inlinable
  public mutating func reserveCapacity(nodes: Int, edges: Int) {
    topology.reserveCapacity(nodes: nodes, edges: edges)
    nodeValues.reserveCapacity(nodes)
    edgeValues.reserveCapacity(edges)
  }

  /// Adds a node.
  ///
  /// - Returns: The identifier of the new node, greater than all before it.
  /// - Complexity: O(1) amortised
  @inlinable
  @discardableResult
  public mutating func addNode(_ value: Node) -> NodeID {
    nodeValues.append(value)
    return topology.appendNode()
  }

  /// Adds an edge, whether or not there is one between the two nodes already.
  ///
  /// In a mixed graph the edge leads one way; for one that leads both ways, see
  /// ``addEdge(from:to:directed:_:)``.
  ///
  /// - Parameters:
  ///   - source: Where the edge starts. In an undirected graph the order of the ends is kept, but
  ///     means nothing.
  ///   - target: Where the edge ends, the same as `source` for a self-loop.
  ///   - value: What the edge carries.
  /// - Returns: The identifier of the new edge, greater than all before it.
  /// - Precondition: Both ends are in the graph.
  /// - Complexity: O(1) amortised
  @inlinable
  @discardableResult
  public mutating func addEdge(
    from source: NodeID, to target: NodeID, _ value: Edge
  ) -> EdgeID {
    addEdge(from: source, to: target, directed: directedness != .undirected, value)
  }

  /// Adds an edge that says whether it leads one way.
  ///
  /// - Parameters:
  ///   - source: Where the edge starts. If it leads both ways, the order of the ends is kept, but
  ///     means nothing.
  ///   - target: Where the edge ends, the same as `source` for a self-loop.
  ///   - isDirected: Whether the edge leads only from `source` to `target`, rather than both ways.
  ///   - value: What the edge carries.
  /// - Returns: The identifier of the new edge, greater than all before it.
  /// - Precondition: Both ends are in the graph. The graph is mixed, or its edges are of this kind.
  /// - Complexity: O(1) amortised
  @inlinable
  @discardableResult
  public mutating func addEdge(
    from source: NodeID, to target: NodeID, directed isDirected: Bool, _ value: Edge
  ) -> EdgeID {
    precondition(
      directedness == .mixed || isDirected == (directedness == .directed),
      "Only a mixed graph has edges of both kinds.")
    let edge = topology.appendEdge(from: source, to: target)
    if directedness == .mixed { topology.leadsBothWays.append(!isDirected) }
    edgeValues.append(value)
    return edge
  }

  /// Removes an edge.
  ///
  /// Whatever lists nodes or edges holds the graph as it was, so that the first removal within a loop
  /// over ``edges`` or ``incidentEdges(of:)`` copies the links of the whole graph. To remove many,
  /// see ``removeEdges(where:)`` and ``removeEdges(_:)``.
  ///
  /// - Returns: The value that the edge had.
  /// - Precondition: The edge is in the graph.
  /// - Complexity: O(1), plus the copy of shared storage on the first change
  @inlinable
  @discardableResult
  public mutating func removeEdge(_ edge: EdgeID) -> Edge {
    let value = self[edge]
    topology.remove(edge)
    if directedness == .mixed { topology.leadsBothWays[Int(edge.rawValue)] = false }
    edgeValues[Int(edge.rawValue)] = nil
    return value
  }

  /// Removes the edges that a rule names.
  ///
  /// ```swift
  /// graph.removeEdges(where: { _, year in year < 2017 })
  /// graph.removeEdges(graph.edges.filter { graph.endpoints(of: $0).isSelfLoop })
  /// ```
  ///
  /// The rule can't ask the graph, which is changing meanwhile. For a rule that has to, such as one
  /// about ends, list the edges first, as in the second line.
  ///
  /// - Parameter isUnwanted: Whether to remove an edge, told its value; asked once for each edge, in
  ///   the order of insertion. If it throws, the edges before are removed.
  /// - Throws: What the rule throws.
  /// - Complexity: O(number of edges ever added), plus the copy of shared storage
  @inlinable
  public mutating func removeEdges<Failure>(
    where isUnwanted: (EdgeID, Edge) throws(Failure) -> Bool
  ) throws(Failure) {
    for slot in edgeValues.indices {
      let edge = EdgeID(rawValue: UInt32(slot))
      if let value = edgeValues[slot], try isUnwanted(edge, value) { removeEdge(edge) }
    }
  }

  /// Removes some edges.
  ///
  /// - Parameter edges: The edges, in any order, such as those listed at a node. One that is not in
  ///   the graph, or not any more, is passed over, so that an edge may be named twice.
  /// - Complexity: O(number of edges named), plus the copy of shared storage
  @inlinable
  public mutating func removeEdges(_ edges: consuming some Sequence<EdgeID>) {
    // Listed first: what lists them may hold the graph as it was, which would have to be copied.
    let named = Array(edges)
    for edge in named where contains(edge) { removeEdge(edge) }
  }

  /// Removes a node and every edge that ends at it.
  ///
  /// - Returns: The value that the node had.
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(degree of the node)
  @inlinable
  @discardableResult
  public mutating func removeNode(_ node: NodeID) -> Node {
    let value = self[node]
    for edge in Array(incidentEdges(of: node)) {
      removeEdge(edge)
    }
    topology.remove(node)
    nodeValues[Int(node.rawValue)] = nil
    return value
  }
}

extension Graph where Edge == Void {
  /// Adds an edge that carries nothing.
  ///
  /// - Returns: The identifier of the new edge, greater than all before it.
  /// - Precondition: Both ends are in the graph.
  /// - Complexity: O(1) amortised
  @inlinable
  @discardableResult
  public mutating func addEdge(from source: NodeID, to target: NodeID) -> EdgeID {
    addEdge(from: source, to: target, ())
  }

  /// Adds an edge that carries nothing and says whether it leads one way.
  ///
  /// - Returns: The identifier of the new edge, greater than all before it.
  /// - Precondition: Both ends are in the graph. The graph is mixed, or its edges are of this kind.
  /// - Complexity: O(1) amortised
  @inlinable
  @discardableResult
  public mutating func addEdge(
    from source: NodeID, to target: NodeID, directed isDirected: Bool
  ) -> EdgeID {
    addEdge(from: source, to: target, directed: isDirected, ())
  }
}
