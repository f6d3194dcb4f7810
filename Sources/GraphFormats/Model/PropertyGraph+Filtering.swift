public import GraphCore

extension PropertyGraph {
  /// The part of the graph that conditions leave: nodes with the edges between them, all
  /// declarations, and what is said of the graph as a whole.
  ///
  /// A node whose parent goes has none; a hyperedge loses the ends that go, and goes with the last.
  ///
  /// - Parameters:
  ///   - keepsNode: Whether a node stays.
  ///   - keepsEdge: Whether an edge between nodes that stay does so, too.
  /// - Returns: The smaller graph, in the same order; its nodes and edges are numbered anew.
  /// - Complexity: O(nodes + edges + values)
  public func filtered(
    nodes keepsNode: (NodeID) -> Bool, edges keepsEdge: (EdgeID) -> Bool
  ) -> PropertyGraph {
    var part = PropertyGraph(graph.directedness)
    // What this graph holds was checked when it came in, so that nothing is refused here.
    for key in keys { try? part.declare(key) }
    for key in keys where key.domain == .graph {
      try? part.setValue(value(of: key.name), of: key.name)
    }
    var nodes: [NodeID: NodeID] = [:]
    for node in graph.nodes where keepsNode(node) {
      guard let copy = try? part.addNode(graph[node].id) else { continue }
      part.setValues(.node, Int(copy.rawValue), from: Int(node.rawValue), of: self)
      nodes[node] = copy
    }
    var edges: [EdgeID: EdgeID] = [:]
    for edge in graph.edges where keepsEdge(edge) {
      let ends = graph.endpoints(of: edge)
      guard let source = nodes[ends.source], let target = nodes[ends.target] else { continue }
      let copy = try? part.addEdge(
        from: source, to: target, id: graph[edge].id, directed: graph.isDirected(edge))
      guard let copy else { continue }
      part.setValues(.edge, Int(copy.rawValue), from: Int(edge.rawValue), of: self)
      edges[edge] = copy
    }
    part.details = details.renumbered(nodes: nodes, edges: edges)
    return part
  }

  /// Takes over the values of a row of a graph with the same attributes.
  private mutating func setValues(
    _ domain: AttributeKey.Domain, _ row: Int, from other: Int, of graph: PropertyGraph
  ) {
    for slot in slots(for: domain) {
      if let value = graph.columns[slot].value(at: other) { columns[slot].set(value, at: row) }
    }
  }
}

extension PropertyGraph.Details {
  /// What is said of the nodes and edges that have a new number, under that number.
  fileprivate func renumbered(nodes: [NodeID: NodeID], edges: [EdgeID: EdgeID]) -> Self {
    func moved<ID, Value>(_ values: [ID: Value], _ numbers: [ID: ID]) -> [ID: Value] {
      var result: [ID: Value] = [:]
      for (id, value) in values {
        if let number = numbers[id] { result[number] = value }
      }
      return result
    }
    var details = self
    details.nodeNotes = moved(nodeNotes, nodes)
    details.edgeNotes = moved(edgeNotes, edges)
    details.parents = moved(parents, nodes).compactMapValues { nodes[$0] }
    details.subgraphs = moved(subgraphs, nodes)
    details.ports = moved(ports, nodes)
    details.edgePorts = moved(edgePorts, edges)
    details.nodeAppearances = moved(nodeAppearances, nodes)
    details.edgeAppearances = moved(edgeAppearances, edges)
    details.nodeSpells = moved(nodeSpells, nodes)
    details.edgeSpells = moved(edgeSpells, edges)
    details.nodeHistories = moved(nodeHistories, nodes)
    details.edgeHistories = moved(edgeHistories, edges)
    details.hyperedges = hyperedges.compactMap { hyperedge in
      var hyperedge = hyperedge
      hyperedge.endpoints = hyperedge.endpoints.compactMap { end in
        nodes[end.node].map { node in
          var end = end
          end.node = node
          return end
        }
      }
      return hyperedge.endpoints.isEmpty ? nil : hyperedge
    }
    return details
  }
}
