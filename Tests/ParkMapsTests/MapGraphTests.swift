import BuiltInData
import GraphCore
import ParkGraph
import ParkMaps
import Testing

@Suite struct MapGraphTests {
  /// a – b – c – d, with b – c twice, and e alone.
  private var chain: MapGraph {
    MapGraph(
      nodes: ["a", "b", "c", "d", "e"].map { .init(id: $0, name: $0.uppercased()) },
      edges: [
        .init(from: "a", to: "b", weight: 2), .init(from: "c", to: "b", isDirected: true),
        .init(from: "b", to: "c", weight: 0.5), .init(from: "c", to: "d"),
        .init(from: "d", to: "nowhere"),
      ])
  }

  @Test func neighborhoodsByHand() {
    #expect(chain.neighborhood(of: ["a"], depth: 0).nodes.map(\.id) == ["a"])
    let one = chain.neighborhood(of: ["b"], depth: 1)
    #expect(one.nodes.map(\.id) == ["a", "b", "c"] && one.edges.count == 3)
    #expect(chain.neighborhood(of: ["d", "a"], depth: 1).nodes.map(\.id) == ["a", "b", "c", "d"])
    #expect(chain.neighborhood(of: ["e", "unknown"], depth: 9).nodes.map(\.id) == ["e"])
    #expect(chain.neighborhood(of: [], depth: 3).nodes.isEmpty)
  }

  @Test func shortestPathsByHand() {
    #expect(chain.shortestPath(from: "a", to: "d") == ["a", "b", "c", "d"])
    #expect(chain.shortestPath(from: "a", to: "a") == ["a"])
    #expect(chain.shortestPath(from: "a", to: "e") == nil)
    #expect(chain.shortestPath(from: "a", to: "unknown") == nil)
  }

  @Test func scoresByHand() {
    func scores(_ measure: MapGraph.Measure) -> [Double?] {
      var graph = chain
      graph.setScores(by: measure)
      #expect(graph.scoreTitle == measure.rawValue)
      return graph.nodes.map(\.score)
    }
    #expect(scores(.degree) == [1, 3, 3, 1, 0])
    #expect(scores(.strength) == [2, 3.5, 2.5, 1, 0])
    #expect(scores(.betweenness) == [0, 2, 2, 0, 0])
    #expect(scores(.core) == [1, 2, 2, 1, 0] || scores(.core) == [1, 1, 1, 1, 0])
  }

  @Test func anyMeasureOfAnyGraphGivesScoresOrNone() {
    var wild = chain
    wild.edges[0].weight = .nan
    wild.edges[1].weight = -1
    wild.nodes.append(wild.nodes[0])
    for graph in [MapGraph(), wild] {
      for measure in MapGraph.Measure.allCases {
        var graph = graph
        graph.setScores(by: measure)
        #expect(graph.nodes.allSatisfy { ($0.score ?? 0) >= 0 })
      }
    }
  }

  @Test(arguments: ParkView.Kind.allCases) func parkDataIsTakenOverWhole(kind: ParkView.Kind) {
    let park = BuiltInData.graph
    let view = park.view(kind)
    let map = MapGraph(park, view: view)
    #expect(map.nodes.count == view.graph.nodeCount && map.edges.count == view.graph.edgeCount)
    #expect(map.title == park.info.title && map.date == park.info.date?.description)
    for node in map.nodes {
      let entity = park[EntityID(unchecked: node.id)]
      #expect(node.name == entity?.name() && node.kind == entity?.kind.rawValue)
      #expect(node.category?.mark == entity?.country?.value.rawValue)
      // What has no place of its own stands in its town.
      if let own = entity?.coordinates?.value { #expect(node.coordinates == own) }
    }
    for edge in map.edges { #expect(edge.tooltip?.isEmpty == false && edge.kind != nil) }
    #expect(map.edges.contains { $0.tooltip?.contains("paragraph") == true })
  }

  @Test func parkDataInOtherColorsAndGroups() {
    var options = MapGraph.ParkOptions()
    options.language = .simplifiedChinese
    options.groupBy = .country
    options.colorBy = .form
    options.title = ""
    let map = MapGraph(BuiltInData.graph, options: options)
    #expect(map.title == "" && map.language == .simplifiedChinese)
    #expect(Set(map.nodes.compactMap(\.group)).contains("中国"))
    #expect(map.nodes.contains { $0.kind == "园区" } && map.nodes.allSatisfy { $0.category != nil })
    options.groupBy = .programme
    let grouped = MapGraph(BuiltInData.graph, options: options)
    for group in Set(grouped.nodes.compactMap(\.group)) {
      #expect(grouped.groupHeadings[group]?.note?.contains("此处列出") == true)
    }
  }
}
