import Foundation
import GraphCore
import GraphFormats
import Testing

@Suite struct BuiltInGraphTests {
  /// The graph of the built-in data, as the project keeps it.
  private static func graph() throws -> PropertyGraph {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let path = root.appending(path: "graphs/parkgraph.graphml").standardized.path()
    return try GraphMLReader().read(ByteStream(contentsOf: path)).graph
  }

  @Test func jsonHoldsIt() throws {
    let graph = try Self.graph()
    let reading = try JSONReader().read(JSONWriter().write(graph))
    let isSame = reading.graph == graph
    #expect(isSame && reading.remarks == [])
  }

  @Test func gmlHoldsIt() throws {
    let graph = try Self.graph()
    for characters in GMLWriter.Characters.allCases {
      let reading = try GMLReader().read(GMLWriter(characters: characters).write(graph))
      let isSame = reading.graph == graph
      #expect(isSame && reading.remarks == [])
    }
  }

  @Test func tablesHoldIt() throws {
    let graph = try Self.graph()
    let writer = CSVWriter()
    let (nodes, edges) = (writer.nodes(of: graph), writer.edges(of: graph))
    let again = try CSVReader().read(nodes: ByteStream(nodes), edges: ByteStream(edges)).graph
    #expect(writer.nodes(of: again) == nodes && writer.edges(of: again) == edges)
    #expect(again.graph.nodeCount == graph.graph.nodeCount)
    #expect(again.keys(for: .node) == graph.keys(for: .node))
  }
}
