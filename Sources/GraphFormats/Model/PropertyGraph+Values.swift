internal import ExactTexts
public import GraphCore

extension PropertyGraph {
  /// The node with an identifier, or `nil` if there is none.
  ///
  /// Identifiers are the same if their bytes are.
  ///
  /// - Complexity: O(1) on average
  public func node(withID id: String) -> NodeID? {
    var id = id
    return id.withUTF8 { findNode($0) }
  }

  /// The edge with an identifier of its own, or `nil` if there is none.
  ///
  /// - Complexity: O(1) on average
  public func edge(withID id: String) -> EdgeID? {
    var id = id
    return id.withUTF8 { findEdge($0) }
  }

  /// The declared attributes of a domain, in the order in which they were declared.
  ///
  /// - Complexity: O(number of attributes declared)
  public func keys(for domain: AttributeKey.Domain) -> [AttributeKey] {
    keys.filter { $0.domain == domain }
  }

  /// The declared attribute of a domain with a name, or `nil` if there is none.
  ///
  /// - Complexity: O(1) on average
  public func key(_ name: String, for domain: AttributeKey.Domain) -> AttributeKey? {
    slots[domain.ordinal][name].map { keys[$0] }
  }

  /// The value of an attribute of the graph; `nil` if it has none, or none is declared.
  ///
  /// - Complexity: O(1) on average
  public func value(of name: String) -> AttributeValue? { value(of: name, for: .graph, at: 0) }

  /// The value of an attribute of a node; `nil` if it has none, or none is declared.
  ///
  /// The default value of the attribute is not looked at: see ``key(_:for:)``.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(1) on average
  public func value(of name: String, at node: NodeID) -> AttributeValue? {
    precondition(graph.contains(node), "The node is not in the graph.")
    return value(of: name, for: .node, at: Int(node.rawValue))
  }

  /// The value of an attribute of an edge; `nil` if it has none, or none is declared.
  ///
  /// The default value of the attribute is not looked at: see ``key(_:for:)``.
  ///
  /// - Precondition: The edge is in the graph.
  /// - Complexity: O(1) on average
  public func value(of name: String, at edge: EdgeID) -> AttributeValue? {
    precondition(graph.contains(edge), "The edge is not in the graph.")
    return value(of: name, for: .edge, at: Int(edge.rawValue))
  }

  /// The position of a declared attribute among ``keys`` and its column.
  @inline(__always)
  func slot(_ name: String, for domain: AttributeKey.Domain) -> Int? { slots[domain.ordinal][name] }

  /// The position of the declared attribute with a name; of ports and what else keeps its values in
  /// dictionaries, of the one whose name is taken for the same there.
  func slot(like name: String, for domain: AttributeKey.Domain) -> Int? {
    if domain == .node || domain == .edge { return slot(name, for: domain) }
    return keys.firstIndex { $0.domain == domain && $0.name == name }
  }

  /// The positions among the keys of those of a domain, in order.
  func slots(for domain: AttributeKey.Domain) -> [Int] {
    keys.indices.filter { keys[$0].domain == domain }
  }

  private func value(
    of name: String, for domain: AttributeKey.Domain, at row: Int
  ) -> AttributeValue? {
    slots[domain.ordinal][name].flatMap { columns[$0].value(at: row) }
  }
}

// MARK: - Validation

extension PropertyGraph {
  /// The columns and values of attributes by name, each checked, in the order of the keys.
  func checked(
    _ attributes: [String: AttributeValue], for domain: AttributeKey.Domain
  ) throws(PropertyGraphError) -> [(slot: Int, value: AttributeValue)] {
    guard !attributes.isEmpty else { return [] }
    var values: [(slot: Int, value: AttributeValue)] = []
    values.reserveCapacity(attributes.count)
    for (name, value) in attributes {
      if let slot = slots[domain.ordinal][name] { values.append((slot, value)) }
    }
    if values.count < attributes.count {
      let undeclared = attributes.keys.filter { slots[domain.ordinal][$0] == nil }
      throw .undeclaredKey(domain, name: undeclared.min() ?? "")
    }
    values.sort { $0.slot < $1.slot }
    for (slot, value) in values { try Self.check(value, of: keys[slot]) }
    return values
  }

  mutating func set(
    _ value: AttributeValue?, of name: String, for domain: AttributeKey.Domain, at row: Int
  ) throws(PropertyGraphError) {
    guard let slot = slots[domain.ordinal][name] else { throw .undeclaredKey(domain, name: name) }
    if let value { try Self.check(value, of: keys[slot]) }
    columns[slot].set(value, at: row)
  }

  static func check(
    _ value: AttributeValue, of key: AttributeKey
  ) throws(PropertyGraphError) {
    guard value.type == key.type else {
      throw .wrongType(key.domain, name: key.name, declared: key.type, found: value.type)
    }
    if case .string(let text) = value { try checkCharacters(of: text) }
  }

  /// Whether there may be a character in a text that XML can't carry.
  static func mayBeForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // In UTF-8, U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    bytes.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0xEF }
  }

  static func checkCharacters(of text: String) throws(PropertyGraphError) {
    var text = text
    guard text.withUTF8({ mayBeForbidden($0) }) else { return }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: break
      case ..<0x20, 0xFFFE, 0xFFFF: throw .forbiddenCharacter(scalar, in: text)
      default: break
      }
    }
  }
}
