/// Text without what would steer a terminal.
enum VisibleText {
  /// The text, each control character but line breaks and tabs replaced by U+FFFD.
  static func of(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      scalars.append(isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  /// The same, with spaces for line breaks and tabs, for names among other words.
  static func oneLine(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    return of(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  /// Whether there are but visible ASCII characters and spaces, each a column wide; most texts are
  /// so, and quickly told from others.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}
