/// Text in which DOT has escapes: `\n`, `\l` and `\r` end lines, `\N` is the node's name and so
/// on, and `&amp;` is an ampersand.
struct EscapedText {
  /// What `\N`, `\G` and the others stand for where the text is.
  typealias Names = [Unicode.Scalar: String]

  /// As it stands in DOT, after the quotes are gone.
  let raw: String
  let names: Names

  /// Whether the text means something else for each object.
  static func namesObject(_ raw: String) -> Bool {
    var isEscaped = false
    for scalar in raw.unicodeScalars {
      if isEscaped, "NGETHL".unicodeScalars.contains(scalar) { return true }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return false
  }

  /// How many bytes the text has with names put in.
  static func length(of raw: String, _ names: Names) -> Int {
    var length = raw.utf8.count
    var isEscaped = false
    for scalar in raw.unicodeScalars {
      if isEscaped, let name = names[scalar] { length += name.utf8.count }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return length
  }

  // MARK: Reading

  /// The text with names put in; other escapes are still there.
  private var named: String {
    guard raw.utf8.contains(UInt8(ascii: "\\")) else { return raw }
    var result = ""
    var isEscaped = false
    for scalar in raw.unicodeScalars {
      if isEscaped {
        if let name = names[scalar] {
          result += name
        } else {
          result += "\\"
          result.unicodeScalars.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return isEscaped ? result + "\\" : result
  }

  /// The lines, and whether the last one has an end of its own.
  private var lines: (lines: [LabelLine], isEnded: Bool) {
    var lines: [LabelLine] = []
    var line = ""
    var isEscaped = false
    func alignment(_ scalar: Unicode.Scalar) -> TextAlignment? {
      switch scalar {
      case "n": .center
      case "l": .left
      case "r": .right
      default: nil
      }
    }
    for scalar in CharacterReference.resolved(named).unicodeScalars {
      if isEscaped {
        if let alignment = alignment(scalar) {
          lines.append(LabelLine(line, alignment: alignment))
          line = ""
        } else {
          line.unicodeScalars.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\n" {
        lines.append(LabelLine(line))
        line = ""
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    guard !line.isEmpty || lines.isEmpty else { return (lines, true) }
    return (lines + [LabelLine(line)], false)
  }

  /// The text of a label.
  var label: Label {
    let (lines, isEnded) = lines
    let text = lines.map(\.text).joined(separator: "\n")
    guard let alignment = lines.first?.alignment, lines.allSatisfy({ $0.alignment == alignment })
    else { return .lines(lines) }
    if alignment == .center { return .text(isEnded ? text + "\n" : text) }
    return lines.last?.text.isEmpty == true ? .lines(lines) : .text(text, alignment: alignment)
  }

  /// A field of a record.
  func field(port: String?) -> RecordField {
    switch label {
    case .text(let text, .center): RecordField(text, port: port)
    default: RecordField(lines: lines.lines, port: port)
    }
  }

  /// Text without lines that stand left or right, such as a tooltip.
  var plain: String {
    let (lines, isEnded) = lines
    return lines.map(\.text).joined(separator: "\n") + (isEnded ? "\n" : "")
  }

  /// Text in HTML-like labels, where a backslash is one of the few things that are escaped.
  var inHTML: String {
    let text = named
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    return text.replacing("\\\\", with: "\\")
  }

  // MARK: Writing

  /// The text so that it is read as it is; the backslashes, the newlines and the ampersands that
  /// would be read as something else are escaped.
  static func raw(_ text: String, lineEnd: String = "\\n", isRecord: Bool = false) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    var isFirst = true
    while let scalar = rest.first {
      rest.removeFirst()
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += lineEnd
      case "&": result += "&amp;"
      case "{" where isRecord, "}" where isRecord, "|" where isRecord, "<" where isRecord,
        ">" where isRecord:
        result += "\\"
        result.unicodeScalars.append(scalar)
      case " " where isRecord:
        // Records drop spaces at the ends of a field and of several in a row.
        let isInside = !isFirst && rest.first?.properties.isAlphabetic == true
        result += isInside ? " " : "&#32;"
      default: result.unicodeScalars.append(scalar)
      }
      isFirst = false
    }
    return result
  }

  static func raw(_ lines: [LabelLine], isRecord: Bool = false) -> String {
    lines.map { raw($0.text, isRecord: isRecord) + $0.alignment.lineEnd }.joined()
  }
}
