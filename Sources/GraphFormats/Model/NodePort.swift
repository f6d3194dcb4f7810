/// A place at a node where edges and hyperedges can end.
public struct NodePort: Hashable, Sendable {
  /// What it is called, once at its node.
  public var name: String
  /// What the file says of it in words.
  public var note: String?
  /// The values of attributes declared for ports, by name.
  public var values: [String: AttributeValue]
  /// The ports within this one.
  public var ports: [NodePort]

  /// Creates a port.
  ///
  /// - Parameters:
  ///   - name: What it is called, once at its node.
  ///   - note: What is said of it in words.
  ///   - values: The values of attributes declared for ports, by name.
  ///   - ports: The ports within this one.
  /// - Complexity: O(1)
  public init(
    _ name: String, note: String? = nil, values: [String: AttributeValue] = [:],
    ports: [NodePort] = []
  ) {
    self.name = name
    self.note = note
    self.values = values
    self.ports = ports
  }
}

/// The names of the ports at which an edge ends.
public struct EdgePorts: Hashable, Sendable {
  /// The port of the edge's source, if it ends at one.
  public var source: String?
  /// The port of the edge's target, if it ends at one.
  public var target: String?

  /// Creates the pair.
  ///
  /// - Complexity: O(1)
  public init(source: String? = nil, target: String? = nil) {
    self.source = source
    self.target = target
  }
}
