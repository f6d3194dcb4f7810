import Graphviz
import Testing

/// Faults of libgvc that hang on what an engine decides, or on what it did before.
@Suite struct EngineFaultTests {
  @Test func edgesAcrossTooManyRanks() {
    // Labels double the ranks, and the edge that does not pull spans all of them.
    func build(_ length: Int, _ graph: inout GraphDescription) {
      graph.addNode("c")
      graph.addNode("d")
      graph.addEdge("a", "b") { $0.constraint = false }
      graph.addEdge("a", "c") { $0.label = "x" }
      graph.addEdge("d", "c") { $0.minLen = length }
    }
    #expect(error { build(200, &$0) } == nil)
    for length in [300, 767, 1_000] {
      let error = error { build(length, &$0) }
      #expect(error?.code == .limitExceeded)
      #expect(error?.attribute == "minlen")
    }
  }

  @Test func aChainWithAShortcut() {
    func build(_ count: Int, _ graph: inout GraphDescription) {
      for node in 0..<count { graph.addNode("\(node)") { $0.shape = .point } }
      for node in 1..<count { graph.addEdge("\(node - 1)", "\(node)") }
      graph.addEdge("0", "\(count - 1)")
    }
    #expect(error { build(300, &$0) } == nil)
    #expect(error { build(600, &$0) }?.subject == .edge(index: 599, tail: "0", head: "599"))
  }

  @Test func labelsBetweenNodesOfARank() {
    func build(_ names: [String], _ graph: inout GraphDescription) {
      for name in ["c", "d"] { graph.addNode(name) }
      graph.addEdge("a", "c") { $0.label = "x" }
      graph.addEdge("a", "b")
      graph.addEdge("d", "b")
      graph.addEdge("b", "c")
      graph.addRank(.same, nodes: names)
    }
    let error = error { build(["a", "b", "c"], &$0) }
    #expect(error?.attribute == "label")
    #expect(error?.message.contains("xLabel") == true)
    #expect(GraphvizTests.error { build(["a", "c"], &$0) } == nil)
  }

  @Test func ranksThatContradict() {
    #expect(
      error {
        $0.addRank(.min, nodes: ["a", "b"])
        $0.addRank(.sink, nodes: ["b"])
      }?.subject == .node("b"))
    #expect(
      error {
        $0.addRank(.max, nodes: ["a"])
        $0.addRank(.same, nodes: ["a", "b"])
        $0.addRank(.source, nodes: ["b"])
      }?.code == .invalidStructure)
    #expect(
      error {
        $0.addRank(.same, nodes: ["a", "b"])
        $0.addRank(.min, nodes: ["b"])
        $0.addRank(.min, nodes: ["a"])
      } == nil)
  }

  @Test func ranksAndClusters() throws {
    // Said outside of the cluster, a shared rank goes into it.
    var graph = GraphDescription(.directed)
    for id in ["a", "b", "c"] { graph.addNode(id) }
    graph.addEdge("a", "b")
    graph.addEdge("b", "c")
    graph.addRank(.same, nodes: ["a", "c"])
    graph.addCluster("x", nodes: ["a", "b", "c"]) { $0.label = "x" }
    let layout = try graph.draw(with: .dot).layout
    #expect(layout.node("a")?.center.y == layout.node("c")?.center.y)
    #expect(layout.clusters.map(\.id) == ["x"])

    for rank in [Rank.min, .max, .source, .sink] {
      let error = error {
        $0.addCluster("x", nodes: ["a"])
        $0.addRank(rank, nodes: ["a"])
      }
      #expect(error?.code == .invalidStructure && error?.attribute == "rank")
    }
    let error = error {
      var rank = Subgraph.rank(.sink, nodes: [])
      rank.subgraphs = [.cluster("x", nodes: ["a"])]
      $0.subgraphs = [rank]
    }
    #expect(error?.code == .invalidStructure)
  }

  @Test(arguments: [Engine.dot, .osage])
  func orthogonalEdgesAndBordersAlmostInLine(_ engine: Engine) {
    let error = error(with: engine) {
      $0.nodes[0].attributes.shape = .pentagon
      $0.attributes.splines = .ortho
    }
    #expect(error == nil || error?.attribute == "splines")
    #expect(
      GraphvizTests.error(with: engine) {
        $0.nodeDefaults.shape = .box
        $0.addEdge("a", "b")
        $0.attributes.splines = .ortho
      } == nil)
  }

  @Test func edgesToClusters() throws {
    func build(_ margin: Double, _ graph: inout GraphDescription) {
      graph.attributes.compound = true
      graph.addCluster("x", nodes: ["a"]) { $0.margin = margin }
      graph.addEdge("a", "b") { $0.ltail = "x" }
    }
    #expect(error { build(8, &$0) } == nil)
    // The edge begins on the border.
    #expect(error { build(0.48, &$0) }?.attribute == "ltail")
    for splines in [Splines.ortho, .curved] {
      let error = error {
        build(8, &$0)
        $0.attributes.splines = splines
      }
      #expect(error?.attribute == "ltail")
    }
    let loop = error {
      $0.attributes.compound = true
      $0.addCluster("x", nodes: ["a"])
      $0.addEdge("a", "a") { $0.lhead = "x" }
    }
    #expect(loop?.attribute == "lhead")
  }

  @Test func extentsBeyondSixteenBits() {
    #expect(error { $0.nodes[0].attributes.width = 900 }?.attribute == "width")
    #expect(
      error { $0.nodes[0].attributes.label = .text(String(repeating: "w", count: 8_000)) }?
        .attribute == "width")
    #expect(error { $0.attributes.nodeSep = 900 }?.attribute == "nodesep")
    #expect(
      error { $0.addCluster("x", nodes: ["a"]) { $0.margin = 44_000 } }?.attribute == "margin")
    let label = String(repeating: "w", count: 4_000)
    #expect(
      error {
        $0.edgeDefaults.fontSize = 100
        $0.addEdge("a", "b") { $0.label = .text(label) }
      }?.attribute == "label")
  }

  @Test(arguments: [Overlap.scale, .scaleXY])
  func nodesAtOnePlaceAndAScale(_ overlap: Overlap) {
    let error = error(with: .nop) {
      $0.nodes[0].attributes.pos = Point(x: 5, y: 5)
      $0.nodes[1].attributes.pos = Point(x: 5, y: 5)
      $0.addEdge("a", "b") { $0.label = "x" }
      $0.attributes.overlap = overlap
    }
    #expect(error?.attribute == "overlap")
  }

  @Test func otherThingsThatCrash() {
    #expect(
      error(with: .neato) {
        $0.attributes.mode = .kk
        $0.attributes.model = .mds
        $0.addEdge("a", "b") { $0.len = 2 }
      }?.attribute == "model")
    #expect(
      error(with: .sfdp) {
        $0.nodes[0].attributes.shape = .plain
        $0.nodes[0].attributes.fixedSize = .fixed
      }?.attribute == "fixedsize")
    #expect(
      error(with: .sfdp) {
        $0.nodes[0].attributes.shape = .plain
        $0.nodes[0].attributes.label = ""
      }?.attribute == "label")
    #expect(
      error(with: .twopi) {
        $0.attributes.splines = .polyline
        $0.addEdge("a", "b")
        $0.addEdge("b", "a") { $0.label = "x" }
      }?.attribute == "splines")
    #expect(
      error {
        $0.attributes.ordering = .outgoing
        $0.addCluster("x", nodes: ["a"])
      }?.attribute == "ordering")
    #expect(
      error {
        $0.nodes[0].attributes.fixedSize = .shape
        $0.addEdge(Endpoint("a", compass: .northWest), "b")
      }?.attribute == "tailport")
    #expect(
      error(with: .fdp) {
        $0.attributes.sep = .factor(0.8)
        $0.attributes.esep = .factor(2.6)
      }?.attribute == "esep")
    for name in ["beautify", "phase", "aspect", "odb", "smoothing"] {
      #expect(error { $0.attributes.other[name] = "true" }?.attribute == name)
    }
  }

  /// circo gives the nodes where rings meet to one of them, and may leave two apart in another.
  @Test func ringsWhoseNodesBelongToOthers() {
    func build(_ graph: inout GraphDescription) {
      for node in 0..<9 { graph.addNode("\(node)") }
      for (tail, head) in [
        (8, 6), (3, 8), (6, 3), (0, 7), (7, 5), (5, 0), (8, 0), (1, 8), (8, 4), (1, 0), (4, 0),
      ] { graph.addEdge("\(tail)", "\(head)") }
    }
    let error = error(with: .circo, build)
    #expect(error?.code == .unsupported)
    #expect(error?.message.contains("ring") == true)
    #expect(GraphvizTests.error(with: .neato, build) == nil)
    // From another root there is no such ring.
    #expect(
      GraphvizTests.error(with: .circo) {
        build(&$0)
        $0.attributes.root = "1"
      } == nil)
  }

  /// dot numbers its searches in a byte, and circo takes a new graph for the one before it.
  @Test func manyLayoutsInOneProcess() throws {
    for engine in [Engine.dot, .circo] {
      let expected = try sample().draw(with: engine, as: [.svg])
      for round in 0..<400 {
        var graph = GraphDescription(.directed)
        for node in 0..<(2 + round % 3) { graph.addNode("\(node)") { $0.isRoot = round % 2 == 0 } }
        graph.addEdge("0", "1")
        if round % 5 == 0 { graph.attributes.root = "1" }
        graph.addCluster("c", nodes: ["0"])
        _ = try graph.draw(with: engine)
      }
      #expect(try sample().draw(with: engine, as: [.svg]) == expected)
    }
  }
}
