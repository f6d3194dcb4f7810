import GraphCore
import GraphDOT
import GraphFormats
import Testing

/// Names that Unicode takes for the same, but that are not the same bytes, are two names, as they
/// are for Graphviz.
@Suite struct DOTExactNameTests {
  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  @Test func theyAreTwoNodes() throws {
    let text = """
      digraph { "\(Self.composed)" [a=1] "\(Self.decomposed)" [a=2]
      "\(Self.composed)" -> "\(Self.decomposed)"
      subgraph "cluster\(Self.composed)" { x } subgraph "cluster\(Self.decomposed)" { y } }
      """
    let reading = try DOTReader().read(Array(text.utf8))
    #expect(reading.remarks == [])
    let graph = reading.graph
    #expect(graph.graph.nodeCount == 4)
    let one = try #require(graph.node(withID: Self.composed))
    let other = try #require(graph.node(withID: Self.decomposed))
    #expect(graph.value(of: "a", at: one) == .long(1))
    #expect(graph.value(of: "a", at: other) == .long(2))
    let edge = try #require(Array(graph.graph.edges).first)
    #expect(graph.graph.endpoints(of: edge) == Endpoints(source: one, target: other))
    let again = try DOTReader().read(DOTWriter().write(graph))
    #expect(again.graph == graph)
  }

  @Test func asAttributesTheyAreAnError() {
    let text = "graph { n [\"\(Self.composed)\"=1] m [\"\(Self.decomposed)\"=2] }"
    let error = #expect(throws: ReadingError.self) { try DOTReader().read(Array(text.utf8)) }
    #expect(error?.message.contains("rename one") == true)
  }

  @Test func attributesAreWrittenUnderOtherNames() throws {
    var graph = PropertyGraph(.directed)
    let node = try graph.addNode("n")
    for (number, name) in [Self.composed, Self.decomposed].enumerated() {
      try graph.declare(AttributeKey(name, for: .node, .long))
      try graph.setValue(.long(Int64(number)), of: name, at: node)
    }
    let reading = try DOTReader().read(DOTWriter().write(graph))
    #expect(reading.remarks == [])
    #expect(reading.graph == graph)
  }
}
