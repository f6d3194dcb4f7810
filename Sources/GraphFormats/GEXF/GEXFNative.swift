/// What GEXF says of nodes and edges in XML attributes of its own.
enum GEXFNative: Int, CaseIterable {
  case nodeLabel
  case edgeLabel
  case edgeWeight
  case edgeKind

  /// The attribute that it becomes.
  var key: AttributeKey {
    switch self {
    case .nodeLabel: AttributeKey("label", for: .node, .string)
    case .edgeLabel: AttributeKey("label", for: .edge, .string)
    case .edgeWeight: AttributeKey("weight", for: .edge, .double)
    case .edgeKind: AttributeKey("kind", for: .edge, .string)
    }
  }
}
