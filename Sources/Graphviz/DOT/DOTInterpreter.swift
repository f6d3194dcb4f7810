internal import ExactTexts

/// Turns names and values into a description.
struct DOTInterpreter {
  typealias Values = [String: DOTGraph.Value]

  let graph: DOTGraph
  private let nodeFields = Self.dictionary(NodeAttributes.self)
  private let edgeFields = Self.dictionary(EdgeAttributes.self)
  private let graphFields = Self.dictionary(GraphAttributes.self)
  let subgraphFields = Self.dictionary(SubgraphAttributes.self)
  /// What ports the labels of nodes have, by the nodes' identifiers.
  private var ports: [ExactText: Set<ExactText>] = [:]
  /// The bytes of all texts into which names are put.
  private var namedBytes = 0

  init(_ graph: DOTGraph) {
    self.graph = graph
  }

  private static func dictionary<Group: DOTGroup>(
    _ group: Group.Type
  ) -> [String: DOTField<Group>] {
    Dictionary(Group.fields.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Attributes that are said in another way in a description, or that are about the text.
  private static let managed: Set<String> = ["charset", "headport", "tailport"]

  private var graphName: EscapedText.Names { ["G": graph.name ?? ""] }

  mutating func description() throws(GraphvizError) -> GraphDescription {
    var result = GraphDescription(
      graph.isDirected ? .directed : .undirected, name: graph.name ?? "", isStrict: graph.isStrict)
    result.attributes = try group(graph.attributes, graphFields, graphName, .graph)
    try readNodes(into: &result)
    try readEdges(into: &result)
    for subgraph in graph.subgraphs { result.subgraphs.append(try self.subgraph(subgraph)) }
    return result
  }

  // MARK: Attributes

  mutating func group<Group: DOTGroup>(
    _ values: Values, _ fields: [String: DOTField<Group>], _ names: EscapedText.Names,
    _ subject: GraphvizError.Subject, isRecord: Bool = false
  ) throws(GraphvizError) -> Group {
    var group = Group()
    for (name, path) in Group.labels {
      guard let value = values[name] else { continue }
      try checkNames(in: value, names, subject, attribute: name)
      group[keyPath: path] = try label(
        value, names, subject, attribute: name, isRecord: isRecord && name == "label")
    }
    var names = names
    let label = values["label"].map { EscapedText(raw: $0.text, names: names).plain } ?? ""
    // As long a label cannot be drawn.
    names["L"] = label.utf8.count <= Limits.labelBytes ? label : ""
    for (name, value) in values where !Group.labels.contains(where: { $0.name == name }) {
      if Self.managed.contains(name) { continue }
      try checkNames(in: value, names, subject, attribute: name)
      if let field = fields[name], !(field.isColor && isFromScheme(value, values)),
        field.read(&group, value.text, names)
      {
        continue
      }
      let isEscaped = OtherAttributes.escapedNames.contains(name)
      group.other[name] =
        isEscaped ? EscapedText(raw: value.text, names: names).plain : value.text
    }
    return group
  }

  /// Names in names in names: a short text can ask for any amount.
  private mutating func checkNames(
    in value: DOTGraph.Value, _ names: EscapedText.Names, _ subject: GraphvizError.Subject,
    attribute: String
  ) throws(GraphvizError) {
    guard EscapedText.namesObject(value.text) else { return }
    namedBytes += EscapedText.length(of: value.text, names)
    guard namedBytes <= Limits.dotBytes else {
      throw GraphvizError(
        .limitExceeded, "texts with names in them have more than \(Limits.dotBytes) bytes",
        subject: subject, attribute: attribute)
    }
  }

  /// Whether the value is a colour's name in another scheme than X11's.
  private func isFromScheme(_ value: DOTGraph.Value, _ values: Values) -> Bool {
    guard let scheme = values["colorscheme"]?.text.lowercased(), scheme != "x11" else {
      return false
    }
    return !value.text.hasPrefix("#")
  }

  private func label(
    _ value: DOTGraph.Value, _ names: EscapedText.Names, _ subject: GraphvizError.Subject,
    attribute: String, isRecord: Bool
  ) throws(GraphvizError) -> Label {
    do throws(GraphvizError) {
      if value.isHTML {
        guard !isRecord else {
          throw GraphvizError(.unsupported, "a record with an HTML-like label")
        }
        return .html(try HTMLReader.label(of: value.text, line: value.line, names: names))
      }
      guard isRecord else { return EscapedText(raw: value.text, names: names).label }
      let fields = try RecordReader.fields(of: value.text, names)
      // A record of one field is a box with text.
      guard fields.count == 1, let field = fields.first, field.port == nil else {
        return .record(fields)
      }
      switch field.content {
      case .text(let text): return .text(text)
      case .lines(let lines): return .lines(lines)
      case .fields: return .record(fields)
      }
    } catch {
      var located = GraphvizError(
        error.code, error.message, subject: subject, attribute: attribute)
      located.line = error.line ?? value.line
      throw located
    }
  }

  // MARK: Defaults

  /// The defaults at the end of the graph that go for all objects, unless these have another value.
  ///
  /// A default that some object is without cannot be one of a description, nor one that means
  /// something else for each object.
  private func common<Group: DOTGroup>(
    _ defaults: Values, _ objects: [Values], _ fields: [String: DOTField<Group>],
    except isExcluded: (String, DOTGraph.Value) -> Bool
  ) -> Values {
    func hasEscapes(_ name: String) -> Bool {
      fields[name]?.hasEscapes ?? OtherAttributes.escapedNames.contains(name)
        || Group.labels.contains { $0.name == name }
    }
    let hasSchemes =
      defaults["colorscheme"] != nil || objects.contains { $0["colorscheme"] != nil }
    return defaults.filter { name, value in
      !(hasEscapes(name) && EscapedText.namesObject(value.text)) && !isExcluded(name, value)
        && !(hasSchemes && name.hasSuffix("color")) && objects.allSatisfy { $0[name] != nil }
    }
  }

  private static func own(_ values: Values, without defaults: Values) -> Values {
    defaults.isEmpty ? values : values.filter { defaults[$0.key] != $0.value }
  }

  // MARK: Nodes and edges

  private static func isRecord(_ values: Values) -> Bool {
    values["shape"].flatMap { NodeShape(rawValue: $0.text) }?.isRecord ?? false
  }

  private mutating func readNodes(into result: inout GraphDescription) throws(GraphvizError) {
    let isRecord = Self.isRecord(graph.nodeDefaults)
    let objects = graph.nodes.map(\.attributes)
    let defaults = common(graph.nodeDefaults, objects, nodeFields) { name, value in
      // The same text is another label in a record.
      name == "label"
        && objects.contains { $0["label"] == value && Self.isRecord($0) != isRecord }
    }
    result.nodeDefaults = try group(
      defaults, nodeFields, graphName, .graph, isRecord: isRecord)
    result.nodes.reserveCapacity(graph.nodes.count)
    for node in graph.nodes {
      var names = graphName
      names["N"] = node.name
      var values = Self.own(node.attributes, without: defaults)
      let hasEscapes = node.name.utf8.contains {
        $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&")
      }
      if hasEscapes, node.attributes["label"] == nil {
        values["label"] = DOTGraph.Value(text: "\\N", isHTML: false, line: 0, column: 0)
      }
      var attributes = try group(
        values, nodeFields, names, .node(node.name), isRecord: Self.isRecord(node.attributes))
      // What is drawn without a label is the name as it is.
      if hasEscapes, defaults["label"] == nil, attributes.label == .text(node.name) {
        attributes.label = nil
      }
      let label = attributes.label ?? result.nodeDefaults.label
      if let ports = label?.ports, !ports.isEmpty { self.ports[node.name] = ports }
      var described = Node(node.name)
      described.attributes = attributes
      result.nodes.append(described)
    }
  }

  private mutating func readEdges(into result: inout GraphDescription) throws(GraphvizError) {
    let objects = graph.edges.map(\.attributes)
    let defaults = common(graph.edgeDefaults, objects, edgeFields) { name, _ in
      Self.managed.contains(name)
    }
    result.edgeDefaults = try group(defaults, edgeFields, graphName, .graph)
    result.edges.reserveCapacity(graph.edges.count)
    for (place, edge) in graph.edges.enumerated() {
      var names = graphName
      names["T"] = edge.tail
      names["H"] = edge.head
      names["E"] = edge.tail + (graph.isDirected ? "->" : "--") + edge.head
      let subject = GraphvizError.Subject.edge(index: place, tail: edge.tail, head: edge.head)
      var described = Edge(
        endpoint(edge.tail, edge.attributes["tailport"]),
        endpoint(edge.head, edge.attributes["headport"]))
      described.attributes = try group(
        Self.own(edge.attributes, without: defaults), edgeFields, names, subject)
      result.edges.append(described)
    }
  }

  /// A port, a side, or both; a side that Graphviz does not know is left out, as it does.
  private func endpoint(_ node: String, _ port: DOTGraph.Value?) -> Endpoint {
    guard let port = port?.text else { return Endpoint(node) }
    let parts = port.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 else {
      return Endpoint(
        node, port: parts[0].isEmpty ? nil : String(parts[0]),
        compass: Compass(rawValue: String(parts[1])))
    }
    if let side = Compass(rawValue: port), ports[node]?.contains(port) != true {
      return Endpoint(node, compass: side)
    }
    return Endpoint(node, port: port)
  }
}
