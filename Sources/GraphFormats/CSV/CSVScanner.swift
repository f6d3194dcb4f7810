/// Reads delimited text record by record, as RFC 4180 has it, and knows the place of every field.
///
/// Lines end with a line feed, a carriage return or both. White space around a field counts only in
/// quotes; that some was left away is remarked on, unless the header has such, too. The delimiter is
/// the one of comma, semicolon, tab and bar that the first record has most of, or the one that a
/// line `sep=;` in front names, as Excel has it.
struct CSVScanner: ~Copyable {
  /// The name of a column.
  struct HeaderField {
    var text: String
    let place: TextPosition
  }

  /// What ends a field.
  private enum End {
    case delimiter(UInt8)
    case record
  }

  private var cursor: TextCursor
  private let options: ReadingOptions
  /// The bytes that a field has, and those without a quote.
  private var field: ByteSet
  private var plain: ByteSet
  private var blanks: ByteSet
  /// Whether the header is still to be read, and whether it has white space around its fields.
  private var isBeforeHeader = true
  private var isPadded = false
  /// What was taken another way in lenient reading.
  private(set) var remarks = RemarkList()

  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  private static let quote = UInt8(ascii: "\"")
  private static let notQuote = ByteSet { $0 != quote }

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    cursor = TextCursor(stream, limit: options.limits.bytes)
    self.options = options
    (field, plain) = Self.sets(Self.delimiters)
    blanks = ByteSet(ascii: " ")
  }

  private static func sets(_ delimiters: [UInt8]) -> (field: ByteSet, plain: ByteSet) {
    let field = ByteSet { $0 != 0x0A && $0 != 0x0D && !delimiters.contains($0) }
    return (field, ByteSet { field.contains($0) && $0 != quote })
  }

  // MARK: Records

  /// The first record, which decides on the delimiter; empty if there is none.
  mutating func header() throws(ReadingError) -> [HeaderField] {
    defer { isBeforeHeader = false }
    var record = CSVRecord()
    var ends: [UInt8] = []
    while let end = try field(into: &record, isInRecord: !ends.isEmpty) {
      guard case .delimiter(let delimiter) = end else { break }
      ends.append(delimiter)
    }
    let fields = Self.headerFields(record)
    if fields.count == 2, fields[0].text.lowercased() == "sep=", fields[1].text.isEmpty {
      use(ends[0])
      return try next(&record) ? Self.headerFields(record) : []
    }
    var best: (delimiter: UInt8, count: Int) = (Self.delimiters[0], 0)
    for delimiter in Self.delimiters {
      let count = ends.count { $0 == delimiter }
      if count > best.count { best = (delimiter, count) }
    }
    use(best.delimiter)
    // The others are part of names.
    var joined: [HeaderField] = []
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

  private static func headerFields(_ record: CSVRecord) -> [HeaderField] {
    record.fields.map { HeaderField(text: record.text($0), place: $0.place) }
  }

  /// Reads the next record that isn't an empty line; false at the end.
  mutating func next(_ record: inout CSVRecord) throws(ReadingError) -> Bool {
    while true {
      record.removeAll()
      while let end = try field(into: &record, isInRecord: !record.fields.isEmpty) {
        if case .record = end { break }
      }
      guard let first = record.fields.first else { return false }
      if record.fields.count > 1 || first.isQuoted || !first.isEmpty { return true }
    }
  }

  private mutating func use(_ delimiter: UInt8) {
    (field, plain) = Self.sets([delimiter])
    blanks = ByteSet { $0 == 0x20 || $0 == 0x09 && delimiter != 0x09 }
  }

  // MARK: Fields

  /// Reads the next field, and says what ends it; `nil` at the end of the file, unless a delimiter
  /// comes last.
  private mutating func field(
    into record: inout CSVRecord, isInRecord: Bool
  ) throws(ReadingError) -> End? {
    guard try cursor.peek() != nil || isInRecord else { return nil }
    let start = cursor.position
    try cursor.skip(blanks)
    let place = cursor.position
    let isQuoted = try cursor.peek() == Self.quote
    if isQuoted {
      try takeQuoted(into: &record, from: place)
    } else if try takePlain(into: &record) || place != start {
      noteSpaces(around: record.texts[record.start...], at: place)
    }
    try checkText(of: &record, at: place)
    record.endField(isQuoted: isQuoted, at: place)
    guard let end = try cursor.next() else { return .record }
    if end == 0x0D, try cursor.peek() == 0x0A { cursor.advance() }
    return end == 0x0A || end == 0x0D ? .record : .delimiter(end)
  }

  /// Reads a field without quotes, and says whether white space was left away behind it.
  private mutating func takePlain(into record: inout CSVRecord) throws(ReadingError) -> Bool {
    let limit = record.start + options.limits.valueBytes
    try cursor.take(plain, into: &record.texts, limit: limit)
    if try cursor.peek() == Self.quote {
      try fault(
        "a quote stands inside of a field",
        advice: "put the field in quotes and double the quote", "taken as it is")
      try cursor.take(field, into: &record.texts, limit: limit)
    }
    let count = record.texts.count
    while record.texts.count > record.start, let last = record.texts.last, blanks.contains(last) {
      record.texts.removeLast()
    }
    return record.texts.count < count
  }

  /// Says the first time that white space around a text is left away, if that may not be meant so.
  private mutating func noteSpaces(around text: ArraySlice<UInt8>, at place: TextPosition) {
    if isBeforeHeader { isPadded = true }
    guard !isPadded, !text.isEmpty, text.withUnsafeBufferPointer(AttributeValue.number) == nil,
      remarks.isFirst("spaces")
    else { return }
    remarks.append(
      at: place,
      "the spaces around “\(Excerpt.of(String(decoding: text, as: UTF8.self)))” are left away, as are "
        + "others like them; put fields in quotes to keep them")
  }

  private mutating func takeQuoted(
    into record: inout CSVRecord, from place: TextPosition
  ) throws(ReadingError) {
    let limit = record.start + options.limits.valueBytes
    cursor.advance()
    while true {
      try cursor.take(Self.notQuote, into: &record.texts, limit: limit)
      guard try cursor.peek() != nil else {
        throw ReadingError(
          .syntax, at: place, "the quote that opens here is never closed; close it with another")
      }
      cursor.advance()
      guard try cursor.peek() == Self.quote else { break }
      record.texts.append(Self.quote)
      cursor.advance()
    }
    try cursor.skip(blanks)
    guard let byte = try cursor.peek(), field.contains(byte) else { return }
    try fault(
      "text follows on a closing quote", advice: "double a quote inside of a field", "appended")
    try cursor.take(field, into: &record.texts, limit: limit)
  }

  /// Makes sure that the text of the field that is read is UTF-8.
  private mutating func checkText(
    of record: inout CSVRecord, at place: TextPosition
  ) throws(ReadingError) {
    let bytes = record.texts[record.start...]
    if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return }
    let (message, outcome) = ("the field is not UTF-8", "what isn't is replaced by U+FFFD")
    guard options.isLenient else {
      throw ReadingError(
        .encoding, at: place, message, advice: "save the file as UTF-8", leniently: outcome)
    }
    remarks.append(at: place, "\(message): \(outcome)")
    record.texts.replaceSubrange(
      record.start..., with: Array(String(decoding: bytes, as: UTF8.self).utf8))
  }

  private mutating func fault(
    _ message: String, advice: String, _ outcome: String
  ) throws(ReadingError) {
    guard options.isLenient else {
      throw ReadingError(
        .syntax, at: cursor.position, message, advice: advice, leniently: outcome)
    }
    remarks.append(at: cursor.position, "\(message): \(outcome)")
  }
}
