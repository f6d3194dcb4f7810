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
}
