import GraphCore
import GraphFormats
import TestSupport
import Testing

/// Values here and there, which are kept apart from those of rows that follow one another.
@Suite struct AttributeColumnTests {
  private static let types: [AttributeType] = [.int, .double, .string, .boolean]

  private static func value(_ type: AttributeType, _ random: inout SplitMix64) -> AttributeValue {
    switch type {
    case .int: .int(.random(in: .min ... .max, using: &random))
    case .double: .double(.random(in: -1...1, using: &random))
    case .boolean: .boolean(.random(using: &random))
    default: .string("text \(Int.random(in: 0...999, using: &random))")
    }
  }

  @Test(arguments: 0..<40)
  func valuesAnywhereAreFoundAgain(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let type = Self.types[Int(seed) % Self.types.count]
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("v", for: .node, type))
    let nodes = try (0..<600).map { try graph.addNode("\($0)") }
    var expected: [NodeID: AttributeValue] = [:]
    // Few values at first, so that most are far from each other; then many.
    let reach = [5, 60, 600].randomElement(using: &random) ?? 5
    for _ in 0..<Int.random(in: 1...reach, using: &random) {
      let node = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let isRemoved = Int.random(in: 0..<6, using: &random) == 0
      let value = isRemoved ? nil : Self.value(type, &random)
      try graph.setValue(value, of: "v", at: node)
      expected[node] = value
    }
    #expect(nodes.map { graph.value(of: "v", at: $0) } == nodes.map { expected[$0] })
    let written = try GraphMLReader().read(GraphMLWriter().write(graph)).graph
    #expect(written == graph)
    let compact = try GMLReader().read(GMLWriter().write(graph)).graph
    #expect(compact == graph)
  }

  @Test func manyAttributesOfTheLastNodeTakeNoMemoryForTheOthers() throws {
    var graph = PropertyGraph(.directed)
    // 8 bytes for each row of each would be 160 MB.
    for number in 0..<1_000 { try graph.declare(AttributeKey("k\(number)", for: .node, .double)) }
    for number in 0..<20_000 { try graph.addNode("\(number)") }
    let last = try #require(graph.node(withID: "19999"))
    for number in 0..<1_000 { try graph.setValue(.double(1), of: "k\(number)", at: last) }
    #expect(graph.value(of: "k999", at: last) == 1.0)
    #expect(graph.value(of: "k999", at: NodeID(rawValue: 7)) == nil)
  }
}
