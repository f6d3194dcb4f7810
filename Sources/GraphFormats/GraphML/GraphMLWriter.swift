/// Writes property graphs as GraphML.
///
/// One `graph` element in the default namespace of GraphML 1.0, in UTF-8; further ones only within
/// the nodes of a nested graph. Every declared key has an `id` (`d0`, `d1`, …), `for`, `attr.name`
/// and `attr.type`, and a `default` if it has one; what has no value of an attribute has no `data`
/// element for it. An edge without an identifier of its own is given one, `e0`, `e1`, … by its
/// place among the edges. The direction is in `edgedefault` alone, because NetworkX refuses graphs
/// that repeat it on edges, unless the graph is mixed: then the edges that lead both ways say so.
/// Floating-point numbers have as many digits as are needed to read the same number back, and
/// `INF`, `-INF` and `NaN` otherwise.
///
/// Node identifiers are written as they are, though GraphML's schema has no room for spaces in
/// them; the readers do not mind. The same graph always gives the same bytes.
///
/// - SeeAlso: <http://graphml.graphdrawing.org>
public struct GraphMLWriter: GraphWriter {
  /// The programs for which a file can say how it is drawn.
  public enum Profile: String, Hashable, Sendable, CaseIterable {
    /// Plain GraphML, which every program reads; how it is drawn is left out.
    case plain
    /// With yEd's own elements for labels, colours, places, sizes and shapes.
    case yed
    /// With the attributes in which Gephi looks for colours, places and sizes.
    case gephi
  }

  /// The program for which the file is written.
  public var profile: Profile

  /// Creates a writer.
  ///
  /// - Parameter profile: The program for which files are written.
  public init(profile: Profile = .plain) {
    self.profile = profile
  }

  /// All but times, lists of allowed values and, in plain GraphML, looks.
  public var features: Set<GraphFeature> {
    var features = Set(GraphFeature.allCases)
    features.subtract([.times, .choices])
    if profile == .plain { features.remove(.looks) }
    if profile == .gephi { features.remove(.finerLooks) }
    return features
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
    var document = GraphMLDocument(profile == .gephi ? graph.withLooksForGephi() : graph, profile)
    document.start()
    try document.nodes(to: sink)
    try document.edges(to: sink)
    document.end()
    try document.output.flush(last: true, to: sink)
  }
}
