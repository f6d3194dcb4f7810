package import GraphCore

/// A value and the attribute that it is of.
package typealias KeyedValue = (key: AttributeKey, value: AttributeValue)

/// The values of a property graph, in the order of their keys.
package struct AttributeRows {
  private let graph: PropertyGraph
  private let nodeKeys: [AttributeKey]
  private let edgeKeys: [AttributeKey]

  /// The values of a graph.
  package init(_ graph: PropertyGraph) {
    self.graph = graph
    nodeKeys = graph.keys(for: .node)
    edgeKeys = graph.keys(for: .edge)
  }

  /// The values that the graph itself has.
  package var ofGraph: [KeyedValue] {
    graph.keys(for: .graph).compactMap { key in graph.value(of: key.name).map { (key, $0) } }
  }

  /// The values that a node has.
  package func values(at node: NodeID) -> [KeyedValue] {
    nodeKeys.compactMap { key in graph.value(of: key.name, at: node).map { (key, $0) } }
  }

  /// The values that an edge has.
  package func values(at edge: EdgeID) -> [KeyedValue] {
    edgeKeys.compactMap { key in graph.value(of: key.name, at: edge).map { (key, $0) } }
  }
}

extension PropertyGraph {
  /// The attributes of the graph, of nodes and of edges.
  package var commonKeys: [AttributeKey] { keys.filter(\.domain.isCommon) }

  /// Whether two nodes have several edges between them, or edges have identifiers: NetworkX keeps
  /// both in multigraphs only.
  var needsMultigraph: Bool {
    var pairs: Set<[NodeID]> = []
    return graph.edges.contains { edge in
      let ends = graph.endpoints(of: edge)
      let isTurned = graph.directedness == .undirected && ends.target < ends.source
      let pair = isTurned ? [ends.target, ends.source] : [ends.source, ends.target]
      return graph[edge].id != nil || !pairs.insert(pair).inserted
    }
  }
}

extension Set<String> {
  /// A name like another one that isn't in the set.
  func free(_ name: String) -> String {
    var name = name + "_"
    while contains(name) { name += "_" }
    return name
  }
}
