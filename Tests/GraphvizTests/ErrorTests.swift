import Graphviz
import Testing

func error(
  with engine: Engine = .dot, _ build: (inout GraphDescription) -> Void
) -> GraphvizError? {
  var graph = GraphDescription(.directed)
  graph.addNode("a")
  graph.addNode("b")
  build(&graph)
  do throws(GraphvizError) {
    _ = try graph.draw(with: engine, as: [.svg, .json])
    return nil
  } catch {
    return error
  }
}

@Suite struct ErrorTests {
  @Test func structure() {
    #expect(error { $0.addNode("a") }?.code == .duplicateIdentifier)
    #expect(error { $0.addEdge("a", "x") }?.code == .unknownIdentifier)
    #expect(error { $0.addEdge("a", "x") }?.subject == .edge(index: 0, tail: "a", head: "x"))
    #expect(error { $0.addCluster("c", nodes: ["x"]) }?.code == .unknownIdentifier)
    #expect(error { $0.addEdge("a", "b") { $0.lhead = "c" } }?.attribute == "lhead")
    #expect(error { $0.attributes.root = "x" }?.attribute == "root")
    #expect(
      error {
        $0.addCluster("c", nodes: ["a"])
        $0.addCluster("d", nodes: ["a", "b"])
      }?.subject == .node("a"))
    #expect(
      error {
        $0.addCluster("c", nodes: ["a"])
        $0.addCluster("c", nodes: ["b"])
      }?.code == .duplicateIdentifier)
    #expect(
      error {
        $0.addNode("cluster_c")
        $0.addCluster("c", nodes: ["a"])
      }?.code == .duplicateIdentifier)
    #expect(
      error {
        $0.addCluster("c", nodes: ["a"])
        $0.addRank(.same, nodes: ["a", "b"])
      }?.code == .invalidStructure)
  }

  @Test func descriptionsSayWhere() {
    let error = error { $0.nodes[1].attributes.fontSize = .nan }
    #expect(error?.description == "node \"b\": fontsize: nan is not in 1.0...1000.0")
  }

  @Test func anErrorLeavesNoTrace() throws {
    let graph = sample()
    let before = try graph.draw(with: .dot, as: Format.allCases)
    // libgvc itself complains: an edge has no diagonals.
    var broken = sample()
    broken.edgeDefaults.style = .diagonals
    let warned = try broken.draw(with: .dot, as: [.svg], allowing: .styles)
    #expect(!warned.warnings.isEmpty)
    #expect(throws: GraphvizError.self) { try broken.draw(with: .dot, as: [.svg]) }
    let after = try graph.draw(with: .dot, as: Format.allCases)
    let isSame = before == after
    #expect(isSame)
    #expect(after.warnings.isEmpty)
  }

  @Test func unknownPorts() {
    let plain = error { $0.addEdge(Endpoint("a", port: "p"), "b") }
    #expect(plain?.code == .unknownIdentifier)
    #expect(plain?.subject == .edge(index: 0, tail: "a", head: "b"))
    #expect(plain?.attribute == "tailport")
    for port in ["p", "q", "r"] {
      let error = error {
        var cell = HTMLCell("inner")
        cell.attributes.port = "q"
        var table = HTMLTable(rows: [HTMLRow([cell])])
        table.attributes.port = "p"
        $0.nodes[0].attributes.label = .html(
          .table(HTMLTable(rows: [HTMLRow([HTMLCell(.table(table))])])))
        $0.nodes[1].attributes.shape = .record
        $0.nodes[1].attributes.label = .record([
          RecordField("x", port: "p"), RecordField([RecordField("y", port: "q")]),
        ])
        $0.addEdge(Endpoint("a", port: port), Endpoint("b", port: port))
      }
      #expect((error?.code == .unknownIdentifier) == (port == "r"))
    }
  }

  @Test func tooLargeABitmap() {
    let error = error(with: .neato) {
      $0.attributes.dpi = 600
      $0.nodes[0].attributes.width = 900
      $0.nodes[0].attributes.height = 0.5
    }
    #expect(error == nil)
    var graph = GraphDescription(.directed)
    graph.attributes.dpi = 600
    graph.addNode("a") { $0.width = 900 }
    #expect(throws: GraphvizError.self) { try graph.render(.png, with: .neato) }
    #expect(throws: Never.self) { try graph.render(.svg, with: .neato) }
  }
}
