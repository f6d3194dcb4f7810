extension GraphDescription {
  /// Reads the first graph of a text as a description that can be drawn, changed and written.
  ///
  /// ```swift
  /// var graph = try GraphDescription(dot: "digraph { torch -> unsw [label=2016] }")
  /// graph.nodeDefaults.shape = .box
  /// let svg = try graph.render(.svg, with: .dot, isolation: .helper())
  /// ```
  ///
  /// Attributes become properties where there is one that can hold the value, and go to `other`
  /// where there is none, to be written again. <doc:ReadingDOT> says what becomes of each part.
  ///
  /// - Complexity: O(n), n being the length of the text and the number of values.
  /// - Throws: ``GraphvizError/Code/invalidDOT`` with the line, the column and the token where
  ///   reading stopped, also for labels that Graphviz could not read;
  ///   ``GraphvizError/Code/unsupported`` for what an HTML-like label cannot have here;
  ///   ``GraphvizError/Code/limitExceeded``.
  public init(dot text: String) throws(GraphvizError) {
    try self.init(try DOTGraph(text))
  }

  /// Reads the first graph of a file's bytes, in any encoding that Graphviz takes.
  ///
  /// - Throws: As for a string, and for a text in an encoding that is not known; see
  ///   ``DOTGraph/init(bytes:)``.
  public init(dot bytes: some Sequence<UInt8>) throws(GraphvizError) {
    try self.init(try DOTGraph(bytes: bytes))
  }

  /// The description that a graph's untyped values stand for.
  ///
  /// - Throws: As reading a text does.
  public init(_ graph: DOTGraph) throws(GraphvizError) {
    var interpreter = DOTInterpreter(graph)
    self = try interpreter.description()
  }
}
