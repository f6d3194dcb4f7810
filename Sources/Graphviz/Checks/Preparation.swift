internal import ExactTexts

extension GraphDescription {
  /// Checks everything about the description.
  ///
  /// Nothing of a refused description reaches libgvc.
  /// - Complexity: O(n), n being the size of the description, but for `splines=curved`.
  func prepared(for engine: Engine, seed: UInt32?) throws(GraphvizError) -> PreparedGraph {
    var preparation = try Preparation(self, engine: engine)
    try preparation.addSubgraphs()
    try preparation.addGraph(seed: seed)
    try preparation.addNodes()
    try preparation.addEdges()
    try preparation.checkEngine()
    preparation.adapt()
    return preparation.result
  }
}

extension GraphDescription {
  /// The size of the largest text, however large; 14 is Graphviz's own.
  fileprivate var largestFontSize: Double {
    func sizes(_ subgraphs: [Subgraph], depth: Int) -> [Double?] {
      guard depth <= Limits.subgraphDepth else { return [] }
      return subgraphs.flatMap {
        [$0.attributes.fontSize, $0.nodeDefaults.fontSize]
          + sizes($0.subgraphs, depth: depth + 1)
      }
    }
    var largest = 14.0
    let edges = edges.lazy.map(\.attributes)
    for size in [
      attributes.fontSize, nodeDefaults.fontSize, edgeDefaults.fontSize,
      edgeDefaults.labelFontSize, subgraphDefaults.fontSize,
    ] + sizes(subgraphs, depth: 1) { largest = max(largest, size ?? 0) }
    for node in nodes { largest = max(largest, node.attributes.fontSize ?? 0) }
    for edge in edges { largest = max(largest, edge.fontSize ?? 0, edge.labelFontSize ?? 0) }
    return largest
  }
}

/// The work of checking one description.
struct Preparation {
  /// What the nodes of a subgraph inherit.
  struct Scope {
    var entries: [AttributeList.Entry] = []
    var shape: NodeShape?
    var fixedSize: FixedSize?
    var label: Label?
  }

  let description: GraphDescription
  let engine: Engine
  var result: PreparedGraph
  /// The place of each node.
  var places: [ExactText: Int] = [:]
  var clusterNames: Set<ExactText> = []
  var groupNames: Set<ExactText> = []
  /// The innermost cluster of each node.
  var clusters: [Int?]
  /// What each node inherits.
  var scopes: [Scope?]
  /// What edges may name in each node's label, for nodes that have any.
  var ports: [Int: Set<ExactText>] = [:]
  let largestFontSize: Double

  init(_ description: GraphDescription, engine: Engine) throws(GraphvizError) {
    self.description = description
    self.engine = engine
    guard description.nodes.count <= Limits.nodes else {
      throw GraphvizError(.limitExceeded, "more than \(Limits.nodes) nodes", subject: .graph)
    }
    guard description.edges.count <= Limits.edges else {
      throw GraphvizError(.limitExceeded, "more than \(Limits.edges) edges", subject: .graph)
    }
    try locating(.graph) { () throws(GraphvizError) in
      try Escaping.name(description.name, "the graph's name")
    }
    result = PreparedGraph(
      name: description.name, isDirected: description.kind == .directed,
      isStrict: description.isStrict)
    clusters = Array(repeating: nil, count: description.nodes.count)
    scopes = Array(repeating: nil, count: description.nodes.count)
    largestFontSize = description.largestFontSize
    places.reserveCapacity(description.nodes.count)
    for (place, node) in description.nodes.enumerated() {
      try locating(.node(node.id)) { () throws(GraphvizError) in
        try Escaping.name(node.id, "the identifier")
        guard places.updateValue(place, forKey: ExactText(node.id)) == nil else {
          throw GraphvizError(.duplicateIdentifier, "there are two nodes with this identifier")
        }
      }
    }
  }

  // MARK: The graph

  mutating func addGraph(seed: UInt32?) throws(GraphvizError) {
    let (description, places) = (description, places)
    var list = list()
    try locating(.graph) { () throws(GraphvizError) in
      try description.attributes.write(to: &list)
      if let root = description.attributes.root, places[root] == nil {
        throw GraphvizError(
          .unknownIdentifier, "there is no node \"\(root)\"", attribute: "root")
      }
    }
    let takesStart = engine == .neato || engine == .fdp || engine == .sfdp
    if let seed, takesStart, description.attributes.start == nil {
      list.append("start", "random\(seed)")
    }
    // Positions are in points, which only the nop engines take without being told.
    if engine == .neato || engine == .fdp { list.append("inputscale", "72") }
    result.attributes = list.entries
  }

  // MARK: Nodes and edges

  mutating func addNodes() throws(GraphvizError) {
    var defaults = description.nodeDefaults
    defaults.label = nil
    var list = list()
    try locating(.graph) { () throws(GraphvizError) in try defaults.write(to: &list) }
    result.nodeDefaults = list.entries

    result.nodes.reserveCapacity(description.nodes.count)
    for (place, node) in description.nodes.enumerated() {
      var attributes = node.attributes
      let scope = scopes[place]
      var list = self.list()
      list.isNode = true
      let shape = attributes.shape ?? scope?.shape ?? description.nodeDefaults.shape
      list.isRecord = shape?.isRecord ?? false
      attributes.label =
        attributes.label ?? scope?.label ?? description.nodeDefaults.label
        ?? Self.labelOfName(node.id, isRecord: list.isRecord)
      let size = attributes.fixedSize ?? scope?.fixedSize ?? description.nodeDefaults.fixedSize
      try locating(.node(node.id)) { () throws(GraphvizError) in
        try attributes.write(to: &list)
        // Nothing would be left of it, and libgvc divides by its size.
        guard shape == .plain else { return }
        guard (size ?? .label) == .label else {
          throw GraphvizError(
            .unsupported, "a plain node is as large as its label", attribute: "fixedsize")
        }
        guard list.entries.value("label") != "" else {
          throw GraphvizError(
            .unsupported, "a plain node is as large as its label, and this has none",
            attribute: "label")
        }
      }
      if let ports = attributes.label?.ports, !ports.isEmpty { self.ports[place] = ports }
      result.nodes.append(
        .init(name: node.id, attributes: Self.inheriting(list.entries, scope?.entries ?? [])))
    }
    (result.nodeDefaults, result.nodes) = Self.distributingHTML(result.nodeDefaults, result.nodes)
  }

  /// Graphviz's own label is the name, in which it reads escapes; a name that has any becomes a
  /// label of its own.
  private static func labelOfName(_ name: String, isRecord: Bool) -> Label? {
    let isPlain = name.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "&")
    }
    return isPlain && !isRecord ? nil : .text(name)
  }

  mutating func addEdges() throws(GraphvizError) {
    let description = description
    var list = list()
    try locating(.graph) { () throws(GraphvizError) in
      try description.edgeDefaults.write(to: &list)
    }
    // A label in the graph's own defaults is written to each edge if it is HTML-like.
    let html = list.entries.filter { $0.value.isHTML }
    result.edgeDefaults = list.entries.filter { !$0.value.isHTML }

    result.edges.reserveCapacity(description.edges.count)
    for (place, edge) in description.edges.enumerated() {
      let subject = GraphvizError.Subject.edge(
        index: place, tail: edge.tail.node, head: edge.head.node)
      var list = self.list()
      let tail = try self.place(of: edge.tail, "tailport", subject, &list)
      let head = try self.place(of: edge.head, "headport", subject, &list)
      try locating(subject) { () throws(GraphvizError) in try edge.attributes.write(to: &list) }
      result.edges.append(
        .init(tail: tail, head: head, attributes: Self.inheriting(list.entries, html)))
    }
  }

  private func place(
    of end: Endpoint, _ attribute: String, _ subject: GraphvizError.Subject,
    _ list: inout AttributeList
  ) throws(GraphvizError) -> Int {
    guard let place = places[end.node] else {
      throw GraphvizError(
        .unknownIdentifier, "there is no node \"\(end.node)\"", subject: subject)
    }
    var parts: [String] = []
    if let port = end.port {
      try locating(subject) { () throws(GraphvizError) in
        parts.append(try Escaping.identifier(port, colon: false, attribute: attribute))
        // libgvc would lead the edge to the node's middle instead.
        guard ports[place]?.contains(port) == true else {
          throw GraphvizError(
            .unknownIdentifier, "the node \"\(end.node)\" has no port \"\(port)\"",
            attribute: attribute)
        }
      }
    }
    if let compass = end.compass { parts.append(compass.rawValue) }
    if !parts.isEmpty { list.append(attribute, parts.joined(separator: ":")) }
    return place
  }

  // MARK: Helpers

  func list() -> AttributeList {
    var list = AttributeList()
    list.clusterNames = clusterNames
    list.largestFontSize = largestFontSize
    return list
  }

  /// The entries, and those of the others that they do not have.
  static func inheriting(
    _ entries: [AttributeList.Entry], _ others: [AttributeList.Entry]
  ) -> [AttributeList.Entry] {
    guard !others.isEmpty else { return entries }
    let own = Set(entries.map(\.name))
    return entries + others.filter { !own.contains($0.name) }
  }

  /// libgvc's defaults are plain text: those that are HTML-like go to each object.
  private static func distributingHTML(
    _ defaults: [AttributeList.Entry], _ objects: [PreparedGraph.Object]
  ) -> ([AttributeList.Entry], [PreparedGraph.Object]) {
    let html = defaults.filter { $0.value.isHTML }
    guard !html.isEmpty else { return (defaults, objects) }
    return (
      defaults.filter { !$0.value.isHTML },
      objects.map { .init(name: $0.name, attributes: inheriting($0.attributes, html)) }
    )
  }
}

/// Runs a check and says of its error which part of the description it is about.
func locating<Result>(
  _ subject: GraphvizError.Subject, _ check: () throws(GraphvizError) -> Result
) throws(GraphvizError) -> Result {
  do {
    return try check()
  } catch {
    var located = error
    if located.subject == nil { located.subject = subject }
    throw located
  }
}
