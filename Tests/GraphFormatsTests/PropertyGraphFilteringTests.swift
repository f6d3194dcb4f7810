import GraphCore
import GraphFormats
import Testing

@Suite struct PropertyGraphFilteringTests {
  @Test func whatStaysKeepsWhatIsSaidOfIt() throws {
    var graph = PropertyGraph(.mixed)
    try graph.declare(AttributeKey("size", for: .node, .long, default: .long(1)))
    try graph.declare(AttributeKey("label", for: .edge, .string))
    try graph.declare(AttributeKey("title", for: .graph, .string))
    try graph.setValue("All", of: "title")
    let nodes = try ["a", "b", "c", "d"].enumerated().map { number, id in
      try graph.addNode(id, ["size": .long(Int64(number))])
    }
    try graph.addEdge(from: nodes[0], to: nodes[1], id: "ab", ["label": "gone"])
    let kept = try graph.addEdge(from: nodes[3], to: nodes[1], id: "db", directed: false)
    let also = try graph.addEdge(from: nodes[1], to: nodes[2], ["label": "kept"])
    try graph.setNote("a note", of: nodes[3])
    try graph.setNote("of an edge", of: kept)
    try graph.setParent(nodes[1], of: nodes[2])
    try graph.setParent(nodes[0], of: nodes[3])

    let part = graph.filtered(nodes: { $0 != nodes[0] }, edges: { _ in true })
    #expect(part.keys == graph.keys && part.value(of: "title") == "All")
    #expect(part.graph.nodes.map { part.graph[$0].id } == ["b", "c", "d"])
    #expect(part.node(withID: "a") == nil && part.edge(withID: "ab") == nil)
    let (b, c, d) = try (
      #require(part.node(withID: "b")), #require(part.node(withID: "c")),
      #require(part.node(withID: "d"))
    )
    #expect(part.value(of: "size", at: d) == .long(3))
    #expect(part.note(of: d) == "a note" && part.parent(of: c) == b && part.parent(of: d) == nil)
    let edges = Array(part.graph.edges)
    #expect(part.graph.endpoints(of: edges[0]) == Endpoints(source: d, target: b))
    #expect(!part.graph.isDirected(edges[0]) && part.graph.isDirected(edges[1]))
    #expect(
      part.note(of: edges[0]) == "of an edge" && part.value(of: "label", at: edges[1]) == "kept")

    #expect(graph.filtered(nodes: { _ in true }, edges: { $0 != also }).graph.edgeCount == 2)
    #expect(graph.filtered(nodes: { _ in true }, edges: { _ in true }) == graph)
    #expect(graph.filtered(nodes: { _ in false }, edges: { _ in true }).graph.isEmpty)
  }
}
