/// Identifiers as DOT writes them.
enum DOTQuoting {
  /// The text bare if it can be, or else in quotes.
  ///
  /// In quotes a backslash is itself, but in front of a quote or at the end of a line it is not,
  /// and libcgraph loses a newline that stands alone. Such ones are written in angle brackets,
  /// where nothing is an escape, and joined with `+`.
  static func quoted(_ text: String) -> String {
    if isWord(text) || isNumber(text) { return text }
    var pieces = Pieces()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      switch scalar {
      case "\"":
        rest.removeFirst()
        pieces.addQuoted("\\\"")
      case "\\":
        rest.removeFirst()
        switch rest.first {
        case "\\":
          rest.removeFirst()
          pieces.addQuoted("\\\\")
        case nil, "\"", "\n", "\r": pieces.addBracketed("\\")
        default: pieces.addQuoted("\\")
        }
      default:
        let run = rest.prefix { $0 != "\"" && $0 != "\\" }
        rest = rest[run.endIndex...]
        if run.count == 1, scalar == "\n" {
          pieces.addBracketed("\n")
        } else {
          pieces.addQuoted(String(Substring(run)))
        }
      }
    }
    return pieces.joined
  }

  private struct Pieces {
    // What stands in brackets is HTML-like, but for being joined to a string.
    private var text = "\""
    private var isOpen = true

    mutating func addQuoted(_ piece: String) {
      if !isOpen { text += " + \"" }
      isOpen = true
      text += piece
    }

    mutating func addBracketed(_ piece: String) {
      text += (isOpen ? "\"" : "") + " + <" + piece + ">"
      isOpen = false
    }

    var joined: String { isOpen ? text + "\"" : text }
  }

  private static func isWord(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.isLatinLetter || first == "_",
      text.unicodeScalars.allSatisfy({ $0.isLatinLetter || $0.isDigit || $0 == "_" })
    else { return false }
    return DOTToken.Keyword(rawValue: text.lowercased()) == nil
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    return digits.contains(where: \.isDigit) && digits.count { $0 == "." } <= 1
      && digits.allSatisfy { $0.isDigit || $0 == "." }
  }
}
