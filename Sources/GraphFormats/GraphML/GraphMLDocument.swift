internal import GraphCore

/// A GraphML file that is being written.
struct GraphMLDocument: ~Copyable {
  let graph: PropertyGraph
  let profile: GraphMLWriter.Profile
  var output = ByteOutput()
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
      output.append(plain: identifiers[slot])
      output.append("\">")
      if let value = graph.columns[slot].value(at: 0) { output.append(value: value) }
      output.append("</data>\n")
    }
  }

  /// Writes the edges.
  mutating func edges<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let core = graph.graph
    let fields = GraphMLFields(graph, for: .edge, identifiers)
    let isMixed = core.directedness == .mixed
    let hasDetails =
      !graph.details.edgeNotes.isEmpty || !graph.details.edgePorts.isEmpty || profile == .yed
    let ids = escapedNodeIDs()
    var rest = core.edges.makeIterator()
    var rows: [Int] = []
    // Source, target, source, target: numbers, and what is written for them.
    var ends: [Int] = []
    var texts: [XMLTexts.Entry] = []
    var position = 0
    repeat {
      rows.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      while rows.count < GraphMLFields.blockSize, let edge = rest.next() {
        rows.append(Int(edge.rawValue))
        let pair = core.endpoints(of: edge)
        ends.append(Int(pair.source.rawValue))
        ends.append(Int(pair.target.rawValue))
      }
      ids.fetch(ends, into: &texts)
      fields.fetch(rows)
      for (place, row) in rows.enumerated() {
        let edge = EdgeID(rawValue: UInt32(row))
        output.append("    <edge id=\"")
        if hasEdgeIDs, let id = core[edge].id {
          output.appendAttribute(id)
        } else {
          appendFreeEdgeID(position)
        }
        output.append("\" source=\"")
        output.append(texts[place * 2], of: ids)
        output.append("\" target=\"")
        output.append(texts[place * 2 + 1], of: ids)
        output.append("\"")
        if isMixed && !core.isDirected(edge) { output.append(" directed=\"false\"") }
        var isOpen = false
        if hasDetails { isOpen = details(of: edge) }
        fields.write(place, to: &output, &isOpen)
        if isOpen { output.append("    </edge>\n") } else { output.append("/>\n") }
        position += 1
        try output.flush(to: sink)
      }
    } while !rows.isEmpty
  }

  /// The identifiers of the nodes; most nodes have several edges.
  private func escapedNodeIDs() -> XMLTexts {
    var ids = XMLTexts()
    var escaped = ByteOutput(capacity: 256)
    for node in graph.graph.nodes {
      escaped.appendAttribute(graph.graph[node].id)
      escaped.take { ids.insert($0, at: Int(node.rawValue)) }
    }
    return ids
  }

  /// Writes the hyperedges and closes what is open.
  mutating func end() {
    for hyperedge in graph.hyperedges { self.hyperedge(hyperedge) }
    output.append("  </graph>\n</graphml>\n")
  }

  /// Writes values that are kept by name.
  mutating func data(
    _ values: [String: AttributeValue], for domain: AttributeKey.Domain, _ indentation: StaticString
  ) {
    for slot in graph.slots(for: domain) {
      guard let value = values[graph.keys[slot].name] else { continue }
      output.append(indentation)
      output.append("<data key=\"")
      output.append(plain: identifiers[slot])
      output.append("\">")
      output.append(value: value)
      output.append("</data>\n")
    }
  }

  /// Writes what is said in words, if anything is.
  mutating func note(_ note: String?, _ indentation: StaticString) {
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
      output.append(value: value)
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
    output.append(plain: id)
  }
}
