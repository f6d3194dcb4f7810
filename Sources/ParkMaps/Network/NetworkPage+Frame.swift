import Graphviz

// The title above the map; the legend, the notes and the source below.
extension NetworkPage {
  /// Lengths of the frame grow with its letters.
  private func scaled(_ length: Double) -> Double { length * frame.scale }

  mutating func addFrame() {
    let extent = map.extent
    let left = extent.lowerLeft.x
    if let title = plan.title(scale: frame.scale), let size = frame.title {
      let y = extent.upperRight.y + scaled(24) + size.height / 2
      add(.frame, plan.graph.title, title, at: Point(x: left + size.width / 2, y: y))
    }
    var bottom = extent.lowerLeft.y - scaled(28)
    let width = max(extent.width, frame.title?.width ?? 0, frame.footer.width, 460)
    let sections = plan.legend
    let indent = sections.map { size($0.heading).width }.max() ?? 0
    for section in sections {
      add(section, from: left, indent: indent + scaled(10), width: width, below: &bottom)
    }
    let footer = frame.footer
    let y = bottom - scaled(8) - footer.height / 2
    add(
      .frame, "source", plan.footer(plan.notes, scale: frame.scale),
      at: Point(x: left + footer.width / 2, y: y))
  }

  /// One section of the legend: its title, then sign by sign, in as many rows as are needed.
  private mutating func add(
    _ section: LegendSection, from left: Double, indent: Double, width: Double,
    below bottom: inout Double
  ) {
    let rowHeight = scaled(21)
    add(text: section.heading, at: Point(x: left, y: bottom - rowHeight / 2))
    var x = left + indent
    for (sign, text) in section.entries {
      let signWidth = scaled(Self.width(of: sign))
      let needed = signWidth + size(text).width
      if x > left + indent, x + needed > left + width {
        x = left + indent
        bottom -= rowHeight
      }
      let y = bottom - rowHeight / 2
      add(sign, at: Point(x: x, y: y))
      add(text: text, at: Point(x: x + signWidth, y: y))
      x += needed + scaled(18)
    }
    bottom -= rowHeight
  }

  private func size(_ text: String) -> Size {
    frame.legend[text] ?? Size(width: 0, height: 0)
  }

  private static func width(of sign: LegendSection.Sign) -> Double {
    switch sign {
    case .outline: 34
    case .color: 18
    case .line: 38
    case .none: 0
    }
  }

  private mutating func add(text: String, at left: Point) {
    add(
      .frame, text, plan.legendText(text, scale: frame.scale),
      at: Point(x: left.x + size(text).width / 2, y: left.y))
  }

  private mutating func add(_ sign: LegendSection.Sign, at left: Point) {
    let theme = theme
    let scale = frame.scale
    switch sign {
    case .none: break
    case .outline(let shape, let isRounded):
      let size = Size(width: 26 * scale, height: 14 * scale)
      addSign(size, at: Point(x: left.x + size.width / 2, y: left.y)) { attributes in
        attributes.shape = shape
        attributes.style = isRounded ? [.filled, .rounded] : .filled
        attributes.fillColor = theme.fill(theme.neutral)
        attributes.color = theme.neutral
      }
    case .color(let color):
      let size = Size(width: 12 * scale, height: 12 * scale)
      addSign(size, at: Point(x: left.x + size.width / 2, y: left.y)) { attributes in
        attributes.shape = .box
        attributes.style = .filled
        attributes.fillColor = color
        attributes.color = color
      }
    case .line(let look): addLine(look, from: left, to: Point(x: left.x + 30 * scale, y: left.y))
    }
  }

  private mutating func addLine(_ look: TieLook, from start: Point, to end: Point) {
    let nodes = [start, end].map { point in
      addSign(Size(width: 0.2, height: 0.2), at: point) { attributes in
        attributes.shape = .box
        attributes.style = .invisible
      }
    }
    let tail = look.ornament.map(NetworkComposition.length) ?? 0
    let head = look.head.map(NetworkComposition.length) ?? 0
    let (first, last) = (start.x + tail, end.x - head)
    let points = [0, 1, 2, 3].map { Point(x: first + (last - first) * $0 / 3, y: start.y) }
    let course = TieCourse(
      curves: [points], startTip: tail > 0 ? start : nil, endTip: head > 0 ? end : nil)
    description.addEdge(nodes[0], nodes[1]) { attributes in
      attributes.pos = course.bezierCurves
      attributes.color = look.color
      attributes.penWidth = look.penWidth
      attributes.style = look.style
      Self.setEnds(look, &attributes)
    }
  }

  @discardableResult
  private mutating func addSign(
    _ size: Size, at middle: Point, _ configure: (inout NodeAttributes) -> Void
  ) -> String {
    let id = freeID("sign")
    description.addNode(id) { attributes in
      configure(&attributes)
      attributes.label = .text("")
      attributes.tooltip = " "
      attributes.fixedSize = .fixed
      attributes.width = size.width / 72
      attributes.height = size.height / 72
      attributes.pos = middle.tidy
    }
    return id
  }
}
