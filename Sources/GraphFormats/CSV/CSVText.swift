/// Delimited text that is being written.
struct CSVText {
  private var bytes: [UInt8] = []
  private var isInRecord = false

  /// Appends a field with a value, or an empty one.
  mutating func append(_ value: AttributeValue?) {
    switch value {
    case nil: begin()
    case .string(let text)?: append(text)
    case let value?:
      begin()
      bytes.append(contentsOf: value.text.utf8)
    }
  }

  /// Appends a field with a text, in quotes if it needs them or is empty.
  mutating func append(_ text: String) {
    begin()
    guard text.isEmpty || text.utf8.contains(where: Self.special.contains) || Self.isPadded(text)
    else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends a record.
  mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    isInRecord = false
  }

  /// What there is, if it is that much; it is then gone.
  mutating func piece(_ count: Int) -> [UInt8]? {
    guard bytes.count >= count else { return nil }
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  // Other delimiters, too: a reader who guesses the delimiter doesn't count those in quotes.
  private static let special = ByteSet(ascii: ",;|\t\"\r\n")

  private static func isPadded(_ text: String) -> Bool {
    let blanks = ByteSet(ascii: " \t")
    return text.utf8.first.map(blanks.contains) == true
      || text.utf8.last.map(blanks.contains) == true
  }

  private mutating func begin() {
    if isInRecord { bytes.append(UInt8(ascii: ",")) }
    isInRecord = true
  }
}
