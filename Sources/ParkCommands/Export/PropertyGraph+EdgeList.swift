import GraphCore
import GraphFormats

extension PropertyGraph {
  /// Creates a graph of plain edges, with their weights as an attribute of a name where there are
  /// some.
  init(_ list: EdgeList, weight name: String?) throws(PropertyGraphError) {
    let graph = list.graph
    self.init(graph.directedness)
    let name = name ?? EdgeWeights.usualNames[0]
    let isWeighted = graph.weightRole != nil
    if isWeighted { try declare(AttributeKey(name, for: .edge, .double)) }
    var nodes: [NodeID] = []
    for name in list.names { nodes.append(try addNode(name)) }
    var edges = [(source: UInt32, target: UInt32, weight: Double)](
      repeating: (0, 0, 0), count: graph.edgeCount)
    let arcs = graph.outgoing
    // Backwards, so that of the two arcs of an undirected edge the one from its first node stays.
    for node in (0..<graph.nodeCount).reversed() {
      for arc in arcs.range(of: node) {
        edges[Int(arcs.edges[arc])] = (
          UInt32(node), arcs.targets[arc], isWeighted ? arcs.weights[arc] : 1
        )
      }
    }
    for edge in edges {
      try addEdge(
        from: nodes[Int(edge.source)], to: nodes[Int(edge.target)],
        isWeighted ? [name: .double(edge.weight)] : [:])
    }
  }
}
