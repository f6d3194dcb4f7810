import GraphAlgorithms
import GraphCore
import Graphviz
import ParkGraph

/// What a map shows, worked out once: what is drawn of the graph, the order of kinds and categories,
/// how important each node is.
struct NetworkPlan {
  /// How much a node or tie is brought out.
  enum Emphasis {
    case usual
    case strong
    case faded
  }

  let options: NetworkMap.Options
  /// What is drawn: parallel ties merged, the rest left out.
  let graph: MapGraph
  /// What was left out.
  var notes: [NetworkNote]
  /// The categories, those with the most nodes first.
  let categories: [MapGraph.Category]
  /// The kinds of node, and of tie, the most frequent first.
  let kinds: [String]
  let tieKinds: [String]
  /// How important each node is, 0 … 1.
  let importance: [Double]
  /// The most ties that a line stands for.
  let mostTies: Int
  /// From so many ties on a line says their number, where not all lines can.
  let numberedTies: Int
  /// Whether importance tells nodes apart.
  let isScaled: Bool
  /// Whether each node has its name, or is one of many dots.
  let isNamed: [Bool]
  /// Whether pairs and small trees stand in columns.
  let isInColumns: Bool
  let emphases: [Emphasis]
  let tieEmphases: [Emphasis]
  /// The places of the ties' ends.
  let ends: [(source: Int, target: Int)]

  var theme: Theme { options.theme }
  var words: MapWords { MapWords(graph.language) }

  /// More names than this nobody reads.
  static let mostNodes = 500
  /// More numbers of ties than this hide the lines.
  static let mostNumbers = 40
  /// So many keep their names where there are more nodes.
  static let namesOfMany = 150

  init(_ map: NetworkMap) {
    let options = map.options
    self.options = options
    var notes: [NetworkNote] = []
    var graph = map.graph.valid.tamed
    let whole = graph.nodes.count
    if !options.focus.isEmpty {
      graph = graph.neighborhood(of: options.focus, depth: options.depth)
      notes.append(.focused(shown: graph.nodes.count, whole: whole, depth: options.depth))
    }
    let all = graph.nodes.count
    if Self.aggregates(graph, options) {
      let title = graph.categoryTitle ?? "category"
      graph = graph.aggregatedByCategory()
      notes.append(.aggregated(shown: graph.nodes.count, whole: all, by: title))
    } else {
      graph = graph.merged
    }

    categories = Ranking.of(
      graph.nodes.flatMap { node in
        node.category.map { Array(repeating: $0, count: min(max(node.count, 1), 10_000)) } ?? []
      })
    kinds = Ranking.of(graph.nodes.compactMap(\.kind)) { $0 }
    tieKinds = Ranking.of(graph.edges.compactMap(\.kind)) { $0 }
    let counts = graph.edges.map(\.count).filter { $0 > 1 }.sorted(by: >)
    mostTies = counts.first ?? 1
    numberedTies = counts.count > Self.mostNumbers ? counts[Self.mostNumbers] + 1 : 2
    isInColumns = Self.standsInColumns(graph, options)
    if graph.nodes.allSatisfy({ $0.score == nil }), !isInColumns { graph.setScores(by: .degree) }
    importance = Self.importance(of: graph.nodes)
    isScaled = Set(importance).count > 1

    var isNamed = Array(repeating: true, count: graph.nodes.count)
    if graph.nodes.count > Self.mostNodes {
      let important = Set(options.focus + options.highlightedPath)
      let scores = importance
      let order = graph.nodes.indices.sorted { first, second in
        let keys = [first, second].map { important.contains(graph.nodes[$0].id) ? 2 : scores[$0] }
        return (keys[1], first) < (keys[0], second)
      }
      for place in order.dropFirst(Self.namesOfMany) { isNamed[place] = false }
      notes.append(.named(shown: Self.namesOfMany, whole: graph.nodes.count))
    }
    self.isNamed = isNamed
    self.notes = notes

    let places = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.id, $0) })
    ends = graph.edges.compactMap { edge in
      places[edge.source].flatMap { source in places[edge.target].map { (source, $0) } }
    }
    (emphases, tieEmphases) = Self.emphases(in: graph, options)
    self.graph = graph
  }

  private static func aggregates(_ graph: MapGraph, _ options: NetworkMap.Options) -> Bool {
    switch options.aggregation {
    case .always: true
    case .never: false
    case .automatic:
      graph.nodes.count > mostNodes && Set(graph.nodes.map(\.category)).count > 2
        && 2 * graph.nodes.count { $0.category != nil } > graph.nodes.count
    }
  }

  /// Pairs and small trees stand best in columns, anything with more body as a network.
  private static func standsInColumns(_ graph: MapGraph, _ options: NetworkMap.Options) -> Bool {
    guard options.engine == nil, !graph.edges.isEmpty, graph.nodes.count <= 60 else { return false }
    let components = graph.topology.graph.frozen().connectedComponents()
    let isForest = graph.edges.count == graph.nodes.count - components.count
    return isForest && components.largest.count <= 6
  }

  /// Scores between 0 and 1, by their square roots: areas, not lengths, are compared by eye.
  private static func importance(of nodes: [MapGraph.Node]) -> [Double] {
    let scores = nodes.map { node in
      node.score.map { $0.isFinite ? max(0, $0).squareRoot() : 0 } ?? 0
    }
    guard let least = scores.min(), let most = scores.max(), most > least else {
      return scores.map { _ in 0 }
    }
    return scores.map { ($0 - least) / (most - least) }
  }

  private static func emphases(
    in graph: MapGraph, _ options: NetworkMap.Options
  ) -> ([Emphasis], [Emphasis]) {
    let path = Set(options.highlightedPath)
    guard !path.isEmpty else {
      let focus = Set(options.focus)
      return (
        graph.nodes.map { focus.contains($0.id) ? .strong : .usual },
        graph.edges.map { _ in .usual }
      )
    }
    let steps = Set(
      zip(options.highlightedPath, options.highlightedPath.dropFirst()).map { [$0, $1] })
    return (
      graph.nodes.map { path.contains($0.id) ? .strong : .faded },
      graph.edges.map { edge in
        let isStep =
          steps.contains([edge.source, edge.target]) || steps.contains([edge.target, edge.source])
        return isStep ? .strong : .faded
      }
    )
  }
}
