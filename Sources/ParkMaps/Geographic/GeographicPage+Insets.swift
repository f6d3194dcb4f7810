import Graphviz

extension GeographicPage {
  /// Adds an inset for a group that has one marker in a panel, and further ones for what is dense
  /// there too.
  mutating func addInset(for group: [Int], in parent: Int) throws(GraphvizError) {
    let sizes = group.map { measurer.size(of: TextMeasurer.label(plan.nameLines(of: $0))) }
    let size = MapWindow.insetSize(for: sizes)
    guard let marker = panels[parent].markers.first(where: { $0.members == group }) else { return }
    let place = place(forInset: size, of: marker)
    let window = MapWindow.inset(
      around: group.compactMap { plan.graph.nodes[$0].coordinates }, in: place)
    let dense = parent == 0 ? plan.denseGroups(group, in: window) : []
    let markers = plan.markers(of: group, in: window, together: dense)
    let arcs = plan.arcs(between: markers).filter { arc in
      arc.start != arc.end || !dense.contains(markers[arc.start].members)
    }
    var panel = MapPanel(
      window: window, markers: markers, arcs: arcs,
      courses: arcs.map { plan.course(of: $0, markers, in: window) },
      stubs: plan.stubs(of: markers, in: window))

    let heading = TextMeasurer.label([
      MapTextLine(text: plan.name(of: group), size: 12, color: theme.text, isBold: true)
    ])
    let bar = window.scaleBar
    let barText = TextMeasurer.label([
      MapTextLine(text: bar.text, size: 8.5, color: theme.mutedText)
    ])
    try measurer.measure([heading, barText])
    let corners = InsetCorners(panel)
    let headingBox = corners.box(of: measurer.size(of: heading), avoiding: [])
    panel.heading = MapLabel(text: heading, place: LabelPlace(box: headingBox))
    let barSize = measurer.size(of: barText)
    let barBox = corners.box(
      of: Size(width: max(bar.length, barSize.width), height: barSize.height + 4),
      avoiding: [headingBox], fromBelow: true)
    let start = Point(x: barBox.center.x - bar.length / 2, y: barBox.lowerLeft.y)
    panel.scaleBar = MapScaleBar(
      start: start, end: Point(x: start.x + bar.length, y: start.y),
      text: MapLabel(
        text: barText,
        place: LabelPlace(
          box: Box(
            center: Point(x: barBox.center.x, y: barBox.upperRight.y - barSize.height / 2),
            width: barSize.width, height: barSize.height))))
    let number = panels.count
    panels.append(panel)
    connectors.append(Self.connector(from: marker, to: place))
    for group in dense { try addInset(for: group, in: number) }
  }

  private static func connector(from marker: MapMarker, to place: Box) -> [Point] {
    let end = place.nearest(to: marker.center)
    let length = max(end.distance(to: marker.center), 1e-9)
    let share = min(1, marker.radius / length)
    return [
      Point(
        x: marker.center.x + (end.x - marker.center.x) * share,
        y: marker.center.y + (end.y - marker.center.y) * share), end,
    ]
  }

  /// A place for an inset: on the map where nothing is, best near a corner and on the sea; else
  /// beside the map.
  private func place(forInset size: Size, of marker: MapMarker) -> Box {
    let main = panels[0]
    let frame = main.window.box.padded(-10)
    var room = MapRoom(main.window)
    for course in main.courses { for point in course.samples(every: 6) { room.block(point) } }
    for marker in main.markers {
      // Names need room beside their markers.
      room.block(Box(center: marker.center, width: 2 * marker.radius + 60, height: 40))
    }
    for panel in panels.dropFirst() { room.block(panel.window.box.padded(10)) }
    for line in connectors {
      for point in MapCourse(parts: [line]).samples(every: 6) { room.block(point) }
    }
    room.sum()
    for shrink in [1.0, 0.88, 0.78] {
      let size = Size(width: size.width * shrink, height: size.height * shrink)
      guard size.width < frame.width * 0.6, size.height < frame.height * 0.75 else { continue }
      if let box = room.bestPlace(for: size, in: frame, near: marker.center) { return box }
    }
    return placeBeside(size)
  }

  /// To the right of the map, below other insets there; below the map where the page would become
  /// too long.
  private func placeBeside(_ size: Size) -> Box {
    let frame = panels[0].window.box
    let beside = panels.dropFirst().map(\.window.box).filter {
      $0.lowerLeft.x >= frame.upperRight.x
    }
    let top = (beside.map(\.lowerLeft.y).min() ?? frame.upperRight.y + 12) - 12
    if top - size.height >= frame.lowerLeft.y {
      return Box(
        lowerLeft: Point(x: frame.upperRight.x + 14, y: top - size.height),
        upperRight: Point(x: frame.upperRight.x + 14 + size.width, y: top))
    }
    let below = panels.dropFirst().map(\.window.box).filter {
      $0.upperRight.y <= frame.lowerLeft.y
    }
    let left = (below.map(\.upperRight.x).max() ?? frame.lowerLeft.x - 14) + 14
    return Box(
      lowerLeft: Point(x: left, y: frame.lowerLeft.y - 14 - size.height),
      upperRight: Point(x: left + size.width, y: frame.lowerLeft.y - 14))
  }
}

/// Where in the corners of an inset there is room.
private struct InsetCorners {
  let box: Box
  let blocks: BoxGrid
  let courses: PointGrid

  init(_ panel: MapPanel) {
    box = panel.window.box.padded(-8)
    blocks = BoxGrid(panel.markers.map { $0.box.padded(4) })
    courses = PointGrid(
      (panel.courses + panel.stubs.map(\.course)).flatMap { $0.samples(every: 4) })
  }

  /// The corner in which the least is covered, the upper left one first, or a lower one.
  func box(of size: Size, avoiding taken: [Box], fromBelow: Bool = false) -> Box {
    let left = box.lowerLeft.x + size.width / 2
    let right = box.upperRight.x - size.width / 2
    let top = box.upperRight.y - size.height / 2
    let bottom = box.lowerLeft.y + size.height / 2
    var centers = [(left, top), (right, top), (left, bottom), (right, bottom)]
    if fromBelow { centers.reverse() }
    let boxes = centers.map {
      Box(center: Point(x: $0.0, y: $0.1), width: size.width, height: size.height)
    }
    func cost(_ box: Box) -> Int {
      courses.count(in: box.padded(3)) + (blocks.meets(box) ? 100 : 0)
        + (taken.contains { $0.padded(8).meets(box) } ? 1_000 : 0)
    }
    return boxes.enumerated().min { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }?
      .element ?? boxes[0]
  }
}
