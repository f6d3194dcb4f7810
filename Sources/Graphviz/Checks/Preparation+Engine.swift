internal import ExactTexts

extension Preparation {
  /// Refuses what this engine would crash or never finish on.
  func checkEngine() throws(GraphvizError) {
    try checkSplines()
    if engine == .nop || engine == .nop2 {
      for node in description.nodes where node.attributes.pos == nil {
        throw GraphvizError(
          .invalidValue, "\(engine.rawValue) needs a position for every node",
          subject: .node(node.id), attribute: "pos")
      }
    }
    try checkSeparations()
    if engine == .twopi {
      let weights = [description.edgeDefaults.weight] + description.edges.map(\.attributes.weight)
      // Such an edge leads nowhere, and nodes behind it to positions that are not numbers.
      guard !weights.contains(0) else {
        throw unsupported("twopi needs weights above zero", "weight")
      }
    }
    if engine == .neato, description.attributes.mode == .kk, description.attributes.model == .mds {
      throw unsupported("the mode KK reads past the end of what the model mds measured", "model")
    }
    if engine == .circo { try checkBlocks() }
    if engine == .dot {
      try checkRankCount()
      try checkDot()
    }
    if description.attributes.splines == .curved { try checkCurves() }
  }

  /// The documentation wants the room for edges to be smaller than the room around nodes; fdp did
  /// not come back from another.
  private func checkSeparations() throws(GraphvizError) {
    let isTooLarge =
      switch (description.attributes.sep, description.attributes.esep) {
      case (.points(let sep)?, .points(let esep)?): esep > sep
      case (.factor(let sep)?, .factor(let esep)?): esep > sep
      default: false
      }
    guard engine == .dot || !isTooLarge else {
      throw GraphvizError(
        .invalidValue, "larger than sep", subject: .graph, attribute: "esep")
    }
  }

  /// The longest chain of edges that could exist decides how many ranks dot may need.
  private func checkRankCount() throws(GraphvizError) {
    let usual = description.edgeDefaults.minLen ?? 1
    var sum = 0
    var longest = 0
    for edge in description.edges {
      let length = edge.attributes.minLen ?? usual
      sum += length
      longest = max(longest, length)
    }
    let ranks = min(sum, max(0, description.nodes.count - 1) * longest)
    guard ranks <= Limits.ranks else {
      throw GraphvizError(
        .limitExceeded, "dot could need \(ranks) ranks, more than \(Limits.ranks)", subject: .graph)
    }
  }

  /// Routing that ends the process or the patience where it was not made for.
  private func checkSplines() throws(GraphvizError) {
    switch description.attributes.splines {
    case .ortho where engine != .dot && engine != .osage:
      // It cannot do with nodes that overlap, and aborts at once under some engines.
      throw unsupported("\(engine.rawValue) cannot draw orthogonal edges", "splines")
    case .ortho where engine == .osage:
      // It crashes on nodes that touch.
      let lists = [result.attributes] + result.subgraphs.map(\.attributes)
      guard !lists.contains(where: { $0.contains { $0.name == "pack" && $0.value.text == "0" } })
      else { throw unsupported("orthogonal edges need room between nodes", "pack") }
    case .compound where engine != .fdp:
      throw unsupported("only fdp routes edges around clusters", "splines")
    case .spline where engine != .dot, .polyline where engine != .dot, .compound:
      // The router aborts or never ends when an edge has to reach a border from inside.
      let ends = description.edges.lazy.flatMap { [$0.tail, $0.head] }
      guard ends.allSatisfy({ $0.port == nil && ($0.compass ?? .any) == .any }) else {
        throw unsupported("only dot leads curves to ports and sides", "splines")
      }
      if description.attributes.splines == .polyline { try checkParallelEdges() }
    default: break
    }
  }

  /// Of parallel edges as polylines libgvc may make curves with a wrong number of points, and ends
  /// the process when it looks for the middle of one.
  private func checkParallelEdges() throws(GraphvizError) {
    let hasLabels = result.edges.indices.contains { edge in
      result.hasLabel(edge) || result.edgeValue("xlabel", edge) != nil
    }
    guard hasLabels else { return }
    struct Ends: Hashable {
      let low: Int
      let high: Int
    }
    var seen: Set<Ends> = []
    for (place, edge) in result.edges.enumerated() where edge.tail != edge.head {
      let ends = Ends(low: min(edge.tail, edge.head), high: max(edge.tail, edge.head))
      guard seen.insert(ends).inserted || result.isStrict else {
        let (tail, head) = (result.nodes[edge.tail].name, result.nodes[edge.head].name)
        throw GraphvizError(
          .unsupported, "only dot draws parallel edges as polylines",
          subject: .edge(index: place, tail: tail, head: head), attribute: "splines")
      }
    }
  }

  /// What dot crashes on.
  private func checkDot() throws(GraphvizError) {
    let attributes = description.attributes
    try checkCuts()
    try checkOutlines()
    guard clusterNames.count <= Limits.dotClusters else {
      throw GraphvizError(
        .limitExceeded, "more than \(Limits.dotClusters) clusters for dot", subject: .graph)
    }
    let separation = max(attributes.nodeSep ?? 0, attributes.rankSep ?? 0) * 72
    guard separation <= Limits.dotExtent else {
      throw GraphvizError(
        .limitExceeded, "dot takes up to \(Limits.dotExtent / 72) inches", subject: .graph,
        attribute: (attributes.nodeSep ?? 0) * 72 > Limits.dotExtent ? "nodesep" : "ranksep")
    }
    for subgraph in result.subgraphs {
      guard let margin = subgraph.attributes.value("margin").flatMap({ Double($0) }),
        margin > Limits.dotExtent
      else { continue }
      throw GraphvizError(
        .limitExceeded, "dot takes up to \(Limits.dotExtent) points",
        subject: .subgraph(subgraph.id), attribute: "margin")
    }
    // Parts that are packed share what they free.
    guard attributes.pack == nil, attributes.packMode == nil else {
      throw unsupported("dot cannot pack parts", "pack")
    }
    if attributes.ordering != nil {
      let isFlat = result.subgraphs.contains { $0.attributes.contains { $0.name == "rank" } }
      let isLoose = (description.edges.map(\.attributes) + [description.edgeDefaults]).contains {
        $0.constraint == false || $0.minLen == 0
      }
      guard !isFlat, !isLoose, clusterNames.isEmpty else {
        throw unsupported("edges keep no order where ranks are shared or clusters are", "ordering")
      }
    }
  }

  /// A side of an outline that is larger than the node's room is where dot does not look for it.
  private func checkOutlines() throws(GraphvizError) {
    for (place, edge) in description.edges.enumerated() {
      for (end, attribute) in [(edge.tail, "tailport"), (edge.head, "headport")]
      where end.port != nil || end.compass != nil {
        guard let node = places[end.node] else { continue }
        let size =
          description.nodes[node].attributes.fixedSize ?? scopes[node]?.fixedSize
          ?? description.nodeDefaults.fixedSize
        guard size != .shape else {
          throw GraphvizError(
            .unsupported,
            "dot leads no edge to a side of a node whose outline has a size of its own",
            subject: .edge(index: place, tail: edge.tail.node, head: edge.head.node),
            attribute: attribute)
        }
      }
    }
  }

  /// dot looks for the place where an edge crosses a border on curves only, and on such as lead
  /// from one node to another.
  private func checkCuts() throws(GraphvizError) {
    guard description.attributes.compound == true else { return }
    let (defaults, splines) = (description.edgeDefaults, description.attributes.splines)
    for (place, edge) in description.edges.enumerated() {
      let isHead = (edge.attributes.lhead ?? defaults.lhead) != nil
      guard isHead || (edge.attributes.ltail ?? defaults.ltail) != nil else { continue }
      let (tail, head) = (edge.tail.node, edge.head.node)
      guard splines != .ortho, splines != .curved, tail != head else {
        throw GraphvizError(
          .unsupported,
          tail == head
            ? "an edge from a node to itself cannot end at a cluster"
            : "dot does not cut edges of this kind at a cluster",
          subject: .edge(index: place, tail: tail, head: head),
          attribute: isHead ? "lhead" : "ltail")
      }
    }
  }

  private func unsupported(_ message: String, _ attribute: String) -> GraphvizError {
    GraphvizError(.unsupported, message, subject: .graph, attribute: attribute)
  }

  /// Makes the description one that the engine survives and draws the same each time, where that
  /// changes nothing about it.
  mutating func adapt() {
    // fdp knows no regular start: it would draw lots from the clock.
    if engine == .fdp {
      result.attributes.removeAll { $0.name == "start" && $0.value.text == "regular" }
    }
    if engine == .twopi { adaptRoots() }
  }

  /// twopi looks for the root of each part, and takes a missing one badly if the part is a node.
  private mutating func adaptRoots() {
    let hasRoots =
      result.nodeDefaults.contains { $0.name == "root" }
      || result.nodes.contains { $0.attributes.contains { $0.name == "root" } }
    guard hasRoots else { return }
    var isIsolated = Array(repeating: true, count: result.nodes.count)
    for edge in result.edges where edge.tail != edge.head {
      isIsolated[edge.tail] = false
      isIsolated[edge.head] = false
    }
    for place in result.nodes.indices where isIsolated[place] {
      result.nodes[place].attributes.removeAll { $0.name == "root" }
      result.nodes[place].attributes.append(("root", AttributeText(text: "true")))
    }
  }

  /// For every edge of a curved drawing libgvc follows all simple paths from every node.
  ///
  /// This counts the steps and gives up as soon as there are too many.
  private func checkCurves() throws(GraphvizError) {
    guard !result.edges.isEmpty else { return }
    var heads: [[Int]] = Array(repeating: [], count: result.nodes.count)
    for edge in result.edges { heads[edge.tail].append(edge.head) }
    var budget = Limits.curvedSteps / result.edges.count
    var isOnPath = Array(repeating: false, count: heads.count)
    for start in heads.indices {
      // A stack of its own: paths may be longer than the thread's stack allows.
      var path: [(node: Int, next: Int)] = [(start, 0)]
      isOnPath[start] = true
      while let (node, next) = path.last {
        guard next < heads[node].count else {
          isOnPath[node] = false
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        budget -= 1
        guard budget > 0 else {
          throw GraphvizError(
            .limitExceeded, "the graph has too many paths for curved edges", subject: .graph,
            attribute: "splines")
        }
        let head = heads[node][next]
        if !isOnPath[head] {
          isOnPath[head] = true
          path.append((head, 0))
        }
      }
    }
  }
}
