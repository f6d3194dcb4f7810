internal import GraphCore

/// A JSON file that is being written.
struct NodeLinkDocument: ~Copyable {
  /// A member that objects of a kind may have.
  private struct Member {
    /// What it says.
    enum Content {
      case id
      case parent
      case source
      case target
      case edgeID
      case direction
      case attribute(slot: Int)
    }

    let content: Content
    let name: String
    /// The name as it stands in the file, and a colon.
    let start: [UInt8]

    init(_ name: String, _ content: Content) {
      self.content = content
      self.name = name
      var output = ByteOutput(capacity: 64)
      output.appendJSON(name)
      output.append(": ")
      var start: [UInt8] = []
      output.take { start = Array($0) }
      self.start = start
    }
  }

  private let graph: PropertyGraph
  private let names: JSONNames
  private var output = ByteOutput()

  init(_ graph: PropertyGraph) {
    self.graph = graph
    names = JSONNames(graph)
  }

  /// Writes the file.
  mutating func write<Failure: Error>(
    edgesAs list: JSONWriter.EdgeList, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    declarations()
    output.append("  \"directed\": ")
    output.append(graph.graph.directedness == .undirected ? "false,\n" : "true,\n")
    // The members are sorted: links come after graph, edges before.
    if list == .edges { try edges("edges", to: sink) }
    output.append("  \"graph\": ")
    object(members([], of: .graph), at: 0)
    output.append(",\n")
    if list == .links { try edges("links", to: sink) }
    output.append("  \"multigraph\": ")
    output.append(graph.needsMultigraph ? "true,\n" : "false,\n")
    try nodes(to: sink)
    output.append("\n}\n")
    try output.flush(last: true, to: sink)
  }

  // MARK: Declarations

  private mutating func declarations() {
    output.append("{\n  \"attributes\": [")
    let declared = graph.commonKeys
    for (index, key) in declared.enumerated() {
      output.append(index == 0 ? "\n    " : ",\n    ")
      output.appendJSON(declaration(of: key))
    }
    output.append(declared.isEmpty ? "],\n" : "\n  ],\n")
  }

  private func declaration(of key: AttributeKey) -> [(name: String, value: AttributeValue)] {
    var members: [(name: String, value: AttributeValue)] = [
      ("for", .string(key.domain.rawValue)), ("name", .string(key.name)),
      ("type", .string(key.type.rawValue)),
    ]
    let name = names.name(of: key.name, for: key.domain)
    if name != key.name { members.append(("as", .string(name))) }
    if let value = key.defaultValue { members.append(("default", value)) }
    return members
  }

  // MARK: Nodes and edges

  private mutating func nodes<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let members = members([Member("id", .id), Member("parent", .parent)], of: .node)
    try list("nodes", members, graph.graph.nodes.lazy.map { Int($0.rawValue) }, to: sink)
  }

  private mutating func edges<Failure: Error>(
    _ name: StaticString, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var fixed = [
      Member("source", .source), Member("target", .target), Member("key", .edgeID),
    ]
    if graph.graph.directedness == .mixed { fixed.append(Member("directed", .direction)) }
    let members = members(fixed, of: .edge)
    try list(name, members, graph.graph.edges.lazy.map { Int($0.rawValue) }, to: sink)
    output.append(",\n")
  }

  /// Writes a list of objects, one in a line.
  private mutating func list<Failure: Error>(
    _ name: StaticString, _ members: [Member], _ rows: some Sequence<Int>,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    output.append("  \"")
    output.append(name)
    output.append("\": [")
    var isFirst = true
    for row in rows {
      if isFirst { output.append("\n    ") } else { output.append(",\n    ") }
      isFirst = false
      object(members, at: row)
      try output.flush(to: sink)
    }
    output.append(isFirst ? "]" : "\n  ]")
  }

  /// All members that the objects of a domain may have, sorted by name.
  private func members(_ fixed: [Member], of domain: AttributeKey.Domain) -> [Member] {
    let attributes = graph.slots(for: domain).map { slot in
      Member(names.name(of: graph.keys[slot].name, for: domain), .attribute(slot: slot))
    }
    return (fixed + attributes).sorted { $0.name < $1.name }
  }

  /// Appends an object in one line.
  private mutating func object(_ members: [Member], at row: Int) {
    output.append("{")
    var isFirst = true
    for index in members.indices where hasContent(members[index].content, at: row) {
      if !isFirst { output.append(", ") }
      isFirst = false
      output.append(members[index].start)
      append(members[index].content, at: row)
    }
    output.append("}")
  }

  private func hasContent(_ content: Member.Content, at row: Int) -> Bool {
    switch content {
    case .id, .source, .target, .direction: true
    case .parent: graph.parent(of: NodeID(rawValue: UInt32(row))) != nil
    case .edgeID: graph.graph[EdgeID(rawValue: UInt32(row))].id != nil
    case .attribute(let slot): graph.columns[slot].hasValue(at: row)
    }
  }

  private mutating func append(_ content: Member.Content, at row: Int) {
    let (node, edge) = (NodeID(rawValue: UInt32(row)), EdgeID(rawValue: UInt32(row)))
    switch content {
    case .id: output.appendJSON(graph.graph[node].id)
    case .parent:
      if let parent = graph.parent(of: node) { output.appendJSON(graph.graph[parent].id) }
    case .source: output.appendJSON(graph.graph[graph.graph.endpoints(of: edge).source].id)
    case .target: output.appendJSON(graph.graph[graph.graph.endpoints(of: edge).target].id)
    case .edgeID: if let id = graph.graph[edge].id { output.appendJSON(id) }
    case .direction: output.append(graph.graph.isDirected(edge) ? "true" : "false")
    case .attribute(let slot) where graph.columns[slot].type == .string:
      graph.columns[slot].withText(ofRow: row) { output.appendJSON($0) }
    case .attribute(let slot):
      if let value = graph.columns[slot].value(at: row) { output.appendJSON(value) }
    }
  }
}
