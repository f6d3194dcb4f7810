import GraphCore
import GraphDOT
import GraphFormats
import TestSupport
import Testing

@Suite struct DOTRoundTripTests {
  @Test(arguments: 0..<400) func dotIsReadBackAsItWasWritten(seed: Int) throws {
    // DOT has no empty texts, and no names with a backslash before a quote or at their end; names
    // that Unicode takes for the same are one node.
    let unwanted: Set<String> = ["", "\\", "\\\"", "e\u{301}"]
    let graph = try HostileGraphs.graph(
      seed: UInt64(seed), isNested: seed % 5 == 0, without: unwanted)
    let bytes = DOTWriter().write(graph)
    let reading = try DOTReader().read(bytes)
    #expect(reading.remarks == [])
    let isSame = reading.graph == graph
    let isSameFile = DOTWriter().write(reading.graph) == bytes
    #expect(isSame && isSameFile, "\(String(decoding: bytes, as: UTF8.self))")
  }

  @Test func whatDOTCannotWriteIsNamed() throws {
    var graph = PropertyGraph(.directed)
    try graph.addNode("C:\\parks\\")
    #expect(DOTWriter().losses(of: graph) == [.finerTexts])
  }
}
