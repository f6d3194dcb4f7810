/// Reads GEXF 1.1, 1.2 and 1.3.
///
/// The file streams through libxml2, as GraphML does. What is read is nodes and edges of every
/// type, attributes with their defaults and options, the hierarchy of nodes in each of the three
/// ways in which files write it, times of nodes, edges and values, and how things are drawn. The
/// native `label` and `weight` become attributes of these names. See <doc:GEXF> for what becomes of
/// each oddity.
///
/// ```swift
/// let reading = try GEXFReader().read(ByteStream(contentsOf: path))
/// reading.graph.timeScale?.format
/// ```
///
/// - SeeAlso: <https://gexf.net>
public struct GEXFReader: GraphReader {
  /// How files are read.
  public var options: ReadingOptions

  /// Creates a reader.
  ///
  /// - Parameter options: How files are read.
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
    let parser = XMLParser(options)
    let handler = GEXFHandler(parser, options)
    try parser.parse(stream, for: handler)
    return Reading(graph: handler.graph, remarks: handler.remarks.all)
  }
}
