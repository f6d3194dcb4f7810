/// A shape behind nodes and edges, at a place in points.
///
/// It is for drawings whose coordinates are kept: the engine is one of the two nops and
/// ``GraphAttributes/noTranslate`` is set. Anywhere else the shapes don't move along with the layout.
public struct BackgroundShape: Sendable, Hashable {
  /// The corners, two at least; of a polygon the last is joined to the first.
  public var points: [Point]
  /// Whether it is a polygon rather than a line.
  public var isPolygon: Bool
  /// The inside's colour, for a polygon; nil for none.
  public var fill: Color?
  /// The line's colour; nil for none.
  public var stroke: Color?
  /// The line's width in points.
  public var lineWidth: Double
  /// Whether the line is dashed.
  public var isDashed = false

  /// A filled polygon, with a line around it where a colour is given.
  public static func polygon(
    _ points: [Point], fill: Color?, stroke: Color? = nil, lineWidth: Double = 1
  ) -> BackgroundShape {
    BackgroundShape(
      points: points, isPolygon: true, fill: fill, stroke: stroke, lineWidth: lineWidth)
  }

  /// A line of straight pieces.
  public static func line(
    _ points: [Point], stroke: Color, lineWidth: Double = 1, isDashed: Bool = false
  ) -> BackgroundShape {
    BackgroundShape(
      points: points, isPolygon: false, fill: nil, stroke: stroke, lineWidth: lineWidth,
      isDashed: isDashed)
  }
}

extension AttributeList {
  /// Adds shapes as xdot operations.
  ///
  /// Written from values only, since libgvc would read files that operations name.
  mutating func addBackground(_ shapes: [BackgroundShape]) throws(GraphvizError) {
    let name = "_background"
    offer(name)
    guard !shapes.isEmpty else { return }
    let count = shapes.reduce(0) { $0 + $1.points.count }
    guard count <= Limits.backgroundPoints else {
      throw Self.outside(name, "\(count) points", "0...\(Limits.backgroundPoints)")
    }
    var text = ""
    func addText(_ operation: String, _ argument: String) {
      text += "\(operation) \(argument.utf8.count) -\(argument) "
    }
    let range = -Limits.coordinate...Limits.coordinate
    for shape in shapes {
      guard shape.points.count > 1 else {
        throw GraphvizError(.invalidValue, "a shape needs two points", attribute: name)
      }
      let width = try Self.number(shape.lineWidth, name, in: Limits.penWidth)
      addText("S", "setlinewidth(\(width))")
      addText("S", shape.isDashed ? "dashed" : "solid")
      addText("c", "\(shape.stroke ?? .transparent)")
      if let fill = shape.fill { addText("C", "\(fill)") }
      text += shape.isPolygon ? (shape.fill == nil ? "p" : "P") : "L"
      text += " \(shape.points.count) "
      for point in shape.points {
        text += try Self.number(point.x, name, in: range) + " "
        text += try Self.number(point.y, name, in: range) + " "
      }
    }
    append(name, text)
  }

  /// Adds the curves of an edge, for nop2.
  mutating func add(_ name: String, _ curves: [BezierCurve]?) throws(GraphvizError) {
    offer(name)
    guard let curves, !curves.isEmpty else { return }
    let range = -Limits.coordinate...Limits.coordinate
    var texts: [String] = []
    for curve in curves {
      guard curve.points.count >= 4, curve.points.count % 3 == 1 else {
        throw GraphvizError(
          .invalidValue, "\(curve.points.count) points; a curve has 4, 7, 10 …", attribute: name)
      }
      func text(_ point: Point) throws(GraphvizError) -> String {
        let x = try Self.number(point.x, name, in: range)
        return x + "," + (try Self.number(point.y, name, in: range))
      }
      var points: [String] = []
      if let tip = curve.startTip { points.append("s," + (try text(tip))) }
      if let tip = curve.endTip { points.append("e," + (try text(tip))) }
      for point in curve.points { points.append(try text(point)) }
      texts.append(points.joined(separator: " "))
    }
    append(name, texts.joined(separator: ";"))
  }
}
