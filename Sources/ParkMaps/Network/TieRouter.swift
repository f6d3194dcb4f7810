import Graphviz

/// Leads ties past nodes: straight where the way is free, else in the flattest arc that passes under
/// the fewest nodes.
///
/// Graphviz can do it too, but takes ten seconds for 340 ties, and its curved edges bend otherwise
/// from one drawing to the next.
struct TieRouter {
  private let boxes: [Box]
  private let outlines: [NodeOutline]
  private let grid: NodeGrid
  private let triesArcs: Bool

  /// What stands at the ends of a tie needs so much of its length, in points.
  struct Ends {
    var start = 0.0
    var end = 0.0
  }

  /// The bends that are tried, as shares of the distance between the ends.
  private static let bends = [0.0, 0.05, 0.1, 0.16, 0.24, 0.32]

  /// How far an arc may stand off the straight line, in points.
  private static let highest = 160.0

  /// - Parameters:
  ///   - boxes: The nodes' outlines.
  ///   - outlines: Their shapes.
  ///   - tieCount: How many ties there will be; very many all run straight.
  init(boxes: [Box], outlines: [NodeOutline], tieCount: Int) {
    self.boxes = boxes
    self.outlines = outlines
    grid = NodeGrid(boxes)
    triesArcs = tieCount <= 4_000
  }

  /// The way between two nodes.
  ///
  /// - Parameters:
  ///   - source: The place of the node that it starts from.
  ///   - target: The place of the node that it leads to.
  ///   - isOneOfTwo: Whether another tie runs the other way: both then keep to their left.
  ///   - ends: The room for what stands at the ends.
  /// - Returns: The curves, from outline to outline.
  func course(
    from source: Int, to target: Int, isOneOfTwo: Bool = false, ends: Ends = Ends()
  ) -> TieCourse {
    guard source != target else { return loop(at: source, ends: ends) }
    var best: (cost: Double, curve: TieCurve)?
    let bends = isOneOfTwo ? Array(Self.bends.dropFirst()) : Self.bends
    search: for bend in bends {
      for side in bend == 0 || isOneOfTwo ? [1.0] : [1.0, -1.0] {
        // A wide arc around everything says less than a line under a node.
        if bend > 0, bend * (boxes[source].center - boxes[target].center).norm > Self.highest,
          best != nil
        {
          break search
        }
        let curve = arc(from: boxes[source].center, to: boxes[target].center, bend: bend * side)
        let crossed = grid.nodesCrossed(by: curve, except: source, target)
        let cost = Double(crossed) + bend * 3
        if cost < best?.cost ?? .infinity { best = (cost, curve) }
        if crossed == 0 || !triesArcs { break search }
      }
    }
    guard let curve = best?.curve else { return TieCourse(curves: []) }
    return clipped(curve, from: source, to: target, ends: ends)
  }

  private func arc(from start: Point, to end: Point, bend: Double) -> TieCurve {
    let way = end - start
    let top = (start + end) * 0.5 + way.leftNormal * (way.norm * bend * 2)
    return TieCurve(
      start: start, control1: start + (top - start) * (2.0 / 3),
      control2: end + (top - end) * (2.0 / 3), end: end)
  }

  /// A loop at the upper right corner.
  private func loop(at node: Int, ends: Ends) -> TieCourse {
    let box = boxes[node]
    let size = 16.0
    let isRound = outlines[node] != .box
    let corner = isRound ? box.center + (box.upperRight - box.center) * 0.71 : box.upperRight
    let start = Point(x: corner.x - 14, y: isRound ? corner.y + 2 : corner.y)
    let end = Point(x: corner.x, y: isRound ? corner.y - 4 : corner.y - 9)
    var course = TieCourse(curves: [
      [
        start, Point(x: start.x, y: start.y + size), Point(x: end.x + size, y: corner.y + size),
        Point(x: corner.x + size + 4, y: corner.y + 4),
        Point(x: corner.x + size + 4, y: end.y), Point(x: end.x + ends.end + 8, y: end.y),
        Point(x: end.x + ends.end, y: end.y),
      ]
    ])
    if ends.end > 0 { course.endTip = end }
    return course
  }

  // MARK: Ends

  /// The part of a curve outside both nodes, less the room for what stands at its ends.
  private func clipped(
    _ curve: TieCurve, from source: Int, to target: Int, ends: Ends
  ) -> TieCourse {
    // Where nodes meet, nothing is left but a short line between the middles.
    let first = leaving(source) { curve.point(at: $0) }
    let last = 1 - leaving(target) { curve.point(at: 1 - $0) }
    guard first < last else { return TieCourse(curves: [curve.points]) }
    let visible = curve.part(from: first, to: last)
    let length = (visible.end - visible.start).norm
    let start = min(ends.start, length * 0.35)
    let end = min(ends.end, length * 0.35)
    let begin = advance(start) { visible.point(at: $0) }
    let finish = 1 - advance(end) { visible.point(at: 1 - $0) }
    var course = TieCourse(curves: [visible.part(from: begin, to: finish).points])
    if ends.start > 0 { course.startTip = visible.start }
    if ends.end > 0 { course.endTip = visible.end }
    return course
  }

  /// The parameter at which a way first leaves a node, to a thousandth.
  private func leaving(_ node: Int, _ way: (Double) -> Point) -> Double {
    var low = 0.0
    var high = 0.0
    while high < 1, isInside(way(high), node) {
      low = high
      high += 1.0 / 32
    }
    for _ in 0..<10 {
      let middle = (low + high) / 2
      if isInside(way(middle), node) { low = middle } else { high = middle }
    }
    return min(high, 1)
  }

  private func isInside(_ point: Point, _ node: Int) -> Bool {
    outlines[node].contains(point, in: boxes[node])
  }

  /// The parameter at which a way has come so far from its start.
  private func advance(_ distance: Double, _ way: (Double) -> Point) -> Double {
    guard distance > 0 else { return 0 }
    let start = way(0)
    var (low, high) = (0.0, 0.5)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if (way(middle) - start).norm < distance { low = middle } else { high = middle }
    }
    return high
  }
}

/// Finds the nodes near a line without looking at all of them.
private struct NodeGrid {
  private let boxes: [Box]
  private let origin: Point
  private let columns: Int
  private let rows: Int
  private var cells: [[Int]]

  private static let side = 150.0
  /// Ties keep this far from nodes that they pass, in points.
  private static let margin = 3.0

  init(_ boxes: [Box]) {
    self.boxes = boxes.map { $0.padded(Self.margin) }
    let all =
      Box.around(self.boxes) ?? Box(lowerLeft: Point(x: 0, y: 0), upperRight: Point(x: 1, y: 1))
    origin = all.lowerLeft
    columns = min(400, Int(all.width / Self.side) + 1)
    rows = min(400, Int(all.height / Self.side) + 1)
    cells = Array(repeating: [], count: columns * rows)
    for (place, box) in self.boxes.enumerated() {
      for cell in self.cells(in: box) { cells[cell].append(place) }
    }
  }

  private func cells(in box: Box) -> [Int] {
    func index(_ value: Double, _ count: Int) -> Int {
      min(max(Int(value / Self.side), 0), count - 1)
    }
    let (left, right) = (
      index(box.lowerLeft.x - origin.x, columns), index(box.upperRight.x - origin.x, columns)
    )
    let (low, high) = (
      index(box.lowerLeft.y - origin.y, rows), index(box.upperRight.y - origin.y, rows)
    )
    return (low...high).flatMap { row in (left...right).map { row * columns + $0 } }
  }

  /// How many nodes a curve passes under, but for two.
  func nodesCrossed(by curve: TieCurve, except first: Int, _ second: Int) -> Int {
    var crossed: Set<Int> = []
    let steps = 14
    var start = curve.start
    for step in 1...steps {
      let end = curve.point(at: Double(step) / Double(steps))
      let span = Box(lowerLeft: start, upperRight: start).union(
        Box(lowerLeft: end, upperRight: end))
      for cell in cells(in: span) {
        for place in cells[cell]
        where place != first && place != second && !crossed.contains(place) {
          if boxes[place].isCrossed(from: start, to: end) { crossed.insert(place) }
        }
      }
      start = end
    }
    return crossed.count
  }

}
