public import GraphCore

extension PropertyGraph {
  /// The part of the graph that conditions leave: nodes with the edges between them, and all
  /// declarations.
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
    // What this graph holds was checked when it came in.
    for key in keys { try? part.declare(key) }
    func values(_ domain: AttributeKey.Domain, _ value: (String) -> AttributeValue?)
      -> [String: AttributeValue]
    {
      var values: [String: AttributeValue] = [:]
      for key in keys where key.domain == domain { values[key.name] = value(key.name) }
      return values
    }
    for key in keys where key.domain == .graph {
      try? part.setValue(value(of: key.name), of: key.name)
    }
    var numbers: [NodeID: NodeID] = [:]
    for node in graph.nodes where keepsNode(node) {
      numbers[node] = try? part.addNode(
        graph[node].id, values(.node) { value(of: $0, at: node) })
    }
    for edge in graph.edges where keepsEdge(edge) {
      let ends = graph.endpoints(of: edge)
      guard let source = numbers[ends.source], let target = numbers[ends.target] else { continue }
      _ = try? part.addEdge(
        from: source, to: target, id: graph[edge].id, values(.edge) { value(of: $0, at: edge) })
    }
    return part
  }
}
