import Graphviz

/// Texts and outlines, measured by Graphviz in one go.
struct SizeGathering {
  private var description: GraphDescription

  init(font: String) {
    description = GraphDescription(.undirected)
    description.attributes.fontName = font
    description.nodeDefaults.fontName = font
  }

  /// Adds an outline; its number is that of its size.
  mutating func add(_ attributes: NodeAttributes) -> Int {
    var node = Node("\(description.nodes.count)")
    node.attributes = attributes
    node.attributes.pos = Point(x: 0, y: 0)
    description.nodes.append(node)
    return description.nodes.count - 1
  }

  /// Adds a text without an outline.
  mutating func add(_ label: HTMLLabel) -> Int {
    var attributes = NodeAttributes()
    attributes.shape = .plain
    attributes.label = .html(label)
    return add(attributes)
  }

  /// The sizes in points.
  func sizes(isolation: Isolation) throws(GraphvizError) -> [Size] {
    guard !description.nodes.isEmpty else { return [] }
    return try description.draw(with: .nop2, allowing: .all, isolation: isolation).layout.nodes.map(
      \.size)
  }
}

/// The room that nodes and the words between them take.
struct NetworkSizes {
  /// The outlines of the nodes, in points.
  var nodes: [Size]
  /// The words beside ties, by the tie's place.
  var ties: [Int: Size]
  /// The words at the top of groups.
  var headings: [String: Size]

  init(_ plan: NetworkPlan, isolation: Isolation) throws(GraphvizError) {
    var gathering = SizeGathering(font: plan.theme.font)
    let nodePlaces = plan.graph.nodes.indices.map { gathering.add(plan.attributes(ofNode: $0)) }
    var tiePlaces: [Int: Int] = [:]
    for place in plan.graph.edges.indices {
      if let label = plan.label(ofTie: place) { tiePlaces[place] = gathering.add(label) }
    }
    let groups = Set(plan.graph.nodes.compactMap(\.group)).sorted()
    let headingPlaces = groups.map { ($0, gathering.add(plan.heading(of: $0))) }

    let sizes = try gathering.sizes(isolation: isolation)
    nodes = nodePlaces.map { sizes[$0] }
    ties = tiePlaces.mapValues { sizes[$0] }
    headings = Dictionary(uniqueKeysWithValues: headingPlaces.map { ($0.0, sizes[$0.1]) })
    if plan.isInColumns, let height = nodes.map(\.height).max() {
      // Boxes of one height stand in straight rows.
      for place in nodes.indices { nodes[place].height = height }
    }
  }
}

/// The room that the title, the legend and the source take.
struct FrameSizes {
  /// How much larger they are than on a map of the width of a page.
  let scale: Double
  /// The texts of the legend, by their words.
  var legend: [String: Size]
  var title: Size?
  var footer: Size

  /// - Parameters:
  ///   - plan: What the map shows.
  ///   - width: That of the map, in points.
  ///   - isolation: Where Graphviz runs.
  /// - Throws: What Graphviz reports.
  init(_ plan: NetworkPlan, width: Double, isolation: Isolation) throws(GraphvizError) {
    let scale = (min(max(width / 900, 1), 3) * 4).rounded() / 4
    self.scale = scale
    var gathering = SizeGathering(font: plan.theme.font)
    let texts = Set(plan.legend.flatMap { $0.texts }).sorted()
    let legendPlaces = texts.map { ($0, gathering.add(plan.legendText($0, scale: scale))) }
    let titlePlace = plan.title(scale: scale).map { gathering.add($0) }
    let footerPlace = gathering.add(plan.footer(plan.notes, scale: scale))

    let sizes = try gathering.sizes(isolation: isolation)
    legend = Dictionary(uniqueKeysWithValues: legendPlaces.map { ($0.0, sizes[$0.1]) })
    title = titlePlace.map { sizes[$0] }
    footer = sizes[footerPlace]
  }
}

extension NetworkPlan {
  /// How a node is drawn, but for its place.
  func attributes(ofNode place: Int) -> NodeAttributes {
    let node = graph.nodes[place]
    let look = look(of: place)
    var attributes = NodeAttributes()
    attributes.shape = look.shape
    attributes.style = look.isRounded ? [.filled, .rounded] : .filled
    attributes.color = look.stroke
    attributes.fillColor = look.fill
    attributes.penWidth = look.penWidth
    attributes.tooltip =
      node.tooltip
      ?? [node.name, node.secondName].compactMap(\.self)
      .joined(separator: "\n")
    attributes.url = node.link.flatMap(Self.webAddress)
    if isNamed[place] {
      attributes.label = .html(label(of: place, look))
      attributes.margin = Size(width: 0.11, height: 0.045)
      attributes.height = 0.3
      attributes.width = 0.4
    } else {
      attributes.label = .text("")
      attributes.fixedSize = .fixed
      attributes.width = (6 + 10 * importance[place]) / 72
      attributes.height = attributes.width
    }
    return attributes
  }

  /// An address that browsers open without harm; `nil` for anything else.
  static func webAddress(_ text: String) -> String? {
    let lower = text.lowercased()
    guard let start = ["http://", "https://"].first(where: lower.hasPrefix),
      lower.utf8.count > start.utf8.count, text.utf8.count <= 2_048,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F..<0xA0).contains($0.value) })
    else { return nil }
    return text
  }
}
