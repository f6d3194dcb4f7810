import ParkCommands
import Testing

@Suite struct CheckTests {
  @Test func goodDataPasses() throws {
    let data = try SmallData()
    for arguments in [
      ["check", data.folder], ["check", data.folder, "--strict"],
      ["check", "--graph", data.folder],
      ["--graph", data.folder, "check"],
    ] {
      let outcome = parkgraph(arguments)
      #expect(outcome.status == .success && outcome.errors == "")
      #expect(outcome.output == "6 entities, 20 statements: 0 errors, 0 warnings\n")
    }
    #expect(try json(parkgraph("check", data.folder, "--format", "json").output) as? [Int] == [])
  }

  @Test func thereIsOneDataSet() {
    let outcome = parkgraph("check", "a", "--graph", "b")
    #expect(outcome.status == .usage && outcome.errors.contains("exclude each other"))
  }

  @Test func theBuiltInDataPassesStrictly() {
    let outcome = parkgraph("check", "--strict")
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix(": 0 errors, 0 warnings\n"))
  }

  @Test func everyMistakeStandsAtItsPlace() throws {
    let data = try SmallData(
      "parks:\n  a:\n    names: {en: A}\n    country: UK\n    relations: [{owns: gone}]\n")
    let file = data.path("data.yaml")
    let outcome = parkgraph("check", data.folder)
    #expect(outcome.status == .negative && outcome.errors == "")
    let advice =
      "no evidence; cite a paragraph ('source#paragraph: [terms]'), "
      + "or give the editors' reason ('editor: …')"
    #expect(
      outcome.output == """
        \(file):3:13: warning: \(advice)
        \(file):4:14: error: 'UK' is no country of ISO 3166-1; write two letters such as AU or CN
        \(file):5:17: warning: \(advice)
        \(file):5:17: error: there is no entity 'gone'; define it, or mend the identifier
        1 entity, 2 statements: 2 errors, 2 warnings

        """)
    let strict = parkgraph("check", data.folder, "--strict", "--format", "json")
    #expect(strict.status == .negative && hasSortedKeys(strict.output))
    let records = try #require(try json(strict.output) as? [[String: Any]])
    #expect(records.map { $0["line"] as? Int } == [3, 4, 5, 5])
    #expect(records.allSatisfy { $0["severity"] as? String == "error" })
    let csv = parkgraph("check", data.folder, "--format", "csv").output
    #expect(csv.hasPrefix("file,line,column,severity,message\r\n"))
  }

  @Test func aSyntaxErrorIsAMistakeToo() throws {
    let data = try SmallData("parks: [\n")
    let outcome = parkgraph("check", data.folder)
    #expect(outcome.status == .negative)
    #expect(outcome.output.hasPrefix("\(data.path("data.yaml")):2:1: error: YAML syntax: "))
    #expect(outcome.output.hasSuffix("0 entities, 0 statements: 1 error, 0 warnings\n"))
  }

  @Test func warningsAloneAreNoNo() throws {
    let data = try SmallData("parks: {a: {names: {en: A}}}\n")
    #expect(parkgraph("check", data.folder).status == .success)
    #expect(parkgraph("check", data.folder, "--strict").status == .negative)
  }

  @Test func missingDocumentsAreNoInput() throws {
    let data = try SmallData()
    let outcome = parkgraph("check", data.folder, "--documents", data.path("none"))
    #expect(outcome.status == .noInput)
    #expect(outcome.errors == "Error: there is no folder '\(data.path("none"))'\n")
  }

  @Test func theGraphOfTheEnvironmentIsChecked() throws {
    let data = try SmallData("parks: [\n")
    let outcome = data("check")
    #expect(outcome.status == .negative)
  }
}

@Suite struct OverviewTests {
  @Test func saysWhatIsInTheGraph() throws {
    let data = try SmallData()
    let text = data("overview").output
    #expect(
      text.hasPrefix(
        """
        Small parks, as of 2025-04-01

          2 parks
          3 organizations  (2 agencies, 1 company)
          1 agreement

        20 statements: 9 proven by 1 document, 11 the editors' own (translations, codes, coordinates).
        Dates from 2016 to 2022.

        """))
    #expect(text.contains("\n  report  The report (2025-03)\n"))
    #expect(text.contains("\n  1. Alpha Park\n") && text.contains("\n  parkgraph render\n"))
    #expect(parkgraph([], environment: ["PARKGRAPH_GRAPH": data.folder]).output == text)
    #expect(data("--format", "json").output == data("overview", "--format", "json").output)
    #expect(hasSortedKeys(data("overview", "--format", "json").output))
  }

  @Test func formsAreCountedInPlural() {
    let text = parkgraph("overview").output
    for words in [
      " parties, ", " media, ", " agencies, ", " universities, ", " policies, ", " countries, ",
      " cities, ", " 1 series)",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let sources = parkgraph("sources").output
    #expect(sources.contains(" people") && !sources.contains(" persons"))
  }

  @Test func anEmptyGraphIsOne() throws {
    let data = try SmallData("parks:\n")
    #expect(data("overview").status == .success)
    #expect(data("overview").output.hasPrefix("Untitled\n"))
    #expect(data("list").lines.count == 2)
  }

  @Test func theExamplesCanBeTyped() throws {
    let examples = try SmallData()("overview").lines.filter { $0.contains("parkgraph path") }
    #expect(examples.count == 1)
    #expect(examples.first?.contains("\"Beta, \\\"the\\\" Park\"") == true)
  }
}

@Suite struct SourcesTests {
  @Test func tellsWhatADocumentGives() throws {
    let data = try SmallData()
    let rows = data("sources", "--format", "csv").output
    #expect(rows.contains("\r\nreport,2025-03,,2,"))
    #expect(hasSortedKeys(data("sources", "--format", "json").output))
    let none = try SmallData("parks:\n")("sources")
    #expect(none.status == .negative && none.errors == "Error: the graph has no sources\n")
  }

  @Test func footnotesCiteTheTies() throws {
    let data = try SmallData()
    let text = data("cite", "alpha", "old-office").output
    #expect(
      text == """
        [1] Alpha Park – part of – Old Office (until some day from 2020 to 2022)
            “The report”, 2025-03, paragraph 1: Alpha Park; Old Office

        """)
    #expect(data("cite", "lonely").status == .negative)
    for style in ["bibtex", "csl-json"] {
      #expect(data("cite", "alpha", "--style", style).output.contains("The report"))
    }
    _ = try json(data("cite", "alpha", "--style", "csl-json").output)
  }
}
