/// Texts in quotes.
extension GMLScanner {
  private static let notQuote = ByteSet { $0 != UInt8(ascii: "\"") }

  /// Reads a text in quotes.
  mutating func takeText() throws(ReadingError) {
    let place = cursor.position
    text.removeAll(keepingCapacity: true)
    cursor.advance()
    repeat {
      try cursor.take(Self.notQuote, into: &text, limit: options.limits.valueBytes)
      guard try cursor.next() != nil else {
        throw ReadingError(
          .syntax, at: place, "the text that begins here has no end; end it with a double quote")
      }
    } while try goesOn(from: place)
    decodeText(at: place)
  }

  /// Makes a text UTF-8, and its entities characters.
  mutating func decodeText(at place: TextPosition) {
    var isASCII = true
    var hasEntities = false
    for byte in text {
      if byte >= 0x80 { isASCII = false }
      if byte == UInt8(ascii: "&") { hasEntities = true }
    }
    if !isASCII, String(validating: text, as: UTF8.self) == nil {
      if remarks.isFirst("encoding") {
        remarks.append(at: place, "the text is not UTF-8: such texts are read as ISO 8859-1")
      }
      var latin = String.UnicodeScalarView()
      for byte in text { latin.append(Unicode.Scalar(byte)) }
      text = Array(String(latin).utf8)
    }
    if hasEntities {
      for name in GMLEntities.decode(&text) {
        remarks.append(at: place, "a text has the unknown entity “&\(name);”: kept as it is")
      }
    }
  }

  /// Whether a text goes on after the quote that was read last, which is then a part of it.
  ///
  /// graph-tool puts a backslash before such a quote, R's igraph nothing.
  private mutating func goesOn(from start: TextPosition) throws(ReadingError) -> Bool {
    guard let next = try cursor.peek(), Self.notLineEnd.contains(next) else { return false }
    let isEscaped = !isByLine && text.last == UInt8(ascii: "\\")
    // Enough for the names and numbers of any program.
    let rest = try cursor.ahead(512)
    guard !GMLTextEnd.isEnd(before: rest, isEscaped: isEscaped, isByLine: isByLine) else {
      return false
    }
    if isEscaped {
      text.removeLast()
    } else {
      try noteInnerQuote(from: start)
    }
    text.append(UInt8(ascii: "\""))
    return true
  }

  /// Says of a quote within a text that it is one, where it can be nothing else.
  private mutating func noteInnerQuote(from start: TextPosition) throws(ReadingError) {
    let place = TextPosition(line: cursor.position.line, column: cursor.position.column - 1)
    let outcome = "taken as part of it"
    guard isByLine || options.isLenient || place.line == start.line else {
      throw ReadingError(
        .syntax, at: place,
        "a quote stands inside of the text that begins at \(start); end the text there, or write the "
          + "quote as “&quot;”, or read leniently: \(outcome)")
    }
    if remarks.isFirst("quote") {
      remarks.append(
        at: place, "a quote stands inside of a text: \(outcome), as are others like it")
    }
  }
}
