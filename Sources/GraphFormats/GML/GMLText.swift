/// GML that is being written.
struct GMLText {
  let characters: GMLWriter.Characters
  var bytes: [UInt8] = []
  private var depth = 0

  init(characters: GMLWriter.Characters) {
    self.characters = characters
  }

  /// Opens a list.
  mutating func begin(_ key: String) {
    line(key + " [")
    depth += 1
  }

  /// Closes the list that was opened last.
  mutating func end() {
    depth -= 1
    line("]")
  }

  /// Appends a key and a number.
  mutating func item(_ key: String, _ number: String) {
    line("\(key) \(number)")
  }

  /// Appends a key and a text.
  mutating func item(_ key: String, text: String) {
    indent()
    append("\(key) \"")
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      // igraph and graph-tool take a backslash and a quote for a quote of the text.
      case "\\" where rest.isEmpty: append("&#92;")
      case "&": append("&amp;")
      case "\"": append("&quot;")
      // Readers that go line by line take brackets for those of lists.
      case "[" where characters == .entities, "]" where characters == .entities:
        append("&#\(scalar.value);")
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\u{7F}"... where characters == .utf8: append(String(scalar))
      default: append("&#\(scalar.value);")
      }
    }
    append("\"\n")
  }

  /// Appends a key and a value.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - value: The value.
  ///   - asText: Whether a whole number is written as a text, because it may be of 64 bits.
  mutating func item(_ key: String, _ value: AttributeValue, asText: Bool) {
    switch value {
    case .boolean(let value): item(key, value ? "1" : "0")
    case .int(let value): item(key, String(value))
    case .long(let value):
      if asText { item(key, text: String(value)) } else { item(key, String(value)) }
    case .float(let value): item(key, Self.number(value))
    case .double(let value): item(key, Self.number(value))
    case .string(let value): item(key, text: value)
    }
  }

  /// Appends values, in lists where their paths say so.
  mutating func items(_ values: [GMLKeys.Value], asText large: Set<String>) {
    var open: [String] = []
    for value in values {
      let lists = value.path.dropLast()
      while !lists.starts(with: open) {
        open.removeLast()
        end()
      }
      for list in lists.dropFirst(open.count) {
        begin(list)
        open.append(list)
      }
      item(value.path.last ?? "", value.value, asText: large.contains(value.name))
    }
    for _ in open { end() }
  }

  /// A real number: always with a point, infinities with a sign.
  private static func number(
    _ value: some BinaryFloatingPoint & LosslessStringConvertible
  ) -> String {
    if value.isNaN { return "NAN" }
    if value.isInfinite { return value < 0 ? "-INF" : "+INF" }
    let text = String(value).uppercased()
    guard let mark = text.firstIndex(of: "E"), !text[..<mark].contains(".") else { return text }
    return text[..<mark] + ".0" + text[mark...]
  }

  private mutating func line(_ text: String) {
    indent()
    append(text)
    append("\n")
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

extension AttributeValue {
  /// Whether it is a whole number that 32 bits don't hold.
  var isLarge: Bool {
    if case .long(let number) = self { Int32(exactly: number) == nil } else { false }
  }
}
