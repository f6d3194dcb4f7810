import GraphCore
import GraphFormats
import Testing

@Suite struct GraphMLWriterTests {
  private func text(_ graph: PropertyGraph) -> String {
    String(decoding: GraphMLWriter().write(graph), as: UTF8.self)
  }

  private func sample() throws -> PropertyGraph {
    var graph = PropertyGraph(.undirected)
    try graph.declare(AttributeKey("label", for: .node, .string))
    try graph.declare(AttributeKey("weight", for: .edge, .double))
    try graph.declare(AttributeKey("open", for: .node, .boolean, default: true))
    try graph.declare(AttributeKey("name", for: .graph, .string))
    try graph.setValue("牽手 & <more>", of: "name")
    let torch = try graph.addNode("torch", ["label": "火炬\n\"中心\"\r", "open": false])
    let sydney = try graph.addNode("a<\"b\">", [:])
    try graph.addEdge(from: torch, to: sydney, ["weight": 0.1])
    try graph.addEdge(from: sydney, to: sydney, id: "own")
    return graph
  }

  @Test func bytesOfASmallGraph() throws {
    #expect(
      try text(sample()) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
        http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
          <key id="d0" for="node" attr.name="label" attr.type="string"/>
          <key id="d1" for="edge" attr.name="weight" attr.type="double"/>
          <key id="d2" for="node" attr.name="open" attr.type="boolean">
            <default>true</default>
          </key>
          <key id="d3" for="graph" attr.name="name" attr.type="string"/>
          <graph id="G" edgedefault="undirected">
            <data key="d3">牽手 &amp; &lt;more&gt;</data>
            <node id="torch">
              <data key="d0">火炬
        "中心"&#13;</data>
              <data key="d2">false</data>
            </node>
            <node id="a&lt;&quot;b&quot;&gt;"/>
            <edge id="e0" source="torch" target="a&lt;&quot;b&quot;&gt;">
              <data key="d1">0.1</data>
            </edge>
            <edge id="own" source="a&lt;&quot;b&quot;&gt;" target="a&lt;&quot;b&quot;&gt;"/>
          </graph>
        </graphml>

        """)
  }

  @Test func emptyGraph() {
    let file = text(PropertyGraph(.directed))
    #expect(file.hasSuffix("  <graph id=\"G\" edgedefault=\"directed\">\n  </graph>\n</graphml>\n"))
  }

  @Test func numbers() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("value", for: .node, .double))
    try graph.declare(AttributeKey("small", for: .node, .float))
    try graph.declare(AttributeKey("count", for: .node, .long))
    try graph.declare(AttributeKey("part", for: .node, .int))
    let least = Double.leastNonzeroMagnitude
    let values = [.infinity, -.infinity, .nan, 0.1, -0.0, least, 1e22, 3]
    for (number, value) in values.enumerated() {
      try graph.addNode("\(number)", ["value": .double(value)])
    }
    try graph.addNode(
      "last", ["small": .float(0.1), "count": .long(.min), "part": .int(.max)])
    let found = text(graph).split(separator: "\n").filter { $0.contains("<data") }.map {
      $0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
    }
    #expect(
      found == [
        "INF", "-INF", "NaN", "0.1", "-0.0", "5e-324", "1e+22", "3.0", "0.1",
        "-9223372036854775808", "2147483647",
      ])
  }

  @Test func madeUpEdgeIdentifiersGiveWay() throws {
    var graph = PropertyGraph(.directed)
    let node = try graph.addNode("n")
    try graph.addEdge(from: node, to: node)
    try graph.addEdge(from: node, to: node, id: "e0")
    try graph.addEdge(from: node, to: node, id: "e0_")
    let file = text(graph)
    #expect(file.contains("<edge id=\"e0__\" ") && file.contains("<edge id=\"e0\" "))
  }

  @Test func piecesAreTheWhole() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("label", for: .node, .string))
    for number in 0..<5000 {
      try graph.addNode("\(number)", ["label": "node \(number)"])
    }
    var pieces: [[UInt8]] = []
    GraphMLWriter().write(graph) { pieces.append($0) }
    #expect(pieces.count > 3)
    #expect(Array(pieces.joined()) == GraphMLWriter().write(graph))
  }

  @Test func faultsOfTheSinkPassThrough() throws {
    struct DiskFull: Error {}
    let graph = try sample()
    #expect(throws: DiskFull.self) {
      try GraphMLWriter().write(graph) { (_) throws(DiskFull) in throw DiskFull() }
    }
  }
}
