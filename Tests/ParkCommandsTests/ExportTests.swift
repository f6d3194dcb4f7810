import Foundation
import ParkCommands
import Testing

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
        == "Error: there is no format for '.doc'; use .graphml, .gexf, .gml, .dot, .gv, .json, .edges, .tsv, .txt, or --to\n"
    )
    #expect(
      data("export", "noending").errors
        == "Error: 'noending' has no ending that tells the format; use .graphml, .gexf, .gml, .dot, .gv, .json, .edges, .tsv, .txt, or --to\n"
    )
    #expect(
      data("export", "graph.csv").errors
        == "Error: a graph as CSV is two tables in a folder; name a folder, such as graph/\n")
    #expect(try data.files == [])
  }
}

/// GraphML for one program.
@Suite struct ExportProfileTests {
  @Test func yEdSeesPlacesAndLabels() throws {
    let data = try SmallData()
    let text = data("export", "-", "--profile", "yed", "--view", "partnership").output
    #expect(text.contains("<y:Geometry ") && text.contains(">Alpha Park<"))
    #expect(text.contains("<y:Fill color=\"#"))
    let path = data.path("yed.graphml")
    #expect(data("export", path, "--profile", "yed", "--view", "partnership").status == .success)
    let back = parkgraph("list", "--graph", path, "--format", "csv")
    #expect(back.status == .success && back.output.contains("Alpha Park"))
  }

  @Test func gephiSeesPlaces() throws {
    let text = try SmallData()("export", "-", "--profile", "gephi").output
    for name in ["x", "y", "size", "r", "g", "b"] {
      #expect(text.contains("attr.name=\"\(name)\""))
    }
  }

  @Test func profilesAreForFormatsOfTheProgram() throws {
    let data = try SmallData()
    let outcome = data("export", "--to", "gml", "-", "--profile", "gephi")
    #expect(outcome.status == .usage)
    #expect(
      outcome.errors == """
        Error: --profile yed goes with GraphML and GML only, --profile gephi with GraphML and GEXF

        """)
    let gml = data("export", "--to", "gml", "-", "--profile", "yed").output
    #expect(gml.contains("graphics ["))
    let gexf = data("export", "--to", "gexf", "-", "--profile", "gephi").output
    #expect(gexf.contains("version=\"1.3\"") && gexf.contains("<viz:position"))
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
  @Test(arguments: ["a.graphml", "a.gexf", "a.gml", "a.dot", "a.json", "a/"])
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
