/// Writes HTML-like labels in Graphviz's notation, checking each part on the way.
struct HTMLWriter {
  private var result = ""
  private var cells = 0
  private var hasTable = false
  private var hasText = false
  private let attribute: String
  /// Whether the label is for a DOT file rather than for libgvc at once, which takes `&lt;` apart
  /// twice.
  private let isForDOT: Bool

  private init(attribute: String, isForDOT: Bool) {
    self.attribute = attribute
    self.isForDOT = isForDOT
  }

  /// The label in Graphviz's notation; a table without any text passes only if it may be empty.
  static func text(
    of label: HTMLLabel, mayBeEmpty: Bool, attribute: String, isForDOT: Bool = false
  ) throws(GraphvizError) -> String {
    var writer = HTMLWriter(attribute: attribute, isForDOT: isForDOT)
    try writer.write(label, depth: 1)
    // Without any text or table there is nothing that Graphviz's grammar accepts.
    guard writer.hasText || (mayBeEmpty && writer.hasTable) else {
      throw GraphvizError(.invalidValue, "an HTML-like label without content", attribute: attribute)
    }
    return writer.result
  }

  private mutating func write(_ label: HTMLLabel, depth: Int) throws(GraphvizError) {
    guard depth <= Limits.labelDepth else {
      throw GraphvizError(
        .limitExceeded, "tables or styles are nested deeper than \(Limits.labelDepth)",
        attribute: attribute)
    }
    switch label {
    case .text(let pieces):
      for piece in pieces { try write(piece, depth: depth) }
    case .table(let table):
      try write(table, depth: depth)
    }
    guard result.utf8.count <= 64 * Limits.labelBytes else {
      throw GraphvizError(.limitExceeded, "the HTML-like label is too long", attribute: attribute)
    }
  }

  // MARK: Tables

  private mutating func write(_ table: HTMLTable, depth: Int) throws(GraphvizError) {
    guard !table.rows.isEmpty, table.rows.allSatisfy({ !$0.cells.isEmpty }) else {
      throw GraphvizError(
        .invalidValue, "a table needs a row, and each row a cell", attribute: attribute)
    }
    let isNest = table.rows.contains { row in
      row.cells.contains { if case .table = $0.content { true } else { false } }
    }
    if isNest, table.attributes.isFixedSize {
      throw GraphvizError(
        .invalidValue, "a table with a table in it cannot have a fixed size", attribute: attribute)
    }
    hasTable = true
    result += "<TABLE"
    try write(table.attributes, isTable: true)
    if let border = table.cellBorder { try write("CELLBORDER", border, max: Limits.cellSpacing) }
    if table.hasColumnRules { result += " COLUMNS=\"*\"" }
    result += ">"
    for (index, row) in table.rows.enumerated() {
      result += "<TR>"
      for (index, cell) in row.cells.enumerated() {
        try write(cell, depth: depth)
        if cell.isFollowedByRule && index + 1 < row.cells.count { result += "<VR/>" }
      }
      result += "</TR>"
      if row.isFollowedByRule && index + 1 < table.rows.count { result += "<HR/>" }
    }
    result += "</TABLE>"
  }

  private mutating func write(_ cell: HTMLCell, depth: Int) throws(GraphvizError) {
    cells += 1
    guard cells <= Limits.cells else {
      throw GraphvizError(
        .limitExceeded, "a label has more than \(Limits.cells) cells", attribute: attribute)
    }
    if case .table = cell.content, cell.attributes.isFixedSize {
      // libgvc ends the process when the table does not fit.
      throw GraphvizError(
        .invalidValue, "a cell with a table in it cannot have a fixed size", attribute: attribute)
    }
    result += "<TD"
    try write(cell.attributes, isTable: false)
    for (name, span) in [("ROWSPAN", cell.rowSpan), ("COLSPAN", cell.columnSpan)] where span != 1 {
      guard (1...Limits.span).contains(span) else {
        throw AttributeList.outside(attribute, "\(name) \(span)", "1...\(Limits.span)")
      }
      result += " \(name)=\"\(span)\""
    }
    result += ">"
    try write(cell.content, depth: depth + 1)
    result += "</TD>"
  }

  private mutating func write(
    _ box: HTMLBoxAttributes, isTable: Bool
  ) throws(GraphvizError) {
    try write("BORDER", box.border, max: Limits.cellSpacing)
    try write("CELLSPACING", box.cellSpacing, max: Limits.cellSpacing)
    try write("CELLPADDING", box.cellPadding, max: Limits.cellSpacing)
    if let color = box.color { result += " COLOR=\"\(color)\"" }
    if let color = box.bgColor {
      result += " BGCOLOR=\"\(color)" + (box.bgGradientEnd.map { ":\($0)" } ?? "") + "\""
    }
    if let angle = box.gradientAngle {
      guard Limits.degrees.contains(angle) else {
        throw AttributeList.outside(attribute, "GRADIENTANGLE \(angle)", "\(Limits.degrees)")
      }
      result += " GRADIENTANGLE=\"\(angle)\""
    }
    var styles: [String] = []
    if box.isRadial { styles.append("RADIAL") }
    if box.isRounded && isTable { styles.append("ROUNDED") }
    if let line = box.line { styles.append(line.rawValue) }
    if !styles.isEmpty { result += " STYLE=\"\(styles.joined(separator: ","))\"" }
    if let sides = box.sides {
      let letters = String(HTMLSides.letters.filter { sides.contains($0.0) }.map(\.1))
      guard !letters.isEmpty else {
        throw GraphvizError(
          .invalidValue, "a border on no side; set its width to 0", attribute: attribute)
      }
      result += " SIDES=\"\(letters)\""
    }
    switch box.align {
    case .left: result += " ALIGN=\"LEFT\""
    case .center: result += " ALIGN=\"CENTER\""
    case .right: result += " ALIGN=\"RIGHT\""
    case nil: break
    }
    switch box.valign {
    case .top: result += " VALIGN=\"TOP\""
    case .center: result += " VALIGN=\"MIDDLE\""
    case .bottom: result += " VALIGN=\"BOTTOM\""
    case nil: break
    }
    switch box.lineAlign {
    case _ where isTable: break
    case .left: result += " BALIGN=\"LEFT\""
    case .center: result += " BALIGN=\"CENTER\""
    case .right: result += " BALIGN=\"RIGHT\""
    case nil: break
    }
    try write("WIDTH", box.width, max: Limits.cellExtent)
    try write("HEIGHT", box.height, max: Limits.cellExtent)
    if box.isFixedSize {
      guard box.width != nil, box.height != nil else {
        throw GraphvizError(
          .invalidValue, "a fixed size needs a width and a height", attribute: attribute)
      }
      result += " FIXEDSIZE=\"TRUE\""
    }
    if let port = box.port {
      let port = try Escaping.identifier(port, colon: false, attribute: attribute)
      result += " PORT=\"\(port)\""
    }
    if let url = box.url {
      result += " HREF=\"\(Self.escaped(try Escaping.url(url, attribute: attribute)))\""
    }
    if let tooltip = box.tooltip {
      let tooltip =
        isForDOT ? EscapedText.raw(tooltip) : try Escaping.text(tooltip, attribute: attribute)
      result += " TITLE=\"\(Self.escaped(tooltip))\""
    }
    if let target = box.target {
      result += " TARGET=\"\(try Escaping.identifier(target, attribute: attribute))\""
    }
    if let id = box.id {
      result += " ID=\"\(try Escaping.identifier(id, attribute: attribute))\""
    }
  }

  private mutating func write(_ name: String, _ value: Int?, max: Int) throws(GraphvizError) {
    guard let value else { return }
    guard (0...max).contains(value) else {
      throw AttributeList.outside(attribute, "\(name) \(value)", "0...\(max)")
    }
    result += " \(name)=\"\(value)\""
  }

  // MARK: Text

  private mutating func write(_ piece: HTMLText, depth: Int) throws(GraphvizError) {
    switch piece {
    case .text(let text):
      try Escaping.checkLabel(text, attribute)
      if text.unicodeScalars.contains(where: Escaping.isVisible) { hasText = true }
      // Graphviz reads escapes such as \N here, too.
      let text = isForDOT ? text : Escaping.protected(text)
      let escaped = Self.escaped(text.replacing("\\", with: "\\\\"))
      result += escaped.replacing("\n", with: "<BR/>")
    case .lineBreak(.center): result += "<BR/>"
    case .lineBreak(.left): result += "<BR ALIGN=\"LEFT\"/>"
    case .lineBreak(.right): result += "<BR ALIGN=\"RIGHT\"/>"
    case .font(let font, let pieces):
      var start = "<FONT"
      if let name = font.name {
        start += " FACE=\"\(try Escaping.fontName(name, attribute: attribute))\""
      }
      if let size = font.size {
        start += " POINT-SIZE=\"\(try AttributeList.number(size, attribute, in: Limits.fontSize))\""
      }
      if let color = font.color { start += " COLOR=\"\(color)\"" }
      try write(pieces, between: start + ">", and: "</FONT>", depth: depth)
    case .bold(let pieces): try write(pieces, between: "<B>", and: "</B>", depth: depth)
    case .italic(let pieces): try write(pieces, between: "<I>", and: "</I>", depth: depth)
    case .underline(let pieces): try write(pieces, between: "<U>", and: "</U>", depth: depth)
    case .overline(let pieces): try write(pieces, between: "<O>", and: "</O>", depth: depth)
    case .strikethrough(let pieces): try write(pieces, between: "<S>", and: "</S>", depth: depth)
    case .subscript(let pieces): try write(pieces, between: "<SUB>", and: "</SUB>", depth: depth)
    case .superscript(let pieces): try write(pieces, between: "<SUP>", and: "</SUP>", depth: depth)
    }
  }

  private mutating func write(
    _ pieces: [HTMLText], between start: String, and end: String, depth: Int
  ) throws(GraphvizError) {
    let before = result
    result += start
    let empty = result.utf8.count
    try write(.text(pieces), depth: depth + 1)
    // Graphviz's grammar has no element without content.
    if result.utf8.count == empty {
      result = before
    } else {
      result += end
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
