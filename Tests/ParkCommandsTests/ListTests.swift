import Foundation
import ParkCommands
import Testing

@Suite struct ListTests {
  @Test func aTableLinesUp() throws {
    let data = try SmallData()
    #expect(
      data("list").output == """
        id          name              kind          form     country  date
        alpha       Alpha Park        park          park     CN
        beta        Beta, "the" Park  park          park     DE
        lonely      Lonely            organization  company
        new-office  New Office        organization  agency
        old-office  Old Office        organization  agency
        pact        The Pact          agreement     pairing           2016

        """)
  }

  @Test func wideCharactersTakeTwoColumns() throws {
    #expect(
      try SmallData()("list", "parks", "--lang", "zh-Hant").output == """
        id     name      kind  form  country
        alpha  阿爾法園  park  park  CN
        beta   贝塔园    park  park  DE

        """)
  }

  @Test func kindsMayBeManyAndInAnyCase() throws {
    let data = try SmallData()
    let parks = data("list", "park").output
    #expect(data("list", "Parks").output == parks && data("list", "PARK").output == parks)
  }

  @Test func agreementsShowTheirParties() throws {
    #expect(
      try SmallData()("list", "agreement").output == """
        id    form     date  parties
        pact  pairing  2016  Alpha Park – Beta, "the" Park – a fund

        """)
  }

  @Test func csvQuotesWhatNeedsIt() throws {
    #expect(
      try SmallData()("list", "park", "--format", "csv").output
        == "id,name,kind,form,country,date\r\nalpha,Alpha Park,park,park,CN,\r\n"
        + "beta,\"Beta, \"\"the\"\" Park\",park,park,DE,\r\n")
  }

  @Test func jsonHasSortedKeysAndEverything() throws {
    let output = try SmallData()("list", "--format", "json").output
    #expect(hasSortedKeys(output))
    let entities = try #require(try json(output) as? [[String: Any]])
    #expect(
      entities.map { $0["id"] as? String } == [
        "alpha", "beta", "lonely", "new-office", "old-office", "pact",
      ])
    #expect(entities[0]["country"] as? String == "CN" && entities[0]["latitude"] as? Double == 39.9)
    let pact = try #require(entities.last)
    let parties = try #require(pact["parties"] as? [[String: Any]])
    #expect(parties.map { $0["id"] as? String } == ["alpha", "beta", nil])
    #expect(
      parties.map { $0["label"] as? String } == ["Alpha Park", "Beta, \"the\" Park", "a fund"])
    let figures = try #require(pact["figures"] as? [[String: Any]])
    #expect(figures[0]["value"] as? Double == 52 && figures[0]["comparison"] as? String == ">")
  }

  @Test func theBuiltInPairingsHaveBothParties() throws {
    let outcome = parkgraph("list", "agreement", "--format", "json")
    let agreements = try #require(try json(outcome.output) as? [[String: Any]])
    #expect(agreements.contains { $0["id"] as? String == "torch-unsw-2016" })
    #expect(agreements.count { $0["form"] as? String == "pairing" } >= 5)
    for agreement in agreements {
      #expect((agreement["parties"] as? [Any])?.count ?? 0 >= 2)
    }
  }

  @Test func anEmptyKindIsATableWithoutRows() throws {
    let data = try SmallData()
    #expect(data("list", "person").output == "id  name  kind  form  country  date\n")
    #expect(try json(data("list", "people", "--format", "json").output) as? [Int] == [])
  }

  /// Names that break lines, columns and terminals.
  @Test func hostileNamesStayInTheirCell() throws {
    let data = try SmallData(
      #"people: {a: {names: [{en: "line\nbreak\ttab \"q\" ,x\r\n", evidence: {editor: x}}]}}"#)
    let table = data("list")
    #expect(table.lines.count == 3 && table.lines[1].hasPrefix("a   line break tab"))
    let csv = data("list", "--format", "csv").output
    #expect(csv.contains("a,\"line\nbreak\ttab \"\"q\"\" ,x\r\n\",person,,,\r\n"))
    #expect(hasSortedKeys(data("list", "--format", "json").output))
  }

  @Test func controlCharactersDoNotReachTheTerminal() throws {
    let data = try SmallData(
      #"people: {a: {names: [{en: "a\e[31mred", evidence: {editor: x}}]}}"#)
    #expect(!data("list").output.contains("\u{1B}"))
  }
}
