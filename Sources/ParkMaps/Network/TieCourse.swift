import Graphviz

/// How a tie runs: its curves, and the tips of what stands at its ends.
struct TieCourse: Hashable {
  var curves: [[Point]]
  var startTip: Point?
  var endTip: Point?

  /// As nop2 takes it.
  var bezierCurves: [BezierCurve] {
    curves.enumerated().map { place, points in
      BezierCurve(
        points: points.map(\.tidy), startTip: place == 0 ? startTip?.tidy : nil,
        endTip: place == curves.count - 1 ? endTip?.tidy : nil)
    }
  }

  /// A point on the way, 0 … 1 along all curves.
  func point(at share: Double) -> Point? {
    let pieces = curves.flatMap { points in
      stride(from: 0, to: points.count - 3, by: 3).map {
        TieCurve(
          start: points[$0], control1: points[$0 + 1], control2: points[$0 + 2], end: points[$0 + 3]
        )
      }
    }
    guard !pieces.isEmpty else { return nil }
    let position = min(max(share, 0), 1) * Double(pieces.count)
    let place = min(Int(position), pieces.count - 1)
    return pieces[place].point(at: position - Double(place))
  }

  /// The box around the curves, give or take a little.
  var box: Box? {
    Box.around(
      (0...16).compactMap { point(at: Double($0) / 16) }.map { Box(lowerLeft: $0, upperRight: $0) })
  }
}
