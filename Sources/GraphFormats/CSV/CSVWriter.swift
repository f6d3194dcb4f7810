internal import GraphCore

/// Writes property graphs as two tables, whose headers `neo4j-admin database import` takes as they
/// are.
///
/// `nodes.csv` has the column `id:ID`, then one for each attribute, with its type: `label:string`.
/// `edges.csv` has `:START_ID`, `:END_ID`, a type, `directed:boolean` unless all edges lead one way,
/// `id:string` if edges have identifiers, then the attributes. An attribute `kind` becomes the label
/// of nodes (`kind:LABEL`) and, if every edge has one, the type of edges (`kind:TYPE`). Fields are
/// quoted as RFC 4180 has it, lines end with a line feed, and no value is an empty field where an
/// empty text is `""`. Attributes of the graph itself and default values have no place. The same
/// graph always gives the same bytes; <doc:CSV> has the commands that load them.
///
/// ```swift
/// let writer = CSVWriter()
/// let (nodes, edges) = (writer.nodes(of: graph), writer.edges(of: graph))
/// ```
public struct CSVWriter: Sendable {
  /// The name of the table of nodes in a folder.
  public static let nodesFile = "nodes.csv"
  /// The name of the table of edges in a folder.
  public static let edgesFile = "edges.csv"

  /// The type of edges that have none: Neo4j needs one.
  static let placeholder = "EDGE"

  /// The attribute that is the label of nodes and the type of edges, if it is a text.
  public let kind: String?

  /// Creates a writer.
  ///
  /// - Parameter kind: The attribute that is the label of nodes and the type of edges, if it is a
  ///   text.
  /// - Complexity: O(1)
  public init(kind: String? = "kind") {
    self.kind = kind
  }

  /// What a graph may have that the tables have a place for.
  public var features: Set<GraphFeature> {
    [
      .nodeAttributes, .edgeAttributes, .finerTexts, .mixedEdges, .parallelEdges, .edgeIdentifiers,
    ]
  }

  /// What of a graph the tables have no place for, in order.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: What is lost when it is written.
  /// - Complexity: O(number of nodes and edges)
  public func losses(of graph: PropertyGraph) -> [GraphFeature] {
    graph.losses(keeping: features)
  }

  /// The table of nodes in memory.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The bytes of the file.
  /// - Complexity: O(length of the file)
  public func nodes(of graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    writeNodes(of: graph) { (piece) throws(Never) in bytes += piece }
    return bytes
  }

  /// The table of edges in memory.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The bytes of the file.
  /// - Complexity: O(length of the file)
  public func edges(of graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    writeEdges(of: graph) { (piece) throws(Never) in bytes += piece }
    return bytes
  }

  /// Writes the table of nodes piece by piece.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sink: Takes the next bytes of the file, some 64 KB at a time.
  /// - Throws: Whatever `sink` throws.
  /// - Complexity: O(length of the file)
  public func writeNodes<Failure: Error>(
    of graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let keys = graph.keys(for: .node)
    var text = CSVText()
    text.append(keys.contains { $0.name == "id" } ? ":ID" : "id:ID")
    for key in keys {
      text.append(key.name == kind && key.type == .string ? "\(key.name):LABEL" : Self.header(key))
    }
    text.endRecord()
    let slots = graph.slots(for: .node)
    for node in graph.graph.nodes {
      text.append(graph.graph[node].id)
      for slot in slots { text.append(graph.columns[slot], at: Int(node.rawValue)) }
      text.endRecord()
      try text.output.flush(to: sink)
    }
    try text.output.flush(last: true, to: sink)
  }

  /// Writes the table of edges piece by piece.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sink: Takes the next bytes of the file, some 64 KB at a time.
  /// - Throws: Whatever `sink` throws.
  /// - Complexity: O(length of the file)
  public func writeEdges<Failure: Error>(
    of graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let keys = graph.keys(for: .edge)
    let typeKey = keys.first { key in
      key.name == kind && key.type == .string
        && graph.graph.edges.allSatisfy { Self.isType(graph.value(of: key.name, at: $0)) }
    }
    // Where an attribute has the name of a column of ours, that column is one that Neo4j ignores.
    let hasAttributeID = keys.contains { $0.name.lowercased() == "id" }
    let hasID = hasAttributeID || graph.hasEdgeIDs
    let hasAttributeDirected = keys.contains { $0.name.lowercased() == "directed" }
    let hasDirection = hasAttributeDirected || !graph.graph.isDirected
    var text = CSVText()
    text.append(":START_ID")
    text.append(":END_ID")
    if typeKey == nil { text.append(":TYPE") }
    if hasDirection { text.append(hasAttributeDirected ? "directed:IGNORE" : "directed:boolean") }
    if hasID { text.append(hasAttributeID ? "id:IGNORE" : "id:string") }
    for key in keys { text.append(key == typeKey ? "\(key.name):TYPE" : Self.header(key)) }
    text.endRecord()
    let slots = graph.slots(for: .edge)
    for edge in graph.graph.edges {
      let ends = graph.graph.endpoints(of: edge)
      text.append(graph.graph[ends.source].id)
      text.append(graph.graph[ends.target].id)
      if typeKey == nil { text.append(Self.placeholder) }
      if hasDirection { text.append(graph.graph.isDirected(edge)) }
      if let id = graph.graph[edge].id {
        text.append(id)
      } else if hasID {
        text.appendNothing()
      }
      for slot in slots { text.append(graph.columns[slot], at: Int(edge.rawValue)) }
      text.endRecord()
      try text.output.flush(to: sink)
    }
    try text.output.flush(last: true, to: sink)
  }

  private static func isType(_ value: AttributeValue?) -> Bool {
    if case .string(let text)? = value { !text.isEmpty } else { false }
  }

  private static func header(_ key: AttributeKey) -> String { "\(key.name):\(key.type.rawValue)" }
}
