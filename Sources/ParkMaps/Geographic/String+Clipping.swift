extension String {
  /// The text, or as much of it as so many columns hold, with an ellipsis behind.
  ///
  /// Graphviz refuses labels and tooltips beyond some thousands of bytes, and no one reads them.
  func clipped(to columns: Int) -> String {
    // No column needs more than four bytes; what is short is the rule.
    guard utf8.count > columns else { return self }
    var result = ""
    var width = 0
    for character in self {
      // Marks pile up on one character without taking room.
      width += max(LabelText.width(of: String(character)), character.unicodeScalars.count)
      guard width < columns else { return result + "…" }
      result.append(character)
    }
    return result
  }
}
