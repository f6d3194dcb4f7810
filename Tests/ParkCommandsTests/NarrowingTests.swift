import ParkCommands
import Testing

/// What is said of what options leave out.
@Suite struct NarrowingTests {
  @Test(arguments: [
    ["path", "a", "c"], ["path", "c", "A"], ["neighbors", "a"], ["show", "a"],
    ["centrality", "--by", "betweenness", "--source", "a"],
    ["centrality", "--by", "pagerank", "--personalize", "a=2"],
    ["distances", "--source", "a"], ["render", "-o", "-", "--focus", "a"],
    ["render", "-o", "-", "--highlight-path", "a", "c"],
  ])
  func aNodeThatAConditionHidesIsNotUnknown(arguments: [String]) throws {
    for (name, text, condition) in [
      ("net.edges", "a b\nb c\nc d\n", "id!=a"), ("net.gml", Self.gml, "label!=a"),
    ] {
      let file = try TemporaryFile(name, text)
      let outcome = parkgraph(arguments + ["--graph", file.path, "--where", condition])
      #expect(outcome.status == .usage && outcome.output == "")
      let called = arguments.contains("A") ? "A" : "a"
      #expect(outcome.errors == "Error: '\(called)' is left out by --where '\(condition)'\n")
    }
  }

  private static let gml = """
    graph [ node [ id 1 label "a" size 1 ] node [ id 2 label "b" size 5 ]
      node [ id 3 label "c" size 4 ] edge [ source 1 target 2 ] edge [ source 2 target 3 ] ]
    """

  @Test func onlyTheConditionsThatHideItAreNamed() throws {
    let file = try TemporaryFile("net.gml", Self.gml)
    #expect(
      file(
        "neighbors", "a", "--where", "size>1", "--where", "id!=1", "--where", "size<9", "--where",
        "edge.id!=7"
      ).errors == "Error: 'a' is left out by --where 'size>1' and by --where 'id!=1'\n")
    // What is nowhere stays unknown.
    #expect(
      file("neighbors", "z", "--where", "size>1").errors.hasPrefix(
        "Error: nothing here is called 'z'; "))
  }

  @Test func inParkDataTheDateAndTheEvidenceAreNamedToo() throws {
    let data = try SmallData()
    for view in ["full", "partnership"] {
      let outcome = data("neighbors", "Alpha Park", "--view", view, "--where", "kind!=park")
      #expect(outcome.status == .usage)
      #expect(outcome.errors == "Error: 'Alpha Park' is left out by --where 'kind!=park'\n")
    }
    for command in ["neighbors", "show"] {
      #expect(
        data(command, "pact", "--as-of", "2010").errors
          == "Error: 'pact' is left out by --as-of 2010\n")
      #expect(
        data(command, "阿爾法園", "--evidence", "documented").errors
          == "Error: '阿爾法園' is left out by --evidence documented\n")
    }
    let outcome = data("neighbors", "alpha", "--view", "partnership", "--as-of", "2010")
    #expect(outcome.status == .negative)
    #expect(outcome.errors == "Error: 'Alpha Park' has no tie in the partnership view as of 2010\n")
  }

  @Test func noPathSaysWhatWasLeftOut() throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\n")
    for command in [["path"], ["render", "-o", "-", "--highlight-path"]] {
      let outcome = parkgraph(
        command + ["a", "c", "--graph", file.path, "--where", "id!=b", "--where", "id!=d"])
      #expect(outcome.status == .negative)
      #expect(
        outcome.errors
          == "Error: no path from 'a' to 'c' in \(file.path) with --where 'id!=b' --where 'id!=d'\n"
      )
    }
    let parks = try SmallData()(
      "path", "alpha", "beta", "--as-of", "2020", "--evidence", "documented", "--where", "id!=pact")
    #expect(
      parks.errors
        == "Error: no path from 'Alpha Park' to 'Beta, \"the\" Park' in the full view as of 2020 "
        + "with --evidence documented --where 'id!=pact'\n")
  }
}
