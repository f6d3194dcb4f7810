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
/// Everything in it can be written in every format: identifiers are unique, values have the types
/// declared, and texts have no character that XML cannot carry, which are the control characters
/// but tab, line feed and carriage return, U+FFFE and U+FFFF.
public struct PropertyGraph: Equatable, Sendable {
  /// What a node of a property graph is.
  public struct Node: Equatable, Sendable {
    /// The identifier, unique among the nodes.
    public let id: String
    /// Values by the position of their key among those of the domain.
    var values: [AttributeValue?]
  }

  /// What an edge of a property graph is.
  public struct Edge: Equatable, Sendable {
    /// The identifier, unique among the edges; `nil` if it has none of its own.
    public let id: String?
    /// Values by the position of their key among those of the domain.
    var values: [AttributeValue?]
  }

  /// The nodes and edges.
  public private(set) var graph: Graph<Node, Edge>
  /// The attributes, in the order in which they were declared.
  public private(set) var keys: [AttributeKey] = []

  private var values: [AttributeValue?] = []
  private var slots: [AttributeKey.Domain: [String: Int]] = [:]
  private var nodesByID: [String: NodeID] = [:]
  private var edgesByID: [String: EdgeID] = [:]

  /// Creates a graph of nothing.
  ///
  /// - Complexity: O(1)
  public init(_ directedness: Directedness) {
    graph = Graph(directedness)
  }

  /// Declares an attribute.
  ///
  /// - Parameter key: The name, the domain and the type of the attribute.
  /// - Throws: ``PropertyGraphError`` if the name is taken, the default value is of another type,
  ///   or a text cannot be written.
  /// - Complexity: O(1)
  public mutating func declare(_ key: AttributeKey) throws(PropertyGraphError) {
    try checkCharacters(of: key.name)
    if let value = key.defaultValue { try check(value, of: key) }
    let slot = slots[key.domain]?.count ?? 0
    guard slots[key.domain]?[key.name] == nil else {
      throw .duplicateKey(key.domain, name: key.name)
    }
    slots[key.domain, default: [:]][key.name] = slot
    keys.append(key)
  }

  /// Adds a node.
  ///
  /// - Parameters:
  ///   - id: The identifier, unique among the nodes.
  ///   - attributes: The values of declared attributes, by name.
  /// - Returns: The new node.
  /// - Throws: ``PropertyGraphError`` if the identifier is taken, an attribute is undeclared or of
  ///   another type, or a text cannot be written. The graph is then as it was.
  /// - Complexity: O(number of node attributes declared)
  @discardableResult
  public mutating func addNode(
    _ id: String, _ attributes: [String: AttributeValue] = [:]
  ) throws(PropertyGraphError) -> NodeID {
    guard nodesByID[id] == nil else { throw .duplicateNode(id) }
    try checkCharacters(of: id)
    let node = graph.addNode(Node(id: id, values: try arranged(attributes, for: .node)))
    nodesByID[id] = node
    return node
  }

  /// Adds an edge.
  ///
  /// - Parameters:
  ///   - source: Where it starts.
  ///   - target: Where it ends.
  ///   - id: The identifier, unique among the edges, if it has one of its own. Formats that need
  ///     one make one up.
  ///   - attributes: The values of declared attributes, by name.
  /// - Returns: The new edge.
  /// - Throws: ``PropertyGraphError`` if the identifier is taken, an attribute is undeclared or of
  ///   another type, or a text cannot be written. The graph is then as it was.
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(number of edge attributes declared)
  @discardableResult
  public mutating func addEdge(
    from source: NodeID, to target: NodeID, id: String? = nil,
    _ attributes: [String: AttributeValue] = [:]
  ) throws(PropertyGraphError) -> EdgeID {
    if let id {
      guard edgesByID[id] == nil else { throw .duplicateEdge(id) }
      try checkCharacters(of: id)
    }
    let value = Edge(id: id, values: try arranged(attributes, for: .edge))
    let edge = graph.addEdge(from: source, to: target, value)
    if let id { edgesByID[id] = edge }
    return edge
  }

  /// Gives the graph itself a value of a declared attribute, or takes it away.
  ///
  /// - Parameters:
  ///   - value: The value; `nil` to have none.
  ///   - name: The name of an attribute of the graph.
  /// - Throws: ``PropertyGraphError`` if the attribute is undeclared or of another type, or a text
  ///   cannot be written.
  /// - Complexity: O(number of attributes declared)
  public mutating func setValue(
    _ value: AttributeValue?, of name: String
  ) throws(PropertyGraphError) {
    try set(value, of: name, for: .graph, in: &values)
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
  /// - Complexity: O(number of attributes declared)
  public mutating func setValue(
    _ value: AttributeValue?, of name: String, at node: NodeID
  ) throws(PropertyGraphError) {
    var values = graph[node].values
    try set(value, of: name, for: .node, in: &values)
    graph[node].values = values
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
  /// - Complexity: O(number of attributes declared)
  public mutating func setValue(
    _ value: AttributeValue?, of name: String, at edge: EdgeID
  ) throws(PropertyGraphError) {
    var values = graph[edge].values
    try set(value, of: name, for: .edge, in: &values)
    graph[edge].values = values
  }
}

// MARK: - Reading

extension PropertyGraph {
  /// The node with an identifier, or `nil` if there is none.
  ///
  /// - Complexity: O(1) on average
  public func node(withID id: String) -> NodeID? { nodesByID[id] }

  /// The edge with an identifier of its own, or `nil` if there is none.
  ///
  /// - Complexity: O(1) on average
  public func edge(withID id: String) -> EdgeID? { edgesByID[id] }

  /// The declared attributes of a domain, in the order in which they were declared.
  ///
  /// - Complexity: O(number of attributes declared)
  public func keys(for domain: AttributeKey.Domain) -> [AttributeKey] {
    keys.filter { $0.domain == domain }
  }

  /// The value of an attribute of the graph; `nil` if it has none, or none is declared.
  ///
  /// - Complexity: O(1) on average
  public func value(of name: String) -> AttributeValue? { value(of: name, for: .graph, in: values) }

  /// The value of an attribute of a node; `nil` if it has none, or none is declared.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(1) on average
  public func value(of name: String, at node: NodeID) -> AttributeValue? {
    value(of: name, for: .node, in: graph[node].values)
  }

  /// The value of an attribute of an edge; `nil` if it has none, or none is declared.
  ///
  /// - Precondition: The edge is in the graph.
  /// - Complexity: O(1) on average
  public func value(of name: String, at edge: EdgeID) -> AttributeValue? {
    value(of: name, for: .edge, in: graph[edge].values)
  }

  /// The values of the graph itself, by the position of their key among those of the domain.
  var graphValues: [AttributeValue?] { values }

  private func value(
    of name: String, for domain: AttributeKey.Domain, in values: [AttributeValue?]
  ) -> AttributeValue? {
    guard let slot = slots[domain]?[name], slot < values.count else { return nil }
    return values[slot]
  }
}

// MARK: - Validation

extension PropertyGraph {
  /// The values in the order of their keys, each checked.
  private func arranged(
    _ attributes: [String: AttributeValue], for domain: AttributeKey.Domain
  ) throws(PropertyGraphError) -> [AttributeValue?] {
    guard !attributes.isEmpty else { return [] }
    var values: [AttributeValue?] = []
    var found = 0
    for key in keys where key.domain == domain {
      let value = attributes[key.name]
      if let value {
        try check(value, of: key)
        found += 1
      }
      values.append(value)
    }
    if found < attributes.count {
      let undeclared = attributes.keys.filter { slots[domain]?[$0] == nil }
      throw .undeclaredKey(domain, name: undeclared.min() ?? "")
    }
    return values
  }

  private func set(
    _ value: AttributeValue?, of name: String, for domain: AttributeKey.Domain,
    in values: inout [AttributeValue?]
  ) throws(PropertyGraphError) {
    guard let slot = slots[domain]?[name],
      let key = keys.first(where: { $0.domain == domain && $0.name == name })
    else { throw .undeclaredKey(domain, name: name) }
    if let value { try check(value, of: key) }
    while values.count <= slot {
      values.append(nil)
    }
    values[slot] = value
  }

  private func check(
    _ value: AttributeValue, of key: AttributeKey
  ) throws(PropertyGraphError) {
    guard value.type == key.type else {
      throw .wrongType(key.domain, name: key.name, declared: key.type, found: value.type)
    }
    if case .string(let text) = value { try checkCharacters(of: text) }
  }

  private func checkCharacters(of text: String) throws(PropertyGraphError) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: break
      case ..<0x20, 0xFFFE, 0xFFFF: throw .forbiddenCharacter(scalar, in: text)
      default: break
      }
    }
  }
}
