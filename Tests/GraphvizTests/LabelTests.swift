import Graphviz
import Testing

@Suite struct LabelTests {
  static let lines = [
    "新竹科学园区", "say \"hi\"", #"back\slash"#, #"ends in \"#, #"\N \G \E \T \H \L \l \r \n"#,
    "<b>not HTML</b>", "<not html>", "a & b", "&amp; &lt; &#60; &copy; &Beta; &unknown;", "{a|b}",
    "{<p> a | b}", "'single'", "100% %s %n", "a -- b -> c", "-->", "]]>", "🙂 emoji", "مرحبا",
    "ẍ e\u{301}", "x;y:z", "", " ", "\\", "\\\\", "&", "&;", "#", "$HOME `ls`", "a;&lt;b",
  ]

  @Test(arguments: lines)
  func textComesOutAsItIs(_ text: String) throws {
    var graph = GraphDescription(.undirected)
    graph.addNode("n") { $0.label = .text(text) }
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.texts.joined() == text || text.allSatisfy { $0 == " " })
  }

  @Test(arguments: lines)
  func textComesOutAsItIsInRecords(_ text: String) throws {
    var graph = GraphDescription(.undirected)
    graph.nodeDefaults.shape = .record
    graph.addNode("n") { $0.label = .text(text) }
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.texts.joined() == text || text.allSatisfy { $0 == " " })
  }

  @Test(arguments: lines)
  func textComesOutAsItIsInHTMLLikeLabels(_ text: String) throws {
    guard !text.allSatisfy({ $0 == " " }) else { return }
    var graph = GraphDescription(.undirected)
    graph.addNode("n") { $0.label = .html(.text([.text(text)])) }
    graph.addNode("m") {
      $0.label = .html(.table(HTMLTable(rows: [HTMLRow([HTMLCell([.bold([.text(text)])])])])))
    }
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.texts == [text, text])
  }

  @Test(arguments: lines)
  func namesAreLabels(_ text: String) throws {
    guard text != "\\", !text.hasSuffix(#"in \"#) else { return }
    var graph = GraphDescription(.undirected)
    graph.addNode(text)
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.texts.joined() == text || text.allSatisfy { $0 == " " })
  }

  @Test(arguments: lines)
  func tooltipsComeOutAsTheyAre(_ text: String) throws {
    guard !text.allSatisfy({ $0 == " " }) else { return }
    var graph = GraphDescription(.undirected)
    graph.addNode("n") { $0.tooltip = text }
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.values(of: "xlink:title") == [text])
  }

  @Test(arguments: lines)
  func edgeAndClusterAndGraphLabels(_ text: String) throws {
    guard !text.allSatisfy({ $0 == " " }) else { return }
    var graph = GraphDescription(.undirected)
    graph.attributes.label = .text(text)
    graph.addNode("n") {
      $0.label = .text(text)
      $0.xlabel = .text(text)
    }
    graph.addEdge("n", "n") {
      $0.label = .text(text)
      $0.headLabel = .text(text)
      $0.tailLabel = .text(text)
    }
    graph.addCluster("c", nodes: ["n"]) { $0.label = .text(text) }
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.texts == Array(repeating: text, count: 7))
  }

  @Test func newlinesBreakLines() throws {
    for alignment in TextAlignment.allCases {
      var graph = GraphDescription(.undirected)
      graph.addNode("n") { $0.label = .text("one\ntwo\r\nthree\rfour", alignment: alignment) }
      let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
      #expect(svg.texts == ["one", "two", "three", "four"])
      let anchor =
        switch alignment {
        case .left: "start"
        case .center: "middle"
        case .right: "end"
        }
      #expect(Set(svg.values(of: "text-anchor")) == [anchor])
    }
  }

  @Test func controlCharactersAreLeftOut() throws {
    var graph = GraphDescription(.undirected)
    graph.addNode("n") { $0.label = "a\u{1}\u{7}b\u{1B}[31m\tc\u{FFFF}\u{7F}\u{85}" }
    let drawing = try graph.draw(with: .dot, as: [.svg, .json])
    let svg = try #require(SVGText(drawing[.svg]))
    #expect(svg.texts == ["ab[31m c"])
  }

  @Test func recordFields() throws {
    var graph = GraphDescription(.directed)
    graph.addNode("r") {
      $0.shape = .record
      $0.label = .record([
        RecordField("甲 | {1}", port: "first"),
        RecordField([RecordField("up\nper"), RecordField("<low>", port: "low")]),
      ])
    }
    graph.addNode("s")
    graph.addEdge(Endpoint("r", port: "first", compass: .north), "s")
    graph.addEdge(Endpoint("r", port: "low"), "s")
    let drawing = try graph.draw(with: .dot, as: [.svg])
    #expect(drawing.warnings.isEmpty)
    let svg = try #require(SVGText(drawing[.svg]))
    #expect(svg.texts.prefix(4) == ["甲 | {1}", "up", "per", "<low>"])
  }

  @Test func fieldsNeedARecord() {
    var graph = GraphDescription(.directed)
    graph.addNode("r") { $0.label = .record([RecordField("a")]) }
    #expect(throws: GraphvizError.self) { try graph.render(.svg, with: .dot) }
  }
}
