import GraphAlgorithms
import GraphCore
import GraphFormats
import ParkGraph

/// A graph that another tool, or `export`, wrote: nodes and edges with meanings.
struct FileNetwork: Network {
  let graph: PropertyGraph
  /// What messages call the file, and what is left of it.
  let name: String
  let meanings: AttributeNames
  /// The weights of edges; `nil` where no attribute holds them.
  private let weights: EdgeWeights?

  init(
    _ graph: PropertyGraph, name: String, format: GraphFormat, language: LanguageTag,
    weight: String? = nil, label: String? = nil
  ) {
    self.graph = graph
    self.name = name
    meanings = AttributeNames(graph, language: language, label: label)
    weights = EdgeWeights(graph, named: weight, format: format)
  }

  var place: String { "in \(name)" }
  var title: String? {
    ["title", "name", "label"].lazy.compactMap { graph.value(of: $0)?.text }.first
  }
  var nodeCount: Int { graph.graph.nodeCount }
  var edgeCount: Int { graph.graph.edgeCount }

  var directedness: String { graph.graph.directedness.word }
  var nodes: [NodeID] { Array(graph.graph.nodes) }
  var keys: [AttributeKey] { graph.keys }

  var edges: [EdgeID] { Array(graph.graph.edges) }

  var weightName: String? {
    weights.flatMap { $0.hasValues(graph) ? $0.name : nil }
  }

  func isDirected(_ edge: EdgeID) -> Bool { graph.graph.isDirected(edge) }

  func frozen(
    as orientation: FrozenGraph.Orientation, _ use: WeightUse
  ) throws(CommandFailure) -> FrozenGraph {
    guard use == .strength || use == .distance, let weights, weights.hasValues(graph) else {
      return graph.graph.frozen(as: orientation)
    }
    // What is no number is found by the graph, which takes none but those.
    func weight(_ edge: EdgeID) -> Double { weights.weight(of: edge, in: graph) ?? .nan }
    do throws(InvalidWeight) {
      return use == .strength
        ? try graph.graph.frozen(as: orientation, strength: { edge, _ in weight(edge) })
        : try graph.graph.frozen(as: orientation, distance: { edge, _ in weight(edge) })
    } catch {
      let ends = graph.graph.endpoints(of: error.edge)
      let id = graph.graph[error.edge].id.map { " '\($0)'" } ?? ""
      let words =
        "the edge\(id) from '\(label(of: ends.source))' to '\(label(of: ends.target))'"
      throw CommandFailure(
        .dataError, weights.fault(of: error.edge, in: graph, called: words))
    }
  }

  func node(named name: String) throws(CommandFailure) -> NodeID {
    if let node = graph.node(withID: name) { return node }
    return try index.node(named: name, in: self)
  }

  func search(_ text: String) -> [(node: NodeID, name: String)] {
    index.search(text).map { ($0.id, $0.name) }
  }

  /// The nodes by all that people may call them.
  private var index: NameIndex<NodeID> {
    NameIndex(
      graph.graph.nodes.lazy.map { node in
        (node, graph.graph[node].id, meanings.names.compactMap { text(of: $0, at: node) })
      })
  }

  func reference(to node: NodeID) -> ReferenceRecord {
    ReferenceRecord(
      id: graph.graph[node].id, label: label(of: node), kind: text(of: meanings.kind, at: node))
  }

  func sort(of node: NodeID) -> String {
    [meanings.form ?? meanings.kind, meanings.country]
      .compactMap { text(of: $0, at: node) }.joined(separator: ", ")
  }

  func ties(of node: NodeID) -> [(edge: EdgeID, other: NodeID)] {
    graph.graph.incidentEdges(of: node).map {
      ($0, graph.graph.endpoints(of: $0).other(than: node))
    }
  }

  func endpoints(of edges: [EdgeID]) -> [Endpoints] { edges.map(graph.graph.endpoints) }

  func tie(_ edge: EdgeID, from node: NodeID) -> TieRecord {
    let ends = graph.graph.endpoints(of: edge)
    var label = text(of: meanings.edgeLabel, at: edge) ?? TieRecord.unnamed
    // Nobody knows the word for the other direction.
    if graph.graph.isDirected(edge), ends.source != node { label = "← \(label)" }
    var record = TieRecord(label: label)
    record.id = graph.graph[edge].id
    record.role = text(of: "role", at: edge)
    record.since = text(of: "start", at: edge) ?? ""
    record.until = text(of: "end", at: edge) ?? ""
    record.years = [record.since, record.until].filter { !$0.isEmpty }.joined(separator: " – ")
    if !record.years.isEmpty { record.remark = "(\(record.years))" }
    record.sources = [text(of: "sources", at: edge)].compactMap(\.self)
    record.notes = record.sources
    record.weight = weights?.weight(of: edge, in: graph)
    return record
  }

  func precedes(_ first: NodeID, _ second: NodeID) -> Bool { first < second }

  /// What a node is called: its label, else its identifier.
  func label(of node: NodeID) -> String {
    for name in meanings.labels {
      if let text = text(of: name, at: node), !text.isEmpty { return text }
    }
    return graph.graph[node].id
  }

  func attributes(of node: NodeID) -> [(name: String, value: AttributeValue)] {
    graph.keys(for: .node).compactMap { key in
      graph.value(of: key.name, at: node).map { (key.name, $0) }
    }
  }

  private func text(of name: String?, at node: NodeID) -> String? {
    name.flatMap { graph.value(of: $0, at: node)?.text }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func text(of name: String?, at edge: EdgeID) -> String? {
    name.flatMap { graph.value(of: $0, at: edge)?.text }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
