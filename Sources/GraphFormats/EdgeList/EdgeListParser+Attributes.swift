/// Attributes behind an edge, as NetworkX writes them: `{'weight': 5.0, 'since': 2016}`.
extension EdgeListParser {
  /// Whether attributes stand here.
  @inline(__always)
  static func isAttributes(_ next: UnsafePointer<UInt8>) -> Bool {
    next.pointee == UInt8(ascii: "{")
  }

  /// Reads the weight among the attributes, and goes behind them.
  @inline(never)
  func weightInAttributes(
    _ next: inout UnsafePointer<UInt8>, _ place: Place
  ) throws(EdgeListError) -> Double {
    let start = next
    let value = try value(of: reader.weightName, &next, place)
    guard let value, let first = value.baseAddress else {
      throw EdgeListError(
        .syntax, line: place.line, column: place.column(of: start),
        "found attributes without '\(reader.weightName)', expected a weight, which is a number",
        advice: "give every line one")
    }
    return try number(first, count: value.count, place)
  }

  /// The text of the value with a name, `nil` if there is none of it; goes behind the attributes.
  ///
  /// Names and values are texts in either sort of quotes or words; values may be lists and the like
  /// of those, whose commas and braces are theirs.
  func value(
    of name: String, _ next: inout UnsafePointer<UInt8>, _ place: Place
  ) throws(EdgeListError) -> UnsafeBufferPointer<UInt8>? {
    var found: UnsafeBufferPointer<UInt8>?
    next += 1
    Self.skipBlanks(&next)
    while next.pointee != UInt8(ascii: "}") {
      let key = try item(upTo: UInt8(ascii: ":"), &next, place)
      guard next.pointee == UInt8(ascii: ":") else {
        throw place.unexpected(
          next, "a colon behind the name of an attribute", advice: "write {'name': value, …}")
      }
      next += 1
      Self.skipBlanks(&next)
      let value = try item(upTo: UInt8(ascii: ","), &next, place)
      if Self.unquoted(key).elementsEqual(name.utf8) { found = value }
      guard next.pointee == UInt8(ascii: ",") else { break }
      next += 1
      Self.skipBlanks(&next)
    }
    guard next.pointee == UInt8(ascii: "}") else {
      throw place.unexpected(
        next, "a brace that ends the attributes", advice: "write {'name': value, …}")
    }
    next += 1
    return found
  }

  /// Reads up to a mark, or the brace that ends the attributes, and leaves blanks at the end out.
  private func item(
    upTo mark: UInt8, _ next: inout UnsafePointer<UInt8>, _ place: Place
  ) throws(EdgeListError) -> UnsafeBufferPointer<UInt8> {
    let start = next
    var depth = 0
    var quote: UInt8?
    while Self.kind(of: next.pointee).rawValue < Kind.lineEnd.rawValue {
      let byte = next.pointee
      if let open = quote {
        if byte == UInt8(ascii: "\\"), Self.kind(of: next[1]).rawValue < Kind.lineEnd.rawValue {
          next += 1
        } else if byte == open {
          quote = nil
        }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if depth == 0, byte == mark || byte == UInt8(ascii: "}") {
        break
      } else if "{[(".utf8.contains(byte) {
        depth += 1
      } else if "}])".utf8.contains(byte) {
        depth -= 1
      }
      next += 1
    }
    if Self.kind(of: next.pointee) == .illegal {
      throw place.unexpected(next, "text", advice: "take it out")
    }
    var count = next - start
    while count > 0, Self.kind(of: start[count - 1]) == .blank { count -= 1 }
    return UnsafeBufferPointer(start: start, count: count)
  }

  /// A text without its quotes; what is escaped in it stays so.
  private static func unquoted(_ text: UnsafeBufferPointer<UInt8>) -> Slice<
    UnsafeBufferPointer<UInt8>
  > {
    guard text.count > 1, let first = text.first, first == text.last,
      first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    else { return text[...] }
    return text[1..<(text.count - 1)]
  }
}
