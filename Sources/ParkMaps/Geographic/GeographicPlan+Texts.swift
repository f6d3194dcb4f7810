import Graphviz

/// Names that are listed beside a map.
struct MapList {
  var heading: HTMLLabel
  var rows: [(text: HTMLLabel, tooltip: String?)]
}

extension GeographicPlan {
  /// No list is longer than so many rows.
  private static let mostRows = 400

  // MARK: Lists

  /// What has no place on the map: names that found none, what is drawn as one, and what has no
  /// coordinates.
  func lists(_ panels: [MapPanel]) -> [MapList] {
    var lists: [MapList] = []
    let numbered = panels.flatMap(\.numbered)
    if !numbered.isEmpty {
      lists.append(
        list(heading("numbers on the map"), numbered.map { row($0.node, number: $0.number) }))
    }
    let shown = Set(
      panels.flatMap { $0.markers.filter { !$0.isCluster }.flatMap(\.members) })
    var listed: Set<Int> = []
    for marker in panels.flatMap(\.markers) where marker.isCluster && !isCrowded {
      let hidden = marker.members.filter { !shown.contains($0) && listed.insert($0).inserted }
      guard !hidden.isEmpty else { continue }
      lists.append(list(name(of: marker.members), hidden.map { row($0) }))
    }
    let lost = graph.nodes.indices.filter { graph.nodes[$0].coordinates == nil }
    if !lost.isEmpty {
      lists.append(list(heading("not on the map"), lost.map { row($0, withTies: true) }))
    }
    return lists
  }

  private func list(_ heading: String, _ rows: [(text: HTMLLabel, tooltip: String?)]) -> MapList {
    var kept = Array(rows.prefix(Self.mostRows))
    if kept.count < rows.count {
      kept.append((line([text("+ \(rows.count - kept.count)", 9.5, theme.mutedText)]), nil))
    }
    return MapList(
      heading: line([.bold([text(heading, 10.5, theme.text)])]), rows: kept)
  }

  private func row(
    _ node: Int, number: Int? = nil, withTies: Bool = false
  ) -> (text: HTMLLabel, tooltip: String?) {
    var parts: [HTMLText] = []
    if let number { parts.append(.bold([text("\(number)  ", 9.5, theme.text)])) }
    parts.append(text(sign(of: node).text + " ", 9.5, color(of: node)))
    parts.append(text(graph.nodes[node].name, 9.5, theme.text))
    if let second = graph.nodes[node].secondName {
      parts.append(text("  " + second, 9, theme.mutedText))
    }
    if withTies, let remark = remark(on: node) {
      parts.append(text("   " + remark, 9, theme.mutedText))
    }
    return (line(parts), graph.nodes[node].tooltip)
  }

  /// What a node that isn't on the map is tied to.
  private func remark(on node: Int) -> String? {
    let most = 2
    guard !ties[node].isEmpty else { return nil }
    let names = ties[node].prefix(most).map { tie in
      let (start, end) = ends(of: tie)
      let kind = graph.edges[tie].kind.map { "\($0): " } ?? ""
      return kind + graph.nodes[start == node ? end : start].name
    }
    let rest = ties[node].count > most ? " +\(ties[node].count - most)" : ""
    return names.joined(separator: "; ") + rest
  }

  private func line(_ text: [HTMLText]) -> HTMLLabel {
    TextMeasurer.table([HTMLRow([HTMLCell(text) { $0.align = .left }])], padding: 1)
  }

  private func text(_ text: String, _ size: Double, _ color: Color) -> HTMLText {
    .font(HTMLFont(size: size, color: color), [.text(text)])
  }

  // MARK: The legend

  /// The sign of a node's kind.
  func sign(of node: Int) -> MapSign { sign(of: graph.nodes[node].kind) }

  /// The sign of a kind: the known ones have their own, others take what is left.
  private func sign(of kind: String?) -> MapSign {
    guard let kind else { return .all[0] }
    let known = ["park", "organization", "programme", "event", "person", "place", "agreement"]
    if let place = known.firstIndex(where: { words[$0] == kind }) { return .all[place] }
    let others = kinds.filter { kind in !known.contains { words[$0] == kind } }
    return .all[min(others.firstIndex(of: kind) ?? 0, MapSign.all.count - 1)]
  }

  /// What shapes, colours and lines mean, and where the data comes from, no wider than the map.
  func legend(width: Double) -> HTMLLabel {
    var rows: [HTMLRow] = []
    for (title, entries) in [
      (graph.categoryTitle ?? "colour", colors), ("kind", signs), ("tie", lines),
    ] where !entries.isEmpty {
      var row = [text(heading(title) + ":   ", 11, theme.mutedText)]
      var used = 0.0
      for (parts, columns) in entries {
        let wanted = Double(columns) * 6.4
        if used + wanted > width - 100, used > 0 {
          rows.append(HTMLRow([HTMLCell(row) { $0.align = .left }]))
          row = []
          used = 0
        }
        row += parts
        used += wanted
      }
      rows.append(HTMLRow([HTMLCell(row) { $0.align = .left }]))
    }
    rows.append(HTMLRow([HTMLCell([text(source, 10, theme.mutedText)]) { $0.align = .left }]))
    return TextMeasurer.table(rows, padding: 4)
  }

  private func heading(_ english: String) -> String {
    let word = words[english]
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private typealias Entry = (parts: [HTMLText], columns: Int)

  private func entry(_ sign: String, _ color: Color, _ name: String) -> Entry {
    (
      [text(sign, 13, color), text(" \(name)     ", 11, theme.text)],
      LabelText.width(of: sign + name) + 6
    )
  }

  private var colors: [Entry] {
    var entries = zip(theme.palette, categories).map { entry("■", $0, marked($1)) }
    if categories.count > theme.palette.count {
      entries.append(entry("■", theme.neutral, words["other"]))
    } else if !categories.isEmpty, graph.nodes.contains(where: { $0.category == nil }) {
      entries.append(entry("■", theme.neutral, words["none"]))
    }
    return entries
  }

  private var signs: [Entry] {
    kinds.count > 1
      ? kinds.prefix(MapSign.all.count).map { entry(sign(of: $0).text, theme.mutedText, $0) } : []
  }

  private var lines: [Entry] {
    var entries = edgeKinds.prefix(theme.tieColors.count).map {
      entry("━━", color(of: MapLine(kind: $0, isDoubtful: false)), $0)
    }
    if edgeKinds.count > theme.tieColors.count {
      entries.append(entry("━━", theme.mutedText, words["other"]))
    }
    if graph.edges.contains(where: \.isDoubtful) {
      entries.append(
        entry("╍╍", theme.mutedText, words[graph.doubtTitle ?? "implied or ambiguous"]))
    }
    if !path.isEmpty { entries.append(entry("━━", theme.faded, words["off the path"])) }
    return entries
  }

  private var source: String {
    let parts = [
      graph.source.map { "\(words["Source"]): \($0)" },
      graph.date.map { "\(words["Data of"]) \($0)" }, words["drawn by parkgraph"],
      "\(words["land"]): Natural Earth",
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }
}

/// What a marker looks like.
struct MapSign: Hashable, Sendable {
  let shape: NodeShape
  /// The character that looks like it.
  let text: String

  static let all = [
    MapSign(shape: .circle, text: "●"), MapSign(shape: .square, text: "■"),
    MapSign(shape: .diamond, text: "◆"), MapSign(shape: .star, text: "★"),
    MapSign(shape: .triangle, text: "▲"), MapSign(shape: .invtriangle, text: "▼"),
    MapSign(shape: .doublecircle, text: "◎"),
  ]
}
