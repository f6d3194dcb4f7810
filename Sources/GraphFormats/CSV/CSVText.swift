/// Delimited text that is being written.
struct CSVText: ~Copyable {
  /// The bytes so far.
  var output = ByteOutput()
  private var isInRecord = false

  // Other delimiters, too: a reader who guesses the delimiter doesn't count those in quotes.
  private static let plain = ByteSet { byte in !Array(",;|\t\"\r\n".utf8).contains(byte) }
  private static let unquoted = ByteSet { $0 != UInt8(ascii: "\"") }

  /// Appends an empty field, which is no value.
  mutating func appendNothing() { begin() }

  /// Appends a field with a text, in quotes if it needs them or is empty.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a field with a text, in quotes if it needs them or is empty.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    begin()
    let plain = Self.plain
    guard let first = bytes.first, let last = bytes.last, bytes.allSatisfy(plain.contains),
      first != UInt8(ascii: " "), last != UInt8(ascii: " ")
    else {
      output.append("\"")
      output.append(bytes, plain: Self.unquoted) { (output, _) in output.append("\"\"") }
      output.append("\"")
      return
    }
    output.append(bytes)
  }

  /// Appends a field with the value of a row, or an empty one.
  mutating func append(_ column: borrowing AttributeColumn, at row: Int) {
    guard column.hasValue(at: row) else { return begin() }
    if column.type == .string { return column.withText(ofRow: row) { append($0) } }
    begin()
    switch column.value(at: row) {
    case .int(let number)?: output.append(Int64(number))
    case .long(let number)?: output.append(number)
    case .double(let number)? where output.appendShort(number): break
    case let value?: output.append(plain: value.text)
    case nil: break
    }
  }

  /// Appends a field that is true or false.
  mutating func append(_ isTrue: Bool) {
    begin()
    if isTrue { output.append("true") } else { output.append("false") }
  }

  /// Ends a record.
  mutating func endRecord() {
    output.append("\n")
    isInRecord = false
  }

  private mutating func begin() {
    if isInRecord { output.append(",") }
    isInRecord = true
  }
}
