import Graphviz
import ParkGraph
import Testing

@testable import ParkMaps

@Suite struct NetworkNoteTests {
  @Test(arguments: [
    (
      NetworkNote.focused(shown: 3, whole: 1_800, depth: 1),
      [
        "3 of 1,800 nodes: those within 1 step of the focus", "1,800个节点中的3个：距焦点1步以内",
        "1,800個節點中的3個：距焦點1步以內",
      ]
    ),
    (
      .aggregated(shown: 12, whole: 800, by: "country"),
      ["800 nodes drawn as 12, one for each country", "800个节点按国家合并为12个", "800個節點按國家合併為12個"]
    ),
    (
      .aggregated(shown: 2, whole: 9, by: "faculty"),
      ["9 nodes drawn as 2, one for each faculty", "9个节点按faculty合并为2个", "9個節點按faculty合併為2個"]
    ),
    (
      .named(shown: 150, whole: 600),
      [
        "names of the 150 most important of 600 nodes; the others are dots",
        "600个节点中，最重要的150个注有名称，其余为圆点", "600個節點中，最重要的150個註有名稱，其餘為圓點",
      ]
    ),
    (
      .withoutRoom(ties: 1),
      ["the words of 1 tie found no room", "1条联系的文字无处可放", "1條聯繫的文字無處可放"]
    ),
  ])
  func notesAreInTheLanguageOfTheMap(note: NetworkNote, texts: [String]) {
    let languages: [LanguageTag] = [.english, .simplifiedChinese, .traditionalChinese]
    #expect(languages.map { note.text(in: MapWords($0)) } == texts)
  }

  @Test func theMapItselfIsInOneLanguage() throws {
    var graph = MapGraph(
      nodes: ["甲", "乙", "丙"].map { .init(id: $0, name: $0) }, title: "网络",
      language: .simplifiedChinese)
    graph.edges = [.init(from: "甲", to: "乙"), .init(from: "乙", to: "丙")]
    var options = NetworkMap.Options()
    options.focus = ["甲"]
    options.depth = 1
    let drawing = try NetworkMap(graph, options: options).draw(as: [.svg])
    let svg = String(decoding: try #require(drawing.files[.svg]), as: UTF8.self)
    #expect(svg.contains("3个节点中的2个：距焦点1步以内。"))
    #expect(svg.contains("由2个节点和1条联系组成的网络"))
    #expect(!svg.contains("nodes"))
    #expect(drawing.notes == ["2 of 3 nodes: those within 1 step of the focus"])
  }
}
