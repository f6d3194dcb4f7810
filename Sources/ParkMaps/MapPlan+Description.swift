import Graphviz

extension MapPlan {
  /// The identifier of the box around everything, which carries the title.
  private static let frame = "frame"

  /// Everything as Graphviz takes it.
  var description: GraphDescription {
    let isDirected = graph.edges.contains(where: \.isDirected)
    var description = GraphDescription(isDirected ? .directed : .undirected, name: title)
    setDefaults(&description)
    for node in graph.nodes { add(node, to: &description) }
    for (place, edge) in graph.edges.enumerated() { add(edge, place, to: &description) }
    addFrame(to: &description)
    return description
  }

  var title: String { graph.title }

  private func setDefaults(_ description: inout GraphDescription) {
    description.attributes.bgColor = theme.background
    description.attributes.fontName = theme.font
    description.attributes.pad = 0.35
    description.attributes.outputOrder = .edgesFirst
    if engine == .dot {
      description.attributes.rankDir = .leftToRight
      description.attributes.rankSep = 1.9
      description.attributes.nodeSep = 0.25
    } else {
      description.attributes.overlap = .prism()
      description.attributes.overlapScaling = -3
      description.attributes.sep = .points(12)
      description.attributes.k = 1.1
      description.attributes.repulsiveForce = 1.6
      description.attributes.splines = bendsEdges ? .spline : .line
    }
    description.nodeDefaults.fontName = theme.font
    description.nodeDefaults.fontSize = 12
    description.nodeDefaults.fontColor = theme.text
    description.nodeDefaults.margin = Size(width: 0.12, height: 0.04)
    description.nodeDefaults.height = engine == .dot ? commonHeight : 0.4
    description.nodeDefaults.penWidth = 1.3
    description.edgeDefaults.fontName = theme.font
    description.edgeDefaults.fontSize = 10
    description.edgeDefaults.fontColor = theme.mutedText
    description.edgeDefaults.arrowSize = 0.6
  }

  // MARK: Nodes

  private func add(_ node: MapGraph.Node, to description: inout GraphDescription) {
    let color = color(of: node)
    let outline = outline(of: node.kind)
    description.addNode(node.id) { attributes in
      attributes.label = .html(label(of: node))
      attributes.shape = outline.shape
      attributes.style = outline.isRounded ? [.filled, .rounded] : .filled
      attributes.color = color
      attributes.fillColor = color.lightened(by: 0.8)
      attributes.tooltip = node.tooltip
      attributes.id = "node-\(node.id)"
    }
  }

  /// Parks have round corners, bodies have square ones; other kinds take what is left.
  func outline(of kind: String?) -> (shape: NodeShape, isRounded: Bool) {
    guard let kind else { return (.box, true) }
    let known: [(String, NodeShape, Bool)] = [
      ("park", .box, true), ("organization", .box, false), ("programme", .tab, false),
      ("event", .note, false), ("person", .ellipse, false), ("place", .house, false),
      ("agreement", .component, false),
    ]
    if let one = known.first(where: { words[$0.0] == kind }) { return (one.1, one.2) }
    let others = kinds.filter { kind in !known.contains { words[$0.0] == kind } }
    let free: [(NodeShape, Bool)] = [
      (.box, true), (.box, false), (.ellipse, false), (.hexagon, false), (.octagon, false),
    ]
    return free[(others.firstIndex(of: kind) ?? 0) % free.count]
  }

  /// The name, and below it, smaller, the one in the other language.
  private func label(of node: MapGraph.Node) -> HTMLLabel {
    let (first, second) = nameLines(of: node)
    func row(_ lines: [String], size: Double, color: Color) -> HTMLRow {
      let text = lines.enumerated().flatMap { index, line -> [HTMLText] in
        index == 0 ? [.text(line)] : [.lineBreak(), .text(line)]
      }
      return HTMLRow([HTMLCell([.font(HTMLFont(size: size, color: color), text)])])
    }
    var rows = [row(first, size: Self.nameSize, color: theme.text)]
    if !second.isEmpty {
      rows.append(row(second, size: Self.secondNameSize, color: theme.mutedText))
    }
    return .table(
      HTMLTable(rows: rows) { attributes in
        attributes.border = 0
        attributes.cellSpacing = 0
        attributes.cellPadding = 2
      })
  }

  private func nameLines(of node: MapGraph.Node) -> (first: [String], second: [String]) {
    (
      LabelText.lines(node.name, width: 32),
      node.secondName.map { LabelText.lines($0, width: 36) } ?? []
    )
  }

  private static let nameSize = 12.0
  private static let secondNameSize = 10.0

  /// The height, in inches, that the tallest label needs: boxes of one height stand in straight rows.
  private var commonHeight: Double {
    let points = graph.nodes.map { node in
      let (first, second) = nameLines(of: node)
      let text =
        Double(first.count) * Self.nameSize + Double(second.count) * Self.secondNameSize
      return text * 1.35 + 22
    }
    return (points.max() ?? 28) / 72
  }

  // MARK: Edges

  private func add(_ edge: MapGraph.Edge, _ place: Int, to description: inout GraphDescription) {
    description.addEdge(edge.source, edge.target) { attributes in
      attributes.tooltip = edge.tooltip
      attributes.labelTooltip = edge.tooltip
      attributes.id = "edge-\(place)"
      let color = color(ofTie: edge.kind)
      attributes.color = color.withAlpha(0xD0)
      attributes.fontColor = color
      attributes.penWidth = 2
      attributes.style = edge.isDoubtful ? .dashed : .solid
      attributes.dir = edge.isDirected ? .forward : ArrowDirection.none
      // Only dot keeps room for labels; elsewhere the colour and the tooltip say it.
      if engine == .dot, graph.edges.count <= 60, let label = edge.label, !label.isEmpty {
        attributes.label = .html(edgeLabel(label))
      }
    }
  }

  /// The text, with some air between it and the line.
  private func edgeLabel(_ text: String) -> HTMLLabel {
    .table(
      HTMLTable(rows: [HTMLRow([HTMLCell(text)])]) { attributes in
        attributes.border = 0
        attributes.cellSpacing = 0
        attributes.cellPadding = 5
      })
  }

  // MARK: The frame

  /// The title above, the programmes as boxes inside, the legend below.
  ///
  /// dot draws boxes around groups; the other engines can't, and there the title goes with the
  /// legend.
  private func addFrame(to description: inout GraphDescription) {
    guard engine == .dot else {
      description.attributes.label = .html(legend(withTitle: true))
      description.attributes.labelLoc = .bottom
      return
    }
    let inGroups = Set(groups.flatMap(\.nodes))
    var frame = Subgraph.cluster(
      Self.frame,
      nodes: graph.nodes.indices.filter { !inGroups.contains($0) }.map { graph.nodes[$0].id }
    ) { attributes in
      if !title.isEmpty {
        attributes.label = .html(
          .text([.font(HTMLFont(size: 22, color: theme.text), [.bold([.text(title)])])]))
      }
      attributes.labelLoc = .top
      attributes.labelJust = .left
      attributes.penColor = theme.background
      attributes.margin = 14
    }
    for group in groups {
      frame.subgraphs.append(
        .cluster("group-\(group.key)", nodes: group.nodes.map { graph.nodes[$0].id }) {
          attributes in
          attributes.label = .html(heading(of: group.key))
          attributes.labelLoc = .top
          attributes.labelJust = .left
          attributes.style = [.filled, .rounded]
          attributes.fillColor = theme.groupFill
          attributes.color = theme.groupBorder
          attributes.margin = 18
        })
    }
    description.subgraphs.append(frame)
    description.attributes.label = .html(legend(withTitle: false))
    description.attributes.labelLoc = .bottom
    description.attributes.labelJust = .left
  }

  /// The group's names, and a remark.
  private func heading(of group: String) -> HTMLLabel {
    let heading = graph.groupHeadings[group] ?? MapGraph.Heading(group)
    var text: [HTMLText] = [
      .font(HTMLFont(size: 15, color: theme.text), [.bold([.text(heading.name)])])
    ]
    if let second = heading.secondName {
      text.append(.font(HTMLFont(size: 15, color: theme.text), [.text("  " + second)]))
    }
    if let note = heading.note {
      text.append(.font(HTMLFont(size: 11, color: theme.mutedText), [.text("   " + note)]))
    }
    return .table(
      HTMLTable(rows: [HTMLRow([HTMLCell(text)])]) { attributes in
        attributes.border = 0
        attributes.cellPadding = 6
      })
  }
}
