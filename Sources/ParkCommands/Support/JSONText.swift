import FoundationEssentials

/// JSON with sorted keys, so that the same result is the same text.
enum JSONText {
  /// How many elements of a list are encoded at a time: a list as a whole would be a tree in memory,
  /// of gigabytes for the million neighbors that a node may have.
  private static let pieceLength = 1000

  /// Passes the text of a value on.
  static func write(
    _ value: some Encodable, to sink: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    try sink(try text(of: value) + "\n")
  }

  /// Passes the text of a list on in pieces, while its elements are made.
  static func write<Element: Encodable>(
    list: some Sequence<Element>, to sink: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var elements = list.makeIterator()
    var start = "["
    while true {
      var piece: [Element] = []
      while piece.count < pieceLength, let element = elements.next() { piece.append(element) }
      guard !piece.isEmpty else { break }
      // Without the brackets, and the line that the last one stands in.
      try sink(start + (try text(of: piece)).dropFirst().dropLast(2))
      start = ","
    }
    try sink(start == "[" ? "[]\n" : "\n]\n")
  }

  private static func text(of value: some Encodable) throws(CommandFailure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw CommandFailure(.software, "can't write the result as JSON: \(error)")
    }
  }
}
