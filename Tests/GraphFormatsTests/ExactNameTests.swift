import GraphCore
import GraphFormats
import Testing

/// Names that Unicode takes for the same, but that are not the same bytes, are two names.
@Suite struct ExactNameTests {
  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  /// Two nodes, an edge and a loop with identifiers, two attributes: all named so.
  private func graph() throws -> PropertyGraph {
    var graph = PropertyGraph(.directed)
    for (name, value) in [(Self.composed, "one"), (Self.decomposed, "other")] {
      try graph.declare(AttributeKey(name, for: .node, .string))
      let node = try graph.addNode(name)
      try graph.setValue(.string(value), of: name, at: node)
    }
    let nodes = Array(graph.graph.nodes)
    try graph.addEdge(from: nodes[0], to: nodes[1], id: Self.composed)
    try graph.addEdge(from: nodes[1], to: nodes[1], id: Self.decomposed)
    return graph
  }

  private func check(_ reading: Reading) throws {
    #expect(reading.remarks == [])
    let graph = reading.graph
    #expect(graph.graph.nodeCount == 2)
    #expect(graph.graph.edgeCount == 2)
    let one = try #require(graph.node(withID: Self.composed))
    let other = try #require(graph.node(withID: Self.decomposed))
    #expect(one != other)
    #expect(graph.value(of: Self.composed, at: one) == "one")
    #expect(graph.value(of: Self.decomposed, at: one) == nil)
    #expect(graph.value(of: Self.decomposed, at: other) == "other")
    let edge = try #require(graph.edge(withID: Self.composed))
    let loop = try #require(graph.edge(withID: Self.decomposed))
    #expect(graph.graph.endpoints(of: edge) == Endpoints(source: one, target: other))
    #expect(graph.graph.endpoints(of: loop) == Endpoints(source: other, target: other))
  }

  @Test func theyAreTwoInGraphML() throws {
    try check(GraphMLReader().read(GraphMLWriter().write(graph())))
  }

  @Test func theyAreTwoInGEXF() throws {
    try check(GEXFReader().read(GEXFWriter().write(graph())))
  }

  @Test(arguments: GMLWriter.Characters.allCases)
  func theyAreTwoInGML(_ characters: GMLWriter.Characters) throws {
    try check(GMLReader().read(GMLWriter(characters: characters).write(graph())))
  }

  @Test func theyAreTwoInJSON() throws {
    try check(JSONReader().read(JSONWriter().write(graph())))
  }

  @Test func theyAreTwoInTables() throws {
    let writer = CSVWriter()
    let graph = try graph()
    try check(
      CSVReader().read(
        nodes: ByteStream(writer.nodes(of: graph)), edges: ByteStream(writer.edges(of: graph))))
  }

  @Test func theyAreTwoInEdgeLists() throws {
    let text = "\(Self.composed)\t\(Self.decomposed)\n"
    let list = try EdgeListReader(.directed).read(Array(text.utf8))
    #expect(list.graph.nodeCount == 2)
    #expect(try EdgeListWriter().write(list) == Array(text.utf8))
  }

  @Test func theyAreTwoKeysOfAGraphMLFile() throws {
    let text = """
      <graphml><key id="\(Self.composed)" for="node" attr.name="a" attr.type="int"/>
      <key id="\(Self.decomposed)" for="node" attr.name="b" attr.type="int"/>
      <graph edgedefault="directed"><node id="n"><data key="\(Self.decomposed)">2</data>
      <data key="\(Self.composed)">1</data></node></graph></graphml>
      """
    let graph = try GraphMLReader().read(Array(text.utf8)).graph
    let node = try #require(graph.node(withID: "n"))
    #expect(graph.value(of: "a", at: node) == .int(1))
    #expect(graph.value(of: "b", at: node) == .int(2))
  }

  @Test func ofPortsTheyAreKeptApartByAnotherName() throws {
    let text = """
      <graphml><key id="a" for="port" attr.name="\(Self.composed)" attr.type="int"/>
      <key id="b" for="port" attr.name="\(Self.decomposed)" attr.type="int"/>
      <graph edgedefault="directed"><node id="n"><port name="p"><data key="a">1</data>
      <data key="b">2</data></port></node></graph></graphml>
      """
    let reading = try GraphMLReader().read(Array(text.utf8))
    #expect(reading.remarks.count == 1)
    let node = try #require(reading.graph.node(withID: "n"))
    #expect(reading.graph.ports(of: node).first?.values.count == 2)
  }

  @Test func aPartOfAGraphKeepsBoth() throws {
    let graph = try graph()
    let part = graph.filtered(nodes: { _ in true }, edges: { _ in true })
    #expect(part == graph)
  }

  @Test func graphsThatDifferInThemOnlyAreNotEqual() throws {
    var (one, other) = (PropertyGraph(.directed), PropertyGraph(.directed))
    try one.addNode(Self.composed)
    try other.addNode(Self.decomposed)
    #expect(one != other)
  }
}
