/// XML that is being written.
extension ByteOutput {
  /// Appends a text of a table.
  @inline(__always)
  mutating func append(_ entry: XMLTexts.Entry, of texts: borrowing XMLTexts) {
    let length = entry[XMLTexts.Entry.scalarCount - 1]
    if length == XMLTexts.long { return texts.withLong(entry) { append($0) } }
    append(entry, count: Int(length))
  }

  /// Appends the text of an element.
  mutating func appendText(_ text: String) {
    var text = text
    text.withUTF8 { appendText($0) }
  }

  /// Appends the text of an element.
  mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>) {
    appendEscaped(bytes, inAttribute: false)
  }

  /// Appends the value of an XML attribute.
  mutating func appendAttribute(_ text: String) {
    var text = text
    text.withUTF8 { appendAttribute($0) }
  }

  /// Appends the value of an XML attribute.
  mutating func appendAttribute(_ bytes: UnsafeBufferPointer<UInt8>) {
    appendEscaped(bytes, inAttribute: true)
  }

  /// Appends ` name="value"`.
  mutating func appendAttribute(_ name: StaticString, _ value: String) {
    append(" ")
    append(name)
    append("=\"")
    appendAttribute(value)
    append("\"")
  }

  /// Appends the text of a value.
  mutating func append(value: AttributeValue) {
    if case .string(let text) = value { appendText(text) } else { append(plain: value.description) }
  }
}

// MARK: - References

extension ByteOutput {
  /// Appends bytes, with references for those that would not be read as they are.
  @inline(__always)
  private mutating func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, inAttribute isInAttribute: Bool
  ) {
    var place = 0
    while place < bytes.count {
      place += appendPlain(bytes, from: place)
      guard place < bytes.count else { return }
      switch bytes[place] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      // A reader would take it for the end of a line.
      case UInt8(ascii: "\r"): append("&#13;")
      // In an attribute, readers take every white space for a space.
      case UInt8(ascii: "\t") where isInAttribute: append("&#9;")
      case UInt8(ascii: "\n") where isInAttribute: append("&#10;")
      case UInt8(ascii: "\"") where isInAttribute: append("&quot;")
      case let byte: append(byte: byte)
      }
      place += 1
    }
  }

  /// Appends bytes up to the next one that may have to be written as a reference.
  ///
  /// - Returns: How many there were.
  private mutating func appendPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var place = start
    append(room: bytes.count - start) { target in
      let source = UnsafeRawBufferPointer(bytes)
      let target = UnsafeMutableRawPointer(target)
      while place + 8 <= bytes.count {
        let word = source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        // It may be followed by the bytes after the one looked for; they are written over.
        target.storeBytes(of: word, toByteOffset: place - start, as: UInt64.self)
        let marks = Self.marks(word)
        place += marks == 0 ? 8 : marks.littleEndian.trailingZeroBitCount >> 3
        if marks != 0 { break }
      }
      while place < bytes.count, Self.isPlain(bytes[place]) {
        target.storeBytes(of: bytes[place], toByteOffset: place - start, as: UInt8.self)
        place += 1
      }
      return place - start
    }
    return place - start
  }

  /// A word in which the lowest bit that is set belongs to the first byte, if there is one, that is
  /// `&`, `"`, `<`, `>` or below 0x10.
  private static func marks(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // `&` and `"` differ in one bit, and so do `<` and `>`.
    let quoted = (word | ones &* 0x04) ^ ones &* 0x26
    let angled = (word | ones &* 0x02) ^ ones &* 0x3E
    let marks =
      (quoted &- ones) & ~quoted | (angled &- ones) & ~angled | (word &- ones &* 0x10) & ~word
    return marks & (ones &* 0x80)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x10 && byte | 0x04 != 0x26 && byte | 0x02 != 0x3E
  }
}
