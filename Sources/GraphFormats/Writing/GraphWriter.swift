/// A format that graphs are written in.
///
/// ```swift
/// let writer = GraphMLWriter()
/// for loss in writer.losses(of: graph) { print("GraphML can't hold \(loss)") }
/// let bytes = writer.write(graph)
/// ```
public protocol GraphWriter: Sendable {
  /// What a graph may have that the format has a place for.
  var features: Set<GraphFeature> { get }

  /// Writes a graph piece by piece, so that the file is never in memory as a whole.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sink: Takes the next bytes of the file, some 64 KB at a time.
  /// - Throws: Whatever `sink` throws.
  /// - Complexity: O(length of the file)
  func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure)
}

extension GraphWriter {
  /// Writes a graph into memory.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The bytes of the file.
  /// - Complexity: O(length of the file)
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    write(graph) { (piece) throws(Never) in bytes += piece }
    return bytes
  }

  /// Writes a graph into a file, which is created, or emptied if it is there.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - path: The path of the file.
  /// - Throws: ``WritingError`` if the system fails to write; the file is then not whole.
  /// - Complexity: O(length of the file)
  public func write(_ graph: PropertyGraph, toFile path: String) throws(WritingError) {
    var file = try ByteSink(creating: path)
    try write(graph) { (piece) throws(WritingError) in try file.write(piece) }
    try file.finish()
  }

  /// What of a graph the format has no place for, in order.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: What is lost when it is written.
  /// - Complexity: O(number of nodes and edges)
  public func losses(of graph: PropertyGraph) -> [GraphFeature] {
    graph.losses(keeping: features)
  }
}

extension PropertyGraph {
  /// What of the graph is lost in a file that has a place for some things only, in order.
  ///
  /// - Parameter places: What the file has a place for.
  /// - Returns: What is lost; nothing twice, once in general and once in particular.
  /// - Complexity: O(number of nodes and edges)
  public func losses(keeping places: Set<GraphFeature>) -> [GraphFeature] {
    // What is asked last takes time.
    GraphFeature.allCases.filter { feature in
      !places.contains(feature) && feature.whole.map(places.contains) ?? true && has(feature)
    }
  }
}
