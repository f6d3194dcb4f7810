import BuiltInData
import Foundation
import FoundationXML
import Graphviz
import ParkGraph
import TestSupport
import Testing

@testable import ParkMaps

@Suite struct GeographicMapTests {
  private func node(
    _ id: String, _ latitude: Double? = nil, _ longitude: Double? = nil, country: String? = nil
  ) -> MapGraph.Node {
    let place = latitude.flatMap { latitude in
      longitude.flatMap { Coordinates(latitude: latitude, longitude: $0) }
    }
    return MapGraph.Node(
      id: id, name: "Park \(id)", category: country.map { MapGraph.Category($0) },
      tooltip: "About \(id)", coordinates: place)
  }

  private func svg(_ map: GeographicMap) throws -> String {
    String(decoding: try #require(try map.draw(as: [.svg])[.svg]), as: UTF8.self)
  }

  private func text(_ label: HTMLLabel) -> String {
    switch label {
    case .text(let parts): parts.map(text).joined()
    case .table(let table):
      table.rows.flatMap { $0.cells.map { text($0.content) } }.joined(separator: " ")
    }
  }

  private func text(_ part: HTMLText) -> String {
    switch part {
    case .text(let text): text
    case .lineBreak: " "
    case .font(_, let parts), .bold(let parts), .italic(let parts), .underline(let parts),
      .overline(let parts), .strikethrough(let parts), .subscript(let parts),
      .superscript(let parts):
      parts.map(text).joined()
    }
  }

  /// No name overlaps another, a marker or an inset; all are within their panel.
  private func expectNoOverlap(
    _ page: GeographicPage, _ location: SourceLocation = #_sourceLocation
  ) {
    for (index, panel) in page.panels.enumerated() {
      let labels = panel.labels + [panel.heading, panel.scaleBar?.text].compactMap(\.self)
      for (place, first) in labels.enumerated() {
        let box = first.place.box
        #expect(panel.window.box.contains(box), "\(text(first.text))", sourceLocation: location)
        for second in labels[(place + 1)...] {
          #expect(
            !box.meets(second.place.box), "\(text(first.text)), \(text(second.text))",
            sourceLocation: location)
        }
        for marker in panel.markers {
          #expect(
            !box.meets(marker.box), "\(text(first.text)), \(marker.members)",
            sourceLocation: location)
        }
        for inset in page.panels.dropFirst() where index == 0 {
          #expect(
            !box.meets(inset.window.box), "\(text(first.text))", sourceLocation: location)
        }
      }
      for (place, first) in panel.markers.enumerated() {
        #expect(panel.window.box.contains(first.center), sourceLocation: location)
        for second in panel.markers[(place + 1)...] {
          #expect(
            first.center.distance(to: second.center) > first.radius + second.radius - 0.5,
            sourceLocation: location)
        }
      }
    }
    for (place, first) in page.texts.enumerated() {
      for second in page.texts[(place + 1)...] {
        #expect(!first.place.box.meets(second.place.box), sourceLocation: location)
      }
    }
    for (place, first) in page.panels.enumerated().dropFirst() {
      for second in page.panels[(place + 1)...] {
        #expect(!first.window.box.meets(second.window.box), sourceLocation: location)
      }
    }
  }

  /// Every node is on the map, in an inset or in a list, by its name.
  private func expectAllNamed(
    _ page: GeographicPage, _ location: SourceLocation = #_sourceLocation
  ) {
    let texts = (page.panels.flatMap(\.labels) + page.texts).map { text($0.text) }.joined()
      .filter { !$0.isWhitespace }
    for node in page.plan.graph.nodes {
      #expect(
        texts.contains(node.name.filter { !$0.isWhitespace }), "\(node.name)",
        sourceLocation: location)
    }
  }

  // MARK: The built-in map

  @Test(arguments: [
    (LanguageTag.english, true), (.english, false), (.simplifiedChinese, false),
    (.traditionalChinese, true),
  ])
  func theBuiltInMapNamesAllAndOverlapsNothing(language: LanguageTag, isBilingual: Bool) throws {
    var options = MapGraph.ParkOptions()
    options.language = language
    options.isBilingual = isBilingual
    let map = GeographicMap(MapGraph(BuiltInData.graph, options: options))
    let page = try map.page()
    expectNoOverlap(page)
    expectAllNamed(page)
    #expect(page.panels.count == 2)
    #expect(page.panels[1].markers.count == 6 && page.panels[1].stubs.count == 4)
    let drawing = try map.draw(as: [.svg])
    #expect(drawing.warnings == [])
    let bytes = try #require(drawing[.svg])
    #expect(XMLParser(data: Data(bytes)).parse())
  }

  @Test func theBuiltInMapSaysWhatIsNotOnIt() throws {
    let page = try GeographicMap(MapGraph(BuiltInData.graph)).page()
    let lists = page.texts.map { text($0.text) }
    #expect(lists.contains("Not on the map"))
    #expect(
      lists.contains { $0.contains("Jiafeng Zhigu Industrial Park") && $0.contains("pairing") })
    #expect(lists.contains { $0.contains("Source: 2 documents") && $0.contains("Natural Earth") })
    #expect(text(try #require(page.panels[1].heading).text) == "Beijing")
  }

  @Test(arguments: [Format.svg, .png, .pdf]) func theSameMapIsTheSameBytes(format: Format) throws {
    let map = GeographicMap(MapGraph(BuiltInData.graph))
    let bytes = try #require(try map.draw(as: [format])[format])
    #expect(bytes.count > 10_000)
    #expect(try map.draw(as: [format])[format] == bytes)
  }

  @Test func arcsAndMarkersHaveTooltipsWithAgreementDateAndSource() throws {
    let svg = try svg(GeographicMap(MapGraph(BuiltInData.graph)))
    #expect(svg.contains("Torch Center – University of New South Wales"))
    #expect(svg.contains("cooperation agreement, from 2016") && svg.contains(", paragraph "))
  }

  @Test(arguments: ParkView.Kind.allCases) func everyViewIsDrawn(kind: ParkView.Kind) throws {
    let graph = BuiltInData.graph
    guard kind != .full else { return }
    let page = try GeographicMap(MapGraph(graph, view: graph.view(kind))).page()
    expectNoOverlap(page)
    expectAllNamed(page)
  }

  @Test func everyThemeReads() {
    for theme in [Theme.light, .dark, .print] {
      #expect(theme.text.contrast(to: theme.land) >= 7)
      #expect(theme.mutedText.contrast(to: theme.land) >= 4.5)
      #expect(theme.mutedText.contrast(to: theme.sea) >= 4.5)
      #expect(theme.land.contrast(to: theme.sea) >= 1.1)
      for color in theme.tieColors { #expect(color.contrast(to: theme.land) >= 3, "\(color)") }
    }
  }

  // MARK: Any graph

  @Test func nothingAndNowhereAreDrawn() throws {
    let empty = GeographicMap(MapGraph())
    #expect(XMLParser(data: Data(try svg(empty).utf8)).parse())
    var graph = MapGraph(nodes: (0..<5).map { node("\($0)") })
    graph.edges = [.init(from: "0", to: "1", kind: "pairing"), .init(from: "0", to: "gone")]
    let page = try GeographicMap(graph).page()
    expectAllNamed(page)
    #expect(page.texts.contains { text($0.text).contains("Park 0   pairing: Park 1") })
  }

  @Test func onePlaceIsShownWithItsSurroundings() throws {
    let page = try GeographicMap(MapGraph(nodes: [node("kista", 59.4, 17.95)])).page()
    expectNoOverlap(page)
    expectAllNamed(page)
    let window = page.panels[0].window
    #expect((0.3...0.6).contains(window.part.height))
    #expect(page.panels.count == 1)
  }

  @Test func placesAroundTheDateLineLieTogether() throws {
    var graph = MapGraph(nodes: [
      node("suva", -18.1, 178.4), node("taveuni", -16.8, -179.95), node("attu", 52.9, 172.9),
      node("adak", 51.9, -176.6), node("apia", -13.8, -171.8),
    ])
    graph.edges = [.init(from: "suva", to: "apia"), .init(from: "attu", to: "adak")]
    let page = try GeographicMap(graph).page()
    expectNoOverlap(page)
    expectAllNamed(page)
    #expect(abs(EqualEarth.wrapped(page.panels[0].window.projection.centralMeridian - 180)) <= 15)
    for course in page.panels[0].courses { #expect(course.parts.count == 1) }
    // Where the middle is chosen, the tie is cut at the edge and goes on at the other one.
    var options = GeographicMap.Options()
    options.centralMeridian = 0
    let cut = try GeographicMap(graph, options: options).page()
    expectNoOverlap(cut)
    for course in cut.panels[0].courses { #expect(course.parts.count == 2) }
  }

  @Test func polesAreOnTheMap() throws {
    var graph = MapGraph(nodes: [
      node("north", 90, 0), node("south", -90, 0), node("vostok", -78.5, 106.8),
      node("alert", 82.5, -62.3),
    ])
    graph.edges = [.init(from: "north", to: "south"), .init(from: "vostok", to: "alert")]
    let page = try GeographicMap(graph).page()
    expectNoOverlap(page)
    expectAllNamed(page)
    #expect(page.panels[0].courses.allSatisfy { !$0.parts.isEmpty })
    #expect(XMLParser(data: Data(try svg(GeographicMap(graph)).utf8)).parse())
  }

  @Test func parallelAgreementsRunApartAndSeveralOfAKindAreWider() throws {
    var graph = MapGraph(nodes: [node("a", 40, 116), node("b", 37, -122)])
    graph.edges = ["pairing", "pairing", "pairing", "contract"].map {
      .init(from: "a", to: "b", kind: $0)
    }
    graph.edges.append(.init(from: "b", to: "a", kind: "pairing"))
    let panel = try GeographicMap(graph).page().panels[0]
    #expect(panel.arcs.map(\.ties.count).sorted() == [1, 4])
    let widths = panel.arcs.map(\.width)
    #expect(widths[0] != widths[1])
    let middles = panel.courses.compactMap { $0.parts.first }.map { $0[$0.count / 2] }
    #expect(middles.count == 2 && middles[0].distance(to: middles[1]) > 6)
  }

  @Test func manyInOneSpotAreOneMarkerAndAList() throws {
    var graph = MapGraph(nodes: (0..<30).map { node("\($0)", 39.9, 116.4, country: "China") })
    graph.nodes.append(node("x", 35.7, 139.7, country: "Japan"))
    graph.edges = [.init(from: "0", to: "1", kind: "pairing"), .init(from: "2", to: "x")]
    let page = try GeographicMap(graph).page()
    expectNoOverlap(page)
    expectAllNamed(page)
    #expect(page.panels[0].markers.map(\.members.count).sorted() == [1, 30])
    // The tie within the spot is a loop.
    #expect(page.panels[0].arcs.contains { $0.start == $0.end })
    #expect(page.texts.contains { text($0.text) == "China" })
  }

  @Test func aFewInOneSpotStandSideBySide() throws {
    let graph = MapGraph(nodes: (0..<8).map { node("\($0)", 39.9, 116.4) } + [node("x", 31, 121)])
    let page = try GeographicMap(graph).page()
    expectNoOverlap(page)
    expectAllNamed(page)
    #expect(page.panels[0].markers.count == 9)
    #expect(page.panels[0].labels.count == 9)
    #expect(page.panels[0].markers.contains { $0.isMoved })
  }

  @Test func denseRegionsHaveInsetsUnlessNotWanted() throws {
    var graph = MapGraph(
      nodes: (0..<9).map { node("\($0)", 39.8 + Double($0) * 0.05, 116.2 + Double($0 % 3) * 0.1) })
    graph.nodes += [node("sydney", -33.9, 151.2), node("kista", 59.4, 17.95)]
    graph.edges = (0..<9).map {
      .init(from: "\($0)", to: $0 < 5 ? "sydney" : "kista", kind: "pairing")
    }
    let page = try GeographicMap(graph).page()
    expectNoOverlap(page)
    expectAllNamed(page)
    #expect(page.panels.count == 2 && page.panels[1].stubs.count == 9)
    var options = GeographicMap.Options()
    options.hasInsets = false
    let plain = try GeographicMap(graph, options: options).page()
    #expect(plain.panels.count == 1)
    expectAllNamed(plain)
  }

  /// Names in Han and Latin, all over the world: what finds no place on the map is in the list.
  @Test(arguments: 1...9) func randomMapsOverlapNothing(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let count = [40, 1, 3, 10, 40, 120][seed % 6]
    let words = ["Science", "Park", "科技园", "高新区", "Innovation", "Hub", "創新", "中心", "Technopole"]
    var graph = MapGraph(title: "Random")
    let spread = seed.isMultiple(of: 2) ? 180.0 : 12
    for index in 0..<count {
      var node = node(
        "\(index)", Double.random(in: -spread / 3...spread / 3, using: &random),
        Double.random(in: -spread...spread, using: &random))
      node.name = (0...Int.random(in: 0...3, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }.joined(separator: " ")
      if Bool.random(using: &random) { node.secondName = words.randomElement(using: &random) }
      graph.nodes.append(node)
    }
    for _ in 0..<count {
      let ends = (0..<2).map { _ in "\(Int.random(in: 0..<count, using: &random))" }
      graph.edges.append(
        .init(from: ends[0], to: ends[1], kind: words.randomElement(using: &random)))
    }
    let page = try GeographicMap(graph).page()
    expectNoOverlap(page)
    expectAllNamed(page)
  }

  @Test func hostileNamesAreText() throws {
    let names = ["<b>&amp;</b>", "a\"b'c", "\\N\\G", "{x|y}", "]]>", "--", "مرحبا", "🏳️‍🌈 park"]
    var graph = MapGraph(
      nodes: names.enumerated().map {
        MapGraph.Node(
          id: $1, name: $1, coordinates: Coordinates(latitude: Double($0) * 10, longitude: 0))
      })
    graph.edges = [.init(from: names[0], to: names[1], kind: names[2], tooltip: names[0])]
    graph.nodes[0].link = "javascript:alert(1)"
    graph.nodes[1].link = "https://example.org/?a=<b>"
    let svg = try svg(GeographicMap(graph))
    #expect(XMLParser(data: Data(svg.utf8)).parse() && !svg.contains("javascript"))
  }

  @Test func longTextsAreClipped() throws {
    let long = String(repeating: "科学 park ", count: 20_000)
    var graph = MapGraph(
      nodes: (0..<3).map {
        MapGraph.Node(
          id: "\($0)" + long.prefix(300), name: $0 == 2 ? " " : long, secondName: long, kind: long,
          category: .init(long, mark: long), tooltip: long,
          coordinates: $0 == 0 ? nil : Coordinates(latitude: 10, longitude: Double($0)))
      }, title: long, source: long)
    graph.edges = graph.nodes.flatMap { first in
      graph.nodes.map { .init(from: first.id, to: $0.id, kind: long, tooltip: long) }
    }
    var options = GeographicMap.Options()
    options.theme = .print
    options.centralMeridian = .nan
    let svg = try svg(GeographicMap(graph, options: options))
    #expect(XMLParser(data: Data(svg.utf8)).parse() && svg.utf8.count < 200_000)
    #expect("abc".clipped(to: 3) == "abc" && "abcd".clipped(to: 3) == "ab…")
    #expect("科学园".clipped(to: 9) == "科学园" && "科学园".clipped(to: 5) == "科学…")
  }

  /// Crowds come apart into markers with a number, and the rest of the names are counted.
  @Test func crowdsAreDrawn() throws {
    var random = SplitMix64(seed: 5)
    let graph = MapGraph(
      nodes: (0..<900).map {
        node(
          "\($0)", Double.random(in: 30...31, using: &random),
          Double.random(in: 110...112, using: &random), country: "China")
      } + [node("x", -30, 20)])
    let page = try GeographicMap(graph).page()
    #expect(page.panels[0].markers.flatMap(\.members).count == 901)
    #expect(page.panels[0].markers.count < 60)
    #expect(page.panels.count == 1 && page.texts.count < 60)
  }

  @Test func aPathStandsOut() throws {
    var graph = MapGraph(nodes: [node("a", 0, 0), node("b", 10, 20), node("c", 20, 0)])
    graph.edges = [
      .init(from: "a", to: "b", kind: "pairing"), .init(from: "c", to: "b", kind: "pairing"),
      .init(from: "a", to: "c", kind: "pairing"),
    ]
    var options = GeographicMap.Options()
    options.highlightedPath = ["a", "b", "gone"]
    let page = try GeographicMap(graph, options: options).page()
    let faded = page.panels[0].arcs.filter(\.line.isFaded).map { [$0.start, $0.end] }
    #expect(faded == [[0, 2], [1, 2]])
    #expect(page.plan.color(of: 2) == options.theme.faded)
    #expect(page.plan.color(of: 0) != options.theme.faded)
    expectNoOverlap(page)
  }
}
