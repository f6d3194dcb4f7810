import Graphviz

extension MapPlan {
  /// What shapes, colours and lines mean, and where the data comes from.
  func legend(withTitle: Bool) -> HTMLLabel {
    var rows: [HTMLRow] = []
    if withTitle, !title.isEmpty {
      rows.append(
        HTMLRow([
          cell([.font(HTMLFont(size: 22, color: theme.text), [.bold([.text(title)])])])
        ]))
    }
    for line in [shapes + colors, lines] where !line.isEmpty {
      rows.append(HTMLRow([cell(line)]))
    }
    rows.append(
      HTMLRow([cell([.font(HTMLFont(size: 10, color: theme.mutedText), [.text(source)])])]))
    return .table(
      HTMLTable(rows: rows) { attributes in
        attributes.border = 0
        attributes.cellSpacing = 0
        attributes.cellPadding = 5
      })
  }

  private func cell(_ text: [HTMLText]) -> HTMLCell {
    HTMLCell(text) { $0.align = .left }
  }

  /// An entry: a sign in a colour, what it says, and room behind it.
  private func entry(_ sign: String, _ color: Color, _ text: String) -> [HTMLText] {
    [
      .font(HTMLFont(size: 13, color: color), [.text(sign)]),
      .font(HTMLFont(size: 11, color: theme.text), [.text(" \(text)     ")]),
    ]
  }

  /// What the outlines of nodes say.
  private var shapes: [HTMLText] {
    guard kinds.count > 1 else { return [] }
    let text = kinds.map { kind in
      let outline = outline(of: kind)
      return (outline.isRounded ? "round" : outline.shape.rawValue) + ": " + kind
    }
    return [
      .font(HTMLFont(size: 11, color: theme.text), [.text(text.joined(separator: ",  ") + "     ")])
    ]
  }

  /// What the colours of nodes say.
  private var colors: [HTMLText] {
    var entries = categories.prefix(theme.palette.count).enumerated().flatMap { place, category in
      entry("■", theme.palette[place], category.name)
    }
    if categories.count > theme.palette.count {
      entries += entry("■", theme.neutral, words["other"])
    } else if !categories.isEmpty, graph.nodes.contains(where: { $0.category == nil }) {
      entries += entry("■", theme.neutral, words["none"])
    }
    return entries
  }

  /// What the lines say.
  private var lines: [HTMLText] {
    var entries = edgeKinds.flatMap { entry("━━", color(ofTie: $0), $0) }
    if graph.edges.contains(where: \.isDoubtful) {
      entries += entry("╍╍", theme.mutedText, words[graph.doubtTitle ?? "implied or ambiguous"])
    }
    return entries
  }

  private var source: String {
    let parts = [
      graph.source.map { "\(words["Source"]): \($0)" },
      graph.date.map { "\(words["Data of"]) \($0)" }, words["drawn by parkgraph"],
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }
}
