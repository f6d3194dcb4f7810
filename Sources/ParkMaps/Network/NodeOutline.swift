import Graphviz

/// The outline of a node, as far as lines that end at it need it.
enum NodeOutline {
  case box
  case ellipse
  /// A roof over a box.
  case house
  /// Pointed on the left and on the right.
  case hexagon

  init(_ shape: NodeShape) {
    self =
      switch shape {
      case .ellipse, .circle: .ellipse
      case .house: .house
      case .hexagon: .hexagon
      default: .box
      }
  }

  /// The part of a house's height that is roof, as Graphviz draws it.
  private static let roof = 0.37

  /// Whether a point lies within the outline in a box.
  func contains(_ point: Point, in box: Box) -> Bool {
    guard box.contains(point) else { return false }
    let x = abs(point.x - box.center.x) / max(box.width / 2, 0.1)
    let y = (point.y - box.center.y) / max(box.height / 2, 0.1)
    switch self {
    case .box: return true
    case .ellipse: return x * x + y * y <= 1
    case .house:
      // From the middle of the box, the roof begins at this height and ends at 1.
      let eaves = 1 - 2 * Self.roof
      return y <= eaves || x <= (1 - y) / (1 - eaves)
    case .hexagon: return x <= 1 - abs(y) / 2
    }
  }
}
