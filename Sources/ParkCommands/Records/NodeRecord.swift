import GraphFormats

/// A node of a graph file in JSON.
struct NodeRecord: Encodable {
  var id: String
  var label: String
  var kind: String?
  var attributes: [String: ValueRecord]

  init(_ reference: ReferenceRecord, attributes: [(name: String, value: AttributeValue)]) {
    id = reference.id
    label = reference.label
    kind = reference.kind
    self.attributes = Dictionary(
      attributes.map { ($0.name, ValueRecord(value: $0.value)) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The value of an attribute, in JSON as what it is.
struct ValueRecord: Encodable {
  var value: AttributeValue

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .boolean(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .long(let value): try container.encode(value)
    case .float(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    }
  }
}
