import GraphAlgorithms
import GraphCore
import Graphviz
import ParkGraph

/// What a map shows, worked out once: the groups, the colours, the engine.
struct MapPlan {
  let graph: MapGraph
  let options: NetworkMap.Options
  /// The groups and the places of their nodes.
  let groups: [(key: String, nodes: [Int])]
  /// The categories, those with the most nodes first.
  let categories: [MapGraph.Category]
  /// The kinds of node and of tie, the most frequent first.
  let kinds: [String]
  let edgeKinds: [String]
  let engine: Engine
  /// Whether edges go around nodes, outside dot.
  ///
  /// For 340 edges that takes ten seconds; straight ones pass behind the nodes. Graphviz's curved
  /// edges are no choice: their bends differ from run to run.
  let bendsEdges: Bool

  var theme: Theme { options.theme }
  var words: MapWords { MapWords(graph.language) }

  init(_ map: NetworkMap) {
    graph = map.graph.valid
    options = map.options
    var members: [String: [Int]] = [:]
    for (place, node) in graph.nodes.enumerated() {
      if let group = node.group { members[group, default: []].append(place) }
    }
    groups = members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    categories = Self.ranked(graph.nodes.compactMap(\.category)) { $0.name }
    kinds = Self.ranked(graph.nodes.compactMap(\.kind)) { $0 }
    edgeKinds = Self.ranked(graph.edges.compactMap(\.kind)) { $0 }
    engine = options.engine ?? Self.engine(for: graph)
    bendsEdges = graph.edges.count <= 60
  }

  /// Values, the most frequent first, and equally frequent ones by name.
  private static func ranked<Value: Hashable>(
    _ values: [Value], name: (Value) -> String
  ) -> [Value] {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.sorted { ($1.value, name($0.key)) < ($0.value, name($1.key)) }.map(\.key)
  }

  /// Small trees and pairs stand best in columns, anything with more body as a network.
  private static func engine(for graph: MapGraph) -> Engine {
    let components = graph.topology.graph.frozen().connectedComponents()
    let isForest = graph.edges.count <= graph.nodes.count - components.count
    return isForest && components.largest.count <= 8 && graph.nodes.count <= 60 ? .dot : .sfdp
  }

  /// The colour of a node's category.
  func color(of node: MapGraph.Node) -> Color {
    guard let category = node.category, let place = categories.firstIndex(of: category),
      place < theme.palette.count
    else { return theme.neutral }
    return theme.palette[place]
  }

  /// The colour of a kind of tie.
  func color(ofTie kind: String?) -> Color {
    guard let kind, let place = edgeKinds.firstIndex(of: kind), place < theme.tieColors.count
    else { return theme.mutedText }
    return theme.tieColors[place]
  }
}

extension MapGraph {
  /// The graph without second nodes of one identifier and ties that lead nowhere.
  var valid: MapGraph {
    var seen: Set<String> = []
    var result = self
    result.nodes = nodes.filter { seen.insert($0.id).inserted }
    result.edges = edges.filter { seen.contains($0.source) && seen.contains($0.target) }
    return result
  }
}
