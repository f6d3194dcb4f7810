public import GraphCore

/// How closeness is defined where not all nodes can be reached.
public enum ClosenessVariant: Hashable, Sendable, CaseIterable {
  /// (r / (n − 1)) · (r / Σd), where r other nodes of n are reached at distances d; 0 if none is.
  ///
  /// Reaching few nodes lowers the value, so that values compare across components (Wasserman and
  /// Faust 1994). NetworkX and rustworkx have this one.
  case wassermanFaust

  /// r / Σd, where r other nodes are reached at distances d; NaN if none is.
  ///
  /// The inverse of the mean distance among the nodes reached: it compares within a component
  /// only, and in a small component it is easily high. igraph and graph-tool have this one.
  case perComponent

  /// 1 / Σd, where other nodes are reached at distances d; NaN if none is.
  ///
  /// Bavelas's first form, in which the value falls as the graph grows. igraph has it in R, and in
  /// Python without normalization; graph-tool without `norm`.
  case inverseSum
}

extension FrozenGraph {
  /// How near each node is to the others: its closeness centrality (Bavelas 1950).
  ///
  /// In a connected graph of n nodes, (n − 1) / Σ d(v, t), the inverse of the mean distance from v
  /// to the other nodes. On the undirected path a – b – c, b has 1 and the others 2/3.
  ///
  /// Distances are the graph's if it was frozen with them, else numbers of edges. Self-loops have
  /// no effect, nor has any but the shortest of parallel edges. A node that reaches no other, the
  /// single node of a graph among them, has 0 or NaN as the variant says.
  ///
  /// Bavelas: Communication patterns in task-oriented groups. J. Acoustical Soc. America 22 (1950).
  /// Wasserman, Faust: Social Network Analysis (1994), p. 201.
  /// Then and others: The more the merrier: efficient multi-source graph traversal. PVLDB 8 (2014).
  ///
  /// - Parameters:
  ///   - variant: The definition where not all nodes are reached; Wasserman and Faust's by default.
  ///   - direction: Whether distances are from the node (the default), to the node, or on the
  ///     graph taken as undirected. NetworkX measures distances to the node, igraph from it.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The closeness of every node.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero,
  ///   ``AlgorithmError/cancelled``.
  /// - Complexity: O(nodes × edges), with distances O(nodes × edges × log edges). Without them, 512
  ///   nodes are searched from at once.
  public func closeness(
    _ variant: ClosenessVariant = .wassermanFaust, _ direction: Direction = .outgoing,
    execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    try requirePositiveDistances()
    let sums = try DistanceSums(self, direction, execution)
    let others = Double(nodeCount - 1)
    let scores = (0..<nodeCount).map { node in
      let count = Double(sums.reached[node])
      let nearness = count / sums.totals[node] * sums.unit
      return switch variant {
      case .wassermanFaust: count == 0 ? 0 : count / others * nearness
      case .perComponent: count == 0 ? .nan : nearness
      case .inverseSum: count == 0 ? .nan : nearness / count
      }
    }
    return NodeScores(scores, of: self)
  }

  /// How near each node is to the others, by the mean of inverse distances (harmonic centrality).
  ///
  /// Σ 1 / d(v, t) over the other nodes t, where a node that is not reached adds 0; divided by
  /// n − 1 if normalized. On the undirected path a – b – c, b has 1 and the others 3/4.
  ///
  /// Distances, self-loops and parallel edges are as in ``closeness(_:_:execution:)``. A node that reaches no
  /// other has 0.
  ///
  /// Marchiori, Latora: Harmony in the small-world. Physica A 285 (2000).
  /// Boldi, Vigna: Axioms for centrality. Internet Mathematics 10 (2014).
  ///
  /// - Parameters:
  ///   - normalized: Whether to divide by n − 1, as igraph and NetworKit do.
  ///   - direction: Whether distances are from the node (the default), to the node, or on the
  ///     graph taken as undirected.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The harmonic centrality of every node.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero,
  ///   ``AlgorithmError/cancelled``.
  /// - Complexity: O(nodes × edges), with distances O(nodes × edges × log edges). Without them, 512
  ///   nodes are searched from at once.
  public func harmonicCentrality(
    normalized: Bool = true, _ direction: Direction = .outgoing,
    execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    try requirePositiveDistances()
    let sums = try DistanceSums(self, direction, execution)
    let divisor = normalized ? Double(max(1, nodeCount - 1)) : 1
    return NodeScores((0..<nodeCount).map { sums.inverses[$0] / divisor }, of: self)
  }
}
