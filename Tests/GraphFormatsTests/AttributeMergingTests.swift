import GraphFormats
import Testing

/// Attributes of one name and of two types of numbers, as NetworkX writes them.
@Suite struct AttributeMergingTests {
  @Test func anAttributeThatWasMergedTakesInNoOther() throws {
    let text = """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="a" for="node" attr.name="x" attr.type="long"/>
      <key id="b" for="node" attr.name="x" attr.type="double"/>
      <key id="c" for="node" attr.name="x (b)" attr.type="int"/>
      <graph edgedefault="directed">
      <node id="1"><data key="a">1</data></node>
      <node id="2"><data key="b">0.5</data></node>
      <node id="3"><data key="c">3</data></node>
      </graph></graphml>
      """
    let graph = try GraphMLReader().read(Array(text.utf8)).graph
    #expect(graph.keys.map(\.name) == ["x", "x (b) (c)"])
    let nodes = try ["1", "2", "3"].map { try #require(graph.node(withID: $0)) }
    #expect(graph.value(of: "x", at: nodes[0]) == 1.0)
    #expect(graph.value(of: "x", at: nodes[1]) == 0.5)
    #expect(graph.value(of: "x (b) (c)", at: nodes[2]) == .int(3))
    #expect(GraphMLWriter().losses(of: graph) == [])
    #expect(try GraphMLReader().read(GraphMLWriter().write(graph)).graph == graph)
  }

  private func graph(_ outer: String, _ inner: String) throws -> PropertyGraph {
    let text = """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="a" for="graph" attr.name="x" attr.type="int"/>
      <key id="b" for="graph" attr.name="x" attr.type="double"/>
      <graph edgedefault="directed">\(outer)
      <node id="1"><graph edgedefault="directed">\(inner)</graph></node>
      </graph></graphml>
      """
    return try GraphMLReader().read(Array(text.utf8)).graph
  }

  @Test func nestedGraphsTakePart() throws {
    let graph = try graph("<data key='b'>0.5</data>", "<data key='a'>2</data>")
    #expect(graph.keys.map(\.name) == ["x"])
    let node = try #require(graph.node(withID: "1"))
    #expect(graph.subgraph(of: node)?.values == ["x": .double(2)])
    #expect(try GraphMLReader().read(GraphMLWriter().write(graph)).graph == graph)
  }

  @Test func aValueOfTheSecondInANestedGraphIsKept() throws {
    let graph = try graph("<data key='a'>1</data>", "<data key='b'>2.5</data>")
    let node = try #require(graph.node(withID: "1"))
    #expect(graph.subgraph(of: node)?.values == ["x": .double(2.5)])
    #expect(try GraphMLReader().read(GraphMLWriter().write(graph)).graph == graph)
  }

  @Test func aNestedGraphWithBothKeepsThemApart() throws {
    let graph = try graph("", "<data key='a'>1</data><data key='b'>2.5</data>")
    #expect(graph.keys.map(\.name) == ["x", "x (b)"])
    let node = try #require(graph.node(withID: "1"))
    #expect(graph.subgraph(of: node)?.values == ["x": .int(1), "x (b)": .double(2.5)])
  }
}
