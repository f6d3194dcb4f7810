import ParkCommands
import Testing

@Suite struct NeighborsTests {
  @Test func oneStepOrMore() throws {
    let data = try SmallData()
    let one = """
      steps  name        id          sort     tie       date           sources
          1  New Office  new-office  agency   part of   by 2022        report#2
          1  Old Office  old-office  agency   part of   until by 2022  report#1
          1  The Pact    pact        pairing  party to  2016           report#1

      """
    #expect(data("neighbors", "alpha").output == one)
    #expect(data("neighbors", "alpha", "--depth", "2").lines.count == 6)
    #expect(
      data("neighbors", "alpha", "--depth", "2", "--format", "csv").output
        .contains("2,\"Beta, \"\"the\"\" Park\",beta,\"park, DE\",has party,2016,report#1\r\n"))
  }

  @Test func withoutTiesThereAreNone() throws {
    let data = try SmallData()
    #expect(data("neighbors", "lonely").status == .success)
    #expect(data("neighbors", "lonely").lines.count == 2)
    let outcome = data("neighbors", "lonely", "--view", "partnership")
    #expect(outcome.status == .negative)
    #expect(outcome.errors == "Error: 'Lonely' has no tie in the partnership view\n")
  }

  @Test func jsonHasSortedKeys() throws {
    let output = try SmallData()("neighbors", "beta", "--depth", "3", "--format", "json").output
    #expect(hasSortedKeys(output))
    let neighbors = try #require(try json(output) as? [[String: Any]])
    #expect(neighbors.map { $0["steps"] as? Int } == [1, 2, 3, 3])
    #expect(neighbors[0]["through"] == nil && neighbors[1]["through"] != nil)
  }
}

@Suite struct CentralityTests {
  @Test func equalsShareARank() throws {
    let data = try SmallData()
    #expect(
      data("centrality", "--view", "full", "--by", "betweenness").output == """
        rank  name              id          sort      betweenness
           1  Alpha Park        alpha       park, CN            5
           2  The Pact          pact        pairing             3
           3  Beta, "the" Park  beta        park, DE            0
           3  Lonely            lonely      company             0
           3  New Office        new-office  agency              0
           3  Old Office        old-office  agency              0

        """)
    #expect(data("centrality", "--view", "full", "--top", "2").lines.count == 4)
  }

  @Test func whatRoundingAloneTellsApartSharesARank() throws {
    func ranks(_ strengths: [String]) throws -> [String] {
      let edges = strengths.enumerated().map { "a\($0) b\($0) \($1)\n" }.joined()
      let file = try TemporaryFile("net.edges", edges)
      let csv = file("centrality", "--by", "strength", "--format", "csv").output
      return csv.split(separator: "\r\n").dropFirst()
        .map { $0.split(separator: ",").prefix(2).joined(separator: " ") }
    }
    #expect(
      try ranks(["0.9999999999999999", "1", "1e10", "10000000002", "10000000002.5"]) == [
        "1 a3", "1 b3", "1 a4", "1 b4", "5 a2", "5 b2", "7 a0", "7 b0", "7 a1", "7 b1",
      ])
    #expect(try ranks(["0", "5e-324"]) == ["1 a1", "1 b1", "3 a0", "3 b0"])
  }

  @Test(arguments: ["degree", "strength", "betweenness", "closeness", "harmonic", "pagerank"])
  func everyMeasureRanksThePair(measure: String) throws {
    let data = try SmallData()
    let csv = data("centrality", "--by", measure, "--format", "csv").output
    #expect(csv.hasPrefix("rank,name,id,sort,score\r\n1,Alpha Park,alpha,\"park, CN\","))
    let answer = try json(data("centrality", "--by", measure, "--format", "json").output)
    let rows = (answer as? [String: Any])?["ranking"] as? [[String: Any]]
    #expect(rows?.map { $0["rank"] as? Int } == [1, 1])
    let scores = rows?.compactMap { $0["score"] as? Double }
    #expect(scores?.count == 2 && scores?.first == scores?.last)
  }

  @Test func tiesHaveTheirIdentifiers() throws {
    let data = try SmallData()
    #expect(
      data("centrality", "--by", "edge-betweenness", "--format", "csv").output
        == "rank,from,to,tie,id,score\r\n1,alpha,beta,pairing,pact,1.0\r\n")
    let file = try TemporaryFile(
      "net.graphml",
      """
      <graphml><graph edgedefault="undirected"><node id="a"/><node id="b"/>
      <edge id="e1" source="a" target="b"/><edge id="e2" source="b" target="a"/>
      <edge source="a" target="b"/></graph></graphml>
      """)
    let third = 1.0 / 3
    #expect(
      file("centrality", "--by", "edge-betweenness", "--format", "csv").output
        == "rank,from,to,tie,id,score\r\n1,a,b,edge,e1,\(third)\r\n1,b,a,edge,e2,\(third)\r\n"
        + "1,a,b,edge,,\(third)\r\n")
    let answer = try json(
      file("centrality", "--by", "edge-betweenness", "--format", "json").output)
    let rows = try #require((answer as? [String: Any])?["ranking"] as? [[String: Any]])
    #expect(rows.map { $0["id"] as? String } == ["e1", "e2", nil])
    #expect(
      !file("centrality", "--by", "edge-betweenness").output.contains("e1"))
  }

  @Test func theUnnamedPartyWeakensTheTie() throws {
    let csv = try SmallData()("centrality", "--by", "strength", "--format", "csv").output
    #expect(csv.contains("alpha,\"park, CN\",0.5\r\n"))
  }

  @Test func withoutTiesTheAnswerIsNo() throws {
    let data = try SmallData("people: {a: {names: {en: A}}}\n")
    for command in ["centrality", "components"] {
      let outcome = data(command)
      #expect(outcome.status == .negative && outcome.output == "")
      #expect(outcome.errors == "Error: there is no tie in the partnership view\n")
    }
  }
}

@Suite struct ComponentsTests {
  @Test func theLargestFirst() throws {
    let data = try SmallData()
    #expect(
      data("components", "--view", "full").output == """
        component  size  members
                1     5  Alpha Park · Beta, "the" Park · New Office · Old Office · The Pact
                2     1  Lonely

        """)
    let records = try json(data("components", "--format", "json").output) as? [[String: Any]]
    #expect(records?.map { $0["size"] as? Int } == [2])
  }
}
