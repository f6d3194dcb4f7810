import Graphviz
import Testing

@Suite struct DrawingTests {
  @Test(arguments: Engine.allCases)
  func everyEngineLaysOut(_ engine: Engine) throws {
    let graph = sample(for: engine)
    let drawing = try graph.draw(with: engine, as: Format.allCases)
    let layout = drawing.layout
    #expect(layout.engine == engine)
    #expect(layout.nodes.map(\.id) == graph.nodes.map(\.id))
    #expect(layout.edges.map(\.tail) == graph.edges.map(\.tail.node))
    #expect(layout.edges.map(\.head) == graph.edges.map(\.head.node))
    #expect(layout.box.width > 50 && layout.box.height > 50)
    for node in layout.nodes {
      #expect(node.size.width >= 50 && node.size.height >= 30)
      #expect(layout.box.contains(node.box.lowerLeft, tolerance: 1), "\(node) \(layout.box)")
      #expect(layout.box.contains(node.box.upperRight, tolerance: 1), "\(node) \(layout.box)")
    }
    for edge in layout.edges {
      #expect(!edge.curves.isEmpty)
      for curve in edge.curves { #expect(curve.points.count % 3 == 1) }
    }
    #expect(layout.label != nil)
    for format in Format.allCases { #expect(drawing[format]?.isEmpty == false) }
    let svg = try #require(SVGText(drawing[.svg]))
    #expect(svg.titles.count >= graph.nodes.count + graph.edges.count)
  }

  @Test(arguments: [Engine.dot, .fdp, .osage])
  func clustersAreAroundTheirNodes(_ engine: Engine) throws {
    let layout = try sample().draw(with: engine).layout
    #expect(layout.clusters.map(\.id) == ["left", "right"])
    for (cluster, members) in [("left", ["a", "b"]), ("right", ["d", "e"])] {
      let box = try #require(layout.cluster(cluster)).box
      for id in members {
        let node = try #require(layout.node(id))
        #expect(box.contains(node.box.lowerLeft, tolerance: 1))
        #expect(box.contains(node.box.upperRight, tolerance: 1))
      }
      let label = try #require(layout.cluster(cluster)?.label)
      #expect(box.contains(label.center))
    }
  }

  @Test func nestedClusters() throws {
    var graph = GraphDescription(.directed)
    for id in ["a", "b", "c"] { graph.addNode(id) }
    graph.addEdge("a", "b") { $0.lhead = "inner" }
    graph.addEdge("b", "c")
    graph.attributes.compound = true
    var outer = Subgraph.cluster("outer", nodes: ["a"]) { $0.label = "outer" }
    outer.subgraphs = [.cluster("inner", nodes: ["b", "c"]) { $0.label = "inner" }]
    graph.subgraphs = [outer]
    let drawing = try graph.draw(with: .dot, as: [.svg])
    let box = try #require(drawing.layout.cluster("outer")).box
    let inner = try #require(drawing.layout.cluster("inner")).box
    #expect(box.contains(inner.lowerLeft) && box.contains(inner.upperRight))
  }

  @Test func ranks() throws {
    var graph = GraphDescription(.directed)
    for id in ["a", "b", "c", "d"] { graph.addNode(id) }
    graph.addEdge("a", "b")
    graph.addEdge("b", "c")
    graph.addEdge("a", "d")
    graph.addRank(.same, nodes: ["c", "d"])
    let layout = try graph.draw(with: .dot).layout
    #expect(layout.node("c")?.center.y == layout.node("d")?.center.y)
  }

  @Test func arrowsAndDirections() throws {
    var graph = GraphDescription(.directed)
    graph.addNode("a")
    graph.addNode("b")
    graph.addEdge("a", "b") { $0.dir = .both }
    graph.addEdge("a", "b") { $0.dir = ArrowDirection.none }
    let layout = try graph.draw(with: .dot).layout
    let both = try #require(layout.edges[0].curves.first)
    #expect(both.startTip != nil && both.endTip != nil)
    let plain = try #require(layout.edges[1].curves.first)
    #expect(plain.startTip == nil && plain.endTip == nil)
    // Upwards is where y grows.
    #expect((layout.node("a")?.center.y ?? 0) > (layout.node("b")?.center.y ?? 0))
    #expect((both.startTip?.y ?? 0) > (both.endTip?.y ?? 0))
  }

  @Test func strictGraphsMergeEdges() throws {
    var graph = GraphDescription(.undirected, isStrict: true)
    graph.addNode("a")
    graph.addNode("b")
    graph.addEdge("a", "b")
    graph.addEdge("b", "a")
    let drawing = try graph.draw(with: .dot, as: [.plain])
    #expect(drawing.layout.edges.count == 2)
    #expect(drawing.layout.edges[0].curves == drawing.layout.edges[1].curves)
    let plain = String(decoding: drawing[.plain] ?? [], as: UTF8.self)
    #expect(plain.split(separator: "\n").filter { $0.hasPrefix("edge") }.count == 1)
  }

  @Test func positionsAreKept() throws {
    var graph = placedSample()
    graph.attributes.noTranslate = true
    let layout = try graph.draw(with: .nop2).layout
    for (node, placed) in zip(graph.nodes, layout.nodes) {
      #expect(node.attributes.pos == placed.center)
    }
  }

  @Test func defaultsAreInherited() throws {
    var graph = GraphDescription(.undirected)
    graph.nodeDefaults.label = "default"
    graph.nodeDefaults.shape = .box
    graph.addNode("a")
    graph.addNode("b")
    graph.addNode("c") { $0.label = "own" }
    var cluster = Subgraph.cluster("x", nodes: ["b"])
    cluster.nodeDefaults.label = .html(.text([.bold([.text("of the cluster")])]))
    graph.subgraphs = [cluster]
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.texts.sorted() == ["default", "of the cluster", "own"])
  }

  @Test func clustersDoNotTakeTheGraphsTitle() throws {
    var graph = GraphDescription(.undirected)
    graph.attributes.label = "title"
    graph.addNode("a")
    graph.addCluster("c", nodes: ["a"])
    let svg = try #require(SVGText(try graph.render(.svg, with: .dot)))
    #expect(svg.texts == ["a", "title"] || svg.texts == ["title", "a"])
  }

  @Test func emptyGraphs() throws {
    for engine in Engine.allCases {
      let drawing = try GraphDescription(.directed).draw(with: engine, as: Format.allCases)
      #expect(drawing.layout.nodes.isEmpty)
      #expect(SVGText(drawing[.svg]) != nil)
    }
  }

  @Test func signatures() throws {
    let drawing = try sample().draw(with: .dot, as: [.png, .pdf, .json])
    #expect(drawing[.png]?.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(drawing[.pdf]?.prefix(5) == Array("%PDF-".utf8)[...])
    #expect(drawing[.json]?.first == UInt8(ascii: "{"))
    #expect(drawing[.canon] == nil)
  }

  @Test func fonts() {
    #expect(FontSupport.canDraw("abc"))
    #expect(!FontSupport.canDraw("\u{E123}\u{F0000}"))
  }
}
