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
    do throws(GraphvizError) {
      _ = try graph.draw(with: .dot)
      Issue.record("drew an edge to nowhere")
    } catch {
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

    var foreign = try GraphDescription(dot: #"graph { page="8,10"; a [image="a.png"] }"#)
    let refused = foreign.removeRefused()
    #expect(refused.map(\.attribute) == ["page", "image"])
    #expect(throws: Never.self) { try foreign.draw(with: .dot, as: [.svg], allowing: .all) }
  }

  @Test func safetyAndLimits() {
    var graph = GraphDescription()
    graph.addNode("a") { $0.peripheries = 1_000_000 }
    do throws(GraphvizError) {
      _ = try graph.draw(with: .dot)
      Issue.record("drew a million outlines")
    } catch {
      #expect(error.code == .limitExceeded)
      #expect(error.subject == .node("a"))
      #expect(error.attribute == "peripheries")
    }
  }
}
