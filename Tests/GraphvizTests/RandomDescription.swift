@testable import Graphviz

/// Random descriptions, their texts as nasty as can be, that are written in the usual way.
struct RandomDescription {
  private var random: Dice

  init(seed: UInt64) {
    random = Dice(seed: seed)
  }

  private static let texts = [
    "a", "北京", "北京\nBeijing", " ", "  two  spaces  ", #"\"#, #"\\"#, #"ends in \"#, #"\""#,
    #"\N \G \E \T \H \L"#, #"\n \l \r"#, "\"", "\"\"", "say \"hi\"", "'", "node", "Graph", "STRICT",
    "subgraph", "edge", "1", "-1.5", ".5", "2.", "-", ".", "1a", "--", "->", "<b>", "<", ">",
    "<<>>",
    "]]>", "&", "&amp;", "&lt;b", "&#65;", "&nosuch;", "{a|b}", "{", "|", "}", "<p> x", "#", "// x",
    "/* x */", ";", "=", "[x]", "\n", "\n\n", "x\n", "\t", "🙂 👩‍👩‍👧", "é e\u{301}", "%3", "@", "+",
    "\"+\"",
    "a\u{2060}b", "\\\n", "\\\"\\", "\r", "a\r\nb", "\u{FEFF}", "مرحبا", "x\\", "\\\\\\", "cluster",
    "_", "a:b", "a,b", "$HOME", "&copy;", "<\\>", "\"<\\",
  ]

  private mutating func text() -> String { random.one(of: Self.texts) }

  private mutating func chance(_ probability: Double) -> Bool { random.chance(probability) }

  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    chance(0.3) ? range.lowerBound.rounded(.up) : Double.random(in: range, using: &random)
  }

  private mutating func color() -> Color {
    Color(
      rgb: UInt32.random(in: 0...0xFFFFFF, using: &random), alpha: random.one(of: [255, 0, 128]))
  }

  private mutating func style() -> Style {
    Style(rawValue: 1 << Int.random(in: 0..<10, using: &random))
      .union(Style(rawValue: 1 << Int.random(in: 0..<10, using: &random)))
  }

  // MARK: Labels

  private mutating func label() -> Label {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .html(.text(pieces(0) + [.italic([.text("v")])]))
    case 1:
      var table = table(0)
      table.rows.append(HTMLRow([HTMLCell("v")]))
      return .html(.table(table))
    case 2:
      let text = text()
      let isUsual = !text.isEmpty && !text.hasSuffix("\n")
      return .text(text, alignment: isUsual ? random.one(of: [.left, .right]) : .center)
    case 3:
      return .lines([
        LabelLine(line(), alignment: .left), LabelLine(line(), alignment: .right),
        LabelLine(line()),
      ])
    default: return .text(text())
    }
  }

  private mutating func line() -> String {
    let scalars = text().unicodeScalars.filter { $0 != "\n" }
    return scalars.isEmpty ? "x" : String(String.UnicodeScalarView(scalars))
  }

  /// Text pieces do not follow each other, and newlines are line breaks.
  private mutating func pieces(_ depth: Int) -> [HTMLText] {
    var pieces: [HTMLText] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let printable = String(
        String.UnicodeScalarView(text().unicodeScalars.filter { $0 >= " " }))
      let text = HTMLText.text(printable.isEmpty ? "x" : printable)
      let inner = depth < 3 ? self.pieces(depth + 1) : [text]
      switch Int.random(in: 0..<6, using: &random) {
      case 0: pieces.append(.bold(inner))
      case 1: pieces.append(.lineBreak(random.one(of: TextAlignment.allCases)))
      case 2:
        let font = HTMLFont(
          name: chance(0.5) ? "Times" : nil, size: chance(0.5) ? number(1...40) : nil,
          color: chance(0.5) ? color() : nil)
        pieces.append(.font(font, inner))
      case 3: pieces.append(.superscript(inner))
      default: break
      }
      if case .text = pieces.last {} else { pieces.append(text) }
    }
    return pieces
  }

  private mutating func table(_ depth: Int) -> HTMLTable {
    var rows: [HTMLRow] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      var cells: [HTMLCell] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        var cell =
          depth < 2 && chance(0.2) ? HTMLCell(.table(table(depth + 1))) : HTMLCell(pieces(1))
        setBox(&cell.attributes)
        if chance(0.2) { cell.rowSpan = 2 }
        if chance(0.2) { cell.columnSpan = 3 }
        if chance(0.2) { cell.attributes.lineAlign = random.one(of: TextAlignment.allCases) }
        cells.append(cell)
      }
      for index in cells.indices.dropLast() where chance(0.2) {
        cells[index].isFollowedByRule = true
      }
      rows.append(HTMLRow(cells))
    }
    for index in rows.indices.dropLast() where chance(0.2) { rows[index].isFollowedByRule = true }
    var table = HTMLTable(rows: rows)
    setBox(&table.attributes)
    if chance(0.2) { table.attributes.isRounded = true }
    if chance(0.2) { table.cellBorder = 2 }
    table.hasColumnRules = chance(0.2)
    return table
  }

  private mutating func setBox(_ box: inout HTMLBoxAttributes) {
    if chance(0.2) { box.border = 3 }
    if chance(0.2) { box.cellPadding = 0 }
    if chance(0.2) { box.color = color() }
    if chance(0.2) {
      box.bgColor = color()
      box.bgGradientEnd = chance(0.5) ? color() : nil
      box.gradientAngle = 45
      box.isRadial = chance(0.5)
    }
    if chance(0.2) { box.align = random.one(of: HorizontalPlace.allCases) }
    if chance(0.2) { box.valign = random.one(of: VerticalPlace.allCases) }
    if chance(0.2) { box.sides = [.left, .bottom] }
    if chance(0.2) { box.line = random.one(of: HTMLLine.allCases) }
    if chance(0.2) { box.port = "p" }
    if chance(0.1) {
      box.url = "https://example.org/?a=b&c=d"
      box.tooltip = text()
      box.id = "i"
    }
  }

  private mutating func fields(_ depth: Int) -> [RecordField] {
    var fields: [RecordField] = []
    for _ in 0..<Int.random(in: 2...3, using: &random) {
      if depth < 3, chance(0.2) {
        fields.append(RecordField(self.fields(depth + 1)))
      } else {
        fields.append(RecordField(text(), port: chance(0.3) ? "p" : nil))
      }
    }
    return fields
  }

  // MARK: Attributes

  private mutating func other() -> [String: String] {
    guard chance(0.2) else { return [:] }
    return ["comment": text(), "kind of": text(), "headtooltip": text()]
  }

  private mutating func set(_ attributes: inout NodeAttributes) {
    if chance(0.4) { attributes.shape = random.one(of: NodeShape.allCases) }
    let isRecord = attributes.shape == .record || attributes.shape == .mRecord
    if isRecord {
      attributes.label = chance(0.8) ? .record(fields(0)) : nil
    } else if chance(0.5) {
      attributes.label = label()
    }
    if chance(0.1) { attributes.xlabel = label() }
    if chance(0.2) { attributes.style = style() }
    if chance(0.2) { attributes.color = color() }
    if chance(0.2) {
      attributes.fillColor = color()
      attributes.fillGradientEnd = chance(0.5) ? color() : nil
    }
    if chance(0.1) { attributes.fontName = "Times, Arial" }
    if chance(0.1) { attributes.fontSize = number(1...30) }
    if chance(0.1) { attributes.margin = Size(width: number(0...1), height: number(0...1)) }
    if chance(0.1) { attributes.fixedSize = random.one(of: FixedSize.allCases) }
    if chance(0.1) { attributes.sides = 5 }
    if chance(0.1) { attributes.isRegular = chance(0.5) }
    if chance(0.1) { attributes.labelLoc = random.one(of: VerticalPlace.allCases) }
    if chance(0.1) {
      attributes.pos = Point(x: number(-99...99), y: number(-1e-9...1e9))
      attributes.isPinned = chance(0.5) ? true : nil
    }
    if chance(0.1) { attributes.group = text() }
    if chance(0.1) { attributes.tooltip = text() }
    if chance(0.1) { attributes.url = "https://example.org/\(text())" }
    attributes.other = other()
  }

  private mutating func set(_ attributes: inout EdgeAttributes, clusters: [String]) {
    if chance(0.3) { attributes.label = label() }
    if chance(0.1) { attributes.headLabel = label() }
    if chance(0.2) { attributes.color = color() }
    if chance(0.2) { attributes.style = style() }
    if chance(0.2) { attributes.dir = random.one(of: ArrowDirection.allCases) }
    if chance(0.2) { attributes.arrowHead = random.one(of: ArrowShape.allCases) }
    if chance(0.1), !clusters.isEmpty { attributes.lhead = random.one(of: clusters) }
    if chance(0.1) { attributes.sameTail = text() }
    if chance(0.2) { attributes.weight = number(0...10) }
    if chance(0.2) { attributes.minLen = 2 }
    if chance(0.1) { attributes.constraint = chance(0.5) }
    if chance(0.1) { attributes.labelTooltip = text() }
    if chance(0.1) {
      let points = (0..<7).map { _ in Point(x: number(-9...9), y: number(0...1e6)) }
      attributes.pos = [
        BezierCurve(points: points, startTip: chance(0.5) ? points[1] : nil, endTip: points[2]),
        BezierCurve(points: Array(points.prefix(4))),
      ]
    }
    attributes.other = other()
  }

  private mutating func set(_ attributes: inout GraphAttributes) {
    if chance(0.3) { attributes.label = label() }
    if chance(0.2) { attributes.rankDir = random.one(of: RankDirection.allCases) }
    if chance(0.2) { attributes.rankSep = number(0...3) }
    if chance(0.2) { attributes.hasEqualRanks = true }
    if chance(0.2) { attributes.splines = random.one(of: Splines.allCases) }
    if chance(0.3) {
      attributes.overlap = random.one(of: [
        .keep, .prism(), .prism(rounds: 5), .scale, .scaleXY, .vpsc,
      ])
    }
    if chance(0.2) { attributes.sep = chance(0.5) ? .points(4) : .factor(number(0...2)) }
    if chance(0.2) { attributes.start = random.one(of: [.regular, .random(seed: 7)]) }
    if chance(0.2) { attributes.pack = 4 }
    if chance(0.2) {
      attributes.packMode = random.one(of: [
        .node, .cluster, .graph, .array(),
        .array(.init(isColumnMajor: true, count: 2, alignsTop: true)),
      ])
    }
    if chance(0.2) { attributes.fontName = "Times" }
    if chance(0.2) { attributes.bgColor = color() }
    if chance(0.2) {
      let points = (0..<3).map { _ in Point(x: number(-9...9), y: number(0...1e6)) }
      attributes.background = [
        .polygon(points, fill: color()), .line(points, stroke: color(), isDashed: true),
        .polygon(points, fill: nil, stroke: color(), lineWidth: 2.5),
      ]
    }
    if chance(0.2) {
      attributes.size = Size(width: number(1...9), height: number(1...9))
      attributes.sizeIsDesired = chance(0.5) ? true : nil
    }
    if chance(0.2) { attributes.ratio = random.one(of: [.value(0.5), .fill, .expand]) }
    attributes.other = other()
  }

  // MARK: Graphs

  mutating func graph() -> GraphDescription {
    var graph = GraphDescription(
      chance(0.5) ? .directed : .undirected, name: chance(0.5) ? text() : "")
    set(&graph.attributes)
    var names: [String] = []
    for name in Self.texts.shuffled(using: &random).prefix(Int.random(in: 0...12, using: &random)) {
      names.append(name)
    }
    if chance(0.2) { names.append("") }
    if chance(0.4) {
      set(&graph.nodeDefaults)
      if graph.nodeDefaults.shape == .record || graph.nodeDefaults.shape == .mRecord {
        graph.nodeDefaults.shape = .box
      }
      graph.nodeDefaults.label = nil
    }
    for name in names {
      graph.addNode(name) { set(&$0) }
      let place = graph.nodes.count - 1
      let isPlain = !name.contains("\\") && !name.contains("&")
      // The name itself is no label, where it has to be written as one.
      if !isPlain, graph.nodes[place].attributes.label == .text(name) {
        graph.nodes[place].attributes.label = nil
      }
    }
    var clusters: [String] = []
    var free = names
    for number in 0..<Int.random(in: 0...3, using: &random) {
      clusters.append("\(number) \(text())")
      graph.subgraphs.append(subgraph("\(number) \(text())", &free, depth: 0))
    }
    guard let some = names.first else { return graph }
    if chance(0.3) { set(&graph.edgeDefaults, clusters: []) }
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let tail = names.randomElement(using: &random) ?? some
      let head = names.randomElement(using: &random) ?? some
      graph.addEdge(
        Endpoint(tail, port: chance(0.1) ? "p" : nil),
        Endpoint(head, compass: chance(0.2) ? random.one(of: Compass.allCases) : nil)
      ) { set(&$0, clusters: clusters) }
    }
    return graph.withoutRepeatedDefaults
  }

  /// The nodes of a subgraph are in the order of the graph.
  private mutating func subgraph(
    _ id: String, _ free: inout [String], depth: Int
  ) -> Subgraph {
    let count = min(free.count, Int.random(in: 0...3, using: &random))
    let isCluster = chance(0.7)
    var subgraph = Subgraph(
      isCluster || chance(0.5) ? id : "", isCluster: isCluster, nodes: Array(free.prefix(count)))
    free.removeFirst(count)
    if isCluster {
      if chance(0.5) { subgraph.attributes.label = label() }
      if chance(0.3) { subgraph.attributes.color = color() }
      if chance(0.3) { subgraph.attributes.style = style() }
      if chance(0.3) { subgraph.attributes.margin = number(0...20) }
      if chance(0.2) { subgraph.attributes.fontName = "Arial" }
    } else {
      subgraph.attributes.rank = random.one(of: Rank.allCases)
    }
    subgraph.attributes.other = other()
    while depth < 3, chance(0.3) {
      subgraph.subgraphs.append(self.subgraph(id + "+", &free, depth: depth + 1))
      break
    }
    return subgraph
  }
}

extension GraphDescription {
  /// The same, but that no node and no edge says what is the default anyway.
  fileprivate var withoutRepeatedDefaults: GraphDescription {
    var result = self
    for index in nodes.indices {
      result.nodes[index].attributes = nodes[index].attributes.without(nodeDefaults)
    }
    for index in edges.indices {
      result.edges[index].attributes = edges[index].attributes.without(edgeDefaults)
    }
    return result
  }
}

extension DOTGroup {
  fileprivate func without(_ defaults: Self) -> Self {
    var result = Self()
    for (_, path) in Self.labels where self[keyPath: path] != defaults[keyPath: path] {
      result[keyPath: path] = self[keyPath: path]
    }
    for field in Self.fields {
      guard let raw = field.write(self), raw != field.write(defaults) else { continue }
      _ = field.read(&result, raw, [:])
    }
    result.other = other.filter { $0.value != defaults.other[$0.key] }
    return result
  }
}
