/// Breaks names into lines that are easy to read in a box.
enum LabelText {
  /// The lines of a text, none much wider than a number of columns where it can be broken: Latin text
  /// at spaces, Han text between any two characters but before closing punctuation and in short
  /// terms in quotation marks or brackets, such as “一带一路”.
  ///
  /// The lines are about equally long, rather than all full but the last.
  static func lines(_ text: String, width limit: Int) -> [String] {
    let pieces = pieces(of: text)
    let total = pieces.reduce(0) { $0 + $1.width }
    let count = (total + limit - 1) / max(limit, 1)
    guard count > 1 else { return [text] }
    // The narrowest lines of which that many do; one piece may be wider than all.
    var width = (total + count - 1) / count
    var lines = filled(pieces, width: width)
    while lines.count > count, width < total {
      width += 1
      lines = filled(pieces, width: width)
    }
    // A piece may be so long that so few lines would be too wide.
    return width <= limit ? lines : filled(pieces, width: limit)
  }

  /// As much in each line as fits.
  private static func filled(_ pieces: [(text: String, width: Int)], width limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces {
      // The space before a word is lost at the beginning of a line.
      let starts = line.isEmpty || width + piece.width > limit
      if starts, !line.isEmpty { lines.append(line) }
      let text = starts ? String(piece.text.drop { $0 == " " }) : piece.text
      line = starts ? text : line + text
      width = starts ? Self.width(of: text) : width + piece.width
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The columns that a text takes: two for a Han character.
  static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  /// Words with the space before them, and single Han characters and short quoted terms with the
  /// punctuation that goes with them.
  private static func pieces(of text: String) -> [(text: String, width: Int)] {
    var pieces: [String] = []
    var breaksBeforeNext = true
    var rest = text[...]
    while let character = rest.first {
      let isWide = character.unicodeScalars.first.map(isWide) ?? false
      let opens = "（(“「《〈".contains(character)
      let closes = closing.contains(character)
      let startsPiece =
        character == " " || (isWide && !closes && breaksBeforeNext) || pieces.isEmpty
        || (opens && breaksBeforeNext)
      if startsPiece { pieces.append("") }
      let taken = opens ? shortTerm(at: rest) ?? rest.prefix(1) : rest.prefix(1)
      pieces[pieces.count - 1] += taken
      // A word goes on until a space; a Han character may be parted from what follows.
      breaksBeforeNext = taken.count > 1 || ((isWide || closes) && !opens)
      rest = rest[taken.endIndex...]
    }
    return pieces.map { ($0, width(of: $0)) }
  }

  private static let closing = "）)”」》〉，。、；：！？"

  /// The term that an opening mark begins, with both its marks; `nil` if it is longer than six
  /// characters, or not of Han ones.
  private static func shortTerm(at text: Substring) -> Substring? {
    let inner = text.dropFirst().prefix { !closing.contains($0) }
    guard (1...6).contains(inner.count), inner.unicodeScalars.allSatisfy(isWide),
      inner.endIndex < text.endIndex
    else { return nil }
    return text[...inner.endIndex]
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
