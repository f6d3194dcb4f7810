import GraphCore
import GraphFormats
import Testing

@Suite struct PropertyGraphDetailsTests {
  @Test func valuesWithGapsOfEveryType() throws {
    var graph = PropertyGraph(.directed)
    let values: [AttributeType: AttributeValue] = [
      .boolean: false, .int: .int(-1), .long: .long(.min), .float: .float(-0.0),
      .double: .double(.infinity), .string: "",
    ]
    for type in AttributeType.allCases {
      try graph.declare(AttributeKey(type.rawValue, for: .node, type))
    }
    let nodes = try (0..<200).map { try graph.addNode("\($0)") }
    for (number, node) in nodes.enumerated() where number % 67 == 3 {
      for (type, value) in values { try graph.setValue(value, of: type.rawValue, at: node) }
    }
    for (number, node) in nodes.enumerated() {
      for (type, value) in values {
        #expect(graph.value(of: type.rawValue, at: node) == (number % 67 == 3 ? value : nil))
      }
    }
  }

  @Test func textsThatChangeOftenDoNotPileUp() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("label", for: .node, .string))
    let one = try graph.addNode("a", ["label": "stays"])
    let other = try graph.addNode("b")
    for number in 0..<3000 {
      try graph.setValue(.string(String(repeating: "x", count: number)), of: "label", at: other)
    }
    #expect(graph.value(of: "label", at: one) == "stays")
    #expect(graph.value(of: "label", at: other) == .string(String(repeating: "x", count: 2999)))
  }

  @Test func aNaNIsEqualToANaN() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("size", for: .node, .double))
    try graph.addNode("a", ["size": .double(.nan)])
    #expect(graph == graph)
  }

  @Test func identifiersAreTheSameIfTheirBytesAre() throws {
    var graph = PropertyGraph(.directed)
    let composed = try graph.addNode("\u{E9}")
    let decomposed = try graph.addNode("e\u{301}")
    #expect(composed != decomposed)
    #expect(graph.node(withID: "e\u{301}") == decomposed)
    for number in 0..<5000 { try graph.addNode("node \(number)") }
    #expect(graph.node(withID: "node 4999")?.rawValue == 5001)
    #expect(graph.node(withID: "node 5000") == nil)
  }

  @Test func nodesCannotBeWithinThemselves() throws {
    var graph = PropertyGraph(.directed)
    let outer = try graph.addNode("outer")
    let inner = try graph.addNode("inner")
    try graph.setParent(outer, of: inner)
    #expect(throws: PropertyGraphError.nestedInItself("outer")) {
      try graph.setParent(inner, of: outer)
    }
    #expect(throws: PropertyGraphError.nestedInItself("outer")) {
      try graph.setParent(outer, of: outer)
    }
    try graph.setParent(nil, of: inner)
    #expect(graph.features == [])
  }

  @Test func portsOfANodeDifferInName() throws {
    var graph = PropertyGraph(.directed)
    let node = try graph.addNode("a")
    #expect(throws: PropertyGraphError.duplicatePort("n", node: "a")) {
      try graph.setPorts([NodePort("n", ports: [NodePort("n")])], of: node)
    }
    #expect(throws: PropertyGraphError.undeclaredKey(.port, name: "side")) {
      try graph.setPorts([NodePort("n", values: ["side": 1.0])], of: node)
    }
    #expect(graph.ports(of: node) == [])
  }

  @Test func featuresAreThoseThatTheGraphHas() throws {
    var graph = PropertyGraph(.mixed)
    #expect(graph.features == [.mixedEdges])
    let one = try graph.addNode("a")
    let other = try graph.addNode("b")
    try graph.addEdge(from: one, to: other, id: "e")
    try graph.addEdge(from: other, to: one)
    #expect(graph.features == [.mixedEdges, .edgeIdentifiers])
    try graph.addEdge(from: one, to: other)
    try graph.addHyperedge(Hyperedge(endpoints: [.init(one), .init(other)]))
    try graph.setNote("said", of: one)
    #expect(
      graph.features == [.mixedEdges, .parallelEdges, .edgeIdentifiers, .notes, .hyperedges])
    #expect(GraphMLWriter().losses(of: graph) == [])
    #expect(GEXFWriter().losses(of: graph) == [.notes, .hyperedges])
    #expect("\(GraphFeature.notes)" == "descriptions of elements")
  }

  @Test func emptyTextsAndBackslashesAreMoreThanSomeFormatsHold() throws {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("label", for: .node, .string))
    let node = try graph.addNode("a\\b", ["label": "x"])
    #expect(graph.features == [.nodeAttributes])
    try graph.setValue("", of: "label", at: node)
    #expect(graph.features == [.nodeAttributes, .finerTexts])
    for name in ["a\\", "a\\\"b", "a\\\nb"] {
      var graph = PropertyGraph(.directed)
      try graph.addNode(name)
      #expect(graph.features == [.finerTexts])
      #expect(JSONWriter().losses(of: graph) == [] && GMLWriter().losses(of: graph) == [])
      #expect(CSVWriter().losses(of: graph) == [] && GraphMLWriter().losses(of: graph) == [])
      #expect(graph.losses(keeping: []) == [])
    }
  }
}
