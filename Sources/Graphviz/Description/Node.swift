/// A node of a description.
public struct Node: Sendable, Hashable, Identifiable {
  /// What edges and subgraphs call the node; unique in the graph.
  ///
  /// It is also the label of a node without one.
  public var id: String
  /// How the node looks and where it goes.
  public var attributes: NodeAttributes

  /// A node whose attributes the closure sets.
  public init(_ id: String, _ configure: (inout NodeAttributes) -> Void = { _ in }) {
    self.id = id
    attributes = NodeAttributes()
    configure(&attributes)
  }
}

/// An edge of a description.
public struct Edge: Sendable, Hashable {
  /// Where the edge starts.
  public var tail: Endpoint
  /// Where the edge ends.
  public var head: Endpoint
  /// How the edge looks and how it pulls.
  public var attributes: EdgeAttributes

  /// An edge whose attributes the closure sets.
  public init(
    _ tail: Endpoint, _ head: Endpoint, _ configure: (inout EdgeAttributes) -> Void = { _ in }
  ) {
    self.tail = tail
    self.head = head
    attributes = EdgeAttributes()
    configure(&attributes)
  }
}

/// One end of an edge: a node, and where on the node if that matters.
public struct Endpoint: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The identifier of the node.
  public var node: String
  /// The `port` of a record field or of a table or cell of an HTML-like label.
  public var port: String?
  /// The side of the node or port.
  public var compass: Compass?

  /// An end at a node.
  public init(_ node: String, port: String? = nil, compass: Compass? = nil) {
    self.node = node
    self.port = port
    self.compass = compass
  }

  /// An end at the node of this identifier.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

/// A side of a node or port.
public enum Compass: String, Sendable, Hashable, CaseIterable {
  /// Top.
  case north = "n"
  /// Top right.
  case northEast = "ne"
  /// Right.
  case east = "e"
  /// Bottom right.
  case southEast = "se"
  /// Bottom.
  case south = "s"
  /// Bottom left.
  case southWest = "sw"
  /// Left.
  case west = "w"
  /// Top left.
  case northWest = "nw"
  /// The centre.
  case center = "c"
  /// Wherever it suits the edge.
  case any = "_"
}
