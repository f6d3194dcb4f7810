import GraphAlgorithms
import GraphCore
import GraphFormats
import ParkGraph

/// A list of plain edges, which nothing is known of but the names of nodes and perhaps weights.
struct EdgeListNetwork: Network {
  let list: EdgeList
  /// What messages call the file.
  let name: String
  /// What the weights are called that were read if there are some.
  let readWeight: String?

  private var graph: FrozenGraph { list.graph }

  var place: String { "in \(name)" }
  var nodeCount: Int { graph.nodeCount }
  var edgeCount: Int { graph.edgeCount }
  var directedness: String { graph.directedness.word }
  var nodes: [NodeID] { (0..<graph.nodeCount).map(graph.node(at:)) }

  var edges: [EdgeID] { (0..<graph.edgeCount).map(graph.edge(at:)) }

  var weightName: String? { graph.weightRole == nil ? nil : readWeight }

  func isDirected(_ edge: EdgeID) -> Bool { graph.isDirected }

  func frozen(
    as orientation: FrozenGraph.Orientation, _ weights: WeightUse
  ) throws(CommandFailure) -> FrozenGraph {
    let oriented = orientation == .undirected ? graph.undirected : graph
    return switch weights {
    case .none, .preference: oriented.unweighted
    case .strength: oriented.weights(as: .strength)
    case .distance: oriented.weights(as: .distance)
    }
  }

  func node(named name: String) throws(CommandFailure) -> NodeID {
    if let node = list.node(named: name) { return node }
    return try index.node(named: name, in: self)
  }

  func search(_ text: String) -> [(node: NodeID, name: String)] {
    index.search(text).map { ($0.id, $0.name) }
  }

  /// Folding every name takes a while, which an exact name spares.
  private var index: NameIndex<NodeID> {
    NameIndex(nodes.lazy.map { ($0, reference(to: $0).id, []) })
  }

  func reference(to node: NodeID) -> ReferenceRecord {
    let name = list.name(of: node) ?? ""
    return ReferenceRecord(id: name, label: name, kind: nil)
  }

  func sort(of node: NodeID) -> String { "" }

  func ties(of node: NodeID) -> [(edge: EdgeID, other: NodeID)] {
    guard let number = graph.index(of: node) else { return [] }
    let directions = graph.isDirected ? [graph.outgoing, graph.incoming] : [graph.outgoing]
    return directions.flatMap { arcs in
      arcs.range(of: number).map { arc in
        (graph.edge(at: Int(arcs.edges[arc])), graph.node(at: Int(arcs.targets[arc])))
      }
    }
  }

  func endpoints(of edges: [EdgeID]) -> [Endpoints] {
    // All edges have ends, because the list is never filtered.
    graph.endpoints(of: edges).compactMap { $0 }
  }

  func tie(_ edge: EdgeID, from node: NodeID) -> TieRecord {
    var record = TieRecord(label: TieRecord.unnamed)
    record.weight = graph.weight(of: edge, at: node)
    return record
  }

  func precedes(_ first: NodeID, _ second: NodeID) -> Bool { first < second }
}
