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

  /// The table without columns that tell a reader nothing: those with nothing in them, and
  /// identifiers that are also the names.
  var withoutIdleColumns: Table {
    guard !rows.isEmpty else { return self }
    let names = columns.firstIndex { $0.title == "name" }
    let kept = columns.indices.filter { column in
      if columns[column].title == "id", let names {
        return rows.contains { $0[column] != $0[names] }
      }
      return rows.contains { !$0[column].isEmpty }
    }
    var table = Table(columns: kept.map { columns[$0] })
    table.rows = rows.map { row in kept.map { row[$0] } }
    return table
  }

  /// The table with its columns in line, whatever the width of their characters.
  func text(emphasis: Bool = false) -> String {
    let cells = [columns.map(\.title)] + rows.map { $0.map(VisibleText.oneLine) }
    let widths = columns.indices.map { column in
      cells.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    var text = ""
    for (index, row) in cells.enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        if column > 0 { line += "  " }
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        line += columns[column].isNumeric ? gap + cell : cell + gap
      }
      while line.last == " " { line.removeLast() }
      text += index == 0 && emphasis ? "\u{1B}[1m\(line)\u{1B}[0m\n" : line + "\n"
    }
    return text
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
