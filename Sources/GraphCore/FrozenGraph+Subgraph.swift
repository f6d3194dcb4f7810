extension FrozenGraph {
  /// The part of the graph that consists of some nodes and all edges between them.
  ///
  /// All else is gone: the subgraph has fewer nodes and edges, which it numbers anew and without
  /// gaps, while they keep their identifiers. So measures are those of the part alone.
  ///
  /// ```swift
  /// var builder = FrozenGraph.Builder(.undirected)
  /// for (source, target) in [(0, 1), (1, 2), (2, 0), (2, 3)] {
  ///   builder.addEdge(from: source, to: target)
  /// }
  /// let whole = builder.build()
  /// let tail = whole.subgraph(of: [2, 3].map { NodeID(rawValue: $0) })
  /// tail.nodeCount  // 2
  /// tail.edgeCount  // 1
  /// tail.edge(at: 0)  // e3, as in the whole
  /// ```
  ///
  /// Edges that a filter left out are not in the subgraph.
  ///
  /// - Parameter nodes: The nodes, in any order. One that is not in the graph is passed over.
  /// - Returns: The subgraph, with the directedness and the weights of the graph.
  /// - Complexity: O(nodes + edges) of the graph, and O(arcs) of the nodes that are kept
  public func subgraph(of nodes: some Sequence<NodeID>) -> FrozenGraph {
    var isKept = [Bool](repeating: false, count: nodeCount)
    for node in nodes {
      if let number = index(of: node) { isKept[number] = true }
    }
    return subgraph(ofNodes: isKept)
  }

  /// The part of the graph that consists of some nodes and some of the edges between them.
  ///
  /// - Parameters:
  ///   - isNodeKept: For each node by its number, whether it is kept.
  ///   - isEdgeKept: For each edge by its number, whether it is kept if its ends are; `nil` to keep
  ///     all.
  /// - Returns: The subgraph; the graph itself if all is kept.
  /// - Complexity: O(nodes + edges) of the graph, and O(arcs) of the nodes that are kept
  package func subgraph(
    ofNodes isNodeKept: [Bool], edges isEdgeKept: [Bool]? = nil
  ) -> FrozenGraph {
    let nodes = RankedSet(isNodeKept)
    let (targets, edges, weights) = (outgoing.targets, outgoing.edges, outgoing.weights)
    var rows = ArcRows()
    for source in nodes.numbers {
      for arc in outgoing.range(of: source) where isNodeKept[Int(targets[arc])] {
        if let isEdgeKept, !isEdgeKept[Int(edges[arc])] { continue }
        rows.append(
          target: UInt32(nodes.rank(ofMember: Int(targets[arc]))), edge: edges[arc],
          weight: weights.isEmpty ? nil : weights[arc])
      }
      rows.endRow()
    }
    return part(of: nodes, with: rows)
  }

  /// The part of the graph that has some nodes, and the edges that are left of those between them.
  ///
  /// - Parameters:
  ///   - nodes: The numbers of the nodes.
  ///   - rows: The arcs out of each, to nodes by their ranks, of edges by the numbers that they
  ///     have in this graph.
  /// - Returns: The part; the graph itself if no node and no edge is missing.
  func part(of nodes: RankedSet, with rows: consuming ArcRows) -> FrozenGraph {
    let edges = rows.numberEdges(below: edgeCount)
    if nodes.count == nodeCount && edges.count == edgeCount { return self }
    return FrozenGraph(
      directedness: directedness, weightRole: weightRole, outgoing: rows.arcs,
      nodeNumbering: nodeNumbering.keeping(nodes), edgeNumbering: edgeNumbering.keeping(edges),
      isMixed: isMixed)
  }
}
