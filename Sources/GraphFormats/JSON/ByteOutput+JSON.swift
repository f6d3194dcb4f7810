/// JSON that is being written.
extension ByteOutput {
  private static let plain = ByteSet {
    $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
  }

  /// Appends a text in quotes.
  mutating func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON($0) }
  }

  /// Appends a text in quotes.
  mutating func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    append("\"")
    append(bytes, plain: Self.plain) { (output, byte) in
      switch byte {
      case UInt8(ascii: "\""): output.append("\\\"")
      case UInt8(ascii: "\\"): output.append("\\\\")
      case UInt8(ascii: "\n"): output.append("\\n")
      case UInt8(ascii: "\r"): output.append("\\r")
      case UInt8(ascii: "\t"): output.append("\\t")
      default: output.append(plain: (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
      }
    }
    append("\"")
  }

  /// Appends a value; numbers that aren't finite as Python writes them.
  mutating func appendJSON(_ value: AttributeValue) {
    switch value {
    case .string(let text): appendJSON(text)
    case .int(let number): append(Int64(number))
    case .long(let number): append(number)
    case .double(let number) where appendShort(number): break
    default: append(plain: value.text)
    }
  }

  /// Appends an object in one line, its members sorted by name.
  mutating func appendJSON(_ members: [(name: String, value: AttributeValue)]) {
    append("{")
    for (index, member) in members.sorted(by: { $0.name < $1.name }).enumerated() {
      if index > 0 { append(", ") }
      appendJSON(member.name)
      append(": ")
      appendJSON(member.value)
    }
    append("}")
  }
}
