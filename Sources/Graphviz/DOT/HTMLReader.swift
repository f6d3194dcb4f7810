/// Makes a typed label of an HTML-like one.
///
/// All of Graphviz's elements and attributes have a place in the typed tree but `IMG`, which reads
/// a file. A label that is malformed or has what is unknown is an error, as it is in Graphviz.
struct HTMLReader {
  private let names: EscapedText.Names
  private let line: Int

  /// The label of what stood between the angle brackets, which begins in a line, where the names
  /// stand for `\N` and the others.
  static func label(
    of text: String, line: Int, names: EscapedText.Names
  ) throws(GraphvizError) -> HTMLLabel {
    let contents = try HTMLElement.contents(of: text, line: line)
    return try HTMLReader(names: names, line: line).label(of: contents)
  }

  private func unknown(_ what: String, line: Int) -> GraphvizError {
    var error = GraphvizError(.unsupported, "\(what) in an HTML-like label is not supported")
    error.line = line
    return error
  }

  // MARK: Text

  private static let styles: [String: @Sendable ([HTMLText]) -> HTMLText] = [
    "B": { .bold($0) }, "I": { .italic($0) }, "U": { .underline($0) }, "O": { .overline($0) },
    "S": { .strikethrough($0) }, "SUB": { .subscript($0) }, "SUP": { .superscript($0) },
  ]

  /// What an element that changes how text looks does to the text in it; nil for others.
  private func style(
    of element: HTMLElement
  ) throws(GraphvizError) -> (@Sendable ([HTMLText]) -> HTMLText)? {
    if let style = Self.styles[element.name] { return style }
    guard element.name == "FONT" else { return nil }
    var font = HTMLFont()
    for (name, value) in element.attributes {
      switch name {
      case "FACE": font.name = value
      case "POINT-SIZE":
        guard let size = Double(value), size.isFinite else {
          throw unknown("POINT-SIZE \"\(value)\"", line: element.line)
        }
        font.size = size
      case "COLOR": font.color = try color(value, element)
      default: throw unknown("the attribute \(name) of FONT", line: element.line)
      }
    }
    let finished = font
    return { .font(finished, $0) }
  }

  /// Pieces of text; nil where a table is among them.
  private func text(of contents: [HTMLElement.Content]) throws(GraphvizError) -> [HTMLText] {
    var pieces: [HTMLText] = []
    for content in contents {
      switch content {
      case .text(let text):
        // As in Graphviz: newlines and tabs are nothing, spaces stay.
        let visible = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 >= " " }))
        guard !visible.isEmpty else { continue }
        pieces.append(.text(EscapedText(raw: visible, names: names).inHTML))
      case .element(let element):
        if element.name == "BR" {
          pieces.append(.lineBreak(try alignment(of: element)))
        } else if let style = try style(of: element) {
          pieces.append(style(try text(of: element.contents)))
        } else {
          throw unknown("<\(element.name)>", line: element.line)
        }
      }
    }
    return Self.joined(pieces)
  }

  /// Pieces of plain text that follow each other are one.
  private static func joined(_ pieces: [HTMLText]) -> [HTMLText] {
    var result: [HTMLText] = []
    for piece in pieces {
      if case .text(let text) = piece, case .text(let before) = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private func alignment(of element: HTMLElement) throws(GraphvizError) -> TextAlignment {
    guard let (name, value) = element.attributes.last else { return .center }
    guard name == "ALIGN", let alignment = Self.alignment(value) else {
      throw unknown("\(name)=\"\(value)\" of BR", line: element.line)
    }
    return alignment
  }

  private static func alignment(_ value: String) -> TextAlignment? {
    switch value.uppercased() {
    case "LEFT": .left
    case "CENTER": .center
    case "RIGHT": .right
    default: nil
    }
  }

  private func color(_ value: String, _ element: HTMLElement) throws(GraphvizError) -> Color {
    guard let color = Color(dot: value) else {
      throw unknown("the color \"\(value)\"", line: element.line)
    }
    return color
  }

  // MARK: Tables

  /// A table, in elements that change how its text looks or not, or else text.
  private func label(
    of contents: [HTMLElement.Content]
  ) throws(GraphvizError) -> HTMLLabel {
    guard let (table, styles) = try self.table(in: contents, depth: 0) else {
      return .text(try text(of: contents))
    }
    return .table(try self.table(table, styles))
  }

  private typealias Styles = [@Sendable ([HTMLText]) -> HTMLText]

  /// The table among some contents, and the styles around it from outside in.
  private func table(
    in contents: [HTMLElement.Content], depth: Int
  ) throws(GraphvizError) -> (HTMLElement, Styles)? {
    for case .element(let element) in contents {
      if element.name == "TABLE" { return (element, []) }
      guard let style = try style(of: element),
        let (table, styles) = try self.table(in: element.contents, depth: depth + 1)
      else { continue }
      return (table, [style] + styles)
    }
    return nil
  }

  /// A table whose text has the styles, which in the typed tree stand in its cells.
  private func table(_ element: HTMLElement, _ styles: Styles) throws(GraphvizError) -> HTMLTable {
    var table = HTMLTable(rows: [])
    var hasRowRules = false
    for (name, value) in element.attributes {
      switch name {
      case "CELLBORDER": table.cellBorder = try number(value, name, element)
      case "COLUMNS" where value == "*": table.hasColumnRules = true
      case "ROWS" where value == "*": hasRowRules = true
      default: try set(name, value, of: &table.attributes, element)
      }
    }
    for case .element(let row) in element.contents {
      switch row.name {
      case "TR": table.rows.append(try self.row(row, styles, isFollowedByRule: hasRowRules))
      case "HR" where !table.rows.isEmpty: table.rows[table.rows.count - 1].isFollowedByRule = true
      default: throw unknown("<\(row.name)> in a table", line: row.line)
      }
    }
    return table
  }

  private func row(
    _ element: HTMLElement, _ styles: Styles, isFollowedByRule: Bool
  ) throws(GraphvizError) -> HTMLRow {
    var row = HTMLRow([], isFollowedByRule: isFollowedByRule)
    for case .element(let cell) in element.contents {
      switch cell.name {
      case "TD": row.cells.append(try self.cell(cell, styles))
      case "VR" where !row.cells.isEmpty: row.cells[row.cells.count - 1].isFollowedByRule = true
      default: throw unknown("<\(cell.name)> in a row", line: cell.line)
      }
    }
    return row
  }

  private func cell(_ element: HTMLElement, _ styles: Styles) throws(GraphvizError) -> HTMLCell {
    var cell: HTMLCell
    if let (table, inner) = try self.table(in: element.contents, depth: 0) {
      cell = HTMLCell(.table(try self.table(table, styles + inner)))
    } else {
      let text = try text(of: element.contents)
      cell = HTMLCell(text.isEmpty ? [] : styles.reversed().reduce(text) { [$1($0)] })
    }
    for (name, value) in element.attributes {
      switch name {
      case "ROWSPAN": cell.rowSpan = try number(value, name, element)
      case "COLSPAN": cell.columnSpan = try number(value, name, element)
      case "BALIGN":
        guard let alignment = Self.alignment(value) else {
          throw unknown("BALIGN=\"\(value)\"", line: element.line)
        }
        cell.attributes.lineAlign = alignment
      default: try set(name, value, of: &cell.attributes, element)
      }
    }
    return cell
  }

  private func number(
    _ value: String, _ name: String, _ element: HTMLElement
  ) throws(GraphvizError) -> Int {
    guard let number = Int(value) else {
      throw unknown("\(name)=\"\(value)\"", line: element.line)
    }
    return number
  }

  private func set(
    _ name: String, _ value: String, of box: inout HTMLBoxAttributes, _ element: HTMLElement
  ) throws(GraphvizError) {
    func refused() -> GraphvizError { unknown("\(name)=\"\(value)\"", line: element.line) }
    let word = value.uppercased()
    switch name {
    case "BORDER": box.border = try number(value, name, element)
    case "CELLSPACING": box.cellSpacing = try number(value, name, element)
    case "CELLPADDING": box.cellPadding = try number(value, name, element)
    case "WIDTH": box.width = try number(value, name, element)
    case "HEIGHT": box.height = try number(value, name, element)
    case "GRADIENTANGLE": box.gradientAngle = try number(value, name, element)
    case "COLOR": box.color = try color(value, element)
    case "BGCOLOR":
      let colors = value.split(separator: ":", maxSplits: 1).map(String.init)
      guard let first = colors.first else { throw refused() }
      box.bgColor = try color(first, element)
      if colors.count > 1 { box.bgGradientEnd = try color(colors[1], element) }
    case "PORT": box.port = value
    case "HREF": box.url = EscapedText(raw: value, names: names).plain
    case "TITLE", "TOOLTIP": box.tooltip = EscapedText(raw: value, names: names).plain
    case "TARGET": box.target = EscapedText(raw: value, names: names).plain
    case "ID": box.id = EscapedText(raw: value, names: names).plain
    case "FIXEDSIZE":
      guard word == "TRUE" || word == "FALSE" else { throw refused() }
      box.isFixedSize = word == "TRUE"
    case "ALIGN":
      guard let place = HorizontalPlace.allCases.first(where: { "\($0)".uppercased() == word })
      else { throw refused() }
      box.align = place
    case "VALIGN":
      let places: [String: VerticalPlace] = ["TOP": .top, "MIDDLE": .center, "BOTTOM": .bottom]
      guard let place = places[word] else { throw refused() }
      box.valign = place
    case "SIDES":
      var sides: HTMLSides = []
      for letter in word {
        guard let side = HTMLSides.letters.first(where: { $0.1 == letter }) else { throw refused() }
        sides.insert(side.0)
      }
      box.sides = sides.isEmpty ? nil : sides
    case "STYLE":
      for style in word.split(whereSeparator: { $0 == "," || $0 == " " }) {
        switch style {
        case "ROUNDED": box.isRounded = true
        case "RADIAL": box.isRadial = true
        case "INVIS": box.line = .invisible
        default:
          guard let line = HTMLLine(rawValue: String(style)) else { throw refused() }
          box.line = line
        }
      }
    default: throw unknown("the attribute \(name)", line: element.line)
    }
  }
}
