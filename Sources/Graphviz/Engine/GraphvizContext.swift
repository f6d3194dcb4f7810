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
