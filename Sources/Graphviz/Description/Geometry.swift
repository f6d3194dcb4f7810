/// A position in points (1/72 inch); x grows to the right and y upwards, as in Graphviz.
public struct Point: Sendable, Hashable {
  /// Points from the left.
  public var x: Double
  /// Points from below.
  public var y: Double

  /// A position in points.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A width and a height.
///
/// The unit is the one that the property holding it names.
public struct Size: Sendable, Hashable {
  /// The horizontal extent.
  public var width: Double
  /// The vertical extent.
  public var height: Double

  /// An extent in the unit of the property that it is for.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle in points, y growing upwards.
public struct Box: Sendable, Hashable {
  /// The lower left corner.
  public var lowerLeft: Point
  /// The upper right corner.
  public var upperRight: Point

  /// The rectangle between two opposite corners.
  public init(lowerLeft: Point, upperRight: Point) {
    self.lowerLeft = lowerLeft
    self.upperRight = upperRight
  }

  /// The horizontal extent in points.
  public var width: Double { upperRight.x - lowerLeft.x }
  /// The vertical extent in points.
  public var height: Double { upperRight.y - lowerLeft.y }
  /// The middle of the rectangle.
  public var center: Point {
    Point(x: (lowerLeft.x + upperRight.x) / 2, y: (lowerLeft.y + upperRight.y) / 2)
  }

  /// Whether a position lies inside or on the border, give or take a tolerance in points.
  public func contains(_ point: Point, tolerance: Double = 0) -> Bool {
    point.x >= lowerLeft.x - tolerance && point.x <= upperRight.x + tolerance
      && point.y >= lowerLeft.y - tolerance && point.y <= upperRight.y + tolerance
  }
}
