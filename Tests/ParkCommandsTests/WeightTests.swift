import ParkCommands
import Testing

/// What commands say of weights that they cannot use.
@Suite struct WeightTests {
  @Test func aLengthOfZeroIsNamedByTheEndsOfItsEdge() throws {
    let file = try TemporaryFile("net.edges", "a b 1\nb c 0\n")
    for measure in ["betweenness", "closeness", "harmonic", "edge-betweenness"] {
      let outcome = file("centrality", "--by", measure, "--weights", "distance")
      #expect(outcome.status == .dataError)
      #expect(
        outcome.errors
          == "Error: the length of the edge from 'b' to 'c' is 0; this measure needs lengths above "
          + "0, or --weights none, which counts every edge as one step\n")
    }
  }

  @Test func weightsThatAreTextsAreNotPassedOver() throws {
    let file = try TemporaryFile("net.csv", "source;target;Weight\na;b;1,5\nb;c;2\n")
    let outcome = file("centrality", "--by", "strength")
    #expect(outcome.status == .dataError)
    #expect(
      outcome.errors
        == "Error: 'Weight' of the edge from 'a' to 'b' is '1,5', which is no number; a weight is "
        + "zero or a positive finite number; --weights none passes them over\n")
    #expect(file("centrality", "--by", "strength", "--weights", "none").status == .success)
    // Nothing here asks for them.
    #expect(file("centrality", "--by", "betweenness").status == .success)
    #expect(file("centrality", "--by", "degree").status == .success)
    let path = file("path", "a", "c", "--weighted")
    #expect(path.status == .dataError && path.errors.contains("'1,5', which is no number; "))
  }

  @Test func weightsThatAreNoStrengthsSayWhatToDo() throws {
    let file = try TemporaryFile(
      "net.json",
      #"{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "weight": -1}]}"#
    )
    #expect(
      file("centrality", "--by", "pagerank").errors
        == "Error: 'weight' of the edge from 'a' to 'b' is -1; a weight is zero or a positive "
        + "finite number; --weights none passes them over\n")
  }

  @Test func weightsThatNothingUsesNeedNotMakeSense() throws {
    // Correlations, say.
    let file = try TemporaryFile("net.edges", "a b -0.5\nb c 0.25\n")
    #expect(file("components").output.contains("1     3  a · b · c"))
    #expect(file("neighbors", "a", "--depth", "2").output.contains("2  c"))
    #expect(file("path", "a", "c").output.hasPrefix("a → c: 2 hops\n"))
    #expect(file("distances").output.hasPrefix("diameter       2\n"))
    #expect(file("overview").output.contains("  3 nodes, 2 edges, undirected\n"))
    #expect(file("list").status == .success && file("search", "b").status == .success)
    // The format of the answer makes no difference to what is read.
    for format in ["json", "csv"] {
      #expect(file("path", "a", "c", "--format", format).status == .success)
    }
    let path = file("path", "a", "c", "--weighted")
    #expect(path.status == .dataError && path.errors.contains("net.edges:1:5: "))
  }

  @Test func pathsOfLengthZeroSayWhatToDo() throws {
    let file = try TemporaryFile("net.edges", "a b 0\nb c 1\n")
    #expect(file("path", "a", "c", "--weighted").output.hasPrefix("a → c: 2 hops, length 1\n"))
    #expect(
      file("path", "a", "c", "--weighted", "--all-shortest").errors
        == "Error: the length of the edge from 'a' to 'b' is 0; --all-shortest needs lengths above "
        + "0; without --weighted it counts hops\n")
  }

  @Test func weightedPathsHaveTheirWeightsInEveryFormat() throws {
    let file = try TemporaryFile("net.edges", "b a 2\nc b 0.5\na c 9\nx x 1\n")
    #expect(
      file("path", "a", "c", "--weighted", "--format", "csv").output
        == "hop,from,tie,to,since,until,sources,weight\r\n1,a,edge,b,,,,2.0\r\n"
        + "2,b,edge,c,,,,0.5\r\n")
    #expect(
      file("path", "a", "c", "--format", "csv").output
        == "hop,from,tie,to,since,until,sources\r\n1,a,edge,c,,,\r\n")
    let weighted = file("path", "a", "c", "--weighted", "--format", "json").output
    #expect(weighted.contains(#""weight" : 2"#) && weighted.contains(#""weight" : 0.5"#))
    // Weights that are not added up are not shown.
    #expect(!file("path", "a", "c", "--format", "json").output.contains("weight"))
    // Two paths, and many arcs at a node.
    let star = try TemporaryFile(
      "star.edges", (1...99).map { "hub \($0) \($0)\n" }.joined() + "z 7 0.5\n")
    let output = star("path", "z", "hub", "--weighted").output
    #expect(output.contains("weight 0.5\n") && output.contains("weight 7\n"))
  }

  @Test func plainEdgesAreKeptByTheirWeightsAndNames() throws {
    let file = try TemporaryFile("net.edges", "a b 1\nb c 3\nc d 2\n")
    let strong = file("components", "--where", "edge.weight>=2", "--format", "csv")
    #expect(
      strong.output == "component,size,id,name\r\n1,3,b,b\r\n1,3,c,c\r\n1,3,d,d\r\n2,1,a,a\r\n")
    let path = file("path", "b", "d", "--weighted", "--where", "edge.weight>=2")
    #expect(path.output.hasPrefix("b → d: 2 hops, length 5\n"))
    let few = file("distances", "--where", "id=a,b,d", "--format", "csv")
    #expect(few.output == "distance,pairs\r\n1,1\r\n")
    #expect(file("components", "--where", "edge.length>1").status == .usage)
    let plain = try TemporaryFile("net.edges", "a b\n")
    #expect(
      plain("components", "--where", "edge.weight>1").errors
        == "Error: --where asks for 'weight', which no edge has; they have none\n")
  }
}
