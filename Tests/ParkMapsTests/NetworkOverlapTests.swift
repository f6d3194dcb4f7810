import BuiltInData
import Foundation
import Graphviz
import ParkGraph
import Testing

@testable import ParkMaps

/// That no two things of a drawing share room: nodes, words beside ties, headings, title, legend.
func expectNoOverlap(
  _ drawing: NetworkDrawing, _ comment: String = "",
  _ location: SourceLocation = #_sourceLocation
) {
  let parts = drawing.parts.sorted { $0.box.lowerLeft.x < $1.box.lowerLeft.x }
  for (place, first) in parts.enumerated() {
    for second in parts[(place + 1)...] {
      if second.box.lowerLeft.x >= first.box.upperRight.x { break }
      // Graphviz writes positions to hundredths of a point.
      if first.box.padded(-0.1).meets(second.box.padded(-0.1)) {
        Issue.record(
          "\(comment): '\(first.id)' stands over '\(second.id)'", sourceLocation: location)
      }
    }
  }
  #expect(drawing.warnings == [], "\(comment)", sourceLocation: location)
}

@Suite struct NetworkOverlapTests {
  @Test(arguments: [LanguageTag.english, .simplifiedChinese, .traditionalChinese])
  func nothingOverlapsInTheBuiltInData(language: LanguageTag) throws {
    for isBilingual in [true, false] {
      for kind in ParkView.Kind.allCases {
        var options = MapGraph.ParkOptions()
        options.language = language
        options.isBilingual = isBilingual
        let view = BuiltInData.graph.view(kind)
        let graph = MapGraph(BuiltInData.graph, view: view, options: options)
        let drawing = try NetworkMap(graph).draw(as: [])
        expectNoOverlap(drawing, "\(kind) \(language)")
        #expect(drawing.parts.count { $0.role == .node } == graph.nodes.count)
      }
    }
  }

  @Test(arguments: Theme.Name.allCases) func nothingOverlapsInAnyTheme(name: Theme.Name) throws {
    var options = NetworkMap.Options()
    options.theme = Theme(name)
    for attribute in MapGraph.ParkOptions.Attribute.allCases {
      var choices = MapGraph.ParkOptions()
      choices.groupBy = attribute
      choices.colorBy = attribute
      let graph = MapGraph(BuiltInData.graph, options: choices)
      expectNoOverlap(try NetworkMap(graph, options: options).draw(as: []), "\(attribute)")
    }
    options.highlightedPath = ["n0", "n1"]
    let sample = SampleMaps.random(seed: 2, count: 40)
    expectNoOverlap(try NetworkMap(sample, options: options).draw(as: []))
  }

  /// The whole 200 with `PARKGRAPH_ALL_MAPS=1`; a sample of them otherwise.
  @Test func nothingOverlapsInRandomGraphs() throws {
    let isWhole = ProcessInfo.processInfo.environment["PARKGRAPH_ALL_MAPS"] == "1"
    for seed in isWhole ? Array(1...200) : [1, 2, 3, 4, 5, 6] {
      var graph = SampleMaps.random(seed: UInt64(seed), count: isWhole ? nil : 5 + 12 * seed)
      if seed.isMultiple(of: 3) {
        for place in graph.nodes.indices {
          graph.nodes[place].group = graph.nodes[place].category?.name
        }
      }
      let drawing = try NetworkMap(graph).draw(as: [])
      expectNoOverlap(drawing, "seed \(seed)")
      #expect(drawing.nodeCount == graph.nodes.count && drawing.notes.count <= 1)
    }
  }

  // MARK: More than anybody can read

  @Test func aRegisterIsDrawnByCountry() throws {
    let graph = SampleMaps.registry()
    let drawing = try NetworkMap(graph).draw(as: [.svg])
    expectNoOverlap(drawing)
    let countries = Set(graph.nodes.compactMap(\.category))
    #expect(graph.nodes.count == 1_799 && drawing.nodeCount == countries.count)
    #expect(drawing.notes.first == "1,799 nodes drawn as \(countries.count), one for each country")
    let svg = String(decoding: drawing[.svg] ?? [], as: UTF8.self)
    #expect(svg.contains("1,799 nodes drawn as"))
  }

  /// Each country of the register by itself; the largest only, unless all are asked for.
  @Test func theCountriesOfARegisterAreDrawn() throws {
    let isWhole = ProcessInfo.processInfo.environment["PARKGRAPH_ALL_MAPS"] == "1"
    let graph = SampleMaps.registry()
    let members = Dictionary(grouping: graph.nodes) { $0.category?.name ?? "" }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (country, nodes) in isWhole ? members[...] : members[1..<4] {
      let own = graph.part { _, node in node.category?.name == country }
      let drawing = try NetworkMap(own).draw(as: [])
      expectNoOverlap(drawing, country)
      #expect(drawing.nodeCount == nodes.count)
    }
  }

  /// Without categories, only the most important nodes keep their names.
  @Test func manyNodesBecomeDots() throws {
    let isWhole = ProcessInfo.processInfo.environment["PARKGRAPH_ALL_MAPS"] == "1"
    let graph = SampleMaps.registry(count: isWhole ? 1_799 : 520)
    var options = NetworkMap.Options()
    options.aggregation = .never
    let drawing = try NetworkMap(graph, options: options).draw(as: [])
    expectNoOverlap(drawing)
    #expect(drawing.nodeCount == graph.nodes.count)
    #expect(drawing.notes.first?.hasPrefix("names of the 150 most important of") == true)
    var bare = graph
    for place in bare.nodes.indices { bare.nodes[place].category = nil }
    #expect(NetworkPlan(NetworkMap(bare)).isNamed.count { $0 } == 150)
  }
}
