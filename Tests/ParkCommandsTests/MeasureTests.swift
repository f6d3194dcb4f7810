import ParkCommands
import Testing

/// Four parties in a row and one agreement of three: degrees and the like by hand.
@Suite struct MeasureTests {
  private static let text = """
    organizations:
      a: {form: company, names: {en: A}}
      b: {form: company, names: {en: B}}
      c: {form: company, names: {en: C}}
      d: {form: company, names: {en: D}}
    agreements:
      ab: {form: pairing, names: {en: AB}, parties: [a, b]}
      bcd: {form: pairing, names: {en: BCD}, parties: [b, c, d]}

    """

  private func scores(_ arguments: String...) throws -> [String: Double] {
    let data = try SmallData(Self.text)
    let all = ["centrality"] + arguments + ["--format", "json"]
    let outcome = parkgraph(all, environment: ["PARKGRAPH_GRAPH": data.folder])
    let answer = try #require(try json(outcome.output) as? [String: Any])
    let rows = try #require(answer["ranking"] as? [[String: Any]])
    return try rows.reduce(into: [:]) { scores, row in
      let entity = try #require(row["entity"] as? [String: Any])
      scores[try #require(entity["id"] as? String)] = row["score"] as? Double
    }
  }

  @Test func countsByHand() throws {
    #expect(try scores() == ["a": 1, "b": 3, "c": 2, "d": 2])
    #expect(try scores("--by", "strength") == ["a": 1, "b": 2, "c": 1, "d": 1])
    // Only b stands between: a and c, a and d.
    #expect(try scores("--by", "betweenness") == ["a": 0, "b": 2, "c": 0, "d": 0])
    #expect(try scores("--by", "betweenness", "--normalized")["b"] == 2.0 / 3)
    #expect(try scores("--by", "betweenness", "--ends")["b"] == 5)
    #expect(try scores("--by", "closeness") == ["a": 0.6, "b": 1, "c": 0.75, "d": 0.75])
    #expect(try scores("--by", "core") == ["a": 1, "b": 2, "c": 2, "d": 2])
    #expect(try scores("--by", "eigenvector")["b"] == 1)
    #expect(try scores("--by", "katz")["b"] == 1)
    let ranks = try scores("--by", "pagerank").values
    #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
  }

  @Test func equalsShareARank() throws {
    let data = try SmallData(Self.text)
    let outcome = data("centrality", "--format", "csv")
    #expect(
      outcome.output
        == "rank,name,id,sort,score\r\n1,B,b,company,3.0\r\n2,C,c,company,2.0\r\n"
        + "2,D,d,company,2.0\r\n4,A,a,company,1.0\r\n")
    #expect(
      data("centrality", "--top", "1", "--format", "csv").output
        == "rank,name,id,sort,score\r\n1,B,b,company,3.0\r\n")
  }

  @Test func theLeastEccentricityRanksFirst() throws {
    // b and c have all within two steps, a and d are three apart, y is reached only, z is alone.
    let file = try TemporaryFile(
      "net.gml",
      """
      graph [ directed 1
        node [ id 1 label "a" ] node [ id 2 label "b" ] node [ id 3 label "c" ]
        node [ id 4 label "d" ] node [ id 5 label "y" ] node [ id 6 label "z" ]
        edge [ source 1 target 2 ] edge [ source 2 target 3 ] edge [ source 3 target 4 ]
        edge [ source 2 target 1 ] edge [ source 3 target 2 ] edge [ source 4 target 3 ]
        edge [ source 2 target 5 ]
      ]
      """)
    #expect(
      file("centrality", "--by", "eccentricity", "--format", "csv").output
        == "rank,name,id,sort,score\r\n1,b,2,,2.0\r\n1,c,3,,2.0\r\n3,a,1,,3.0\r\n3,d,4,,3.0\r\n"
        + "5,y,5,,0.0\r\n5,z,6,,0.0\r\n")
    let first = file("centrality", "--by", "eccentricity", "--top", "1", "--format", "csv")
    #expect(first.output == "rank,name,id,sort,score\r\n1,b,2,,2.0\r\n")
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let data = try SmallData(Self.text)
    #expect(data("centrality", "--top", "0").status == .usage)
    #expect(data("centrality", "--by", "katz", "--normalized").status == .usage)
    #expect(data("centrality", "--by", "fame").status == .usage)
    let none = try SmallData("parks:\n")("centrality")
    #expect(none.status == .negative)
    #expect(none.errors == "Error: there is no tie in the partnership view\n")
  }
}
