/// Text without what would steer a terminal.
enum VisibleText {
  /// The text, each control character but line breaks and tabs replaced by U+FFFD.
  static func of(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      scalars.append(isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }
}
