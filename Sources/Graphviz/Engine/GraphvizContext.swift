internal import CGraphvizShims

/// libgvc's context: one for the life of the process, for each one more would leak.
///
/// Used on the Graphviz thread only.
struct GraphvizContext {
  let pointer: OpaquePointer

  // Written once, on the Graphviz thread, before anything else there.
  nonisolated(unsafe) private static var current: GraphvizContext?

  /// The context, made on first use.
  static func shared() throws(GraphvizError) -> GraphvizContext {
    if let current { return current }
    shim_capture_messages { piece in
      if let piece { MessageLog.report(String(cString: piece)) }
      return 0
    }
    guard let pointer = gvContext() else {
      throw GraphvizError(.outOfResources, "libgvc gave no context")
    }
    let context = GraphvizContext(pointer: pointer)
    current = context
    return context
  }

  // Made once, on the Graphviz thread, and never freed.
  nonisolated(unsafe) private static var otherGraph: UnsafeMutablePointer<Agraph_t>?

  /// Makes circo forget the graph that it saw last.
  ///
  /// It remembers where that graph was, and takes a new one at the same place for the old one,
  /// whose attributes are gone. Another graph in between, one that is never freed and so never at
  /// the place of a new one, keeps it from that.
  func forgetCircularGraph() throws(GraphvizError) {
    if Self.otherGraph == nil {
      // What has one node only is not even looked at.
      guard let graph = shim_open("other", false, false, nil),
        let tail = shim_add_node(graph, "a"), let head = shim_add_node(graph, "b"),
        shim_add_edge(graph, tail, head) != nil
      else { throw GraphvizError(.outOfResources, "libgvc had no memory for a graph") }
      _ = shim_declare(graph, shim_kind_node, "label", "")
      Self.otherGraph = graph
    }
    guard let graph = Self.otherGraph else { return }
    _ = catchingMessages {
      _ = gvLayout(pointer, graph, Engine.circo.rawValue)
      gvFreeLayout(pointer, graph)
    }
  }

  /// Runs some work with libgvc's messages caught, and gives them back with the result.
  ///
  /// No error of an earlier call is left, and none of this one stays.
  func catchingMessages<Value>(
    _ work: () -> Value
  ) -> (value: Value, messages: [MessageLog.Message]) {
    _ = MessageLog.drain()
    agreseterrors()
    shim_begin_stderr_capture { bytes, count in
      MessageLog.reportStandardError(UnsafeRawBufferPointer(start: bytes, count: count))
    }
    let value = work()
    shim_end_stderr_capture()
    var messages = MessageLog.drain()
    if agerrors() >= 1, !messages.contains(where: { $0.source == .error }) {
      messages.append(.init(source: .error, text: "an error without a message"))
    }
    agreseterrors()
    return (value, messages)
  }
}
