internal import CGraphvizShims

extension GraphvizContext {
  // Made once, on the Graphviz thread, and never freed.
  nonisolated(unsafe) private static var graphs: [Engine: UnsafeMutablePointer<Agraph_t>] = [:]

  /// Makes an engine forget what it remembers of earlier layouts, and takes for true of the next.
  ///
  /// circo remembers where the last graph was, and takes a new one at the same place for the old
  /// one, whose attributes are gone. Another graph in between, one that is never freed and so never
  /// at the place of a new one, keeps it from that.
  ///
  /// dot numbers its searches in a byte.
  func forgetEarlierLayouts(by engine: Engine) throws(GraphvizError) {
    // The graphs that stay must not be where those are that go.
    shim_pause_graph_memory(true)
    defer { shim_pause_graph_memory(false) }
    switch engine {
    case .circo:
      let graph = try Self.graph(for: .circo)
      _ = catchingMessages {
        _ = gvLayout(pointer, graph, Engine.circo.rawValue)
        gvFreeLayout(pointer, graph)
      }
    case .dot:
      let isNew = Self.graphs[.dot] == nil
      let graph = try Self.graph(for: .dot)
      _ = catchingMessages {
        // Its layout is kept.
        if isNew { _ = gvLayout(pointer, graph, Engine.dot.rawValue) }
        return shim_renumber_searches(graph, pointer)
      }
    default: break
    }
  }

  private static func graph(
    for engine: Engine
  ) throws(GraphvizError) -> UnsafeMutablePointer<Agraph_t> {
    if let graph = graphs[engine] { return graph }
    // circo does not even look at a graph of one node.
    guard let graph = shim_open("other", false, false, nil),
      let tail = shim_add_node(graph, "a"), let head = shim_add_node(graph, "b"),
      shim_add_edge(graph, tail, head) != nil
    else { throw GraphvizError(.outOfResources, "libgvc had no memory for a graph") }
    _ = shim_declare(graph, shim_kind_node, "label", "")
    if engine == .dot { _ = shim_declare(graph, shim_kind_graph, "phase", "1") }
    graphs[engine] = graph
    return graph
  }
}
