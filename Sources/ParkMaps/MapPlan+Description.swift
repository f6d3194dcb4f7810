import GraphCore
import Graphviz
import ParkGraph

extension MapPlan {
  /// The identifier of the box around everything, which carries the title.
  private static let frame = "frame"

  /// Everything as Graphviz takes it.
  var description: GraphDescription {
    let kind: GraphDescription.Kind = map.view.graph.isDirected ? .directed : .undirected
    var description = GraphDescription(kind, name: title)
    setDefaults(&description)
    for (node, entity) in entities { add(entity, as: node, to: &description) }
    for edge in map.view.graph.edges { add(edge, to: &description) }
    addFrame(to: &description)
    return description
  }

  var title: String { options.title ?? map.graph.info.title }

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

  private func add(_ entity: Entity, as node: NodeID, to description: inout GraphDescription) {
    let color = color(of: entity)
    description.addNode(entity.id.rawValue) { attributes in
      attributes.label = .html(label(of: entity))
      attributes.shape = Self.shape(of: entity.kind)
      attributes.style =
        Self.isRounded(entity.kind) ? [.filled, .rounded] : .filled
      attributes.color = color
      attributes.fillColor = fill(of: entity)
      attributes.tooltip = tooltip(of: entity)
      attributes.id = "node-\(entity.id)"
    }
  }

  /// Parks are tinted, everything else is nearly white.
  private func fill(of entity: Entity) -> Color {
    color(of: entity).lightened(by: entity.kind == .park ? 0.8 : 0.95)
  }

  static func shape(of kind: EntityKind) -> NodeShape {
    switch kind {
    case .park, .organization: .box
    case .programme: .tab
    case .event: .note
    case .person: .ellipse
    case .place: .house
    case .agreement: .component
    }
  }

  /// Parks have round corners, bodies have square ones.
  static func isRounded(_ kind: EntityKind) -> Bool { kind == .park }

  /// The name, and below it, smaller, the one in the other language.
  private func label(of entity: Entity) -> HTMLLabel {
    let (first, second) = nameLines(of: entity)
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

  private func nameLines(of entity: Entity) -> (first: [String], second: [String]) {
    let (first, second) = names(of: entity)
    return (
      LabelText.lines(first, width: 32), second.map { LabelText.lines($0, width: 36) } ?? []
    )
  }

  private static let nameSize = 12.0
  private static let secondNameSize = 10.0

  /// The height, in inches, that the tallest label needs: boxes of one height stand in straight rows.
  private var commonHeight: Double {
    let points = entities.map { _, entity in
      let (first, second) = nameLines(of: entity)
      let text =
        Double(first.count) * Self.nameSize + Double(second.count) * Self.secondNameSize
      return text * 1.35 + 22
    }
    return (points.max() ?? 28) / 72
  }

  /// The name in the map's language, and the one in the second language where it is another one.
  func names(of entity: Entity) -> (first: String, second: String?) {
    let first = entity.name(in: options.language)
    guard options.isBilingual else { return (first, nil) }
    let second =
      options.secondLanguage
      ?? (options.language.language == "zh" ? .english : .simplifiedChinese)
    guard let name = entity.ownName(in: second), name != first else { return (first, nil) }
    return (first, name)
  }

  private func tooltip(of entity: Entity) -> String {
    let facts = [entity.form ?? entity.kind.rawValue, entity.country?.value.rawValue]
    return entity.name(in: options.language) + "\n"
      + facts.compactMap(\.self).joined(separator: ", ")
  }

  // MARK: Edges

  private func add(_ edge: EdgeID, to description: inout GraphDescription) {
    let graph = map.view.graph
    let ends = graph.endpoints(of: edge)
    let tie = graph[edge]
    description.addEdge(graph[ends.source].rawValue, graph[ends.target].rawValue) { attributes in
      attributes.tooltip = tooltip(of: tie)
      attributes.labelTooltip = attributes.tooltip
      attributes.id = "edge-\(edge.rawValue)"
      let isCertain = tie.qualifiers.certainty == .stated
      switch tie.kind {
      case .partnership(let form):
        let color = color(of: form)
        attributes.color = color.withAlpha(0xD0)
        attributes.fontColor = color
        attributes.penWidth = 2
        attributes.style = isMembershipCertain(tie) ? .solid : .dashed
        // Only dot keeps room for labels; elsewhere the colour and the tooltip say it.
        if engine == .dot { attributes.label = .html(edgeLabel(form, tie)) }
      case .party, .relation:
        attributes.color = theme.mutedText.withAlpha(0xA0)
        attributes.penWidth = 1.1
        attributes.style = isCertain ? .solid : .dashed
        if engine == .dot, graph.edgeCount <= 60 { attributes.label = .text(tie.label) }
      }
    }
  }

  /// Whether it is said, and not only to be guessed, that the agreement stands under its programme.
  func isMembershipCertain(_ tie: Tie) -> Bool {
    guard let agreement = tie.agreement.flatMap({ map.graph[$0] }) else { return true }
    return agreement.profile.relations.filter { $0.value.kind == .under }
      .allSatisfy { $0.qualifiers.certainty == .stated }
  }

  /// The kind and the date, with some air between them and the line.
  private func edgeLabel(_ form: Agreement.Form, _ tie: Tie) -> HTMLLabel {
    let date = tie.qualifiers.validity.from.map { bound in
      bound.isExact ? bound.description : bound.latest.map { "by \($0)" } ?? ""
    }
    let text = [form.rawValue, date ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return .table(
      HTMLTable(rows: [HTMLRow([HTMLCell(text)])]) { attributes in
        attributes.border = 0
        attributes.cellSpacing = 0
        attributes.cellPadding = 5
      })
  }

  /// The agreement, its date and its documents.
  private func tooltip(of tie: Tie) -> String {
    var lines: [String] = []
    if let agreement = tie.agreement.flatMap({ map.graph[$0] }) {
      lines.append(agreement.name(in: options.language))
    }
    let date = tie.qualifiers.validity.description
    lines.append([tie.label, date].filter { !$0.isEmpty }.joined(separator: ", "))
    for citation in tie.qualifiers.citations {
      let source = map.graph[citation.source]
      lines.append(
        "\(source?.title ?? citation.source.rawValue)"
          + (source?.date.map { " (\($0))" } ?? "") + ", paragraph \(citation.paragraph)")
    }
    return lines.joined(separator: "\n")
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
      Self.frame, nodes: entities.filter { !inGroups.contains($0.node) }.map(\.entity.id.rawValue)
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
        .cluster("group-\(group.programme)", nodes: group.nodes.map { map.view.graph[$0].rawValue })
        { attributes in
          attributes.label = .html(label(of: group))
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

  /// The programme's names, and how many of its agreements are drawn.
  private func label(of group: MapGroup) -> HTMLLabel {
    guard let entity = map.graph[group.programme] else { return .text([]) }
    let (first, second) = names(of: entity)
    var text: [HTMLText] = [
      .font(HTMLFont(size: 15, color: theme.text), [.bold([.text(first)])])
    ]
    if let second {
      text.append(.font(HTMLFont(size: 15, color: theme.text), [.text("  " + second)]))
    }
    let counts = (entity.programme?.batches ?? []).map { batch in
      "batch \(batch.value.number): "
        + (batch.value.size.map { "\($0) \(batch.value.unit)" } ?? batch.value.unit)
    }
    let summary = (counts + ["\(group.agreements) named here"]).joined(separator: ", ")
    text.append(.font(HTMLFont(size: 11, color: theme.mutedText), [.text("   " + summary)]))
    return .table(
      HTMLTable(rows: [HTMLRow([HTMLCell(text)])]) { attributes in
        attributes.border = 0
        attributes.cellPadding = 6
      })
  }
}
