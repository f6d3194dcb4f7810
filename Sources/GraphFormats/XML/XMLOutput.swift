/// The text of an XML file that is being written, handed on in pieces of some 64 KB.
struct XMLOutput: ~Copyable {
  private static let pieceSize = 1 << 16

  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(capacity: Int = Self.pieceSize * 2) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Hands on what there is if it is a piece, or if it is the last.
  mutating func flush<Failure: Error>(
    last: Bool = false, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard count >= Self.pieceSize || last && count > 0 else { return }
    try sink(Array(UnsafeBufferPointer(start: base, count: count)))
    count = 0
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    let larger = max(capacity * 2, count + more)
    let other = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    other.update(from: base, count: count)
    base.deallocate()
    base = other
    capacity = larger
  }

  /// Appends bytes as they are.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Appends a text as it is.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0) }
  }

  /// Appends a text as it is.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends bytes as they are.
  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends the text of an element.
  mutating func appendText(_ text: String) {
    var text = text
    text.withUTF8 { appendText($0) }
  }

  /// Appends the text of an element.
  mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count * 5)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      // A reader would take it for the end of a line.
      case UInt8(ascii: "\r"): append("&#13;")
      default: put(byte)
      }
    }
  }

  /// Appends the value of an XML attribute, in which readers take every white space for a space.
  mutating func appendAttribute(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      reserve(bytes.count * 6)
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        case UInt8(ascii: "\""): append("&quot;")
        case UInt8(ascii: "\t"): append("&#9;")
        case UInt8(ascii: "\n"): append("&#10;")
        case UInt8(ascii: "\r"): append("&#13;")
        default: put(byte)
        }
      }
    }
  }

  /// The bytes of the value of an XML attribute.
  static func escaped(_ text: String) -> [UInt8] {
    var output = XMLOutput(capacity: 6 * text.utf8.count)
    output.appendAttribute(text)
    return Array(UnsafeBufferPointer(start: output.base, count: output.count))
  }

  /// Appends ` name="value"`.
  mutating func appendAttribute(_ name: StaticString, _ value: String) {
    append(" ")
    append(name)
    append("=\"")
    appendAttribute(value)
    append("\"")
  }

  /// Appends a number.
  mutating func append(_ number: Int64) {
    reserve(20)
    if number < 0 { put(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var length = 1
    var bound: UInt64 = 10
    while length < 20, rest >= bound {
      length += 1
      bound = length < 20 ? bound * 10 : .max
    }
    var place = count + length
    count = place
    for _ in 0..<length {
      place -= 1
      base[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    }
  }

  /// Appends the text of a value.
  mutating func append(_ value: AttributeValue) {
    if case .string(let text) = value { appendText(text) } else { append(value.description) }
  }

  /// Appends the value of a row of a column, which has one.
  mutating func append(_ column: borrowing AttributeColumn, at row: Int) {
    switch column.type {
    case .boolean: append(column.narrowBits(at: row) != 0 ? "true" : "false")
    case .int: append(Int64(Int32(bitPattern: column.narrowBits(at: row))))
    case .long: append(Int64(bitPattern: column.wideBits(at: row)))
    case .float: append(.float(Float(bitPattern: column.narrowBits(at: row))))
    case .double: append(.double(Double(bitPattern: column.wideBits(at: row))))
    case .string: column.withText(at: row) { appendText($0) }
    }
  }

  /// Appends a byte for which there is room.
  private mutating func put(_ byte: UInt8) {
    base[count] = byte
    count += 1
  }
}
