/// Writes property graphs as GEXF, with times and looks.
///
/// In UTF-8, with the types of edges where the graph is mixed. The attributes `label` and `weight`
/// are GEXF's own: texts called `label`, and the `weight` of edges as a `double`, stand there alone;
/// of another type they stand among the attributes, too. An edge without an identifier of its own is
/// given one, `e0`, `e1`, … by its place among the edges. A node within another one says so by
/// `pid`. Shapes have GEXF's own words: an `ellipse` becomes a `disc`, and what it has no word for is
/// left out. Times that leave out their own beginning or end are for GEXF 1.2 only, and moments for
/// 1.3 only; the other version has intervals with both ends. The same graph always gives the same
/// bytes.
///
/// - SeeAlso: <https://gexf.net>
public struct GEXFWriter: GraphWriter {
  /// The versions of GEXF that are written.
  public enum Version: String, Hashable, Sendable, CaseIterable {
    /// GEXF 1.2, which every program reads.
    case v12 = "1.2"
    /// GEXF 1.3, of Gephi 0.10.
    case v13 = "1.3"
  }

  /// The version that is written.
  public var version: Version

  /// Creates a writer.
  ///
  /// - Parameter version: The version that is written.
  public init(version: Version = .v12) {
    self.version = version
  }

  /// All but attributes of the graph itself, descriptions, ports, hyperedges, finer looks and, by
  /// the version, open times or moments.
  public var features: Set<GraphFeature> {
    Set(GraphFeature.allCases).subtracting([
      .graphAttributes, .graphIdentifier, .notes, .ports, .hyperedges, .finerLooks,
      version == .v12 ? .moments : .openTimes,
    ])
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
    var document = GEXFDocument(graph, version)
    document.start()
    try document.nodes(to: sink)
    try document.edges(to: sink)
    document.output.append("    </edges>\n  </graph>\n</gexf>\n")
    try document.output.flush(last: true, to: sink)
  }
}
