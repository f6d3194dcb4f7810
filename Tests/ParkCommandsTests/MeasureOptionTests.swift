import ParkCommands
import Testing

/// The definitions of measures that options choose, on graphs small enough for a sheet of paper.
@Suite struct MeasureOptionTests {
  /// What a measure gives: the scores by node, and the parameters that it says it was run with.
  private func measure(
    _ file: TemporaryFile, _ arguments: String...
  ) throws -> (scores: [String: Double], parameters: [String: Any]) {
    let outcome = parkgraph(
      ["centrality", "--graph", file.path, "--format", "json", "--by"] + arguments)
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(hasSortedKeys(outcome.output))
    let answer = try #require(try json(outcome.output) as? [String: Any])
    #expect(answer["measure"] as? String == arguments[0])
    let rows = try #require(answer["ranking"] as? [[String: Any]])
    var scores: [String: Double] = [:]
    for row in rows {
      let entity = (row["entity"] ?? row["from"]) as? [String: Any]
      let other = (row["to"] as? [String: Any])?["id"] as? String
      let id = try #require(entity?["id"] as? String)
      scores[other.map { "\(id)–\($0)" } ?? id] = row["score"] as? Double
    }
    return (scores, try #require(answer["parameters"] as? [String: Any]))
  }

  private func isNear(_ left: [String: Double], _ right: [String: Double]) -> Bool {
    left.count == right.count
      && left.allSatisfy { abs($0.value - (right[$0.key] ?? .infinity)) < 1e-9 }
  }

  /// The path a – b – c and a pair apart.
  private func parts() throws -> TemporaryFile {
    try TemporaryFile("parts.edges", "a b\nb c\nx y\n")
  }

  @Test func betweennessFromSomeSources() throws {
    let file = try parts()
    // From a only: one of the two directions of the pair a, c; the sum is halved.
    let nodes = try measure(file, "betweenness", "--source", "a")
    #expect(nodes.scores == ["a": 0, "b": 0.5, "c": 0, "x": 0, "y": 0])
    let sources = try #require(nodes.parameters["sources"] as? [[String: Any]])
    #expect(sources.map { $0["id"] as? String } == ["a"])
    #expect(nodes.parameters["ends"] as? Bool == false)
    let edges = try measure(file, "edge-betweenness", "--sources", "A", "--sources", "x")
    #expect(edges.scores == ["a–b": 1, "b–c": 0.5, "x–y": 0.5])
    #expect(edges.parameters["ends"] == nil && edges.parameters["damping"] == nil)
    let between = try measure(file, "betweenness", "--source", "a", "--target", "c")
    #expect(between.scores == ["a": 0, "b": 0.5, "c": 0, "x": 0, "y": 0])
    let none = try measure(file, "betweenness", "--source", "a", "--target", "b", "--target", "x")
    #expect(none.scores.values.allSatisfy { $0 == 0 })
    let targets = try #require(none.parameters["targets"] as? [[String: Any]])
    #expect(targets.map { $0["id"] as? String } == ["b", "x"])
  }

  @Test func betweennessFromNodesChosenByChance() throws {
    let file = try parts()
    let all = try measure(file, "betweenness", "--samples", "5")
    #expect(all.scores == ["a": 0, "b": 1, "c": 0, "x": 0, "y": 0])
    #expect(all.parameters["samples"] as? Int == 5 && all.parameters["seed"] as? Int == 1)
    // From a or c, half a pair times five; from any other, nothing.
    let few = try (1...9).map { seed in
      try measure(file, "betweenness", "--samples", "1", "--seed", "\(seed)").scores["b"]
    }
    #expect(Set(few) == [0, 2.5])
    #expect(try measure(file, "betweenness").parameters["seed"] == nil)
  }

  @Test func closenessPerComponent() throws {
    let file = try parts()
    let faust = try measure(file, "closeness")
    #expect(faust.scores["b"] == 0.5 && faust.scores["x"] == 0.25)
    #expect(faust.parameters["variant"] as? String == "wasserman-faust")
    let own = try measure(file, "closeness", "--variant", "per-component")
    #expect(own.scores == ["a": 2.0 / 3, "b": 1, "c": 2.0 / 3, "x": 1, "y": 1])
    #expect(own.parameters["variant"] as? String == "per-component")
    let inverse = try measure(file, "closeness", "--variant", "inverse-sum")
    #expect(inverse.scores == ["a": 1.0 / 3, "b": 0.5, "c": 1.0 / 3, "x": 1, "y": 1])
  }

  @Test func harmonicWithoutDivision() throws {
    let file = try parts()
    #expect(try measure(file, "harmonic").scores["b"] == 0.5)
    let raw = try measure(file, "harmonic", "--raw")
    #expect(raw.scores["b"] == 2 && raw.scores["a"] == 1.5)
    #expect(raw.parameters["normalized"] as? Bool == false)
  }

  @Test func directionsOfEdges() throws {
    // a → b → c.
    let file = try TemporaryFile(
      "net.gml",
      """
      graph [ directed 1
        node [ id 1 label "a" ] node [ id 2 label "b" ] node [ id 3 label "c" ]
        edge [ source 1 target 2 value 2 weight 2 ] edge [ source 2 target 3 weight 3 ]
      ]
      """)
    func values(_ arguments: String...) throws -> [Double?] {
      let outcome = parkgraph(
        ["centrality", "--graph", file.path, "--format", "csv", "--by"] + arguments)
      let rows = outcome.output.split(separator: "\r\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      return ["a", "b", "c"].map { name in
        rows.first { $0[1] == name }.flatMap { Double($0[4]) }
      }
    }
    #expect(try values("degree") == [1, 2, 1])
    #expect(try values("degree", "--mode", "out") == [1, 1, 0])
    #expect(try values("degree", "--mode", "in", "--normalized") == [0, 0.5, 0.5])
    #expect(try values("strength", "--mode", "in") == [0, 2, 3])
    #expect(try values("eccentricity") == [2, 1, 0])
    #expect(try values("eccentricity", "--mode", "in") == [0, 1, 2])
    #expect(try values("harmonic", "--mode", "all") == [0.75, 1, 0.75])
    let twoThirds = 2.0 / 3
    #expect(try values("closeness", "--mode", "in") == [0, 0.5, twoThirds])
    #expect(try values("core", "--mode", "in") == [0, 0, 0])
    let katz = ["katz", "--alpha", "0.5", "--beta", "2", "--scale", "none"]
    #expect(try measure(file, "katz", "--weights", "none").parameters["mode"] as? String == "in")
    let outcome = parkgraph(
      ["centrality", "--graph", file.path, "--format", "csv", "--weights", "none", "--by"] + katz)
    // 2; 2 + 2/2; 2 + 3/2.
    #expect(outcome.output.contains("1,c,3,,3.5\r\n2,b,2,,3.0\r\n3,a,1,,2.0\r\n"))
  }

  @Test func pageRankAsAsked() throws {
    // Along a – b there and back: with a damping of d and always starting at a, a has 1 / (1 + d).
    let file = try TemporaryFile("pair.edges", "a b\n")
    let half = try measure(file, "pagerank", "--damping", "0.5", "--personalize", "A")
    #expect(isNear(half.scores, ["a": 2.0 / 3, "b": 1.0 / 3]))
    #expect(half.parameters["damping"] as? Double == 0.5)
    let shares = try #require(half.parameters["personalization"] as? [[String: Any]])
    #expect(shares.map { $0["weight"] as? Double } == [1])
    // Three of four starts at b: (3 · 2/3 + 1 · 1/3) / 4.
    let mixed = try measure(
      file, "pagerank", "--damping", "0.5", "--personalize", "a=0.5", "--personalize", "b=1.5")
    #expect(isNear(mixed.scores, ["a": 5.0 / 12, "b": 7.0 / 12]))
    let coarse = try measure(file, "pagerank", "--tolerance", "1e-3", "--max-iterations", "50")
    #expect(coarse.parameters["tolerance"] as? Double == 1e-3)
    #expect(coarse.parameters["maximumIterations"] as? Int == 50)
  }

  @Test func sinksOfTheSurfer() throws {
    let file = try TemporaryFile("sink.edges", "a b\n")
    func values(_ sinks: String) throws -> [String: Double] {
      try measure(
        file, "pagerank", "--directed", "--damping", "0.5", "--personalize", "a", "--sinks", sinks
      ).scores
    }
    // a hands half on to b, which hands half back, anywhere, or nowhere.
    #expect(isNear(try values("restart"), ["a": 2.0 / 3, "b": 1.0 / 3]))
    #expect(isNear(try values("lost"), ["a": 0.5, "b": 0.25]))
    // b = a/2 + b/4 and a + b = 1.
    #expect(isNear(try values("uniform"), ["a": 0.6, "b": 0.4]))
  }

  @Test func scalesOfVectors() throws {
    let file = try TemporaryFile("star.edges", "m a\nm b\nm c\nm d\n")
    let sum = try measure(file, "eigenvector", "--scale", "sum")
    let sixth = 1.0 / 6
    #expect(isNear(sum.scores, ["m": 2 * sixth, "a": sixth, "b": sixth, "c": sixth, "d": sixth]))
    let length = try measure(file, "eigenvector", "--scale", "euclidean")
    #expect(abs((length.scores["m"] ?? 0) - 0.5.squareRoot()) < 1e-9)
    #expect(length.parameters["scale"] as? String == "euclidean")
    let katz = try measure(file, "katz")
    #expect(katz.parameters["alpha"] as? Double == 0.85 / 4)
    #expect(katz.parameters["beta"] as? Double == 1)
  }

  @Test(arguments: [
    (["--by", "degree", "--damping", "0.5"], "--damping goes with --by pagerank only"),
    (["--by", "closeness", "--source", "a"], "betweenness and edge-betweenness only"),
    (["--by", "katz", "--personalize", "a"], "--personalize goes with --by pagerank only"),
    (
      ["--by", "harmonic", "--variant", "per-component"], "--variant goes with --by closeness only"
    ),
    (["--by", "closeness", "--samples", "9"], "--samples goes with --by betweenness only"),
    (["--by", "betweenness", "--seed", "9"], "--seed goes with --samples only"),
    (["--by", "betweenness", "--samples", "0"], "--samples is 0; give a number from 1 up"),
    (
      ["--by", "betweenness", "--samples", "2", "--ends"],
      "--samples chooses the sources; leave out --source, --target and --ends"
    ),
    (["--by", "pagerank", "--alpha", "0.1"], "--alpha goes with --by katz only"),
    (["--by", "pagerank", "--mode", "in"], "--mode goes with --by degree, strength, closeness, "),
    (["--by", "betweenness", "--tolerance", "1"], "--tolerance goes with --by pagerank, "),
    (["--by", "closeness", "--raw"], "--raw goes with --by degree, betweenness, "),
    (["--by", "pagerank", "--damping", "1"], "--damping is 1.0; give a number from 0 up to, "),
    (["--by", "pagerank", "--damping", "nan"], "--damping is nan; give a number"),
    (["--by", "katz", "--alpha", "-1"], "--alpha"),
    (["--by", "katz", "--beta", "0"], "--beta is 0.0; give a number above 0"),
    (["--by", "katz", "--tolerance", "inf"], "--tolerance is inf; give a number above 0"),
    (["--by", "katz", "--max-iterations", "0"], "--max-iterations is 0; give a number from 1 up"),
    (["--by", "hits", "--scale", "none"], "--scale none goes with --by katz only"),
    (["--by", "degree", "--mode", "in"], "--mode in goes with directed edges only"),
    (["--by", "degree", "--mode", "in", "--undirected"], "exclude each other"),
    (["--by", "pagerank", "--personalize", "d"], "nothing here is called 'd'"),
    (["--by", "pagerank", "--personalize", "a=-1"], "--personalize 'a=-1' gives a weight of -1.0"),
    (["--by", "pagerank", "--personalize", "a=0"], "--personalize add up to 0.0"),
    (["--by", "betweenness", "--sources", "torch"], "did you mean\n  torch-1  torch-1"),
  ])
  func whatMakesNoSenseIsRefused(arguments: [String], words: String) throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\nc torch-1\n")
    let outcome = parkgraph(["centrality", "--graph", file.path] + arguments)
    #expect(outcome.status == .usage && outcome.output == "")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func eigenvectorsThatSayNothingAreRemarkedOn() throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\n")
    let outcome = file("centrality", "--by", "eigenvector", "--directed")
    #expect(outcome.status == .success)
    #expect(outcome.errors.hasPrefix("No walk comes back to where it was, so that eigenvectors "))
    #expect(file("centrality", "--by", "eigenvector").errors == "")
  }

  @Test func strengthsMayAddUpToMoreThanANumber() throws {
    let plain = try TemporaryFile("net.edges", "a b 1\na b 1\na c 1\n")
    let great = try TemporaryFile("net.edges", "a b 1e308\na b 1e308\na c 1e308\n")
    for name in ["katz", "pagerank", "eigenvector", "hits"] {
      let (here, there) = (try measure(plain, name).scores, try measure(great, name).scores)
      #expect(isNear(here, there), "\(name)")
    }
  }

  @Test func whatDoesNotSettleSaysWhatHelps() throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\nc a\n")
    let katz = parkgraph("centrality", "--graph", file.path, "--by", "katz", "--alpha", "0.6")
    #expect(katz.status == .dataError)
    #expect(katz.errors.hasPrefix("Error: With alpha 0.6 the values of Katz centrality grow"))
    let slow = parkgraph(
      "centrality", "--graph", file.path, "--by", "katz", "--alpha", "0.3", "--max-iterations", "5")
    #expect(slow.status == .dataError)
    #expect(
      slow.errors.contains("--alpha has to be below 1 / the greatest eigenvalue; a smaller one"))
    let few = parkgraph(
      "centrality", "--graph", file.path, "--by", "pagerank", "--directed", "--max-iterations", "1",
      "--personalize", "a")
    #expect(few.status == .dataError)
    #expect(few.errors.hasSuffix("; a greater --tolerance or --max-iterations may help\n"))
  }

  @Test func namesArePersonalizedInAnyScript() throws {
    let outcome = parkgraph(
      "centrality", "--by", "pagerank", "--personalize", "火炬中心=2", "--personalize", "UNSW",
      "--top", "1", "--format", "json")
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(outcome.output.contains("\"weight\" : 2"))
  }
}
