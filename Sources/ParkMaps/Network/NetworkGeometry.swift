import Graphviz

// Boxes and points of a network map, in points (1/72 inch), y growing upwards.

func + (left: Point, right: Point) -> Point { Point(x: left.x + right.x, y: left.y + right.y) }
func - (left: Point, right: Point) -> Point { Point(x: left.x - right.x, y: left.y - right.y) }
func * (left: Point, right: Double) -> Point { Point(x: left.x * right, y: left.y * right) }

extension Point {
  var norm: Double { (x * x + y * y).squareRoot() }

  /// Turned to the left by a right angle, with a length of 1; zero for zero.
  var leftNormal: Point {
    let norm = norm
    return norm > 0 ? Point(x: -y / norm, y: x / norm) : Point(x: 0, y: 0)
  }

  /// To a tenth of a point: finer differences don't show, and make files larger.
  var tidy: Point { Point(x: (x * 10).rounded() / 10, y: (y * 10).rounded() / 10) }
}

extension Box {
  init(middle: Point, _ size: Size) {
    self.init(
      lowerLeft: Point(x: middle.x - size.width / 2, y: middle.y - size.height / 2),
      upperRight: Point(x: middle.x + size.width / 2, y: middle.y + size.height / 2))
  }

  /// Larger by a margin on every side.
  func padded(_ margin: Double) -> Box {
    Box(
      lowerLeft: Point(x: lowerLeft.x - margin, y: lowerLeft.y - margin),
      upperRight: Point(x: upperRight.x + margin, y: upperRight.y + margin))
  }

  func offset(by vector: Point) -> Box {
    Box(lowerLeft: lowerLeft + vector, upperRight: upperRight + vector)
  }

  /// Whether two boxes share more than a border.
  func meets(_ other: Box) -> Bool {
    lowerLeft.x < other.upperRight.x && other.lowerLeft.x < upperRight.x
      && lowerLeft.y < other.upperRight.y && other.lowerLeft.y < upperRight.y
  }

  func union(_ other: Box) -> Box {
    Box(
      lowerLeft: Point(
        x: min(lowerLeft.x, other.lowerLeft.x), y: min(lowerLeft.y, other.lowerLeft.y)),
      upperRight: Point(
        x: max(upperRight.x, other.upperRight.x), y: max(upperRight.y, other.upperRight.y)))
  }

  /// The smallest box around others; `nil` around none.
  static func around(_ boxes: some Sequence<Box>) -> Box? {
    boxes.reduce(nil) { $0?.union($1) ?? $1 }
  }

  /// Whether a straight line between two points goes through the box.
  func isCrossed(from start: Point, to end: Point) -> Bool {
    var (first, last) = (0.0, 1.0)
    for (origin, step, low, high) in [
      (start.x, end.x - start.x, lowerLeft.x, upperRight.x),
      (start.y, end.y - start.y, lowerLeft.y, upperRight.y),
    ] {
      if step == 0 {
        if origin < low || origin > high { return false }
      } else {
        let (one, other) = ((low - origin) / step, (high - origin) / step)
        first = max(first, min(one, other))
        last = min(last, max(one, other))
        if first > last { return false }
      }
    }
    return true
  }
}

/// A cubic Bézier curve.
struct TieCurve: Hashable {
  var start: Point
  var control1: Point
  var control2: Point
  var end: Point

  var points: [Point] { [start, control1, control2, end] }

  func point(at t: Double) -> Point {
    let s = 1 - t
    return start * (s * s * s) + control1 * (3 * s * s * t) + control2 * (3 * s * t * t)
      + end * (t * t * t)
  }

  /// The part between two parameters, by de Casteljau's construction.
  func part(from first: Double, to last: Double) -> TieCurve {
    let tail = split(at: first).1
    guard first < 1 else { return tail }
    return tail.split(at: (last - first) / (1 - first)).0
  }

  private func split(at t: Double) -> (TieCurve, TieCurve) {
    func mix(_ one: Point, _ two: Point) -> Point { one + (two - one) * t }
    let (a, b, c) = (mix(start, control1), mix(control1, control2), mix(control2, end))
    let (d, e) = (mix(a, b), mix(b, c))
    let f = mix(d, e)
    return (
      TieCurve(start: start, control1: a, control2: d, end: f),
      TieCurve(start: f, control1: e, control2: c, end: end)
    )
  }
}
