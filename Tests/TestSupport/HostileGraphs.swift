internal import GraphCore
public import GraphFormats

/// Small random property graphs with every type of attribute and texts that are hard to write.
public enum HostileGraphs {
  /// Texts that mean something in one format or another.
  public static let texts = [
    "", " ", "a", "0", "-1", "007", "1.5", "1e5", "true", "NaN", "null", "=1+1", "@x", "-x", "+x",
    "\"", "\"\"", "'", "\\", "\\\"", "\\n", "line\nline", "line\r\nline", "\r", "\n", "\ttab\t",
    " padded ", "a,b", "a;b", "a|b", "a:b", "&", "&amp;", "&#38;", "&#x26;", "&lt", "<a>", "]]>",
    "<!--", "</script>", "[", "]", "{", "}", "#", "# x", "->", "--", "graph", "node", "edge",
    "strict", "火炬中心", "牽手計劃", "é", "e\u{301}", "😀", "👩‍👩‍👧", "\u{FEFF}x", "\u{7F}", "\u{85}",
    "\u{A0}", "\u{2028}", "\u{10FFFF}", "a\u{0300}", "_networkx_list_start", "INF", "()", "[]",
    "${x}", "%s", "\u{200F}right", "id", "label",
  ]

  private static let names = [
    "label", "id", "key", "source", "target", "name", "weight", "kind", "type", "directed", "a.b",
    "a", "a.b.c", "b.c", "b.d", "名前", "x y", "x_y", "1st", "_hidden", "graphics.x", "graphics.y",
    "multigraph", "node", "edge", "attributes", "data", "metadata", "parent", "from", "to", "Label",
    "Type", "", ".", "a..b", "point#2.x", "quote\"d", "comma,d", "col:on", "brace{d}", "array[]",
    "nodes", "edges", "graph", "START_ID", "labels", "é", "line\nd", " padded", "charset",
    "e\u{301}", "Creator", "cluster", "graphics.fill", "graphics.Line.point.x",
  ]

  /// A graph; the same seed gives the same one.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same graph.
  ///   - ofElementsOnly: Whether it has no attributes of the graph itself and no default values.
  ///   - isNested: Whether some nodes are within others.
  ///   - unwanted: Texts that are left out, because a format can't hold them.
  /// - Returns: The graph.
  /// - Throws: `PropertyGraphError`, if the texts ever break a rule of property graphs.
  public static func graph(
    seed: UInt64, ofElementsOnly: Bool = false, isNested: Bool = false,
    without unwanted: Set<String> = []
  ) throws -> PropertyGraph {
    let texts = texts.filter { !unwanted.contains($0) }
    var random = SplitMix64(seed: seed)
    let isNumbered = Int.random(in: 0..<6, using: &random) == 0
    let ids = texts.shuffled(using: &random).prefix(Int.random(in: 0...9, using: &random))
    let edgeCount = ids.isEmpty ? 0 : Int.random(in: 0...12, using: &random)
    // Which kind a graph is shows in its edges only.
    let kinds: [Directedness] = edgeCount > 1 ? [.directed, .undirected, .mixed] : [.directed]
    var graph = PropertyGraph(kinds.randomElement(using: &random) ?? .directed)
    for domain in AttributeKey.Domain.allCases
    where domain.isCommon && (domain != .graph || !ofElementsOnly) {
      let names = names.shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random))
      // Nested graphs, which share the declarations, keep their values as Swift compares names.
      for name in names where domain != .graph || name != "é" || name.utf8.count == 2 {
        let type = AttributeType.allCases.randomElement(using: &random) ?? .string
        let value = Int.random(in: 0..<5, using: &random) == 0 ? value(type, texts, &random) : nil
        try graph.declare(
          AttributeKey(name, for: domain, type, default: ofElementsOnly ? nil : value))
      }
    }
    for key in graph.keys(for: .graph) where Bool.random(using: &random) {
      try graph.setValue(value(key.type, texts, &random), of: key.name)
    }
    var nodes: [NodeID] = []
    for (number, id) in ids.enumerated() {
      let id = isNumbered ? String(number * 7) : id
      let node = try graph.addNode(id)
      for key in graph.keys(for: .node) where Int.random(in: 0..<3, using: &random) > 0 {
        try graph.setValue(value(key.type, texts, &random), of: key.name, at: node)
      }
      nodes.append(node)
    }
    let hasIDs = Bool.random(using: &random)
    for edge in 0..<edgeCount {
      guard let source = nodes.randomElement(using: &random),
        let target = nodes.randomElement(using: &random)
      else { break }
      let id = texts.randomElement(using: &random).map { "\($0)\(edge)" }
      let added = try graph.addEdge(
        from: source, to: target, id: hasIDs && Bool.random(using: &random) ? id : nil,
        directed: graph.graph.directedness == .mixed ? edge.isMultiple(of: 2) : nil)
      for key in graph.keys(for: .edge) where Int.random(in: 0..<3, using: &random) > 0 {
        try graph.setValue(value(key.type, texts, &random), of: key.name, at: added)
      }
    }
    if isNested {
      for (child, parent) in zip(nodes, nodes.dropFirst()) where Bool.random(using: &random) {
        try graph.setParent(parent, of: child)
      }
    }
    return graph
  }

  private static func value(
    _ type: AttributeType, _ texts: [String], _ random: inout SplitMix64
  ) -> AttributeValue {
    switch type {
    case .boolean: .boolean(Bool.random(using: &random))
    case .int: .int([0, 1, -1, 7, .max, .min].randomElement(using: &random) ?? 0)
    case .long:
      .long(
        [0, 1, -1, 1 << 31, -1 << 31, 1 << 53 + 1, .max, .min].randomElement(using: &random) ?? 0)
    case .float:
      .float(
        [
          0, -0.0, 0.1, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity,
          Float.random(in: -9...9, using: &random),
        ].randomElement(using: &random) ?? 0)
    case .double:
      .double(
        [
          0, -0.0, 0.1, .leastNonzeroMagnitude, 1e16, -1e-5, .greatestFiniteMagnitude, -.infinity,
          Double.random(in: -9...9, using: &random),
        ].randomElement(using: &random) ?? 0)
    case .string: .string(texts.randomElement(using: &random) ?? "")
    }
  }
}
