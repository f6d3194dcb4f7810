import GraphAlgorithms
import GraphCore
import ParkGraph

/// A view of park data.
struct ParkNetwork: Network {
  let parks: ParkGraph
  let view: ParkView
  let language: LanguageTag
  let place: String

  /// A view, whose language and whose words for what was left out options tell.
  init(parks: ParkGraph, view: ParkView, _ options: GraphOptions) {
    self.parks = parks
    self.view = view
    language = options.lang
    place = "in the \(view.kind.rawValue) view" + options.narrowing
  }

  var title: String? { parks.info.title(in: language) }
  var nodeCount: Int { view.graph.nodeCount }
  var edgeCount: Int { view.graph.edgeCount }

  var weightName: String? { "weight" }

  var directedness: String { view.graph.directedness.word }
  var nodes: [NodeID] { view.graph.nodes.sorted(by: precedes) }

  var edges: [EdgeID] { Array(view.graph.edges) }

  func isDirected(_ edge: EdgeID) -> Bool { view.graph.isDirected(edge) }

  func frozen(
    as orientation: FrozenGraph.Orientation, _ weights: WeightUse
  ) throws(CommandFailure) -> FrozenGraph {
    let graph = view.graph
    do throws(InvalidWeight) {
      return switch weights {
      case .none: graph.frozen(as: orientation)
      case .strength: try graph.frozen(as: orientation, strength: { _, tie in tie.weight })
      case .distance: try graph.frozen(as: orientation, distance: { _, tie in 1 / tie.weight })
      case .preference: try graph.frozen(as: orientation, distance: { _, tie in tie.distance })
      }
    } catch {
      throw CommandFailure(.software, "\(error)")
    }
  }

  func node(named name: String) throws(CommandFailure) -> NodeID {
    let id = try parks.resolve(name, in: NameIndex(parks), language: language)
    guard let node = view.node(for: id) else {
      throw CommandFailure(
        .negative, "'\(parks.name(of: id, in: language))' has no tie \(place)", missingName: name)
    }
    return node
  }

  func search(_ text: String) -> [(node: NodeID, name: String)] {
    NameIndex(parks).search(text).compactMap { hit in view.node(for: hit.id).map { ($0, hit.name) }
    }
  }

  func reference(to node: NodeID) -> ReferenceRecord {
    ReferenceRecord(view.graph[node], in: parks, language: language)
  }

  func sort(of node: NodeID) -> String {
    parks[view.graph[node]].map(parks.sort(of:)) ?? ""
  }

  func ties(of node: NodeID) -> [(edge: EdgeID, other: NodeID)] {
    view.graph.incidentEdges(of: node).map { ($0, view.graph.endpoints(of: $0).other(than: node)) }
  }

  func endpoints(of edges: [EdgeID]) -> [Endpoints] { edges.map(view.graph.endpoints) }

  func tie(_ edge: EdgeID, from node: NodeID) -> TieRecord {
    let tie = view.graph[edge]
    let qualifiers = tie.qualifiers
    let isForward = view.graph.endpoints(of: edge).source == node
    var record = TieRecord(label: isForward ? tie.label : tie.inverseLabel)
    record.id = tie.agreement?.rawValue
    record.role = tie.role
    record.remark = qualifiers.remark
    if case .partnership = tie.kind, let agreement = tie.agreement {
      record.notes.append(parks.name(of: agreement, in: language))
    }
    record.notes += qualifiers.evidence.map(parks.phrase(for:))
    record.years = qualifiers.shortDate
    record.since = qualifiers.validity.from?.description ?? ""
    record.until = qualifiers.validity.until?.description ?? ""
    record.sources = parks.locators(of: qualifiers.evidence)
    record.agreement = tie.agreement.map { ReferenceRecord($0, in: parks, language: language) }
    record.qualifiers = qualifiers
    return record
  }

  func precedes(_ first: NodeID, _ second: NodeID) -> Bool {
    view.graph[first] < view.graph[second]
  }
}
