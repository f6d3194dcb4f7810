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
    try declareKeys()
    try setValue(.string(source.info.title), of: "title")
    if let date = source.info.date { try setValue(.string(date.description), of: "date") }

    var nodes: [NodeID: NodeID] = [:]
    for node in view.graph.nodes {
      guard let entity = source[view.graph[node]] else { continue }
      nodes[node] = try addNode(
        entity.id.rawValue, Self.attributes(of: entity, language: language))
    }
    for edge in view.graph.edges {
      let ends = view.graph.endpoints(of: edge)
      guard let start = nodes[ends.source], let end = nodes[ends.target] else { continue }
      try addEdge(
        from: start, to: end, Self.attributes(of: view.graph[edge], in: source, language: language))
    }
  }

  private mutating func declareKeys() throws(PropertyGraphError) {
    for name in ["title", "date"] { try declare(AttributeKey(name, for: .graph, .string)) }
    let nodeTexts = [
      "label", "kind", "form", "name_en", "name_zh_hans", "name_zh_hant", "aliases", "country",
    ]
    for name in nodeTexts { try declare(AttributeKey(name, for: .node, .string)) }
    for name in ["latitude", "longitude"] { try declare(AttributeKey(name, for: .node, .double)) }
    for name in ["start", "end", "note", "sources"] {
      try declare(AttributeKey(name, for: .node, .string))
    }
    for name in ["label", "kind", "start", "end"] {
      try declare(AttributeKey(name, for: .edge, .string))
    }
    try declare(AttributeKey("weight", for: .edge, .double))
    for name in ["sources", "agreement", "role", "certainty"] {
      try declare(AttributeKey(name, for: .edge, .string))
    }
  }

  private static func attributes(
    of entity: Entity, language: LanguageTag
  ) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [
      "label": .string(entity.name(in: language)),
      "kind": .string(entity.kind.rawValue),
    ]
    values["form"] = entity.form.map { .string($0) }
    let names: [(String, LanguageTag)] = [
      ("name_en", .english), ("name_zh_hans", .simplifiedChinese),
      ("name_zh_hant", .traditionalChinese),
    ]
    var shown: Set<String> = []
    for (key, language) in names {
      guard let name = entity.exactName(in: language) else { continue }
      values[key] = .string(name)
      shown.insert(name)
    }
    let others = entity.profile.names.map(\.value.text).filter { shown.insert($0).inserted }
    if !others.isEmpty { values["aliases"] = .string(others.joined(separator: "; ")) }
    values["country"] = entity.country.map { .string($0.value.rawValue) }
    values["latitude"] = entity.coordinates.map { .double($0.value.latitude) }
    values["longitude"] = entity.coordinates.map { .double($0.value.longitude) }
    let validity = entity.profile.period?.validity
    values["start"] = (validity?.from).map { .string($0.description) }
    values["end"] = (validity?.until).map { .string($0.description) }
    values["note"] = entity.profile.note.map { .string($0) }
    let sources = Set(entity.statements.flatMap(\.qualifiers.citations).map(\.source)).sorted()
    if !sources.isEmpty {
      values["sources"] = .string(sources.map(\.rawValue).joined(separator: "; "))
    }
    return values
  }

  private static func attributes(
    of tie: Tie, in source: ParkGraph, language: LanguageTag
  ) -> [String: AttributeValue] {
    let kind =
      switch tie.kind {
      case .relation: "relation"
      case .party: "party"
      case .partnership: "partnership"
      }
    var values: [String: AttributeValue] = [
      "label": .string(tie.label), "kind": .string(kind), "weight": .double(tie.weight),
      "certainty": .string(tie.qualifiers.certainty.rawValue),
    ]
    values["start"] = tie.qualifiers.validity.from.map { .string($0.description) }
    values["end"] = tie.qualifiers.validity.until.map { .string($0.description) }
    values["agreement"] = tie.agreement.map { .string($0.rawValue) }
    values["role"] = tie.role.map { .string($0) }
    if !tie.qualifiers.evidence.isEmpty {
      values["sources"] = .string(
        source.locators(of: tie.qualifiers.evidence).joined(separator: "; "))
    }
    return values
  }
}
