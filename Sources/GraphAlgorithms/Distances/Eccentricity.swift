public import GraphCore

extension FrozenGraph {
  /// How far the farthest node is from each: its eccentricity (Harary 1969).
  ///
  /// The greatest of the distances to the nodes that it reaches; 0 if it reaches no other. On the
  /// undirected path a – b – c, b has 1 and the others 2.
  ///
  /// Distances are the graph's if it was frozen with them, else numbers of edges. Nodes that cannot
  /// be reached do not count, so that in a disconnected graph the value is that of the component,
  /// as in igraph. Self-loops have no effect, nor has any but the shortest of parallel edges.
  ///
  /// Harary: Graph Theory (1969), p. 35.
  ///
  /// - Parameters:
  ///   - direction: Whether distances are from the node (the default), to the node, or on the
  ///     graph taken as undirected.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The eccentricity of every node.
  /// - Throws: ``AlgorithmError/cancelled``.
  /// - Complexity: O(nodes × edges), with distances O(nodes × edges × log edges). Without them, 512
  ///   nodes are searched from at once.
  public func eccentricities(
    _ direction: Direction = .outgoing, execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    let sums = try DistanceSums(self, direction, execution)
    return NodeScores(sums.farthest.array, of: self)
  }

  /// The greatest distance between two nodes, of those with a path between them: the diameter.
  ///
  /// In a disconnected graph, the maximum over its components; 0 if no node reaches another.
  /// Distances are those of ``eccentricities(_:execution:)``. Undirected and without them, a few
  /// searches are enough as a rule (Takes, Kosters 2011).
  ///
  /// Takes, Kosters: Determining the diameter of small world networks. CIKM 2011.
  ///
  /// - Parameters:
  ///   - direction: Whether edges are followed from source to target (the default), against, or
  ///     both ways.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The diameter; 0 for an empty graph.
  /// - Throws: ``AlgorithmError/cancelled``.
  /// - Complexity: That of ``eccentricities(_:execution:)``
  public func diameter(
    _ direction: Direction = .outgoing, execution: Execution = .sequential
  ) throws(AlgorithmError) -> Double {
    if weightRole != .distance, !isDirected || direction == .either {
      return Double(try undirected.boundedDiameter(execution))
    }
    return try eccentricities(direction, execution: execution).values.max() ?? 0
  }

  /// The least eccentricity of a node: the radius.
  ///
  /// A node that reaches no other has the eccentricity 0, hence a graph with such a node has the
  /// radius 0, as in igraph.
  ///
  /// Harary: Graph Theory (1969), p. 35.
  ///
  /// - Parameters:
  ///   - direction: Which way edges are followed, as in ``eccentricities(_:execution:)``.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The radius; 0 for an empty graph.
  /// - Throws: ``AlgorithmError/cancelled``.
  /// - Complexity: That of ``eccentricities(_:execution:)``
  public func radius(
    _ direction: Direction = .outgoing, execution: Execution = .sequential
  ) throws(AlgorithmError) -> Double {
    try eccentricities(direction, execution: execution).values.min() ?? 0
  }

  /// How many pairs of nodes are 1, 2, 3 … steps apart: the distribution of distances.
  ///
  /// Steps are edges, whether or not the graph has distances. Pairs are unordered in an undirected
  /// graph, or one taken as such, and ordered in a directed one. The undirected path a – b – c has
  /// two pairs at distance 1 and one at distance 2.
  ///
  /// Then and others: The more the merrier: efficient multi-source graph traversal. PVLDB 8 (2014).
  ///
  /// - Parameters:
  ///   - direction: Which way edges are followed.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The number of pairs for each distance: at position 0, 0; then up to the diameter.
  ///   Pairs without a path are in none.
  /// - Throws: ``AlgorithmError/cancelled``.
  /// - Complexity: O(nodes × edges), 512 nodes at once
  public func distanceHistogram(
    _ direction: Direction = .outgoing, execution: Execution = .sequential
  ) throws(AlgorithmError) -> [Int] {
    let isDirected = isDirected && direction != .either
    return try DistanceSums(unweighted, direction, execution).histogram
      .map { isDirected ? $0 : $0 / 2 }
  }
}
