import Graphviz

/// A map as Graphviz gets it at last: every part at its place.
struct NetworkPage {
  /// A node of the description, and what it is on the map.
  struct Part {
    var role: NetworkDrawing.Part.Role
    var id: String
    var node: String
  }

  let map: NetworkComposition
  let plan: NetworkPlan
  private let frame: FrameSizes
  private(set) var description: GraphDescription
  private(set) var parts: [Part] = []
  private var taken: Set<String>

  private var theme: Theme { map.plan.theme }

  init(_ map: NetworkComposition, _ frame: FrameSizes) {
    self.map = map
    self.frame = frame
    plan = map.finalPlan
    taken = Set(map.plan.graph.nodes.map(\.id))
    let isDirected = map.plan.graph.edges.contains(where: \.isDirected)
    description = GraphDescription(
      isDirected ? .directed : .undirected, name: Self.printable(map.plan.graph.title))
    description.attributes.bgColor = theme.background
    description.attributes.fontName = theme.font
    description.attributes.pad = 0.35
    description.attributes.noTranslate = true
    description.attributes.outputOrder = .edgesFirst
    description.nodeDefaults.fontName = theme.font
    description.edgeDefaults.arrowSize = NetworkComposition.arrowSize
  }

  /// What is called a name in DOT can't hold everything that a title can.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "\\" && $0 != "\"" }))
  }

  /// The title, for those who don't see the map.
  var name: String { plan.graph.title.isEmpty ? "Network map" : plan.graph.title }

  /// What is to be seen, for those who don't see it.
  var summary: String {
    let most = plan.graph.nodes.indices.sorted {
      (plan.importance[$1], $0) < (plan.importance[$0], $1)
    }.prefix(5).map { plan.graph.nodes[$0].name }
    let counts =
      "A network of \(plan.graph.nodes.count) nodes and \(plan.graph.edges.count) ties"
    let names = plan.isScaled ? "; most important: " + most.joined(separator: ", ") : ""
    return ([counts + names] + plan.notes).joined(separator: ". ") + "."
  }

  mutating func addAll() {
    addNodes()
    addTies()
    addGroups()
    addFrame()
  }

  // MARK: The map

  private mutating func addNodes() {
    let plan = plan
    for (place, node) in plan.graph.nodes.enumerated() {
      let box = map.arrangement.nodes[place]
      description.addNode(node.id) { attributes in
        attributes = plan.attributes(ofNode: place)
        attributes.pos = box.center.tidy
        attributes.id = "node-\(place + 1)"
        if plan.isNamed[place] {
          attributes.width = box.width / 72
          attributes.height = box.height / 72
        }
      }
      parts.append(Part(role: .node, id: node.id, node: node.id))
    }
  }

  private mutating func addTies() {
    let (map, theme) = (map, theme)
    // What is strong is drawn last, over the rest.
    let order = plan.graph.edges.indices.sorted {
      (plan.tieEmphases[$0] == .strong ? 1 : 0, $0) < (plan.tieEmphases[$1] == .strong ? 1 : 0, $1)
    }
    for place in order where !map.courses[place].curves.isEmpty {
      let edge = plan.graph.edges[place]
      let look = plan.look(ofTie: place)
      description.addEdge(edge.source, edge.target) { attributes in
        attributes.pos = map.courses[place].bezierCurves
        attributes.color = look.color
        attributes.penWidth = look.penWidth
        attributes.style = look.style
        attributes.tooltip = edge.tooltip ?? edge.label
        attributes.url = edge.link.flatMap(NetworkPlan.webAddress)
        attributes.id = "edge-\(place + 1)"
        Self.setEnds(look, &attributes)
      }
    }
    for (place, box) in map.tieLabels.sorted(by: { $0.key < $1.key }) {
      guard let label = plan.label(ofTie: place) else { continue }
      let isInGroup = map.arrangement.groups.contains { $0.box.meets(box) }
      let edge = plan.graph.edges[place]
      add(.tieLabel, edge.label ?? "", label, at: box.center) { attributes in
        // Words on a line cover it; those above it needn't.
        if map.arrangement.tieLabels[place] == nil {
          attributes.style = .filled
          attributes.fillColor = isInGroup ? theme.groupFill : theme.background
          attributes.color = attributes.fillColor
          attributes.penWidth = 0
        }
        attributes.tooltip = edge.tooltip ?? edge.label
      }
    }
  }

  /// What stands at the ends of a line.
  private static func setEnds(_ look: TieLook, _ attributes: inout EdgeAttributes) {
    switch (look.ornament, look.head) {
    case (nil, nil): attributes.dir = ArrowDirection.none
    case (nil, _): attributes.dir = .forward
    default: attributes.dir = .both
    }
    attributes.arrowTail = look.ornament
    attributes.arrowHead = look.head
  }

  private mutating func addGroups() {
    let (plan, theme) = (plan, theme)
    for (number, group) in map.arrangement.groups.enumerated() {
      description.addCluster(
        "group-\(number + 1)", nodes: group.members.map { plan.graph.nodes[$0].id }
      ) { attributes in
        attributes.box = group.box
        attributes.style = [.filled, .rounded]
        attributes.fillColor = theme.groupFill
        attributes.color = theme.groupBorder
        attributes.tooltip = plan.graph.groupHeadings[group.key]?.name ?? group.key
      }
      add(.heading, group.key, plan.heading(of: group.key), at: group.heading.center)
    }
  }

  // MARK: Around it

  /// Lengths of the frame grow with its letters.
  private func scaled(_ length: Double) -> Double { length * frame.scale }

  private mutating func addFrame() {
    let extent = map.extent
    let left = extent.lowerLeft.x
    if let title = plan.title(scale: frame.scale), let size = frame.title {
      let y = extent.upperRight.y + scaled(24) + size.height / 2
      add(.frame, plan.graph.title, title, at: Point(x: left + size.width / 2, y: y))
    }
    var bottom = extent.lowerLeft.y - scaled(28)
    let width = max(extent.width, frame.title?.width ?? 0, frame.footer.width, 460)
    let sections = plan.legend
    let indent = sections.map { size($0.heading).width }.max() ?? 0
    for section in sections {
      add(section, from: left, indent: indent + scaled(10), width: width, below: &bottom)
    }
    let footer = frame.footer
    let y = bottom - scaled(8) - footer.height / 2
    add(
      .frame, "source", plan.footer(plan.notes, scale: frame.scale),
      at: Point(x: left + footer.width / 2, y: y))
  }

  /// One section of the legend: its title, then sign by sign, in as many rows as are needed.
  private mutating func add(
    _ section: LegendSection, from left: Double, indent: Double, width: Double,
    below bottom: inout Double
  ) {
    let rowHeight = scaled(21)
    add(text: section.heading, at: Point(x: left, y: bottom - rowHeight / 2))
    var x = left + indent
    for (sign, text) in section.entries {
      let signWidth = scaled(Self.width(of: sign))
      let needed = signWidth + size(text).width
      if x > left + indent, x + needed > left + width {
        x = left + indent
        bottom -= rowHeight
      }
      let y = bottom - rowHeight / 2
      add(sign, at: Point(x: x, y: y))
      add(text: text, at: Point(x: x + signWidth, y: y))
      x += needed + scaled(18)
    }
    bottom -= rowHeight
  }

  private func size(_ text: String) -> Size {
    frame.legend[text] ?? Size(width: 0, height: 0)
  }

  private static func width(of sign: LegendSection.Sign) -> Double {
    switch sign {
    case .outline: 34
    case .color: 18
    case .line: 38
    case .none: 0
    }
  }

  private mutating func add(text: String, at left: Point) {
    add(
      .frame, text, plan.legendText(text, scale: frame.scale),
      at: Point(x: left.x + size(text).width / 2, y: left.y))
  }

  private mutating func add(_ sign: LegendSection.Sign, at left: Point) {
    let theme = theme
    let scale = frame.scale
    switch sign {
    case .none: break
    case .outline(let shape, let isRounded):
      let size = Size(width: 26 * scale, height: 14 * scale)
      addSign(size, at: Point(x: left.x + size.width / 2, y: left.y)) { attributes in
        attributes.shape = shape
        attributes.style = isRounded ? [.filled, .rounded] : .filled
        attributes.fillColor = theme.fill(theme.neutral)
        attributes.color = theme.neutral
      }
    case .color(let color):
      let size = Size(width: 12 * scale, height: 12 * scale)
      addSign(size, at: Point(x: left.x + size.width / 2, y: left.y)) { attributes in
        attributes.shape = .box
        attributes.style = .filled
        attributes.fillColor = color
        attributes.color = color
      }
    case .line(let look): addLine(look, from: left, to: Point(x: left.x + 30 * scale, y: left.y))
    }
  }

  private mutating func addLine(_ look: TieLook, from start: Point, to end: Point) {
    let nodes = [start, end].map { point in
      addSign(Size(width: 0.2, height: 0.2), at: point) { attributes in
        attributes.shape = .box
        attributes.style = .invisible
      }
    }
    let tail = look.ornament.map(NetworkComposition.length) ?? 0
    let head = look.head.map(NetworkComposition.length) ?? 0
    let (first, last) = (start.x + tail, end.x - head)
    let points = [0, 1, 2, 3].map { Point(x: first + (last - first) * $0 / 3, y: start.y) }
    let course = TieCourse(
      curves: [points], startTip: tail > 0 ? start : nil, endTip: head > 0 ? end : nil)
    description.addEdge(nodes[0], nodes[1]) { attributes in
      attributes.pos = course.bezierCurves
      attributes.color = look.color
      attributes.penWidth = look.penWidth
      attributes.style = look.style
      Self.setEnds(look, &attributes)
    }
  }

  @discardableResult
  private mutating func addSign(
    _ size: Size, at middle: Point, _ configure: (inout NodeAttributes) -> Void
  ) -> String {
    let id = freeID("sign")
    description.addNode(id) { attributes in
      configure(&attributes)
      attributes.label = .text("")
      attributes.tooltip = " "
      attributes.fixedSize = .fixed
      attributes.width = size.width / 72
      attributes.height = size.height / 72
      attributes.pos = middle.tidy
    }
    return id
  }

  private mutating func add(
    _ role: NetworkDrawing.Part.Role, _ id: String, _ label: HTMLLabel, at middle: Point,
    _ configure: (inout NodeAttributes) -> Void = { _ in }
  ) {
    let node = freeID(role == .tieLabel ? "tie" : "text")
    description.addNode(node) { attributes in
      attributes.shape = .plain
      attributes.label = .html(label)
      attributes.pos = middle.tidy
      attributes.tooltip = " "
      configure(&attributes)
    }
    parts.append(Part(role: role, id: id, node: node))
  }

  /// An identifier that no node of the graph has.
  private mutating func freeID(_ stem: String) -> String {
    var number = description.nodes.count
    while !taken.insert("\(stem) \(number)").inserted { number += 1 }
    return "\(stem) \(number)"
  }
}
