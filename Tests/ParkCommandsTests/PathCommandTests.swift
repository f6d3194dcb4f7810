import Foundation
import ParkCommands
import Testing

@Suite struct PathCommandTests {
  @Test func eachHopHasItsTieDateAndDocument() throws {
    let outcome = try SmallData()("path", "beta", "Old Office")
    #expect(outcome.status == .success && outcome.errors == "")
    #expect(
      outcome.output == """
        Beta, "the" Park → Old Office: 3 hops

        Beta, "the" Park (park, DE)
          1. party to (since 2016)
             The report (2025-03), paragraph 1
        The Pact (pairing)
          2. has party (since 2016)
             The report (2025-03), paragraph 1
        Alpha Park (park, CN)
          3. part of (until some day from 2020 to 2022)
             The report (2025-03), paragraph 1
        Old Office (agency)

        """)
  }

  @Test func hopsThatShareNoDateAreRemarkedOn() throws {
    let outcome = try SmallData()("path", "old-office", "new-office")
    #expect(outcome.status == .success)
    #expect(
      outcome.output.hasSuffix(
        "\n\nThe hops share no date that the documents prove "
          + "(hop 1: until some day from 2020 to 2022; hop 2: since some day from 2020 to 2022).\n")
    )
  }

  @Test func jsonSaysWhetherAllHopsShareADate() throws {
    let data = try SmallData()
    let output = data("path", "old-office", "new-office", "--format", "json").output
    #expect(hasSortedKeys(output))
    let path = try #require(try json(output) as? [String: Any])
    #expect(path["sharesADate"] as? Bool == false && path["length"] as? Int == 2)
    #expect((path["remark"] as? String)?.isEmpty == false)
    let hops = try #require(path["hops"] as? [[String: Any]])
    #expect(hops.map { $0["tie"] as? String } == ["has part", "part of"])
    let other = try json(data("path", "beta", "Old Office", "--format", "json").output)
    #expect((other as? [String: Any])?["sharesADate"] as? Bool == true)
    #expect((other as? [String: Any])?["remark"] == nil)
  }

  @Test func csvHasARowAHop() throws {
    #expect(
      try SmallData()("path", "beta", "Old Office", "--format", "csv").output
        == "hop,from,tie,to,since,until,sources\r\n1,beta,party to,pact,2016,,report#1\r\n"
        + "2,pact,has party,alpha,2016,,report#1\r\n"
        + "3,alpha,part of,old-office,,\"after 2020, by 2022\",report#1\r\n")
  }

  @Test func theOtherWayIsAsLong() throws {
    let data = try SmallData()
    #expect(data("path", "Old Office", "beta").output.hasPrefix("Old Office → Beta"))
    #expect(data("path", "Old Office", "beta").output.contains("1. has part (until"))
  }

  @Test func noPathIsANo() throws {
    let data = try SmallData()
    let outcome = data("path", "beta", "Lonely")
    #expect(outcome.status == .negative && outcome.output == "")
    #expect(
      outcome.errors
        == "Error: no path from 'Beta, \"the\" Park' to 'Lonely' in the full view\n")
    let dated = data("path", "beta", "Old Office", "--as-of", "2024")
    #expect(dated.status == .negative)
    #expect(dated.errors.hasSuffix(" to 'Old Office' in the full view as of 2024\n"))
    #expect(data("path", "alpha", "lonely", "--view", "partnership").status == .negative)
  }

  @Test func thePartnershipViewContractsTheAgreement() throws {
    let output = try SmallData()("path", "alpha", "beta", "--view", "partnership").output
    #expect(
      output == """
        Alpha Park → Beta, "the" Park: 1 hop

        Alpha Park (park, CN)
          1. pairing (since 2016)
             The Pact
             The report (2025-03), paragraph 1
             The report (2025-03), paragraph 1
        Beta, "the" Park (park, DE)

        """)
  }

  @Test func fromAnEntityToItselfThereIsNoHop() throws {
    let outcome = try SmallData()("path", "alpha", "Alpha Park")
    #expect(outcome.status == .success)
    #expect(outcome.output == "Alpha Park → Alpha Park: 0 hops\n\nAlpha Park (park, CN)\n")
  }

  @Test func namesOfAnyScriptGiveTheSameChain() {
    let english = parkgraph("path", "UNSW", "MIIT")
    #expect(english.status == .success)
    #expect(parkgraph("path", "新南威尔士大学", "工信部").output == english.output)
    #expect(parkgraph("path", "新南威爾士大學", "工業和信息化部").output == english.output)
    let places = ["University of New South Wales", "Torch Center", "Ministry of Industry"]
      .compactMap { english.output.range(of: "\n\($0)")?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
    #expect(english.output.contains("The hops share no date that the documents prove"))
    #expect(english.output.contains("2016") && english.output.contains("paragraph 9"))
  }
}

/// Several paths at once.
@Suite struct ManyPathsTests {
  @Test func allPathsUpToALength() throws {
    let data = try SmallData()
    let rows = data("path", "beta", "old-office", "--all", "--max-length", "3", "--format", "csv")
    #expect(
      rows.output
        == "path,hop,from,tie,to,since,until,sources\r\n1,1,beta,party to,pact,2016,,report#1\r\n"
        + "1,2,pact,has party,alpha,2016,,report#1\r\n"
        + "1,3,alpha,part of,old-office,,\"after 2020, by 2022\",report#1\r\n")
    let none = data("path", "beta", "old-office", "--all", "--max-length", "2")
    #expect(none.status == .negative)
    #expect(
      none.errors.hasPrefix("Error: no path of 2 hops or fewer from 'Beta, \"the\" Park' to "))
  }

  @Test func aCutListHasTheShortestAndSaysSo() throws {
    // From a to z: six ways round by two nodes, listed first, then one by one node, then the edge.
    let ways = (1...6).map { "a u\($0)\nu\($0) v\($0)\nv\($0) z\n" }.joined()
    let file = try TemporaryFile("net.edges", ways + "a m\nm z\na z\n")
    let all = file("path", "a", "z", "--all", "--max-length", "3", "--format", "json")
    func lengths(_ outcome: Outcome) throws -> [Int?] {
      try #require(try json(outcome.output) as? [[String: Any]]).map { $0["length"] as? Int }
    }
    #expect(try lengths(all) == [1, 2, 3, 3, 3, 3, 3, 3] && all.errors == "")
    let some = file(
      "path", "a", "z", "--all", "--max-length", "3", "--limit", "3", "--format", "json")
    #expect(try lengths(some) == [1, 2, 3])
    #expect(
      some.errors
        == "There are more paths than these 3, which have the fewest hops; --limit 30 shows more "
        + "of them.\n")
    let exact = file(
      "path", "a", "z", "--all", "--max-length", "3", "--limit", "8", "--format", "json")
    #expect(try lengths(exact).count == 8 && exact.errors == "")
  }

  @Test func allThatAreAsShort() throws {
    // Two ways of two hops from a to d, one of them with a doubled edge, and one of three.
    let file = try TemporaryFile(
      "net.edges", "a b 1\na b 2\nb d 1\na c 1\nc d 1\na e 0.5\ne f 0.5\nf d 1\n")
    func paths(_ arguments: String...) throws -> [String] {
      let outcome = parkgraph(
        ["path", "a", "d", "--all-shortest", "--format", "json", "--graph", file.path] + arguments)
      let paths = try #require(try json(outcome.output) as? [[String: Any]])
      return paths.compactMap { path in
        (path["hops"] as? [[String: Any]])?
          .compactMap { ($0["to"] as? [String: Any])?["id"] as? String }.joined()
      }
    }
    #expect(try paths() == ["bd", "bd", "cd"])
    #expect(try Set(paths("--weighted")) == ["bd", "cd", "efd"])
    #expect(try paths("--limit", "1").count == 1)
    #expect(
      file("path", "a", "d", "--all-shortest", "--limit", "1").errors
        == "There are more paths than this one; --limit 10 shows more of them.\n")
    // The tie that is preferred where one path is shown is not the only one.
    let ties = parkgraph("path", "UNSW", "MIIT", "--all-shortest", "--format", "csv")
    #expect(ties.status == .success && ties.output.contains("\r\n2,1,"))
  }

  @Test func theShortestSoMany() throws {
    let output = try SmallData()("path", "beta", "alpha", "--k", "5", "--format", "json").output
    let paths = try #require(try json(output) as? [[String: Any]])
    #expect(paths.map { $0["length"] as? Int } == [2])
  }

  @Test(arguments: [
    ["--k", "0"], ["--k", "1001"], ["--k", "2", "--all", "--max-length", "2"], ["--all"],
    ["--max-length", "2"], ["--all", "--max-length", "21"], ["--limit", "5"],
    ["--all", "--max-length", "2", "--limit", "0"], ["--k", "2", "--limit", "2"],
    ["--k", "2", "--all-shortest"], ["--all-shortest", "--max-length", "3"],
  ])
  func boundsAreKept(arguments: [String]) {
    #expect(parkgraph(["path", "a", "b"] + arguments).status == .usage)
  }

  @Test func namesOfSeveralLinesStandOnOne() throws {
    let file = try TemporaryFile(
      "net.json",
      #"{"nodes": [{"id": "a\tb"}, {"id": "c\nd"}], "links": [{"source": "a\tb", "target": "c\nd"}]}"#
    )
    #expect(file("path", "a\tb", "c\nd").output == "a b → c d: 1 hop\n\na b\n  1. edge\nc d\n")
  }
}
