import Foundation
import GraphCore
import GraphFormats
import Testing

@Suite struct GMLReaderTests {
  private func read(_ text: String, lenient: Bool = false) throws -> Reading {
    try GMLReader(options: ReadingOptions(isLenient: lenient)).read(Array(text.utf8))
  }

  @Test func exampleOfTheDocumentation() throws {
    let text = "graph [ node [ id 1 label \"Torch\" ] node [ id 2 ] edge [ source 1 target 2 ] ]"
    let graph = try GMLReader().read(Array(text.utf8)).graph
    #expect(graph.node(withID: "1").flatMap { graph.value(of: "label", at: $0) } == "Torch")
  }

  @Test func latinTextIsReadWhereUTF8Fails() throws {
    let bytes = Array("graph [ node [ id 1 label \"B".utf8) + [0xFC] + Array("ro\" ] ]".utf8)
    let reading = try GMLReader().read(bytes)
    let node = try #require(reading.graph.node(withID: "1"))
    #expect(reading.graph.value(of: "label", at: node) == "Büro")
    #expect(reading.remarks.map(\.position) == [TextPosition(line: 1, column: 27)])
  }

  @Test func numbersOfEveryForm() throws {
    let reading = try read(
      """
      graph [ node [ id 1 a 1. b .5 c +7 d -INF e NAN f 1E5 g 007 h 9223372036854775807
      i 9223372036854775808 j -0 ] ]
      """)
    let node = try #require(reading.graph.node(withID: "1"))
    func value(_ name: String) -> AttributeValue? { reading.graph.value(of: name, at: node) }
    #expect(value("a") == 1.0 && value("b") == 0.5 && value("c") == .long(7))
    #expect(value("d") == .double(-.infinity) && value("f") == 100_000.0)
    #expect(value("g") == .long(7) && value("h") == .long(.max))
    #expect(value("i") == "9223372036854775808" && value("j") == .long(0))
    guard case .double(let number)? = value("e") else { throw TestFailure() }
    #expect(number.isNaN)
  }

  /// What follows on a quote may be in the next piece of the file.
  @Test func quotesWithinTextsAtTheEndOfAPiece() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "quotes-\(UUID()).gml")
    defer { try? FileManager.default.removeItem(at: file) }
    let start = "graph [ node [ id 1 label \""
    for distance in 0..<12 {
      let filling = String(
        repeating: "x", count: ByteStream.pieceSize - start.utf8.count - distance)
      let text = start + filling + "\"y\" z\" weight 5 ]\n node [ id 2 ] ]"
      try Data(text.utf8).write(to: file)
      let graph = try GMLReader().read(ByteStream(contentsOf: file.path())).graph
      let node = try #require(graph.node(withID: "1"))
      #expect(graph.value(of: "label", at: node) == .string(filling + "\"y\" z"))
      #expect(graph.value(of: "weight", at: node) == .long(5))
      #expect(graph.graph.nodeCount == 2)
    }
  }

  @Test func edgesOfOurFilesMayComeBeforeTheirNodes() throws {
    let reading = try read(
      """
      graph [ identifier "label"
      edge [ source 0 target 1 weight 2 ] node [ id 0 label "torch" ]
      edge [ source 1 target 0 weight 3 ] node [ id 1 label "unsw" gid 0 ]
      edge [ source 1 target 2 weight 4 ] node [ id 2 ] edge [ source 0 target 2 weight 5 ] ]
      """)
    let graph = reading.graph
    let ends = graph.graph.edges.map { edge -> String in
      let ends = graph.graph.endpoints(of: edge)
      return "\(graph.graph[ends.source].id) \(graph.graph[ends.target].id)"
    }
    #expect(Set(ends) == ["torch unsw", "unsw torch", "unsw 2", "torch 2"])
    let unsw = try #require(graph.node(withID: "unsw"))
    #expect(graph.parent(of: unsw) == graph.node(withID: "torch"))
    let weights = graph.graph.edges.map { graph.value(of: "weight", at: $0) }
    #expect(Set(weights) == [.long(2), .long(3), .long(4), .long(5)])
  }

  @Test func edgesLeadToTheLastNodeOfANumber() throws {
    let text = """
      graph [ identifier "label" node [ id 0 label "a" ] edge [ source 0 target 0 ]
      node [ id 0 label "b" ] edge [ source 0 target 0 ] ]
      """
    #expect(throws: ReadingError.self) { try read(text) }
    let graph = try read(text, lenient: true).graph
    let sources = graph.graph.edges.map { graph.graph[graph.graph.endpoints(of: $0).source].id }
    #expect(sources == ["a", "b"])
  }

  @Test func entitiesAreTakenByteByByte() throws {
    let reading = try read(
      "graph [ node [ id 1 t \"&amp;\u{301} &lt;&#x41;&#49;& &nope; &; &amp\" ] ]")
    let node = try #require(reading.graph.node(withID: "1"))
    #expect(reading.graph.value(of: "t", at: node) == "&\u{301} <A1& &nope; &; &amp")
    #expect(reading.remarks.count == 1)
  }

  @Test func tooManyKeysAreRefused() throws {
    var options = ReadingOptions(isLenient: true)
    options.limits.keys = 20
    // Nodes without an identifier are passed over, and yet their keys are remembered.
    let nodes = (0..<30).map { "node [ k\($0) 1 ]" }.joined(separator: " ")
    let error = #expect(throws: ReadingError.self) {
      try GMLReader(options: options).read(Array("graph [ \(nodes) ]".utf8))
    }
    #expect(error?.reason == .limitExceeded)
  }

  @Test func deepListsAreRefused() {
    let deep = "graph [ node [ id 1 " + String(repeating: "a [ ", count: 100_000)
    do throws(ReadingError) {
      _ = try GMLReader().read(Array(deep.utf8))
      Issue.record("read")
    } catch {
      #expect(error.reason == .limitExceeded)
    }
  }

  private struct TestFailure: Error {}
}
