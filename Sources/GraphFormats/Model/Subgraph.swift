/// What is said of the graph within a node, apart from the nodes in it.
public struct Subgraph: Hashable, Sendable {
  /// The identifier, if it has one.
  public var id: String?
  /// What the file says of it in words.
  public var note: String?
  /// The values of attributes declared for graphs, by name.
  public var values: [String: AttributeValue]

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - id: The identifier, if it has one.
  ///   - note: What is said of it in words.
  ///   - values: The values of attributes declared for graphs, by name.
  /// - Complexity: O(1)
  public init(
    id: String? = nil, note: String? = nil, values: [String: AttributeValue] = [:]
  ) {
    self.id = id
    self.note = note
    self.values = values
  }
}
