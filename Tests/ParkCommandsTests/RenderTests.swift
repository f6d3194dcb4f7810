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
        == "Error: there is nothing to draw in the partnership view as of 2015; try --view full\n")
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

  @Test func codesOfCountriesAreShownAsNames() throws {
    let data = try SmallData()
    let file = data.path("graph.json")
    try """
    {"nodes": [{"id": "a", "country": "CN"}, {"id": "b", "country": "DE"},
      {"id": "c", "country": "UK"}], "links": [{"source": "a", "target": "b"}]}
    """.write(toFile: file, atomically: true, encoding: .utf8)
    func draw(_ arguments: String...) -> String {
      parkgraph(["render", "--graph", file, "-o", "-"] + arguments).output
    }
    let map = draw("--group-by", "country")
    for name in ["China", "Germany", "UK"] { #expect(map.contains(">\(name)<")) }
    #expect(!map.contains(">CN<") && draw("--lang", "zh-Hant").contains(">德國<"))
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
