internal import GraphCore

/// A GraphML file that is being written.
struct GraphMLDocument: ~Copyable {
  /// An attribute as the file has it; a class, so that going over keys counts one reference each.
  final class Key {
    /// The start tag of its `data`, indented.
    let tag: [UInt8]
    /// Its values.
    let column: AttributeColumn

    init(tag: [UInt8], column: AttributeColumn) {
      self.tag = tag
      self.column = column
    }
  }

  let graph: PropertyGraph
  let profile: GraphMLWriter.Profile
  var output = XMLOutput()
  /// The identifiers of the keys, by slot.
  let identifiers: [String]
  /// Whether any edge has an identifier of its own.
  private let hasEdgeIDs: Bool

  init(_ graph: PropertyGraph, _ profile: GraphMLWriter.Profile) {
    self.graph = graph
    self.profile = profile
    identifiers = graph.keys.indices.map { "d\($0)" }
    hasEdgeIDs = graph.hasEdgeIDs
  }

  /// Writes all that comes before the nodes.
  mutating func start() {
    output.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"

      """)
    if profile == .yed {
      output.append(
        """
            xmlns:y="http://www.yworks.com/xml/graphml"
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
        http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
          <key id="yn" for="node" yfiles.type="nodegraphics"/>
          <key id="ye" for="edge" yfiles.type="edgegraphics"/>

        """)
    } else {
      output.append(
        """
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
        http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

        """)
    }
    for slot in graph.keys.indices { declaration(of: graph.keys[slot], id: identifiers[slot]) }
    output.append("  <graph")
    output.appendAttribute("id", graph.id ?? "G")
    output.append(" edgedefault=\"")
    output.append(graph.graph.directedness == .undirected ? "undirected\">\n" : "directed\">\n")
    note(graph.note, "    ")
    for slot in graph.slots(for: .graph) where graph.columns[slot].hasValue(at: 0) {
      output.append("    <data key=\"")
      output.append(identifiers[slot])
      output.append("\">")
      output.append(graph.columns[slot], at: 0)
      output.append("</data>\n")
    }
  }

  /// Writes the edges.
  mutating func edges<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let (core, keys) = (graph.graph, keys(for: .edge))
    let isMixed = core.directedness == .mixed
    let hasDetails =
      !graph.details.edgeNotes.isEmpty || !graph.details.edgePorts.isEmpty || profile == .yed
    // Escaped once, since most nodes have several edges.
    var ids = TextPool()
    var places: [UInt64] = []
    for node in core.nodes {
      let missing = Int(node.rawValue) - places.count
      if missing > 0 { places.append(contentsOf: repeatElement(0, count: missing)) }
      let escaped = XMLOutput.escaped(core[node].id)
      places.append(escaped.withUnsafeBufferPointer { ids.append($0) })
    }
    var position = 0
    for edge in core.edges {
      let ends = core.endpoints(of: edge)
      output.append("    <edge id=\"")
      if let id = core[edge].id {
        output.appendAttribute(id)
      } else {
        appendFreeEdgeID(position)
      }
      output.append("\" source=\"")
      ids.withText(at: places[Int(ends.source.rawValue)]) { output.append($0) }
      output.append("\" target=\"")
      ids.withText(at: places[Int(ends.target.rawValue)]) { output.append($0) }
      output.append(isMixed && !core.isDirected(edge) ? "\" directed=\"false\"" : "\"")
      var isOpen = false
      if hasDetails { isOpen = details(of: edge) }
      data(keys, at: Int(edge.rawValue), &isOpen)
      output.append(isOpen ? "    </edge>\n" : "/>\n")
      position += 1
      try output.flush(to: sink)
    }
  }

  /// Writes the hyperedges and closes what is open.
  mutating func end() {
    for hyperedge in graph.hyperedges { self.hyperedge(hyperedge) }
    output.append("  </graph>\n</graphml>\n")
  }

  /// The attributes of a domain.
  func keys(for domain: AttributeKey.Domain) -> [Key] {
    graph.slots(for: domain).filter { graph.columns[$0].hasValues }.map { slot in
      Key(
        tag: Array("      <data key=\"\(identifiers[slot])\">".utf8), column: graph.columns[slot])
    }
  }

  /// Writes the values in a row, and the end of the start tag before the first if it is missing.
  mutating func data(_ keys: [Key], at row: Int, _ isOpen: inout Bool) {
    for key in keys where key.column.hasValue(at: row) {
      if !isOpen { output.append(">\n") }
      isOpen = true
      output.append(key.tag)
      output.append(key.column, at: row)
      output.append("</data>\n")
    }
  }

  /// Writes values that are kept by name.
  mutating func data(
    _ values: [String: AttributeValue], for domain: AttributeKey.Domain, _ indentation: String
  ) {
    for slot in graph.slots(for: domain) {
      guard let value = values[graph.keys[slot].name] else { continue }
      output.append(indentation)
      output.append("<data key=\"")
      output.append(identifiers[slot])
      output.append("\">")
      output.append(value)
      output.append("</data>\n")
    }
  }

  /// Writes what is said in words, if anything is.
  mutating func note(_ note: String?, _ indentation: String) {
    guard let note else { return }
    output.append(indentation)
    output.append("<desc>")
    output.appendText(note)
    output.append("</desc>\n")
  }

  private mutating func declaration(of key: AttributeKey, id: String) {
    output.append("  <key")
    output.appendAttribute("id", id)
    output.appendAttribute("for", key.domain.rawValue)
    output.appendAttribute("attr.name", key.name)
    output.appendAttribute("attr.type", key.type.rawValue)
    guard key.note != nil || key.defaultValue != nil else { return output.append("/>\n") }
    output.append(">\n")
    note(key.note, "    ")
    if let value = key.defaultValue {
      output.append("    <default>")
      output.append(value)
      output.append("</default>\n")
    }
    output.append("  </key>\n")
  }

  /// Writes an identifier for the edge at a position that no edge has as its own.
  private mutating func appendFreeEdgeID(_ position: Int) {
    guard hasEdgeIDs else {
      output.append("e")
      output.append(Int64(position))
      return
    }
    var id = "e\(position)"
    // Given identifiers differ before the first underscore, so they never meet each other.
    while graph.edge(withID: id) != nil {
      id += "_"
    }
    output.append(id)
  }
}
