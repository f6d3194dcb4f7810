import Graphviz

/// A row of the legend: what it is about, and signs with what they mean.
struct LegendSection {
  /// What an entry shows.
  enum Sign {
    /// An outline of a kind of node.
    case outline(NodeShape, isRounded: Bool)
    /// A colour of nodes.
    case color(Color)
    /// A line.
    case line(TieLook)
    /// Nothing: the words alone.
    case none
  }

  var title: String
  var entries: [(sign: Sign, text: String)]

  var heading: String { title.prefix(1).uppercased() + title.dropFirst() + ":" }

  var texts: [String] { [heading] + entries.map(\.text) }
}

extension NetworkPlan {
  /// What shapes, colours, sizes and lines mean, as far as the map has them.
  var legend: [LegendSection] {
    [categorySection, kindSection, tieSection, sizeSection].filter { !$0.entries.isEmpty }
  }

  private var categorySection: LegendSection {
    let shown = categories.prefix(theme.palette.count)
    var entries: [(LegendSection.Sign, String)] = zip(shown, theme.palette).map { category, color in
      (.color(color), category.name + (theme.usesMarks ? " [\(category.shortMark)]" : ""))
    }
    if categories.count > shown.count {
      let lacks = graph.nodes.contains { $0.category == nil }
      entries.append(
        (.color(theme.neutral), words["other"] + (lacks ? ", " + words["none"] : "")))
    } else if !categories.isEmpty, graph.nodes.contains(where: { $0.category == nil }) {
      entries.append((.color(theme.neutral), words["none"]))
    }
    return LegendSection(title: words[graph.categoryTitle ?? "colour"], entries: entries)
  }

  private var kindSection: LegendSection {
    var entries: [(LegendSection.Sign, String)] = []
    if kinds.count > 1 {
      entries = kinds.map { kind in
        let outline = outline(of: kind)
        return (.outline(outline.shape, isRounded: outline.isRounded), kind)
      }
    }
    return LegendSection(title: words["kind"], entries: entries)
  }

  /// What size and width say.
  private var sizeSection: LegendSection {
    var entries: [(LegendSection.Sign, String)] = []
    if isScaled, let title = graph.scoreTitle {
      let what =
        switch title {
        case "degree": words["more ties"]
        case "nodes": words["more nodes"]
        default: words["higher"] + " " + words[title]
        }
      entries.append((.none, words["larger names"] + " = " + what))
    }
    if graph.edges.contains(where: { $0.count > 1 }) {
      entries.append((.none, words["wider lines"] + " = " + words["more ties"]))
    }
    return LegendSection(title: words["size"], entries: entries)
  }

  private var tieSection: LegendSection {
    func line(_ color: Color, _ kind: String?, _ style: Style = .solid) -> LegendSection.Sign {
      .line(
        TieLook(
          color: color, penWidth: 2, style: style,
          ornament: theme.usesMarks && style == .solid ? ornament(ofTie: kind) : nil,
          isDirected: theme.usesMarks && kind != nil
            && graph.edges.allSatisfy { $0.kind != kind || $0.isDirected }))
    }
    let isPlain = graph.edges.allSatisfy { $0.kind == nil }
    var entries = tieKinds.prefix(theme.tieColors.count).map { kind in
      (line(color(ofTie: kind), kind), kind)
    }
    if tieKinds.count > theme.tieColors.count
      || (!isPlain && graph.edges.contains { $0.kind == nil })
    {
      entries.append((line(theme.mutedText, nil), words["other"]))
    }
    if graph.edges.contains(where: \.isDoubtful) {
      entries.append(
        (
          line(theme.mutedText, nil, .dashed),
          words[graph.doubtTitle ?? "implied or ambiguous"]
        ))
    }
    if !options.highlightedPath.isEmpty {
      entries.append(
        (.line(TieLook(color: theme.faded, penWidth: 0.7, style: .solid)), words["off the path"]))
    }
    return LegendSection(title: words["tie"], entries: entries)
  }

  /// A text of the legend; titles end in a colon.
  func legendText(_ text: String, scale: Double) -> HTMLLabel {
    let isTitle = text.hasSuffix(":")
    return Self.table(
      [
        Self.row(
          [text], size: 11 * scale, color: isTitle ? theme.mutedText : theme.text, align: .left)
      ],
      padding: 1)
  }

  // MARK: Title and source

  func title(scale: Double) -> HTMLLabel? {
    guard !graph.title.isEmpty else { return nil }
    return Self.table(
      [
        Self.row(
          LabelText.lines(graph.title, width: 60), size: 22 * scale, color: theme.text,
          isBold: true,
          align: .left)
      ], padding: 1)
  }

  /// What was left out, where the data comes from and of which date it is.
  func footer(_ notes: [NetworkNote], scale: Double) -> HTMLLabel {
    let parts = [
      graph.source.map { "\(words["Source"]): \($0)" },
      graph.date.map { "\(words["Data of"]) \($0)" }, words["drawn by parkgraph"],
    ]
    let lines =
      (notes.map { words.closed($0.text(in: words)) } + [
        parts.compactMap(\.self).joined(separator: "; ")
      ]).flatMap { LabelText.lines($0, width: 110) }
    return Self.table(
      [Self.row(lines, size: 10 * scale, color: theme.mutedText, align: .left)], padding: 1)
  }
}
