internal import ExactTexts
internal import GraphCore
public import GraphFormats

/// Writes property graphs as DOT, the language of Graphviz.
///
/// Identifiers are the names of nodes, `key` is the identifier of an edge, and attributes are written
/// under their names, so that Graphviz heeds those that it knows: `label`, `color`, `weight`. No text
/// is ever taken for HTML. Nodes within a node are in a cluster with it, and so are nodes with the same
/// `cluster`, if that is how their values begin, too. What DOT doesn't say of types and default values is in an attribute of the
/// graph, `property_keys`, which Graphviz passes over and ``DOTReader`` reads. An empty text is no
/// value in DOT, and there is no way to write a name that ends with a backslash or has one before a
/// quote: it is doubled. The same graph always gives the same bytes.
public struct DOTWriter: GraphWriter {
  /// Creates a writer.
  ///
  /// - Complexity: O(1)
  public init() {}

  /// What a graph may have that the format has a place for.
  public var features: Set<GraphFeature> {
    [
      .nodeAttributes, .edgeAttributes, .graphAttributes, .defaults, .mixedEdges, .parallelEdges,
      .edgeIdentifiers, .nestedGraphs,
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
    let rows = AttributeRows(graph)
    let names = WrittenNames(graph)
    let isMixed = graph.graph.directedness == .mixed
    let isDirected = graph.graph.directedness != .undirected
    var text = isDirected ? "digraph {\n" : "graph {\n"
    func flush(_ count: Int) throws(Failure) {
      guard text.utf8.count >= count else { return }
      try sink(Array(text.utf8))
      text = ""
    }
    if !graph.commonKeys.isEmpty || isMixed {
      let lines =
        ((isMixed ? [DOTDeclaration.mixed] : [])
        + graph.commonKeys.map { names.declaration(of: $0).line }).joined(separator: "\n")
      text += "  \(DOTDeclaration.attribute)=\(DOTText.quotedValue(lines, isLabel: false));\n"
    }
    for value in rows.ofGraph.compactMap(names.assignment) { text += "  \(value);\n" }
    let hasClusters = graph.hasNamedClusters
    for node in graph.graph.nodes {
      let values = rows.values(at: node).filter {
        !(hasClusters && $0.key.name == DOTClusters.attribute)
      }
      text += "  \(DOTText.name(graph.graph[node].id))\(names.list(values));\n"
      try flush(1 << 16)
    }
    text += graph.clusterLines
    let arrow = isDirected ? "->" : "--"
    for edge in graph.graph.edges {
      let ends = graph.graph.endpoints(of: edge)
      let (tail, head) = (graph.graph[ends.source].id, graph.graph[ends.target].id)
      var items =
        graph.graph[edge].id.map {
          ["key=\(DOTText.quotedValue($0, isLabel: false))"]
        } ?? []
      if isMixed, !graph.graph.isDirected(edge) { items.append("dir=none") }
      text += "  \(DOTText.name(tail)) \(arrow) \(DOTText.name(head))"
      text += "\(names.list(rows.values(at: edge), after: items));\n"
      try flush(1 << 16)
    }
    text += "}\n"
    try flush(1)
  }
}

/// What attributes are called in the file.
private struct WrittenNames {
  private static let taken: [AttributeKey.Domain: Set<String>] = [
    .graph: [DOTDeclaration.attribute, "", "charset"], .node: [""],
    .edge: ["key", "", "headport", "tailport"],
  ]
  private var changed: [AttributeKey.Domain: [ExactText: String]] = [:]

  init(_ graph: PropertyGraph) {
    for domain in AttributeKey.Domain.allCases {
      var taken = Self.taken[domain] ?? []
      if domain == .edge, graph.graph.directedness == .mixed { taken.insert("dir") }
      // Not exact, since DOT's readers keep values by names as Swift compares them.
      var names = Set(graph.keys(for: domain).map(\.name)).union(taken)
      var seen: Set<String> = []
      for key in graph.keys(for: domain)
      where !seen.insert(key.name).inserted || Self.isChanged(key.name, taken) {
        var name = key.name.isEmpty ? "_" : Self.plain(key.name) + "_"
        while !names.insert(name).inserted { name += "_" }
        changed[domain, default: [:]][key.name] = name
      }
    }
  }

  /// Whether an attribute can't have its name: it means something else, or has a backslash.
  private static func isChanged(_ name: String, _ taken: Set<String>) -> Bool {
    taken.contains(name) || name.utf8.contains(UInt8(ascii: "\\"))
  }

  private static func plain(_ name: String) -> String {
    String(name.map { $0 == "\\" ? "_" : $0 })
  }

  private func name(of key: AttributeKey) -> String { changed[key.domain]?[key.name] ?? key.name }

  func declaration(of key: AttributeKey) -> DOTDeclaration {
    DOTDeclaration(
      domain: key.domain, type: key.type, name: key.name, written: name(of: key),
      defaultValue: key.defaultValue?.text)
  }

  /// A name and its value; `nil` for an empty text, which DOT has no place for.
  func assignment(_ value: KeyedValue) -> String? {
    let text = value.value.text
    guard !text.isEmpty else { return nil }
    let name = name(of: value.key)
    return DOTText.name(name) + "="
      + (Self.isNumber(value.value, text)
        ? text : DOTText.quotedValue(text, isLabel: DOTText.isLabel(name)))
  }

  /// Whether a value is a number as DOT has them: without an exponent.
  private static func isNumber(_ value: AttributeValue, _ text: String) -> Bool {
    switch value {
    case .int, .long: true
    case .float(let number): number.isFinite && !text.utf8.contains(UInt8(ascii: "e"))
    case .double(let number): number.isFinite && !text.utf8.contains(UInt8(ascii: "e"))
    case .boolean, .string: false
    }
  }

  /// A list of attributes in brackets, or nothing.
  func list(_ values: [KeyedValue], after first: [String] = []) -> String {
    let items = first + values.compactMap(assignment)
    return items.isEmpty ? "" : " [\(items.joined(separator: ", "))]"
  }
}
