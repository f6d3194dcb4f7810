import Graphviz

extension Theme {
  /// The sea of a geographic map.
  var sea: Color { background.mixed(with: neutral, share: 0.06) }
  /// The land of a geographic map: towards the borders of groups, but no further than what stands on
  /// it reads well.
  var land: Color {
    let shares = [0.6, 0.5, 0.4, 0.3, 0.2, 0.1]
    let colors = shares.map { groupFill.mixed(with: groupBorder, share: $0) }
    return colors.first { $0.contrast(to: background) <= 1.36 } ?? groupFill
  }
}

extension GeographicPage {
  /// Everything as Graphviz takes it.
  var description: GraphDescription {
    var description = GraphDescription(.undirected, name: plan.graph.title)
    description.attributes.noTranslate = true
    description.attributes.bgColor = theme.background
    description.attributes.fontName = theme.font
    description.attributes.pad = 0.35
    description.attributes.outputOrder = .edgesFirst
    description.attributes.background = background
    description.nodeDefaults.fontName = theme.font
    description.nodeDefaults.shape = .plain
    for (index, panel) in panels.enumerated() { add(panel, index, to: &description) }
    for (index, text) in texts.enumerated() { add(text, "text-\(index)", to: &description) }
    return description
  }

  // MARK: Behind everything

  private var background: [BackgroundShape] {
    var shapes: [BackgroundShape] = []
    for (index, panel) in panels.enumerated() {
      let window = panel.window
      shapes.append(.polygon(window.globe(), fill: theme.sea, stroke: theme.sea, lineWidth: 0.5))
      let (land, lakes) = window.land()
      shapes += land.map { .polygon($0, fill: theme.land, stroke: theme.land, lineWidth: 0.4) }
      shapes += lakes.map { .polygon($0, fill: theme.sea, stroke: theme.sea, lineWidth: 0.4) }
      if index > 0 {
        shapes.append(
          .polygon(window.box.corners, fill: nil, stroke: theme.mutedText, lineWidth: 0.8))
      }
      if let bar = panel.scaleBar {
        let tick = Point(x: 0, y: 3)
        let points = [
          Point(x: bar.start.x, y: bar.start.y + tick.y), bar.start, bar.end,
          Point(x: bar.end.x, y: bar.end.y + tick.y),
        ]
        shapes.append(.line(points.map(\.rounded), stroke: theme.mutedText, lineWidth: 0.8))
      }
    }
    for panel in panels {
      for marker in panel.markers where marker.isMoved {
        shapes.append(leader([marker.home, marker.center]))
      }
      for label in panel.labels where label.place.leader.count == 2 {
        shapes.append(leader(label.place.leader))
      }
    }
    shapes += connectors.map { .line($0.map(\.rounded), stroke: theme.mutedText, lineWidth: 0.8) }
    return shapes.filter { $0.points.count > 1 }
  }

  private func leader(_ points: [Point]) -> BackgroundShape {
    .line(
      points.map(\.rounded), stroke: theme.mutedText.mixed(with: theme.land, share: 0.35),
      lineWidth: 0.6)
  }

  // MARK: Nodes and edges

  private func add(_ panel: MapPanel, _ index: Int, to description: inout GraphDescription) {
    let prefix = "panel-\(index)"
    for (number, marker) in panel.markers.enumerated() {
      add(marker, "\(prefix)-place-\(number)", to: &description)
    }
    for (number, (arc, course)) in zip(panel.arcs, panel.courses).enumerated() {
      let (start, end) = ("\(prefix)-place-\(arc.start)", "\(prefix)-place-\(arc.end)")
      guard !course.curves.isEmpty else { continue }
      description.addEdge(start, end) { attributes in
        attributes.id = "\(prefix)-tie-\(number)"
        set(&attributes, arc.ties, arc.line, course, width: arc.width)
      }
    }
    for (number, stub) in panel.stubs.enumerated() where !stub.course.curves.isEmpty {
      let place = "\(prefix)-place-\(stub.marker)"
      description.addEdge(place, place) { attributes in
        attributes.id = "\(prefix)-stub-\(number)"
        set(&attributes, stub.ties, stub.line, stub.course, width: 1.4)
      }
    }
    for (number, label) in panel.labels.enumerated() {
      add(
        label, "\(prefix)-label-\(number)", on: ground(of: label, in: panel.window),
        to: &description)
    }
    if let heading = panel.heading { add(heading, "\(prefix)-heading", to: &description) }
    if let bar = panel.scaleBar { add(bar.text, "\(prefix)-scale", to: &description) }
  }

  private func set(
    _ attributes: inout EdgeAttributes, _ ties: [Int], _ line: MapLine, _ course: MapCourse,
    width: Double
  ) {
    attributes.pos = course.curves
    attributes.dir = ArrowDirection.none
    attributes.color = plan.color(of: line).withAlpha(plan.isCrowded ? 0x58 : 0xC8)
    attributes.penWidth =
      line.isFaded
      ? 0.8 : plan.path.isEmpty ? (plan.isCrowded ? width * 0.5 : width) : max(width, 3)
    attributes.style = line.isDoubtful ? .dashed : .solid
    attributes.tooltip = tooltip(of: ties)
  }

  private func add(
    _ marker: MapMarker, _ id: String, to description: inout GraphDescription
  ) {
    let node = marker.members.first ?? 0
    description.addNode(id) { attributes in
      attributes.id = id
      attributes.pos = marker.center.rounded
      attributes.width = 2 * marker.radius / 72
      attributes.height = 2 * marker.radius / 72
      attributes.fixedSize = .fixed
      attributes.style = .filled
      attributes.color = theme.background
      attributes.penWidth = 1
      let color = plan.color(of: marker.members)
      attributes.fillColor = color
      if marker.isCluster {
        attributes.shape = .circle
        attributes.label = .html(
          .text([
            .font(
              HTMLFont(size: marker.members.count > 99 ? 8 : 10, color: theme.ink(on: color)),
              [.bold([.text("\(marker.members.count)")])])
          ]))
        let names = marker.members.prefix(30).map { plan.graph.nodes[$0].name }
        attributes.tooltip =
          names.joined(separator: "\n")
          + (marker.members.count > 30 ? "\n+ \(marker.members.count - 30)" : "")
      } else {
        attributes.shape = plan.sign(of: node).shape
        attributes.label = .text("")
        attributes.tooltip = plan.graph.nodes[node].tooltip ?? plan.graph.nodes[node].name
        attributes.url = plan.graph.nodes[node].link.flatMap(NetworkPlan.webAddress)
      }
    }
  }

  /// What is below the middle of a label.
  private func ground(of label: MapLabel, in window: MapWindow) -> Color {
    let place = window.place(at: label.place.box.center)
    return place.map(Land.contains) ?? false ? theme.land : theme.sea
  }

  /// Where lines run below a label, its ground is painted over them so that it reads well.
  private func add(
    _ label: MapLabel, _ id: String, on ground: Color? = nil,
    to description: inout GraphDescription
  ) {
    description.addNode(id) { attributes in
      attributes.pos = label.place.box.center.rounded
      attributes.label = .html(label.text)
      attributes.tooltip = label.tooltip ?? " "
      if label.place.isCrossed, let ground {
        attributes.style = .filled
        attributes.fillColor = ground.withAlpha(0xB4)
      }
    }
  }

  /// The agreements of an arc, with dates and sources.
  private func tooltip(of ties: [Int]) -> String {
    let most = 8
    let texts = ties.prefix(most).map { tie -> String in
      let (start, end) = plan.ends(of: tie)
      let names = plan.graph.nodes[start].name + " – " + plan.graph.nodes[end].name
      return [names, plan.graph.edges[tie].tooltip].compactMap(\.self).joined(separator: "\n")
    }
    let rest = ties.count > most ? ["+ \(ties.count - most)"] : []
    return (texts + rest).joined(separator: "\n\n").clipped(to: 5_000)
  }
}
