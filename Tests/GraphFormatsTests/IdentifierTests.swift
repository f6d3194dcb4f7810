import GraphCore
import GraphFormats
import TestSupport
import Testing

@Suite struct IdentifierTests {
  @Test func identifiersThatCountOnAreFoundAmongThoseThatLookLikeIt() throws {
    var graph = PropertyGraph(.directed)
    for number in 7...1_200 { try graph.addNode("n\(number)") }
    let others = [
      "n", "n07", "n007", "n6", "n1201x", "n+8", "n8 ", " n8", "N8", "8", "n-8", "n8.0", "n８",
      "n18446744073709551624", "n0000000000000000000000000000008", "n1202", "",
    ]
    for id in others { #expect(graph.node(withID: id) == nil, "\(id)") }
    for id in others { try graph.addNode(id) }
    #expect((7...1_200).allSatisfy { graph.node(withID: "n\($0)")?.rawValue == UInt32($0 - 7) })
    for (place, id) in others.enumerated() {
      #expect(graph.node(withID: id)?.rawValue == UInt32(1_194 + place), "\(id)")
    }
    #expect(throws: PropertyGraphError.duplicateNode("n8")) { try graph.addNode("n8") }
    #expect(throws: PropertyGraphError.duplicateNode("n07")) { try graph.addNode("n07") }
  }

  @Test(arguments: 0..<60) func everyIdentifierIsFoundAndNoOther(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let prefixes = ["", "n", "0", "n0", "9", "e::"]
    let prefix = prefixes[Int(seed) % prefixes.count]
    let first = Int.random(in: 0...12, using: &random)
    var graph = PropertyGraph(.directed)
    var known: [String: UInt32] = [:]
    for step in 0..<150 {
      // Mostly the next one, now and then another, perhaps one that comes later in the series.
      let isNext = Int.random(in: 0..<10, using: &random) > 0
      let number = isNext ? first + step : Int.random(in: 0...200, using: &random)
      let id = (isNext ? prefix : prefixes[Int.random(in: 0..<6, using: &random)]) + "\(number)"
      if known[id] == nil {
        known[id] = try graph.addNode(id).rawValue
      } else {
        #expect(throws: PropertyGraphError.duplicateNode(id)) { try graph.addNode(id) }
      }
    }
    let asked = (prefixes + ["00", "n00"]).flatMap { prefix in (0...220).map { "\(prefix)\($0)" } }
    #expect(asked.filter { graph.node(withID: $0)?.rawValue != known[$0] } == [])
  }

  @Test(arguments: 0..<100) func textsOfAnyLengthAreWrittenWithTheirReferences(seed: UInt64) throws
  {
    var random = SplitMix64(seed: seed)
    let characters = Array("abcdefghijk&<>\"'\t\n\r%$=?;火é\u{7F}")
    func text(_ length: Int) -> String {
      String(
        (0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &random)] })
    }
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("text", for: .node, .string))
    var ids: [String] = []
    for length in 0..<40 {
      let id = "\(length):\(text(length))"
      try graph.addNode(id, ["text": .string(text(length))])
      ids.append(id)
    }
    let nodes = Array(graph.graph.nodes)
    for place in nodes.indices { try graph.addEdge(from: nodes[place], to: nodes[39 - place]) }
    let file = GraphMLWriter().write(graph)
    let copy = try GraphMLReader().read(file).graph
    #expect(copy.graph.nodes.map { copy.graph[$0].id } == ids)
    #expect(
      nodes.map { copy.value(of: "text", at: $0) } == nodes.map { graph.value(of: "text", at: $0) })
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
    let edges = lines.filter { $0.hasPrefix("    <edge") }
    #expect(
      edges
        == ids.indices.map { place in
          "    <edge id=\"e\(place)\" source=\"\(escaped(ids[place]))\" "
            + "target=\"\(escaped(ids[39 - place]))\"/>"
        }.map { Substring($0) })
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t": result += "&#9;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
