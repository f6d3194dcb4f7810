import BuiltInData
import Foundation
import FoundationXML
import Graphviz
import ParkGraph
import ParkMaps
import Testing

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

  private func overlap(_ first: Box, _ second: Box) -> Bool {
    first.lowerLeft.x < second.upperRight.x && second.lowerLeft.x < first.upperRight.x
      && first.lowerLeft.y < second.upperRight.y && second.lowerLeft.y < first.upperRight.y
  }

  private func expectNoOverlap(_ layout: Layout, _ location: SourceLocation = #_sourceLocation) {
    for (place, first) in layout.nodes.enumerated() {
      for second in layout.nodes[(place + 1)...] {
        #expect(
          !overlap(first.box, second.box), "\(first.id), \(second.id)", sourceLocation: location)
      }
    }
  }

  // MARK: The built-in map

  @Test func theBuiltInMapHoldsEveryNameWhole() throws {
    let map = NetworkMap(MapGraph(BuiltInData.graph))
    let texts = try #require(words(try svg(map)))
    let all = texts.joined().filter { !$0.isWhitespace }
    let nodes = try map.draw(as: [.svg]).layout.nodes
    #expect(nodes.count >= 12)
    for node in nodes {
      let entity = try #require(BuiltInData.graph[EntityID(unchecked: node.id)])
      for name in [entity.name(), entity.ownName(in: .simplifiedChinese)].compactMap(\.self) {
        #expect(all.contains(name.filter { !$0.isWhitespace }), "\(name)")
      }
    }
    #expect(all.contains(BuiltInData.graph.info.title.filter { !$0.isWhitespace }))
    #expect(texts.contains { $0.contains("drawn by parkgraph") })
  }

  @Test func theBuiltInMapHasNoOverlaps() throws {
    let drawing = try NetworkMap(MapGraph(BuiltInData.graph)).draw(as: [.svg])
    #expect(drawing.warnings == [])
    expectNoOverlap(drawing.layout)
    for cluster in drawing.layout.clusters {
      #expect(cluster.box.lowerLeft.x >= drawing.layout.box.lowerLeft.x - 1)
      #expect(cluster.box.upperRight.x <= drawing.layout.box.upperRight.x + 1)
    }
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
    let map = NetworkMap(MapGraph(ParkGraph(entities: entities)))
    let layout = try map.draw(as: [.svg]).layout
    expectNoOverlap(layout)
    let group = try #require(layout.cluster("group-plan")).box
    for node in layout.nodes {
      #expect(overlap(node.box, group) == (node.id.hasPrefix("a") || node.id.hasPrefix("b")))
      guard overlap(node.box, group) else { continue }
      #expect(
        node.box.lowerLeft.x >= group.lowerLeft.x && node.box.lowerLeft.y >= group.lowerLeft.y)
      #expect(
        node.box.upperRight.x <= group.upperRight.x && node.box.upperRight.y <= group.upperRight.y)
    }
    let text = try #require(words(try svg(map))).joined()
    #expect(text.contains("The plan") && text.contains("batch 1: 7 pairings, 3 named here"))
  }

  // MARK: Any graph

  @Test func networksAreDrawnWithoutOverlaps() throws {
    let drawing = try NetworkMap(MapGraph(ring(1))).draw(as: [.svg])
    #expect(drawing.layout.engine == .sfdp && drawing.layout.nodes.count == 12)
    expectNoOverlap(drawing.layout)
  }

  @Test func denserNetworksAreDrawn() throws {
    let graph = ring(3)
    let layout = try NetworkMap(MapGraph(graph)).draw(as: [.svg]).layout
    #expect(layout.nodes.count == 12)
  }

  @Test(arguments: ParkView.Kind.allCases) func everyViewIsDrawn(kind: ParkView.Kind) throws {
    let graph = BuiltInData.graph
    let map = NetworkMap(MapGraph(graph, view: graph.view(kind)))
    let drawing = try map.draw(as: [.svg])
    expectNoOverlap(drawing.layout)
    let bytes = try #require(drawing[.svg])
    #expect(words(String(decoding: bytes, as: UTF8.self)) != nil)
    let ids = Set(drawing.layout.nodes.map(\.id))
    #expect(kind != .full || ids == Set(graph.entities.map(\.id.rawValue)))
    #expect(ids.contains("unsw") && ids.contains("torch-unsw-2016") == (kind != .partnership))
  }

  @Test func theSameMapIsTheSameBytes() throws {
    for graph in [ring(1), BuiltInData.graph] {
      #expect(try svg(NetworkMap(MapGraph(graph))) == svg(NetworkMap(MapGraph(graph))))
    }
  }

  @Test func anEmptyViewAndASingleNode() throws {
    let empty = NetworkMap(MapGraph(ParkGraph(entities: [])))
    #expect(words(try svg(empty)) != nil)
    let one = ParkGraph(entities: [company("only")])
    let map = NetworkMap(MapGraph(one, view: one.view(.full)))
    #expect(try #require(words(try svg(map))).contains("Firm only"))
    #expect(try map.draw(as: [.svg]).layout.nodes.count == 1)
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
      company("frame"), company("group-plan"), company("graph"), company("node"),
      pact("p", "frame", "group-plan"), pact("q", "graph", "node"),
    ])
    #expect(try NetworkMap(MapGraph(graph)).draw(as: [.svg]).layout.nodes.count == 4)
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
