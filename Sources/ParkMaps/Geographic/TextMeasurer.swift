import Graphviz

/// A line of text on a map.
struct MapTextLine: Hashable, Sendable {
  var text: String
  var size: Double
  var color: Color
  var isBold = false
}

/// Texts as Graphviz draws them, with the room that they take by its measure.
struct TextMeasurer {
  let font: String
  let isolation: Isolation
  private var sizes: [HTMLLabel: Size] = [:]

  init(font: String, isolation: Isolation) {
    self.font = font
    self.isolation = isolation
  }

  /// Lines below each other.
  static func label(_ lines: [MapTextLine], align: HorizontalPlace = .left) -> HTMLLabel {
    let rows = lines.map { line in
      let text: [HTMLText] = [.text(line.text)]
      return HTMLRow([
        HTMLCell(
          [
            .font(HTMLFont(size: line.size, color: line.color), line.isBold ? [.bold(text)] : text)
          ]
        ) { $0.align = align }
      ])
    }
    return table(rows)
  }

  /// Rows without borders and room between.
  static func table(_ rows: [HTMLRow], padding: Int = 0) -> HTMLLabel {
    .table(
      HTMLTable(rows: rows) { attributes in
        attributes.border = 0
        attributes.cellSpacing = 0
        attributes.cellPadding = padding
      })
  }

  /// Measures labels, all in one layout.
  ///
  /// - Throws: What Graphviz reports.
  mutating func measure(_ labels: [HTMLLabel]) throws(GraphvizError) {
    let new = labels.filter { sizes[$0] == nil }
    guard !new.isEmpty else { return }
    var description = GraphDescription(.undirected)
    description.nodeDefaults.shape = .plain
    description.nodeDefaults.fontName = font
    description.attributes.noTranslate = true
    for (index, label) in new.enumerated() {
      description.addNode("\(index)") { attributes in
        attributes.label = .html(label)
        attributes.pos = Point(x: 0, y: 0)
      }
    }
    let layout = try description.draw(with: .nop2, allowing: .all, isolation: isolation).layout
    for (label, node) in zip(new, layout.nodes) { sizes[label] = node.size }
  }

  /// The room that a measured label takes, in points.
  func size(of label: HTMLLabel) -> Size { sizes[label] ?? Size(width: 0, height: 0) }
}
