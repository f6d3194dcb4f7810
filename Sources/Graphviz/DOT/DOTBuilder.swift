internal import ExactTexts

/// Puts together what a text describes, statement by statement, with the meaning that libcgraph
/// gives to each.
///
/// Defaults hold for what is made after them, in the graph or subgraph that they stand in. A node
/// takes those of the place where it is named first.
struct DOTBuilder {
  typealias Values = [String: DOTGraph.Value]

  enum Kind: Sendable {
    case graph
    case node
    case edge
  }

  /// One end of an edge.
  struct End {
    var node: Int
    var port: DOTGraph.Value?
  }

  /// What stands between two edge signs.
  enum Link {
    case nodes([End])
    case subgraph(Int)
  }

  private struct Defaults {
    var graph: Values = [:]
    var node: Values = [:]
    var edge: Values = [:]

    func overridden(by other: Defaults) -> Defaults {
      Defaults(
        graph: graph.merging(other.graph) { $1 }, node: node.merging(other.node) { $1 },
        edge: edge.merging(other.edge) { $1 })
    }
  }

  /// The graph or a subgraph.
  private struct Scope {
    var name: String?
    var parent: Int?
    /// The values of the subgraph itself.
    var values: Values = [:]
    /// The names of those that it has not from where it stands.
    var own: Set<String> = []
    /// What subgraphs, nodes and edges made here have.
    var defaults = Defaults()
    /// What of that was said here.
    var local = Defaults()
    var nodes: Set<Int> = []
    var children: [Int] = []
    var places: [ExactText: Int] = [:]
  }

  private struct Pair: Hashable {
    var tail: Int
    var head: Int
    var key: ExactText?
  }

  private struct Edge {
    var tail: Int
    var head: Int
    var values: Values
  }

  static let root = 0

  let isDirected: Bool
  private let isStrict: Bool
  private var scopes: [Scope]
  private var nodes: [(name: String, values: Values, line: Int, column: Int)] = []
  private var nodePlaces: [ExactText: Int] = [:]
  private var edges: [Edge] = []
  /// The names of attributes that have other characters than ASCII's.
  private var spellings: [Kind: [String: String]] = [:]
  /// How many ends and pairs of ends edges have been led between.
  private var steps = 0
  /// Edges that a later statement may mean again: of a strict graph, or with a key.
  private var edgePlaces: [Pair: Int] = [:]

  init(name: String?, isDirected: Bool, isStrict: Bool) {
    self.isDirected = isDirected
    self.isStrict = isStrict
    scopes = [Scope(name: name)]
  }

  // MARK: Subgraphs and defaults

  /// The subgraph of this name in the scope, a new one unless it is there.
  mutating func openSubgraph(_ name: String?, in scope: Int) -> Int {
    if let name, let place = scopes[scope].places[name] {
      // What is said around it may have changed since.
      scopes[place].defaults = scopes[scope].defaults.overridden(by: scopes[place].local)
      return place
    }
    let place = scopes.count
    var subgraph = Scope(name: name, parent: scope)
    subgraph.defaults = scopes[scope].defaults
    subgraph.values = subgraph.defaults.graph
    scopes.append(subgraph)
    scopes[scope].children.append(place)
    if let name { scopes[scope].places[name] = place }
    return place
  }

  /// `node [name=value]` and the like.
  mutating func setDefault(
    _ name: String, _ value: DOTGraph.Value, of kind: Kind, in scope: Int
  ) throws(GraphvizError) {
    try checkSpelling(of: name, kind)
    let count =
      scopes[scope].defaults.graph.count + scopes[scope].defaults.node.count
      + scopes[scope].defaults.edge.count
    // Each node and each edge has a copy of them.
    guard count < Limits.dotDefaults else {
      throw GraphvizError(
        .limitExceeded, "more than \(Limits.dotDefaults) attributes have defaults",
        attribute: name)
    }
    switch kind {
    case .graph:
      scopes[scope].defaults.graph[name] = value
      scopes[scope].local.graph[name] = value
      scopes[scope].values[name] = value
      scopes[scope].own.insert(name)
    case .node:
      scopes[scope].defaults.node[name] = value
      scopes[scope].local.node[name] = value
    case .edge:
      guard name != Self.key else { return }
      scopes[scope].defaults.edge[name] = value
      scopes[scope].local.edge[name] = value
    }
  }

  /// Fails if another attribute has the name in other bytes that Unicode takes for the same.
  ///
  /// Values are kept by names as Swift compares them, and one of the two would be lost.
  private mutating func checkSpelling(
    of name: String, _ kind: Kind
  ) throws(GraphvizError) {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    guard let known = spellings[kind]?[name] else {
      spellings[kind, default: [:]][name] = name
      return
    }
    guard known.isExactly(name) else {
      throw GraphvizError(
        .invalidDOT,
        "two attributes are named \"\(name)\", with characters that are composed in one name and "
          + "not in the other; rename one", attribute: name)
    }
  }

  // MARK: Nodes

  /// The node of a name, a new one unless it is there; it is in the scope and all around it.
  mutating func node(_ value: DOTGraph.Value, in scope: Int) -> Int {
    let name = value.text
    let place: Int
    if let known = nodePlaces[name] {
      place = known
    } else {
      place = nodes.count
      nodes.append((name, scopes[scope].defaults.node, value.line, value.column))
      nodePlaces[name] = place
    }
    var current: Int? = scope
    while let scope = current, scopes[scope].nodes.insert(place).inserted {
      current = scopes[scope].parent
    }
    return place
  }

  /// The values of a node statement.
  mutating func set(
    _ attributes: [(String, DOTGraph.Value)], ofNodesIn link: Link
  ) throws(GraphvizError) {
    guard case .nodes(let ends) = link else { return }
    for (name, _) in attributes { try checkSpelling(of: name, .node) }
    if ends.count > 1 { try count(ends.count, 1, attributes.count) }
    for end in ends {
      for (name, value) in attributes { nodes[end.node].values[name] = value }
    }
  }

  // MARK: Edges

  private static let key = "key"

  /// Edges between all neighbours along a chain.
  mutating func addEdges(
    along links: [Link], _ attributes: [(String, DOTGraph.Value)], in scope: Int
  ) throws(GraphvizError) {
    for (name, _) in attributes { try checkSpelling(of: name, .edge) }
    let key = attributes.last { $0.0 == Self.key }?.1
    let ends = links.map(ends)
    for (tails, heads) in zip(ends, ends.dropFirst()) {
      // Between subgraphs there are as many edges as pairs: a short text can ask for billions.
      try count(tails.count + heads.count, 1)
      try count(tails.count, heads.count, attributes.count)
      for tail in tails {
        for head in heads { addEdge(tail, head, key, attributes, in: scope) }
      }
    }
  }

  /// Counts what is done for all of several ends.
  private mutating func count(
    _ count: Int, _ otherCount: Int, _ attributes: Int = 0
  ) throws(GraphvizError) {
    let (pairs, isMuch) = count.multipliedReportingOverflow(by: otherCount)
    // A single edge may have as many attributes as it likes.
    let (work, isMore) = pairs.multipliedReportingOverflow(by: pairs > 1 ? 1 + attributes : 1)
    steps += isMuch || isMore ? Limits.dotEdges : min(work, Limits.dotEdges)
    guard steps < Limits.dotEdges else {
      throw GraphvizError(
        .limitExceeded, "more than \(Limits.dotEdges) edges, or as much work", subject: .graph)
    }
  }

  private func ends(of link: Link) -> [End] {
    switch link {
    case .nodes(let ends): ends
    case .subgraph(let scope): scopes[scope].nodes.sorted().map { End(node: $0, port: nil) }
    }
  }

  private mutating func addEdge(
    _ tail: End, _ head: End, _ key: DOTGraph.Value?, _ attributes: [(String, DOTGraph.Value)],
    in scope: Int
  ) {
    var pair = Pair(tail: tail.node, head: head.node, key: key.map { ExactText($0.text) })
    let place: Int
    var isTurned = false
    if let known = edgePlaces[pair] {
      place = known
    } else {
      pair = Pair(tail: head.node, head: tail.node, key: key.map { ExactText($0.text) })
      if !isDirected, let known = edgePlaces[pair] {
        place = known
        isTurned = true
      } else {
        // Any edge will do where there can be only one.
        guard !isStrict || key == nil || !hasEdge(between: tail.node, and: head.node) else {
          return
        }
        place = edges.count
        edges.append(
          Edge(tail: tail.node, head: head.node, values: scopes[scope].defaults.edge))
        edges[place].values[Self.key] = key
        if isStrict { edgePlaces[Pair(tail: tail.node, head: head.node)] = place }
        if let key {
          edgePlaces[Pair(tail: tail.node, head: head.node, key: ExactText(key.text))] = place
        }
      }
    }
    if let port = tail.port { edges[place].values[isTurned ? "headport" : "tailport"] = port }
    if let port = head.port { edges[place].values[isTurned ? "tailport" : "headport"] = port }
    for (name, value) in attributes where name != Self.key { edges[place].values[name] = value }
  }

  private func hasEdge(between tail: Int, and head: Int) -> Bool {
    edgePlaces[Pair(tail: tail, head: head)] != nil
      || (!isDirected && edgePlaces[Pair(tail: head, head: tail)] != nil)
  }

  // MARK: The result

  var graph: DOTGraph {
    let root = scopes[Self.root]
    return DOTGraph(
      name: Self.name(root), isDirected: isDirected, isStrict: isStrict,
      attributes: Self.set(root.values), nodeDefaults: Self.set(root.defaults.node, ofNode: true),
      edgeDefaults: Self.set(root.defaults.edge),
      nodes: nodes.map {
        DOTGraph.Node(
          name: $0.name, attributes: Self.set($0.values, ofNode: true), line: $0.line,
          column: $0.column)
      },
      edges: edges.map {
        DOTGraph.Edge(
          tail: nodes[$0.tail].name, head: nodes[$0.head].name, attributes: Self.set($0.values))
      }, subgraphs: root.children.map(subgraph))
  }

  private func subgraph(_ place: Int) -> DOTGraph.Subgraph {
    let scope = scopes[place]
    return DOTGraph.Subgraph(
      name: Self.name(scope), attributes: Self.set(scope.values), own: scope.own,
      nodes: scope.nodes.sorted().map { nodes[$0].name }, subgraphs: scope.children.map(subgraph))
  }

  private static func name(_ scope: Scope) -> String? {
    scope.name.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static let label = "label"

  /// An empty value is no value, but for the label of a node, which is the name otherwise.
  private static func set(_ values: Values, ofNode isNode: Bool = false) -> Values {
    values.filter { name, value in
      guard isNode, name == label else { return !value.text.isEmpty }
      return value.text != "\\N"
    }
  }
}
