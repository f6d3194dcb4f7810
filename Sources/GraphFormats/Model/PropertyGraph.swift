internal import ExactTexts
public import GraphCore

/// A graph with named nodes and declared, typed attributes: what graph files hold.
///
/// ```swift
/// var parks = PropertyGraph(.undirected)
/// try parks.declare(AttributeKey("label", for: .node, .string))
/// try parks.declare(AttributeKey("weight", for: .edge, .double))
/// let torch = try parks.addNode("torch-center", ["label": "火炬中心"])
/// let sydney = try parks.addNode("unsw", ["label": "UNSW"])
/// try parks.addEdge(from: torch, to: sydney, ["weight": 1.0])
/// let bytes = GraphMLWriter().write(parks)
/// ```
///
/// Everything in it can be written in every format: identifiers are unique by their bytes, values have the types
/// declared, and texts have no character that XML cannot carry, which are the control characters
/// but tab, line feed and carriage return, U+FFFE and U+FFFF.
///
/// Values are kept by attribute, in columns: an attribute that few nodes have costs little. What
/// few files have at all — notes, nested graphs, ports, hyperedges, looks and times — is kept
/// beside the graph; ``features`` tells which of it there is, and a writer which it has no place
/// for.
///
/// Two graphs are equal if they have the same nodes, edges, keys and values in the same order; a
/// NaN is equal to a NaN.
public struct PropertyGraph: Equatable, Sendable {
  /// What a node of a property graph is.
  public struct Node: Equatable, Sendable {
    /// The identifier, unique among the nodes.
    public let id: String

    /// Whether both have the same identifier, byte by byte.
    public static func == (left: Node, right: Node) -> Bool { left.id.isExactly(right.id) }
  }

  /// What an edge of a property graph is.
  public struct Edge: Equatable, Sendable {
    /// The identifier, unique among the edges; `nil` if it has none of its own.
    public let id: String?

    /// Whether both have the same identifier, byte by byte, or none.
    public static func == (left: Edge, right: Edge) -> Bool {
      left.id.map { ExactText($0) } == right.id.map { ExactText($0) }
    }
  }

  /// The nodes and edges.
  public internal(set) var graph: Graph<Node, Edge>
  /// The attributes, in the order in which they were declared.
  public internal(set) var keys: [AttributeKey] = []

  /// The values of each key, in the order of the keys; those of a graph, a node and an edge only.
  var columns: [AttributeColumn] = []
  /// What few files have.
  var details = Details()

  /// The slots of the attributes of each domain, by name.
  var slots = [[ExactText: Int]](repeating: [:], count: AttributeKey.Domain.allCases.count)
  private var nodesByID = IdentifierIndex()
  private var edgesByID = IdentifierIndex()

  /// Creates a graph of nothing.
  ///
  /// - Complexity: O(1)
  public init(_ directedness: Directedness) {
    graph = Graph(directedness)
  }

  /// Whether both graphs have the same nodes, edges, keys and values in the same order.
  ///
  /// - Complexity: O(size of the graph)
  public static func == (left: PropertyGraph, right: PropertyGraph) -> Bool {
    left.graph == right.graph && left.keys == right.keys && left.columns == right.columns
      && left.details == right.details
  }
}

// MARK: - Building

extension PropertyGraph {
  /// Makes room for this many nodes and edges in all.
  ///
  /// - Complexity: O(number of nodes and edges)
  public mutating func reserveCapacity(nodes: Int, edges: Int) {
    graph.reserveCapacity(nodes: nodes, edges: edges)
  }

  /// Declares an attribute.
  ///
  /// - Parameter key: The name, the domain and the type of the attribute.
  /// - Throws: ``PropertyGraphError`` if the name is taken, the default value is of another type,
  ///   or a text cannot be written.
  /// - Complexity: O(1)
  public mutating func declare(_ key: AttributeKey) throws(PropertyGraphError) {
    for text in [key.name, key.note ?? ""] + key.choices { try Self.checkCharacters(of: text) }
    if let value = key.defaultValue { try Self.check(value, of: key) }
    guard slot(key.name, for: key.domain) == nil else {
      throw .duplicateKey(key.domain, name: key.name)
    }
    slots[key.domain.ordinal][key.name] = keys.count
    keys.append(key)
    columns.append(AttributeColumn(key.type))
  }

  /// Adds a node.
  ///
  /// - Parameters:
  ///   - id: The identifier, unique among the nodes.
  ///   - attributes: The values of declared attributes, by name.
  /// - Returns: The new node.
  /// - Throws: ``PropertyGraphError`` if the identifier is taken, an attribute is undeclared or of
  ///   another type, or a text cannot be written. The graph is then as it was.
  /// - Complexity: O(1) amortised, plus the attributes given
  @discardableResult
  public mutating func addNode(
    _ id: String, _ attributes: [String: AttributeValue] = [:]
  ) throws(PropertyGraphError) -> NodeID {
    var id = id
    guard id.withUTF8({ findNode($0) }) == nil else { throw .duplicateNode(id) }
    try Self.checkCharacters(of: id)
    let values = try checked(attributes, for: .node)
    let node = id.withUTF8 { appendNode($0) }
    for (slot, value) in values { columns[slot].set(value, at: Int(node.rawValue)) }
    return node
  }

  /// Adds an edge.
  ///
  /// - Parameters:
  ///   - source: Where it starts.
  ///   - target: Where it ends.
  ///   - id: The identifier, unique among the edges, if it has one of its own. Formats that need
  ///     one make one up.
  ///   - isDirected: In a mixed graph, whether it leads only from its source to its target; `nil`
  ///     for what the graph as a whole says, one way in a mixed graph.
  ///   - attributes: The values of declared attributes, by name.
  /// - Returns: The new edge.
  /// - Throws: ``PropertyGraphError`` if the identifier is taken, an attribute is undeclared or of
  ///   another type, or a text cannot be written. The graph is then as it was.
  /// - Precondition: Both nodes are in the graph. The graph is mixed, or its edges are of this kind.
  /// - Complexity: O(1) amortised, plus the attributes given
  @discardableResult
  public mutating func addEdge(
    from source: NodeID, to target: NodeID, id: String? = nil, directed isDirected: Bool? = nil,
    _ attributes: [String: AttributeValue] = [:]
  ) throws(PropertyGraphError) -> EdgeID {
    if var id {
      guard id.withUTF8({ findEdge($0) }) == nil else { throw .duplicateEdge(id) }
      try Self.checkCharacters(of: id)
    }
    let values = try checked(attributes, for: .edge)
    let edge = appendEdge(
      from: source, to: target, id, directed: isDirected ?? (graph.directedness != .undirected))
    graph.linkEdges()
    for (slot, value) in values { columns[slot].set(value, at: Int(edge.rawValue)) }
    return edge
  }

  /// Gives the graph itself a value of a declared attribute, or takes it away.
  ///
  /// - Parameters:
  ///   - value: The value; `nil` to have none.
  ///   - name: The name of an attribute of the graph.
  /// - Throws: ``PropertyGraphError`` if the attribute is undeclared or of another type, or a text
  ///   cannot be written.
  /// - Complexity: O(1) amortised
  public mutating func setValue(
    _ value: AttributeValue?, of name: String
  ) throws(PropertyGraphError) {
    try set(value, of: name, for: .graph, at: 0)
  }

  /// Gives a node a value of a declared attribute, or takes it away.
  ///
  /// - Parameters:
  ///   - value: The value; `nil` to have none.
  ///   - name: The name of an attribute of nodes.
  ///   - node: The node.
  /// - Throws: ``PropertyGraphError`` if the attribute is undeclared or of another type, or a text
  ///   cannot be written.
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(1) amortised
  public mutating func setValue(
    _ value: AttributeValue?, of name: String, at node: NodeID
  ) throws(PropertyGraphError) {
    precondition(graph.contains(node), "The node is not in the graph.")
    try set(value, of: name, for: .node, at: Int(node.rawValue))
  }

  /// Gives an edge a value of a declared attribute, or takes it away.
  ///
  /// - Parameters:
  ///   - value: The value; `nil` to have none.
  ///   - name: The name of an attribute of edges.
  ///   - edge: The edge.
  /// - Throws: ``PropertyGraphError`` if the attribute is undeclared or of another type, or a text
  ///   cannot be written.
  /// - Precondition: The edge is in the graph.
  /// - Complexity: O(1) amortised
  public mutating func setValue(
    _ value: AttributeValue?, of name: String, at edge: EdgeID
  ) throws(PropertyGraphError) {
    precondition(graph.contains(edge), "The edge is not in the graph.")
    try set(value, of: name, for: .edge, at: Int(edge.rawValue))
  }
}

// MARK: - Unchecked building, for readers

extension PropertyGraph {
  /// Makes room for this many nodes or edges with values like those that are there.
  mutating func expect(_ count: Int, of domain: AttributeKey.Domain) {
    graph.reserveCapacity(nodes: domain == .node ? count : 0, edges: domain == .edge ? count : 0)
    for slot in slots(for: domain) { columns[slot].reserve(count) }
  }

  /// The node with an identifier.
  @inline(__always)
  func findNode(_ id: UnsafeBufferPointer<UInt8>) -> NodeID? {
    nodesByID.find(id) { graph[NodeID(rawValue: UInt32($0))].id.hasBytes(id) }
      .map { NodeID(rawValue: UInt32($0)) }
  }

  /// The edge with an identifier.
  @inline(__always)
  func findEdge(_ id: UnsafeBufferPointer<UInt8>) -> EdgeID? {
    edgesByID.find(id) { number in
      graph[EdgeID(rawValue: UInt32(number))].id?.hasBytes(id) ?? false
    }
    .map { EdgeID(rawValue: UInt32($0)) }
  }

  /// Whether any edge has an identifier.
  var hasEdgeIDs: Bool { !edgesByID.isEmpty }

  /// Adds a node with an identifier that is not there yet and has only characters of XML.
  mutating func appendNode(_ id: UnsafeBufferPointer<UInt8>) -> NodeID {
    let node = graph.addNode(Node(id: String(decoding: id, as: UTF8.self)))
    nodesByID.insert(Int(node.rawValue), id)
    return node
  }

  /// Adds an edge with an identifier, if it has one, that is not there yet and has only characters
  /// of XML; its ends know it when the edges of the graph are linked.
  mutating func appendEdge(
    from source: NodeID, to target: NodeID, _ id: String?, directed isDirected: Bool
  ) -> EdgeID {
    let edge = graph.appendUnlinkedEdge(
      from: source, to: target, directed: isDirected, Edge(id: id))
    if var id { id.withUTF8 { edgesByID.insert(Int(edge.rawValue), $0) } }
    return edge
  }

  /// Makes the graph another kind, with the same identifiers; each edge leads as it did.
  ///
  /// - Precondition: The new kind is mixed, or all edges lead as it says.
  mutating func become(_ directedness: Directedness) {
    guard directedness != graph.directedness else { return }
    graph = graph.converted(to: directedness)
  }
}

extension String {
  /// Whether the text has these bytes in UTF-8: no Unicode equivalence comes in.
  func hasBytes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.count == other.count else { return false }
      for place in 0..<bytes.count where bytes[place] != other[place] { return false }
      return true
    }
  }
}
