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
