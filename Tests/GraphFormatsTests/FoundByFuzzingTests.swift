import GraphCore
import GraphFormats
import Testing

/// What fuzzing found: files that were read into graphs which could not be written whole.
@Suite struct FoundByFuzzingTests {
  private let lenient = ReadingOptions(isLenient: true)

  @Test func aNodeWithinItselfStaysWhereItWas() throws {
    let text = """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">
      <node id="a"><graph edgedefault="directed"><node id="b"><graph edgedefault="directed">
      <node id="a"/></graph></node></graph></node></graph></graphml>
      """
    let reading = try GraphMLReader(options: lenient).read(Array(text.utf8))
    #expect(reading.remarks.contains { $0.message.contains("would be within itself") })
    let graph = reading.graph
    #expect(graph.node(withID: "a").flatMap { graph.parent(of: $0) } == nil)
    let again = try GraphMLReader().read(GraphMLWriter().write(graph)).graph
    #expect(again.graph.nodeCount == 2)
    #expect(throws: ReadingError.self) { try GraphMLReader().read(Array(text.utf8)) }
  }

  @Test func soItDoesInGEXF() throws {
    let text = """
      <gexf xmlns="http://gexf.net/1.2" version="1.2"><graph><nodes><node id="a"><nodes>
      <node id="b"><nodes><node id="a"/></nodes></node></nodes></node></nodes></graph></gexf>
      """
    let graph = try GEXFReader(options: lenient).read(Array(text.utf8)).graph
    #expect(try GEXFReader().read(GEXFWriter().write(graph)).graph.graph.nodeCount == 2)
  }

  @Test func aParentThatIsNoNodeBecomesATextThatCanBeWritten() throws {
    let text = #"{"nodes": [{"id": "a", "parent": "b\u0008"}], "edges": []}"#
    let graph = try JSONReader(options: lenient).read(Array(text.utf8)).graph
    let again = try JSONReader().read(JSONWriter().write(graph)).graph
    #expect(again == graph)
    let node = try #require(graph.node(withID: "a"))
    #expect(graph.keys(for: .node).map { graph.value(of: $0.name, at: node) } == ["b\u{FFFD}"])
    #expect(throws: ReadingError.self) { try JSONReader().read(Array(text.utf8)) }
  }

  @Test(arguments: [";", "|", "\t"])
  func anotherDelimiterInANameOfAColumn(delimiter: String) throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("a\(delimiter)b\(delimiter)c", for: .node, .string))
    try graph.addNode("x", ["a\(delimiter)b\(delimiter)c": "y"])
    let writer = CSVWriter()
    let again = try CSVReader().read(
      nodes: ByteStream(writer.nodes(of: graph)), edges: ByteStream(writer.edges(of: graph)))
    #expect(again.graph.keys == graph.keys)
  }
}
