/// Writes property graphs as node-link JSON, the way NetworkX reads it.
///
/// `networkx.node_link_graph(json.load(file))` gives the graph; D3 and others that look for `links`
/// take it under that name. Nodes and edges stand one in a line, and the members of every object
/// are sorted by name. Types, default values and attributes without any value are declared in
/// `attributes`, which other readers pass over; <doc:JSON> says how. The same graph always gives
/// the same bytes.
public struct JSONWriter: GraphWriter {
  /// What the list of edges is called.
  public enum EdgeList: String, Hashable, Sendable, CaseIterable {
    /// `edges`, as NetworkX has it since version 3.4.
    case edges
    /// `links`, as D3 has it, and NetworkX before.
    case links
  }

  /// What the list of edges is called.
  public let edgeList: EdgeList

  /// Creates a writer.
  ///
  /// - Parameter edgeList: What the list of edges is called.
  /// - Complexity: O(1)
  public init(edgeList: EdgeList = .edges) {
    self.edgeList = edgeList
  }

  /// What a graph may have that the format has a place for.
  public var features: Set<GraphFeature> {
    [
      .nodeAttributes, .edgeAttributes, .graphAttributes, .defaults, .finerTexts, .mixedEdges,
      .parallelEdges, .edgeIdentifiers, .nestedGraphs,
    ]
  }

  /// Writes a graph piece by piece, so that the file is never in memory as a whole.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sink: Takes the next bytes of the file, some 64 KB at a time.
  /// - Throws: Whatever `sink` throws.
  /// - Complexity: O(length of the file)
  public func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var document = NodeLinkDocument(graph)
    try document.write(edgesAs: edgeList, to: sink)
  }
}
