import ParkData
import ParkGraph
import Testing

@Suite struct DatasetReaderTests {
  /// Reads one file without a mistake.
  private func read(
    _ text: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> ParkGraph {
    let reading = DataFolder.read(files: [("a.yaml", text)])
    #expect(reading.diagnostics.map(\.description) == [], sourceLocation: location)
    return reading.graph
  }

  @Test func dataset() throws {
    let graph = try read(
      """
      dataset: {title: Parks, date: 2026-11-21, license: CC0-1.0}
      sources:
        report: {file: a.txt, title: "A: report", publisher: Xinhua, date: 2025-03,
                 language: zh-Hant, sha256: \(String(repeating: "0a", count: 32)),
                 note: Lost letters.}
      """)
    #expect(
      graph.info
        == DatasetInfo(
          title: "Parks", date: PartialDate("2026-11-21"), license: "CC0-1.0"))
    let source = try #require(graph.sources.first)
    #expect(graph.sources.count == 1 && source.id.rawValue == "report" && source.file == "a.txt")
    #expect(source.title == "A: report" && source.publisher == "Xinhua")
    #expect(source.date == PartialDate("2025-03") && source.language == .traditionalChinese)
    #expect(source.sha256 == String(repeating: "0a", count: 32) && source.note == "Lost letters.")
  }

  @Test func titlesInSeveralLanguages() throws {
    let info = try read(
      "dataset: {title: {en: Parks, zh-Hans: 园区, zh-Hant: 園區, de: Parke}}"
    ).info
    #expect(info.title == "Parks" && info.translatedTitles.count == 3)
    let asked: [LanguageTag] = ["en", "de", "zh-Hant", "zh-Hans", "zh-TW", "zh", "fr"]
    #expect(
      asked.map { info.title(in: $0) } == ["Parks", "Parke", "園區", "园区", "园区", "园区", "Parks"])
    let german = try read("dataset: {title: {de: Parke}}").info
    #expect(german.title == "Parke" && german.title(in: "zh-Hans") == "Parke")
    let wrong = DataFolder.read(files: [("a.yaml", "dataset: {title: {english: Parks}}")])
    #expect(
      wrong.diagnostics.map(\.description) == [
        "a.yaml:1:19: error: 'english' is no language; write en, de, zh-Hans, zh-Hant …"
      ])
  }

  @Test func profileAndPark() throws {
    let graph = try read(
      """
      parks:
        kista:
          form: zone
          names:
            - en: Kista
            - sv: Kista vetenskapsstad
              role: former
              doubtful: true
              from: after 1985, by 1990
              until: 2000
              evidence: {report#3: [Kista, "1985"], editor: "two: reasons"}
              certainty: ambiguous
              rank: deprecated
              note: Old.
          country: {value: SE, evidence: {editor: Stockholm}}
          coordinates: [59.4, 17.94]
          period: {from: 1985, until: after 2023}
          figures: [{measure: firms, value: "> 1_000", unit: firms, on: 2020-05}]
          identifiers: [{wikidata: Q31808}]
          relations: [{part of: stockholm, role: core, batch: 2}]
          note: A park.
      places: {stockholm: {form: city, names: {sv: Stockholm, en: Stockholm}, country: SE}}
      """)
    guard case .park(let park) = graph["kista"] else {
      Issue.record("no park")
      return
    }
    #expect(park.form == .zone && park.profile.note == "A park.")
    #expect(park.country?.value.rawValue == "SE")
    #expect(park.country?.qualifiers.evidence == [.editor(reason: "Stockholm")])
    #expect(park.coordinates?.value == Coordinates(latitude: 59.4, longitude: 17.94))
    #expect(park.profile.period?.validity.description == "from 1985 until after 2023")
    #expect(park.profile.names.first == Statement(Name("Kista", language: "en")))
    let name = try #require(park.profile.names.last)
    #expect(
      name.value
        == Name("Kista vetenskapsstad", language: "sv", role: .former, isDoubtful: true))
    #expect(name.qualifiers.validity.description == "from after 1985, by 1990 until 2000")
    #expect(
      Set(name.qualifiers.evidence) == [
        .document(
          Citation(source: SourceID(unchecked: "report"), paragraph: 3, terms: ["Kista", "1985"])),
        .editor(reason: "two: reasons"),
      ])
    #expect(name.qualifiers.certainty == .ambiguous && name.qualifiers.rank == .deprecated)
    #expect(name.qualifiers.note == "Old.")
    let figure = try #require(park.profile.figures.first)
    #expect(
      figure.value == Figure(measure: "firms", value: 1_000, comparison: .moreThan, unit: "firms"))
    #expect(figure.qualifiers.validity.point == PartialDate("2020-05"))
    #expect(park.profile.identifiers.map(\.value.value) == ["Q31808"])
    #expect(
      park.profile.relations.map(\.value)
        == [Relation(.partOf, "stockholm", role: "core", batch: 2)])
    #expect(graph["stockholm"]?.profile.names.count == 2)
  }

  @Test func everyKind() throws {
    let graph = try read(
      """
      parks: {a: {names: {en: A}}}
      organizations:
        b: {form: university, names: {en: B}, country: AU, coordinates: [-33.9, 151.2]}
      programmes:
        c:
          form: plan
          names: {en: C}
          batches: [{number: 1, size: 7, unit: pairings, on: 2025}, {number: 2, unit: parks}]
      events: {d: {names: {en: D}}, e: {form: series, names: {en: E}}}
      people: {f: {names: {en: F}}}
      places: {g: {form: country, names: {en: G}}}
      agreements:
        h:
          form: cooperation agreement
          names: {en: H}
          parties:
            - a
            - {party: b, role: host, from: 2016, evidence: {editor: x}}
            - {unnamed: a fund, role: guarantor}
      """)
    #expect(
      graph.entities.map(\.kind) == [
        .park, .organization, .programme, .event, .event, .person, .place, .agreement,
      ])
    #expect(
      graph.entities.map(\.form) == [
        "park", "university", "plan", "edition", "series", nil, "country", "cooperation agreement",
      ])
    #expect(graph["b"]?.coordinates?.value == Coordinates(latitude: -33.9, longitude: 151.2))
    #expect(
      graph["c"]?.programme?.batches.map(\.value) == [
        Programme.Batch(number: 1, size: 7, unit: "pairings"),
        Programme.Batch(number: 2, unit: "parks"),
      ])
    let parties = try #require(graph["h"]?.agreement?.parties)
    #expect(
      parties.map(\.value) == [
        Agreement.Party(.entity("a")), Agreement.Party(.entity("b"), role: "host"),
        Agreement.Party(.unnamed("a fund"), role: "guarantor"),
      ])
    #expect(parties[1].qualifiers.evidence == [.editor(reason: "x")])
    #expect(parties[1].qualifiers.validity.description == "since 2016")
  }

  @Test func evidenceInEachForm() throws {
    let graph = try read(
      """
      people:
        a: {names: [{en: A, evidence: report#1}]}
        b: {names: [{en: B, evidence: [report#1, {report#2: [x, B]}, {editor: why}]}]}
        c: {names: [{en: C, evidence: {report#1: C said}}]}
        d: {evidence: {editor: all}, names: {en: D}, period: {from: 2016}}
      """)
    func evidence(_ id: EntityID) -> [Evidence]? {
      graph[id]?.profile.names.first?.qualifiers.evidence
    }
    func cited(_ paragraph: Int, _ terms: String...) -> Evidence {
      .document(
        Citation(source: SourceID(unchecked: "report"), paragraph: paragraph, terms: terms))
    }
    #expect(evidence("a") == [cited(1, "A")])
    #expect(evidence("b") == [cited(1, "B"), cited(2, "x", "B"), .editor(reason: "why")])
    #expect(evidence("c") == [cited(1, "C said")])
    // An entity's own evidence stands in where a statement gives none.
    #expect(evidence("d") == [.editor(reason: "all")])
    #expect(graph["d"]?.profile.period?.evidence == [.editor(reason: "all")])
  }

  @Test(arguments: [
    ("52", 52, Figure.Comparison.exactly), ("'> 5000'", 5_000, .moreThan), ("<10", 10, .lessThan),
    ("'~ 600'", 600, .about), ("8.7e12", 8.7e12, .exactly), ("-3.5", -3.5, .exactly),
    ("\"= 7\"", 7, .exactly),
  ])
  func figuresAsSourcesWordThem(
    text: String, value: Double, comparison: Figure.Comparison
  ) throws {
    let graph = try read(
      "people: {a: {names: {en: A}, figures: [{measure: m, value: \(text)}]}}")
    let figure = try #require(graph["a"]?.profile.figures.first?.value)
    #expect(figure.value == value && figure.comparison == comparison)
  }

  @Test func filesMakeOneGraph() {
    let reading = DataFolder.read(files: [
      ("a.yaml", "parks: {a: {names: {en: A}}}\n"), ("b.yaml", "parks: {b: {names: {en: B}}}\n"),
      ("c.yaml", ""), ("d.yaml", "# only a comment\n"), ("e.yaml", "parks:\nplaces:\n"),
    ])
    #expect(reading.diagnostics == [] && reading.graph.entities.map(\.id) == ["a", "b"])
  }

  @Test func positionsAreKept() {
    let reading = DataFolder.read(files: [
      ("a.yaml", "parks:\n  a:\n    names:\n      - en: A\n      - de: B\n    country: DE\n")
    ])
    func place(_ path: StatementPath) -> String? { reading.positions[path]?.description }
    #expect(place(StatementPath("a")) == "a.yaml:2:3")
    #expect(place(StatementPath("a", .name, 0)) == "a.yaml:4:9")
    #expect(place(StatementPath("a", .name, 1)) == "a.yaml:5:9")
    #expect(place(StatementPath("a", .country)) == "a.yaml:6:14")
  }
}
