import Graphviz

extension NetworkPlan {
  /// The name, below it, smaller, the second one, and where colours don't tell the mark of the
  /// category.
  func label(of place: Int, _ look: NodeLook) -> HTMLLabel {
    let node = graph.nodes[place]
    let small = max(8, look.fontSize - 2)
    var rows = [
      Self.row(
        LabelText.lines(node.name, width: graph.nodes.count > 60 ? 26 : 32), size: look.fontSize,
        color: look.ink, isBold: emphases[place] == .strong)
    ]
    let mark = theme.usesMarks ? node.category.map { "[\($0.shortMark)]" } : nil
    if let second = node.secondName, !second.isEmpty {
      let lines = LabelText.lines(second, width: graph.nodes.count > 60 ? 30 : 36)
      let marked = mark.map { lines.dropLast() + ["\(lines.last ?? "") \($0)"] } ?? lines[...]
      rows.append(Self.row(Array(marked), size: small, color: look.mutedInk))
    } else if let mark {
      rows.append(Self.row([mark], size: small, color: look.mutedInk))
    }
    return Self.table(rows, padding: 1)
  }

  /// The words beside a tie; `nil` where there are none, or too many ties for them.
  func label(ofTie place: Int) -> HTMLLabel? {
    let edge = graph.edges[place]
    guard let text = edge.label, !text.isEmpty, tieEmphases[place] != .faded else { return nil }
    let hasRoom = isInColumns || graph.edges.count <= 24 || tieEmphases[place] == .strong
    guard hasRoom || (edge.count > 1 && edge.count >= numberedTies) else { return nil }
    let isShort = !hasRoom && graph.edges.count > 60
    let lines =
      isShort ? ["×\(edge.count.formattedForMaps)"] : text.split(separator: "\n").map(String.init)
    let wrapped = lines.flatMap { LabelText.lines($0, width: 28) }
    return Self.table(
      [
        Self.row(
          wrapped, size: isInColumns || graph.edges.count <= 100 ? 10 : 9,
          color: color(ofTie: edge.kind))
      ],
      padding: isInColumns ? 3 : 1)
  }

  /// The group's names, and a remark.
  func heading(of group: String) -> HTMLLabel {
    let name = MapGraph.tamed(group, most: 200)
    let heading =
      graph.groupHeadings[group] ?? MapGraph.Heading(MapGraph.isVisible(name) ? name : "–")
    var text: [HTMLText] = [
      .font(HTMLFont(size: 15, color: theme.text), [.bold([.text(heading.name)])])
    ]
    if let second = heading.secondName {
      text.append(.font(HTMLFont(size: 15, color: theme.text), [.text("  " + second)]))
    }
    if let note = heading.note {
      text.append(.font(HTMLFont(size: 11, color: theme.mutedText), [.text("   " + note)]))
    }
    return Self.table([HTMLRow([HTMLCell(text)])], padding: 2)
  }

  // MARK: Parts

  static func row(
    _ lines: [String], size: Double, color: Color, isBold: Bool = false,
    align: HorizontalPlace = .center
  ) -> HTMLRow {
    let text = lines.enumerated().flatMap { index, line -> [HTMLText] in
      let end = HTMLText.lineBreak(align == .left ? .left : .center)
      return index == 0 ? [.text(line)] : [end, .text(line)]
    }
    // A line's own break decides where it stands, so that the last one needs it too.
    let lines = align == .left ? text + [.lineBreak(.left)] : text
    let styled: [HTMLText] = isBold ? [.bold(lines)] : lines
    return HTMLRow([
      HTMLCell([.font(HTMLFont(size: size, color: color), styled)]) { $0.align = align }
    ])
  }

  static func table(_ rows: [HTMLRow], padding: Int) -> HTMLLabel {
    .table(
      HTMLTable(rows: rows) { attributes in
        attributes.border = 0
        attributes.cellSpacing = 0
        attributes.cellPadding = padding
      })
  }
}

extension MapGraph.Category {
  /// What tells it where colours don't.
  var shortMark: String {
    mark ?? String(name.prefix(LabelText.width(of: name.prefix(1)) > 1 ? 2 : 3))
  }
}
