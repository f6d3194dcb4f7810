import BuiltInData
import Foundation
import FoundationXML
import Graphviz
import ParkGraph
import Testing

@testable import ParkMaps

@Suite struct NetworkMapTests {
  private func company(_ id: String, _ names: Statement<Name>...) -> Entity {
    .organization(
      Organization(
        Profile(
          id: EntityID(unchecked: id),
          names: names.isEmpty ? [Statement(Name("Firm \(id)", language: "en"))] : names),
        form: .company))
  }

  private func pact(_ id: String, _ parties: String..., validity: Validity = .always) -> Entity {
    .agreement(
      Agreement(
        Profile(
          id: EntityID(unchecked: id), names: [Statement(Name("Pact", language: "en"))],
          period: Qualifiers(validity: validity)), form: .pairing,
        parties: parties.map {
          Statement(Agreement.Party(.entity(EntityID(unchecked: $0))))
        }))
  }

  /// A network that is no forest: each of twelve firms with so many of the next.
  private func ring(_ count: Int) -> ParkGraph {
    let firms = (0..<12).map { company("f\($0)") }
    let pacts = (0..<12).flatMap { place in
      (1...count).map { pact("p\(place)-\($0)", "f\(place)", "f\((place + $0) % 12)") }
    }
    return ParkGraph(entities: firms + pacts)
  }

  private func svg(_ map: NetworkMap) throws -> String {
    String(decoding: try #require(try map.draw(as: [.svg])[.svg]), as: UTF8.self)
  }

  /// The words of an SVG; `nil` when it is not well-formed.
  private func words(_ svg: String) -> [String]? {
    let reader = TextReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    return parser.parse() ? reader.texts : nil
  }

  // MARK: The built-in map

  @Test func theBuiltInMapHoldsEveryNameWhole() throws {
    let map = NetworkMap(MapGraph(BuiltInData.graph))
    let texts = try #require(words(try svg(map)))
    let all = texts.joined().filter { !$0.isWhitespace }
    let nodes = try map.draw(as: []).parts.filter { $0.role == .node }
    #expect(nodes.count >= 12)
    for node in nodes {
      let entity = try #require(BuiltInData.graph[EntityID(unchecked: node.id)])
      for name in [entity.name(), entity.ownName(in: .simplifiedChinese)].compactMap(\.self) {
        #expect(all.contains(name.filter { !$0.isWhitespace }), "\(name)")
      }
    }
    #expect(all.contains(BuiltInData.graph.info.title.filter { !$0.isWhitespace }))
    #expect(texts.contains { $0.contains("drawn by parkgraph") && $0.contains("Data of 20") })
  }

  /// The title above everything, the legend and the source below.
  @Test(arguments: Engine.allCases.filter { ![.nop, .nop2].contains($0) })
  func theFrameStandsAroundTheMap(engine: Engine) throws {
    var options = NetworkMap.Options()
    options.engine = engine
    let drawing = try NetworkMap(MapGraph(ring(1)), options: options).draw(as: [.svg])
    let nodes = drawing.parts.filter { $0.role == .node }.map(\.box)
    let frame = drawing.parts.filter { $0.role == .frame }
    let title = try #require(frame.first { $0.id == "Untitled" }).box
    let source = try #require(frame.first { $0.id == "source" }).box
    #expect(nodes.count == 12)
    for box in nodes {
      #expect(box.upperRight.y < title.lowerLeft.y && box.lowerLeft.y > source.upperRight.y)
    }
    for part in frame where part.id != "Untitled" && part.id != "source" {
      #expect(part.box.upperRight.y < nodes.map(\.lowerLeft.y).min() ?? 0)
      #expect(part.box.lowerLeft.y > source.upperRight.y)
    }
    expectNoOverlap(drawing)
  }

  @Test func aGroupHoldsItsNodesAndNoOther() throws {
    let plan = Entity.programme(
      Programme(
        Profile(id: "plan", names: [Statement(Name("The plan", language: "en"))]),
        form: .programme,
        batches: [Statement(Programme.Batch(number: 1, size: 7, unit: "pairings"))]
      ))
    var entities = [plan, company("x"), company("y"), pact("outside", "x", "y")]
    for number in 0..<3 {
      var agreement = pact("p\(number)", "a\(number)", "b\(number)")
      agreement.profile.relations = [Statement(Relation(.under, "plan", batch: 1))]
      entities += [company("a\(number)"), company("b\(number)"), agreement]
    }
    let graph = ParkGraph(entities: entities)
    let map = NetworkMap(MapGraph(graph))
    let drawing = try map.draw(as: [.svg])
    expectNoOverlap(drawing)
    expectGroups(drawing, ["plan": ["a0", "a1", "a2", "b0", "b1", "b2"]])
    let text = try #require(words(try svg(map))).joined()
    #expect(text.contains("The plan") && text.contains("batch 1: 7 pairings, 3 named here"))
    var ungrouped = MapGraph.ParkOptions()
    ungrouped.isGrouped = false
    #expect(try NetworkMap(MapGraph(graph, options: ungrouped)).draw(as: []).groups.isEmpty)
  }

  /// Groups of networks, too: each box holds its members, no other node, and no other box.
  @Test func groupsOfANetworkStandApart() throws {
    var graph = SampleMaps.random(seed: 11, count: 60)
    for place in graph.nodes.indices where !place.isMultiple(of: 5) {
      graph.nodes[place].group = graph.nodes[place].category?.name
    }
    let drawing = try NetworkMap(graph).draw(as: [])
    expectNoOverlap(drawing)
    let members = Dictionary(grouping: graph.nodes.filter { $0.group != nil }) { $0.group ?? "" }
    expectGroups(drawing, members.mapValues { $0.map(\.id) })
    let boxes = drawing.groups.sorted { $0.key < $1.key }.map(\.value)
    for (place, box) in boxes.enumerated() {
      for other in boxes[(place + 1)...] { #expect(!box.meets(other)) }
    }
  }

  private func expectGroups(
    _ drawing: NetworkDrawing, _ members: [String: [String]],
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(Set(drawing.groups.keys) == Set(members.keys), sourceLocation: location)
    for (group, box) in drawing.groups {
      let inside = Set(members[group] ?? [])
      for node in drawing.parts where node.role == .node {
        #expect(node.box.meets(box) == inside.contains(node.id), sourceLocation: location)
        let isWhole =
          box.contains(node.box.lowerLeft, tolerance: 0.5)
          && box.contains(node.box.upperRight, tolerance: 0.5)
        #expect(isWhole || !inside.contains(node.id), sourceLocation: location)
      }
    }
  }

  // MARK: Any graph

  @Test func theSameMapIsTheSameBytes() throws {
    let maps = [
      NetworkMap(MapGraph(ring(1))), NetworkMap(MapGraph(BuiltInData.graph)),
      NetworkMap(SampleMaps.random(seed: 3, count: 50)),
    ]
    for map in maps { #expect(try svg(map) == svg(map)) }
  }

  @Test func anEmptyViewAndASingleNode() throws {
    let empty = NetworkMap(MapGraph(ParkGraph(entities: [])))
    #expect(words(try svg(empty)) != nil)
    let one = ParkGraph(entities: [company("only")])
    let map = NetworkMap(MapGraph(one, view: one.view(.full)))
    #expect(try #require(words(try svg(map))).contains("Firm only"))
    #expect(try map.draw(as: [.svg]).nodeCount == 1)
  }

  @Test func hostileNamesAreText() throws {
    let names = [
      "<b>&amp;</b>", "a\"b'c", "\\N\\G", "{x|y}", "]]>", "--", "مرحبا", "🏳️‍🌈 park", "a\u{301}",
    ]
    let firms = names.enumerated().map { place, name in
      company("f\(place)", Statement(Name(name, language: "en")))
    }
    let graph = ParkGraph(entities: firms)
    let map = NetworkMap(MapGraph(graph, view: graph.view(.full)))
    let texts = try #require(words(try svg(map)))
    let all = texts.joined().filter { !$0.isWhitespace }
    for name in names { #expect(all.contains(name.filter { !$0.isWhitespace }), "\(name)") }
  }

  @Test func identifiersOfTheMapsOwnPartsMayBeEntities() throws {
    let graph = ParkGraph(entities: [
      company("frame"), company("group-1"), company("graph"), company("node"),
      pact("p", "frame", "group-1"), pact("q", "graph", "node"),
    ])
    #expect(try NetworkMap(MapGraph(graph)).draw(as: [.svg]).nodeCount == 4)
  }

  @Test func anOpenBeginningLeavesNoEmptyDate() throws {
    let since = try #require(Validity(from: DateBound("after 2020")))
    let graph = ParkGraph(entities: [
      company("a"), company("b"), pact("p", "a", "b", validity: since),
    ])
    let texts = try #require(words(try svg(NetworkMap(MapGraph(graph)))))
    #expect(!texts.contains { $0.hasSuffix(",") || $0.hasSuffix(", ") })
  }

  @Test func optionsChooseNamesAndTitle() throws {
    let graph = ParkGraph(entities: [
      company(
        "a", Statement(Name("Alpha", language: "en")), Statement(Name("阿爾法", language: "zh-Hant"))),
      company("b"), pact("p", "a", "b"),
    ])
    var options = MapGraph.ParkOptions()
    #expect(try svg(NetworkMap(MapGraph(graph, options: options))).contains("阿爾法"))
    options.isBilingual = false
    options.title = "A < B"
    let plain = try svg(NetworkMap(MapGraph(graph, options: options)))
    #expect(!plain.contains("阿爾法") && plain.contains("A &lt; B"))
    options.language = .traditionalChinese
    #expect(try svg(NetworkMap(MapGraph(graph, options: options))).contains("阿爾法"))
  }
}

/// Gathers the text elements of an SVG.
private final class TextReader: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private var isInText = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    isInText = name == "text"
    if isInText { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInText { texts[texts.count - 1] += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInText = false
  }
}
