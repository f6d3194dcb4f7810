/// How yEd draws one node or edge: what is within a `data` element of its own keys.
///
/// Of a group, which yEd draws in one way when open and in another when closed, the one shown
/// counts. yEd measures from the top and to corners; here places are of middles, and up is up.
struct YEdDrawing {
  private(set) var appearance = Appearance()
  private(set) var hasMore = false
  private var labels: [String] = []
  private var text: [UInt8] = []
  private var depth = 0
  private var labelDepth: Int?
  /// Where the ways to draw a group are, which of them counts, and at which one reading is.
  private var realizers: (depth: Int, active: Int, current: Int)?

  /// All that is written at the node or edge, a line for each label.
  var label: String? { labels.isEmpty ? nil : labels.joined(separator: "\n") }

  mutating func start(_ element: XMLElement) {
    depth += 1
    if let realizers, depth == realizers.depth + 1 { self.realizers?.current += 1 }
    guard realizers.map({ $0.current == $0.active || depth <= $0.depth }) ?? true else { return }
    switch element.name.text {
    case "Realizers":
      realizers = (depth, attribute("active", of: element).flatMap { Int($0) } ?? 0, -1)
    case "Geometry": place(element)
    case "Fill":
      if attribute("hasColor", of: element) != "false" {
        appearance.color = Self.color(attribute("color", of: element))
      }
    case "LineStyle":
      appearance.color = Self.color(attribute("color", of: element))
      appearance.thickness = number("width", of: element)
      appearance.shape = attribute("type", of: element)
      hasMore = true
    case "Shape": appearance.shape = attribute("type", of: element)
    case "NodeLabel", "EdgeLabel":
      labelDepth = depth
      text.removeAll()
    case "ShapeNode", "PolyLineEdge", "ProxyAutoBoundsNode", "GroupNode", "State": break
    default: hasMore = true
    }
  }

  mutating func text(_ bytes: BorrowedBytes) {
    if labelDepth == depth { text.append(contentsOf: bytes) }
  }

  /// Ends an element.
  ///
  /// - Returns: Whether it was one of the drawing, rather than the one around it.
  mutating func end() -> Bool {
    guard depth > 0 else { return false }
    if labelDepth == depth {
      labelDepth = nil
      let bytes = text.withUnsafeBufferPointer { Array(ValueParser.trimmed($0)) }
      if !bytes.isEmpty { labels.append(String(decoding: bytes, as: UTF8.self)) }
    }
    if realizers?.depth == depth { realizers = nil }
    depth -= 1
    return true
  }

  private mutating func place(_ element: XMLElement) {
    appearance.width = number("width", of: element)
    appearance.height = number("height", of: element)
    guard let x = number("x", of: element), let y = number("y", of: element) else { return }
    appearance.position = Appearance.Position(
      x: x + (appearance.width ?? 0) / 2, y: -(y + (appearance.height ?? 0) / 2))
  }

  private func attribute(_ name: String, of element: XMLElement) -> String? {
    for number in 0..<element.attributeCount
    where !element.hasPrefix(number) && element.attributeName(number).text == name {
      return String(decoding: element.attributeValue(number), as: UTF8.self)
    }
    return nil
  }

  private func number(_ name: String, of element: XMLElement) -> Double? {
    guard let text = attribute(name, of: element) else { return nil }
    let value = Array(text.utf8).withUnsafeBufferPointer { ValueParser.double($0) }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// A colour as ``color(_:)`` reads it.
  static func text(_ color: Appearance.Color) -> String {
    var bytes = [color.red, color.green, color.blue]
    if color.alpha < 1 { bytes.append(UInt8(max(0, color.alpha) * 255 + 0.5)) }
    return bytes.reduce("#") { $0 + ($1 < 16 ? "0" : "") + String($1, radix: 16, uppercase: true) }
  }

  /// A colour as yEd writes it: `#RRGGBB`, or `#RRGGBBAA` where one can see through.
  static func color(_ text: String?) -> Appearance.Color? {
    guard let digits = text?.utf8.dropFirst(), text?.utf8.first == UInt8(ascii: "#"),
      digits.count == 6 || digits.count == 8,
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    let (rgb, alpha) = digits.count == 6 ? (number, 255) : (number >> 8, number & 0xFF)
    return Appearance.Color(
      red: UInt8(rgb >> 16 & 0xFF), green: UInt8(rgb >> 8 & 0xFF), blue: UInt8(rgb & 0xFF),
      alpha: Double(alpha) / 255)
  }
}
