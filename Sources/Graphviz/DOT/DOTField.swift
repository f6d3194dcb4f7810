/// An attribute and the property that holds it: how the property is read from the attribute's
/// text and how it is written.
struct DOTField<Group: Sendable>: Sendable {
  let name: String
  /// Whether the value is a colour, whose names may be those of a scheme.
  var isColor = false
  /// Whether the value may name the object that it is for, as in `\N`.
  var hasEscapes = false
  /// Sets the property; false if it cannot hold the value.
  let read: @Sendable (inout Group, String, EscapedText.Names) -> Bool
  /// The attribute's text; nil if the property is not set.
  let write: @Sendable (Group) -> String?

  typealias Path<Value> = any WritableKeyPath<Group, Value?> & Sendable

  /// A property for the text of a label.
  typealias LabelPath = Path<Label>

  private init(
    _ name: String, read: @escaping @Sendable (inout Group, String, EscapedText.Names) -> Bool,
    write: @escaping @Sendable (Group) -> String?
  ) {
    self.name = name
    self.read = read
    self.write = write
  }

  /// An attribute with a notation of its own.
  static func other(
    _ name: String, read: @escaping @Sendable (inout Group, String) -> Bool,
    write: @escaping @Sendable (Group) -> String?
  ) -> DOTField {
    DOTField(name, read: { group, raw, _ in read(&group, raw) }, write: write)
  }

  /// An attribute whose property holds what a text stands for, if it stands for anything.
  private static func value<Value: Sendable>(
    _ name: String, _ path: Path<Value>, _ parse: @escaping @Sendable (String) -> Value?,
    _ text: @escaping @Sendable (Value) -> String
  ) -> DOTField {
    DOTField(
      name,
      read: { group, raw, _ in
        guard let value = parse(raw) else { return false }
        group[keyPath: path] = value
        return true
      }, write: { $0[keyPath: path].map(text) })
  }

  static func number(_ name: String, _ path: Path<Double>) -> DOTField {
    value(name, path, { DOTNumber.double($0) }, { DOTNumber.text($0) })
  }

  static func number(_ name: String, _ path: Path<Int>) -> DOTField {
    value(name, path, { DOTNumber.integer($0) }, { String($0) })
  }

  static func size(_ name: String, _ path: Path<Size>) -> DOTField {
    value(
      name, path, { DOTNumber.size($0) },
      { "\(DOTNumber.text($0.width)),\(DOTNumber.text($0.height))" })
  }

  static func flag(_ name: String, _ path: Path<Bool>) -> DOTField {
    value(name, path, { DOTNumber.flag($0) }, { $0 ? "true" : "false" })
  }

  /// One of several words; others may mean the same as one of them.
  static func choice<Choice: RawRepresentable<String> & Sendable>(
    _ name: String, _ path: Path<Choice>, also: [String: Choice] = [:]
  ) -> DOTField {
    value(
      name, path, { Choice(rawValue: $0) ?? also[$0.lowercased()] }, { $0.rawValue })
  }

  /// Text in which nothing is an escape.
  static func name(_ name: String, _ path: Path<String>) -> DOTField {
    value(name, path, { $0 }, { $0 })
  }

  /// Text with escapes.
  static func text(_ name: String, _ path: Path<String>) -> DOTField {
    var field = DOTField(
      name,
      read: { group, raw, names in
        group[keyPath: path] = EscapedText(raw: raw, names: names).plain
        return true
      }, write: { $0[keyPath: path].map { EscapedText.raw($0) } })
    field.hasEscapes = true
    return field
  }

  static func style(_ path: Path<Style>) -> DOTField {
    value("style", path, { Style(dot: $0) }, { $0.graphvizValue })
  }

  static func color(_ name: String, _ path: Path<Color>) -> DOTField {
    var field = value(name, path, { Color(dot: $0) }, { "\($0)" })
    field.isColor = true
    return field
  }

  /// A colour, or two with a gradient between them.
  static func color(_ name: String, _ path: Path<Color>, to end: Path<Color>) -> DOTField {
    var field = other(
      name,
      read: { group, raw in
        let parts = raw.split(separator: ":", omittingEmptySubsequences: false)
        let colors = parts.compactMap { Color(dot: String($0)) }
        guard colors.count == parts.count, let first = colors.first, colors.count <= 2 else {
          return false
        }
        group[keyPath: path] = first
        group[keyPath: end] = colors.count > 1 ? colors[1] : nil
        return true
      },
      write: { group in
        group[keyPath: path].map { color in
          group[keyPath: end].map { "\(color):\($0)" } ?? "\(color)"
        }
      })
    field.isColor = true
    return field
  }

  /// A cluster by the name that Graphviz knows it by.
  static func cluster(_ name: String, _ path: Path<String>) -> DOTField {
    value(name, path, { Subgraph.clusterID(of: $0) }, { PreparedGraph.clusterName($0) })
  }
}

/// Numbers as DOT has them.
enum DOTNumber {
  /// A finite number; spaces around it do not matter.
  static func double(_ text: some StringProtocol) -> Double? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let first = words.first, first.utf8.allSatisfy({ $0 < 0x7F }),
      !first.contains(where: { $0 == "x" || $0 == "X" }),
      let number = Double(String(first)), number.isFinite
    else { return nil }
    return number
  }

  static func integer(_ text: some StringProtocol) -> Int? {
    double(text).flatMap { Int(exactly: $0) }
  }

  /// Graphviz takes words and numbers for truth.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes": true
    case "false", "no": false
    default: Int(text).map { $0 != 0 }
    }
  }

  /// One length for both directions, or two.
  static func size(_ text: some StringProtocol) -> Size? {
    let parts = text.split(separator: ",").map { double($0) }
    guard let first = parts.first, let width = first else { return nil }
    if parts.count == 1 { return Size(width: width, height: width) }
    guard parts.count == 2, let height = parts[1] else { return nil }
    return Size(width: width, height: height)
  }

  /// The shortest text that reads back to the same number.
  static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
  }
}

extension Color {
  /// A colour as DOT writes it: `#rrggbb`, a name of X11, or hue, saturation and value.
  init?(dot text: String) {
    let word = text.drop { $0 == " " }
    guard let first = word.utf8.first else { return nil }
    if first == UInt8(ascii: "#") {
      guard let color = Color(hex: String(word)) else { return nil }
      self = color
    } else if first == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    {
      guard let color = Color(hsv: String(word)) else { return nil }
      self = color
    } else {
      guard word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " }),
        let color = Color(name: String(word))
      else { return nil }
      self = color
    }
  }
}

extension Style {
  /// Styles separated by commas; nil if one of them is not known.
  init?(dot text: String) {
    self = []
    for word in text.split(separator: ",") {
      let word = word.split(separator: " ").joined(separator: " ")
      guard let style = Self.names.first(where: { $0.1 == word }) else { return nil }
      insert(style.0)
    }
  }
}

extension Subgraph {
  /// The identifier of the cluster that Graphviz knows by a name.
  static func clusterID(of name: String) -> String {
    guard name.hasPrefix("cluster_") else { return name }
    let id = String(name.dropFirst(8))
    return PreparedGraph.clusterName(id) == name ? id : name
  }
}
