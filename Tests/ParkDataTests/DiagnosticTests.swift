import ParkData
import ParkGraph
import Testing

@Suite struct DiagnosticTests {
  private func mistakes(_ text: String) -> [String] {
    DataFolder.read(files: [("a.yaml", text)]).diagnostics.map(\.description)
  }

  private func mistakes(inPark line: String) -> [String] {
    mistakes("parks:\n  p:\n    \(line)\n")
  }

  private static let slug =
    "is no identifier; use lower-case letters, digits and single hyphens, such as 'torch-center'"
  private static let language =
    "is neither a key of a name (role, doubtful, from, until, on, evidence, certainty, rank, note) "
    + "nor a language such as en, de, zh-Hans or zh-Hant"

  @Test(arguments: [
    (
      "form: prak", "3:11",
      "'prak' is no form; did you mean 'park'? "
        + "It is one of park, industry park, zone, overseas park, cluster"
    ),
    ("nmaes: {en: A}", "3:5", "unknown key 'nmaes'; did you mean 'names'?"),
    (
      "zzzzzzz: 1", "3:5",
      "unknown key 'zzzzzzz'; expected one of evidence, names, period, figures, "
        + "identifiers, relations, note, form, country, coordinates"
    ),
    (
      "country: UK", "3:14",
      "'UK' is no country of ISO 3166-1; write two letters such as AU or CN"
    ),
    (
      "country: {evidence: {editor: x}}", "3:14",
      "'value' is missing; write '{value: …, evidence: …}' or the value alone"
    ),
    (
      "coordinates: [116, 39]", "3:18",
      "expected [latitude, longitude] in degrees, such as [39.98, 116.31]"
    ),
    (
      "coordinates: [39, x]", "3:18",
      "expected [latitude, longitude] in degrees, such as [39.98, 116.31]"
    ),
    (
      "period: {from: 2020, until: 2019}", "3:33",
      "it ends (until 2019) before it begins (from 2020)"
    ),
    (
      "period: {from: someday}", "3:20",
      "'someday' is no date; write 2016, 2016-04-07, "
        + "'by 2025-03', 'after 2023', or 'after 2023, by 2025'"
    ),
    ("period: {on: 2016-13}", "3:18", "'2016-13' is no date; write 2016, 2016-04 or 2016-04-07"),
    (
      "period: {on: 2016, from: 2015}", "3:30",
      "'on' is one date; it can't stand beside 'from' or 'until'"
    ),
    (
      "period: {certainty: sure}", "3:25",
      "'sure' is no certainty; it is one of stated, implied, ambiguous"
    ),
    (
      "period: {rank: best}", "3:20",
      "'best' is no rank; it is one of preferred, normal, deprecated"
    ),
    ("names: A", "3:12", "'names' is the text 'A'; expected a list, each item behind a '-'"),
    ("names: [A]", "3:13", "an item of 'names' is the text 'A'; expected 'key: value' lines"),
    ("names: {english: A}", "3:13", "'english' \(language)"),
    (
      "names: [{role: alias}]", "3:13",
      "the name is missing; write its language and the name: 'en: …'"
    ),
    ("names: [{en: A, de: B}]", "3:21", "one name an item; put 'de' behind a '-' of its own"),
    ("names: [{en: A, rolle: alias}]", "3:21", "unknown key 'rolle'; did you mean 'role'?"),
    (
      "names: [{en: A, role: nickname}]", "3:27",
      "'nickname' is no role; it is one of official, alias, former, abbreviation"
    ),
    ("names: [{en: A, doubtful: yes}]", "3:31", "'yes' is neither true nor false"),
    ("names: [{en: \"  \"}]", "3:18", "expected a name, found nothing"),
    ("names: [{en: [A]}]", "3:18", "expected a name, found a list"),
    (
      "names: [{en: A, evidence: x}]", "3:31",
      "'x' is no citation; write the source, '#' and the "
        + "paragraph: 'forum-2025#10' (or 'editor: reason')"
    ),
    (
      "names: [{en: A, evidence: x#0}]", "3:31",
      "'x#0' is no citation; write the source, '#' and "
        + "the paragraph: 'forum-2025#10' (or 'editor: reason')"
    ),
    (
      "names: [{en: A, evidence: {x#1: []}}]", "3:32",
      "the citation gives no terms; list the names "
        + "and figures that the paragraph holds: 'x#1: [Torch Center, \"2016\"]'"
    ),
    ("figures: [{measure: firms}]", "3:15", "a figure has a 'measure' and a 'value'"),
    (
      "figures: [{measure: firms, value: many}]", "3:39",
      "'many' is no number; write 52, '> 5000', '< 10' or '~ 600'"
    ),
    ("identifiers: [{ror: xyz}]", "3:25", "'xyz' is not of the form of ror"),
    ("identifiers: [{}]", "3:19", "an identifier names its register: ror, wikidata or lei"),
    ("relations: [{part of: A B}]", "3:27", "'A B' \(slug)"),
    ("relations: [{parts of: b}]", "3:18", "unknown key 'parts of'; did you mean 'part of'?"),
    (
      "relations: [{owns: b, operates: c}]", "3:37",
      "one relation an item; 'owns' stands here already"
    ),
    (
      "relations: [{owns: b, batch: 0}]", "3:34",
      "'0' is no batch; expected a whole number from 1 to 10000"
    ),
    ("note: {a: b}", "3:11", "expected a note, found a mapping"),
  ])
  func mistakesInAPark(line: String, place: String, message: String) {
    #expect(mistakes(inPark: line) == ["a.yaml:\(place): error: \(message)"])
  }

  @Test(arguments: [
    ("park: {}", "1:1", "unknown section 'park'; did you mean 'parks'?"),
    ("parks: []", "1:8", "'parks' is a list; expected 'key: value' lines"),
    ("- a", "1:1", "a data file is a list; expected 'key: value' lines"),
    ("just text", "1:1", "a data file is the text 'just text'; expected 'key: value' lines"),
    ("parks: {Bad Id: {}}", "1:9", "'Bad Id' \(slug)"),
    ("parks: {a: text}", "1:12", "'a' is the text 'text'; expected 'key: value' lines"),
    ("dataset: {titel: T}", "1:11", "unknown key 'titel'; did you mean 'title'?"),
    (
      "places: {a: {names: {en: A}}}", "1:13",
      "'a' has no 'form'; it is one of city, district, region, country"
    ),
    (
      "agreements: {a: {form: pairing}}", "1:17",
      "'a' has no 'parties'; an agreement has two or more"
    ),
    (
      "agreements: {a: {form: pairing, parties: [{party: a, unnamed: b}]}}", "1:43",
      "a party is either 'party: identifier' or 'unnamed: description'"
    ),
    (
      "sources: {editor: {}}", "1:11",
      "'editor' marks the editors' own statements; choose another identifier"
    ),
    (
      "sources: {s: {file: f}}", "1:11",
      "a source has a 'file', a 'title', a 'language' and a 'sha256'"
    ),
    (
      "sources: {s: {file: f, title: T, language: english, sha256: f}}", "1:44",
      "'english' is no language such as en or zh-Hant"
    ),
    (
      "sources: {s: {file: f, title: T, language: en, sha256: FF}}", "1:56",
      "a SHA-256 has 64 lower-case hexadecimal digits"
    ),
  ])
  func mistakesInAFile(text: String, place: String, message: String) {
    #expect(mistakes(text) == ["a.yaml:\(place): error: \(message)"])
  }

  @Test func aRunNamesThemAllByFileLineAndColumn() {
    let reading = DataFolder.read(files: [
      ("b.yaml", "parks:\n  a:\n    nmaes: x\n    country: UK\n"),
      ("a.yaml", "park: {}\nevents: []\n"), ("c.yaml", "parks: [\n"),
    ])
    #expect(
      reading.diagnostics.map(\.position.description) == [
        "a.yaml:1:1", "a.yaml:2:9", "b.yaml:3:5", "b.yaml:4:14", "c.yaml:2:1",
      ])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func anIdentifierStandsForOneThing() {
    let reading = DataFolder.read(files: [
      ("a.yaml", "parks:\n  a: {names: {en: First}}\n"),
      ("b.yaml", "people:\n  a: {names: {en: Second}}\n"),
    ])
    #expect(
      reading.diagnostics.map(\.description) == [
        "b.yaml:2:3: error: 'a' stands for another entity at a.yaml:2:3; choose a new identifier"
      ])
    #expect(reading.graph["a"]?.name() == "First")
    #expect(reading.positions[StatementPath("a", .name, 0)]?.file == "a.yaml")
  }

  @Test func theDatasetStandsInOneFile() {
    let reading = DataFolder.read(files: [
      ("a.yaml", "dataset: {title: A}\n"), ("b.yaml", "dataset: {title: B}\n"),
    ])
    #expect(
      reading.diagnostics.map(\.description) == [
        "b.yaml:1:10: error: 'dataset' stands in more than one file; keep one"
      ])
  }

  @Test func findingsStandAtTheirStatements() {
    let reading = DataFolder.read(files: [
      ("a.yaml", "parks:\n  a:\n    names:\n      - en: A\n    relations:\n      - owns: gone\n")
    ])
    #expect(
      reading.checked().map(\.description)
        == [
          "a.yaml:4:9: warning: no evidence; cite a paragraph ('source#paragraph: [terms]'), "
            + "or give the editors' reason ('editor: …')",
          "a.yaml:6:9: warning: no evidence; cite a paragraph ('source#paragraph: [terms]'), "
            + "or give the editors' reason ('editor: …')",
          "a.yaml:6:9: error: there is no entity 'gone'; define it, or mend the identifier",
        ])
    #expect(reading.checked(strict: true).allSatisfy { $0.severity == .error })
  }

  @Test func aSourceOfTheSameIdentifierDoesNotMoveAFinding() {
    let hash = String(repeating: "0", count: 64)
    let reading = DataFolder.read(files: [
      ("a.yaml", "parks:\n  a: {}\n"),
      ("b.yaml", "sources:\n  a: {file: f, title: T, language: en, sha256: '\(hash)'}\n"),
    ])
    #expect(reading.checked().map(\.position.file) == ["a.yaml"])
  }
}
