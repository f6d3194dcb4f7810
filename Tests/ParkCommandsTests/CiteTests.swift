import ParkCommands
import Testing

@Suite struct ContributionTests {
  @Test func tellsWhatADocumentContributes() throws {
    let outcome = try SmallData()("sources")
    #expect(outcome.status == .success)
    #expect(
      outcome.output == """
        The report
          report · 2025-03, en
          2 paragraphs cited, 9 citations
          says something of 1 park, 2 organizations, 1 agreement
          9 statements: 3 names, 1 period, 1 figure, 2 relations, 2 parties
          without it: 9 statements lost, 4 ties among them, and 4 entities of which no other tells

        """)
  }

  @Test func csvHasARowADocument() throws {
    #expect(
      try SmallData()("sources", "--format", "csv").output
        == "id,date,paragraphs,cited,citations,statements,lost statements,lost ties,lost entities\r\n"
        + "report,2025-03,,2,9,9,9,4,4\r\n")
  }

  @Test func aGraphWithoutSourcesHasNone() throws {
    let outcome = try SmallData("parks:\n")("sources")
    #expect(outcome.status == .negative && outcome.errors == "Error: the graph has no sources\n")
  }
}

@Suite struct CiteTests {
  @Test func theTiesOfTwo() throws {
    #expect(
      try SmallData()("cite", "alpha", "beta").output == """
        [1] Alpha Park – party to – The Pact (since 2016)
            “The report”, 2025-03, paragraph 1: Alpha Park; Beta
        [2] Beta, "the" Park – party to – The Pact (since 2016)
            “The report”, 2025-03, paragraph 1: Alpha Park; Beta, "the" Park

        """)
  }

  @Test func allOfOne() throws {
    let lines = try SmallData()("cite", "new-office").lines
    #expect(lines.first == "[1] New Office: name New Office")
    #expect(lines.contains { $0.hasPrefix("[2] Alpha Park – part of – New Office (since") })
  }

  @Test func bibTeXHasAnEntryADocument() throws {
    let output = try SmallData()("cite", "alpha", "new-office", "--style", "bibtex").output
    #expect(
      output == """
        @misc{report,
          title = {{The report}},
          year = {2025},
          month = {3},
          date = {2025-03},
          language = {en},
          note = {Alpha Park – part of – New Office (paragraph 2)}
        }

        """)
  }

  @Test func cslHasAnItemADocument() throws {
    let output = try SmallData()("cite", "alpha", "--style", "csl-json").output
    let items = try #require(try json(output) as? [[String: Any]])
    #expect(items.count == 1 && items[0]["id"] as? String == "report")
    #expect(items[0]["title"] as? String == "The report" && hasSortedKeys(output))
    let issued = items[0]["issued"] as? [String: Any]
    #expect(issued?["date-parts"] as? [[Int]] == [[2025, 3]])
  }

  @Test func whatNoDocumentSaysIsNoFootnote() throws {
    for arguments in [["cite", "lonely"], ["cite", "lonely", "alpha"]] {
      let data = try SmallData()
      let outcome = parkgraph(arguments, environment: ["PARKGRAPH_GRAPH": data.folder])
      #expect(outcome.status == .negative && outcome.output == "")
      #expect(outcome.errors == "Error: no document says anything of that\n")
    }
  }
}
