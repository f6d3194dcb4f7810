import GraphCore
import GraphFormats
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String, lenient: Bool = false) throws -> Reading {
    try JSONReader(options: ReadingOptions(isLenient: lenient)).read(Array(text.utf8))
  }

  @Test func exampleOfTheDocumentation() throws {
    let text =
      #"{"nodes": [{"id": "torch"}, {"id": "unsw"}], "links": [{"source": 0, "target": 1}]}"#
    let reading = try JSONReader().read(Array(text.utf8))
    #expect(reading.graph.graph.edgeCount == 1)
  }

  @Test func anIdentifierMayBeAnyValue() throws {
    let reading = try read(
      #"""
      {"nodes": [{"id": 1}, {"id": 2.5}, {"id": [1, "a"]}, {"id": true}, {"id": "x"}],
       "edges": [{"source": 1, "target": [1, "a"]}, {"source": true, "target": 2.5}]}
      """#)
    let ids = reading.graph.graph.nodes.map { reading.graph.graph[$0].id }
    #expect(ids == ["1", "2.5", #"[1,"a"]"#, "true", "x"])
    #expect(reading.graph.graph.edgeCount == 2)
  }

  @Test func numbersKeepTheirPrecision() throws {
    let reading = try read(
      #"{"nodes": [{"id": "a", "n": 9007199254740993, "x": 1e400, "y": -0}], "edges": []}"#)
    let node = try #require(reading.graph.node(withID: "a"))
    #expect(reading.graph.value(of: "n", at: node) == .long(9_007_199_254_740_993))
    #expect(reading.graph.value(of: "x", at: node) == .double(.infinity))
    #expect(reading.graph.value(of: "y", at: node) == .double(-0.0))
  }

  @Test func aFileComesInPieces() throws {
    let names = (0..<40_000).map { #"{"id": "node \#($0)", "名": "火炬"}"# }
    let text = #"{"links": [{"source": "node 0", "target": "node 39999"}], "nodes": ["#
    let reading = try read("\u{FEFF}" + text + names.joined(separator: ",\n") + "]}")
    #expect(reading.graph.graph.nodeCount == 40_000 && reading.graph.graph.edgeCount == 1)
  }

  @Test func whatCytoscapeSaysTwiceIsReadOnce() throws {
    let reading = try read(
      #"""
      {"elements": {
        "nodes": [
          {"data": {"id": "62", "name": "A", "selected": false}, "selected": false},
          {"data": {"id": "63", "selected": true}, "position": {"x": 1, "y": 2}, "selected": false}
        ],
        "edges": [
          {"data": {"id": "65", "source": "62", "target": "63", "selected": false},
           "selected": false}
        ]}}
      """#)
    let (first, second) = (reading.graph.node(withID: "62"), reading.graph.node(withID: "63"))
    #expect(reading.graph.value(of: "selected", at: try #require(first)) == .boolean(false))
    #expect(reading.graph.value(of: "selected", at: try #require(second)) == .boolean(true))
    #expect(reading.graph.value(of: "position.x", at: try #require(second)) == .long(1))
    #expect(reading.remarks.count == 1)
  }

  @Test func limitsHold() {
    var options = ReadingOptions()
    options.limits.nodes = 1
    #expect(throws: ReadingError.self) {
      try JSONReader(options: options).read(Array(#"{"nodes": [{"id": 1}, {"id": 2}]}"#.utf8))
    }
    let deep = #"{"nodes": [{"id": "# + String(repeating: "[", count: 100_000)
    do throws(ReadingError) {
      _ = try JSONReader().read(Array(deep.utf8))
      Issue.record("read")
    } catch {
      #expect(error.reason == .limitExceeded)
    }
  }
}
