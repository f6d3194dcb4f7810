import Foundation
import Graphviz
import Testing

/// Inputs that made libgvc crash, hang or write invalid files.
///
/// Each gives an error, or a correct
/// drawing.
@Suite struct HostileInputTests {
  private static let infinities = [
    Double.nan, .infinity, -.infinity, 1e300, -1e30, .greatestFiniteMagnitude,
  ]

  @Test func labelsTooLong() {
    let lines = String(repeating: "a\n", count: 8_000)
    #expect(error { $0.nodes[0].attributes.label = .text(lines) }?.code == .limitExceeded)
    let long = String(repeating: "a", count: 1 << 20)
    for set: (inout NodeAttributes) -> Void in [
      { $0.label = .text(long) }, { $0.xlabel = .text(long) }, { $0.tooltip = long },
      { $0.url = "http://a/" + long }, { $0.other["comment"] = long }, { $0.group = long },
      { $0.label = .html(.text([.text(long)])) }, { $0.fontName = long }, { $0.id = long },
    ] {
      #expect(error { set(&$0.nodes[0].attributes) } != nil)
    }
    #expect(error { $0.addNode(long) }?.code == .limitExceeded)
  }

  @Test func namesThatUnicodeTakesForTheSame() throws {
    let text = "digraph { \"caf\u{E9}\" -> \"cafe\u{301}\" }"
    let graph = try DOTGraph(text)
    #expect(graph.nodes.map { Array($0.name.unicodeScalars) }.count == 2)
    let layout = try GraphDescription(dot: text).draw(with: .dot).layout
    #expect(layout.nodes.count == 2)
    #expect(layout.edges.count == 1)
    #expect(layout.nodes.map { $0.id.unicodeScalars.count }.sorted() == [4, 5])
  }

  @Test func spans() {
    for span in [0, -1, 65_000, .max, .min] {
      #expect(
        error {
          var cell = HTMLCell("a")
          cell.rowSpan = span
          $0.nodes[0].attributes.label = .html(.table(HTMLTable(rows: [HTMLRow([cell])])))
        }?.code == .limitExceeded)
    }
  }

  @Test func tablesBeyondSixteenBits() {
    func build(_ count: Int, _ graph: inout GraphDescription) {
      let text = HTMLText.text(String(repeating: "w", count: count))
      let inner = HTMLLabel.table(HTMLTable(rows: [HTMLRow([HTMLCell([text])])]))
      graph.nodes[0].attributes.label = .html(
        .table(HTMLTable(rows: [HTMLRow([HTMLCell(inner), HTMLCell("a")])])))
      graph.nodes[0].attributes.fontSize = 1_000
    }
    #expect(error { build(300, &$0) }?.code == .limitExceeded)
    #expect(error(with: .neato) { build(40, &$0) } == nil)
  }

  @Test func orthogonalEdgesAtNodesThatTouch() {
    let error = error(with: .osage) {
      $0.attributes.splines = .ortho
      $0.attributes.pack = 0
    }
    #expect(error?.attribute == "pack")
  }

  @Test func deepLabels() {
    var text = HTMLText.text("a")
    var table = HTMLLabel.text([.text("a")])
    var field = RecordField("a")
    for _ in 0..<200 {
      text = .bold([text])
      table = .table(HTMLTable(rows: [HTMLRow([HTMLCell(table)])]))
      field = RecordField([field])
    }
    #expect(error { $0.nodes[0].attributes.label = .html(.text([text])) } != nil)
    #expect(error { $0.nodes[0].attributes.label = .html(table) } != nil)
    #expect(
      error {
        $0.nodes[0].attributes.shape = .record
        $0.nodes[0].attributes.label = .record([field])
      } != nil)
  }

  @Test func emptyHTML() {
    for label: HTMLLabel in [
      .text([]), .text([.text("")]), .text([.bold([])]), .table(HTMLTable(rows: [])),
      .table(HTMLTable(rows: [HTMLRow([])])),
    ] {
      #expect(error { $0.nodes[0].attributes.label = .html(label) }?.code == .invalidValue)
    }
    let empty = HTMLLabel.table(HTMLTable(rows: [HTMLRow([HTMLCell(""), HTMLCell([.bold([])])])]))
    #expect(error { $0.nodes[0].attributes.label = .html(empty) } == nil)
  }

  @Test func counts() {
    for count in [-1, 100_000, 1_000_000_000, Int.max, Int.min] {
      #expect(error { $0.addEdge("a", "b") { $0.minLen = count } }?.attribute == "minlen")
      #expect(error { $0.nodes[0].attributes.sides = count }?.attribute == "sides")
      #expect(error { $0.nodes[0].attributes.peripheries = count }?.attribute == "peripheries")
      #expect(error { $0.attributes.maxIter = count == 100_000 ? 0 : count } != nil)
      #expect(error { $0.attributes.pack = count } != nil)
      #expect(error { $0.attributes.overlap = .prism(rounds: count) } != nil)
      #expect(
        error(with: .neato) { $0.attributes.packMode = .array(.init(count: count)) } == nil,
        "clamped")
    }
  }

  @Test(arguments: infinities)
  func numbers(_ number: Double) {
    #expect(error { $0.nodes[0].attributes.pos = Point(x: number, y: 0) }?.attribute == "pos")
    #expect(error { $0.attributes.nodeSep = number }?.attribute == "nodesep")
    #expect(error { $0.attributes.rankSep = number }?.attribute == "ranksep")
    #expect(error { $0.attributes.dpi = number }?.attribute == "dpi")
    #expect(error { $0.attributes.pad = number }?.attribute == "pad")
    #expect(error { $0.attributes.k = number }?.attribute == "K")
    #expect(error { $0.attributes.size = Size(width: number, height: 1) }?.attribute == "size")
    #expect(error { $0.attributes.ratio = .value(number) }?.attribute == "ratio")
    #expect(error { $0.attributes.sep = .points(number) }?.attribute == "sep")
    #expect(error { $0.nodes[0].attributes.width = number }?.attribute == "width")
    #expect(error { $0.nodes[0].attributes.penWidth = number }?.attribute == "penwidth")
    #expect(error { $0.nodes[0].attributes.fontSize = number }?.attribute == "fontsize")
    #expect(error { $0.addEdge("a", "b") { $0.weight = number } }?.attribute == "weight")
    #expect(error { $0.addEdge("a", "b") { $0.len = number } }?.attribute == "len")
    #expect(error { $0.attributes.other["mclimit"] = "\(number)" }?.attribute == "mclimit")
  }

  /// Assertions of libgvc that end the process.
  @Test(arguments: [Engine.dot, .neato, .sfdp, .fdp])
  func labelsWithoutWidth(_ engine: Engine) {
    for text in ["", "\n", "\u{200B}", "\u{301}", " "] {
      let error = error(with: engine) {
        $0.addEdge("a", "b") { $0.label = .text(text, alignment: .right) }
        $0.addEdge("a", "a") { $0.headLabel = .text(text, alignment: .left) }
        $0.nodes[0].attributes.xlabel = .text(text)
        $0.nodes[1].attributes.label = .text(text, alignment: .right)
      }
      #expect(error == nil)
    }
    let blank = HTMLLabel.table(HTMLTable(rows: [HTMLRow([HTMLCell("")])]))
    #expect(error(with: engine) { $0.addEdge("a", "b") { $0.label = .html(blank) } } != nil)
  }

  @Test func tablesInFixedCells() {
    let inner = HTMLLabel.table(HTMLTable(rows: [HTMLRow([HTMLCell("a long text")])]))
    let cell = HTMLCell(inner) {
      $0.width = 5
      $0.height = 5
      $0.isFixedSize = true
    }
    let table = HTMLLabel.table(HTMLTable(rows: [HTMLRow([cell])]))
    #expect(error { $0.nodes[0].attributes.label = .html(table) }?.code == .invalidValue)
  }

  @Test func rootsOfSingleNodes() {
    for isRoot in [true, false] {
      #expect(error(with: .twopi) { $0.nodes[0].attributes.isRoot = isRoot } == nil)
    }
  }

  @Test func hugeBitmaps() throws {
    var graph = GraphDescription(.directed)
    graph.attributes.dpi = 600
    graph.addNode("a") {
      $0.width = 50
      $0.height = 50
    }
    #expect(throws: GraphvizError.self) { try graph.render(.png, with: .dot) }
    #expect(throws: Never.self) { try graph.render(.svg, with: .dot) }
  }

  @Test func dpi() {
    for dpi in [-5, 0, 9.99, 601, 1e9] { #expect(error { $0.attributes.dpi = dpi } != nil) }
  }

  @Test func deepClusters() {
    var cluster = Subgraph.cluster("c0", nodes: ["a"])
    for level in 1..<5_000 {
      var outer = Subgraph.cluster("c\(level)", nodes: [])
      outer.subgraphs = [cluster]
      cluster = outer
    }
    #expect(error { $0.subgraphs = [cluster] }?.code == .limitExceeded)
  }

  @Test(arguments: Engine.allCases)
  func clustersAsDeepAsAllowed(_ engine: Engine) {
    var cluster = Subgraph.cluster("c0", nodes: ["a"]) { $0.label = "x" }
    for level in 1..<Limits.subgraphDepth {
      var outer = Subgraph.cluster("c\(level)", nodes: []) { $0.label = "x" }
      outer.subgraphs = [cluster]
      cluster = outer
    }
    let error = error(with: engine) {
      $0.nodes[0].attributes.pos = Point(x: 0, y: 0)
      $0.nodes[1].attributes.pos = Point(x: 100, y: 0)
      $0.addEdge("a", "b")
      $0.subgraphs = [cluster]
    }
    #expect(error == nil)
  }

  @Test(arguments: Engine.allCases, Splines.allCases)
  func splines(_ engine: Engine, _ splines: Splines) {
    let error = error(with: engine) {
      $0 = sample(for: engine)
      $0.attributes.splines = splines
    }
    let isRefused =
      splines == .ortho && engine != .dot && engine != .osage
      || splines == .compound && engine != .fdp || splines == .polyline && engine != .dot
    // dot leaves labels out, and osage touching nodes' curves.
    let isFallback =
      engine == .dot && (splines == .curved || splines == .ortho)
      || engine == .osage && splines == .spline
    #expect(error?.code == (isRefused ? .unsupported : isFallback ? .fallback : nil))
  }

  @Test func curvedAndDense() {
    for engine in [Engine.dot, .neato, .sfdp] {
      let error = error(with: engine) {
        for node in 0..<60 { $0.addNode("\(node)") }
        for tail in 0..<60 {
          for head in (tail + 1)..<60 { $0.addEdge("\(tail)", "\(head)") }
        }
        $0.attributes.splines = .curved
      }
      #expect(error?.attribute == "splines")
    }
  }

  @Test func aChainOfRanks() {
    let error = error {
      for node in 0..<40 { $0.addNode("\(node)") }
      for node in 1..<40 { $0.addEdge("\(node - 1)", "\(node)") { $0.minLen = 1_000 } }
    }
    #expect(error?.code == .limitExceeded)
  }

  @Test func controlCharacters() {
    #expect(error { $0.addNode("a\0b") }?.code == .invalidValue)
    #expect(error { $0.addNode("a\u{1}") }?.code == .invalidValue)
    #expect(error { $0.nodes[0].attributes.label = "a\0b" }?.code == .invalidValue)
    #expect(error { $0.nodes[0].attributes.tooltip = "a\0b" }?.code == .invalidValue)
    #expect(error { $0.nodes[0].attributes.url = "http://a/\0" }?.code == .invalidValue)
    #expect(error { $0.name = "a\nb" }?.code == .invalidValue)
  }

  @Test func injections() throws {
    let attack = #"x" onx="1"#
    #expect(error { $0.nodes[0].attributes.fontName = attack }?.attribute == "fontname")
    #expect(error { $0.nodes[0].attributes.id = attack }?.attribute == "id")
    #expect(error { $0.nodes[0].attributes.class = attack }?.attribute == "class")
    #expect(error { $0.nodes[0].attributes.target = attack }?.attribute == "target")
    for url in [
      "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "", "file:///etc", "http://",
    ] {
      #expect(error { $0.nodes[0].attributes.url = url }?.attribute == "URL")
    }
    for name in [
      "image", "shapefile", "fontpath", "stylesheet", "_background", "layout", "a b", "",
    ] {
      #expect(error { $0.attributes.other[name] = "x" }?.code == .invalidValue, "\(name)")
    }
    #expect(error { $0.nodes[0].attributes.other["fontname"] = attack } != nil)
    #expect(error { $0.nodes[0].attributes.other["href"] = "javascript:x" } != nil)

    var graph = GraphDescription(.directed, name: attack + "--><script>")
    graph.attributes.tooltip = attack
    graph.addNode(attack + "</title><script>") {
      $0.url = "https://example.org/\"><script>'&lt;x;&amp=é"
      $0.tooltip = attack + "<script>"
      $0.xlabel = .text(attack + "--><script>]]>")
      $0.label = .html(.text([.text("<script>" + attack)]))
      $0.other = ["comment": "--><script>", "anything": attack]
    }
    for engine in [Engine.dot, .neato] {
      let drawing = try graph.draw(with: engine, as: Format.allCases)
      let svg = try #require(SVGText(drawing[.svg]))
      #expect(svg.elements["script"] == nil)
      #expect(svg.values(of: "onx").isEmpty)
      #expect(
        Set(svg.values(of: "xlink:href")) == [
          "https://example.org/%22%3E%3Cscript%3E%27&lt%3Bx%3B&amp=%C3%A9"
        ])
      _ = try JSONSerialization.jsonObject(with: Data(drawing[.json] ?? []))
    }
  }

  @Test func hugeGraphs() {
    #expect(
      error { $0.nodes = Array(repeating: Node("a"), count: Limits.nodes + 1) }?.code
        == .limitExceeded)
    #expect(
      error { $0.edges = Array(repeating: Edge("a", "b"), count: Limits.edges + 1) }?.code
        == .limitExceeded)
  }

  /// Deep recursion within libgvc needs the large stack.
  @Test func longPaths() throws {
    for engine in [Engine.dot, .sfdp, .twopi] {
      var graph = GraphDescription(.directed)
      let count = 3_000
      for node in 0..<count { graph.addNode("\(node)") { $0.shape = .point } }
      for node in 1..<count { graph.addEdge("\(node - 1)", "\(node)") }
      #expect(try graph.draw(with: engine).layout.nodes.count == count)
    }
  }
}
