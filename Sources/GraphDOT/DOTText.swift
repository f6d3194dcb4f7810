/// Texts as DOT has them.
enum DOTText {
  private static let labels: Set<String> = [
    "label", "xlabel", "headlabel", "taillabel", "tooltip", "headtooltip", "tailtooltip",
    "edgetooltip", "labeltooltip",
  ]

  /// Whether the values of an attribute are lines, whose ends have escapes of their own.
  static func isLabel(_ name: String) -> Bool { labels.contains(name) }

  /// The text that the value of an attribute stands for.
  static func value(_ raw: String, isLabel: Bool) -> String {
    guard raw.utf8.contains(UInt8(ascii: "\\")) else { return raw }
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in raw.unicodeScalars {
      guard isEscaped else {
        if scalar == "\\" { isEscaped = true } else { text.append(scalar) }
        continue
      }
      isEscaped = false
      switch scalar {
      case "\\": text.append("\\")
      case "n", "l", "r":
        if isLabel {
          text.append("\n")
        } else {
          text.append(contentsOf: ["\\", scalar])
        }
      default: text.append(contentsOf: ["\\", scalar])
      }
    }
    if isEscaped { text.append("\\") }
    return String(text)
  }

  /// The value of an attribute in quotes, such that ``value(_:isLabel:)`` gives it back.
  static func quotedValue(_ text: String, isLabel: Bool) -> String {
    let isPlain = !text.utf8.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n")
    }
    if isPlain { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n" where isLabel: quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A name as it can stand in a file: bare if it is a word or a number.
  ///
  /// DOT has no way to write a backslash before a quote, a line feed or the end of a name; there, it
  /// is doubled.
  static func name(_ text: String) -> String {
    if isBare(text) { return text }
    var quoted = "\""
    var backslashes = 0
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\n" || scalar == "\r" {
        if !backslashes.isMultiple(of: 2) { quoted += "\\" }
        if scalar == "\"" { quoted += "\\" }
      }
      backslashes = scalar == "\\" ? backslashes + 1 : 0
      quoted.unicodeScalars.append(scalar)
    }
    if !backslashes.isMultiple(of: 2) { quoted += "\\" }
    return quoted + "\""
  }

  private static let keywords: Set<String> = [
    "graph", "digraph", "subgraph", "node", "edge", "strict",
  ]

  private static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return isLetter(first)
      ? text.utf8.allSatisfy { isLetter($0) || isDigit($0) }
        && !keywords.contains(text.lowercased())
      : text.utf8.allSatisfy(isDigit)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
