import GraphCore
import GraphFormats
import TestSupport
import Testing

/// Which type an attribute has when its file doesn't say.
@Suite struct AttributeTypeTests {
  /// The type that holds all values, and the values in it, found in the plainest way.
  private static func settled(
    _ values: [AttributeValue?]
  ) -> (type: AttributeType, values: [AttributeValue?]) {
    let types = Set(values.compactMap { $0?.type })
    guard types.count > 1 else { return (types.first ?? .string, values) }
    let numbers = values.map { value in
      if case .long(let whole)? = value { return Double(exactly: whole).map(AttributeValue.double) }
      return value
    }
    if types == [.long, .double], zip(values, numbers).allSatisfy({ ($0 == nil) == ($1 == nil) }) {
      return (.double, numbers)
    }
    return (.string, values.map { value in value.map { .string($0.text) } })
  }

  private static func value(_ kind: Int, _ random: inout SplitMix64) -> AttributeValue? {
    switch kind {
    case 0: nil
    case 1: .long(.random(in: -5...5, using: &random))
    case 2: .double(.random(in: -1...1, using: &random))
    case 3: .long((1 << 53) + .random(in: -2...2, using: &random))
    case 4: .string(["", "a", "0", "1.5", "true"].randomElement(using: &random) ?? "")
    case 5: .boolean(.random(using: &random))
    default: .double(Double(Int.random(in: -3...3, using: &random)))
    }
  }

  @Test(arguments: 0..<400)
  func jsonHasTheTypeThatHoldsAllValues(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let kinds = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      Int.random(in: 0...6, using: &random)
    }
    let values = (0..<Int.random(in: 1...80, using: &random)).map { _ in
      Self.value(kinds[Int.random(in: 0..<kinds.count, using: &random)], &random)
    }
    let nodes = values.enumerated().map { number, value -> String in
      let text =
        switch value {
        case nil: "null"
        case .string(let text)?: "\"\(text)\""
        case let value?: value.text
        }
      return #"{"id": "\#(number)", "v": \#(text)}"#
    }
    let text = #"{"nodes": [\#(nodes.joined(separator: ", "))], "edges": []}"#
    let graph = try JSONReader().read(Array(text.utf8)).graph
    let expected = Self.settled(values)
    #expect(graph.nodes.map { graph.value(of: "v", at: $0) } == expected.values)
    if values.contains(where: { $0 != nil }) {
      #expect(graph.key("v", for: .node)?.type == expected.type)
    }
  }

  @Test func declarationsMayComeAfterValuesOfSeveralTypes() throws {
    let text = """
      graph [
        node [ id 1 a 1 b 1 c 0 d 7 e "9223372036854775807" ]
        node [ id 2 a 2.5 b "x" c 1 d 1.5 e 3 ]
        attributes [
          attribute [ for "node" name "a" type "double" ]
          attribute [ for "node" name "b" type "string" ]
          attribute [ for "node" name "c" type "boolean" ]
          attribute [ for "node" name "dd" type "string" key "d" ]
          attribute [ for "node" name "e" type "long" ]
        ]
      ]
      """
    let graph = try GMLReader().read(Array(text.utf8)).graph
    func values(_ name: String) -> [AttributeValue?] {
      graph.nodes.map { graph.value(of: name, at: $0) }
    }
    #expect(values("a") == [1.0, 2.5] && values("b") == ["1", "x"])
    #expect(values("c") == [false, true])
    #expect(values("dd") == ["7", "1.5"])
    #expect(values("e") == [.long(.max), .long(3)])
  }

  @Test func edgesToNodesThatAreNotDeclaredKeepTheirValues() throws {
    let text = """
      graph [
        node [ id 1 ] node [ id 2 ]
        edge [ source 1 target 2 w 1 ] edge [ source 1 target 9 w 2 ] edge [ source 2 target 1 w 3 ]
      ]
      """
    let reading = try GMLReader(options: ReadingOptions(isLenient: true)).read(Array(text.utf8))
    let graph = reading.graph
    #expect(graph.edges.map { graph.value(of: "w", at: $0) } == [.long(1), .long(2), .long(3)])
    #expect(graph.node(withID: "9") != nil)
    #expect(reading.remarks.count == 1)
  }
}

extension PropertyGraph {
  fileprivate var nodes: [NodeID] { Array(graph.nodes) }
  fileprivate var edges: [EdgeID] { Array(graph.edges) }
}
