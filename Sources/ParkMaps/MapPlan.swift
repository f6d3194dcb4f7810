import GraphAlgorithms
import GraphCore
import Graphviz
import ParkGraph

/// What a map shows, worked out once: the groups, the colours, the engine.
struct MapPlan {
  let map: NetworkMap
  let entities: [(node: NodeID, entity: Entity)]
  let groups: [MapGroup]
  let countries: [CountryCode]
  let forms: [Agreement.Form]
  let engine: Engine
  /// Whether edges go around nodes, outside dot.
  ///
  /// For 340 edges that takes ten seconds; straight ones pass behind the nodes. Graphviz's curved
  /// edges are no choice: their bends differ from run to run.
  let bendsEdges: Bool

  var options: NetworkMap.Options { map.options }
  var theme: Theme { map.options.theme }

  init(_ map: NetworkMap) {
    self.map = map
    let graph = map.view.graph
    entities = graph.nodes.compactMap { node in map.graph[graph[node]].map { (node, $0) } }
    groups = MapGroup.groups(of: map.view, in: map.graph)

    var counts: [CountryCode: Int] = [:]
    for (_, entity) in entities {
      if let country = entity.country?.value { counts[country, default: 0] += 1 }
    }
    countries = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)

    let used = Set(
      graph.edges.compactMap { edge -> Agreement.Form? in
        if case .partnership(let form) = graph[edge].kind { form } else { nil }
      })
    forms = Agreement.Form.allCases.filter(used.contains)
    engine = map.options.engine ?? Self.engine(for: map.view)
    bendsEdges = graph.edgeCount <= 60
  }

  /// Small trees and pairs stand best in columns, anything with more body as a network.
  private static func engine(for view: ParkView) -> Engine {
    let graph = view.graph
    guard view.kind == .partnership else { return graph.nodeCount > 60 ? .sfdp : .dot }
    let components = graph.frozen(as: .undirected).connectedComponents()
    let isForest = graph.edgeCount <= graph.nodeCount - components.count
    return isForest && components.largest.count <= 8 ? .dot : .sfdp
  }

  /// The colour of an entity's country.
  func color(of entity: Entity) -> Color {
    guard let country = entity.country?.value, let place = countries.firstIndex(of: country),
      place < theme.palette.count
    else { return theme.neutral }
    return theme.palette[place]
  }

  /// The colour of a kind of agreement.
  func color(of form: Agreement.Form) -> Color {
    let place = Agreement.Form.allCases.firstIndex(of: form) ?? 0
    return theme.agreementColors[place % theme.agreementColors.count]
  }
}

/// The nodes whose agreements all stand under one programme.
struct MapGroup {
  let programme: EntityID
  let nodes: [NodeID]
  /// How many agreements of the programme are drawn.
  let agreements: Int

  static func groups(of view: ParkView, in graph: ParkGraph) -> [MapGroup] {
    guard view.kind == .partnership else { return [] }
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
    var members: [EntityID: [NodeID]] = [:]
    for node in view.graph.nodes {
      guard let own = programmes[node], own.count == 1, let programme = own.first ?? nil else {
        continue
      }
      members[programme, default: []].append(node)
    }
    return members.sorted { $0.key < $1.key }.map { programme, nodes in
      MapGroup(
        programme: programme, nodes: nodes, agreements: agreements[programme]?.count ?? 0)
    }
  }
}
