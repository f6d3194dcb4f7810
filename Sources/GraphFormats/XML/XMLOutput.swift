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

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
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

  /// Appends a text as it is; within the caller, where its length is known, it is a store or two.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    (base + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// Appends a text of a table.
  @inline(__always)
  mutating func append(_ entry: XMLTexts.Entry, of texts: borrowing XMLTexts) {
    let length = entry[XMLTexts.Entry.scalarCount - 1]
    if length == XMLTexts.long { return texts.withLong(entry) { append($0) } }
    reserve(XMLTexts.Entry.scalarCount)
    UnsafeMutableRawPointer(base + count).storeBytes(of: entry, as: XMLTexts.Entry.self)
    count += Int(length)
  }

  /// Appends the first bytes of a block.
  @inline(__always)
  mutating func append(_ block: SIMD32<UInt8>, count length: Int) {
    reserve(32)
    UnsafeMutableRawPointer(base + count).storeBytes(of: block, as: SIMD32<UInt8>.self)
    count += length
  }

  /// Appends a text as it is.
  mutating func append(plain text: String) {
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
      case let byte: put(byte)
      }
      place += 1
    }
  }

  /// Appends the value of an XML attribute, in which readers take every white space for a space.
  mutating func appendAttribute(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      reserve(bytes.count * 6)
      var place = 0
      while place < bytes.count {
        place += appendPlain(bytes, from: place)
        guard place < bytes.count else { return }
        switch bytes[place] {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        case UInt8(ascii: "\""): append("&quot;")
        case UInt8(ascii: "\t"): append("&#9;")
        case UInt8(ascii: "\n"): append("&#10;")
        case UInt8(ascii: "\r"): append("&#13;")
        case let byte: put(byte)
        }
        place += 1
      }
    }
  }

  /// Appends bytes, for which there is room, up to the next one that may have to be written as a
  /// reference.
  ///
  /// - Returns: How many there were.
  private mutating func appendPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let source = UnsafeRawBufferPointer(bytes)
    let target = UnsafeMutableRawPointer(base + count)
    var place = start
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
    count += place - start
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

  /// Lends what there is and begins anew.
  mutating func take(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: base, count: count))
    count = 0
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
    reserve(DecimalDigits.room)
    count += DecimalDigits.write(number, to: base + count)
  }

  /// Appends a number.
  mutating func append(_ number: Double) {
    reserve(DecimalDigits.room)
    let length = DecimalDigits.write(number, to: base + count)
    count += length
    if length == 0 { append(plain: AttributeValue.double(number).description) }
  }

  /// Appends the text of a value.
  mutating func append(value: AttributeValue) {
    if case .string(let text) = value { appendText(text) } else { append(plain: value.description) }
  }

  /// Appends a byte for which there is room.
  private mutating func put(_ byte: UInt8) {
    base[count] = byte
    count += 1
  }
}
