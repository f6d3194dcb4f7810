public import GraphFormats
internal import Graphviz

/// Reads property graphs from DOT, the language of Graphviz.
///
/// A node's name is its identifier; attributes hold what they hold in the end, after all defaults. An
/// attribute whose values are all numbers is a number, since DOT has no types. In texts, `\\` stands
/// for one backslash, and in labels `\n`, `\l` and `\r` for the end of a line; other escapes stay.
/// Ports are the attributes `tailport` and `headport`, `key` is the identifier of an edge, and the
/// innermost cluster that a node is in is its attribute `cluster`, unless it is one of ours for what is
/// within a node. Nothing is laid out or drawn, and
/// libcgraph is not called.
///
/// ```swift
/// let text = "graph { torch [label=\"Torch\\nCenter\"] torch -- unsw [weight=2] }"
/// let graph = try DOTReader().read(Array(text.utf8)).graph
/// graph.keys(for: .edge)  // weight, a long
/// ```
///
/// Files that ``DOTWriter`` wrote give the same graph back.
public struct DOTReader: GraphReader {
  private let options: ReadingOptions

  /// Creates a reader.
  ///
  /// - Parameter options: How the file is read.
  /// - Complexity: O(1)
  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// Reads a graph.
  ///
  /// - Parameter stream: The file, of which at most 100 MB are taken.
  /// - Returns: The graph and what of the file is not in it.
  /// - Throws: `ReadingError` at the first fault that can't be skipped.
  /// - Complexity: O(bytes)
  public func read(_ stream: consuming ByteStream) throws(ReadingError) -> Reading {
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = try stream.rest(limit: min(options.limits.bytes, Limits.dotBytes))
    } catch {
      guard error.reason == .limitExceeded, options.limits.bytes >= Limits.dotBytes else {
        throw error
      }
      throw ReadingError(
        .limitExceeded,
        "the file has more than \(Limits.dotBytes) bytes, the most that is read of DOT; "
          + "write the graph as GraphML")
    }
    let graph: DOTGraph
    do throws(GraphvizError) {
      graph = try DOTGraph(bytes: bytes)
    } catch {
      throw Self.error(error)
    }
    var document = DOTDocument(graph, options: options)
    return try document.reading()
  }

  private static func advice(_ error: GraphvizError) -> String {
    if error.code == .limitExceeded { return "split the graph, or write it as GraphML" }
    if error.token == "" { return "check whether the file is whole" }
    return error.message.contains("expected the value")
      ? "put a text in quotes" : ReadingError.advice
  }

  private static func error(_ error: GraphvizError) -> ReadingError {
    let reason: ReadingError.Reason =
      switch error.code {
      case .limitExceeded: .limitExceeded
      case .unsupported: .encoding
      default: .syntax
      }
    let position = error.line.map { TextPosition(line: $0, column: error.column ?? 1) }
    // Some messages say what to do themselves.
    let advice = error.message.contains(";") ? "" : "; \(Self.advice(error))"
    return ReadingError(reason, at: position, error.message + advice)
  }
}
