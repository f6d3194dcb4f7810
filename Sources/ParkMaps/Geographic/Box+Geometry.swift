import Graphviz

extension Point {
  /// To hundredths of a point: finer differences don't show.
  var rounded: Point {
    Point(x: (x * 100).rounded() / 100, y: (y * 100).rounded() / 100)
  }

  func distance(to other: Point) -> Double { (self - other).norm }
}

extension Box {
  /// The smallest box that holds all of some points; `nil` for none.
  init?(around points: some Sequence<Point>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(lowerLeft: first, upperRight: first)
    while let point = iterator.next() {
      lowerLeft = Point(x: min(lowerLeft.x, point.x), y: min(lowerLeft.y, point.y))
      upperRight = Point(x: max(upperRight.x, point.x), y: max(upperRight.y, point.y))
    }
  }

  init(center: Point, width: Double, height: Double) {
    self.init(
      lowerLeft: Point(x: center.x - width / 2, y: center.y - height / 2),
      upperRight: Point(x: center.x + width / 2, y: center.y + height / 2))
  }

  /// The corners, anticlockwise from the lower left one.
  var corners: [Point] {
    [
      lowerLeft, Point(x: upperRight.x, y: lowerLeft.y), upperRight,
      Point(x: lowerLeft.x, y: upperRight.y),
    ]
  }

  func resized(width: Double? = nil, height: Double? = nil) -> Box {
    Box(center: center, width: width ?? self.width, height: height ?? self.height)
  }

  /// The same box within another, moved as little as needed, and cut where it is larger.
  func shifted(into other: Box) -> Box {
    let width = min(width, other.width)
    let height = min(height, other.height)
    let x = min(max(center.x, other.lowerLeft.x + width / 2), other.upperRight.x - width / 2)
    let y = min(max(center.y, other.lowerLeft.y + height / 2), other.upperRight.y - height / 2)
    return Box(center: Point(x: x, y: y), width: width, height: height)
  }

  func contains(_ other: Box) -> Bool {
    contains(other.lowerLeft) && contains(other.upperRight)
  }

  /// The point of the box that is nearest to another one.
  func nearest(to point: Point) -> Point {
    Point(
      x: min(max(point.x, lowerLeft.x), upperRight.x),
      y: min(max(point.y, lowerLeft.y), upperRight.y))
  }
}
