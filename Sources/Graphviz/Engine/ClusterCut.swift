/// An edge that is to end at the borders of clusters, as dot routed it before cutting.
struct ClusterCut {
  let edge: EdgeLayout
  let tail: Point
  let head: Point
  let tailBox: Box?
  let headBox: Box?

  /// In points: nearer to a border than this is on it.
  private static let tolerance = 0.01

  init(_ edge: EdgeLayout, tail: Point, head: Point, tailBox: Box?, headBox: Box?) {
    self.edge = edge
    self.tail = tail
    self.head = head
    self.tailBox = tailBox
    self.headBox = headBox
  }

  /// Whether every border that the edge should end at is one that it clearly crosses, or one that
  /// dot leaves alone with a warning.
  var isClear: Bool {
    // Of several curves dot cuts none.
    guard edge.curves.count == 1, let first = edge.curves[0].points.first,
      let last = edge.curves[0].points.last
    else { return true }
    if let headBox, !crosses(headBox, inside: last, head, outside: first, tail) { return false }
    if let tailBox, !crosses(tailBox, inside: first, tail, outside: last, head) { return false }
    // The second cut starts from what the first one left.
    if let tailBox, let headBox, areNear(tailBox, headBox), !contains(tailBox, head),
      !contains(headBox, tail)
    {
      return false
    }
    return true
  }

  /// Whether the curve leaves the box between its ends, or dot does not cut it there at all.
  private func crosses(
    _ box: Box, inside: Point, _ node: Point, outside: Point, _ other: Point
  ) -> Bool {
    guard contains(box, node) else { return true }
    if contains(box, other) && box.contains(outside) { return true }
    return box.contains(inside, tolerance: -Self.tolerance)
      && !box.contains(outside, tolerance: Self.tolerance)
  }

  private func contains(_ box: Box, _ point: Point) -> Bool { box.contains(point) }

  private func areNear(_ left: Box, _ right: Box) -> Bool {
    left.lowerLeft.x <= right.upperRight.x + Self.tolerance
      && right.lowerLeft.x <= left.upperRight.x + Self.tolerance
      && left.lowerLeft.y <= right.upperRight.y + Self.tolerance
      && right.lowerLeft.y <= left.upperRight.y + Self.tolerance
  }
}
