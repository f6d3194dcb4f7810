import GraphCore
import GraphFormats

/// The weights of a file's edges: the values of one of their attributes.
struct EdgeWeights {
  /// What weights are called where nobody says so, the best first.
  static let usualNames = ["weight", "value", "strength"]

  /// The attribute.
  let name: String
  /// What an edge without a value weighs; `nil` where each has to have one.
  private let standard: Double?

  /// The attribute that a user names, or else the first numeric one of a usual name, in any case.
  ///
  /// A text called weight counts as well, as some tools write every value as a text.
  init?(_ graph: PropertyGraph, named attribute: String?, format: GraphFormat) {
    let keys = graph.keys(for: .edge)
    func key(_ name: String) -> AttributeKey? {
      keys.first { $0.name.lowercased() == name && $0.type.isNumeric }
    }
    let found =
      attribute.map { attribute in keys.first { $0.name == attribute } }
      ?? Self.usualNames.lazy.compactMap(key).first
      ?? keys.first { $0.name.lowercased() == Self.usualNames[0] }
    guard let found else { return nil }
    name = found.name
    // An edge of GEXF whose weight is not given weighs 1: Gephi leaves that out.
    let isOfGEXF = format == .gexf && found.name == Self.usualNames[0]
    standard = found.defaultValue.flatMap(Self.number) ?? (isOfGEXF ? 1 : nil)
  }

  /// Whether any edge has a weight.
  func hasValues(_ graph: PropertyGraph) -> Bool {
    graph.graph.edges.contains { graph.value(of: name, at: $0) != nil }
      || standard != nil && graph.graph.edgeCount > 0
  }

  /// The weight of an edge; `nil` where it has none, or a text that is no number.
  func weight(of edge: EdgeID, in graph: PropertyGraph) -> Double? {
    guard let value = graph.value(of: name, at: edge), value != .string("") else { return standard }
    return Self.number(value)
  }

  /// What is wrong with the weight of an edge, which messages call `the edge from 'a' to 'b'`.
  func fault(of edge: EdgeID, in graph: PropertyGraph, called words: String) -> String {
    let wanted = "a weight is zero or a positive finite number"
    return switch graph.value(of: name, at: edge) {
    case nil, .string(""):
      "\(words) has no '\(name)', but others have; give it one, or leave out all that have none "
        + "by --where 'edge.\(name)>=0'"
    case let value? where Self.number(value) == nil:
      "'\(name)' of \(words) is '\(value.text.prefix(20))', which is no number; \(wanted)"
    case let value?: "'\(name)' of \(words) is \(value.text); \(wanted)"
    }
  }

  /// A value as a number; texts are read as the numbers of a list of plain edges are.
  private static func number(_ value: AttributeValue) -> Double? {
    guard case .string(let text) = value else { return value.number }
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    return isPlain || Double(text)?.isFinite == false ? Double(text) : nil
  }
}
