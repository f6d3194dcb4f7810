import Graphviz

/// Where on a map there is room for something large.
///
/// A grid whose sums tell in no time what is in any rectangle (Crow 1984).
struct MapRoom {
  private static let cell = 8.0
  private let box: Box
  private let columns: Int
  private let rows: Int
  /// How much stands in each cell, and whether it is land; then the sums of all to the lower left.
  private var blocked: [Int32]
  private var land: [Int32]

  init(_ window: MapWindow) {
    box = window.box
    columns = Int(box.width / Self.cell) + 1
    rows = Int(box.height / Self.cell) + 1
    blocked = Array(repeating: 0, count: (columns + 1) * (rows + 1))
    land = blocked
    for (row, line) in window.land(every: Self.cell).enumerated() where row < rows {
      for (column, isLand) in line.enumerated() where column < columns && isLand {
        land[place(column, row)] = 1
      }
    }
  }

  /// The cell of a column and a row; those before the first stay empty.
  private func place(_ column: Int, _ row: Int) -> Int { (row + 1) * (columns + 1) + column + 1 }

  private func column(_ x: Double) -> Int {
    min(max(Int((x - box.lowerLeft.x) / Self.cell), 0), columns - 1)
  }

  private func row(_ y: Double) -> Int {
    min(max(Int((y - box.lowerLeft.y) / Self.cell), 0), rows - 1)
  }

  /// Keeps a point free.
  mutating func block(_ point: Point) { blocked[place(column(point.x), row(point.y))] += 1 }

  /// Keeps a rectangle free.
  mutating func block(_ area: Box) {
    guard area.meets(box) else { return }
    for row in row(area.lowerLeft.y)...row(area.upperRight.y) {
      for column in column(area.lowerLeft.x)...column(area.upperRight.x) {
        blocked[place(column, row)] += 1
      }
    }
  }

  /// Adds up, once all is blocked.
  mutating func sum() {
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = place(column, row)
        let below = cell - columns - 1
        blocked[cell] += blocked[cell - 1] + blocked[below] - blocked[below - 1]
        land[cell] += land[cell - 1] + land[below] - land[below - 1]
      }
    }
  }

  /// A free place: near a corner of the frame, near a point, and on the sea rather than on land.
  func bestPlace(for size: Size, in frame: Box, near point: Point) -> Box? {
    var best: (cost: Double, box: Box)?
    for y in stride(from: frame.lowerLeft.y, through: frame.upperRight.y - size.height, by: 8) {
      for x in stride(from: frame.lowerLeft.x, through: frame.upperRight.x - size.width, by: 8) {
        let place = Box(
          lowerLeft: Point(x: x, y: y), upperRight: Point(x: x + size.width, y: y + size.height))
        guard total(blocked, in: place) == 0 else { continue }
        let corner = zip(frame.corners, place.corners).map { $0.distance(to: $1) }.min() ?? 0
        let way = place.nearest(to: point).distance(to: point)
        let cost = 0.6 * corner + 0.5 * way + 0.1 * Double(total(land, in: place))
        if cost < best?.cost ?? .infinity { best = (cost, place) }
      }
    }
    return best?.box
  }

  private func total(_ sums: [Int32], in area: Box) -> Int32 {
    let (left, right) = (column(area.lowerLeft.x), column(area.upperRight.x))
    let (low, high) = (row(area.lowerLeft.y), row(area.upperRight.y))
    return sums[place(right, high)] - sums[place(left - 1, high)] - sums[place(right, low - 1)]
      + sums[place(left - 1, low - 1)]
  }
}
