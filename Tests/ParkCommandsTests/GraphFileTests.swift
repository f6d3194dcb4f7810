import Foundation
import ParkCommands
import Testing

/// A file in a folder of its own, which is gone when the value is.
final class TemporaryFile {
  let folder: String
  let path: String

  init(_ name: String, _ text: String) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("parkcommands-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    path = url.appendingPathComponent(name).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs a command line on the file.
  func callAsFunction(_ arguments: String...) -> Outcome {
    parkgraph(arguments + ["--graph", path])
  }
}

/// Every command on a list of plain edges.
@Suite struct EdgeListCommandTests {
  private let file: TemporaryFile

  init() throws {
    // A triangle with a tail, and a pair.
    file = try TemporaryFile("net.edges", "# a comment\na b 2\nb c 1\nc a 4\nc d 1\nx y 1\n")
  }

  @Test func theOverviewCounts() {
    let output = file("overview").output
    #expect(output.hasPrefix("\(file.path)\n\n  6 nodes, 5 edges, undirected\n"))
    #expect(output.contains("  2 components, the largest of 4 nodes\n"))
    #expect(output.contains("  1. c (3)\n"))
    #expect(output.contains("  parkgraph path --graph "))
  }

  @Test func centralityCountsStepsUnlessWeightsAreDistances() {
    let csv = file("centrality", "--by", "betweenness", "--format", "csv").output
    #expect(
      csv == "rank,name,id,sort,score\r\n1,c,c,,2.0\r\n"
        + ["a", "b", "d", "x", "y"].map { "2,\($0),\($0),,0.0\r\n" }.joined())
    // From c to a it is shorter through b: 3 instead of 4.
    let weighted = file(
      "centrality", "--by", "betweenness", "--weights", "distance", "--format", "csv", "--top", "2")
    #expect(weighted.output == "rank,name,id,sort,score\r\n1,b,b,,2.0\r\n1,c,c,,2.0\r\n")
  }

  @Test func edgesAreRankedToo() {
    let output = file("centrality", "--by", "edge-betweenness", "--top", "1").output
    #expect(
      output == "rank  from  to  tie   edge-betweenness\n   1  c     d   edge                 3\n")
  }

  @Test func pathsFollowHopsOrLengths() {
    #expect(
      file("path", "a", "d").output == """
        a → d: 2 hops

        a
          1. edge
        c
          2. edge
        d

        """)
    let weighted = file("path", "a", "d", "--weighted")
    #expect(weighted.output.hasPrefix("a → d: 3 hops, length 4\n\na\n  1. edge, weight 2\nb\n"))
    #expect(file("path", "a", "x").errors == "Error: no path from 'a' to 'x' in \(file.path)\n")
  }

  @Test func directionIsOnRequest() {
    #expect(file("path", "d", "a", "--directed").status == .negative)
    #expect(file("path", "a", "d", "--directed").output.hasPrefix("a → d: 3 hops"))
    #expect(
      file("components", "--directed", "--strong", "--format", "csv").output
        == "component,size,id,name\r\n1,3,a,a\r\n1,3,b,b\r\n1,3,c,c\r\n2,1,d,d\r\n3,1,x,x\r\n"
        + "4,1,y,y\r\n")
  }

  @Test func namesAreFoundAndSuggested() {
    #expect(file("neighbors", "C", "--format", "csv").output.contains("1,d,d,,edge,,\r\n"))
    #expect(file("show", "c").output == "c\nc\n\n3 ties\n  edge  b\n  edge  a\n  edge  d\n")
    #expect(file("search", "x").output == "name  found in\nx     x\n")
    #expect(file("neighbors", "x").output == "steps  name  tie\n    1  y     edge\n")
    #expect(file("show", "q").status == .usage)
    #expect(file("list", "--format", "csv").output == "id\r\na\r\nb\r\nc\r\nd\r\nx\r\ny\r\n")
  }

  @Test func whatNeedsParkDataSaysSo() {
    for command in [["sources"], ["cite", "a"]] {
      let outcome = parkgraph(command + ["--graph", file.path])
      #expect(outcome.status == .usage && outcome.errors.contains("holds none"))
    }
    for options in [["--as-of", "2016"], ["--evidence", "documented"], ["--view", "full"]] {
      let outcome = parkgraph(["components", "--graph", file.path] + options)
      #expect(outcome.status == .usage && outcome.errors.contains("goes with park data only"))
    }
  }
}

/// What can be wrong with a graph file.
@Suite struct GraphFileErrorTests {
  @Test func faultsHaveTheirPlace() throws {
    let file = try TemporaryFile("bad.edges", "a b\nc\n")
    let outcome = file("components")
    #expect(outcome.status == .dataError && outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: \(file.path):2:"))
  }

  @Test func linesThatAreNoEdgesAreLeftOutIfAskedTo() throws {
    let file = try TemporaryFile("bad.edges", "a b\nc\nb d\n")
    let outcome = file("components", "--lenient")
    #expect(outcome.status == .success)
    #expect(
      outcome.errors
        == "\(file.path):2:2: warning: found the end of the line, expected a name; the line is left "
        + "out\n")
  }

  @Test func theEndingTellsTheFormat() throws {
    let file = try TemporaryFile("net.abc", "a b\n")
    let outcome = file("components")
    #expect(outcome.status == .usage)
    #expect(outcome.errors.contains("doesn't tell its format; use one of .graphml, "))
    #expect(file("components", "--from", "edges").status == .success)
    #expect(parkgraph("components", "--graph", "-").errors.contains("say its format with --from"))
    #expect(parkgraph("components", "--graph", "none.graphml").status == .noInput)
    #expect(parkgraph("list", "--lenient").errors.contains("--lenient goes with graph files only"))
  }
}

/// Every command on a file with attributes.
@Suite struct PropertyFileCommandTests {
  private let file: TemporaryFile

  init() throws {
    file = try TemporaryFile(
      "net.json",
      """
      {"directed": true, "nodes": [
        {"id": "t", "label": "Torch Center", "kind": "agency", "country": "CN", "size": 3},
        {"id": "u", "label": "新南威爾士大學", "kind": "university", "country": "AU", "size": 5},
        {"id": "m", "label": "Ministry", "kind": "agency", "country": "CN", "size": 4}],
       "links": [
        {"source": "t", "target": "u", "label": "agreement", "weight": 2.5},
        {"source": "t", "target": "m", "label": "part of", "weight": 0.5}]}
      """)
  }

  @Test func theOverviewNamesKindsAndAttributes() {
    let output = file("overview").output
    #expect(output.contains("  3 nodes, 2 edges, directed\n"))
    #expect(output.contains("\nKinds\n  2 agency\n  1 university\n"))
    #expect(output.contains("  of the node: label (string), kind (string), country"))
  }

  @Test func nodesAreListedByKindWithTheirAttributes() {
    #expect(
      file("list", "agency").output == """
        id  name          sort
        t   Torch Center  agency, CN
        m   Ministry      agency, CN

        """)
    #expect(file("list", "x").errors.contains("the kinds are agency, university"))
    let json = file("list", "--format", "json", "--where", "size>4").output
    #expect(hasSortedKeys(json) && json.contains("\"country\" : \"AU\""))
    #expect(!json.contains("Torch"))
  }

  @Test func aPathAgainstTheArrowsHasAnOption() {
    let outcome = file("path", "u", "m")
    #expect(outcome.status == .negative)
    #expect(
      outcome.errors.hasSuffix(
        "; edges were followed as they point, --undirected follows them both ways\n"))
    #expect(file("path", "u", "m", "--undirected").status == .success)
    #expect(!file("path", "u", "m", "--directed").errors.contains("--undirected"))
  }

  @Test func tiesReadBothWays() {
    #expect(
      file("show", "torch center").output == """
        Torch Center
        agency, CN · t

          label    Torch Center
          kind     agency
          country  CN
          size     3

        2 ties
          agreement  新南威爾士大學
          part of    Ministry

        """)
    #expect(
      file("path", "新南威尔士大学", "Ministry", "--undirected").output == """
        新南威爾士大學 → Ministry: 2 hops

        新南威爾士大學 (university, AU)
          1. ← agreement
        Torch Center (agency, CN)
          2. part of
        Ministry (agency, CN)

        """)
    #expect(file("path", "u", "m").status == .negative)
  }

  @Test func weightsAreStrengths() {
    let csv = file("centrality", "--by", "strength", "--format", "csv", "--top", "1").output
    #expect(csv.hasSuffix("\r\n1,Torch Center,t,\"agency, CN\",3.0\r\n"))
    let hits = file("centrality", "--by", "hits", "--top", "1").output
    #expect(hits.contains("authority") && hits.contains("hub"))
  }

  @Test func conditionsAskForAttributesOfTheFile() {
    #expect(
      file("components", "--where", "edge.weight>=1", "--format", "csv").output
        .contains("1,2,t,Torch Center\r\n1,2,u,新南威爾士大學\r\n"))
    #expect(file("list", "--where", "shape=round").status == .usage)
  }
}

/// What is said of graphs that can't be read or have nothing in them.
@Suite struct NothingThereTests {
  @Test func whatIsNotThereIsNeitherFileNorFolder() {
    for arguments in [["list", "--graph", "/nowhere"], ["--graph", "/no/net.yaml", "overview"]] {
      let outcome = parkgraph(arguments)
      #expect(outcome.status == .noInput)
      #expect(outcome.errors.hasPrefix("Error: there is no file or folder '/no"))
    }
  }

  @Test func withoutNodesThereIsNothingToMeasure() throws {
    let file = try TemporaryFile("net.edges", "# none\n")
    for command in [
      ["centrality"], ["centrality", "--by", "eigenvector"], ["centrality", "--by", "hits"],
      ["centrality", "--by", "edge-betweenness"], ["components"], ["distances"],
    ] {
      let outcome = parkgraph(command + ["--graph", file.path])
      #expect(outcome.status == .negative && outcome.output == "")
      #expect(outcome.errors == "Error: there is no node in \(file.path)\n")
    }
    let alone = try TemporaryFile("net.gml", "graph [ node [ id 1 ] ]")
    #expect(
      alone("centrality", "--by", "edge-betweenness").errors
        == "Error: there is no edge in \(alone.path)\n")
  }

  @Test func theOverviewsExamplesReadTheSameGraph() throws {
    let file = try TemporaryFile("my net.dat", "a b\nb c\n")
    let output = parkgraph("overview", "--graph", file.path, "--from", "edges").output
    #expect(output.contains("\n  parkgraph path --graph '\(file.path)' --from edges b a\n"))
    let odd = try TemporaryFile("net.edges", "-1 b\n")
    #expect(odd("overview").output.contains("\n  parkgraph path --graph \(odd.path) -- -1 b\n"))
    #expect(parkgraph("path", "--graph", odd.path, "--", "-1", "b").status == .success)
    let data = try SmallData()
    let parks = parkgraph("overview", "--graph", data.folder).output
    #expect(parks.contains("\n  parkgraph list agreement --graph \(data.folder)\n"))
    #expect(data("overview").output.contains("\n  parkgraph list agreement\n"))
  }
}

/// Names and values that take several lines.
@Suite struct LongTextTests {
  @Test func theyStandInTheirColumn() throws {
    let file = try TemporaryFile(
      "net.json",
      #"""
      {"nodes": [{"id": "a", "name": "A\nB", "note": "one\ntwo"}, {"id": "c", "name": "C\rD"}],
      "links": [{"source": "a", "target": "c", "kind": "works\nwith"}]}
      """#)
    #expect(
      file("show", "a").output == """
        A B
        a

          name  A
                B
          note  one
                two

        1 tie
          works with  C D

        """)
  }
}

/// Files that ask for more than a stranger's file may.
@Suite struct TrustedFileTests {
  @Test func anErrorOfALimitNamesTheWayPastIt() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let edges = try TemporaryFile("net.edges", "a b\nb c \(long)\n")
    #expect(
      edges("components").errors
        == "Error: \(edges.path):2:1: the line is longer than 1048576 bytes; raise the limit if the "
        + "file can be trusted (--trusted)\n")
    #expect(edges("components", "--trusted").output.contains("1     3  a · b · c"))

    let keys = (0...10_000).map { "<key id=\"k\($0)\" for=\"node\" attr.name=\"a\($0)\"/>" }
    let file = try TemporaryFile(
      "net.graphml",
      "<graphml>\(keys.joined())<graph edgedefault=\"directed\"><node id=\"n\"/></graph></graphml>")
    let outcome = file("list", "--format", "json")
    #expect(outcome.status == .dataError)
    #expect(
      outcome.errors.hasSuffix("keys; raise the limit if the file can be trusted (--trusted)\n"))
    #expect(file("list", "--format", "json", "--trusted").status == .success)
  }

  @Test func whatReadersAdviseHasAnOption() throws {
    let edges = try TemporaryFile("net.edges", "a b 1\nb c x\n")
    #expect(
      edges("centrality", "--by", "strength").errors.hasSuffix(
        ", or read leniently (--lenient): the line is left out\n"))
    let file = try TemporaryFile("net.graphml", "{\"nodes\": [], \"links\": []}")
    #expect(file("list").errors.hasSuffix("; name the format that it has (--from)\n"))
    let packed = try TemporaryFile("net.graphml.gz", "x")
    let outcome = packed("list")
    #expect(outcome.status == .usage)
    #expect(outcome.errors == "Error: '\(packed.path)' is compressed; unpack it first\n")
  }

  @Test func otherErrorsDoNot() throws {
    let file = try TemporaryFile("net.gml", "graph [ node [ id 1 ] node [ id 1 ] ]")
    #expect(!file("list").errors.contains("--trusted"))
    let outcome = parkgraph("list", "--trusted")
    #expect(outcome.status == .usage)
    #expect(
      outcome.errors
        == "Error: --trusted goes with graph files only; the built-in data is no graph file\n")
  }
}
