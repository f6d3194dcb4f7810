/// The layout engines.
///
/// Every engine gives the same drawing of the same description each time, in this process and in
/// others; neato, fdp and sfdp draw lots from the seed of the call. There is one exception: fdp lets
/// places in memory decide, which are the same each time on Linux and for up to 128 megabytes of
/// objects, some hundred thousand nodes and edges.
///
/// On two cores of 2024, dot, fdp and circo need more than 100 s for a thousand nodes; sfdp and
/// twopi draw five thousand in seconds.
public enum Engine: String, Sendable, Hashable, CaseIterable {
  /// Layers: for hierarchies and directed graphs.
  case dot
  /// Springs, by stress: for undirected graphs of up to a thousand nodes.
  case neato
  /// Springs, by forces; knows clusters.
  case fdp
  /// Springs, by forces on several scales: for large graphs.
  case sfdp
  /// Circles: for rings and many cycles.
  case circo
  /// Rings around a root.
  case twopi
  /// Rectangles packed into rectangles: for clusters; edges come last.
  case osage
  /// Nodes stay at the `pos` that all of them must have; edges are routed.
  case nop
  /// As `nop`; edges that have a `pos` keep it.
  case nop2
}
