internal import ExactTexts

/// The value of an attribute as libgvc gets it.
struct AttributeText: Sendable, Hashable {
  var text: String
  /// Whether the text is an HTML-like label.
  var isHTML = false
}

/// Attributes that can be written as names and values.
protocol AttributeGroup {
  func write(to list: inout AttributeList) throws(GraphvizError)
}

/// Attributes on their way to libgvc: names and values, all of them checked.
struct AttributeList {
  typealias Entry = (name: String, value: AttributeText)

  /// What the attributes belong to; decides what an attribute is allowed to be.
  enum Kind: Hashable, CaseIterable {
    case graph
    case subgraph
    case node
    case edge
  }

  private(set) var entries: [Entry] = []
  /// Whether labels are parsed as records.
  var isRecord = false
  /// Whether the attributes are a node's, whose label may be empty.
  ///
  /// libgvc ends the process when it has to place a label that has a height but no width.
  var isNode = false
  /// No text without a size of its own is larger.
  var largestFontSize = 14.0
  /// The names of the graph's clusters as libgvc knows them.
  var clusterNames: Set<ExactText> = []
  /// The names of the attributes that have been offered, set or not; only kept if asked for.
  private(set) var offered: Set<String>?

  init(recordsOffers: Bool = false) {
    offered = recordsOffers ? [] : nil
  }

  mutating func offer(_ name: String) {
    offered?.insert(name)
  }

  mutating func append(_ name: String, _ text: String, isHTML: Bool = false) {
    entries.append((name, AttributeText(text: text, isHTML: isHTML)))
  }

  // MARK: Numbers

  mutating func add(
    _ name: String, _ value: Double?, in range: ClosedRange<Double>
  ) throws(GraphvizError) {
    offer(name)
    guard let value else { return }
    append(name, try Self.number(value, name, in: range))
  }

  mutating func add(
    _ name: String, _ value: Int?, in range: ClosedRange<Int>
  ) throws(GraphvizError) {
    offer(name)
    guard let value else { return }
    guard range.contains(value) else { throw Self.outside(name, "\(value)", "\(range)") }
    append(name, String(value))
  }

  /// Two lengths, one for each direction.
  mutating func add(
    _ name: String, _ value: Size?, in range: ClosedRange<Double>
  ) throws(GraphvizError) {
    offer(name)
    guard let value else { return }
    let width = try Self.number(value.width, name, in: range)
    let height = try Self.number(value.height, name, in: range)
    append(name, "\(width),\(height)")
  }

  /// The corners of a box, as engines themselves write them.
  mutating func add(_ name: String, _ box: Box?) throws(GraphvizError) {
    offer(name)
    guard let box else { return }
    let range = -Limits.coordinate...Limits.coordinate
    var numbers: [String] = []
    for corner in [box.lowerLeft, box.upperRight] {
      numbers.append(try Self.number(corner.x, name, in: range))
      numbers.append(try Self.number(corner.y, name, in: range))
    }
    append(name, numbers.joined(separator: ","))
  }

  static func number(
    _ value: Double, _ name: String, in range: ClosedRange<Double>
  ) throws(GraphvizError) -> String {
    // A range does not contain NaN.
    guard range.contains(value) else { throw outside(name, "\(value)", "\(range)") }
    return "\(value)"
  }

  static func outside(_ name: String, _ value: String, _ range: String) -> GraphvizError {
    GraphvizError(.limitExceeded, "\(value) is not in \(range)", attribute: name)
  }

  // MARK: Choices, colours and text

  mutating func add<Choice: RawRepresentable<String>>(_ name: String, _ value: Choice?) {
    offer(name)
    guard let value else { return }
    append(name, value.rawValue)
  }

  mutating func add(_ name: String, _ value: Bool?) {
    offer(name)
    guard let value else { return }
    append(name, value ? "true" : "false")
  }

  mutating func add(_ name: String, _ value: String?) {
    offer(name)
    guard let value else { return }
    append(name, value)
  }

  mutating func add(_ name: String, _ color: Color?, to end: Color? = nil) {
    offer(name)
    guard let color else { return }
    append(name, end.map { "\(color):\($0)" } ?? "\(color)")
  }

  mutating func add(_ name: String, _ mode: PackMode?) {
    offer(name)
    guard let mode else { return }
    append(name, mode.graphvizValue)
  }

  mutating func add(_ name: String, _ label: Label?) throws(GraphvizError) {
    offer(name)
    guard let label else { return }
    switch label {
    case .text(let text, let alignment):
      guard text.unicodeScalars.contains(where: Escaping.isVisible) else {
        try Escaping.checkLabel(text, name)
        // Nothing: not even the defaults' label.
        return append(name, "")
      }
      append(name, try Escaping.label(text, alignment, isRecord: isRecord, attribute: name))
    case .lines(let lines):
      let isVisible = lines.contains { $0.text.unicodeScalars.contains(where: Escaping.isVisible) }
      let text = try Escaping.label(lines, isRecord: isRecord, attribute: name)
      append(name, isVisible ? text : "")
    case .html(let html):
      append(name, try htmlText(html, name), isHTML: true)
    case .record(let fields):
      guard isRecord, name == "label" else {
        throw GraphvizError(
          .invalidValue, "a label of fields needs the shape record or Mrecord", attribute: name)
      }
      append(name, try RecordWriter.text(of: fields, attribute: name))
    }
  }

  private func htmlText(_ html: HTMLLabel, _ name: String) throws(GraphvizError) -> String {
    let text = try HTMLWriter.text(of: html, mayBeEmpty: isNode && name == "label", attribute: name)
    // After the writer has checked that the numbers are small and the nesting is shallow.
    try HTMLExtent.check(html, fontSize: largestFontSize, attribute: name)
    return text
  }

  mutating func addText(_ name: String, _ text: String?) throws(GraphvizError) {
    offer(name)
    guard let text else { return }
    append(name, try Escaping.text(text, attribute: name))
  }

  mutating func addFont(_ name: String, _ font: String?) throws(GraphvizError) {
    offer(name)
    guard let font else { return }
    append(name, try Escaping.fontName(font, attribute: name))
  }

  mutating func addURL(_ name: String, _ url: String?) throws(GraphvizError) {
    offer(name)
    guard let url else { return }
    append(name, try Escaping.url(url, attribute: name))
  }

  mutating func addIdentifier(
    _ name: String, _ id: String?, spaces: Bool = false
  ) throws(GraphvizError) {
    offer(name)
    guard let id else { return }
    append(name, try Escaping.identifier(id, spaces: spaces, attribute: name))
  }

  mutating func addCluster(_ name: String, _ id: String?) throws(GraphvizError) {
    offer(name)
    guard let id else { return }
    let cluster = PreparedGraph.clusterName(id)
    guard clusterNames.contains(cluster) else {
      throw GraphvizError(.unknownIdentifier, "there is no cluster \"\(id)\"", attribute: name)
    }
    append(name, cluster)
  }
}

// MARK: Attributes with a notation of their own

extension AttributeList {
  mutating func add(
    _ name: String, _ point: Point?, isPinned: Bool
  ) throws(GraphvizError) {
    offer(name)
    guard let point else { return }
    let range = -Limits.coordinate...Limits.coordinate
    let x = try Self.number(point.x, name, in: range)
    let y = try Self.number(point.y, name, in: range)
    append(name, "\(x),\(y)" + (isPinned ? "!" : ""))
  }

  mutating func addWeight(_ weight: Double?) throws(GraphvizError) {
    offer("weight")
    guard let weight else { return }
    let text = try Self.number(weight, "weight", in: 0...Limits.weight)
    // dot reads whole numbers only.
    append("weight", weight == weight.rounded() ? String(Int(weight)) : text)
  }

  mutating func addRankSep(_ value: Double?, equally: Bool) throws(GraphvizError) {
    offer("ranksep")
    guard value != nil || equally else { return }
    let text = try Self.number(value ?? 0.5, "ranksep", in: 0...Limits.inches)
    append("ranksep", text + (equally ? " equally" : ""))
  }

  mutating func addSize(_ value: Size?, isDesired: Bool) throws(GraphvizError) {
    offer("size")
    guard let value else { return }
    let range = 0.1...Limits.inches
    let width = try Self.number(value.width, "size", in: range)
    let height = try Self.number(value.height, "size", in: range)
    append("size", "\(width),\(height)" + (isDesired ? "!" : ""))
  }

  mutating func add(_ name: String, _ separation: Separation?) throws(GraphvizError) {
    offer(name)
    switch separation {
    case .points(let points):
      append(name, "+" + (try Self.number(points, name, in: 0...Limits.separation)))
    case .factor(let factor):
      append(name, try Self.number(factor, name, in: 0...Limits.separationFactor))
    case nil: break
    }
  }

  mutating func add(_ overlap: Overlap?) throws(GraphvizError) {
    offer("overlap")
    switch overlap {
    case .keep: append("overlap", "true")
    case .prism(let rounds?):
      guard (0...1_000).contains(rounds) else {
        throw Self.outside("overlap", "prism\(rounds)", "prism0...prism1000")
      }
      append("overlap", "prism\(rounds)")
    case .prism(nil): append("overlap", "prism")
    case .scale: append("overlap", "scale")
    case .scaleXY: append("overlap", "scalexy")
    case .vpsc: append("overlap", "vpsc")
    case nil: break
    }
  }

  mutating func add(_ ratio: AspectRatio?) throws(GraphvizError) {
    offer("ratio")
    switch ratio {
    case .value(let value): append("ratio", try Self.number(value, "ratio", in: 0.01...100))
    case .fill: append("ratio", "fill")
    case .compress: append("ratio", "compress")
    case .expand: append("ratio", "expand")
    case .auto: append("ratio", "auto")
    case nil: break
    }
  }

  mutating func add(_ start: Start?) throws(GraphvizError) {
    offer("start")
    switch start {
    case .regular: append("start", "regular")
    case .random(let seed):
      guard (0...Int(Int32.max)).contains(seed) else {
        throw Self.outside("start", "\(seed)", "0...\(Int32.max)")
      }
      append("start", "random\(seed)")
    case nil: break
    }
  }
}
