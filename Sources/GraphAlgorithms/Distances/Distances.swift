public import GraphCore

extension FrozenGraph {
  /// The distances from one node to all others, without the paths.
  ///
  /// Distances are the graph's if it was frozen with them (Dijkstra 1959), else numbers of edges by
  /// breadth-first search; infinite where no path leads. Self-loops have no effect, nor has any but
  /// the shortest of parallel edges. The node itself has 0.
  ///
  /// Dijkstra: A note on two problems in connexion with graphs. Numerische Mathematik 1 (1959).
  /// Meyer, Sanders: Δ-stepping, a parallelizable shortest path algorithm. J. Algorithms 49 (2003).
  /// Beamer, Asanović, Patterson: Direction-optimizing breadth-first search. SC 2012.
  ///
  /// - Parameters:
  ///   - source: Where to measure from.
  ///   - direction: Which way edges are followed; with `.incoming`, the distances are those to the
  ///     source.
  /// - Returns: The distance of every node.
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(nodes + edges), with distances O((nodes + edges) × log edges) as a rule
  public func distances(from source: NodeID, _ direction: Direction = .outgoing) -> NodeScores {
    let start = requiredIndex(of: source)
    if weightRole == .distance {
      return arcs(direction).withPointers { arcs in
        let search = BucketSearch(BucketSearch.Roads(arcs))
        search.run(from: start)
        return NodeScores(search.distances.array, of: self)
      }
    }
    return withArcs(direction) { away, back in
      let search = LevelSearch(away, back)
      search.run(from: start)
      return NodeScores(search.distances, of: self)
    }
  }

  /// The distances from several nodes to all others.
  ///
  /// Each list is that of ``distances(from:_:)``, from a search of its own.
  ///
  /// - Parameters:
  ///   - sources: Where to measure from, in any order; one may be named more than once.
  ///   - direction: Which way edges are followed.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: For each source, the distance of every node.
  /// - Throws: ``AlgorithmError/unknownNode(_:)``, ``AlgorithmError/cancelled``.
  /// - Complexity: O(sources × (nodes + edges)), with distances O(sources × (nodes + edges) × log
  ///   edges) as a rule; memory O(sources × nodes)
  public func distances(
    fromEach sources: [NodeID], _ direction: Direction = .outgoing,
    execution: Execution = .sequential
  ) throws(AlgorithmError) -> [NodeScores] {
    var starts: [Int] = []
    for source in sources {
      guard let index = index(of: source) else { throw .unknownNode(source) }
      starts.append(index)
    }
    if weightRole == .distance {
      return try arcs(direction).withPointers { (arcs) throws(AlgorithmError) in
        // The arcs against the direction are not looked at, nor need they be made.
        let rows = DistanceRows(arcs, arcs, starts)
        try rows.fillByLength(execution)
        return rows.all.map { NodeScores($0, of: self) }
      }
    }
    return try withArcs(direction) { (away, back) throws(AlgorithmError) in
      let rows = DistanceRows(away, back, starts)
      try rows.fillByLevel(execution)
      return rows.all.map { NodeScores($0, of: self) }
    }
  }
}
