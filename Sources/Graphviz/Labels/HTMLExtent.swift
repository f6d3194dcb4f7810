/// Estimates of how large HTML-like labels become, never too small.
///
/// libgvc lays cells out with lengths of 16 bits, and ends the process when a table is larger than
/// the cell around it seems to be.
enum HTMLExtent {
  static func check(
    _ label: HTMLLabel, fontSize: Double, attribute: String
  ) throws(GraphvizError) {
    guard case .table = label else { return }
    let size = size(of: label, fontSize)
    guard max(size.width, size.height) <= Limits.tableExtent else {
      throw GraphvizError(
        .limitExceeded,
        "the table could become larger than \(Int(Limits.tableExtent)) points", attribute: attribute
      )
    }
  }

  private static func size(of label: HTMLLabel, _ fontSize: Double) -> Size {
    switch label {
    case .text(let pieces):
      var lines = Lines()
      lines.add(pieces, fontSize)
      return lines.size
    case .table(let table): return size(of: table, fontSize)
    }
  }

  private static func size(of table: HTMLTable, _ fontSize: Double) -> Size {
    let frame = Double(2 * (table.attributes.border ?? 1))
    let spacing = Double(table.attributes.cellSpacing ?? 2)
    var width = 0.0
    var height = 0.0
    // Cells of several rows stand in the rows below, too.
    var hanging = 0.0
    for row in table.rows {
      var rowWidth = hanging
      var rowHeight = 0.0
      for cell in row.cells {
        let content = size(of: cell.content, fontSize)
        let border = cell.attributes.border ?? table.cellBorder ?? table.attributes.border ?? 1
        let padding = cell.attributes.cellPadding ?? table.attributes.cellPadding ?? 2
        let around = Double(2 * (border + padding)) + spacing
        let cellWidth = max(content.width, Double(cell.attributes.width ?? 0)) + around
        rowWidth += cellWidth + spacing * Double(cell.columnSpan)
        if cell.rowSpan > 1 { hanging += cellWidth }
        rowHeight = max(
          rowHeight, max(content.height, Double(cell.attributes.height ?? 0)) + around)
      }
      width = max(width, rowWidth)
      height += rowHeight + spacing
    }
    return Size(
      width: max(width + frame + spacing, Double(table.attributes.width ?? 0)),
      height: max(height + frame + spacing, Double(table.attributes.height ?? 0)))
  }

  /// Lines of text, each as high as its largest font.
  private struct Lines {
    private var line = Size(width: 0, height: 0)
    private var total = Size(width: 0, height: 0)

    var size: Size {
      Size(width: max(total.width, line.width), height: total.height + line.height)
    }

    private mutating func endLine(_ fontSize: Double) {
      total = size
      line = Size(width: 0, height: 1.5 * fontSize)
    }

    mutating func add(_ pieces: [HTMLText], _ fontSize: Double) {
      for piece in pieces {
        switch piece {
        case .text(let text):
          line.height = max(line.height, 1.5 * fontSize)
          for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" {
              endLine(fontSize)
            } else {
              line.width += (scalar.isASCII ? 1.2 : 1.6) * fontSize
            }
          }
        case .lineBreak: endLine(fontSize)
        case .font(let font, let inner): add(inner, font.size ?? fontSize)
        case .bold(let inner), .italic(let inner), .underline(let inner), .overline(let inner),
          .strikethrough(let inner), .subscript(let inner), .superscript(let inner):
          add(inner, fontSize)
        }
      }
    }
  }
}
