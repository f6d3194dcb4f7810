import Foundation
import GraphCore
import GraphFormats
import Testing

/// The examples of the documentation that no other test has.
@Suite struct ExampleTests {
  /// Runs a body with the path of a file.
  private func with(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "parkgraph-example-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path())
  }

  private func parks() throws -> PropertyGraph {
    var parks = PropertyGraph(.undirected)
    try parks.declare(AttributeKey("label", for: .node, .string))
    try parks.declare(AttributeKey("weight", for: .edge, .double))
    let torch = try parks.addNode("torch-center", ["label": "火炬中心"])
    let sydney = try parks.addNode("unsw", ["label": "UNSW"])
    try parks.addEdge(from: torch, to: sydney, ["weight": 1.0])
    let bytes = GraphMLWriter().write(parks)
    #expect(try GraphMLReader().read(bytes).graph.value(of: "label", at: torch) == "火炬中心")
    return parks
  }

  @Test func graphMLAndLosses() throws {
    let graph = try parks()
    try with(GraphMLWriter().write(graph)) { path in
      let reading = try GraphMLReader().read(ByteStream(contentsOf: path))
      #expect(reading.graph.graph.nodeCount == 2)
      for remark in reading.remarks { print(remark) }
      let writer = GEXFWriter()
      for loss in writer.losses(of: reading.graph) { print("GEXF has no place for \(loss)") }
      let target = path + ".gexf"
      defer { try? FileManager.default.removeItem(atPath: target) }
      try writer.write(reading.graph, toFile: target)
      #expect(try GEXFReader().read(ByteStream(contentsOf: target)).graph.graph.nodeCount == 2)
    }
    let writer = GraphMLWriter()
    for loss in writer.losses(of: graph) { print("GraphML can't hold \(loss)") }
    let bytes = writer.write(graph)
    #expect(!bytes.isEmpty)
  }

  @Test func timeOfGEXF() throws {
    let text =
      #"<gexf version="1.3"><graph mode="dynamic" timeformat="date"><nodes/></graph></gexf>"#
    try with(Array(text.utf8)) { path in
      let reading = try GEXFReader().read(ByteStream(contentsOf: path))
      #expect(reading.graph.timeScale?.format == "date")
    }
  }

  @Test func edgeList() throws {
    try with(Array("torch-center  unsw  1.5\ntorch-center  火炬中心  2\n".utf8)) { path in
      var reader = EdgeListReader()
      reader.weights = .strength
      let list = try reader.read(contentsOf: path)
      #expect(list.graph.edgeCount == 2)
      #expect(list.names[0] == "torch-center")
    }
  }

  @Test func table() throws {
    let text = "source,target,weight\ntorch,unsw,1.5\n"
    let graph = try CSVReader().read(Array(text.utf8)).graph
    #expect(graph.keys(for: .edge).map(\.type) == [.double])
  }

  @Test func bytes() throws {
    var stream = ByteStream(Array("parks".utf8))
    #expect(try stream.next() == [112, 97, 114, 107, 115])
    #expect(try stream.next() == nil)
  }
}
