import Foundation
import ParkData
import ParkGraph
import Testing

/// Files that are no good YAML, or no YAML at all.
@Suite struct YAMLFileTests {
  private func mistakes(_ text: String) -> [String] {
    DataFolder.read(files: [("a.yaml", text)]).diagnostics.map(\.description)
  }

  /// What is wrong with bytes on disk.
  private func mistakes(bytes: [UInt8]) throws -> [String] {
    try TemporaryFolder.with(["a.yaml": bytes]) { folder in
      try DataFolder.read(folder).diagnostics.map {
        "\($0.position.line):\($0.position.column) \($0.message)"
      }
    }
  }

  @Test func oneSyntaxErrorAFile() {
    #expect(mistakes("parks: [\nplaces: [\n").count == 1)
    #expect(
      mistakes("parks:\n\ta: x\n") == [
        "a.yaml:2:1: error: YAML syntax: found character that cannot start any token "
          + "(while scanning for the next token that starts in line 2)"
      ])
    #expect(
      mistakes("parks: {}\n---\nparks: {}\n") == [
        "a.yaml:2:1: error: YAML syntax: but found another document "
          + "(expected a single document in the stream that starts in line 1)"
      ])
    #expect(
      mistakes("parks: *nowhere\n").first?.hasPrefix("a.yaml:1:8: error: YAML syntax:") == true)
    #expect(mistakes("parks: \"open\n").first?.hasPrefix("a.yaml:") == true)
  }

  @Test func aKeyStandsOnce() {
    let found = mistakes("parks:\n  a: {}\n  a: {}\n")
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("'a' stands more than once in one mapping; keep one") == true)
  }

  @Test func aFileIsUTF8() throws {
    #expect(
      try mistakes(bytes: [0x70, 0xFF, 0xFE]) == [
        "1:1 the file is not UTF-8 text; save it as UTF-8"
      ])
    #expect(try mistakes(bytes: [0xFF, 0xFE, 0x70, 0x00]).count == 1)
    // A surrogate, and a slash in more bytes than it needs.
    #expect(try mistakes(bytes: [0xED, 0xA0, 0x80]).count == 1)
    #expect(try mistakes(bytes: [0xC0, 0xAF]).count == 1)
  }

  @Test func controlCharactersAreNamedWithTheirLine() throws {
    let found = try mistakes(bytes: Array("parks:\n  a: {}\n# \0\n".utf8))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("3:") == true, "\(found)")
    #expect(found.first?.contains("control characters are not allowed") == true)
  }

  @Test func aByteOrderMarkAndCarriageReturnsAreFine() throws {
    let text = "\u{FEFF}parks:\r\n  a:\r\n    names:\r\n      - en: A\r\n    zzzzzzzz: 1\r\n"
    let reading = try TemporaryFolder.with(["a.yaml": Array(text.utf8)]) { folder in
      try DataFolder.read(folder)
    }
    #expect(reading.graph["a"]?.name() == "A")
    #expect(reading.diagnostics.map(\.position.line) == [5])
    #expect(reading.diagnostics.map(\.position.column) == [5])
  }

  @Test func columnsCountScalars() {
    #expect(
      mistakes("parks: {a: {names: {zh-Hant: 中關村}, zzzzzzzz: 1}}").first?.hasPrefix("a.yaml:1:36:")
        == true)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func nestingHasALimit(opening: String) {
    let found = mistakes(String(repeating: opening, count: 100_000))
    #expect(found.count == 1)
  }

  @Test func aliasesAreReadWhereTheyStand() {
    let reading = DataFolder.read(files: [
      (
        "a.yaml",
        """
        people:
          a: {names: &names [{en: A, evidence: &why {editor: x}}]}
          b: {names: *names, period: {from: 2016, evidence: *why}}
        """
      )
    ])
    #expect(reading.diagnostics == [])
    #expect(reading.graph["b"]?.name() == "A")
    #expect(reading.graph["b"]?.profile.period?.evidence == [.editor(reason: "x")])
  }

  @Test func aHugeTextIsAText() {
    let text = String(repeating: "長", count: 300_000)
    let reading = DataFolder.read(files: [("a.yaml", "people: {a: {names: {en: \(text)}}}")])
    #expect(reading.diagnostics == [] && reading.graph["a"]?.name() == text)
    #expect(mistakes("parks: \(text)").first?.count ?? 0 < 200)
  }

  @Test func aHugeFileIsRefused() throws {
    let found = try mistakes(bytes: Array(repeating: UInt8(ascii: "#"), count: (64 << 20) + 1))
    #expect(found == ["1:1 the file is larger than 64 MB; split the data set into several files"])
  }

  /// Whatever is cut out of a good file, reading it ends with a graph or with places in it.
  @Test func fragmentsAreReadOrRefused() {
    let text = """
      parks:
        p:
          names: [{en: P, evidence: {report#1: ["P", "2016"]}}]
          period: {from: by 2025-03-28, until: after 2026}
          relations: [{owns: q, on: 2016}, {part of: r}]
      agreements: {m: {form: pairing, parties: [p, {unnamed: x}]}}
      """
    let characters = Array(text)
    for start in stride(from: 0, to: characters.count, by: 7) {
      for end in stride(from: start, to: characters.count, by: 11) {
        let reading = DataFolder.read(files: [("a.yaml", String(characters[start..<end]))])
        for diagnostic in reading.checked() {
          #expect(diagnostic.position.line >= 1 && diagnostic.position.column >= 1)
        }
      }
    }
  }
}
