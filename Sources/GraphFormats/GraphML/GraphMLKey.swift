/// A `key` element of a GraphML file.
struct GraphMLKey {
  /// What `for` says.
  var domains: [AttributeKey.Domain]
  /// `attr.name`, or else the identifier.
  var name: String
  /// The type of the values.
  var type = AttributeType.string
  /// Whether its data are drawings of yEd, rather than values.
  var isGraphics = false
  /// The text of `default`.
  var defaultText: [UInt8]?
  /// What `desc` says.
  var note: String?
  /// The slot of the attribute in each domain in which it is declared.
  var slots: [AttributeKey.Domain: Int] = [:]

  /// What `for` says: one domain, or `all`, or `graphml`.
  static func domains(_ text: String?) -> [AttributeKey.Domain]? {
    switch text?.lowercased() {
    case nil, "all": [.graph, .node, .edge, .port, .hyperedge]
    case "graphml": [.graph]
    case let text?: AttributeKey.Domain(rawValue: text).map { [$0] }
    }
  }

  /// The type that `attr.type` names, in GraphML's words and in those of other programs.
  static func type(_ text: String) -> AttributeType? {
    switch text.lowercased() {
    case "boolean", "bool": .boolean
    case "int", "integer", "short", "byte", "int8_t", "uint8_t", "int16_t", "int32_t": .int
    case "long", "int64_t", "bigint": .long
    case "float": .float
    case "double", "real", "long double", "long_double": .double
    case "string", "str", "text": .string
    default: nil
    }
  }
}
