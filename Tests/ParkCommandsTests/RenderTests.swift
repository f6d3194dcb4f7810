import Foundation
import ParkCommands
import Testing

@Suite struct RenderTests {
  @Test func theEndingTellsTheFormat() throws {
    let data = try SmallData()
    let outcome = data(
      "render", "-o", data.path("a.svg"), "-o", data.path("a.PNG"), "-o", data.path("a.pdf"), "-o",
      data.path("a.dot"))
    #expect(outcome.status == .success && outcome.output == "")
    #expect(outcome.errors.contains("Wrote \(data.path("a.svg")): 2 nodes, 1 edge\n"))
    #expect(try data.files == ["a.PNG", "a.dot", "a.pdf", "a.svg"])
    func start(_ name: String) throws -> [UInt8] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: data.path(name)))
      return Array(bytes.prefix(5))
    }
    #expect(try start("a.svg") == Array("<?xml".utf8) && start("a.pdf") == Array("%PDF-".utf8))
    #expect(try start("a.PNG") == [0x89] + Array("PNG\r".utf8))
    #expect(try start("a.dot") == Array("graph".utf8) || start("a.dot") == Array("stric".utf8))
  }

  @Test func standardOutputAndAFormat() throws {
    let data = try SmallData()
    let svg = data("render", "-o", "-")
    #expect(svg.status == .success && svg.output.hasPrefix("<?xml") && svg.errors == "")
    #expect(data("render", "--to", "dot", "-o", "-").output.contains("alpha -- beta"))
    #expect(data("render", "--to", "dot", "-o", data.path("map")).status == .success)
    #expect(try data.files == ["map"])
  }

  @Test func theSameMapIsTheSameBytes() throws {
    let data = try SmallData()
    #expect(data("render", "-o", "-").output == data("render", "-o", "-").output)
  }

  @Test func anUnknownEndingIsUsage() throws {
    let data = try SmallData()
    for name in ["a.bmp", "a", ".svg", "a.svg.gz"] {
      let outcome = data("render", "-o", data.path("a.svg"), "-o", data.path(name))
      #expect(outcome.status == .usage)
      #expect(
        outcome.errors == "Error: the ending of '\(data.path(name))' doesn't tell the format; "
          + "use one of .svg, .png, .pdf, .dot, .geojson, or --to\n")
    }
    #expect(try data.files == [])
  }

  @Test func nothingToDrawIsANo() throws {
    let data = try SmallData()
    let outcome = data("render", "--as-of", "2015", "-o", data.path("a.svg"))
    #expect(outcome.status == .negative)
    #expect(
      outcome.errors
        == "Error: there is nothing to draw in the partnership view; try --view full\n")
    #expect(try data.files == [])
  }

  @Test func aTitleAndOneLanguage() throws {
    let data = try SmallData()
    let two = data("render", "-o", "-").output
    #expect(two.contains("Small parks") && two.contains("Alpha Park") && two.contains("贝塔园"))
    let one = data("render", "-o", "-", "--no-bilingual", "--title", "A <b> & \"c\"").output
    #expect(!one.contains("贝塔园") && !one.contains("Small parks"))
    #expect(one.contains("A &lt;b&gt; &amp; &quot;c&quot;"))
  }
}

/// What is drawn, and how.
@Suite struct RenderOptionsTests {
  private func edges(_ text: String, in data: SmallData) throws -> String {
    let path = data.path("graph.edges")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func themesChangeTheGround() throws {
    let data = try SmallData()
    for (theme, ground) in [("light", "#fbfaf7"), ("dark", "#12161f"), ("print", "#ffffff")] {
      let outcome = data("render", "-o", "-", "--theme", theme)
      #expect(
        outcome.output.contains("fill=\"\(ground)\"")
          || (theme == "print" && outcome.output.contains("fill=\"white\"")))
    }
    #expect(data("render", "--theme", "pink").status == .usage)
  }

  @Test func theFocusIsDrawnWithItsNeighbors() throws {
    let data = try SmallData()
    let outcome = data(
      "render", "--view", "full", "--focus", "new-office", "-o", data.path("a.svg"))
    #expect(outcome.status == .success)
    #expect(outcome.errors.contains("Note: 2 of 6 nodes: those within 1 step of the focus\n"))
    #expect(outcome.errors.hasPrefix("Wrote \(data.path("a.svg")): 2 nodes, 1 edge\n"))
    let unknown = data("render", "--focus", "nobody-here", "-o", data.path("b.svg"))
    #expect(unknown.status == .usage)
    #expect(data("render", "--focus", "alpha", "--depth", "-1").status == .usage)
    #expect(data("render", "--focus", "alpha", "--aggregate").status == .usage)
    #expect(try data.files == ["a.svg"])
  }

  @Test func aPathIsBroughtOut() throws {
    let data = try SmallData()
    let outcome = data(
      "render", "--view", "full", "-o", "-", "--highlight-path", "new-office", "beta")
    #expect(outcome.status == .success && outcome.output.contains("off the path"))
    for arguments in [["alpha"], ["alpha", "beta", "pact"]] {
      let wrong = parkgraph(
        ["render", "-o", "-", "--highlight-path"] + arguments,
        environment: ["PARKGRAPH_GRAPH": data.folder])
      #expect(wrong.status == .usage && wrong.errors.contains("wants two names"))
    }
    let graph = try edges("a b\nc d\n", in: data)
    let none = parkgraph("render", "--graph", graph, "-o", "-", "--highlight-path", "a", "d")
    #expect(none.status == .negative)
    #expect(none.errors == "Error: no path from 'a' to 'd' in \(graph)\n")
  }

  @Test func colorsGroupsAndSizesOfParkData() throws {
    let data = try SmallData()
    let outcome = data(
      "render", "--view", "full", "-o", "-", "--color-by", "kind", "--group-by", "country",
      "--size-by", "betweenness", "--label-by", "id")
    #expect(outcome.status == .success && outcome.output.contains(">new&#45;office<"))
    #expect(outcome.output.contains("larger names = higher betweenness"))
    for option in ["--color-by", "--group-by", "--size-by", "--label-by"] {
      let wrong = data("render", option, "weather", "-o", data.path("a.svg"))
      #expect(wrong.status == .usage)
      #expect(wrong.errors.hasPrefix("Error: \(option) is 'weather'; in park data it is"))
    }
    #expect(data("render", "-o", "-", "--group-by", "none", "--size-by", "none").status == .success)
    #expect(try data.files == [])
  }

  @Test func anyGraphFileIsDrawn() throws {
    let data = try SmallData()
    let path = data.path("trade.json")
    try Data(
      #"""
      {"directed": true, "graph": {}, "nodes": [
        {"id": 1, "label": "Alpha", "sector": "steel", "turnover": 4.5},
        {"id": 2, "label": "Beta", "sector": "steel", "turnover": 1},
        {"id": 3, "label": "Gamma", "sector": "wood", "code": "G-3"}],
       "links": [{"source": 1, "target": 2, "kind": "sells"}, {"source": 2, "target": 3}]}
      """#.utf8
    ).write(to: URL(fileURLWithPath: path))
    let outcome = parkgraph(
      "render", "--graph", path, "-o", "-", "--color-by", "sector", "--size-by", "turnover",
      "--group-by", "sector", "--title", "Trade")
    #expect(outcome.status == .success, "\(outcome.errors)")
    for words in ["Trade", "Alpha", "steel", "wood", "sells"] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    let codes = parkgraph("render", "--graph", path, "-o", "-", "--label-by", "code")
    #expect(codes.output.contains(">G&#45;3<") && codes.output.contains(">Alpha<"))
    #expect(
      parkgraph("render", "--graph", path, "-o", "-", "--color-by", "taste").status == .usage)
  }

  @Test func largeGraphsSayWhatIsLeftOut() throws {
    let data = try SmallData()
    let lines = (1...520).map { "n\($0) n\($0 / 2)" }.joined(separator: "\n")
    let graph = try edges(lines, in: data)
    let outcome = parkgraph("render", "--graph", graph, "-o", data.path("a.svg"))
    #expect(outcome.status == .success)
    #expect(
      outcome.errors.contains(
        "Note: names of the 150 most important of 521 nodes; the others are dots"))
  }
}

@Suite struct ExportTests {
  @Test func writesGraphML() throws {
    let data = try SmallData()
    let outcome = data("export", data.path("a.graphml"))
    #expect(outcome.status == .success && outcome.output == "")
    #expect(outcome.errors == "Wrote \(data.path("a.graphml")): 6 nodes, 4 edges\n")
    let text = try String(contentsOfFile: data.path("a.graphml"), encoding: .utf8)
    #expect(text == data("export", "-").output)
    for words in [
      "<node id=\"alpha\">", "Beta, \"the\" Park", "edgedefault=\"directed\"", ">阿爾法園<", ">39.9<",
      "<edge id=\"e0\" source=\"alpha\" target=\"pact\">", ">after 2020, by 2022<",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(
      data("export", "-", "--view", "partnership").output.contains("edgedefault=\"undirected\""))
  }

  @Test func anUnknownEndingIsUsage() throws {
    let data = try SmallData()
    let outcome = data("export", data.path("a.doc"))
    #expect(outcome.status == .usage)
    #expect(
      outcome.errors
        == "Error: there is no format for '.doc'; use .graphml, .gexf, .gml, .dot, .gv, .json, .edges, or --to\n"
    )
    #expect(
      data("export", "noending").errors
        == "Error: 'noending' has no ending that tells the format; use .graphml, .gexf, .gml, .dot, .gv, .json, .edges, or --to\n"
    )
    #expect(try data.files == [])
  }
}

/// GraphML for one program.
@Suite struct ExportProfileTests {
  @Test func yEdSeesPlacesAndLabels() throws {
    let data = try SmallData()
    let text = data("export", "-", "--profile", "yed", "--view", "partnership").output
    #expect(text.contains("<y:Geometry ") && text.contains(">Alpha Park<"))
    let path = data.path("yed.graphml")
    #expect(data("export", path, "--profile", "yed", "--view", "partnership").status == .success)
    let back = parkgraph("list", "--graph", path, "--format", "csv")
    #expect(back.status == .success && back.output.contains("Alpha Park"))
  }

  @Test func gephiSeesPlaces() throws {
    let text = try SmallData()("export", "-", "--profile", "gephi").output
    for name in ["x", "y", "size"] { #expect(text.contains("attr.name=\"\(name)\"")) }
  }

  @Test func profilesAreForGraphMLOnly() throws {
    let outcome = try SmallData()("export", "--to", "gml", "-", "--profile", "yed")
    #expect(outcome.status == .usage)
    #expect(outcome.errors == "Error: --profile goes with GraphML only\n")
  }

  @Test func whatIsLostIsNamed() throws {
    let data = try SmallData()
    let outcome = data("export", data.path("b/"))
    #expect(
      outcome.errors == """
        Warning: not in the file, because CSV has no place for them: attributes of the graph
        Wrote \(data.path("b/")): 6 nodes, 4 edges

        """)
  }
}

/// Converting one format into another.
@Suite struct ConversionTests {
  @Test(arguments: ["a.graphml", "a.gml", "a.dot", "a.json", "a/"])
  func whatIsWrittenReadsBack(name: String) throws {
    let data = try SmallData()
    let path = data.path(name)
    #expect(data("export", path).errors.hasSuffix("Wrote \(path): 6 nodes, 4 edges\n"))
    let back = parkgraph("export", "-", "--graph", path)
    #expect(back.status == .success && back.errors == "")
    let rows = parkgraph("list", "park", "--graph", path, "--lang", "zh-Hant")
    #expect(
      rows.output == """
        id     name              sort
        alpha  阿爾法園          park, CN
        beta   Beta, "the" Park  park, DE

        """)
    let route = parkgraph("path", "alpha", "beta", "--undirected", "--graph", path).output
    #expect(route.contains("The Pact (pairing)") && route.contains("2016"))
  }

  @Test func plainEdgesKeepTheirWeights() throws {
    let file = try TemporaryFile("net.edges", "a b 2.5\nb c 1\n")
    #expect(file("export", "--to", "edges", "-").output == "a\tb\t2.5\nb\tc\t1\n")
    let json = file("export", "--to", "json", "-").output
    #expect(json.contains("\"weight\": 2.5") || json.contains("\"weight\":2.5"))
  }

  @Test func namesWithBlanksAreNoPlainEdges() throws {
    let outcome = try TemporaryFile("net.json", #"{"nodes": [{"id": "a b"}], "links": []}"#)(
      "export", "--to", "edges", "-")
    #expect(outcome.status == .dataError)
    #expect(outcome.errors.hasPrefix("Error: the graph can't be written as plain edges: "))
  }
}

/// Files appear whole or not at all.
@Suite struct OutputFileTests {
  @Test func aFolderIsNoFile() throws {
    let data = try SmallData()
    for arguments in [
      ["render", "--to", "svg", "-o", data.folder], ["export", "--to", "graphml", data.folder],
    ] {
      let outcome = parkgraph(arguments, environment: ["PARKGRAPH_GRAPH": data.folder])
      #expect(outcome.status == .cannotCreate)
      #expect(
        outcome.errors
          == "Error: can't write \(data.folder): it is a folder; name a file in it\n")
    }
  }

  @Test func aMissingFolderIsNotMade() throws {
    let data = try SmallData()
    let outcome = data("export", data.path("none/a.graphml"))
    #expect(outcome.status == .cannotCreate)
    #expect(
      outcome.errors == "Error: can't write \(data.path("none/a.graphml")): "
        + "no such file or directory; create its folder first\n")
    #expect(data("export", data.path("data.yaml/a.graphml")).status == .cannotCreate)
    #expect(try data.files == [])
  }

  @Test func aFullDeviceFails() throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    let outcome = try SmallData()("export", "--to", "graphml", "/dev/full")
    #expect(outcome.status == .ioError)
    #expect(outcome.errors == "Error: can't write /dev/full: no space left on device\n")
  }

  @Test func aFileThatStoodThereIsReplacedWithItsRights() throws {
    let data = try SmallData()
    let path = data.path("a.graphml")
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(data("export", path).status == .success)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<?xml"))
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect((rights as? NSNumber)?.intValue == 0o640)
    #expect(try data.files == ["a.graphml"])
  }

  @Test func aLinkStaysAndItsTargetChanges() throws {
    let data = try SmallData()
    try Data("old".utf8).write(to: URL(fileURLWithPath: data.path("real.graphml")))
    try FileManager.default.createSymbolicLink(
      atPath: data.path("link.graphml"), withDestinationPath: data.path("real.graphml"))
    #expect(data("export", data.path("link.graphml")).status == .success)
    #expect(
      try String(contentsOfFile: data.path("real.graphml"), encoding: .utf8).hasPrefix("<?xml"))
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: data.path("link.graphml"))
    #expect(target == data.path("real.graphml"))
  }

  @Test func whenWritingFailsTheOldFileStays() throws {
    let data = try SmallData()
    // The longest name that a folder can hold leaves no room for one beside it.
    let path = data.path(String(repeating: "a", count: 247) + ".graphml")
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    let outcome = data("export", path)
    #expect(outcome.status == .success)
    if outcome.status != .success {
      #expect(outcome.status == .cannotCreate)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }
    #expect(try data.files.count == 1)
  }

  @Test func badDataLeavesTheOldFile() throws {
    let data = try SmallData("parks: [\n")
    let path = data.path("a.graphml")
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    #expect(data("export", path).status == .dataError)
    #expect(data("render", "--to", "svg", "-o", path).status == .dataError)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try data.files == ["a.graphml"])
  }
}
