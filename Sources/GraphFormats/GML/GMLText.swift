/// GML that is being written.
struct GMLText: ~Copyable {
  let characters: GMLWriter.Characters
  /// The bytes so far.
  var output = ByteOutput()
  private let plain: ByteSet
  private var depth = 0
  /// The lists of an element that are open.
  private var open: [String] = []

  init(characters: GMLWriter.Characters) {
    self.characters = characters
    plain = characters == .utf8 ? Self.plainOfAll : Self.plainOfASCII
  }

  // Readers that go line by line take brackets for those of lists.
  private static let plainOfASCII = ByteSet { byte in
    (0x20..<0x7F).contains(byte) && !Array("&\"\\[]".utf8).contains(byte)
  }
  private static let plainOfAll = ByteSet { byte in
    byte >= 0x20 && !Array("&\"\\".utf8).contains(byte)
  }

  /// Opens a list.
  mutating func begin(_ key: StaticString) {
    indent()
    output.append(key)
    output.append(" [\n")
    depth += 1
  }

  /// Closes the list that was opened last.
  mutating func end() {
    depth -= 1
    indent()
    output.append("]\n")
  }

  /// Appends a key and a number.
  mutating func item(_ key: StaticString, _ number: Int64) {
    begin(item: key)
    output.append(number)
    output.append("\n")
  }

  /// Appends a key and what stands there as it is.
  mutating func item(_ key: StaticString, plain: String) {
    begin(item: key)
    output.append(plain: plain)
    output.append("\n")
  }

  /// Appends a key and a text.
  mutating func item(_ key: StaticString, text: String) {
    begin(item: key)
    appendQuoted(text)
    output.append("\n")
  }

  /// Appends a key and a value.
  mutating func item(_ key: StaticString, _ value: AttributeValue, asText: Bool) {
    begin(item: key)
    append(value, asText: asText)
    output.append("\n")
  }

  private mutating func begin(item key: StaticString) {
    indent()
    output.append(key)
    output.append(" ")
  }

  private mutating func indent() {
    var rest = 2 * depth
    while rest > 0 {
      output.append(SIMD32<UInt8>(repeating: 0x20), count: min(rest, 32))
      rest -= 32
    }
  }
}

// MARK: - Values

extension GMLText {
  /// Appends what there is of a look and of the values of a row, in lists where their paths say so.
  mutating func items(_ look: [GMLGraphics.Value], _ fields: [GMLKeys.Field], at row: Int) {
    for value in look {
      enter(value.path)
      indent()
      output.append(plain: value.path.last ?? "")
      output.append(" ")
      append(value.value, asText: false)
      output.append("\n")
    }
    for index in fields.indices where fields[index].column.hasValue(at: row) {
      if !open.isEmpty || fields[index].path.count > 1 { enter(fields[index].path) }
      indent()
      output.append(fields[index].line)
      if fields[index].column.type == .string {
        fields[index].column.withText(ofRow: row) { appendQuoted($0) }
      } else if let value = fields[index].column.value(at: row) {
        append(value, asText: fields[index].isLarge)
      }
      output.append("\n")
    }
    while open.popLast() != nil { end() }
  }

  /// Closes and opens lists, so that those of a path are open.
  private mutating func enter(_ path: [String]) {
    let lists = path.dropLast()
    while !lists.starts(with: open) {
      open.removeLast()
      end()
    }
    for list in lists.dropFirst(open.count) {
      indent()
      output.append(plain: list)
      output.append(" [\n")
      depth += 1
      open.append(list)
    }
  }

  /// Appends a value.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - asText: Whether a whole number is written as a text, because it may be of 64 bits.
  private mutating func append(_ value: AttributeValue, asText: Bool) {
    switch value {
    case .boolean(let value): output.append(byte: value ? 0x31 : 0x30)
    case .int(let value): output.append(Int64(value))
    case .long(let value):
      if asText { output.append("\"") }
      output.append(value)
      if asText { output.append("\"") }
    case .float(let value): appendReal(value)
    case .double(let value): if !output.appendShort(value) { appendReal(value) }
    case .string(let value): appendQuoted(value)
    }
  }

  /// Appends a real number: always with a point, infinities with a sign.
  private mutating func appendReal(
    _ value: some BinaryFloatingPoint & LosslessStringConvertible
  ) {
    if value.isNaN { return output.append("NAN") }
    if value.isInfinite { return value < 0 ? output.append("-INF") : output.append("+INF") }
    let text = String(value).uppercased()
    guard let mark = text.firstIndex(of: "E"), !text[..<mark].contains(".") else {
      return output.append(plain: text)
    }
    output.append(plain: text[..<mark] + ".0" + text[mark...])
  }

  private mutating func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { appendQuoted($0) }
  }

  private mutating func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    output.append("\"")
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, plain.contains(bytes[end]) { end += 1 }
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      guard end < bytes.count else { break }
      start = end + appendCharacter(bytes, at: end)
    }
    output.append("\"")
  }

  /// Appends a character that isn't plain.
  ///
  /// - Returns: How many bytes it has.
  private mutating func appendCharacter(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Int {
    switch bytes[place] {
    // igraph and graph-tool take a backslash and a quote for a quote of the text.
    case UInt8(ascii: "\\") where place + 1 < bytes.count: output.append("\\")
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "\""): output.append("&quot;")
    case let byte where byte < 0x80: appendEntity(UInt32(byte))
    default:
      var decoder = UTF8()
      var rest = bytes[place...].prefix(4).makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return 1 }
      appendEntity(scalar.value)
      return UTF8.width(scalar)
    }
    return 1
  }

  private mutating func appendEntity(_ value: UInt32) {
    output.append("&#")
    output.append(Int64(value))
    output.append(";")
  }
}

extension AttributeValue {
  /// Whether it is a whole number that 32 bits don't hold.
  var isLarge: Bool {
    if case .long(let number) = self { Int32(exactly: number) == nil } else { false }
  }
}
