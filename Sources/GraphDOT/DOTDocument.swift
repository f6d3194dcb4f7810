internal import ExactTexts
internal import GraphFormats
internal import Graphviz

/// DOT while it is turned into a property graph.
struct DOTDocument {
  private let graph: DOTGraph
  private var assembly: GraphAssembly
  private var isMixed = false
  private var declarations: [DOTDeclaration] = []

  init(_ graph: DOTGraph, options: ReadingOptions) {
    self.graph = graph
    assembly = GraphAssembly(options: options)
    assembly.isDirected = graph.isDirected
  }

  mutating func reading() throws(ReadingError) -> Reading {
    if let text = graph.attributes[DOTDeclaration.attribute] { try declare(text) }
    // The encoding is one of the file, not of the graph.
    try set(graph.attributes, for: .graph, without: [DOTDeclaration.attribute, "charset"])
    let clusters = DOTClusters(graph)
    let clusterName = clusters.names.isEmpty ? "" : clusterAttribute()
    for node in graph.nodes {
      let place = TextPosition(line: node.line, column: node.column)
      guard try assembly.addNode(node.name, at: place) else { continue }
      try set(node.attributes, for: .node)
      if let cluster = clusters.names[node.name] {
        try assembly.set(.string(cluster), of: clusterName, for: .node, at: place)
      }
      if let parent = clusters.parents[node.name] { assembly.setParent(parent, at: place) }
    }
    for edge in graph.edges {
      var skipped: Set<String> = []
      var isDirected = graph.isDirected
      if isMixed {
        isDirected = edge.attributes["dir"]?.text != "none"
        skipped.insert("dir")
      }
      try assembly.addEdge(from: edge.tail, to: edge.head, directed: isDirected, at: nil)
      if let key = edge.attributes["key"] {
        try assembly.identifyEdge(
          DOTText.value(key.text, isLabel: false), name: "key", at: Self.place(key))
        skipped.insert("key")
      }
      try set(edge.attributes, for: .edge, without: skipped)
    }
    for loss in clusters.losses { assembly.remarks.append(at: nil, loss) }
    if graph.isStrict {
      assembly.remarks.append(at: nil, "“strict” says nothing of the graph itself: left out")
    }
    return try assembly.reading()
  }

  /// Takes the types and names that a file of ours declares.
  private mutating func declare(_ value: DOTGraph.Value) throws(ReadingError) {
    guard let found = DOTDeclaration.list(DOTText.value(value.text, isLabel: false)) else {
      return try assembly.skip(
        .content, at: Self.place(value),
        "the attribute “\(DOTDeclaration.attribute)” declares no attributes", advice: "take it out",
        "left out")
    }
    declarations = found
    isMixed = DOTText.value(value.text, isLabel: false).hasPrefix(DOTDeclaration.mixed)
    for declaration in found {
      try assembly.declare(
        declaration.name, as: declaration.written, for: declaration.domain, declaration.type,
        default: declaration.defaultValue.map(AttributeValue.string), at: Self.place(value))
    }
  }

  private mutating func set(
    _ values: [String: DOTGraph.Value], for domain: AttributeKey.Domain,
    without skipped: Set<String> = []
  ) throws(ReadingError) {
    for (written, value) in values.sorted(by: { $0.key < $1.key }) where !skipped.contains(written)
    {
      // A label that is empty, or that says the name, is the same as none.
      guard !value.text.isEmpty else { continue }
      let declaration = declarations.first { $0.domain == domain && $0.written.isExactly(written) }
      if declaration == nil { try assembly.infer(written, for: domain, at: Self.place(value)) }
      var text = DOTText.value(value.text, isLabel: DOTText.isLabel(written))
      if value.isHTML {
        text = "<\(value.text)>"
        let name = declaration?.name ?? written
        if assembly.remarks.isFirst("\(domain) \(name)") {
          assembly.remarks.append(
            at: Self.place(value), "“\(name)” is HTML: kept as text with angle brackets")
        }
      }
      try assembly.set(.string(text), of: written, for: domain, at: Self.place(value))
    }
  }

  /// The attribute for clusters: the one that a file of ours declares, or a new one.
  private func clusterAttribute() -> String {
    var name = DOTClusters.attribute
    if declarations.contains(where: { $0.domain == .node && $0.written.isExactly(name) }) {
      return name
    }
    let names = declarations.filter { $0.domain == .node }.map(\.name)
    while names.contains(name) || graph.nodes.contains(where: { $0.attributes[name] != nil }) {
      name += "_"
    }
    return name
  }

  private static func place(_ value: DOTGraph.Value) -> TextPosition {
    TextPosition(line: value.line, column: value.column)
  }
}
