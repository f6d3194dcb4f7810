/// Rows and columns, for a terminal or as CSV.
struct Table {
  /// A column: its title, its name in CSV, and whether it holds numbers.
  struct Column {
    var title: String
    var key: String
    var isNumeric: Bool

    init(_ title: String, key: String? = nil, isNumeric: Bool = false) {
      self.title = title
      self.key = key ?? title
      self.isNumeric = isNumeric
    }
  }

  var columns: [Column]
  var rows: [[String]] = []

  /// The columns that tell a reader something: not those with nothing in them, and not identifiers
  /// that are also the names.
  private var tellingColumns: [Int] {
    guard !rows.isEmpty else { return Array(columns.indices) }
    let names = columns.firstIndex { $0.title == "name" }
    return columns.indices.filter { column in
      if columns[column].title == "id", let names {
        return rows.contains { $0[column] != $0[names] }
      }
      return rows.contains { !$0[column].isEmpty }
    }
  }

  /// The columns that tell a reader something, in line whatever the width of their characters.
  ///
  /// - Parameters:
  ///   - emphasis: Whether the titles are bold.
  ///   - terminal: How many columns there is room for: longer texts are cut, as far as that helps,
  ///     but identifiers and numbers are not.
  /// - Returns: The lines, titles first.
  func text(emphasis: Bool = false, fitting terminal: Int? = nil) -> String {
    let shown = tellingColumns
    let titles = columns.map(\.title)
    var widths = shown.map { column in
      rows.reduce(DisplayWidth.of(titles[column])) {
        max($0, DisplayWidth.of(VisibleText.oneLine($1[column])))
      }
    }
    if let terminal { fit(&widths, of: shown, to: terminal) }
    func line(_ row: [String]) -> String {
      var line = ""
      var gap = 0
      for (column, width) in zip(shown, widths) {
        let cell = DisplayWidth.cut(VisibleText.oneLine(row[column]), to: width)
        let room = width - DisplayWidth.of(cell)
        let isNumeric = columns[column].isNumeric
        if isNumeric { gap += room }
        if !cell.isEmpty {
          line += String(repeating: " ", count: gap) + cell
          gap = 0
        }
        gap += isNumeric ? 2 : room + 2
      }
      return line
    }
    var text = emphasis ? "\u{1B}[1m\(line(titles))\u{1B}[0m\n" : line(titles) + "\n"
    for row in rows { text += line(row) + "\n" }
    return text
  }

  /// Narrows the widest columns of text until a line fits.
  private func fit(_ widths: inout [Int], of shown: [Int], to terminal: Int) {
    let isText = shown.map { !columns[$0].isNumeric && columns[$0].title != "id" }
    func narrowed(to most: Int) -> [Int] {
      zip(widths, isText).map { width, isText in isText ? min(width, most) : width }
    }
    let room = terminal - 2 * (widths.count - 1)
    guard widths.reduce(0, +) > room else { return }
    let least = 20
    let most = stride(from: room, to: least, by: -1)
      .first { narrowed(to: $0).reduce(0, +) <= room }
    widths = narrowed(to: most ?? least)
  }

  /// The table as RFC 4180 has it: a line of keys, fields in quotes where they need them.
  var csv: String {
    ([columns.map(\.key)] + rows).map { row in
      row.map(Self.csvField).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func csvField(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard needsQuotes else { return text }
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }
}
