import Graphviz

/// Boxes, found by where they are.
struct BoxGrid: Sendable {
  private let cells: GridCells
  private var boxes: [[Box]]

  init(_ boxes: [Box]) {
    cells = GridCells(boxes.flatMap { [$0.lowerLeft, $0.upperRight] }, size: 32)
    self.boxes = Array(repeating: [], count: cells.count)
    for box in boxes { for cell in cells.cells(in: box) { self.boxes[cell].append(box) } }
  }

  /// The boxes that may meet another one, some of them more than once.
  func boxes(near box: Box) -> [Box] { cells.cells(in: box).flatMap { boxes[$0] } }

  func meets(_ box: Box) -> Bool {
    cells.cells(in: box).contains { boxes[$0].contains { $0.meets(box) } }
  }
}

/// Points, counted by where they are.
struct PointGrid: Sendable {
  private let cells: GridCells
  private var points: [[Point]]

  init(_ points: [Point]) {
    cells = GridCells(points, size: 16)
    self.points = Array(repeating: [], count: cells.count)
    for point in points {
      for cell in cells.cells(in: Box(lowerLeft: point, upperRight: point)) {
        self.points[cell].append(point)
      }
    }
  }

  func count(in box: Box) -> Int {
    cells.cells(in: box).reduce(0) { $0 + points[$1].count { box.contains($0) } }
  }
}

/// Squares over everything.
private struct GridCells: Sendable {
  let size: Double
  let box: Box
  let columns: Int
  let rows: Int

  var count: Int { columns * rows }

  init(_ points: [Point], size: Double) {
    box = Box(around: points) ?? Box(center: Point(x: 0, y: 0), width: 0, height: 0)
    self.size = size
    columns = points.isEmpty ? 0 : Int(box.width / size) + 1
    rows = points.isEmpty ? 0 : Int(box.height / size) + 1
  }

  /// The cells that a box reaches into.
  func cells(in area: Box) -> [Int] {
    guard columns > 0, area.lowerLeft.x <= box.upperRight.x, area.upperRight.x >= box.lowerLeft.x,
      area.lowerLeft.y <= box.upperRight.y, area.upperRight.y >= box.lowerLeft.y
    else { return [] }
    func place(_ offset: Double, _ count: Int) -> Int {
      min(max(Int(offset / size), 0), count - 1)
    }
    let left = place(area.lowerLeft.x - box.lowerLeft.x, columns)
    let right = place(area.upperRight.x - box.lowerLeft.x, columns)
    let low = place(area.lowerLeft.y - box.lowerLeft.y, rows)
    let high = place(area.upperRight.y - box.lowerLeft.y, rows)
    return (low...high).flatMap { row in (left...right).map { row * columns + $0 } }
  }
}
