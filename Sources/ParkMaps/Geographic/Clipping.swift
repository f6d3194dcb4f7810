import Graphviz

/// Cutting polygons and lines off at straight edges.
enum Clipping {
  /// What of a polygon lies within a rectangle; empty when nothing does.
  ///
  /// After Sutherland and Hodgman (1974): parts that fall apart stay joined along the rectangle's
  /// border, which a filled polygon doesn't show.
  static func polygon(_ points: [Point], to box: Box) -> [Point] {
    var points = polygon(points, toRightOf: box.lowerLeft.x)
    points = polygon(points, toLeftOf: box.upperRight.x)
    points = turned(polygon(turned(points), toRightOf: box.lowerLeft.y))
    return turned(polygon(turned(points), toLeftOf: box.upperRight.y))
  }

  static func polygon(_ points: [Point], toRightOf x: Double) -> [Point] {
    clipped(points, at: x) { $0.x >= x }
  }

  static func polygon(_ points: [Point], toLeftOf x: Double) -> [Point] {
    clipped(points, at: x) { $0.x <= x }
  }

  private static func turned(_ points: [Point]) -> [Point] {
    points.map { Point(x: $0.y, y: $0.x) }
  }

  private static func clipped(
    _ points: [Point], at x: Double, _ isInside: (Point) -> Bool
  ) -> [Point] {
    guard var last = points.last else { return [] }
    guard !points.allSatisfy(isInside) else { return points }
    var result: [Point] = []
    for point in points {
      if isInside(point) != isInside(last) {
        let share = (x - last.x) / (point.x - last.x)
        result.append(Point(x: x, y: last.y + share * (point.y - last.y)))
      }
      if isInside(point) { result.append(point) }
      last = point
    }
    return result
  }

  /// The parts of a line of straight pieces that lie within a rectangle.
  static func line(_ points: [Point], to box: Box) -> [[Point]] {
    var parts: [[Point]] = []
    for (first, second) in zip(points, points.dropFirst()) {
      guard let (low, high) = shares(from: first, to: second, within: box) else { continue }
      let start = between(first, second, low)
      if low > 0 || parts.isEmpty || parts[parts.count - 1].last != start { parts.append([start]) }
      parts[parts.count - 1].append(between(first, second, high))
    }
    return parts
  }

  private static func between(_ first: Point, _ second: Point, _ share: Double) -> Point {
    guard share > 0 else { return first }
    guard share < 1 else { return second }
    return Point(
      x: first.x + share * (second.x - first.x), y: first.y + share * (second.y - first.y))
  }

  /// From which share of a straight line until which it lies within a rectangle, after Liang and
  /// Barsky (1984).
  private static func shares(
    from first: Point, to second: Point, within box: Box
  ) -> (low: Double, high: Double)? {
    var (low, high) = (0.0, 1.0)
    let bounds = [
      (first.x - second.x, first.x - box.lowerLeft.x),
      (second.x - first.x, box.upperRight.x - first.x),
      (first.y - second.y, first.y - box.lowerLeft.y),
      (second.y - first.y, box.upperRight.y - first.y),
    ]
    for (direction, distance) in bounds {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        low = max(low, distance / direction)
      } else {
        high = min(high, distance / direction)
      }
      if low > high { return nil }
    }
    return (low, high)
  }
}
