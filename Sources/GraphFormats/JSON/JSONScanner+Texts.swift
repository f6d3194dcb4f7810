extension JSONScanner {
  /// The text in quotes that comes next.
  mutating func string() throws(ReadingError) -> String {
    let start = cursor.position
    bytes.removeAll(keepingCapacity: true)
    cursor.advance()
    while true {
      try cursor.take(Self.plain, into: &bytes, limit: options.limits.valueBytes)
      let place = cursor.position
      switch try cursor.next() {
      case UInt8(ascii: "\""): return try decoded(at: start)
      case UInt8(ascii: "\\"): try escape(at: place)
      case nil:
        throw ReadingError(
          .syntax, at: start, "the text that begins here has no end; end it with a double quote")
      case let byte?:
        try fault(
          .syntax, place, "a text has the control character \(byte) as it is",
          advice: "write it as an escape", "taken as it is")
        bytes.append(byte)
      }
    }
  }

  private mutating func decoded(at place: TextPosition) throws(ReadingError) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    try fault(
      .encoding, place, "the text that begins here is not UTF-8",
      advice: "save the file as UTF-8", "what isn't replaced by U+FFFD")
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func escape(at place: TextPosition) throws(ReadingError) {
    switch try cursor.next() {
    case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): bytes.append(8)
    case UInt8(ascii: "f"): bytes.append(12)
    case UInt8(ascii: "n"): bytes.append(10)
    case UInt8(ascii: "r"): bytes.append(13)
    case UInt8(ascii: "t"): bytes.append(9)
    case UInt8(ascii: "u"): try appendUnits(at: place)
    default:
      throw ReadingError(
        .syntax, at: place,
        "an escape in a text is none of \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits; "
          + "write a backslash as \\\\")
    }
  }

  /// Appends the character of one `\u` escape, or of two that are a surrogate pair.
  private mutating func appendUnits(at place: TextPosition) throws(ReadingError) {
    var unit = try unit(at: place)
    while (0xD800...0xDBFF).contains(unit), try cursor.peek() == UInt8(ascii: "\\") {
      let next = cursor.position
      cursor.advance()
      guard try cursor.peek() == UInt8(ascii: "u") else {
        try append(unit, at: place)
        return try escape(at: next)
      }
      cursor.advance()
      let second = try self.unit(at: next)
      if (0xDC00...0xDFFF).contains(second) {
        return try append(0x1_0000 + ((unit - 0xD800) << 10) + (second - 0xDC00), at: place)
      }
      try append(unit, at: place)
      unit = second
    }
    try append(unit, at: place)
  }

  private mutating func append(
    _ value: UInt32, at place: TextPosition
  ) throws(ReadingError) {
    var scalar = Unicode.Scalar(value)
    if scalar == nil {
      try fault(
        .content, place, "an escape is half of a surrogate pair",
        advice: "write both halves", "replaced by U+FFFD")
      scalar = "\u{FFFD}"
    }
    if let scalar { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }

  private mutating func unit(at place: TextPosition) throws(ReadingError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try cursor.next(),
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80
      else {
        throw ReadingError(
          .syntax, at: place, "\\u is not followed by four hexadecimal digits; write as many")
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Fails, or notes what becomes of a fault in lenient reading.
  mutating func fault(
    _ reason: ReadingError.Reason, _ place: TextPosition, _ message: String, advice: String,
    _ outcome: String
  ) throws(ReadingError) {
    guard options.isLenient else {
      throw ReadingError(reason, at: place, message, advice: advice, leniently: outcome)
    }
    remarks.append(at: place, "\(message): \(outcome)")
  }
}
