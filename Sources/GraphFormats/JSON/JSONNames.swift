internal import ExactTexts

/// What attributes are called whose names mean something else in the file.
struct JSONNames {
  private static let taken: [AttributeKey.Domain: Set<ExactText>] = [
    .graph: ["directed"], .node: ["id", "parent"],
    .edge: ["source", "target", "key", "id", "from", "to", "directed", "undirected"],
  ]
  private var changed: [AttributeKey.Domain: [ExactText: String]] = [:]

  /// Finds the names for the attributes of a graph.
  init(_ graph: PropertyGraph) {
    for domain in AttributeKey.Domain.allCases where domain.isCommon {
      var taken = Self.taken[domain] ?? []
      // Keys that aren't texts are never taken for identifiers: NetworkX counts with them.
      if domain == .edge, !graph.hasEdgeIDs,
        let key = graph.keys(for: .edge).first(where: { $0.name == "key" }), key.type != .string
      {
        taken.remove("key")
      }
      var names = Set(exact: graph.keys(for: domain).map(\.name)).union(taken)
      for key in graph.keys(for: domain) where taken.contains(key.name) {
        let name = names.free(key.name)
        names.insert(name)
        changed[domain, default: [:]][key.name] = name
      }
    }
  }

  /// What an attribute is called.
  func name(of attribute: String, for domain: AttributeKey.Domain) -> String {
    changed[domain]?[attribute] ?? attribute
  }
}
