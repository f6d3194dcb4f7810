internal import ExactTexts
package import GraphCore

/// A value and the attribute that it is of.
package typealias KeyedValue = (key: AttributeKey, value: AttributeValue)

/// The values of a property graph, in the order of their keys.
package struct AttributeRows {
  private let graph: PropertyGraph
  private let nodeSlots: [Int]
  private let edgeSlots: [Int]

  /// The values of a graph.
  package init(_ graph: PropertyGraph) {
    self.graph = graph
    nodeSlots = graph.slots(for: .node)
    edgeSlots = graph.slots(for: .edge)
  }

  /// The values that the graph itself has.
  package var ofGraph: [KeyedValue] { values(graph.slots(for: .graph), 0) }

  /// The values that a node has.
  package func values(at node: NodeID) -> [KeyedValue] { values(nodeSlots, Int(node.rawValue)) }

  /// The values that an edge has.
  package func values(at edge: EdgeID) -> [KeyedValue] { values(edgeSlots, Int(edge.rawValue)) }

  private func values(_ slots: [Int], _ row: Int) -> [KeyedValue] {
    slots.compactMap { slot in graph.columns[slot].value(at: row).map { (graph.keys[slot], $0) } }
  }
}

extension PropertyGraph {
  /// The attributes of the graph, of nodes and of edges.
  package var commonKeys: [AttributeKey] { keys.filter(\.domain.isCommon) }

  /// Whether two nodes have several edges between them, or edges have identifiers: NetworkX keeps
  /// both in multigraphs only.
  var needsMultigraph: Bool {
    if hasEdgeIDs { return true }
    var pairs: [UInt64] = []
    pairs.reserveCapacity(graph.edgeCount)
    for edge in graph.edges {
      let ends = graph.endpoints(of: edge)
      let (source, target) = (UInt64(ends.source.rawValue), UInt64(ends.target.rawValue))
      let isTurned = graph.directedness == .undirected && target < source
      pairs.append(isTurned ? target << 32 | source : source << 32 | target)
    }
    pairs.sort()
    return zip(pairs, pairs.dropFirst()).contains { $0 == $1 }
  }
}

extension Set<ExactText> {
  /// A name like another one that isn't in the set.
  func free(_ name: String) -> String {
    var name = name + "_"
    while contains(name) { name += "_" }
    return name
  }
}
