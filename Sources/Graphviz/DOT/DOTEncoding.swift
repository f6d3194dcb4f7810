/// Finds out how a DOT file is encoded.
enum DOTEncoding {
  /// The names that Graphviz takes for Latin-1 and Big5 in the attribute `charset`.
  private static let latin1Names: Set<String> = [
    "latin-1", "latin1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100",
  ]
  private static let big5Names: Set<String> = ["big-5", "big5"]

  /// The graph in a file, whose `charset` is only known once it is read.
  static func graph(of bytes: [UInt8]) throws(GraphvizError) -> DOTGraph {
    guard bytes.count <= Limits.dotBytes else {
      throw GraphvizError(.limitExceeded, "the text has more than \(Limits.dotBytes) bytes")
    }
    if let text = try utf16(bytes) { return try DOTGraph(text) }
    try refuseNUL(bytes)
    let graph = try DOTParser.graph(in: repaired(bytes))
    guard let charset = graph.attributes["charset"], bytes.contains(where: { $0 >= 0x80 }) else {
      return graph
    }
    let name = charset.text.lowercased()
    if latin1Names.contains(name) { return try DOTParser.graph(in: latin1(bytes[...])) }
    guard !big5Names.contains(name) else {
      var error = GraphvizError(
        .unsupported, "the text is in Big5; convert it first: iconv -f BIG5 -t UTF-8",
        attribute: "charset")
      error.line = charset.line
      error.column = charset.column
      throw error
    }
    return graph
  }

  static func refuseNUL(_ bytes: [UInt8]) throws(GraphvizError) {
    guard let place = bytes.firstIndex(of: 0) else { return }
    var error = GraphvizError(.invalidDOT, "the text holds the character NUL; take it out")
    let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    error.line = 1 + bytes[..<start].count { $0 == UInt8(ascii: "\n") }
    error.column = 1 + bytes[start..<place].count { $0 & 0xC0 != 0x80 }
    throw error
  }

  private static func latin1(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
  }

  /// The bytes with those that are no UTF-8 taken for Latin-1, as Graphviz does.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var place = 0
    while place < bytes.count {
      let length = sequenceLength(bytes[place])
      let end = min(place + max(1, length), bytes.count)
      let isValid =
        length > 0 && place + length <= bytes.count
        && String(validating: bytes[place..<end], as: UTF8.self) != nil
      if isValid {
        result += bytes[place..<end]
        place = end
      } else {
        result += latin1(bytes[place...place])
        place += 1
      }
    }
    return result
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }

  /// The text, if the bytes are UTF-16: told by the byte order mark, or by a first character of
  /// ASCII with a zero byte before or behind it.
  private static func utf16(_ bytes: [UInt8]) throws(GraphvizError) -> String? {
    guard bytes.count >= 2 else { return nil }
    let isLittle: Bool
    var start = 2
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): isLittle = true
    case (0xFE, 0xFF): isLittle = false
    case (1..<0x80, 0): (isLittle, start) = (true, 0)
    case (0, 1..<0x80): (isLittle, start) = (false, 0)
    default: return nil
    }
    let units = stride(from: start, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self)
    else {
      throw GraphvizError(
        .invalidDOT, "the text begins like UTF-16 but is not valid; convert it to UTF-8 first")
    }
    return text
  }
}
