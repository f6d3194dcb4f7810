/// Reads GraphML.
///
/// The file streams through libxml2: beside the graph itself only pieces of it are in memory. What
/// is read is the whole of GraphML 1.0 and 1.1 — attributes of every domain with their defaults,
/// mixed directions, nested graphs, ports, hyperedges, descriptions — with any namespace prefix and
/// in any encoding that the file declares, and the dialects of yEd, Gephi, Cytoscape, NetworkX,
/// igraph and graph-tool. See <doc:GraphML> for what becomes of each oddity.
///
/// ```swift
/// let reading = try GraphMLReader().read(ByteStream(contentsOf: path))
/// reading.graph.graph.nodeCount
/// for remark in reading.remarks { print(remark) }
/// ```
///
/// - SeeAlso: Brandes, Eiglsperger, Herman, Himsolt, Marshall: GraphML progress report. Graph
///   Drawing 2001. <http://graphml.graphdrawing.org>
public struct GraphMLReader: GraphReader {
  /// How files are read.
  public var options: ReadingOptions
  /// Which of the graphs of a file is read, the first being 0.
  public var graphIndex = 0

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
    let handler = GraphMLHandler(parser, options, graphIndex: graphIndex)
    try parser.parse(stream, for: handler)
    return Reading(graph: handler.graph, remarks: handler.remarks.all)
  }
}
