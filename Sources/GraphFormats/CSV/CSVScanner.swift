/// Reads delimited text record by record, as RFC 4180 has it, and knows the place of every field.
///
/// Lines end with a line feed, a carriage return or both. White space around a field counts only in
/// quotes. The delimiter is the one of comma, semicolon, tab and bar that the first record has most
/// of, or the one that a line `sep=;` in front names, as Excel has it.
struct CSVScanner: ~Copyable {
  /// One value of a record.
  struct Field {
    var text: String
    /// Whether it stood in quotes, so that an empty text is one.
    var isQuoted: Bool
    let place: TextPosition

    /// Whether nothing stands there, not even an empty text.
    var isMissing: Bool { text.isEmpty && !isQuoted }
  }

  private var cursor: TextCursor
  private let options: ReadingOptions
  private var stops: ByteSet
  private var blanks: ByteSet
  /// What was taken another way in lenient reading.
  private(set) var remarks = RemarkList()

  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  private static let quote = UInt8(ascii: "\"")
  private static let notQuote = ByteSet { $0 != quote }

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    cursor = TextCursor(stream, limit: options.limits.bytes)
    self.options = options
    stops = Self.stops(Self.delimiters)
    blanks = ByteSet(ascii: " ")
  }

  private static func stops(_ delimiters: [UInt8]) -> ByteSet {
    ByteSet { $0 == 0x0A || $0 == 0x0D || delimiters.contains($0) }
  }

  // MARK: Records

  /// The first record, which decides on the delimiter; empty if there is none.
  mutating func header() throws(ReadingError) -> [Field] {
    var fields: [Field] = []
    var ends: [UInt8] = []
    while let (field, end) = try field(isInRecord: !ends.isEmpty) {
      fields.append(field)
      guard let end else { break }
      ends.append(end)
    }
    if fields.count == 2, fields[0].text.lowercased() == "sep=", fields[1].text.isEmpty {
      use(ends[0])
      return try record() ?? []
    }
    var best: (delimiter: UInt8, count: Int) = (Self.delimiters[0], 0)
    for delimiter in Self.delimiters {
      let count = ends.count { $0 == delimiter }
      if count > best.count { best = (delimiter, count) }
    }
    use(best.delimiter)
    // The others are part of names.
    var joined: [Field] = []
    for (index, field) in fields.enumerated() {
      if index > 0, ends[index - 1] != best.delimiter, var last = joined.popLast() {
        last.text += String(Unicode.Scalar(ends[index - 1])) + field.text
        joined.append(last)
      } else {
        joined.append(field)
      }
    }
    return joined
  }

  /// The next record that isn't an empty line; `nil` at the end.
  mutating func record() throws(ReadingError) -> [Field]? {
    while true {
      var fields: [Field] = []
      while let (field, end) = try field(isInRecord: !fields.isEmpty) {
        fields.append(field)
        if end == nil { break }
      }
      guard let first = fields.first else { return nil }
      if fields.count > 1 || first.isQuoted || !first.text.isEmpty { return fields }
    }
  }

  private mutating func use(_ delimiter: UInt8) {
    stops = Self.stops([delimiter])
    blanks = ByteSet { $0 == 0x20 || $0 == 0x09 && delimiter != 0x09 }
  }

  // MARK: Fields

  /// The next field and the delimiter after it, which is `nil` at the end of a record; `nil` at the
  /// end of the file, unless a delimiter comes last.
  private mutating func field(isInRecord: Bool) throws(ReadingError) -> (Field, UInt8?)? {
    guard try cursor.peek() != nil || isInRecord else { return nil }
    try cursor.skip(blanks)
    let place = cursor.position
    var bytes: [UInt8] = []
    let isQuoted = try cursor.peek() == Self.quote
    if isQuoted {
      try takeQuoted(into: &bytes, from: place)
    } else {
      try takePlain(into: &bytes)
    }
    let field = Field(text: try text(bytes, at: place), isQuoted: isQuoted, place: place)
    guard let end = try cursor.next() else { return (field, nil) }
    if end == 0x0D, try cursor.peek() == 0x0A { cursor.advance() }
    return (field, end == 0x0A || end == 0x0D ? nil : end)
  }

  private mutating func takePlain(into bytes: inout [UInt8]) throws(ReadingError) {
    let limit = options.limits.valueBytes
    var hasQuote = false
    while let byte = try cursor.peek(), !stops.contains(byte) {
      if byte == Self.quote, !hasQuote {
        hasQuote = true
        try fault(
          "a quote stands inside of a field; put the field in quotes and double the quote",
          "taken as it is")
      }
      guard bytes.count < limit else { throw cursor.tooLong(limit) }
      bytes.append(byte)
      cursor.advance()
    }
    while let last = bytes.last, blanks.contains(last) { bytes.removeLast() }
  }

  private mutating func takeQuoted(
    into bytes: inout [UInt8], from place: TextPosition
  ) throws(ReadingError) {
    cursor.advance()
    while true {
      try cursor.take(Self.notQuote, into: &bytes, limit: options.limits.valueBytes)
      guard try cursor.peek() != nil else {
        throw ReadingError(.syntax, at: place, "the quote that opens here is never closed")
      }
      cursor.advance()
      guard try cursor.peek() == Self.quote else { break }
      bytes.append(Self.quote)
      cursor.advance()
    }
    try cursor.skip(blanks)
    guard let byte = try cursor.peek(), !stops.contains(byte) else { return }
    try fault(
      "text follows on a closing quote; a quote inside of a field is doubled", "appended")
    while let byte = try cursor.peek(), !stops.contains(byte) {
      bytes.append(byte)
      cursor.advance()
    }
  }

  private mutating func text(
    _ bytes: [UInt8], at place: TextPosition
  ) throws(ReadingError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    guard options.isLenient else {
      throw ReadingError(
        .encoding, at: place, "the field is not UTF-8; save the file as UTF-8")
    }
    remarks.append(at: place, "the field is not UTF-8: what isn't was replaced by U+FFFD")
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func fault(_ message: String, _ outcome: String) throws(ReadingError) {
    guard options.isLenient else {
      throw ReadingError(.syntax, at: cursor.position, message)
    }
    remarks.append(at: cursor.position, "\(message): \(outcome)")
  }
}
