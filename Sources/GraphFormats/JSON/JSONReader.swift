/// Reads graphs from the JSON that NetworkX, D3, Cytoscape.js, graphology and others write.
///
/// Nodes and edges are lists of objects (`nodes`, and `links` or `edges`), at the top, in `graph`
/// or in `elements`; <doc:JSON> says how each dialect is taken. The file is read in one pass, and
/// is never in memory as a whole.
///
/// ```swift
/// let text =
///   #"{"nodes": [{"id": "torch"}, {"id": "unsw"}], "links": [{"source": 0, "target": 1}]}"#
/// let reading = try JSONReader().read(Array(text.utf8))
/// reading.graph.graph.edgeCount  // 1
/// ```
public struct JSONReader: GraphReader {
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
    var document = JSONDocument(stream, options: options)
    try document.read()
    return try document.reading()
  }
}
