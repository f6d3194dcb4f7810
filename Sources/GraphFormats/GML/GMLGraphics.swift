internal import ExactTexts

/// How GML says that a node or an edge is drawn: in a list `graphics`, with places from the middle of
/// nodes and, as yEd has them, `y` growing downwards.
enum GMLGraphics {
  /// The key of the list.
  static let key = "graphics"

  /// The names of attributes that would be in the list's way.
  static func taken(_ domain: AttributeKey.Domain) -> Set<ExactText> {
    switch domain {
    case .node:
      [
        "graphics.x", "graphics.y", "graphics.z", "graphics.w", "graphics.h",
        "graphics.type", "graphics.fill",
      ]
    case .edge: ["graphics.fill", "graphics.width", "graphics.style"]
    case .graph, .port, .hyperedge, .endpoint: []
    }
  }

  // MARK: Reading

  /// Takes the look of a node or an edge out of its list.
  ///
  /// - Parameters:
  ///   - items: What is in the list; what says nothing of a look stays.
  ///   - domain: Whether it is that of a node or of an edge.
  ///   - isUpwards: Whether `y` grows upwards, as Gephi has it.
  /// - Returns: The look, empty if there is none.
  static func take(
    from items: inout [GMLScanner.Item], of domain: AttributeKey.Domain, isUpwards: Bool
  ) -> Appearance {
    var look = Appearance()
    if let color = text("fill", in: items).flatMap(YEdDrawing.color) {
      look.color = color
      remove("fill", from: &items)
    }
    guard domain == .node else {
      look.thickness = takeNumber("width", from: &items)
      look.shape = takeText("style", from: &items)
      return look
    }
    if number("x", in: items) != nil, number("y", in: items) != nil,
      let x = takeNumber("x", from: &items), let y = takeNumber("y", from: &items)
    {
      // Graphviz tells its files by the H. And not -0.0 for 0.
      let isUpwards = isUpwards || number("H", in: items) != nil
      look.position = Appearance.Position(
        x: x, y: isUpwards ? y : 0 - y, z: takeNumber("z", from: &items) ?? 0)
    }
    look.width = takeNumber("w", from: &items)
    look.height = takeNumber("h", from: &items) ?? takeNumber("H", from: &items)
    look.shape = takeText("type", from: &items)
    return look
  }

  private static func number(_ key: String, in items: [GMLScanner.Item]) -> Double? {
    switch items.first(where: { $0.key == key })?.value {
    case .integer(let value): Double(value)
    case .real(let value) where value.isFinite: value
    case .real, .text, .list, nil: nil
    }
  }

  private static func text(_ key: String, in items: [GMLScanner.Item]) -> String? {
    if case .text(let text)? = items.first(where: { $0.key == key })?.value { text } else { nil }
  }

  private static func takeNumber(_ key: String, from items: inout [GMLScanner.Item]) -> Double? {
    guard let value = number(key, in: items) else { return nil }
    remove(key, from: &items)
    return value
  }

  private static func takeText(_ key: String, from items: inout [GMLScanner.Item]) -> String? {
    guard let value = text(key, in: items) else { return nil }
    remove(key, from: &items)
    return value
  }

  private static func remove(_ key: String, from items: inout [GMLScanner.Item]) {
    if let place = items.firstIndex(where: { $0.key == key }) { items.remove(at: place) }
  }

  // MARK: Writing

  /// A part of a look, with the keys of the lists that it is in, its own last.
  struct Value {
    let path: [String]
    let value: AttributeValue
  }

  /// The list of a look, value by value.
  static func values(_ look: Appearance?, of domain: AttributeKey.Domain) -> [Value] {
    guard let look else { return [] }
    var values: [Value] = []
    func add(_ key: String, _ value: AttributeValue?) {
      guard let value else { return }
      values.append(Value(path: [Self.key, key], value: value))
    }
    if domain == .node {
      if let position = look.position {
        add("x", .double(position.x))
        add("y", .double(0 - position.y))
        if position.z != 0 { add("z", .double(position.z)) }
      }
      add("w", look.width.map(AttributeValue.double))
      add("h", look.height.map(AttributeValue.double))
      add("type", look.shape.map { .string(ShapeName.yEd($0)) })
    } else {
      add("width", look.thickness.map(AttributeValue.double))
      add("style", look.shape.map { .string(ShapeName.yEd($0)) })
    }
    add("fill", look.color.map { .string(YEdDrawing.text($0)) })
    return values
  }
}
