public import GraphCore

/// A tie between any number of nodes.
///
/// Hyperedges are kept beside the nodes and edges of a property graph, so that a file which has
/// them is written as it was read. No algorithm sees them.
public struct Hyperedge: Hashable, Sendable {
  /// One end of a hyperedge.
  public struct Endpoint: Hashable, Sendable {
    /// Which way an end leads.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
      /// Into the hyperedge.
      case into = "in"
      /// Out of the hyperedge.
      case out
      /// Both ways.
      case undirected = "undir"
    }

    /// The node.
    public var node: NodeID
    /// The port of the node, if it ends at one.
    public var port: String?
    /// Which way it leads.
    public var direction: Direction
    /// The identifier of the end, if it has one.
    public var id: String?
    /// What the file says of it in words.
    public var note: String?

    /// Creates an end.
    ///
    /// - Parameters:
    ///   - node: The node.
    ///   - port: The port of the node, if it ends at one.
    ///   - direction: Which way it leads.
    ///   - id: The identifier of the end, if it has one.
    ///   - note: What is said of it in words.
    /// - Complexity: O(1)
    public init(
      _ node: NodeID, port: String? = nil, direction: Direction = .undirected, id: String? = nil,
      note: String? = nil
    ) {
      self.node = node
      self.port = port
      self.direction = direction
      self.id = id
      self.note = note
    }
  }

  /// The identifier, if it has one.
  public var id: String?
  /// What the file says of it in words.
  public var note: String?
  /// The values of attributes declared for hyperedges, by name.
  public var values: [String: AttributeValue]
  /// The ends.
  public var endpoints: [Endpoint]

  /// Creates a hyperedge.
  ///
  /// - Parameters:
  ///   - id: The identifier, if it has one.
  ///   - note: What is said of it in words.
  ///   - values: The values of attributes declared for hyperedges, by name.
  ///   - endpoints: The ends.
  /// - Complexity: O(1)
  public init(
    id: String? = nil, note: String? = nil, values: [String: AttributeValue] = [:],
    endpoints: [Endpoint]
  ) {
    self.id = id
    self.note = note
    self.values = values
    self.endpoints = endpoints
  }
}
