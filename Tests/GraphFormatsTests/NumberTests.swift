import GraphCore
import GraphFormats
import TestSupport
import Testing

@Suite struct NumberTests {
  /// Numbers of all kinds: of any bits, of few digits, whole, and next to where the way in which
  /// they are written changes.
  private func numbers(seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    var numbers: [Double] = [0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    for exponent in -6...17 {
      let power = Double("1e\(exponent)") ?? 0
      numbers += [power, power.nextUp, power.nextDown, -power, power * 9.5, power * 0.999]
    }
    for bits in 49...54 {
      let power = Double(sign: .plus, exponent: bits, significand: 1)
      numbers += [power, power - 1, power + 2, power - 0.5, power.nextDown]
    }
    while numbers.count < 4_000 {
      let bits = Double(bitPattern: random.next())
      if bits.isFinite { numbers.append(bits) }
      let digits = Double(random.next() >> UInt64.random(in: 11...62, using: &random))
      let scale = Double("1e\(Int.random(in: 0...19, using: &random))") ?? 1
      numbers += [digits, -digits, digits / scale, (digits / scale).nextUp]
      numbers.append(Double.random(in: 0..<1, using: &random))
    }
    return numbers
  }

  private func written(_ values: [AttributeValue], _ type: AttributeType) throws -> [String] {
    var graph = PropertyGraph(.directed)
    try graph.declare(AttributeKey("value", for: .node, type))
    for (row, value) in values.enumerated() { try graph.addNode("\(row)", ["value": value]) }
    let text = String(decoding: GraphMLWriter().write(graph), as: UTF8.self)
    return text.split(separator: "\n").filter { $0.hasPrefix("      <data key=\"d0\">") }.map {
      String($0.dropFirst(21).dropLast(7))
    }
  }

  private func read(_ texts: [String], _ type: AttributeType) throws -> [AttributeValue?] {
    var file = "<graphml><key id=\"d0\" for=\"node\" attr.name=\"value\" attr.type=\"\(type)\"/>"
    file += "<graph edgedefault=\"directed\">"
    for (row, text) in texts.enumerated() {
      file += "<node id=\"\(row)\"><data key=\"d0\">\(text)</data></node>"
    }
    let graph = try GraphMLReader().read(Array("\(file)</graph></graphml>".utf8)).graph
    return graph.graph.nodes.map { graph.value(of: "value", at: $0) }
  }

  @Test(arguments: 0..<5) func aNumberIsWrittenAsItsDescription(seed: UInt64) throws {
    let numbers = numbers(seed: seed)
    let texts = try written(numbers.map { .double($0) }, .double)
    #expect(texts == numbers.map(\.description))
  }

  @Test(arguments: 0..<5) func aNumberIsReadAsTheNearest(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var texts = numbers(seed: seed).map(\.description)
    // Also with more digits than are needed, and half-way between two numbers.
    for _ in 0..<4_000 {
      let digits = random.next() >> UInt64.random(in: 0...60, using: &random)
      texts.append("\(digits)e\(Int.random(in: -40...40, using: &random))")
      texts.append("0.\(digits)")
      texts.append("\(digits % 1_000).\(random.next())")
    }
    let halves = (0..<500).map { _ in (random.next() >> 10 | 1 << 53 | 1, 0) }
    texts += halves.map { "\($0.0)" } + halves.map { "\($0.0 / 10).\($0.0 % 10)" }
    texts += ["1.00000000000000011102230246251565404236316680908203125", "9007199254740993e-1"]
    let values = try read(texts, .double)
    #expect(values == texts.map { Double($0).map(AttributeValue.double) })
  }

  @Test func wholeNumbersAreWrittenAndReadToTheLastDigit() throws {
    var random = SplitMix64(seed: 1)
    var numbers: [Int64] = [.min, .max, 0, -1, 1, 9, 10, 99, 100, 999, 1_000, 9_999, 10_000]
    for _ in 0..<2_000 {
      numbers.append(Int64(bitPattern: random.next()) >> Int64.random(in: 0...62, using: &random))
    }
    let texts = try written(numbers.map { .long($0) }, .long)
    #expect(texts == numbers.map(\.description))
    let values = try read(texts, .long)
    #expect(values == numbers.map { .long($0) })
  }
}
