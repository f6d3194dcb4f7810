import GraphCore
import GraphFormats
import ParkGraph

extension PropertyGraph {
  /// A view with the attributes that every file of ours declares: nodes have at least `label` and
  /// `kind`, edges `label`, `kind` and `weight`.
  ///
  /// Dates are text as in the data files. An attribute that an entity has not is left out.
  init(
    _ view: ParkView, of source: ParkGraph, language: LanguageTag
  ) throws(PropertyGraphError) {
    self.init(view.graph.directedness)
    for key in ParkGraph.attributeKeys { try declare(key) }
    try setValue(.string(source.info.title), of: "title")
    if let date = source.info.date { try setValue(.string(date.description), of: "date") }

    var nodes: [NodeID: NodeID] = [:]
    for node in view.graph.nodes {
      guard let entity = source[view.graph[node]] else { continue }
      nodes[node] = try addNode(
        entity.id.rawValue, source.attributes(of: entity, language: language))
    }
    for edge in view.graph.edges {
      let ends = view.graph.endpoints(of: edge)
      guard let start = nodes[ends.source], let end = nodes[ends.target] else { continue }
      try addEdge(
        from: start, to: end, source.attributes(of: view.graph[edge]))
    }
  }
}
