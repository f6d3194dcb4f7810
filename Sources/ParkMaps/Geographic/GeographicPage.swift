import Graphviz
import ParkGraph

/// Where everything of a geographic map stands on the page: the map, its insets, the lists, the
/// legend.
///
/// Lengths are in points; the map's lower left corner is the origin.
struct GeographicPage {
  let plan: GeographicPlan
  /// The map first, then the insets.
  private(set) var panels: [MapPanel] = []
  /// Lines from markers to the insets that show them larger.
  private(set) var connectors: [[Point]] = []
  /// The title, the lists and the legend.
  private(set) var texts: [MapLabel] = []
  private(set) var box = Box(lowerLeft: Point(x: 0, y: 0), upperRight: Point(x: 0, y: 0))
  private var measurer: TextMeasurer
  private var nextNumber = 1

  var theme: Theme { plan.theme }

  init(_ plan: GeographicPlan, isolation: Isolation) throws(GraphvizError) {
    self.plan = plan
    measurer = TextMeasurer(font: plan.theme.font, isolation: isolation)
    let located = plan.located
    try measurer.measure(located.map { TextMeasurer.label(plan.nameLines(of: $0)) })
    let window = MapWindow.fitting(
      located.compactMap { plan.graph.nodes[$0].coordinates },
      ways: plan.graph.edges.indices.compactMap(plan.way), width: Self.width(for: located.count),
      centralMeridian: plan.options.centralMeridian)
    let dense = plan.options.hasInsets ? plan.denseGroups(located, in: window) : []
    let markers = plan.markers(of: located, in: window, together: dense)
    let arcs = plan.arcs(between: markers).filter { arc in
      // The inset shows ties within it.
      arc.start != arc.end || !dense.contains(markers[arc.start].members)
    }
    let courses = arcs.map { plan.course(of: $0, markers, in: window) }
    panels = [MapPanel(window: window, markers: markers, arcs: arcs, courses: courses)]
    box = window.box
    for group in dense { try addInset(for: group, in: 0) }
    try placeNames(in: 0)
    for index in panels.indices.dropFirst() { try placeNames(in: index) }
    for panel in panels { box = box.union(panel.window.box) }
    try addTexts()
  }

  /// Wider for more nodes, so that more of their names find a place.
  private static func width(for count: Int) -> Double {
    (min(max(980, 980 * (Double(count) / 40).squareRoot()), 2000) / 10).rounded() * 10
  }

  // MARK: Insets

  /// Adds an inset for a group that has one marker in a panel, and further ones for what is dense
  /// there too.
  private mutating func addInset(for group: [Int], in parent: Int) throws(GraphvizError) {
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

  // MARK: Names

  private struct Wish {
    let marker: Int
    let lines: [MapTextLine]
    let request: LabelRequest
    let tooltip: String?
    let stub: Int?
  }

  private mutating func placeNames(in index: Int) throws(GraphvizError) {
    let panel = panels[index]
    var wishes: [Wish] = []
    let stubLines = panel.stubs.map { stub in
      LabelText.lines("→ " + plan.graph.nodes[stub.other].name, width: 30).map {
        MapTextLine(text: $0, size: 9, color: plan.color(of: stub.line))
      }
    }
    let markerLines = panel.markers.map { marker in
      marker.isCluster
        ? [
          MapTextLine(
            text: plan.name(of: marker.members), size: 12, color: theme.text, isBold: true)
        ] : plan.nameLines(of: marker.members.first ?? 0)
    }
    try measurer.measure((markerLines + stubLines).map { TextMeasurer.label($0) })
    for (number, marker) in panel.markers.enumerated() {
      let ties = marker.members.reduce(0) { $0 + plan.ties[$1].count }
      wishes.append(
        Wish(
          marker: number, lines: markerLines[number],
          request: LabelRequest(
            anchor: marker.center, radius: marker.radius,
            size: measurer.size(of: TextMeasurer.label(markerLines[number])),
            priority: Double(ties) + (marker.isCluster ? 1_000 : 0),
            reach: panel.markers.count > 60 ? 70 : 240,
            caution: panel.markers.count > 12 ? 1.2 : 2.2),
          tooltip: marker.isCluster ? nil : plan.graph.nodes[marker.members[0]].tooltip, stub: nil))
    }
    if panel.stubs.count <= 16 {
      for (number, stub) in panel.stubs.enumerated() {
        guard let end = stub.course.parts.last?.last else { continue }
        wishes.append(
          Wish(
            marker: stub.marker, lines: stubLines[number],
            request: LabelRequest(
              anchor: end, others: stub.course.backwards(from: 0.9, to: 0.45, count: 8), radius: 1,
              size: measurer.size(of: TextMeasurer.label(stubLines[number])), priority: -1,
              reach: 6, caution: 3), tooltip: nil, stub: number))
      }
    }

    let area = panel.window.box.padded(-4)
    var blocks = panel.markers.map(\.box)
    if let heading = panel.heading { blocks.append(heading.place.box.padded(3)) }
    if let bar = panel.scaleBar {
      blocks.append(bar.text.place.box.padded(2))
      blocks.append(
        Box(
          lowerLeft: Point(x: bar.start.x, y: bar.start.y - 3),
          upperRight: bar.text.place.box.upperRight))
    }
    if index == 0 { blocks += panels.dropFirst().map { $0.window.box.padded(3) } }
    let lines = connectors.map { ($0[0], $0[1]) }
    let courses =
      panel.courses.flatMap { $0.samples(every: 6) }
      + panel.stubs.flatMap { $0.course.samples(every: 6) }
    let places = LabelPlacer.place(
      wishes.map(\.request), in: area, avoiding: blocks, covering: courses, lines: lines)

    for (wish, place) in zip(wishes, places) {
      guard let place else { continue }
      panels[index].labels.append(
        label(wish.lines, at: place, beside: wish.request.anchor, tooltip: wish.tooltip))
    }
    let dropped = zip(wishes, places).filter { $1 == nil && $0.stub == nil }.map(\.0.marker)
    let leaders = places.compactMap { $0?.leader }.filter { $0.count == 2 }.map { ($0[0], $0[1]) }
    try placeNumbers(
      of: dropped, in: index, avoiding: blocks + places.compactMap { $0?.box },
      covering: courses, lines: lines + leaders)
  }

  /// A text whose lines begin, or end, on the side of its marker.
  private func label(
    _ lines: [MapTextLine], at place: LabelPlace, beside anchor: Point, tooltip: String?
  ) -> MapLabel {
    let align: HorizontalPlace =
      if place.box.lowerLeft.x >= anchor.x - 2 {
        .left
      } else if place.box.upperRight.x <= anchor.x + 2 {
        .right
      } else {
        .center
      }
    return MapLabel(
      text: TextMeasurer.label(lines, align: align), place: place, tooltip: tooltip)
  }

  /// Numbers for the markers whose names find no place; the names are listed.
  private mutating func placeNumbers(
    of markers: [Int], in index: Int, avoiding blocks: [Box], covering courses: [Point],
    lines: [(Point, Point)]
  ) throws(GraphvizError) {
    guard !markers.isEmpty else { return }
    var texts: [[MapTextLine]] = []
    for place in markers.indices {
      texts.append([
        MapTextLine(text: "\(nextNumber + place)", size: 8.5, color: theme.text)
      ])
    }
    try measurer.measure(texts.map { TextMeasurer.label($0) })
    let requests = zip(markers, texts).map { marker, lines in
      LabelRequest(
        anchor: panels[index].markers[marker].center,
        radius: panels[index].markers[marker].radius - 1.5,
        size: measurer.size(of: TextMeasurer.label(lines)), priority: 0, reach: 34)
    }
    let places = LabelPlacer.place(
      requests, in: panels[index].window.box.padded(-2), avoiding: blocks, covering: courses,
      lines: lines)
    for (offset, marker) in markers.enumerated() {
      let members = panels[index].markers[marker].members
      for member in members {
        panels[index].numbered.append((member, places[offset] == nil ? nil : nextNumber + offset))
      }
      if let place = places[offset] {
        panels[index].labels.append(
          label(
            texts[offset], at: place, beside: requests[offset].anchor,
            tooltip: members.count == 1 ? plan.graph.nodes[members[0]].tooltip : nil))
      }
    }
    nextNumber += markers.count
  }

  // MARK: Around the map

  private mutating func addTexts() throws(GraphvizError) {
    let left = box.lowerLeft.x
    if !plan.graph.title.isEmpty {
      let title = TextMeasurer.label([
        MapTextLine(text: plan.graph.title, size: 22, color: theme.text, isBold: true)
      ])
      try add(title, left: left, bottom: box.upperRight.y + 14)
    }
    var top = box.lowerLeft.y - 12
    for list in plan.lists(panels) { top = try add(list, below: top) - 8 }
    let legend = plan.legend(width: box.width)
    try measurer.measure([legend])
    try add(legend, left: left - 4, bottom: top - measurer.size(of: legend).height)
  }

  private mutating func add(
    _ text: HTMLLabel, left: Double, bottom: Double, tooltip: String? = nil
  ) throws(GraphvizError) {
    try measurer.measure([text])
    let size = measurer.size(of: text)
    texts.append(
      MapLabel(
        text: text,
        place: LabelPlace(
          box: Box(
            lowerLeft: Point(x: left, y: bottom),
            upperRight: Point(x: left + size.width, y: bottom + size.height))), tooltip: tooltip))
  }

  /// A heading and rows in as many columns as fit; returns where the list ends.
  private mutating func add(_ list: MapList, below top: Double) throws(GraphvizError) -> Double {
    let rows = list.rows.map(\.text)
    try measurer.measure([list.heading] + rows)
    let left = box.lowerLeft.x
    let headingHeight = measurer.size(of: list.heading).height
    try add(list.heading, left: left, bottom: top - headingHeight)
    let start = top - headingHeight - 3
    let widest = rows.map { measurer.size(of: $0).width }.max() ?? 0
    let height = rows.map { measurer.size(of: $0).height }.max() ?? 0
    let room = max(box.width, widest)
    let columns = max(1, min(Int((room + 18) / (widest + 18)), 6))
    let perColumn = (rows.count + columns - 1) / columns
    for (index, row) in list.rows.enumerated() {
      try add(
        row.text, left: left + Double(index / perColumn) * (room + 18) / Double(columns),
        bottom: start - Double(index % perColumn + 1) * height, tooltip: row.tooltip)
    }
    return start - Double(perColumn) * height
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
