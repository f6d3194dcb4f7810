/// Text on its way into libgvc: what is harmful is refused, what libgvc would read as an
/// instruction is escaped.
enum Escaping {
  /// An invisible character that keeps what looks like a character reference apart: libgvc would
  /// read `&lt;` as `<`, and has no way to write the reference itself.
  ///
  /// Taken out of SVG again.
  static let joiner: Unicode.Scalar = "\u{2060}"

  // MARK: Labels

  static func label(
    _ text: String, _ alignment: TextAlignment, isRecord: Bool, attribute: String
  ) throws(GraphvizError) -> String {
    try checkLabel(text, attribute)
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    let ending = alignment.lineEnd
    let scalars = Array(protected(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n": result += ending
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "{" where isRecord, "}" where isRecord, "|" where isRecord, "<" where isRecord,
        ">" where isRecord:
        result += "\\"
        result.unicodeScalars.append(scalar)
      case " " where isRecord:
        // Records drop spaces at the ends of a field and around escapes.
        let neighbours = [index - 1, index + 1].filter(scalars.indices.contains).map { scalars[$0] }
        let isInside = neighbours.count == 2 && neighbours.allSatisfy(\.properties.isAlphabetic)
        result += isInside ? " " : "&#32;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // The mark ends a line rather than separating two.
    if alignment != .center && scalars.last != "\n" { result += ending }
    return result
  }

  /// Lines that each have a place of their own.
  static func label(
    _ lines: [LabelLine], isRecord: Bool, attribute: String
  ) throws(GraphvizError) -> String {
    try checkLabel(lines.map(\.text).joined(separator: "\n"), attribute)
    var result = ""
    for line in lines {
      guard !line.text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) else {
        throw GraphvizError(.invalidValue, "a line with a newline in it", attribute: attribute)
      }
      result += try label(line.text, .center, isRecord: isRecord, attribute: attribute)
      result += line.alignment.lineEnd
    }
    return result
  }

  /// The text without what XML cannot hold, one kind of line end only, and with every apparent
  /// character reference broken up.
  static func protected(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\r" {
        if index + 1 >= scalars.count || scalars[index + 1] != "\n" { result.append("\n") }
      } else if scalar == "\n" || isPrintable(scalar) {
        result.append(scalar)
        if scalar == "&", isReference(scalars[(index + 1)...]) { result.append(joiner) }
      } else if scalar == "\t" {
        result.append(" ")
      }
    }
    return String(result)
  }

  /// Whether what follows an ampersand makes a character reference in libgvc's eyes.
  private static func isReference(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    var length = 0
    for scalar in rest.prefix(64) {
      if scalar == ";" { return length > 0 }
      guard scalar.isASCII, scalar.properties.isAlphabetic || scalar.isDigit || scalar == "#"
      else { return false }
      length += 1
    }
    return false
  }

  static func checkLabel(_ text: String, _ attribute: String) throws(GraphvizError) {
    guard text.utf8.count <= Limits.labelBytes else {
      throw GraphvizError(
        .limitExceeded, "the label has more than \(Limits.labelBytes) bytes", attribute: attribute)
    }
    var lines = 1
    for byte in text.utf8 {
      if byte == 0 { throw nul(attribute) }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { lines += 1 }
    }
    guard lines <= Limits.labelLines else {
      throw GraphvizError(
        .limitExceeded, "the label has more than \(Limits.labelLines) lines", attribute: attribute)
    }
  }

  // MARK: Other text

  /// Text in which libgvc reads backslashes as escapes, twice, such as a tooltip.
  static func text(_ text: String, attribute: String) throws(GraphvizError) -> String {
    try checkText(text, attribute)
    var result = ""
    for scalar in protected(text).unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\\": result += "\\\\\\\\"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The identifier of a node, cluster or graph, which libgvc takes and writes as it is.
  static func name(_ name: String, _ what: String) throws(GraphvizError) {
    try checkText(name, nil)
    var backslashes = 0
    for scalar in name.unicodeScalars {
      guard isPrintable(scalar) else {
        throw GraphvizError(.invalidValue, "\(what) has a control character")
      }
      if scalar == "\\" {
        backslashes += 1
      } else {
        if scalar == "\"" && !backslashes.isMultiple(of: 2) { throw unwritable(what) }
        backslashes = 0
      }
    }
    if !backslashes.isMultiple(of: 2) { throw unwritable(what) }
  }

  private static func unwritable(_ what: String) -> GraphvizError {
    GraphvizError(
      .invalidValue, "\(what) has a backslash at its end or before a quote, which DOT cannot write")
  }

  private static func checkText(_ text: String, _ attribute: String?) throws(GraphvizError) {
    guard text.utf8.count <= Limits.textBytes else {
      throw GraphvizError(
        .limitExceeded, "the text has more than \(Limits.textBytes) bytes", attribute: attribute)
    }
    if text.utf8.contains(0) { throw nul(attribute) }
  }

  private static func nul(_ attribute: String?) -> GraphvizError {
    GraphvizError(.invalidValue, "the text holds the character NUL", attribute: attribute)
  }

  /// A font family goes into SVG unescaped, so only harmless characters pass.
  static func fontName(_ name: String, attribute: String) throws(GraphvizError) -> String {
    let isAllowed = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.isDigit || " -_,.".unicodeScalars.contains(scalar)
    }
    guard isAllowed, !name.isEmpty, name.utf8.count <= 256 else {
      throw GraphvizError(
        .invalidValue, "a font name has letters, digits, spaces and -_,. only",
        attribute: attribute)
    }
    return name
  }

  /// An identifier or class of an SVG element, a port or a window.
  static func identifier(
    _ id: String, spaces: Bool = false, colon: Bool = true, attribute: String
  ) throws(GraphvizError) -> String {
    let isAllowed = id.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.isDigit || scalar == "-" || scalar == "_"
        || scalar == "." || (colon && scalar == ":") || (spaces && scalar == " ")
    }
    guard isAllowed, !id.isEmpty, id.utf8.count <= 1_024 else {
      throw GraphvizError(
        .invalidValue, "only letters, digits and -_.\(colon ? ":" : "") are allowed",
        attribute: attribute)
    }
    return id
  }

  /// Whether a character takes room in a line.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    guard isPrintable(scalar), !scalar.properties.isDefaultIgnorableCodePoint else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator,
      .surrogate, .unassigned:
      return false
    default: return true
    }
  }

  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
}
