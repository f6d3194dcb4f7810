/// Reads graphs from GML, the Graph Modelling Language of Himsolt.
///
/// The dialects of NetworkX, igraph, Gephi, yEd and Graphviz are taken as <doc:GML> says: nested
/// lists become attributes with points in their names (`graphics.x`), a key that repeats gets a
/// number (`point#2`), entities become characters. The identifier of a node is its `id`, and its
/// `label` an attribute, save in files that ``GMLWriter`` wrote. The file is read in one pass, and
/// is never in memory as a whole.
///
/// ```swift
/// let text = "graph [ node [ id 1 label \"Torch\" ] node [ id 2 ] edge [ source 1 target 2 ] ]"
/// let graph = try GMLReader().read(Array(text.utf8)).graph
/// graph.node(withID: "1").flatMap { graph.value(of: "label", at: $0) }  // "Torch"
/// ```
///
/// - SeeAlso: Himsolt: GML: A portable graph file format. University of Passau, 1996.
public struct GMLReader: GraphReader {
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
  /// - Parameter stream: The file.
  /// - Returns: The graph and what of the file is not in it.
  /// - Throws: ``ReadingError`` at the first fault that can't be skipped.
  /// - Complexity: O(bytes)
  public func read(_ stream: consuming ByteStream) throws(ReadingError) -> Reading {
    var document = GMLDocument(stream, options: options)
    try document.read()
    return try document.reading()
  }
}
