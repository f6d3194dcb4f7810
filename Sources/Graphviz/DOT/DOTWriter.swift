internal import ExactTexts

extension GraphDescription {
  /// The description as DOT text, which reads back to the same description.
  ///
  /// ```swift
  /// try GraphDescription(dot: try graph.dotText()) == graph  // true
  /// ```
  ///
  /// Every name and every value can be written, backslashes, quotes, newlines and Han included.
  /// What is only another way to say the same comes back in the usual one; <doc:ReadingDOT> lists
  /// these cases. Unlike a drawing in the format `canon`, the text is made without libgvc, and
  /// attributes that drawing refuses are in it.
  ///
  /// - Complexity: O(n), n being the size of the description.
  /// - Throws: What is wrong with names, the structure or labels, as drawing does.
  public func dotText() throws(GraphvizError) -> String {
    var writer = DOTWriter(self)
    return try writer.text()
  }
}

/// Writes a description as DOT.
///
/// Subgraphs take what the graph has said before them, which they do not in a description: what
/// they take there, too, comes first, and the rest after them.
struct DOTWriter {
  private let graph: GraphDescription
  private var result = ""
  /// What the nodes of subgraphs have from there.
  private var scopes: [ExactText: NodeAttributes] = [:]
  private var known: Set<ExactText> = []

  init(_ graph: GraphDescription) {
    self.graph = graph
  }

  private typealias Entry = (name: String, raw: DOTGraph.Value)

  private static let inherited: Set<String> = [
    "fontname", "fontsize", "fontcolor", "K", "pack", "packmode",
  ]

  mutating func text() throws(GraphvizError) -> String {
    try checkNames()
    try collectScopes(graph.subgraphs, NodeAttributes(), depth: 1)
    result =
      (graph.isStrict ? "strict " : "") + (graph.kind == .directed ? "digraph " : "graph ")
      + (graph.name.isEmpty ? "" : DOTQuoting.quoted(graph.name) + " ") + "{\n"
    let entries = try entries(graph.attributes, .graph)
    let hasSubgraphs = !graph.subgraphs.isEmpty
    func isEarly(_ entry: Entry) -> Bool {
      !hasSubgraphs || Self.inherited.contains(entry.name)
    }
    write("graph", entries.filter(isEarly))
    write(
      "node",
      try self.entries(
        graph.nodeDefaults, .graph, isRecord: graph.nodeDefaults.shape?.isRecord ?? false))
    write("edge", try self.entries(graph.edgeDefaults, .graph))
    for node in graph.nodes { try write(node) }
    for subgraph in graph.subgraphs { try write(subgraph, indent: "  ") }
    for (place, edge) in graph.edges.enumerated() { try write(edge, place) }
    write("graph", entries.filter { !isEarly($0) })
    result += "}\n"
    guard !result.utf8.contains(0) else {
      throw GraphvizError(.invalidValue, "a text holds the character NUL, which DOT cannot write")
    }
    return result
  }

  // MARK: Checks

  private mutating func checkNames() throws(GraphvizError) {
    for node in graph.nodes {
      guard known.insert(node.id) else {
        throw GraphvizError(
          .duplicateIdentifier, "there are two nodes with this identifier",
          subject: .node(node.id))
      }
    }
    for (place, edge) in graph.edges.enumerated() {
      for end in [edge.tail.node, edge.head.node] where !known.contains(end) {
        throw GraphvizError(
          .unknownIdentifier, "there is no node \"\(end)\"",
          subject: .edge(index: place, tail: edge.tail.node, head: edge.head.node))
      }
    }
  }

  /// The innermost subgraph that names a node comes first, as in a drawing.
  private mutating func collectScopes(
    _ subgraphs: [Subgraph], _ outer: NodeAttributes, depth: Int
  ) throws(GraphvizError) {
    guard depth < Limits.dotDepth || subgraphs.isEmpty else {
      throw GraphvizError(
        .limitExceeded, "subgraphs are nested deeper than \(Limits.dotDepth - 1)", subject: .graph)
    }
    var names: Set<ExactText> = []
    for subgraph in subgraphs {
      let name = subgraph.isCluster ? PreparedGraph.clusterName(subgraph.id) : subgraph.id
      guard name.isEmpty || names.insert(name) else {
        throw GraphvizError(
          .duplicateIdentifier, "there are two subgraphs of this identifier",
          subject: .subgraph(subgraph.id))
      }
      guard subgraph.isCluster || !subgraph.id.lowercased().startsExactly(with: "cluster") else {
        throw GraphvizError(
          .invalidValue, "only a cluster's identifier begins with \"cluster\"",
          subject: .subgraph(subgraph.id))
      }
      let scope = subgraph.nodeDefaults.inheriting(outer)
      try collectScopes(subgraph.subgraphs, scope, depth: depth + 1)
      for node in subgraph.nodes {
        guard known.contains(node) else {
          throw GraphvizError(
            .unknownIdentifier, "there is no node \"\(node)\"", subject: .subgraph(subgraph.id))
        }
        if scopes[node] == nil { scopes[node] = scope }
      }
    }
  }

  // MARK: Statements

  private mutating func write(_ statement: String, _ entries: [Entry], indent: String = "  ") {
    guard !entries.isEmpty else { return }
    result += indent + statement + list(entries) + ";\n"
  }

  private func list(_ entries: [Entry]) -> String {
    guard !entries.isEmpty else { return "" }
    let items = entries.map { name, value in
      let text = value.isHTML ? "<" + value.text + ">" : DOTQuoting.quoted(value.text)
      return DOTQuoting.quoted(name) + "=" + text
    }
    return " [" + items.joined(separator: ", ") + "]"
  }

  private mutating func write(_ node: Node) throws(GraphvizError) {
    let defaults = graph.nodeDefaults
    var attributes = scopes[node.id].map(node.attributes.inheriting) ?? node.attributes
    let isRecord = (attributes.shape ?? defaults.shape)?.isRecord ?? false
    if attributes.label == nil, let label = defaults.label,
      isRecord != defaults.shape?.isRecord ?? false
    {
      // The same text would be another label.
      attributes.label = label
    }
    let hasEscapes = node.id.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
    if attributes.label == nil, defaults.label == nil, hasEscapes {
      // Graphviz would read escapes in the name.
      attributes.label = .text(node.id)
    }
    let entries = try entries(
      attributes, .node(node.id), isRecord: isRecord, over: graph.nodeDefaults)
    result += "  " + DOTQuoting.quoted(node.id) + list(entries) + ";\n"
  }

  private mutating func write(_ edge: Edge, _ place: Int) throws(GraphvizError) {
    let subject = GraphvizError.Subject.edge(
      index: place, tail: edge.tail.node, head: edge.head.node)
    func end(_ end: Endpoint) -> String {
      let parts = [end.node, end.port, end.compass?.rawValue].compactMap { $0 }
      return parts.map(DOTQuoting.quoted).joined(separator: ":")
    }
    let sign = graph.kind == .directed ? " -> " : " -- "
    result +=
      "  " + end(edge.tail) + sign + end(edge.head)
      + list(try entries(edge.attributes, subject, over: graph.edgeDefaults)) + ";\n"
  }

  private mutating func write(_ subgraph: Subgraph, indent: String) throws(GraphvizError) {
    let name = subgraph.isCluster ? PreparedGraph.clusterName(subgraph.id) : subgraph.id
    result +=
      indent + (name.isEmpty ? "" : "subgraph " + DOTQuoting.quoted(name) + " ") + "{\n"
    for inner in subgraph.subgraphs { try write(inner, indent: indent + "  ") }
    for node in subgraph.nodes { result += indent + "  " + DOTQuoting.quoted(node) + ";\n" }
    var attributes = subgraph.attributes
    if subgraph.isCluster {
      var defaults = graph.subgraphDefaults
      defaults.rank = nil
      attributes = attributes.inheriting(defaults)
    }
    write("graph", try entries(attributes, .subgraph(subgraph.id)), indent: indent + "  ")
    result += indent + "}\n"
  }

  // MARK: Attributes

  private func entries(
    _ group: some DOTGroup, _ subject: GraphvizError.Subject, isRecord: Bool = false,
    over defaults: (some DOTGroup)? = NodeAttributes?.none
  ) throws(GraphvizError) -> [Entry] {
    let group = group
    let entries: [Entry] = try locating(subject) { () throws(GraphvizError) in
      try Self.labels(of: group, isRecord: isRecord)
        + group.dotEntries.map { name, raw in
          (name, DOTGraph.Value(text: raw, isHTML: false, line: 0, column: 0))
        }
    }
    guard entries.contains(where: { $0.raw.text.isEmpty }) else { return entries }
    // An empty value is none: it says something only against a default.
    let names = try defaults.map { (defaults) throws(GraphvizError) in
      Set(try self.entries(defaults, .graph).map(\.name))
    }
    return entries.filter { name, raw in
      !raw.text.isEmpty || names?.contains(name) == true
        || (name == "label" && group is NodeAttributes)
    }
  }

  private static func labels<Group: DOTGroup>(
    of group: Group, isRecord: Bool
  ) throws(GraphvizError) -> [Entry] {
    var entries: [Entry] = []
    for (name, path) in Group.labels {
      guard let label = group[keyPath: path] else { continue }
      entries.append((name, try value(of: label, name, isRecord: isRecord && name == "label")))
    }
    return entries
  }

  private static func value(
    of label: Label, _ name: String, isRecord: Bool
  ) throws(GraphvizError) -> DOTGraph.Value {
    let text: String
    switch label {
    case .text(let content, .center): text = EscapedText.raw(content, isRecord: isRecord)
    case .text(let content, let alignment):
      let ending = alignment.lineEnd
      let raw = EscapedText.raw(content, lineEnd: ending, isRecord: isRecord)
      text = content.isEmpty || content.unicodeScalars.last == "\n" ? raw : raw + ending
    case .lines(let lines): text = EscapedText.raw(lines, isRecord: isRecord)
    case .html(let html):
      return DOTGraph.Value(
        text: try HTMLWriter.text(of: html, mayBeEmpty: true, attribute: name, isForDOT: true),
        isHTML: true, line: 0, column: 0)
    case .record(let fields):
      guard isRecord else {
        throw GraphvizError(
          .invalidValue, "a label of fields needs the shape record or Mrecord", attribute: name)
      }
      text = try RecordWriter.text(of: fields, attribute: name, isForDOT: true)
    }
    return DOTGraph.Value(text: text, isHTML: false, line: 0, column: 0)
  }
}

extension DOTGroup {
  /// The attributes, and those of others that are not set.
  func inheriting(_ other: Self) -> Self {
    var result = other
    for (_, path) in Self.labels {
      if let label = self[keyPath: path] { result[keyPath: path] = label }
    }
    for field in Self.fields {
      guard let raw = field.write(self) else { continue }
      _ = field.read(&result, raw, [:])
    }
    result.other.merge(self.other) { $1 }
    return result
  }
}
