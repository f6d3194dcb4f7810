import Graphviz

extension Dice {
  /// A description that uses what there is, in values from end to end of what is allowed.
  mutating func description(for engine: Engine) -> GraphDescription {
    var graph = GraphDescription(chance(0.5) ? .directed : .undirected, isStrict: chance(0.2))
    let count = chance(0.1) ? number(0...1) : chance(0.9) ? number(2...12) : number(2...60)
    let isPlain = chance(0.3)
    for index in 0..<count {
      var node = Node("n\(index)")
      if !isPlain { change(&node.attributes) }
      if engine == .nop || engine == .nop2 || chance(0.3) {
        let range = chance(0.98) ? -500.0...500.0 : -1e6...1e6
        node.attributes.pos = Point(x: number(range), y: number(-500...500))
      }
      graph.nodes.append(node)
    }
    if chance(0.3) {
      change(&graph.nodeDefaults)
      graph.nodeDefaults.label = nil
    }
    let clusters = addSubgraphs(to: &graph)
    if count > 0 { addEdges(to: &graph, clusters: isPlain ? nil : clusters) }
    change(&graph.attributes, engine, count)
    return graph
  }

  private mutating func addSubgraphs(to graph: inout GraphDescription) -> [String] {
    var clusters: [String] = []
    var rest = graph.nodes.map(\.id).shuffled(using: &self)[...]
    if chance(0.6) {
      for _ in 0..<number(1...4) { graph.subgraphs.append(subgraph(0, &rest, &clusters)) }
    }
    if chance(0.3), graph.nodes.count > 1 {
      let ids = graph.nodes.map(\.id)
      let first = one(of: ids)
      let second = one(of: ids)
      graph.addRank(one(of: Rank.self), nodes: [first, second])
    }
    return clusters
  }

  private mutating func subgraph(
    _ depth: Int, _ rest: inout ArraySlice<String>, _ clusters: inout [String]
  ) -> Subgraph {
    let isCluster = chance(0.8)
    let id = isCluster ? "c\(clusters.count)" : ""
    if isCluster { clusters.append(id) }
    let nodes = rest.prefix(number(0...4))
    rest = rest.dropFirst(nodes.count)
    var subgraph = Subgraph(id, isCluster: isCluster, nodes: Array(nodes))
    change(&subgraph.attributes, isCluster: isCluster)
    if depth < 3, chance(0.4) {
      for _ in 0..<number(1...2) {
        subgraph.subgraphs.append(self.subgraph(depth + 1, &rest, &clusters))
      }
    }
    return subgraph
  }

  private mutating func addEdges(to graph: inout GraphDescription, clusters: [String]?) {
    let count = graph.nodes.count
    for _ in 0..<(chance(0.9) ? number(0...count * 2) : number(0...count * 5)) {
      let tail = Endpoint(
        "n\(number(0...count - 1))", port: maybe(0.05) { $0.one(of: ["p", "q"]) },
        compass: maybe(0.1) { $0.one(of: Compass.self) })
      let head = Endpoint(
        "n\(number(0...count - 1))", compass: maybe(0.1) { $0.one(of: Compass.self) })
      var edge = Edge(tail, head)
      if let clusters { change(&edge.attributes, clusters: clusters) }
      graph.edges.append(edge)
    }
  }

  private mutating func change(_ graph: inout GraphAttributes, _ engine: Engine, _ count: Int) {
    graph.label = maybe(0.2) { $0.label() }
    graph.labelLoc = maybe(0.2) { $0.one(of: VerticalPlace.self) }
    graph.labelJust = maybe(0.2) { $0.one(of: HorizontalPlace.self) }
    graph.rankDir = maybe(0.3) { $0.one(of: RankDirection.self) }
    graph.nodeSep = maybe(0.2) { $0.smallNumber(0...1_000) }
    graph.rankSep = maybe(0.2) { $0.smallNumber(0...1_000) }
    graph.hasEqualRanks = maybe(0.1) { _ in true }
    graph.newRank = maybe(0.2) { _ in true }
    graph.ordering = maybe(0.1) { $0.one(of: EdgeOrdering.self) }
    graph.compound = maybe(0.4) { _ in true }
    graph.splines = maybe(0.4) { $0.one(of: Splines.self) }
    graph.overlap = maybe(0.5) {
      $0.one(of: [
        .keep, .prism(), .prism(rounds: $0.number(0...1_000)), .scale, .scaleXY, .vpsc,
      ])
    }
    graph.overlapScaling = maybe(0.1) { $0.number(-100...100) }
    graph.sep = maybe(0.2) { $0.separation() }
    graph.esep = maybe(0.2) { $0.separation() }
    graph.k = maybe(0.2) { $0.smallNumber(0.001...1_000) }
    graph.repulsiveForce = maybe(0.2) { $0.number(0...10) }
    graph.mode = maybe(0.2) { $0.one(of: NeatoMode.self) }
    graph.model = maybe(0.2) { $0.one(of: NeatoModel.self) }
    graph.maxIter = maybe(0.1) { $0.number(1...500) }
    graph.start = maybe(0.2) { $0.one(of: [.regular, .random(seed: 5)]) }
    graph.rotation = maybe(0.1) { $0.number(-360...360) }
    graph.normalize = maybe(0.1) { _ in true }
    graph.noTranslate = maybe(0.1) { _ in true }
    if count > 0 { graph.root = maybe(0.1) { "n\($0.number(0...count - 1))" } }
    if engine != .dot {
      graph.pack = maybe(0.15) { $0.chance(0.9) ? $0.number(0...20) : $0.number(0...1_000) }
      graph.packMode = maybe(0.15) { $0.packMode() }
    }
    graph.pad = maybe(0.1) { $0.chance(0.9) ? $0.number(0...1) : $0.number(0...1_000) }
    graph.dpi = maybe(0.1) { $0.number(10...200) }
    graph.size = maybe(0.2) {
      Size(width: $0.smallNumber(0.1...1_000), height: $0.smallNumber(0.1...1_000))
    }
    graph.sizeIsDesired = maybe(0.1) { _ in true }
    graph.ratio = maybe(0.2) {
      $0.one(of: [.value($0.smallNumber(0.01...100)), .fill, .compress, .expand, .auto])
    }
    graph.landscape = maybe(0.1) { _ in true }
    graph.outputOrder = maybe(0.2) { $0.one(of: OutputOrder.self) }
    changeOthers(&graph)
  }

  private mutating func separation() -> Separation {
    chance(0.5) ? .points(smallNumber(0...1_000)) : .factor(smallNumber(0...10))
  }

  private mutating func changeOthers(_ graph: inout GraphAttributes) {
    let others: [(String, (inout Dice) -> String)] = [
      ("Damping", { "\($0.number(0.0...1))" }), ("center", { _ in "true" }),
      ("clusterrank", { $0.one(of: ["local", "global", "none"]) }),
      ("defaultdist", { "\($0.smallNumber(0.001...1_000))" }),
      ("diredgeconstraints", { $0.one(of: ["true", "hier"]) }),
      ("epsilon", { "\($0.number(0.000001...100))" }), ("forcelabels", { _ in "true" }),
      ("label_scheme", { "\($0.number(0...4))" }), ("levels", { "\($0.number(0...100))" }),
      ("levelsgap", { "\($0.number(-100.0...100))" }),
      ("mclimit", { "\($0.smallNumber(0...100))" }),
      ("mindist", { "\($0.smallNumber(0...1_000))" }), ("nojustify", { _ in "true" }),
      ("nslimit", { "\($0.smallNumber(0...1_000))" }),
      ("quadtree", { $0.one(of: ["normal", "fast", "none"]) }),
      ("quantum", { "\($0.smallNumber(0...100))" }),
      ("remincross", { $0.one(of: ["true", "false"]) }),
      ("rotate", { $0.one(of: ["0", "90"]) }), ("scale", { "\($0.smallNumber(0.01...100))" }),
      ("searchsize", { "\($0.number(1...10_000))" }),
      ("voro_margin", { "\($0.smallNumber(0...10))" }),
    ]
    for (name, value) in others where chance(0.03) { graph.other[name] = value(&self) }
  }
}
