/// Reads graphs from tables of nodes and edges: the headers of neo4j-admin, Gephi's, and plain ones.
///
/// A folder has `nodes.csv`, `edges.csv` or both; a single file is a table of edges, which make their
/// nodes. <doc:CSV> says which headers are known, and what becomes of doubtful fields.
///
/// ```swift
/// let text = "source,target,weight\ntorch,unsw,1.5\n"
/// let graph = try CSVReader().read(Array(text.utf8)).graph
/// graph.keys(for: .edge)  // weight, a double
/// ```
///
/// - SeeAlso: RFC 4180, and the operations manual of Neo4j on the headers of `neo4j-admin database
///   import`.
public struct CSVReader: GraphReader {
  private let options: ReadingOptions

  /// Creates a reader.
  ///
  /// - Parameter options: How the files are read.
  /// - Complexity: O(1)
  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// Reads a graph from a table of edges.
  ///
  /// - Parameter stream: The file.
  /// - Returns: The graph and what of the file is not in it.
  /// - Throws: ``ReadingError`` at the first fault that can't be skipped.
  /// - Complexity: O(bytes)
  public func read(_ stream: consuming ByteStream) throws(ReadingError) -> Reading {
    var tables = CSVTables(options: options)
    try tables.readEdges(stream)
    return try tables.reading()
  }

  /// Reads a graph from a table of nodes and a table of edges.
  ///
  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - edges: The edges.
  /// - Returns: The graph and what of the files is not in it.
  /// - Throws: ``ReadingError`` at the first fault that can't be skipped; its file is
  ///   `nodes.csv` or `edges.csv`.
  /// - Complexity: O(bytes)
  public func read(
    nodes: consuming ByteStream, edges: consuming ByteStream
  ) throws(ReadingError) -> Reading {
    var tables = CSVTables(options: options)
    try tables.readNodes(nodes, named: .nodes)
    try tables.readEdges(edges, named: .edges)
    return try tables.reading()
  }

  /// Reads a graph from the files `nodes.csv` and `edges.csv` of a folder, of which one may be
  /// missing.
  ///
  /// - Parameter path: The path of the folder.
  /// - Returns: The graph and what of the files is not in it.
  /// - Throws: ``ReadingError`` if neither file can be opened, and at the first fault that can't be
  ///   skipped.
  /// - Complexity: O(bytes)
  public func read(folder path: String) throws(ReadingError) -> Reading {
    var tables = CSVTables(options: options)
    let nodes = "\(path)/\(CSVWriter.nodesFile)"
    let edges = "\(path)/\(CSVWriter.edgesFile)"
    let hasNodes = FileSystem.exists(nodes)
    guard hasNodes || FileSystem.exists(edges) else {
      throw ReadingError(
        .unreadable,
        "the folder has neither \(CSVWriter.nodesFile) nor \(CSVWriter.edgesFile); "
          + "name its tables so")
    }
    if hasNodes {
      try tables.readNodes(try ByteStream(contentsOf: nodes), named: .nodes)
    }
    if FileSystem.exists(edges) {
      try tables.readEdges(try ByteStream(contentsOf: edges), named: .edges)
    }
    return try tables.reading()
  }
}
