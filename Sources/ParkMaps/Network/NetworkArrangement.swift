import Graphviz

/// Where nodes and groups stand.
struct NetworkArrangement {
  /// A box around the nodes of a group, and the words at its top.
  struct Group {
    var key: String
    var members: [Int]
    var box: Box
    var heading: Box
  }

  /// The nodes' outlines, in points.
  var nodes: [Box] = []
  var groups: [Group] = []
  /// The words of ties for which the engine kept room.
  var tieLabels: [Int: Box] = [:]
  /// How ties run, where the engine says so.
  var courses: [Int: [BezierCurve]] = [:]

  private let plan: NetworkPlan
  private let sizes: NetworkSizes
  private let isolation: Isolation

  init(
    _ plan: NetworkPlan, sizes: NetworkSizes, isolation: Isolation
  ) throws(GraphvizError) {
    self.plan = plan
    self.sizes = sizes
    self.isolation = isolation
    guard !plan.graph.nodes.isEmpty else { return }
    let engine = plan.options.engine
    let isGrouped = plan.graph.nodes.contains { $0.group != nil }
    if plan.isInColumns || engine == .dot {
      try arrangeInLayers()
    } else if isGrouped, engine == nil {
      try arrangeInGroups()
    } else {
      let all = Array(plan.graph.nodes.indices)
      nodes = try network(of: all, with: engine ?? .sfdp)
    }
  }

  // MARK: Layers

  /// As dot does it, with its boxes, lines and places for words.
  private mutating func arrangeInLayers() throws(GraphvizError) {
    var description = skeleton(Array(plan.graph.nodes.indices))
    let isDirected = plan.graph.edges.contains(where: \.isDirected)
    description.kind = isDirected ? .directed : .undirected
    description.attributes.rankDir = .leftToRight
    description.attributes.rankSep = plan.isInColumns ? 1.9 : 0.8
    description.attributes.nodeSep = members.count > 1 ? 0.35 : 0.25
    for place in plan.graph.edges.indices {
      let edge = plan.graph.edges[place]
      description.addEdge("\(plan.ends[place].source)", "\(plan.ends[place].target)") {
        $0.label = plan.label(ofTie: place).map { .html($0) }
        $0.dir = edge.isDirected ? .forward : ArrowDirection.none
        $0.arrowSize = NetworkComposition.arrowSize
      }
    }
    let groups = members
    // Within one box around everything, dot puts groups before the nodes without one.
    let loose = plan.graph.nodes.indices.filter { plan.graph.nodes[$0].group == nil }
    var frame = Subgraph.cluster("frame", nodes: loose.map(String.init))
    frame.subgraphs = groups.enumerated().map { number, group in
      .cluster("\(number)", nodes: group.members.map(String.init)) {
        $0.label = .html(plan.heading(of: group.key))
        $0.labelJust = .left
        $0.margin = 18
      }
    }
    if !groups.isEmpty { description.subgraphs = [frame] }
    let layout = try description.draw(with: .dot, allowing: .all, isolation: isolation).layout
    nodes = layout.nodes.map(\.box)
    for (place, edge) in layout.edges.enumerated() {
      courses[place] = edge.curves
      // A little above, so that the words don't touch the line.
      tieLabels[place] = edge.label.map {
        Box(middle: Point(x: $0.center.x, y: $0.center.y + 3), $0.size)
      }
    }
    for (number, group) in groups.enumerated() {
      guard let cluster = layout.cluster("\(number)") else { continue }
      self.groups.append(framed(group, cluster.box))
    }
  }

  private func framed(_ group: (key: String, members: [Int]), _ box: Box) -> Group {
    let size = sizes.headings[group.key] ?? Size(width: 0, height: 0)
    let corner = Point(x: box.lowerLeft.x + 16, y: box.upperRight.y - 8 - size.height)
    return Group(
      key: group.key, members: group.members, box: box,
      heading: Box(
        lowerLeft: corner,
        upperRight: Point(x: corner.x + size.width, y: corner.y + size.height)))
  }

  private var members: [(key: String, members: [Int])] {
    var members: [String: [Int]] = [:]
    for (place, node) in plan.graph.nodes.enumerated() {
      if let group = node.group { members[group, default: []].append(place) }
    }
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Networks

  /// Boxes without words, as large as the nodes are.
  private func skeleton(_ places: [Int], margin: Double = 0) -> GraphDescription {
    var description = GraphDescription(.undirected)
    description.nodeDefaults.shape = .box
    description.nodeDefaults.fixedSize = .fixed
    description.nodeDefaults.label = .text("")
    for place in places {
      let size = sizes.nodes[place]
      description.addNode("\(place)") { attributes in
        attributes.width = (size.width + margin) / 72
        attributes.height = (size.height + margin) / 72
      }
    }
    return description
  }

  /// Where nodes stand as an engine sees it, none over another.
  private func network(of places: [Int], with engine: Engine) throws(GraphvizError) -> [Box] {
    var description = skeleton(places)
    let isWanted = Set(places)
    for (place, ends) in plan.ends.enumerated()
    where isWanted.contains(ends.source) && isWanted.contains(ends.target) {
      // Words beside a tie need room between its ends.
      let room = sizes.ties[place].map { 1 + $0.width / 72 }
      description.addEdge("\(ends.source)", "\(ends.target)") { $0.len = room }
    }
    description.attributes.splines = Splines.none
    switch engine {
    case .osage: break
    case .circo, .twopi:
      description.attributes.overlap = .prism()
    default:
      description.attributes.overlap = .prism()
      description.attributes.overlapScaling = -2
      description.attributes.sep = .points(plan.graph.nodes.count > 150 ? 6 : 12)
      if engine == .sfdp || engine == .fdp {
        description.attributes.k = places.count > 60 ? 1.0 : 0.8
      }
      if engine == .sfdp { description.attributes.repulsiveForce = 1.6 }
    }
    let layout = try description.draw(with: engine, allowing: .all, isolation: isolation).layout
    var boxes = layout.nodes.map(\.box)
    BoxSeparation.separate(&boxes, gap: 4)
    return boxes
  }

  // MARK: Groups

  /// A thing that is placed as a whole: a group, or a node without one.
  private struct Item {
    var key: String?
    var members: [Int]
    /// The members' boxes around the middle of the item.
    var boxes: [Box]
    var size: Size
  }

  /// Each group by itself, then the groups among each other.
  private mutating func arrangeInGroups() throws(GraphvizError) {
    var items: [Item] = []
    for group in members { items.append(try item(group)) }
    for (place, node) in plan.graph.nodes.enumerated() where node.group == nil {
      items.append(
        Item(
          members: [place], boxes: [Box(middle: Point(x: 0, y: 0), sizes.nodes[place])],
          size: sizes.nodes[place]))
    }
    let boxes = try places(of: items)
    nodes = Array(
      repeating: Box(middle: Point(x: 0, y: 0), Size(width: 0, height: 0)),
      count: plan.graph.nodes.count)
    for (item, box) in zip(items, boxes) {
      for (member, own) in zip(item.members, item.boxes) {
        nodes[member] = own.offset(by: box.center)
      }
      if let key = item.key { groups.append(framed((key, item.members), box)) }
    }
  }

  private func item(_ group: (key: String, members: [Int])) throws(GraphvizError) -> Item {
    let inside = Set(group.members)
    let isTied = plan.ends.contains {
      inside.contains($0.source) && inside.contains($0.target) && $0.source != $0.target
    }
    var boxes =
      isTied
      ? try network(of: group.members, with: .sfdp)
      : BoxRows.arranged(group.members.map { sizes.nodes[$0] })
    guard var box = Box.around(boxes) else {
      return Item(key: group.key, members: [], boxes: [], size: Size(width: 0, height: 0))
    }
    let heading = sizes.headings[group.key] ?? Size(width: 0, height: 0)
    box = box.padded(18)
    box.upperRight.y += heading.height + 2
    box.upperRight.x = max(box.upperRight.x, box.lowerLeft.x + heading.width + 32)
    boxes = boxes.map { $0.offset(by: box.center * -1) }
    return Item(
      key: group.key, members: group.members, boxes: boxes,
      size: Size(width: box.width, height: box.height))
  }

  private func places(of items: [Item]) throws(GraphvizError) -> [Box] {
    var homes: [Int: Int] = [:]
    for (number, item) in items.enumerated() {
      for member in item.members { homes[member] = number }
    }
    struct Pair: Hashable {
      var first: Int
      var second: Int
    }
    var weights: [Pair: Int] = [:]
    for (place, ends) in plan.ends.enumerated() {
      guard let one = homes[ends.source], let other = homes[ends.target], one != other else {
        continue
      }
      weights[Pair(first: min(one, other), second: max(one, other)), default: 0] +=
        plan.graph.edges[place].count
    }
    var description = GraphDescription(.undirected)
    description.nodeDefaults.shape = .box
    description.nodeDefaults.fixedSize = .fixed
    description.nodeDefaults.label = .text("")
    description.attributes.splines = Splines.none
    description.attributes.overlap = .prism()
    description.attributes.overlapScaling = -3
    description.attributes.sep = .points(14)
    for (number, item) in items.enumerated() {
      description.addNode("\(number)") { attributes in
        attributes.width = item.size.width / 72
        attributes.height = item.size.height / 72
      }
    }
    func radius(_ number: Int) -> Double {
      let size = items[number].size
      return (size.width * size.width + size.height * size.height).squareRoot() / 2 * 0.75
    }
    for (pair, _) in weights.sorted(by: {
      ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
    }) {
      description.addEdge("\(pair.first)", "\(pair.second)") { attributes in
        attributes.len = (radius(pair.first) + radius(pair.second)) / 72 + 0.6
      }
    }
    var boxes: [Box]
    if weights.isEmpty {
      boxes = BoxRows.arranged(items.map(\.size), gap: 30)
    } else {
      let engine: Engine = items.count > 150 ? .sfdp : .neato
      boxes = try description.draw(with: engine, allowing: .all, isolation: isolation).layout.nodes
        .map(\.box)
    }
    BoxSeparation.separate(&boxes, gap: 24)
    return boxes
  }
}

/// Boxes in rows, for what has no ties to go by.
enum BoxRows {
  /// Puts boxes in rows that together are about half as wide again as high, in their order.
  static func arranged(_ sizes: [Size], gap: Double = 14) -> [Box] {
    let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let width = max((area * 1.5).squareRoot(), sizes.map(\.width).max() ?? 0)
    var boxes: [Box] = []
    var (x, y, height) = (0.0, 0.0, 0.0)
    for size in sizes {
      if x > 0, x + size.width > width {
        y -= height + gap
        (x, height) = (0, 0)
      }
      boxes.append(
        Box(
          lowerLeft: Point(x: x, y: y - size.height), upperRight: Point(x: x + size.width, y: y)))
      x += size.width + gap
      height = max(height, size.height)
    }
    return boxes
  }
}
