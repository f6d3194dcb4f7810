import Graphviz

extension Dice {
  private static let texts = [
    "a", "北京\nBeijing", "", " ", "x\ny\nz", "\\N", "<b>&lt;</b>", "{a|b}",
    "a long label that goes on and on", "🙂", String(repeating: "w", count: 300), "]]>", "%s%n",
    "\"", "'", "--><script>", "\\", "x\\", "&#1;", "\u{202E}abc", "\t", "e\u{301}",
  ]

  mutating func text() -> String { one(of: Self.texts) }

  mutating func color() -> Color {
    Color(rgb: UInt32.random(in: 0...0xFFFFFF, using: &self), alpha: one(of: [255, 0, 128]))
  }

  mutating func url() -> String {
    one(of: [
      "https://x.y/z", "https://x.y/z?a=b&c=d", "http://a/\"><script>", "https://é.example/'",
    ])
  }

  mutating func label() -> Label {
    chance(0.2) ? .html(html()) : .text(text(), alignment: one(of: TextAlignment.self))
  }

  mutating func html(depth: Int = 0) -> HTMLLabel {
    guard depth < 3, chance(0.5) else { return .text([piece(), piece()]) }
    var rows: [HTMLRow] = []
    for _ in 0..<number(1...3) {
      var cells: [HTMLCell] = []
      for _ in 0..<number(1...3) {
        var cell = HTMLCell(html(depth: depth + 1))
        change(&cell.attributes)
        if chance(0.2) { cell.rowSpan = number(1...4) }
        if chance(0.2) { cell.columnSpan = number(1...4) }
        cells.append(cell)
      }
      rows.append(HTMLRow(cells, isFollowedByRule: chance(0.2)))
    }
    var table = HTMLTable(rows: rows)
    change(&table.attributes)
    if chance(0.3) { table.cellBorder = number(0...4) }
    table.hasColumnRules = chance(0.2)
    return .table(table)
  }

  private mutating func piece(depth: Int = 0) -> HTMLText {
    guard depth < 4 else { return .text(text()) }
    switch number(0...9) {
    case 0: return .bold([piece(depth: depth + 1)])
    case 1: return .italic([piece(depth: depth + 1), piece(depth: depth + 1)])
    case 2: return .underline([piece(depth: depth + 1)])
    case 3: return .subscript([piece(depth: depth + 1)])
    case 4:
      let font = HTMLFont(
        name: maybe(0.3) { $0.one(of: ["Times", "sans-serif"]) },
        size: maybe(0.3) { $0.number(1...40) }, color: maybe(0.3) { $0.color() })
      return .font(font, [piece(depth: depth + 1)])
    case 5: return .lineBreak(one(of: TextAlignment.self))
    case 6: return .strikethrough([piece(depth: depth + 1)])
    case 7: return .overline([piece(depth: depth + 1)])
    default: return .text(text())
    }
  }

  private mutating func change(_ box: inout HTMLBoxAttributes) {
    box.border = maybe(0.3) { $0.number(0...5) }
    box.cellSpacing = maybe(0.2) { $0.number(0...10) }
    box.cellPadding = maybe(0.2) { $0.number(0...127) }
    box.color = maybe(0.2) { $0.color() }
    box.bgColor = maybe(0.2) { $0.color() }
    box.bgGradientEnd = maybe(0.1) { $0.color() }
    box.isRounded = chance(0.2)
    box.align = maybe(0.2) { $0.one(of: HorizontalPlace.self) }
    box.valign = maybe(0.2) { $0.one(of: VerticalPlace.self) }
    if chance(0.1) {
      box.width = number(0...500)
      box.height = number(0...500)
      box.isFixedSize = chance(0.5)
    }
    box.port = maybe(0.3) { $0.one(of: ["p", "q"]) }
    if chance(0.1) {
      box.url = url()
      box.tooltip = text()
    }
  }

  mutating func fields(depth: Int = 0) -> [RecordField] {
    var fields: [RecordField] = []
    for _ in 0..<number(1...4) {
      fields.append(
        depth < 3 && chance(0.3)
          ? RecordField(self.fields(depth: depth + 1))
          : RecordField(text(), port: maybe(0.3) { $0.one(of: ["p", "q"]) }))
    }
    return fields
  }
}
