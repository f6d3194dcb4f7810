import ParkCommands
import Testing

/// What changes with the width of the terminal.
@Suite struct TerminalTests {
  private let file: TemporaryFile

  init() throws {
    file = try TemporaryFile(
      "net.json",
      """
      {"nodes": [{"id": "a", "name": "中关村生命科学园与巴西贸易投资促进局的合作", "kind": "park"},
      {"id": "a-rather-long-identifier", "name": "Innovation park of the north", "kind": "park"}],
      "links": []}
      """)
  }

  private func list(_ columns: String?, _ arguments: String...) -> String {
    parkgraph(
      ["list", "--graph", file.path] + arguments,
      environment: columns.map { ["COLUMNS": $0] } ?? [:]
    ).output
  }

  @Test func longTextsAreCutToFit() {
    #expect(
      list("60") == """
        id                        name                          sort
        a                         中关村生命科学园与巴西贸易…   park
        a-rather-long-identifier  Innovation park of the north  park

        """)
    #expect(
      list("52")
        == """
        id                        name                  sort
        a                         中关村生命科学园与…   park
        a-rather-long-identifier  Innovation park of…   park

        """.replacing("of…   park", with: "of …  park"))
  }

  @Test func identifiersAreNeverCutAndTextsNotToNothing() {
    #expect(list("10") == list("52").replacing("  sort", with: "  sort"))
    #expect(list("10").contains("a-rather-long-identifier  Innovation park of …  park\n"))
  }

  @Test func withoutATerminalNothingIsCut() {
    let whole = list(nil)
    #expect(whole.contains("中关村生命科学园与巴西贸易投资促进局的合作") && !whole.contains("…"))
    #expect(list("1000") == whole && list("0") == whole && list("x") == whole)
    #expect(list("20", "--format", "csv") == list(nil, "--format", "csv"))
    #expect(list("20", "--format", "json") == list(nil, "--format", "json"))
  }

  @Test func helpFitsToo() {
    let help = parkgraph(["help", "centrality"], environment: ["COLUMNS": "60"])
    #expect(help.status == .success)
    #expect(
      help.lines.allSatisfy { $0.count <= 60 || $0.hasPrefix("  parkgraph ") }, "\(help.output)")
    #expect(
      parkgraph(["--help"], environment: ["COLUMNS": "300"]).output == parkgraph("--help").output)
  }
}
