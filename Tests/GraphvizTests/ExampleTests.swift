import Graphviz
import Testing

/// The examples of the documentation.
@Suite struct ExampleTests {
  @Test func firstExample() throws {
    var graph = GraphDescription(.directed)
    graph.attributes.rankDir = .leftToRight
    graph.nodeDefaults.shape = .box
    graph.nodeDefaults.style = [.filled, .rounded]
    graph.nodeDefaults.fillColor = Color(rgb: 0x4477AA).lightened(by: 0.8)

    graph.addNode("unsw") { $0.label = "新南威尔士大学\nUNSW Sydney" }
    graph.addNode("torch") { $0.label = "Torch Center" }
    graph.addEdge("unsw", "torch") { $0.label = "2016" }

    let drawing = try graph.draw(with: .dot, as: [.svg, .png])
    let svg: [UInt8]? = drawing[.svg]
    let center: Point? = drawing.layout.node("unsw")?.center
    #expect(center != nil)
    #expect(SVGText(svg)?.texts == ["新南威尔士大学", "UNSW Sydney", "Torch Center", "2016"])
  }

  @Test func theFirstGraphDescribed() throws {
    var graph = GraphDescription(.directed)
    graph.attributes.rankDir = .leftToRight
    graph.addNode("unsw") { $0.label = "新南威尔士大学\nUNSW" }
    graph.addNode("torch")
    graph.addEdge("unsw", "torch") { $0.label = "2016" }
    let svg = try graph.render(.svg, with: .dot)
    #expect(SVGText(svg)?.texts == ["新南威尔士大学", "UNSW", "torch", "2016"])
  }

  @Test func dotAndMore() throws {
    var graph = try GraphDescription(dot: "digraph { torch -> unsw [label=2016] }")
    graph.attributes.rankDir = .leftToRight
    graph.nodeDefaults.shape = .box
    graph.addNode("park") { $0.label = "Innovation park\n创新园" }
    graph.addEdge("unsw", "park")

    let drawing = try graph.draw(with: .dot, as: [.svg, .png])
    let svg: [UInt8]? = drawing[.svg]
    let center: Point? = drawing.layout.node("park")?.center
    print(try graph.dotText())
    #expect(SVGText(svg)?.texts.contains("创新园") == true && center != nil)
  }

  @Test func dotAsItIs() throws {
    let graph = try DOTGraph("digraph { torch -> unsw [label=2016] }")
    #expect(graph.edges[0].attributes["label"]?.text == "2016")
  }

  @Test func allowedFallbacks() throws {
    let graph = try GraphDescription(dot: "graph { a -- b }")
    let drawing = try graph.draw(with: .sfdp, as: [.svg], allowing: [.edges, .fonts])
    #expect(drawing[.svg] != nil)
  }

  @Test func otherAttributes() throws {
    var graph = GraphDescription(.directed)
    graph.addNode("a")
    graph.addNode("b")
    graph.addEdge("a", "b")
    graph.attributes.other["searchsize"] = "50"
    graph.edges[0].attributes.other["headURL"] = "https://example.org"
    #expect(throws: Never.self) { try graph.render(.svg, with: .dot) }
  }

  @Test func tables() throws {
    let label = HTMLLabel.table(
      HTMLTable(rows: [
        HTMLRow([HTMLCell("Hsinchu"), HTMLCell([.bold([.text("新竹")])])])
      ]))
    var graph = GraphDescription(.undirected)
    graph.addNode("a") {
      $0.shape = .plain
      $0.label = .html(label)
    }
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.texts == ["Hsinchu", "新竹"])
  }

  @Test func colors() {
    #expect(Color(hex: "#4477AA") == Color(rgb: 0x4477AA))
    #expect(Color(hex: "abc") == Color(rgb: 0xAABBCC))
    #expect(Color(hex: "#4477AA90") == Color(rgb: 0x4477AA, alpha: 0x90))
    #expect(Color(hex: "#4477A") == nil)
    #expect(Color(hex: "#44é7A") == nil)
    #expect(Color(rgb: 0x0477AA, alpha: 0x90).description == "#0477aa90")
    #expect(Color.black.lightened(by: 1) == .white)
    #expect(Color.black.lightened(by: .nan) == .black)
  }

  @Test func drawYourFirstGraph() throws {
    var graph = GraphDescription(.directed)
    graph.attributes.rankDir = .leftToRight
    graph.nodeDefaults.shape = .box
    graph.nodeDefaults.style = [.filled, .rounded]
    graph.nodeDefaults.fillColor = Color(name: "aliceblue")

    graph.addNode("unsw") { $0.label = "新南威尔士大学\nUNSW Sydney" }
    graph.addNode("torch") { $0.label = "Torch Center" }
    graph.addNode("park") { $0.label = "Innovation park" }
    graph.addEdge("torch", "unsw") { $0.label = "2016" }
    graph.addEdge("unsw", "park") { $0.style = .dashed }
    graph.addCluster("sydney", nodes: ["unsw", "park"]) { $0.label = "Sydney" }

    let drawing = try graph.draw(with: .dot, as: [.svg, .png])
    let svg: [UInt8]? = drawing[.svg]
    let unsw: NodeLayout? = drawing.layout.node("unsw")
    let sydney: Box? = drawing.layout.cluster("sydney")?.box
    #expect(SVGText(svg) != nil)
    #expect(sydney?.contains(unsw?.center ?? Point(x: -1, y: -1)) == true)

    graph.addEdge("torch", "nowhere")
    do {
      _ = try graph.draw(with: .dot)
      Issue.record("drew an edge to nowhere")
    } catch {
      print(error)
      #expect(error.description == "edge \"torch\" – \"nowhere\": there is no node \"nowhere\"")
    }
  }

  @Test func writingLabels() throws {
    var graph = GraphDescription()
    graph.addNode("a") { $0.label = #"C:\new <b> & "quotes""# }
    graph.addNode("b") { $0.label = .text("left\nof all", alignment: .left) }
    graph.addNode("c") {
      $0.label = .lines([LabelLine("left", alignment: .left), LabelLine("in the middle")])
    }
    var cell = HTMLCell([.bold([.text("Hsinchu")]), .lineBreak(), .text("新竹")])
    cell.attributes.port = "name"
    cell.attributes.bgColor = Color(rgb: 0xDDEEFF)
    graph.addNode("d") {
      $0.shape = .plain
      $0.label = .html(.table(HTMLTable(rows: [HTMLRow([cell, HTMLCell("1980")])])))
    }
    graph.addEdge(Endpoint("d", port: "name"), "a")
    graph.addNode("e") {
      $0.shape = .record
      $0.label = .record([
        RecordField("name", port: "n"), RecordField([RecordField("since"), RecordField("1980")]),
      ])
    }
    graph.addEdge(Endpoint("e", port: "n", compass: .north), "d")
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    for text in [#"C:\new <b> & "quotes""#, "of all", "in the middle", "Hsinchu", "新竹", "since"] {
      #expect(svg.texts.contains(text), "\(text)")
    }
    #expect(try GraphDescription(dot: graph.dotText()) == graph)
  }

  @Test func readingDOT() throws {
    let graph = try GraphDescription(
      dot: #"digraph { node [shape=box]; torch -> unsw [label="since\n2016", color=red] }"#)
    #expect(graph.nodeDefaults.shape == .box)
    #expect(graph.edges[0].attributes.label == "since\n2016")
    let text = try graph.dotText()
    #expect(try GraphDescription(dot: text) == graph)

  }

  @Test func whatIsRefused() throws {
    var graph = try GraphDescription(dot: #"graph { page="8,10"; a [image="a.png"] }"#)
    let refused = graph.removeRefused()
    #expect(refused.map(\.attribute) == ["page", "image"])
    #expect(throws: Never.self) { try graph.draw(with: .dot, as: [.svg], allowing: .all) }
  }

  @Test func safetyAndLimits() {
    var graph = GraphDescription()
    graph.addNode("a") { $0.peripheries = 1_000_000 }
    do {
      _ = try graph.draw(with: .dot)
      Issue.record("drew a million outlines")
    } catch {
      #expect(error.code == .limitExceeded)
      #expect(error.subject == .node("a"))
      #expect(error.attribute == "peripheries")
    }
  }

  // MARK: Compiled only, for a test is not what runs first in its program

  private func mainOfAHost(_ graph: GraphDescription) throws {
    GraphvizHelper.runIfRequested()
    let drawing = try graph.draw(
      with: .dot, as: [.svg], isolation: .helper(GraphvizHelper(wallTime: .seconds(10))))
    _ = drawing
  }

  private func mainInShort(_ graph: GraphDescription) throws {
    GraphvizHelper.runIfRequested()
    let drawing = try graph.draw(with: .dot, as: [.svg], isolation: .helper())
    _ = drawing
  }

  private func mainThatDrawsOften(_ graph: GraphDescription) async throws {
    GraphvizHelper.runIfRequested()
    let pool = GraphvizHelperPool(GraphvizHelper(wallTime: .seconds(10)))
    let drawing = try await graph.draw(with: .dot, as: [.svg], isolation: .pool(pool))
    _ = drawing
  }

  private func withoutEnd(_ graph: GraphDescription) async throws {
    let pool = GraphvizHelperPool(
      GraphvizHelper(wallTime: .seconds(30)), count: 4, drawingsPerHelper: 1_000,
      residentBytes: 128 << 20)

    let drawing = try await graph.draw(with: .dot, as: [.svg], isolation: .pool(pool))
    _ = drawing
  }

  private func isolated(_ graph: GraphDescription) {
    let helper = GraphvizHelper(cpuSeconds: 20, memoryBytes: 2 << 30, wallTime: .seconds(30))
    do {
      let drawing = try graph.draw(with: .dot, as: [.svg], isolation: .helper(helper))
      _ = drawing
    } catch {
      switch error.helperFailure {
      case .timedOut, .outOfCPUTime: print("too large to draw")
      case .signal(let number): print("Graphviz crashed with signal \(number)")
      default: print(error)
      }
    }
  }

  private func foreign(_ bytes: [UInt8]) throws {
    var foreign = try GraphDescription(dot: bytes)
    let refused = foreign.removeRefused()
    let drawing = try foreign.draw(
      with: .dot, as: [.svg], allowing: .all, isolation: .helper())
    _ = (refused, drawing)
  }

  private func described() throws {
    var graph = try GraphDescription(dot: "digraph { torch -> unsw [label=2016] }")
    graph.nodeDefaults.shape = .box
    let svg = try graph.render(.svg, with: .dot, isolation: .helper())
    _ = svg
  }
}
