import Foundation
import Testing

@testable import ParkCommands

/// JSON as other programs read it.
@Suite struct JSONTextTests {
  private func text(list: some Sequence<some Encodable>) throws -> String {
    var text = ""
    try JSONText.write(list: list) { (piece) throws(CommandFailure) in text += piece }
    return text
  }

  @Test(arguments: [1, 2, 999, 1000, 1001, 2500])
  func aListInPiecesIsTheTextOfTheWhole(_ count: Int) throws {
    let list = (0..<count).map { ["name": "\($0)", "count": "[\n]"] }
    var whole = ""
    try JSONText.write(list) { (piece) throws(CommandFailure) in whole += piece }
    #expect(try text(list: list) == whole)
  }

  @Test func aListOfNothingTakesOneLine() throws {
    #expect(try text(list: [Int]()) == "[]\n")
  }

  @Test func numbersThatJSONHasNoFormForAreTexts() throws {
    #expect(
      try text(list: [Double.nan, .infinity, -.infinity, 3]) == """
        [
          "NaN",
          "Infinity",
          "-Infinity",
          3
        ]

        """)
  }

  @Test func aLongListIsPassedOnInPieces() throws {
    var pieces: [String] = []
    try JSONText.write(list: (0..<100_000).lazy.map { ["n": $0] }) {
      (piece) throws(CommandFailure) in pieces.append(piece)
    }
    #expect(pieces.count > 10)
    let back = try JSONDecoder().decode([[String: Int]].self, from: Data(pieces.joined().utf8))
    #expect(back.map { $0["n"] } == Array(0..<100_000))
  }

  @Test func whenNothingMoreIsTakenWritingEnds() throws {
    var made = 0
    let list = (0..<1_000_000).lazy.map { number in
      made += 1
      return number
    }
    #expect(throws: CommandFailure.self) {
      try JSONText.write(list: list) { (_) throws(CommandFailure) in
        throw CommandFailure(.ioError, "full")
      }
    }
    #expect(made < 100_000)
  }
}
