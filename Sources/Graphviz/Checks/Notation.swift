/// Values that have a property for their name, but that the property cannot hold: lists of
/// colours, arrows put together from several shapes, line widths among the styles.
///
/// What is harmless of them passes; it is found in DOT files.
enum Notation {
  /// Whether a value may be set by the attribute's name.
  static func allows(_ value: String, for name: String) -> Bool {
    guard !value.isEmpty, value.utf8.count <= 256 else { return false }
    switch name {
    case "arrowhead", "arrowtail":
      return value.utf8.count <= 32 && value.unicodeScalars.allSatisfy(\.isLatinLetter)
    case "style": return isStyle(value)
    case "color", "fillcolor", "fontcolor", "labelfontcolor", "bgcolor", "pencolor":
      return isColors(value)
    default: return false
    }
  }

  /// Words, and line widths within bounds.
  private static func isStyle(_ value: String) -> Bool {
    value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      let word = part.drop { $0 == " " }
      guard word.hasPrefix("setlinewidth("), word.hasSuffix(")") else {
        return Style(dot: String(word)) != nil && !word.isEmpty
      }
      guard let width = DOTNumber.double(word.dropFirst(13).dropLast()) else { return false }
      return Limits.penWidth.contains(width)
    }
  }

  /// Names, also of a scheme, each with the share that it takes if that is said.
  private static func isColors(_ value: String) -> Bool {
    let colors = value.split(separator: ":", omittingEmptySubsequences: false)
    return colors.count <= 16
      && colors.allSatisfy { color in
        let parts = color.split(separator: ";", omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty, parts.count <= 2,
          name.unicodeScalars.allSatisfy({
            $0.isLatinLetter || $0.isDigit || "#/., ".unicodeScalars.contains($0)
          })
        else { return false }
        guard parts.count == 2 else { return true }
        return DOTNumber.double(parts[1]).map { (0...1).contains($0) } ?? false
      }
  }
}
