import Foundation
import ParkCommands
import Testing

@Suite struct GraphOptionsTests {
  @Test func theOptionGoesBeforeTheEnvironment() throws {
    let data = try SmallData()
    let other = try SmallData("people: {a: {names: [{en: A, evidence: {editor: x}}]}}\n")
    let environment = ["PARKGRAPH_GRAPH": other.folder]
    #expect(parkgraph("list", environment: environment).lines.count == 3)
    #expect(
      parkgraph(["list", "--graph", data.folder], environment: environment).lines.count == 8)
    // Empty is as good as unset.
    #expect(parkgraph("list", environment: ["PARKGRAPH_GRAPH": ""]).lines.count > 20)
  }

  @Test func aMissingFolderIsNoInput() throws {
    let data = try SmallData()
    let missing = data.path("none")
    for (outcome, what) in [
      (parkgraph("list", "--graph", missing), "file or folder"),
      (parkgraph("list", environment: ["PARKGRAPH_GRAPH": missing]), "file or folder"),
      (parkgraph("check", missing), "folder"),
    ] {
      #expect(outcome.status == .noInput && outcome.output == "")
      #expect(outcome.errors == "Error: there is no \(what) '\(missing)'\n")
    }
    let file = parkgraph("list", "--graph", data.path("data.yaml"))
    #expect(file.status == .noInput)
    #expect(
      file.errors == "Error: '\(data.path("data.yaml"))' is no folder; "
        + "give the folder that holds the YAML data files\n")
    try FileManager.default.removeItem(atPath: data.path("data.yaml"))
    let empty = parkgraph("list", "--graph", data.folder)
    #expect(empty.status == .noInput)
    #expect(empty.errors == "Error: there is no .yaml file in '\(data.folder)'\n")
  }

  @Test func mistakesInTheDataAreNamedAndNothingIsAnswered() throws {
    let data = try SmallData("parks:\n  a:\n    nmaes: {en: A}\n    country: UK\n")
    let outcome = data("list")
    let file = data.path("data.yaml")
    #expect(outcome.status == .dataError && outcome.output == "")
    #expect(
      outcome.errors == """
        \(file):2:3: error: 'a' has no name; give it at least one under 'names'
        \(file):3:5: error: unknown key 'nmaes'; did you mean 'names'?
        \(file):4:14: error: 'UK' is no country of ISO 3166-1; write two letters such as AU or CN
        Error: \(data.folder) has 3 errors; mend the data and try again

        """)
  }

  @Test func warningsDoNotStandInTheWay() throws {
    let data = try SmallData("parks: {a: {names: {en: A}}}\n")
    #expect(data("list").status == .success && data("list").errors == "")
  }

  @Test func asOfKeepsWhatHeld() throws {
    let data = try SmallData()
    #expect(data("list", "agreement", "--as-of", "2015").lines.count == 2)
    #expect(data("list", "agreement", "--as-of", "2016").lines.count == 3)
    let early = data("show", "alpha", "--as-of", "2019").output
    let late = data("show", "alpha", "--as-of", "2024-06").output
    #expect(early.contains("Old Office") && !early.contains("New Office"))
    #expect(late.contains("New Office") && !late.contains("Old Office"))
  }

  @Test func theBuiltInDataHasTwoMinistriesInTwoYears() {
    let early = parkgraph("show", "Torch Center", "--as-of", "2023-06").output
    let late = parkgraph("show", "Torch Center", "--as-of", "2025-06").output
    let (first, second) = (
      "Ministry of Science and Technology", "Ministry of Industry and Information Technology"
    )
    #expect(early.contains(first) && !early.contains(second))
    #expect(late.contains(second) && !late.contains("part of  \(first)"))
  }

  @Test func languageChoosesNamesAndFallsBack() throws {
    let data = try SmallData()
    #expect(data("list", "park", "--lang", "zh-Hant", "--format", "csv").output.contains("贝塔园"))
    #expect(data("list", "park", "--lang", "de", "--format", "csv").output.contains("Alpha Park"))
  }

  @Test func documentedLeavesOutTheEditorsWord() throws {
    let outcome = try SmallData()("show", "alpha", "--evidence", "documented")
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("Old Office") && !outcome.output.contains("阿爾法園"))
    #expect(!outcome.output.contains("country"))
  }

  @Test func timingsAreOneLineOfJSONOnStandardError() throws {
    let data = try SmallData()
    for arguments in [
      ["list"], ["show", "alpha"], ["path", "alpha", "beta"], ["neighbors", "alpha"], ["overview"],
      ["centrality"], ["components"], ["export", "-"],
    ] {
      let environment = ["PARKGRAPH_GRAPH": data.folder]
      let plain = parkgraph(arguments, environment: environment)
      let timed = parkgraph(arguments + ["--timings"], environment: environment)
      #expect(timed.status == .success && timed.output == plain.output && plain.errors == "")
      #expect(timed.errors.hasSuffix("}\n") && timed.errors.count { $0 == "\n" } == 1)
      let values = try #require(try json(timed.errors) as? [String: Double])
      #expect(values["load"] != nil && values.values.allSatisfy { $0 >= 0 })
      #expect(values["peak_memory_bytes"] ?? 0 > 1_000_000)
    }
  }
}
