import ParkCommands
import Testing

/// Which attribute of edges holds their weights.
@Suite struct WeightAttributeTests {
  /// From a to c it is 12 by b and 100 straight on.
  private func detour(_ name: String, type: String = "double") throws -> TemporaryFile {
    try TemporaryFile(
      "iso.graphml",
      """
      <graphml><key id="k" for="edge" attr.name="\(name)" attr.type="\(type)"/>
      <key id="y" for="edge" attr.name="year" attr.type="int"/>
      <graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/>
      <edge source="a" target="b"><data key="k">5</data><data key="y">1</data></edge>
      <edge source="b" target="c"><data key="k">7</data><data key="y">1</data></edge>
      <edge source="a" target="c"><data key="k">100</data><data key="y">1</data></edge>
      </graph></graphml>
      """)
  }

  @Test func anotherNameIsSaid() throws {
    let file = try detour("length")
    let path = file("path", "a", "c", "--weighted", "--weight", "length")
    #expect(path.output.hasPrefix("a → c: 2 hops, length 12\n\na\n  1. edge, weight 5\nb\n"))
    let csv = file(
      "distances", "--weighted", "--weight", "length", "--source", "a", "--format", "csv")
    #expect(csv.output == "from,to,distance\r\na,a,0.0\r\na,b,5.0\r\na,c,12.0\r\n")
    let between = file(
      "centrality", "--by", "betweenness", "--weights", "distance", "--weight", "length",
      "--format", "json")
    let answer = try #require(try json(between.output) as? [String: Any])
    let parameters = try #require(answer["parameters"] as? [String: Any])
    #expect(parameters["weights"] as? String == "distance")
    #expect(parameters["weight"] as? String == "length")
    let first = try #require((answer["ranking"] as? [[String: Any]])?.first)
    #expect((first["entity"] as? [String: Any])?["id"] as? String == "b")
    #expect(first["score"] as? Double == 1)
    let strength = file("centrality", "--by", "strength", "--weight", "length", "--format", "csv")
    #expect(strength.output.contains("\r\n1,c,c,,107.0\r\n2,a,a,,105.0\r\n3,b,b,,12.0\r\n"))
    #expect(!file("centrality", "--by", "degree", "--format", "json").output.contains("\"weight\""))
  }

  @Test(arguments: ["weight", "Value", "strength"])
  func theUsualNamesNeedNotBeSaid(name: String) throws {
    let path = try detour(name)("path", "a", "c", "--weighted")
    #expect(path.output.hasPrefix("a → c: 2 hops, length 12\n"))
  }

  @Test func numbersThatAreDeclaredAsTextsAreNumbers() throws {
    #expect(
      try detour("weight", type: "string")("path", "a", "c", "--weighted").output
        .hasPrefix("a → c: 2 hops, length 12\n"))
    #expect(
      try detour("km", type: "string")("path", "a", "c", "--weighted", "--weight", "km").output
        .hasPrefix("a → c: 2 hops, length 12\n"))
  }

  @Test func everyFormatHasAttributes() throws {
    let csv = try TemporaryFile(
      "net.csv", "source,target,cost\na,b,5\nb,c,7\na,c,100\n")
    #expect(
      csv("path", "a", "c", "--weighted", "--weight", "cost").output
        .hasPrefix("a → c: 2 hops, length 12\n"))
    let dot = try TemporaryFile(
      "net.dot", "graph { a -- b [len=5]; b -- c [len=7]; a -- c [len=100] }")
    #expect(
      dot("path", "a", "c", "--weighted", "--weight", "len").output
        .hasPrefix("a → c: 2 hops, length 12\n"))
  }

  @Test func plainEdgesMayHaveThemAmongAttributes() throws {
    // As NetworkX writes them.
    let file = try TemporaryFile(
      "net.edgelist.txt",
      "a b {'weight': 5, 'km': 1.5}\nb c {'weight': 7, 'km': 9}\na c {'weight': 100, 'km': 2}\n")
    #expect(
      file("path", "a", "c", "--weighted").output.hasPrefix("a → c: 2 hops, length 12\n"))
    #expect(
      file("path", "a", "c", "--weighted", "--weight", "km").output
        .hasPrefix("a → c: 1 hop, length 2\n"))
    #expect(
      file("path", "a", "c", "--weighted", "--weight", "km", "--where", "edge.km<9").output
        .hasPrefix("a → c: 1 hop, length 2\n"))
    #expect(
      file("centrality", "--by", "strength", "--weight", "km", "--format", "json").output
        .contains("\"weight\" : \"km\""))
    #expect(file("path", "a", "c").output.hasPrefix("a → c: 1 hop\n"))
    #expect(file("export", "-", "--to", "gml").output.contains("weight 100"))
    let none = try TemporaryFile("net.edges", "a b {}\nb c {}\n")
    #expect(none("components").output.contains("1     3  a · b · c"))
    #expect(none("path", "a", "c", "--weighted").status == .usage)
  }

  @Test func whereThereIsNoneTheOthersAreNamed() throws {
    let file = try detour("length")
    let ending =
      " wants weights, and no edge in \(file.path) has one, an attribute called weight, value or "
      + "strength; --weight takes one of their numeric attributes: length, year, and "
    for (arguments, reason, alternative) in [
      (["path", "a", "c", "--weighted"], "--weighted", "without --weighted each edge is one hop"),
      (
        ["distances", "--weighted", "--bins", "3"], "--weighted",
        "without --weighted each edge is one hop"
      ),
      (["centrality", "--by", "strength"], "--by strength", "--weights none passes them over"),
      (
        ["centrality", "--by", "closeness", "--weights", "distance"], "--weights distance",
        "--weights none passes them over"
      ),
      (
        ["centrality", "--by", "pagerank", "--weights", "strength"], "--weights strength",
        "--weights none passes them over"
      ),
      (
        ["render", "-o", "-", "--size-by", "strength"], "--size-by strength",
        "--size-by degree counts edges"
      ),
    ] {
      let outcome = parkgraph(arguments + ["--graph", file.path])
      #expect(outcome.status == .usage && outcome.output == "")
      #expect(outcome.errors == "Error: \(reason)\(ending)\(alternative)\n")
    }
    // PageRank needs none, but says what it does without.
    let ranks = file("centrality", "--by", "pagerank", "--format", "json")
    #expect(ranks.status == .success && ranks.output.contains("\"weights\" : \"none\""))
    #expect(
      ranks.errors
        == "Note: no edge in \(file.path) has a weight, and all count alike; --weight takes one of "
        + "their numeric attributes: length, year.\n")
    #expect(file("centrality", "--by", "pagerank", "--weights", "none").errors == "")
  }

  @Test func plainEdgesHaveAThirdColumn() throws {
    let file = try TemporaryFile("net.edges", "a b\nb c\n")
    #expect(
      file("path", "a", "c", "--weighted").errors
        == "Error: --weighted wants weights, and no edge in \(file.path) has one, the third column; "
        + "edges have no numeric attribute, and without --weighted each edge is one hop\n")
    #expect(file("centrality", "--by", "pagerank").errors == "")
    #expect(file("centrality", "--by", "strength").status == .usage)
    let weighted = try TemporaryFile("net.edges", "a b 1\n")
    #expect(weighted("path", "a", "b", "--weighted", "--weight", "weight").status == .success)
    #expect(
      weighted("path", "a", "b", "--weighted", "--weight", "km").errors.hasPrefix(
        "Error: --weight asks for 'km', which no edge in \(weighted.path) has; "))
    let more = try TemporaryFile("net.edges", "a b 1 2020\n")
    #expect(
      more("components").errors
        == "Error: \(more.path):1:7: found “2020”, expected no more than two names and a weight; take "
        + "it out, or read leniently (--lenient): the line is left out\n")
    // Without edges there is nothing to miss.
    let alone = try TemporaryFile("net.gml", "graph [ node [ id 1 label \"a\" ] ]")
    #expect(alone("distances", "--weighted").status == .success)
  }

  @Test func anAttributeThatNoEdgeHasIsRefused() throws {
    let file = try detour("length")
    let outcome = file("path", "a", "c", "--weighted", "--weight", "lenght")
    #expect(outcome.status == .usage)
    #expect(
      outcome.errors
        == "Error: --weight asks for 'lenght', which no edge in \(file.path) has; --weight takes one "
        + "of their numeric attributes: length, year\n")
    let parks = parkgraph("path", "UNSW", "MIIT", "--weighted", "--weight", "weight")
    #expect(parks.status == .usage)
    #expect(
      parks.errors
        == "Error: --weight goes with graph files only; the ties of park data have their own "
        + "weights\n")
    #expect(parkgraph("path", "UNSW", "MIIT", "--weighted").status == .success)
  }

  @Test func anEdgeWithoutItIsNamed() throws {
    let file = try TemporaryFile(
      "net.json",
      """
      {"nodes": [{"id": "a", "label": "A"}, {"id": "b"}, {"id": "c"}], "links": [
       {"source": "a", "target": "b", "km": 2},
       {"id": "e7", "source": "a", "target": "c"}, {"source": "b", "target": "c", "km": 3}]}
      """)
    let outcome = file("path", "b", "c", "--weighted", "--weight", "km")
    #expect(outcome.status == .dataError && outcome.output == "")
    #expect(
      outcome.errors
        == "Error: the edge 'e7' from 'A' to 'c' has no 'km', but others have; give it one, or "
        + "leave out all that have none by --where 'edge.km>=0'\n")
    #expect(
      file("path", "a", "c", "--weighted", "--weight", "km", "--where", "edge.km>=0").output
        .hasPrefix("A → c: 2 hops, length 5\n"))
    #expect(
      file("centrality", "--by", "katz", "--weight", "km").errors.hasSuffix(
        " by --where 'edge.km>=0'; --weights none passes them over\n"))
  }

  @Test func whatTheFormatSaysOfEdgesWithoutItCounts() throws {
    // In GEXF a weight that is not written is 1.
    let gexf = try TemporaryFile(
      "net.gexf",
      """
      <gexf version="1.2"><graph><nodes><node id="a"/><node id="b"/><node id="c"/></nodes><edges>
      <edge id="0" source="a" target="b" weight="8"/><edge id="1" source="b" target="c"/>
      </edges></graph></gexf>
      """)
    #expect(gexf("path", "a", "c", "--weighted").output.hasPrefix("a → c: 2 hops, length 9\n"))
    let graphml = try TemporaryFile(
      "net.graphml",
      """
      <graphml><key id="k" for="edge" attr.name="weight" attr.type="double"><default>4</default></key>
      <graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/>
      <edge source="a" target="b"><data key="k">8</data></edge><edge source="b" target="c"/>
      </graph></graphml>
      """)
    #expect(graphml("path", "a", "c", "--weighted").output.hasPrefix("a → c: 2 hops, length 12\n"))
  }

  @Test(arguments: [("-2", "-2.0; "), ("NaN", "nan; "), ("INF", "infinity; ")])
  func whatIsNoLengthIsNamed(value: String, found: String) throws {
    let file = try TemporaryFile(
      "net.graphml",
      """
      <graphml><key id="k" for="edge" attr.name="km" attr.type="double"/>
      <graph edgedefault="undirected"><node id="a"/><node id="b"/>
      <edge source="a" target="b"><data key="k">\(value)</data></edge></graph></graphml>
      """)
    let outcome = file("distances", "--weighted", "--weight", "km")
    #expect(outcome.status == .dataError && outcome.output == "")
    #expect(
      outcome.errors.lowercased().hasPrefix("error: 'km' of the edge from 'a' to 'b' is \(found)"),
      "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("a weight is zero or a positive finite number\n"))
  }

  @Test(arguments: [
    (["path", "a", "b"], "--weight goes with --weighted"),
    (["distances"], "--weight goes with --weighted"),
    (["centrality"], "--weight goes with measures that use weights; --by degree does not"),
    (
      ["centrality", "--by", "betweenness"],
      "--weight goes with --weights distance here; without it --by betweenness counts every edge"
    ),
    (
      ["centrality", "--by", "katz", "--weights", "distance"],
      "--weight and --weights distance exclude each other with --by katz"
    ),
    (
      ["centrality", "--by", "katz", "--weights", "none"],
      "--weight and --weights none exclude each other"
    ),
    (["render", "-o", "-"], "--weight goes with --size-by strength"),
  ])
  func whereNoWeightIsUsedNoneIsChosen(arguments: [String], words: String) throws {
    let file = try detour("length")
    let outcome = parkgraph(arguments + ["--weight", "length", "--graph", file.path])
    #expect(outcome.status == .usage && outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: \(words)"), "\(outcome.errors)")
  }

  @Test func namesOnAMapGrowWithTheWeightsChosen() throws {
    let file = try detour("length")
    let map = file(
      "render", "-o", "-", "--to", "svg", "--size-by", "strength", "--weight", "length",
      "--label-by", "id")
    #expect(map.status == .success && map.output.contains("</svg>"), "\(map.errors)")
  }
}
