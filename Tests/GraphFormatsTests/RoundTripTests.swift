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
    let graph = try HostileGraphs.graph(seed: UInt64(seed), isNested: seed % 5 == 0)
    let characters = GMLWriter.Characters.allCases[seed % 2]
    let bytes = GMLWriter(characters: characters).write(graph)
    let reading = try GMLReader().read(bytes)
    #expect(reading.remarks == [])
    let isSame = reading.graph == graph
    let isSameFile = GMLWriter(characters: characters).write(reading.graph) == bytes
    #expect(isSame && isSameFile, "\(String(decoding: bytes, as: UTF8.self))")
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
