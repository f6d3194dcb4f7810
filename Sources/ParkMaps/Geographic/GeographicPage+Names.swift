import Graphviz

extension GeographicPage {
  private struct Wish {
    let marker: Int
    let lines: [MapTextLine]
    let request: LabelRequest
    let tooltip: String?
    let stub: Int?
  }

  private static let mostNames = 700

  /// The place of each marker in the order in which names choose theirs: clusters and the path that
  /// stands out before all others, then those with the most ties.
  private func ranks(of markers: [MapMarker]) -> [Int] {
    let weights = markers.map { marker in
      marker.members.reduce(0) { $0 + plan.ties[$1].count } + (marker.isCluster ? 1_000_000 : 0)
        + (marker.members.contains(where: plan.path.contains) ? 500_000 : 0)
    }
    let order = markers.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    var ranks = Array(repeating: 0, count: markers.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }

  mutating func placeNames(in index: Int) throws(GraphvizError) {
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
    let ranks = ranks(of: panel.markers)
    for (number, marker) in panel.markers.enumerated() {
      wishes.append(
        Wish(
          marker: number, lines: markerLines[number],
          request: LabelRequest(
            anchor: marker.center, radius: marker.radius,
            size: measurer.size(of: TextMeasurer.label(markerLines[number])),
            priority: -Double(ranks[number]),
            // Beyond so many there is no room anyway.
            reach: ranks[number] >= Self.mostNames ? -1 : panel.markers.count > 60 ? 70 : 240,
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
              size: measurer.size(of: TextMeasurer.label(stubLines[number])),
              priority: -1e9,
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
    guard !markers.isEmpty, !plan.isCrowded else { return }
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
        size: measurer.size(of: TextMeasurer.label(lines)), priority: 0,
        reach: 34)
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
}
