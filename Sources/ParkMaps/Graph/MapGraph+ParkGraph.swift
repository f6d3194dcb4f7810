import GraphCore
public import ParkGraph

extension MapGraph {
  /// What can be chosen when park data is made into a map.
  public struct ParkOptions: Hashable, Sendable {
    /// What colours and boxes can go by.
    public enum Attribute: String, CaseIterable, Hashable, Sendable {
      /// The country, for the kinds of entity that have one.
      case country
      /// The programme under which all of a node's agreements stand.
      case programme
      /// The kind of entity: park, organization …
      case kind
      /// The sort of thing within its kind: university, company …
      case form
    }

    /// The language of names; a second one is added below where the entity has it.
    public var language: LanguageTag = .english
    /// The language of the second line; `nil` for English and simplified Chinese to complement each
    /// other.
    public var secondLanguage: LanguageTag?
    /// Whether names stand in two languages.
    public var isBilingual = true
    /// The title; `nil` for the data set's own in the map's language, empty for none.
    public var title: String?
    /// What gives nodes their colour.
    public var colorBy: Attribute = .country
    /// What nodes are boxed by; `nil` for programmes in a partnership view and nothing in others.
    public var groupBy: Attribute?
    /// Whether nodes are boxed at all.
    public var isGrouped = true

    /// Creates options, all at their defaults.
    public init() {}
  }

  /// Creates a map of park data.
  ///
  /// - Parameters:
  ///   - graph: Where names, dates and sources come from.
  ///   - view: What is drawn; `nil` for the partnerships.
  ///   - options: What was chosen.
  /// - Complexity: O(*n* + *m*) in the view's nodes and edges.
  public init(_ graph: ParkGraph, view: ParkView? = nil, options: ParkOptions = ParkOptions()) {
    let view = view ?? graph.view(.partnership)
    let maker = ParkMapMaker(graph: graph, view: view, options: options)
    self.init(
      title: options.title ?? graph.info.title(in: options.language), source: maker.source,
      date: graph.info.date?.description, language: options.language)
    nodes = maker.nodes
    edges = maker.edges
    groupHeadings = maker.groupHeadings
    categoryTitle = options.colorBy.rawValue
    doubtTitle =
      view.kind == .partnership
      ? "not certain to stand under the programme" : "implied or ambiguous"
  }
}

/// Turns the parts of a view into those of a map.
struct ParkMapMaker {
  let graph: ParkGraph
  let view: ParkView
  let options: MapGraph.ParkOptions
  private let programmes: [NodeID: EntityID]
  private let agreements: [EntityID: Set<EntityID>]
  let words: MapWords
  var isChinese: Bool { options.language.language == "zh" }

  init(graph: ParkGraph, view: ParkView, options: MapGraph.ParkOptions) {
    self.graph = graph
    self.view = view
    self.options = options
    words = MapWords(options.language)
    (programmes, agreements) = Self.programmes(of: view, in: graph)
  }

  // MARK: Nodes

  var nodes: [MapGraph.Node] {
    view.graph.nodes.compactMap { node in
      guard let entity = graph[view.graph[node]] else { return nil }
      let (first, second) = names(of: entity)
      let town = town(of: entity)
      return MapGraph.Node(
        id: entity.id.rawValue, name: first, secondName: second,
        kind: words[entity.kind.rawValue], category: category(of: entity, node),
        group: group(of: entity, node), tooltip: tooltip(of: entity),
        coordinates: entity.coordinates?.value ?? town?.coordinates, town: town?.name)
    }
  }

  /// The name in the map's language, and the one in the second language where it is another one.
  private func names(of entity: Entity) -> (first: String, second: String?) {
    let first = entity.name(in: options.language)
    guard options.isBilingual else { return (first, nil) }
    let second =
      options.secondLanguage
      ?? (options.language.language == "zh" ? .english : .simplifiedChinese)
    guard let name = entity.ownName(in: second), name != first else { return (first, nil) }
    return (first, name)
  }

  private func category(of entity: Entity, _ node: NodeID) -> MapGraph.Category? {
    switch options.colorBy {
    case .country:
      return entity.country.map { .init($0.value, in: options.language) }
    case .programme:
      return programmes[node].flatMap { graph[$0] }.map { .init(names(of: $0).first) }
    case .kind: return .init(words[entity.kind.rawValue])
    case .form: return entity.form.map { .init(words[$0]) }
    }
  }

  /// The key of the box that a node stands in; it is what the box says unless there is a heading.
  private func group(of entity: Entity, _ node: NodeID) -> String? {
    guard options.isGrouped else { return nil }
    return switch options.groupBy {
    case nil where view.kind == .partnership, .programme: programmes[node]?.rawValue
    case nil: nil
    case .country:
      entity.country.map { CountryNames.name(of: $0.value, in: options.language) }
    case .kind: words[entity.kind.rawValue]
    case .form: entity.form.map { words[$0] }
    }
  }

  private func tooltip(of entity: Entity) -> String {
    let facts = [
      words[entity.form ?? entity.kind.rawValue],
      entity.country.map { CountryNames.name(of: $0.value, in: options.language) },
    ]
    return entity.name(in: options.language) + "\n"
      + facts.compactMap(\.self).joined(separator: ", ")
  }

  // MARK: Groups

  /// The programme under which all agreements of a node stand, for the nodes of a partnership view
  /// that have one; and the agreements of each programme.
  private static func programmes(
    of view: ParkView, in graph: ParkGraph
  ) -> ([NodeID: EntityID], [EntityID: Set<EntityID>]) {
    var programmes: [NodeID: Set<EntityID?>] = [:]
    var agreements: [EntityID: Set<EntityID>] = [:]
    for edge in view.graph.edges {
      guard let id = view.graph[edge].agreement else { continue }
      let programme = graph[id]?.profile.relations.first { $0.value.kind == .under }?.value.object
      if let programme { agreements[programme, default: []].insert(id) }
      let ends = view.graph.endpoints(of: edge)
      programmes[ends.source, default: []].insert(programme)
      programmes[ends.target, default: []].insert(programme)
    }
    let own = programmes.compactMapValues { $0.count == 1 ? $0.first ?? nil : nil }
    return (own, agreements)
  }

  /// The programmes' names, and how many of their agreements are drawn.
  var groupHeadings: [String: MapGraph.Heading] {
    var headings: [String: MapGraph.Heading] = [:]
    for (id, agreements) in agreements {
      guard let entity = graph[id] else { continue }
      let (first, second) = names(of: entity)
      let counts = (entity.programme?.batches ?? []).map { batch in
        let unit = words[batch.value.unit]
        let size = batch.value.size.map { "\($0) \(unit)" } ?? unit
        return isChinese
          ? "第 \(batch.value.number) 批：\(size)" : "batch \(batch.value.number): \(size)"
      }
      let named =
        isChinese ? "\(words["named here"]) \(agreements.count)" : "\(agreements.count) named here"
      let note = (counts + [named]).joined(separator: isChinese ? "，" : ", ")
      headings[id.rawValue] = MapGraph.Heading(first, secondName: second, note: note)
    }
    return headings
  }
}
