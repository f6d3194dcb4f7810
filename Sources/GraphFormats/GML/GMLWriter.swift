internal import ExactTexts
internal import GraphCore

/// Writes property graphs as GML that NetworkX, igraph, Graphviz and others read.
///
/// Nodes are numbered from 0, and `label` is their identifier, as NetworkX takes it; an attribute of
/// that name becomes `label_`. Only if every identifier is such a number itself and every node has a
/// text as its `label`, as in graphs that were read from GML, do both stay as they are. Keys have letters, digits and underscores only, and attributes with
/// points in their names become lists (`graphics.Line`); looks are in the list `graphics`, in yEd's
/// words. Whole numbers of more than 32 bits are written
/// as texts, truth values as 0 and 1. What the format doesn't say, which are types, default values and
/// the names that were changed, is declared in a list `attributes` at the end of the graph, which other
/// readers pass over; <doc:GML> says how. The same graph always gives the same bytes.
///
/// - SeeAlso: Himsolt: GML: A portable graph file format. University of Passau, 1996.
public struct GMLWriter: GraphWriter {
  /// How characters beyond ASCII are written.
  public enum Characters: String, Hashable, Sendable, CaseIterable {
    /// As entities, such as `&#28779;`: the specification asks for them, and NetworkX reads nothing
    /// else. igraph shows them as they are.
    case entities
    /// As they are, in UTF-8: igraph, Gephi and yEd read them so, NetworkX doesn't.
    case utf8
  }

  /// How characters beyond ASCII are written.
  public let characters: Characters

  /// Creates a writer.
  ///
  /// - Parameter characters: How characters beyond ASCII are written.
  /// - Complexity: O(1)
  public init(characters: Characters = .entities) {
    self.characters = characters
  }

  /// What a graph may have that the format has a place for.
  public var features: Set<GraphFeature> {
    [
      .nodeAttributes, .edgeAttributes, .graphAttributes, .defaults, .finerTexts, .mixedEdges,
      .parallelEdges, .edgeIdentifiers, .nestedGraphs, .looks, .finerLooks,
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
    var text = GMLText(characters: characters)
    try document(graph, &text, to: sink)
    try text.output.flush(last: true, to: sink)
  }

  // MARK: The document

  /// Writes a whole file but for what is left in the end.
  private func document<Failure: Error>(
    _ graph: PropertyGraph, _ text: inout GMLText, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let core = graph.graph
    let isNumbered = Self.isNumbered(graph)
    let keys = GMLKeys(graph, keepingLabels: isNumbered)
    text.begin("graph")
    text.item("directed", core.directedness == .undirected ? 0 : 1)
    if graph.needsMultigraph { text.item("multigraph", 1) }
    if !isNumbered { text.item("identifier", text: "label") }
    text.items([], keys.graph.fields, at: 0)
    let numbers = Self.numbers(of: graph, isNumbered)
    for node in core.nodes {
      let row = Int(node.rawValue)
      text.begin("node")
      text.item("id", numbers[row])
      if !isNumbered { text.item("label", text: core[node].id) }
      if let parent = graph.parent(of: node) { text.item("gid", numbers[Int(parent.rawValue)]) }
      let look = GMLGraphics.values(graph.appearance(of: node), of: .node)
      text.items(look, keys.node.fields, at: row)
      text.end()
      try text.output.flush(to: sink)
    }
    for edge in core.edges {
      let ends = core.endpoints(of: edge)
      text.begin("edge")
      text.item("source", numbers[Int(ends.source.rawValue)])
      text.item("target", numbers[Int(ends.target.rawValue)])
      if let id = core[edge].id { text.item("key", text: id) }
      if core.directedness == .mixed { text.item("directed", core.isDirected(edge) ? 1 : 0) }
      let look = GMLGraphics.values(graph.appearance(of: edge), of: .edge)
      text.items(look, keys.edge.fields, at: Int(edge.rawValue))
      text.end()
      try text.output.flush(to: sink)
    }
    // NetworKit stops at the first list that is no node and no edge.
    declarations(graph, keys, &text)
    text.end()
  }

  /// The numbers of the nodes in the file, by the slots of the nodes.
  private static func numbers(of graph: PropertyGraph, _ isNumbered: Bool) -> [Int64] {
    var numbers: [Int64] = []
    for (number, node) in graph.graph.nodes.enumerated() {
      // Nodes that were removed have left slots.
      numbers += repeatElement(0, count: Int(node.rawValue) - numbers.count)
      numbers.append(isNumbered ? Int64(graph.graph[node].id) ?? 0 : Int64(number))
    }
    return numbers
  }

  /// Whether GML's own numbers and labels can be taken as they are.
  private static func isNumbered(_ graph: PropertyGraph) -> Bool {
    guard let label = graph.slot("label", for: .node), graph.keys[label].type == .string else {
      return graph.graph.isEmpty
    }
    return graph.graph.nodes.allSatisfy { node in
      guard let number = NumberText.integer(graph.graph[node].id) else { return false }
      return Int32(exactly: number) != nil && graph.columns[label].hasValue(at: Int(node.rawValue))
    }
  }

  private func declarations(_ graph: PropertyGraph, _ keys: GMLKeys, _ text: inout GMLText) {
    let declared = graph.commonKeys
    guard !declared.isEmpty else { return }
    text.begin("attributes")
    for key in declared {
      text.begin("attribute")
      text.item("for", text: key.domain.rawValue)
      text.item("name", text: key.name)
      text.item("type", text: key.type.rawValue)
      if let path = keys[key.domain].changed[key.name] { text.item("key", text: path) }
      if let value = key.defaultValue { text.item("default", value, asText: value.isLarge) }
      text.end()
    }
    text.end()
  }
}
