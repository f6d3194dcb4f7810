import Graphviz

/// A map as Graphviz gets it at last: every part at its place.
struct NetworkPage {
  /// A node of the description, and what it is on the map.
  struct Part {
    var role: NetworkDrawing.Part.Role
    var id: String
    var node: String
    var look: NodeLook?
  }

  let map: NetworkComposition
  let plan: NetworkPlan
  let frame: FrameSizes
  var description: GraphDescription
  private(set) var parts: [Part] = []
  private var taken: Set<String>
  /// What Graphviz calls the nodes: their identifiers, where it can.
  private var names: [String] = []

  var theme: Theme { map.plan.theme }

  init(_ map: NetworkComposition, _ frame: FrameSizes) {
    self.map = map
    self.frame = frame
    plan = map.finalPlan
    taken = Set(map.plan.graph.nodes.map(\.id).filter(Self.isName))
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

  /// Whether Graphviz takes an identifier as it is, and doesn't mix it up with a cluster's.
  private static func isName(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 1_000 && !id.hasPrefix("cluster")
      && id.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0 != "\\"
          && $0.value & 0xFFFE != 0xFFFE
      }
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
    let words = plan.words
    let (nodes, ties) = (plan.graph.nodes.count, plan.graph.edges.count)
    let counts = words.sentence(
      "A network of \(nodes) nodes and \(ties) ties", "由\(nodes)个节点和\(ties)条联系组成的网络",
      "由\(nodes)個節點和\(ties)條聯繫組成的網絡")
    let names = plan.isScaled ? "; \(words["most important"]): " + most.joined(separator: ", ") : ""
    return ([counts + names] + plan.notes.map { $0.text(in: words) }).map(words.closed)
      .joined(separator: " ")
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
      let name = Self.isName(node.id) ? node.id : freeID("node")
      names.append(name)
      description.addNode(name) { attributes in
        attributes = plan.attributes(ofNode: place)
        attributes.pos = box.center.tidy
        attributes.id = "node-\(place + 1)"
        if plan.isNamed[place] {
          attributes.width = box.width / 72
          attributes.height = box.height / 72
        }
      }
      parts.append(Part(role: .node, id: node.id, node: name, look: plan.look(of: place)))
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
      description.addEdge(names[plan.ends[place].source], names[plan.ends[place].target]) {
        attributes in
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
  static func setEnds(_ look: TieLook, _ attributes: inout EdgeAttributes) {
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
        "group-\(number + 1)", nodes: group.members.map { names[$0] }
      ) { attributes in
        attributes.box = group.box
        attributes.style = [.filled, .rounded]
        attributes.fillColor = theme.groupFill
        attributes.color = theme.groupBorder
        attributes.tooltip =
          plan.graph.groupHeadings[group.key]?.name ?? MapGraph.tamed(group.key, most: 200)
      }
      add(.heading, group.key, plan.heading(of: group.key), at: group.heading.center)
    }
  }

  // MARK: Parts

  mutating func add(
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
  mutating func freeID(_ stem: String) -> String {
    var number = description.nodes.count
    while !taken.insert("\(stem) \(number)").inserted { number += 1 }
    return "\(stem) \(number)"
  }
}
