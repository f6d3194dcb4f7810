internal import GraphCore

/// The pairs of nodes whose shortest paths betweenness counts.
struct PathEnds {
  /// For each node, 1 if paths start there, else 0.
  private(set) var starts: [Double]
  /// For each node, 1 if paths end there, else 0.
  private(set) var ends: [Double]

  /// Finds the numbers of sources and targets.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sources: The nodes that paths start at; `nil` means all.
  ///   - targets: The nodes that they end at; `nil` means all.
  /// - Throws: `AlgorithmError.unknownNode`.
  init(
    in graph: FrozenGraph, from sources: Set<NodeID>?, to targets: Set<NodeID>?
  ) throws(AlgorithmError) {
    starts = try Self.counts(of: sources, in: graph)
    ends = try Self.counts(of: targets, in: graph)
    // Edges that lead both ways are passed as often from the targets, and fewer need be searched.
    if !graph.isDirected && ends.reduce(0, +) < starts.reduce(0, +) { swap(&starts, &ends) }
  }

  /// The numbers of the nodes that paths start at.
  var sources: [Int] { starts.indices.filter { starts[$0] > 0 } }

  private static func counts(
    of nodes: Set<NodeID>?, in graph: FrozenGraph
  ) throws(AlgorithmError) -> [Double] {
    guard let nodes else { return [Double](repeating: 1, count: graph.nodeCount) }
    var counts = [Double](repeating: 0, count: graph.nodeCount)
    for node in nodes.sorted() {
      guard let index = graph.index(of: node) else { throw .unknownNode(node) }
      counts[index] = 1
    }
    return counts
  }
}
