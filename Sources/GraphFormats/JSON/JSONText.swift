/// JSON that is being written.
struct JSONText {
  var bytes: [UInt8] = []

  /// Appends what is JSON already.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends a text in quotes.
  mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case ..<0x20:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a value; numbers that aren't finite as Python writes them.
  mutating func append(_ value: AttributeValue) {
    if case .string(let text) = value { appendString(text) } else { append(value.text) }
  }

  /// Appends an object in one line, its members sorted by name.
  mutating func append(members: [(name: String, value: AttributeValue)]) {
    append("{")
    for (index, member) in members.sorted(by: { $0.name < $1.name }).enumerated() {
      if index > 0 { append(", ") }
      appendString(member.name)
      append(": ")
      append(member.value)
    }
    append("}")
  }
}
