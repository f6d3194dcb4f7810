import Foundation
import ParkCommands
import Testing

@Suite struct ShowTests {
  @Test func aParkReadsLikeABox() throws {
    #expect(
      try SmallData()("show", "alpha").output == """
        Alpha Park
        park, CN · alpha

          name         Alpha Park (en) [1]
                       阿爾法園 (zh-Hant) [2]
          country      CN [3]
          coordinates  39.9, 116.3 [3]
          part of      Old Office (until some day from 2020 to 2022) [1]
                       New Office (since some day from 2020 to 2022) [4]
          agreement    pairing with Beta, "the" Park, a fund (not named) · pact (since 2016) [1]

        [1] The report (2025-03), paragraph 1
        [2] editors: translation
        [3] editors: known
        [4] The report (2025-03), paragraph 2

        """)
  }

  @Test func anAgreementShowsItsPartiesAndFigures() throws {
    #expect(
      try SmallData()("show", "The Pact").output == """
        The Pact
        pairing · pact

          name      The Pact (en) [1]
          in force  since 2016 [2]
          party     Alpha Park [2]
                    Beta, "the" Park [2]
                    a fund (not named) [1]
          figure    projects: more than 52 [2]

        [1] editors: x
        [2] The report (2025-03), paragraph 1

        """)
  }

  @Test func incomingRelationsAreSeenFromTheOtherEnd() throws {
    let output = try SmallData()("show", "old-office").output
    #expect(output.contains("has part  Alpha Park (until some day from 2020 to 2022) [1]"))
  }

  @Test func jsonIsTheWholeEntity() throws {
    let output = try SmallData()("show", "alpha", "--format", "json").output
    #expect(hasSortedKeys(output))
    let entity = try #require(try json(output) as? [String: Any])
    #expect(entity["id"] as? String == "alpha" && entity["longitude"] as? Double == 116.3)
    let relations = try #require(entity["relations"] as? [[String: Any]])
    #expect(relations.map { $0["direction"] as? String } == ["out", "out"])
    let qualifiers = try #require(relations.first?["qualifiers"] as? [String: Any])
    #expect(qualifiers["until"] as? String == "after 2020, by 2022")
    #expect((entity["agreements"] as? [Any])?.count == 1)
  }

  @Test func csvHasARowAStatement() throws {
    let rows = try SmallData()("show", "pact", "--format", "csv").output
      .components(separatedBy: "\r\n")
    #expect(rows[0] == "what,value,from,until,certainty,evidence")
    #expect(rows.contains("figure,projects: more than 52,,,stated,report#1"))
    #expect(rows.contains("party,\"Beta, \"\"the\"\" Park\",,,stated,report#1"))
  }

  @Test func theBuiltInPlanHasSevenOfWhichFiveAreNamed() {
    for name in ["牽手計劃", "牵手计划", "Hand-in-Hand Plan"] {
      let output = parkgraph("show", name).output
      #expect(output.contains("batch 1: 7 pairings, 5 named"), "\(name)")
    }
  }
}

@Suite struct SearchTests {
  @Test func jsonHasTheNameThatWasFound() throws {
    let output = try SmallData()("search", "園", "--format", "json").output
    let hits = try #require(try json(output) as? [[String: Any]])
    #expect(hits.map { $0["foundIn"] as? String } == ["阿爾法園", "贝塔园"])
    #expect(hits.map { $0["label"] as? String } == ["Alpha Park", "Beta, \"the\" Park"])
    #expect(hits.map { $0["sort"] as? String } == ["park, CN", "park, DE"])
  }

  @Test func aPartOfANameIsFound() throws {
    let data = try SmallData()
    #expect(
      data("search", "park").output == """
        id     name              sort      found in
        alpha  Alpha Park        park, CN  Alpha Park
        beta   Beta, "the" Park  park, DE  Beta, "the" Park

        """)
    #expect(data("search", "尔法").output.contains("阿爾法園"))
  }

  @Test func nothingFoundIsANo() throws {
    for text in ["zzzz", "", "!!"] {
      let outcome = try SmallData()("search", text)
      #expect(outcome.status == .negative && outcome.output == "")
      #expect(outcome.errors == "Error: no name holds '\(text)'\n")
    }
  }
}
