import Foundation
import Testing

@testable import ParkCommands

/// JSON as other programs read it.
@Suite struct JSONTextTests {
  private struct Pair: Encodable {
    var zeta: String
    var alpha: [Double]
    var beta: Int?
  }

  private func text(_ value: some Encodable) throws -> String {
    var text = ""
    try JSONText.write(value) { (piece) throws(CommandFailure) in text += piece }
    return text
  }

  @Test func keysAreInOrderAndValuesIndented() throws {
    let pairs = [Pair(zeta: "z", alpha: [1, 0.5, -1e300], beta: nil)]
    #expect(
      try text(["pairs": pairs]) == """
        {
          "pairs" : [
            {
              "alpha" : [
                1,
                0.5,
                -1e+300
              ],
              "zeta" : "z"
            }
          ]
        }

        """)
  }

  @Test func whatIsEmptyTakesOneLine() throws {
    #expect(try text([Int]()) == "[]\n")
    #expect(try text([String: Int]()) == "{}\n")
    #expect(
      try text([[Int](), []]) == """
        [
          [],
          []
        ]

        """)
  }

  @Test func numbersThatJSONHasNoFormForAreTexts() throws {
    let values = [Double.nan, .infinity, -.infinity, -0.0, 3, 1e16, .leastNonzeroMagnitude]
    #expect(
      try text(values) == """
        [
          "NaN",
          "Infinity",
          "-Infinity",
          -0,
          3,
          1e+16,
          5e-324
        ]

        """)
  }

  @Test func anyTextComesBack() throws {
    let texts = (0..<0x250).compactMap(Unicode.Scalar.init).map(String.init)
    let all = texts + [texts.joined(), "", "火炬中心", "e\u{301}", "👩‍🔬", "\u{2028}\u{FFFF}\u{10FFFF}"]
    let back = try JSONDecoder().decode([String].self, from: Data(text(all).utf8))
    #expect(zip(all, back).allSatisfy { $0.unicodeScalars.elementsEqual($1.unicodeScalars) })
    #expect(back.count == all.count)
  }

  /// Everything that Foundation's encoder does, and no tree of it in memory.
  @Test func isWhatFoundationWrites() throws {
    struct Mixture: Encodable {
      var small: Int8 = -1
      var large: UInt64 = .max
      var float: Float = 0.1
      var isIt = true
      var nothing: Int? = Int?.none
      var deep: [[String: [Bool?]]] = [["b": [nil, true], "a": [false]], ["c": [nil]]]

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(small, forKey: .small)
        try container.encodeNil(forKey: .nothing)
        var list = container.nestedUnkeyedContainer(forKey: .list)
        var inner = list.nestedContainer(keyedBy: Key.self)
        try inner.encode(large, forKey: .large)
        try inner.encode(float, forKey: .float)
        try list.encode(isIt)
        try list.encodeNil()
        try deep.encode(to: list.superEncoder())
        var last = container.nestedContainer(keyedBy: Key.self, forKey: .last)
        try last.encode(deep, forKey: .deep)
        try "x".encode(to: container.superEncoder())
      }

      enum Key: String, CodingKey { case small, large, float, deep, list, last, nothing }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let expected = String(decoding: try encoder.encode([Mixture()]), as: UTF8.self) + "\n"
    #expect(try text([Mixture()]) == expected)
  }

  @Test func aLongListIsPassedOnInPieces() throws {
    var pieces: [String] = []
    try JSONText.write(JSONList((0..<100_000).lazy.map { ["n": $0] })) {
      (piece) throws(CommandFailure) in pieces.append(piece)
    }
    #expect(pieces.count > 10)
    let back = try JSONDecoder().decode([[String: Int]].self, from: Data(pieces.joined().utf8))
    #expect(back.map { $0["n"] } == Array(0..<100_000))
  }

  @Test func whenNothingMoreIsTakenWritingEnds() throws {
    var made = 0
    let list = JSONList(
      (0..<1_000_000).lazy.map { number in
        made += 1
        return number
      })
    #expect(throws: CommandFailure.self) {
      try JSONText.write(list) { (_) throws(CommandFailure) in
        throw CommandFailure(.ioError, "full")
      }
    }
    #expect(made < 100_000)
  }
}
