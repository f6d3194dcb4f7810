internal import CGraphvizShims
internal import ExactTexts

/// A graph in libgvc's memory, for one layout.
///
/// Used on the Graphviz thread only.
///
/// It is built, laid out, written and closed; a graph that has been laid out is never changed,
/// which libgvc would not survive.
final class NativeGraph {
  let graph: UnsafeMutablePointer<Agraph_t>
  private(set) var nodes: [UnsafeMutablePointer<Agnode_t>] = []
  private(set) var edges: [UnsafeMutablePointer<Agedge_t>] = []
  private(set) var subgraphs: [UnsafeMutablePointer<Agraph_t>] = []
  private(set) var isLaidOut = false

  private typealias Entries = [(name: String, value: AttributeText)]

  init(_ prepared: PreparedGraph) throws(GraphvizError) {
    shim_begin_graph_memory()
    guard
      let graph = shim_open(
        prepared.name, prepared.isDirected, prepared.isStrict, Identifiers.discipline)
    else {
      shim_end_graph_memory()
      throw Self.outOfMemory
    }
    self.graph = graph
    try build(prepared)
  }

  deinit {
    agclose(graph)
    shim_end_graph_memory()
  }

  private static var outOfMemory: GraphvizError {
    GraphvizError(.outOfResources, "libgvc had no memory for the graph")
  }

  // MARK: Building

  private func build(_ prepared: PreparedGraph) throws(GraphvizError) {
    let nodeSymbols = declare(
      shim_kind_node, prepared.nodeDefaults, fallbacks: ["label": "\\N"],
      users: prepared.nodes.lazy.map(\.attributes))
    let edgeSymbols = declare(
      shim_kind_edge, prepared.edgeDefaults, users: prepared.edges.lazy.map(\.attributes))
    // The graph's own values are set after the subgraphs are made: those would inherit them.
    let graphSymbols = declare(
      shim_kind_graph, [],
      users: [prepared.attributes] + prepared.subgraphs.map(\.attributes))

    nodes.reserveCapacity(prepared.nodes.count)
    for node in prepared.nodes {
      guard let pointer = shim_add_node(graph, node.name) else { throw Self.outOfMemory }
      try set(node.attributes, of: pointer, nodeSymbols)
      nodes.append(pointer)
    }
    for subgraph in prepared.subgraphs {
      let parent = subgraph.parent.map { subgraphs[$0] } ?? graph
      guard let pointer = shim_add_subgraph(parent, subgraph.name) else { throw Self.outOfMemory }
      try set(subgraph.attributes, of: pointer, graphSymbols)
      for node in subgraph.nodes { agsubnode(pointer, nodes[node], 1) }
      subgraphs.append(pointer)
    }
    edges.reserveCapacity(prepared.edges.count)
    for edge in prepared.edges {
      guard let pointer = shim_add_edge(graph, nodes[edge.tail], nodes[edge.head]) else {
        throw Self.outOfMemory
      }
      try set(edge.attributes, of: pointer, edgeSymbols)
      edges.append(pointer)
    }
    try set(prepared.attributes, of: graph, graphSymbols)
  }

  /// Declares the attributes that are used, in the order in which they appear.
  ///
  /// An empty value is what libgvc takes for unset.
  private func declare(
    _ kind: shim_kind, _ defaults: Entries, fallbacks: [String: String] = [:],
    users: some Sequence<Entries>
  ) -> [ExactText: UnsafeMutablePointer<Agsym_t>] {
    var symbols: [ExactText: UnsafeMutablePointer<Agsym_t>] = [:]
    for (name, value) in defaults {
      symbols[name] = shim_declare(graph, kind, name, value.text)
    }
    for entries in users {
      for (name, _) in entries where symbols[name] == nil {
        symbols[name] = shim_declare(graph, kind, name, fallbacks[name] ?? "")
      }
    }
    return symbols
  }

  private func set(
    _ entries: Entries, of object: UnsafeMutableRawPointer,
    _ symbols: [ExactText: UnsafeMutablePointer<Agsym_t>]
  ) throws(GraphvizError) {
    for (name, value) in entries {
      guard let symbol = symbols[name],
        shim_set(graph, object, symbol, value.text, value.isHTML)
      else { throw Self.outOfMemory }
    }
  }

  // MARK: Layout

  /// Lays the graph out while the closure uses the layout, which is freed afterwards.
  func layOut<Value>(
    with engine: Engine, seed: UInt32, _ context: GraphvizContext,
    then use: ([MessageLog.Message]) throws(GraphvizError) -> Value
  ) throws(GraphvizError) -> Value {
    try context.forgetEarlierLayouts(by: engine)
    defer { gvFreeLayout(context.pointer, graph) }
    let (status, messages) = context.catchingMessages {
      // Parts of the engines draw lots without seeding first.
      shim_seed(seed)
      return gvLayout(context.pointer, graph, engine.rawValue)
    }
    guard !messages.contains(where: \.isAboutPlugins) else {
      throw GraphvizError(
        .missingPlugin,
        "Graphviz has no engine \(engine.rawValue); "
          + "is it installed completely, and was `dot -c` run?", messages: messages.map(\.text))
    }
    guard status == 0, !messages.contains(where: { $0.source == .error }) else {
      throw GraphvizError(
        .layoutFailed, "\(engine.rawValue) failed", messages: messages.map(\.text))
    }
    return try use(messages)
  }
}
