import Graphviz

/// Makes room between boxes that Graphviz left too near to each other.
enum BoxSeparation {
  /// Pushes boxes apart, each pair the shorter way, until none is nearer to another than a gap.
  ///
  /// Where pushing comes to no end, all distances grow until there is room.
  ///
  /// - Complexity: O(*n* log *n*) a round for boxes that lie spread out.
  static func separate(_ boxes: inout [Box], gap: Double) {
    guard boxes.count > 1 else { return }
    for round in 1... {
      var moves = Array(repeating: Point(x: 0, y: 0), count: boxes.count)
      var isFree = true
      forEachPair(boxes, nearerThan: gap) { first, second in
        isFree = false
        let (one, two) = (boxes[first], boxes[second])
        let distance = two.center - one.center
        let x = (one.width + two.width) / 2 + gap - abs(distance.x)
        let y = (one.height + two.height) / 2 + gap - abs(distance.y)
        // A little more than half for each, so that rounding leaves nothing.
        if x < y {
          let push = (x / 2 + 0.05) * (distance.x < 0 ? -1 : 1)
          moves[first].x -= push
          moves[second].x += push
        } else {
          let push = (y / 2 + 0.05) * (distance.y < 0 ? -1 : 1)
          moves[first].y -= push
          moves[second].y += push
        }
      }
      if isFree { return }
      for place in boxes.indices { boxes[place] = boxes[place].offset(by: moves[place]) }
      if round.isMultiple(of: 60) { spread(&boxes, by: 1.1) }
    }
  }

  /// Whether any box is nearer to another than a gap.
  static func hasOverlap(_ boxes: [Box], gap: Double = 0) -> Bool {
    var found = false
    forEachPair(boxes, nearerThan: gap) { _, _ in found = true }
    return found
  }

  private static func spread(_ boxes: inout [Box], by factor: Double) {
    let origin = boxes.reduce(Point(x: 0, y: 0)) { $0 + $1.center } * (1 / Double(boxes.count))
    for place in boxes.indices {
      boxes[place] = boxes[place].offset(by: (boxes[place].center - origin) * (factor - 1))
    }
  }

  /// Visits pairs in the order of their left sides.
  private static func forEachPair(
    _ boxes: [Box], nearerThan gap: Double, _ body: (Int, Int) -> Void
  ) {
    let order = boxes.indices.sorted {
      (boxes[$0].lowerLeft.x, $0) < (boxes[$1].lowerLeft.x, $1)
    }
    for (position, first) in order.enumerated() {
      let reach = boxes[first].padded(gap)
      for second in order[(position + 1)...] {
        if boxes[second].lowerLeft.x >= reach.upperRight.x { break }
        if reach.meets(boxes[second]) { body(min(first, second), max(first, second)) }
      }
    }
  }
}
