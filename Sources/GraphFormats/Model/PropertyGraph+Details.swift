internal import ExactTexts
public import GraphCore

extension PropertyGraph {
  /// What few files have, by the node or edge that has it.
  struct Details: Equatable, Sendable {
    var id: String?
    var note: String?
    var nodeNotes: [NodeID: String] = [:]
    var edgeNotes: [EdgeID: String] = [:]
    var parents: [NodeID: NodeID] = [:]
    var subgraphs: [NodeID: Subgraph] = [:]
    var ports: [NodeID: [NodePort]] = [:]
    var edgePorts: [EdgeID: EdgePorts] = [:]
    var hyperedges: [Hyperedge] = []
    var nodeAppearances: [NodeID: Appearance] = [:]
    var edgeAppearances: [EdgeID: Appearance] = [:]
    var timeScale: TimeScale?
    var nodeSpells: [NodeID: [Spell]] = [:]
    var edgeSpells: [EdgeID: [Spell]] = [:]
    var nodeHistories: [NodeID: [TimedValue]] = [:]
    var edgeHistories: [EdgeID: [TimedValue]] = [:]
  }

  /// The identifier of the graph, if it has one.
  ///
  /// - Complexity: O(1)
  public var id: String? { details.id }

  /// Gives the graph an identifier, or takes it away.
  ///
  /// - Throws: ``PropertyGraphError`` if it cannot be written.
  /// - Complexity: O(1)
  public mutating func setID(_ id: String?) throws(PropertyGraphError) {
    try Self.checkCharacters(of: id ?? "")
    details.id = id
  }

  /// What the file says of the graph in words.
  ///
  /// - Complexity: O(1)
  public var note: String? { details.note }

  /// Says something of the graph in words, or nothing.
  ///
  /// - Throws: ``PropertyGraphError`` if the text cannot be written.
  /// - Complexity: O(length)
  public mutating func setNote(_ note: String?) throws(PropertyGraphError) {
    try Self.checkCharacters(of: note ?? "")
    details.note = note
  }

  /// What the file says of a node in words.
  ///
  /// - Complexity: O(1) on average
  public func note(of node: NodeID) -> String? { details.nodeNotes[node] }

  /// Says something of a node in words, or nothing.
  ///
  /// - Throws: ``PropertyGraphError`` if the text cannot be written.
  /// - Complexity: O(length)
  public mutating func setNote(_ note: String?, of node: NodeID) throws(PropertyGraphError) {
    try Self.checkCharacters(of: note ?? "")
    details.nodeNotes[node] = note
  }

  /// What the file says of an edge in words.
  ///
  /// - Complexity: O(1) on average
  public func note(of edge: EdgeID) -> String? { details.edgeNotes[edge] }

  /// Says something of an edge in words, or nothing.
  ///
  /// - Throws: ``PropertyGraphError`` if the text cannot be written.
  /// - Complexity: O(length)
  public mutating func setNote(_ note: String?, of edge: EdgeID) throws(PropertyGraphError) {
    try Self.checkCharacters(of: note ?? "")
    details.edgeNotes[edge] = note
  }
}

// MARK: - Graphs within nodes

extension PropertyGraph {
  /// The node in whose graph a node is; `nil` if it is in the graph itself.
  ///
  /// - Complexity: O(1) on average
  public func parent(of node: NodeID) -> NodeID? { details.parents[node] }

  /// Puts a node into the graph of another node, or back into the graph itself.
  ///
  /// - Throws: ``PropertyGraphError`` if the node would be within itself.
  /// - Complexity: O(depth)
  public mutating func setParent(
    _ parent: NodeID?, of node: NodeID
  ) throws(PropertyGraphError) {
    var ancestor = parent
    while let next = ancestor {
      guard next != node else { throw .nestedInItself(graph[node].id) }
      ancestor = details.parents[next]
    }
    details.parents[node] = parent
  }

  /// Fails if a node lies deeper than the limits allow.
  ///
  /// Without, a chain of nodes in one another would take time that grows with its square.
  func checkDepth(
    of node: NodeID, _ limits: ReadingLimits, at position: TextPosition?
  ) throws(ReadingError) {
    var depth = 0
    var ancestor = details.parents[node]
    while let next = ancestor {
      depth += 1
      guard depth < limits.depth else {
        throw ReadingError(
          limit: "nodes lie more than \(limits.depth) deep in one another", at: position)
      }
      ancestor = details.parents[next]
    }
  }

  /// What is said of the graph within a node, apart from the nodes in it.
  ///
  /// - Complexity: O(1) on average
  public func subgraph(of node: NodeID) -> Subgraph? { details.subgraphs[node] }

  /// Says something of the graph within a node, or nothing.
  ///
  /// - Throws: ``PropertyGraphError`` if an attribute is undeclared or of another type, or a text
  ///   cannot be written.
  /// - Complexity: O(number of values)
  public mutating func setSubgraph(
    _ subgraph: Subgraph?, of node: NodeID
  ) throws(PropertyGraphError) {
    if let subgraph {
      _ = try checked(subgraph.values, for: .graph)
      for text in [subgraph.id, subgraph.note] { try Self.checkCharacters(of: text ?? "") }
    }
    details.subgraphs[node] = subgraph
  }
}

// MARK: - Ports and hyperedges

extension PropertyGraph {
  /// The ports of a node.
  ///
  /// - Complexity: O(1) on average
  public func ports(of node: NodeID) -> [NodePort] { details.ports[node] ?? [] }

  /// Gives a node its ports.
  ///
  /// - Throws: ``PropertyGraphError`` if two have one name, an attribute is undeclared or of another
  ///   type, or a text cannot be written.
  /// - Complexity: O(number of ports and values)
  public mutating func setPorts(_ ports: [NodePort], of node: NodeID) throws(PropertyGraphError) {
    var names: Set<ExactText> = []
    var open = ports
    while let port = open.popLast() {
      guard names.insert(port.name) else {
        throw .duplicatePort(port.name, node: graph[node].id)
      }
      _ = try checked(port.values, for: .port)
      for text in [port.name, port.note ?? ""] { try Self.checkCharacters(of: text) }
      open += port.ports
    }
    details.ports[node] = ports.isEmpty ? nil : ports
  }

  /// The names of the ports at which an edge ends.
  ///
  /// - Complexity: O(1) on average
  public func ports(of edge: EdgeID) -> EdgePorts { details.edgePorts[edge] ?? EdgePorts() }

  /// Has an edge end at ports, which need not be among those of its nodes.
  ///
  /// - Throws: ``PropertyGraphError`` if a text cannot be written.
  /// - Complexity: O(1) on average
  public mutating func setPorts(_ ports: EdgePorts, of edge: EdgeID) throws(PropertyGraphError) {
    for text in [ports.source, ports.target] { try Self.checkCharacters(of: text ?? "") }
    details.edgePorts[edge] = ports == EdgePorts() ? nil : ports
  }

  /// The hyperedges, in the order in which they were added.
  ///
  /// - Complexity: O(1)
  public var hyperedges: [Hyperedge] { details.hyperedges }

  /// Adds a hyperedge.
  ///
  /// - Throws: ``PropertyGraphError`` if an attribute is undeclared or of another type, or a text
  ///   cannot be written.
  /// - Precondition: Its nodes are in the graph.
  /// - Complexity: O(number of its ends and values)
  public mutating func addHyperedge(_ hyperedge: Hyperedge) throws(PropertyGraphError) {
    _ = try checked(hyperedge.values, for: .hyperedge)
    for text in [hyperedge.id, hyperedge.note] { try Self.checkCharacters(of: text ?? "") }
    for end in hyperedge.endpoints {
      precondition(graph.contains(end.node), "The node is not in the graph.")
      for text in [end.port, end.id, end.note] { try Self.checkCharacters(of: text ?? "") }
    }
    details.hyperedges.append(hyperedge)
  }
}
