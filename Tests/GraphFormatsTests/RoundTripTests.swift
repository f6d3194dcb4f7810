import GraphCore
import GraphFormats
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: 0..<400) func jsonIsReadBackAsItWasWritten(seed: Int) throws {
    let graph = try HostileGraphs.graph(seed: UInt64(seed), isNested: seed % 5 == 0)
    let list = JSONWriter.EdgeList.allCases[seed % 2]
    let bytes = JSONWriter(edgeList: list).write(graph)
    let reading = try JSONReader().read(bytes)
    #expect(reading.remarks == [])
    let isSame = reading.graph == graph
    let isSameFile = JSONWriter(edgeList: list).write(reading.graph) == bytes
    #expect(isSame && isSameFile, "\(String(decoding: bytes, as: UTF8.self))")
  }

  @Test(arguments: 0..<400) func gmlIsReadBackAsItWasWritten(seed: Int) throws {
    var graph = try HostileGraphs.graph(seed: UInt64(seed), isNested: seed % 5 == 0)
    if seed.isMultiple(of: 2) { try addLooks(to: &graph, seed: UInt64(seed)) }
    let characters = GMLWriter.Characters.allCases[seed % 2]
    let bytes = GMLWriter(characters: characters).write(graph)
    let reading = try GMLReader().read(bytes)
    #expect(reading.remarks == [])
    let isSame = reading.graph == graph
    let isSameFile = GMLWriter(characters: characters).write(reading.graph) == bytes
    #expect(isSame && isSameFile, "\(String(decoding: bytes, as: UTF8.self))")
  }

  /// Gives nodes and edges looks, in yEd's words and with as many transparencies as it has.
  private func addLooks(to graph: inout PropertyGraph, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func number() -> Double? {
      [nil, 0, 1, 0.1, 1e-300, 2.5e10].randomElement(using: &random) ?? nil
    }
    func color() -> Appearance.Color? {
      let alpha = Double(Int.random(in: 0...255, using: &random)) / 255
      return Bool.random(using: &random) ? .init(red: 1, green: 200, blue: 255, alpha: alpha) : nil
    }
    for node in graph.graph.nodes {
      var look = Appearance()
      (look.width, look.height, look.color) = (number(), number(), color())
      look.shape = Bool.random(using: &random) ? "a \"b\"" : nil
      if let x = number() { look.position = .init(x: x, y: -(number() ?? 7), z: number() ?? 0) }
      try graph.setAppearance(look, of: node)
    }
    for edge in graph.graph.edges {
      var look = Appearance()
      (look.thickness, look.color) = (number(), color())
      look.shape = Bool.random(using: &random) ? "dashed" : nil
      try graph.setAppearance(look, of: edge)
    }
  }

  @Test(arguments: 0..<400) func csvIsReadBackAsItWasWritten(seed: Int) throws {
    // The tables have no place for attributes of the graph and for default values.
    let graph = try HostileGraphs.graph(seed: UInt64(seed), ofElementsOnly: true)
    let writer = CSVWriter(kind: seed % 3 == 0 ? nil : "kind")
    let (nodes, edges) = (writer.nodes(of: graph), writer.edges(of: graph))
    let reading = try CSVReader().read(nodes: ByteStream(nodes), edges: ByteStream(edges))
    #expect(reading.remarks == [])
    let isSame = reading.graph == graph
    let isSameFile =
      writer.nodes(of: reading.graph) == nodes && writer.edges(of: reading.graph) == edges
    #expect(isSame && isSameFile, "\(String(decoding: nodes + edges, as: UTF8.self))")
  }
}
