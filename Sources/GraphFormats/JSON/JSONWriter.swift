internal import GraphCore

/// Writes property graphs as node-link JSON, the way NetworkX reads it.
///
/// `networkx.node_link_graph(json.load(file))` gives the graph; D3 and others that look for `links`
/// take it under that name. Nodes and edges stand one in a line, and the members of every object
/// are sorted by name. Types, default values and attributes without any value are declared in
/// `attributes`, which other readers pass over; <doc:JSON> says how. The same graph always gives
/// the same bytes.
public struct JSONWriter: GraphWriter {
  /// What the list of edges is called.
  public enum EdgeList: String, Hashable, Sendable, CaseIterable {
    /// `edges`, as NetworkX has it since version 3.4.
    case edges
    /// `links`, as D3 has it, and NetworkX before.
    case links
  }

  /// What the list of edges is called.
  public let edgeList: EdgeList

  /// Creates a writer.
  ///
  /// - Parameter edgeList: What the list of edges is called.
  /// - Complexity: O(1)
  public init(edgeList: EdgeList = .edges) {
    self.edgeList = edgeList
  }

  /// What a graph may have that the format has a place for.
  public var features: Set<GraphFeature> {
    [
      .nodeAttributes, .edgeAttributes, .graphAttributes, .defaults, .finerTexts, .mixedEdges,
      .parallelEdges, .edgeIdentifiers, .nestedGraphs,
    ]
  }

  /// Writes a graph piece by piece, so that the file is never in memory as a whole.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sink: Takes the next bytes of the file, some 64 KB at a time.
  /// - Throws: Whatever `sink` throws.
  /// - Complexity: O(length of the file)
  public func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var text = JSONText()
    try document(graph, &text) { (text: inout JSONText) throws(Failure) in
      guard text.bytes.count >= 1 << 16 else { return }
      try sink(text.bytes)
      text.bytes.removeAll(keepingCapacity: true)
    }
    if !text.bytes.isEmpty { try sink(text.bytes) }
  }

  // MARK: The document

  /// Appends a whole file, and offers what there is after every node and edge.
  private func document<Failure: Error>(
    _ graph: PropertyGraph, _ text: inout JSONText,
    flush: (inout JSONText) throws(Failure) -> Void
  ) throws(Failure) {
    let names = MemberNames(graph)
    let rows = AttributeRows(graph)
    text.append("{\n  \"attributes\": [")
    let declared = graph.commonKeys
    for (index, key) in declared.enumerated() {
      text.append(index == 0 ? "\n    " : ",\n    ")
      text.append(members: Self.declaration(of: key, names))
    }
    text.append(declared.isEmpty ? "],\n" : "\n  ],\n")
    text.append("  \"directed\": \(graph.graph.directedness != .undirected),\n")
    // The members are sorted: links come after graph, edges before.
    if edgeList == .edges { try edges(graph, rows, names, &text, flush) }
    text.append("  \"graph\": ")
    text.append(members: names.members(rows.ofGraph, for: .graph))
    text.append(",\n")
    if edgeList == .links { try edges(graph, rows, names, &text, flush) }
    text.append("  \"multigraph\": \(graph.needsMultigraph),\n  \"nodes\": [")
    var separator = "\n    "
    for node in graph.graph.nodes {
      text.append(separator)
      separator = ",\n    "
      var members: [(name: String, value: AttributeValue)] = [
        ("id", .string(graph.graph[node].id))
      ]
      if let parent = graph.parent(of: node) {
        members.append(("parent", .string(graph.graph[parent].id)))
      }
      text.append(members: members + names.members(rows.values(at: node), for: .node))
      try flush(&text)
    }
    text.append(graph.graph.nodeCount == 0 ? "]\n}\n" : "\n  ]\n}\n")
  }

  private func edges<Failure: Error>(
    _ graph: PropertyGraph, _ rows: AttributeRows, _ names: MemberNames, _ text: inout JSONText,
    _ flush: (inout JSONText) throws(Failure) -> Void
  ) throws(Failure) {
    text.append("  \"\(edgeList.rawValue)\": [")
    var separator = "\n    "
    for edge in graph.graph.edges {
      text.append(separator)
      separator = ",\n    "
      let ends = graph.graph.endpoints(of: edge)
      var members: [(name: String, value: AttributeValue)] = [
        ("source", .string(graph.graph[ends.source].id)),
        ("target", .string(graph.graph[ends.target].id)),
      ]
      if let id = graph.graph[edge].id { members.append(("key", .string(id))) }
      if graph.graph.directedness == .mixed {
        members.append(("directed", .boolean(graph.graph.isDirected(edge))))
      }
      text.append(members: members + names.members(rows.values(at: edge), for: .edge))
      try flush(&text)
    }
    text.append(graph.graph.edgeCount == 0 ? "],\n" : "\n  ],\n")
  }

  private static func declaration(
    of key: AttributeKey, _ names: MemberNames
  ) -> [(name: String, value: AttributeValue)] {
    var members: [(name: String, value: AttributeValue)] = [
      ("for", .string(key.domain.rawValue)), ("name", .string(key.name)),
      ("type", .string(key.type.rawValue)),
    ]
    let name = names.name(of: key.name, for: key.domain)
    if name != key.name { members.append(("as", .string(name))) }
    if let value = key.defaultValue { members.append(("default", value)) }
    return members
  }
}

/// What attributes are called whose names mean something else in the file.
private struct MemberNames {
  private static let taken: [AttributeKey.Domain: Set<String>] = [
    .graph: ["directed"], .node: ["id", "parent"],
    .edge: ["source", "target", "key", "id", "from", "to", "directed", "undirected"],
  ]
  private var changed: [AttributeKey.Domain: [String: String]] = [:]

  init(_ graph: PropertyGraph) {
    for domain in AttributeKey.Domain.allCases where domain.isCommon {
      var taken = Self.taken[domain] ?? []
      // Keys that aren't texts are never taken for identifiers: NetworkX counts with them.
      if domain == .edge, !graph.hasEdgeIDs,
        let key = graph.keys(for: .edge).first(where: { $0.name == "key" }), key.type != .string
      {
        taken.remove("key")
      }
      var names = Set(graph.keys(for: domain).map(\.name)).union(taken)
      for key in graph.keys(for: domain) where taken.contains(key.name) {
        let name = names.free(key.name)
        names.insert(name)
        changed[domain, default: [:]][key.name] = name
      }
    }
  }

  func name(of attribute: String, for domain: AttributeKey.Domain) -> String {
    changed[domain]?[attribute] ?? attribute
  }

  func members(
    _ values: [KeyedValue], for domain: AttributeKey.Domain
  ) -> [(name: String, value: AttributeValue)] {
    values.map { (name(of: $0.key.name, for: domain), $0.value) }
  }
}
