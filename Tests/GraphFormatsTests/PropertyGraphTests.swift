import GraphCore
import GraphFormats
import Testing

@Suite struct PropertyGraphTests {
  @Test func exampleOfTheDocumentation() throws {
    var parks = PropertyGraph(.undirected)
    try parks.declare(AttributeKey("label", for: .node, .string))
    try parks.declare(AttributeKey("weight", for: .edge, .double))
    let torch = try parks.addNode("torch-center", ["label": "火炬中心"])
    let sydney = try parks.addNode("unsw", ["label": "UNSW"])
    let edge = try parks.addEdge(from: torch, to: sydney, ["weight": 1.0])
    #expect(parks.value(of: "label", at: torch) == "火炬中心")
    #expect(parks.value(of: "weight", at: edge) == 1.0)
    #expect(parks.node(withID: "unsw") == sydney && parks.node(withID: "UNSW") == nil)
    #expect(parks.graph.neighbors(of: torch) == [sydney])
    #expect(GraphMLWriter().write(parks).count > 300)
  }

  @Test func keysMayComeLater() throws {
    var graph = PropertyGraph(.directed)
    let node = try graph.addNode("a")
    try graph.declare(AttributeKey("size", for: .node, .int))
    #expect(graph.value(of: "size", at: node) == nil)
    try graph.setValue(.int(3), of: "size", at: node)
    #expect(graph.value(of: "size", at: node) == .int(3))
    try graph.setValue(nil, of: "size", at: node)
    #expect(graph.value(of: "size", at: node) == nil)
    #expect(graph.keys(for: .node).map(\.name) == ["size"] && graph.keys(for: .edge).isEmpty)
  }

  @Test func faultsAreNamed() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("label", for: .node, .string))
    let node = try graph.addNode("a", ["label": "A"])
    try graph.addEdge(from: node, to: node, id: "loop")
    let before = graph
    #expect(throws: PropertyGraphError.duplicateNode("a")) { try graph.addNode("a") }
    #expect(throws: PropertyGraphError.duplicateEdge("loop")) {
      try graph.addEdge(from: node, to: node, id: "loop")
    }
    #expect(throws: PropertyGraphError.duplicateKey(.node, name: "label")) {
      try graph.declare(AttributeKey("label", for: .node, .int))
    }
    #expect(throws: PropertyGraphError.undeclaredKey(.node, name: "colour")) {
      try graph.addNode("b", ["size": true, "label": "B", "colour": "red"])
    }
    #expect(throws: PropertyGraphError.undeclaredKey(.edge, name: "label")) {
      try graph.addEdge(from: node, to: node, ["label": "x"])
    }
    #expect(throws: PropertyGraphError.undeclaredKey(.graph, name: "label")) {
      try graph.setValue("x", of: "label")
    }
    #expect(
      throws: PropertyGraphError.wrongType(
        .node, name: "label", declared: .string, found: .boolean)
    ) {
      try graph.setValue(true, of: "label", at: node)
    }
    #expect(throws: PropertyGraphError.self) {
      try graph.declare(AttributeKey("open", for: .node, .boolean, default: "yes"))
    }
    #expect(graph == before)
  }

  @Test func charactersThatXMLCannotCarry() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("label", for: .node, .string))
    for scalar in ["\u{0}", "\u{1B}", "\u{FFFE}", "\u{FFFF}"] as [Unicode.Scalar] {
      #expect(throws: PropertyGraphError.forbiddenCharacter(scalar, in: "a\(scalar)")) {
        try graph.addNode("a", ["label": "a\(scalar)"])
      }
      #expect(throws: PropertyGraphError.self) { try graph.addNode("\(scalar)") }
    }
    #expect(graph.graph.isEmpty)
    try graph.addNode("tab\tline\nreturn\r", ["label": "\u{7F}\u{1F600}"])
    let error = PropertyGraphError.forbiddenCharacter("\u{1B}", in: "a\u{1B}")
    #expect("\(error)" == "The character U+001B in \"a\\u{1B}\" cannot be written in XML.")
  }
}
