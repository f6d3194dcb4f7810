import GraphCore
import GraphDOT
import GraphFormats
import Testing

@Suite struct DOTReaderTests {
  private func read(_ text: String, lenient: Bool = false) throws -> Reading {
    try DOTReader(options: ReadingOptions(isLenient: lenient)).read(Array(text.utf8))
  }

  @Test func exampleOfTheDocumentation() throws {
    let text = "graph { torch [label=\"Torch\\nCenter\"] torch -- unsw [weight=2] }"
    let graph = try DOTReader().read(Array(text.utf8)).graph
    #expect(graph.keys(for: .edge) == [AttributeKey("weight", for: .edge, .long)])
    let torch = try #require(graph.node(withID: "torch"))
    #expect(graph.value(of: "label", at: torch) == "Torch\nCenter")
  }

  @Test func clustersPortsAndKeys() throws {
    let reading = try read(
      """
      digraph G {
        size=7
        subgraph cluster_a { label=A; a; subgraph cluster_b { b } }
        { rank=same; c }
        a:n -> b:s [key=first, w=1]
        a -> b [w=1.5]
      }
      """)
    let graph = reading.graph
    #expect(graph.graph.isDirected && graph.value(of: "size") == .long(7))
    func cluster(_ id: String) -> AttributeValue? {
      graph.node(withID: id).flatMap { graph.value(of: "cluster", at: $0) }
    }
    #expect(cluster("a") == "cluster_a" && cluster("b") == "cluster_b" && cluster("c") == nil)
    let edge = try #require(graph.edge(withID: "first"))
    #expect(graph.value(of: "tailport", at: edge) == "n" && graph.value(of: "w", at: edge) == 1.0)
    #expect(
      reading.remarks.map(\.message) == [
        "attributes of clusters, such as their labels: left out",
        "clusters within clusters: nodes keep the innermost one",
        "subgraphs that are no clusters only group nodes: left out",
      ])
  }

  @Test func clustersAreWrittenAsClusters() throws {
    let text = "graph { subgraph cluster_x { a; b } subgraph cluster_y { c } a -- d }"
    let graph = try read(text).graph
    let written = String(decoding: DOTWriter().write(graph), as: UTF8.self)
    #expect(written.contains("subgraph cluster_x { a; b; }") && !written.contains("cluster="))
    let again = try read(written)
    #expect(again.graph == graph && again.remarks == [])
  }

  @Test func nodesWithinNodesAreClusters() throws {
    var graph = PropertyGraph(.directed)
    let city = try graph.addNode("city")
    let park = try graph.addNode("park")
    let firm = try graph.addNode("firm")
    try graph.setParent(city, of: park)
    try graph.setParent(park, of: firm)
    let text = String(decoding: DOTWriter().write(graph), as: UTF8.self)
    #expect(
      text == """
        digraph {
          city;
          park;
          firm;
          subgraph cluster_city {
          property_node="city";
          city;
          subgraph cluster_park {
          property_node="park";
          park;
          firm;
          }
          }
        }

        """)
    let again = try read(text)
    #expect(again.graph == graph && again.remarks == [])
    #expect(DOTWriter().losses(of: graph) == [])
  }

  @Test func htmlIsKeptAsText() throws {
    let reading = try read("graph {\n a [label=<<b>x</b>>] }")
    let node = try #require(reading.graph.node(withID: "a"))
    #expect(reading.graph.value(of: "label", at: node) == "<<b>x</b>>")
    #expect(reading.remarks.map(\.position) == [TextPosition(line: 2, column: 11)])
    let text = String(decoding: DOTWriter().write(reading.graph), as: UTF8.self)
    #expect(text.contains("label=\"<<b>x</b>>\""))
  }

  @Test func bytesOfASmallGraph() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("label", for: .node, .string))
    try graph.declare(AttributeKey("weight", for: .edge, .double))
    let torch = try graph.addNode("torch-center", ["label": "火炬\n\"中心\" \\"])
    let node = try graph.addNode("node")
    try graph.addEdge(from: torch, to: node, id: "e 1", ["weight": 0.5])
    #expect(
      String(decoding: DOTWriter().write(graph), as: UTF8.self) == """
        digraph {
          property_keys="node\tstring\tlabel\tlabel
        edge\tdouble\tweight\tweight";
          "torch-center" [label="火炬\\n\\"中心\\" \\\\"];
          "node";
          "torch-center" -> "node" [key="e 1", weight=0.5];
        }

        """)
  }

  @Test func faultsHaveTheirPlace() throws {
    do throws(ReadingError) {
      _ = try DOTReader().read(Array("graph {\n a -> b }".utf8))
      Issue.record("read")
    } catch {
      #expect(error.reason == .syntax && error.position?.line == 2)
    }
  }
}
