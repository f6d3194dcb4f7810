extension DOTField {
  /// The corners of a box.
  static func box(_ name: String, _ path: Path<Box>) -> DOTField {
    .other(
      name,
      read: { group, raw in
        let numbers = raw.split(separator: ",").map { DOTNumber.double($0) }
        guard numbers.count == 4, let left = numbers[0], let lower = numbers[1],
          let right = numbers[2], let upper = numbers[3]
        else { return false }
        group[keyPath: path] = Box(
          lowerLeft: Point(x: left, y: lower), upperRight: Point(x: right, y: upper))
        return true
      },
      write: { group in
        group[keyPath: path].map { "\($0.lowerLeft.dotText),\($0.upperRight.dotText)" }
      })
  }

  /// The curves of an edge.
  static func curves(_ name: String, _ path: Path<[BezierCurve]>) -> DOTField {
    .other(
      name,
      read: { group, raw in
        var curves: [BezierCurve] = []
        for text in raw.split(separator: ";") {
          guard let curve = BezierCurve(dot: text) else { return false }
          curves.append(curve)
        }
        group[keyPath: path] = curves
        return true
      },
      write: { group in
        guard let curves = group[keyPath: path], !curves.isEmpty else { return nil }
        return curves.map(\.dotText).joined(separator: ";")
      })
  }

  /// The shapes behind the drawing.
  static func background(
    _ path: any WritableKeyPath<Group, [BackgroundShape]> & Sendable
  ) -> DOTField {
    .other(
      "_background",
      read: { group, raw in
        guard let shapes = XDotReader.shapes(of: raw) else { return false }
        group[keyPath: path] = shapes
        return true
      },
      write: { group in
        let shapes = group[keyPath: path]
        return shapes.isEmpty ? nil : shapes.map(\.dotText).joined(separator: " ")
      })
  }
}

extension Point {
  fileprivate var dotText: String { "\(DOTNumber.text(x)),\(DOTNumber.text(y))" }

  fileprivate init?(dot text: some StringProtocol) {
    let numbers = text.split(separator: ",").map { DOTNumber.double($0) }
    guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
    self.init(x: x, y: y)
  }
}

extension BezierCurve {
  /// A curve as Graphviz writes it: the tips of the arrows, then the points.
  fileprivate init?(dot text: some StringProtocol) {
    var tips: [Character: Point] = [:]
    var points: [Point] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let letter = word.first, letter == "s" || letter == "e" {
        guard let point = Point(dot: word.dropFirst(2)) else { return nil }
        tips[letter] = point
      } else {
        guard let point = Point(dot: word) else { return nil }
        points.append(point)
      }
    }
    guard points.count >= 4, points.count % 3 == 1 else { return nil }
    self.init(points: points, startTip: tips["s"], endTip: tips["e"])
  }

  fileprivate var dotText: String {
    let tips =
      (startTip.map { ["s,\($0.dotText)"] } ?? []) + (endTip.map { ["e,\($0.dotText)"] } ?? [])
    return (tips + points.map(\.dotText)).joined(separator: " ")
  }
}

extension BackgroundShape {
  /// The shape as operations of xdot.
  fileprivate var dotText: String {
    func text(_ operation: String, _ argument: String) -> String {
      "\(operation) \(argument.utf8.count) -\(argument)"
    }
    var words = [
      text("S", "setlinewidth(\(DOTNumber.text(lineWidth)))"),
      text("S", isDashed ? "dashed" : "solid"), text("c", "\(stroke ?? .transparent)"),
    ]
    if let fill { words.append(text("C", "\(fill)")) }
    words.append((isPolygon ? (fill == nil ? "p" : "P") : "L") + " \(points.count)")
    words += points.flatMap { [DOTNumber.text($0.x), DOTNumber.text($0.y)] }
    return words.joined(separator: " ")
  }
}

/// Reads those operations of xdot that a ``BackgroundShape`` is written as.
private struct XDotReader {
  private var rest: Substring.UTF8View

  static func shapes(of text: String) -> [BackgroundShape]? {
    var reader = XDotReader(rest: text[...].utf8)
    var shapes: [BackgroundShape] = []
    reader.skipSpace()
    while !reader.rest.isEmpty {
      guard let shape = reader.shape() else { return nil }
      shapes.append(shape)
      reader.skipSpace()
    }
    return shapes
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == UInt8(ascii: " ") }
  }

  private mutating func word() -> String {
    skipSpace()
    let word = rest.prefix { $0 != UInt8(ascii: " ") }
    rest = rest.dropFirst(word.count)
    return String(Substring(word))
  }

  /// A text with its length in front of it.
  private mutating func text() -> String? {
    guard let count = Int(word()), count >= 0, count <= 100 else { return nil }
    skipSpace()
    guard rest.first == UInt8(ascii: "-"), rest.count > count else { return nil }
    rest = rest.dropFirst()
    defer { rest = rest.dropFirst(count) }
    return String(Substring(rest.prefix(count)))
  }

  private mutating func shape() -> BackgroundShape? {
    var shape = BackgroundShape.polygon([], fill: nil)
    while true {
      switch word() {
      case "S":
        guard let style = text() else { return nil }
        if style.hasPrefix("setlinewidth("), style.hasSuffix(")") {
          guard let width = DOTNumber.double(style.dropFirst(13).dropLast()) else { return nil }
          shape.lineWidth = width
        } else {
          guard style == "solid" || style == "dashed" else { return nil }
          shape.isDashed = style == "dashed"
        }
      case "c":
        guard let color = text().flatMap({ Color(dot: $0) }) else { return nil }
        shape.stroke = color == .transparent ? nil : color
      case "C":
        guard let color = text().flatMap({ Color(dot: $0) }) else { return nil }
        shape.fill = color
      case let operation:
        guard ["p", "P", "L"].contains(operation), let count = Int(word()), count > 1,
          count <= Limits.backgroundPoints
        else { return nil }
        for _ in 0..<count {
          guard let x = DOTNumber.double(word()), let y = DOTNumber.double(word()) else {
            return nil
          }
          shape.points.append(Point(x: x, y: y))
        }
        shape.isPolygon = operation != "L"
        if operation != "P" { shape.fill = nil }
        return shape
      }
    }
  }
}
