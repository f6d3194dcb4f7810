internal import GraphCore

/// Writes property graphs as GraphML.
///
/// One `graph` element in the default namespace of GraphML 1.0, in UTF-8. Every declared key has an
/// `id` (`d0`, `d1`, …), `for`, `attr.name` and `attr.type`, and a `default` if it has one; what has
/// no value of an attribute has no `data` element for it. An edge without an identifier of its own
/// is given one, `e0`, `e1`, … by its place among the edges. The direction is in `edgedefault`
/// alone, because NetworkX refuses graphs that repeat it on edges, but for the edges of a mixed graph
/// that lead both ways. Floating-point numbers have as
/// many digits as are needed to read the same number back, and `INF`, `-INF` and `NaN` otherwise.
///
/// Node identifiers are written as they are, though GraphML's schema has no room for spaces in
/// them; the readers do not mind. The same graph always gives the same bytes.
///
/// - SeeAlso: <http://graphml.graphdrawing.org>
public struct GraphMLWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// Writes a graph into memory.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The bytes of the file.
  /// - Complexity: O(length of the file)
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var text = GraphMLText()
    text.document(graph) { _ in }
    return text.bytes
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
    var text = GraphMLText()
    try text.document(graph) { (text: inout GraphMLText) throws(Failure) in
      guard text.bytes.count >= 1 << 16 else { return }
      try sink(text.bytes)
      text.bytes.removeAll(keepingCapacity: true)
    }
    if !text.bytes.isEmpty { try sink(text.bytes) }
  }
}

/// The text of a GraphML file that is being written.
private struct GraphMLText {
  var bytes: [UInt8] = []

  /// Appends a whole file, and offers what there is after every element.
  mutating func document<Failure: Error>(
    _ graph: PropertyGraph, flush: (inout GraphMLText) throws(Failure) -> Void
  ) throws(Failure) {
    append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """)
    var identifiers: [AttributeKey.Domain: [String]] = [:]
    for (position, key) in graph.keys.enumerated() {
      identifiers[key.domain, default: []].append("d\(position)")
      declaration(of: key, id: "d\(position)")
    }
    append("  <graph id=\"G\" edgedefault=\"")
    append(graph.graph.directedness == .undirected ? "undirected\">\n" : "directed\">\n")
    data(graph.graphValues, identifiers[.graph] ?? [], indentation: "    ")
    let nodeKeys = identifiers[.node] ?? []
    for node in graph.graph.nodes {
      let value = graph.graph[node]
      append("    <node id=\"")
      appendAttribute(value.id)
      content(value.values, nodeKeys, of: "node")
      try flush(&self)
    }
    let edgeKeys = identifiers[.edge] ?? []
    for (position, edge) in graph.graph.edges.enumerated() {
      let value = graph.graph[edge]
      let ends = graph.graph.endpoints(of: edge)
      append("    <edge id=\"")
      appendAttribute(value.id ?? freeEdgeID(position, in: graph))
      append("\" source=\"")
      appendAttribute(graph.graph[ends.source].id)
      append("\" target=\"")
      appendAttribute(graph.graph[ends.target].id)
      if graph.graph.directedness == .mixed && !graph.graph.isDirected(edge) {
        append("\" directed=\"false")
      }
      content(value.values, edgeKeys, of: "edge")
      try flush(&self)
    }
    append("  </graph>\n</graphml>\n")
  }

  private mutating func declaration(of key: AttributeKey, id: String) {
    append("  <key id=\"\(id)\" for=\"\(key.domain.rawValue)\" attr.name=\"")
    appendAttribute(key.name)
    append("\" attr.type=\"\(key.type.rawValue)\"")
    if let value = key.defaultValue {
      append(">\n    <default>")
      append(value)
      append("</default>\n  </key>\n")
    } else {
      append("/>\n")
    }
  }

  /// Ends the start tag of an element and appends its data and its end.
  private mutating func content(
    _ values: [AttributeValue?], _ identifiers: [String], of element: String
  ) {
    guard values.contains(where: { $0 != nil }) else {
      append("\"/>\n")
      return
    }
    append("\">\n")
    data(values, identifiers, indentation: "      ")
    append("    </\(element)>\n")
  }

  private mutating func data(
    _ values: [AttributeValue?], _ identifiers: [String], indentation: String
  ) {
    for (value, identifier) in zip(values, identifiers) {
      guard let value else { continue }
      append(indentation)
      append("<data key=\"")
      append(identifier)
      append("\">")
      append(value)
      append("</data>\n")
    }
  }

  /// An identifier for the edge at a position that no edge has as its own.
  private func freeEdgeID(_ position: Int, in graph: PropertyGraph) -> String {
    var id = "e\(position)"
    // Given identifiers differ before the first underscore, so they never meet each other.
    while graph.edge(withID: id) != nil {
      id += "_"
    }
    return id
  }

  private mutating func append(_ value: AttributeValue) {
    switch value {
    case .boolean(let value): append(value ? "true" : "false")
    case .int(let value): append(String(value))
    case .long(let value): append(String(value))
    case .float(let value): append(number(value))
    case .double(let value): append(number(value))
    case .string(let value): appendText(value)
    }
  }

  private func number(_ value: some BinaryFloatingPoint & LosslessStringConvertible) -> String {
    value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-INF" : "INF") : String(value)
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends the text of an element.
  private mutating func appendText(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      // A reader would take it for the end of a line.
      case UInt8(ascii: "\r"): append("&#13;")
      default: bytes.append(byte)
      }
    }
  }

  /// Appends the value of an XML attribute, in which readers take every white space for a space.
  private mutating func appendAttribute(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "\t"): append("&#9;")
      case UInt8(ascii: "\n"): append("&#10;")
      case UInt8(ascii: "\r"): append("&#13;")
      default: bytes.append(byte)
      }
    }
  }
}
