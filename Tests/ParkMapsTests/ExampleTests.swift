import BuiltInData
import Graphviz
import ParkGraph
import ParkMaps
import Testing

/// The examples of the documentation.
@Suite struct ExampleTests {
  private let park = BuiltInData.graph

  @Test func networkMap() throws {
    let map = NetworkMap(MapGraph(park))
    let svg = try map.draw(as: [.svg])[.svg]
    #expect(svg != nil)
  }

  @Test func geographicMap() throws {
    let map = GeographicMap(MapGraph(park))
    let svg = try map.draw(as: [.svg])[.svg]
    #expect(svg != nil)
    let text = GeoJSONWriter(MapGraph(park)).text
    #expect(text.contains("FeatureCollection"))
  }

  @Test func anyGraph() throws {
    var graph = MapGraph(title: "Who supplies whom")
    graph.nodes = [
      .init(id: "a", name: "Alpha", category: .init("Germany", mark: "DE")),
      .init(id: "b", name: "Beta"),
    ]
    graph.edges = [.init(from: "a", to: "b", kind: "supplies", isDirected: true)]
    graph.setScores(by: .degree)
    let svg = try NetworkMap(graph).draw(as: [.svg])[.svg]
    #expect(graph.nodes.map(\.score) == [1, 1] && svg != nil)
  }

  @Test func options() throws {
    let graph = MapGraph(BuiltInData.graph)
    let svg = try NetworkMap(graph).draw(as: [.svg])[.svg]
    #expect(svg != nil)
    var options = NetworkMap.Options()
    options.theme = .dark
    options.focus = ["unsw"]
    options.depth = 2
    options.highlightedPath = graph.shortestPath(from: "unsw", to: "torch-center") ?? []
    let drawing = try NetworkMap(graph, options: options).draw(as: [.png])
    for note in drawing.notes { print(note) }
    #expect(options.highlightedPath == ["unsw", "torch-center"])
    #expect(drawing[.png]?.isEmpty == false)
  }
}
