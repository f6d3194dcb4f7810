import BuiltInData
import Foundation
import Graphviz
import ParkGraph
import Testing

@testable import ParkMaps

@Suite struct NetworkOptionsTests {
  /// A star of five around a hub, tied by several kinds, and a pair apart.
  private var star: MapGraph {
    var graph = MapGraph(title: "Star", source: "nobody", date: "2025-03-28")
    graph.nodes = ["hub", "a", "b", "c", "d", "e", "x", "y"].map {
      .init(id: $0, name: "Node \($0)", category: .init($0 == "hub" ? "Red" : "Blue"))
    }
    graph.edges = ["a", "b", "c", "d", "e"].map { .init(from: "hub", to: $0, kind: "pairing") }
    graph.edges += [
      .init(from: "x", to: "y"), .init(from: "a", to: "b", kind: "loan", tooltip: "first"),
      .init(from: "b", to: "a", kind: "pairing", tooltip: "second"),
      .init(from: "a", to: "b", kind: "pairing", count: 2),
    ]
    return graph
  }

  private func plan(_ change: (inout NetworkMap.Options) -> Void) -> NetworkPlan {
    var options = NetworkMap.Options()
    change(&options)
    return NetworkPlan(NetworkMap(star, options: options))
  }

  // MARK: Ties

  @Test func parallelTiesAreOneThatCountsThem() throws {
    let plan = plan { _ in }
    #expect(plan.graph.edges.count == 7)
    let edge = try #require(plan.graph.edges.first { $0.count > 1 })
    #expect(edge.kind == "pairing" && edge.count == 4)
    #expect(edge.label == "3 × pairing\nloan" && edge.tooltip == "first\n\nsecond")
    let drawing = try NetworkMap(star).draw(as: [.svg])
    #expect(drawing.parts.contains { $0.role == .tieLabel && $0.id.hasPrefix("3 × pairing") })
    let svg = String(decoding: drawing[.svg] ?? [], as: UTF8.self)
    #expect(svg.contains("xlink:title=\"first") && svg.contains("second\""))
  }

  @Test func moreTiesMakeAWiderLine() throws {
    let plan = plan { _ in }
    let place = try #require(plan.graph.edges.firstIndex { $0.count == 4 })
    #expect(plan.look(ofTie: place).penWidth > plan.look(ofTie: 0).penWidth + 1)
  }

  @Test func tiesBothWaysAreTwoLines() {
    var graph = MapGraph(nodes: [.init(id: "a", name: "A"), .init(id: "b", name: "B")])
    graph.edges = [
      .init(from: "a", to: "b", isDirected: true), .init(from: "b", to: "a", isDirected: true),
      .init(from: "a", to: "b"), .init(from: "a", to: "a"),
    ]
    #expect(graph.merged.edges.count == 4)
    let map = NetworkMap(graph)
    #expect(throws: Never.self) { try map.draw(as: [.svg]) }
  }

  // MARK: Focus and path

  @Test func theFocusKeepsWhatIsNear() throws {
    let plan = plan { options in
      options.focus = ["a"]
      options.depth = 1
    }
    #expect(plan.graph.nodes.map(\.id) == ["hub", "a", "b"])
    #expect(plan.emphases == [.usual, .strong, .usual])
    #expect(plan.notes == [.focused(shown: 3, whole: 8, depth: 1)])
    let wide = self.plan { options in
      options.focus = ["a", "x"]
      options.depth = 2
    }
    #expect(wide.graph.nodes.count == 8)
  }

  @Test func thePathIsStrongAndTheRestFaded() throws {
    let plan = plan { $0.highlightedPath = ["a", "hub", "e"] }
    for (node, emphasis) in zip(plan.graph.nodes, plan.emphases) {
      #expect(emphasis == (["a", "hub", "e"].contains(node.id) ? .strong : .faded))
    }
    for (place, edge) in plan.graph.edges.enumerated() {
      let isStep = edge.source == "hub" && (edge.target == "a" || edge.target == "e")
      #expect(plan.tieEmphases[place] == (isStep ? .strong : .faded))
      #expect((plan.look(ofTie: place).penWidth >= 3.5) == isStep)
    }
    #expect(plan.legend.flatMap(\.texts).contains("off the path"))
  }

  @Test func unknownNamesInTheOptionsDoNoHarm() throws {
    var options = NetworkMap.Options()
    options.focus = ["nobody"]
    options.highlightedPath = ["nobody", "a"]
    #expect(try NetworkMap(star, options: options).draw(as: [.svg]).nodeCount == 0)
    options.focus = []
    #expect(try NetworkMap(star, options: options).draw(as: [.svg]).nodeCount == 8)
  }

  // MARK: Size

  @Test func scoresMakeNamesLarger() throws {
    var graph = star
    let usual = NetworkPlan(NetworkMap(graph))
    #expect(usual.graph.scoreTitle == "degree" && usual.importance[0] == 1)
    for place in graph.nodes.indices { graph.nodes[place].score = Double(place) }
    graph.scoreTitle = "turnover"
    let scored = NetworkPlan(NetworkMap(graph))
    #expect(scored.importance.first == 0 && scored.importance.last == 1)
    #expect(scored.look(of: 7).fontSize > scored.look(of: 3).fontSize)
    #expect(scored.legend.flatMap(\.texts).contains("larger names = higher turnover"))
    for place in graph.nodes.indices { graph.nodes[place].score = 0 }
    let even = NetworkPlan(NetworkMap(graph))
    #expect(
      !even.isScaled && Set(graph.nodes.indices.map { even.look(of: $0).fontSize }).count == 1)
  }

  @Test func wildScoresAreNoScores() {
    var graph = star
    for (place, score) in [Double.nan, .infinity, -1, 4, 9].enumerated() {
      graph.nodes[place].score = score
    }
    #expect(NetworkPlan(NetworkMap(graph)).importance.allSatisfy { (0...1).contains($0) })
  }

  // MARK: Aggregation

  @Test func aggregationByHand() throws {
    let graph = star.aggregatedByCategory()
    #expect(graph.nodes.map(\.name) == ["Blue", "Red"] && graph.nodes.map(\.count) == [7, 1])
    #expect(graph.nodes[0].secondName == "7 nodes" && graph.nodes[1].secondName == "1 node")
    #expect(graph.edges.count == 1 && graph.edges[0].count == 5)
    #expect(graph.nodes[0].tooltip == "Blue\n7 nodes, 5 ties among them")
    let drawing = try NetworkMap(
      star,
      options: {
        var options = NetworkMap.Options()
        options.aggregation = .always
        return options
      }()
    ).draw(as: [])
    #expect(
      drawing.nodeCount == 2 && drawing.notes == ["8 nodes drawn as 2, one for each category"])
  }

  @Test func countsReadWell() {
    #expect(
      [0, 12, 999, 1_000, 1_234_567, -4_200].map(\.formattedForMaps)
        == ["0", "12", "999", "1,000", "1,234,567", "-4,200"])
    let words = MapWords(.english)
    #expect(words.counted(2, "university") == "2 universities")
    #expect(words.counted(1, "park") == "1 park" && words.counted(3, "person") == "3 people")
    #expect(MapWords(.simplifiedChinese).counted(3, "园区") == "3 园区")
  }

  // MARK: What stands beside colours

  @Test func printSaysByMarksWhatColorsSay() throws {
    var options = NetworkMap.Options()
    options.theme = .print
    let svg = String(
      decoding: try NetworkMap(MapGraph(BuiltInData.graph), options: options).draw(as: [.svg])[.svg]
        ?? [], as: UTF8.self)
    for mark in ["[CN]", "[AU]", "[BR]", "China [CN]"] { #expect(svg.contains(mark), "\(mark)") }
    // A dot at each end of each of five pairings, of the agreement, and of the two in the legend.
    #expect(svg.split(separator: "<ellipse").count - 1 >= 14)
  }

  @Test func everyLineOfTheLegendIsOnTheMap() {
    let plan = plan { _ in }
    let texts = plan.legend.flatMap(\.texts)
    #expect(texts.contains("pairing") && texts.contains("Blue") && texts.contains("Red"))
    #expect(!texts.contains("loan") && !texts.contains("implied or ambiguous"))
  }

  // MARK: Drawings that others read

  @Test func theSVGIsDescribed() throws {
    var graph = star
    graph.title = "A <b> & \"c\"\nd"
    let svg = String(
      decoding: try NetworkMap(graph).draw(as: [.svg])[.svg] ?? [], as: UTF8.self)
    #expect(svg.contains("<svg role=\"img\" aria-labelledby=\"map-title map-summary\""))
    #expect(svg.contains("<title id=\"map-title\">A &lt;b&gt; &amp; \"c\" d</title>"))
    #expect(svg.contains("A network of 8 nodes and 7 ties; most important: Node hub"))
    #expect(XMLCheck.isWellFormed(svg))
  }

  /// Whatever stands in a foreign file, there is a drawing.
  @Test func anythingIsDrawn() throws {
    let wild = [
      "", "\u{0}", "a\u{0}b", "\\", "quote\"", "back\\\"", "cluster_group-1", "cluster", "\n\n\t\r",
      "\u{7F}\u{85}\u{FFFE}\u{FFFF}", String(repeating: "x", count: 40_000),
      String(repeating: "中\n", count: 3_000), "e" + String(repeating: "\u{301}", count: 50_000),
      "<TABLE>", "&#0;", "node 0", "text 3", "sign 5",
    ]
    var graph = MapGraph(title: wild.joined(), source: wild[11], date: wild[2])
    graph.language = LanguageTag("de")
    for (place, text) in wild.enumerated() {
      graph.nodes.append(
        .init(
          id: text, name: text, secondName: wild[(place + 1) % wild.count], kind: text,
          category: .init(text, mark: text), group: place.isMultiple(of: 2) ? text : nil,
          score: Double(place), tooltip: text, link: text, count: -place))
      graph.edges.append(
        .init(
          from: text, to: wild[(place * 7) % wild.count], kind: text, label: text,
          isDirected: place.isMultiple(of: 3), count: -place, weight: .nan, tooltip: text,
          link: text))
    }
    graph.edges += graph.edges
    for name in Theme.Name.allCases {
      var options = NetworkMap.Options()
      options.theme = Theme(name)
      let drawing = try NetworkMap(graph, options: options).draw(as: [.svg, .dot])
      #expect(XMLCheck.isWellFormed(String(decoding: drawing[.svg] ?? [], as: UTF8.self)))
      #expect(drawing.nodeCount == wild.count)
      options.aggregation = .always
      #expect(throws: Never.self) { try NetworkMap(graph, options: options).draw(as: [.svg]) }
    }
  }

  @Test func linksLeadToTheWebOnly() throws {
    var graph = star
    graph.nodes[0].link = "javascript:alert(1)"
    graph.nodes[1].link = "https://example.org/a b"
    graph.nodes[2].link = "https://example.org/?q=中&x=\"1\""
    let svg = String(decoding: try NetworkMap(graph).draw(as: [.svg])[.svg] ?? [], as: UTF8.self)
    #expect(!svg.contains("javascript") && !svg.contains("a b\""))
    #expect(svg.contains("https://example.org/?q=%E4%B8%AD"))
    #expect(XMLCheck.isWellFormed(svg))
  }
}
