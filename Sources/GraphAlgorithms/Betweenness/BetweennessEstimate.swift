public import GraphCore

extension FrozenGraph {
  /// An estimate of betweenness from the shortest paths that start at some nodes, chosen by chance
  /// (Brandes, Pich 2007).
  ///
  /// Where ``betweenness(normalized:countsEnds:sources:targets:execution:)`` takes too long: the sum
  /// over paths from k of n nodes, times n / k. What is expected of it is the exact value; it is the
  /// nearer to it, the more nodes are chosen, and nearest, relative to it, where betweenness is
  /// great. All nodes, or more, give the exact values.
  ///
  /// The same seed chooses the same nodes of the same graph. Lengths, pairs, parallel edges and
  /// self-loops are as in the exact measure.
  ///
  /// Brandes, Pich: Centrality estimation in large networks. Int. J. Bifurcation and Chaos 17 (2007).
  ///
  /// - Parameters:
  ///   - samples: How many nodes to start from, 1 and up; less counts as 1.
  ///   - seed: What chance begins with.
  ///   - normalized: Whether to divide by the number of pairs of other nodes.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: The estimate for every node.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero,
  ///   ``AlgorithmError/tooManyPaths``, ``AlgorithmError/cancelled``.
  /// - Complexity: O(samples × edges), with distances O(samples × edges × log edges); memory
  ///   O(nodes + edges) for each thread
  public func betweennessEstimate(
    samples: Int, seed: UInt64 = 1, normalized: Bool = false, execution: Execution = .sequential
  ) throws(AlgorithmError) -> NodeScores {
    let count = max(1, samples)
    guard count < nodeCount else {
      return try betweenness(normalized: normalized, execution: execution)
    }
    var chance = SplitMix64(seed: seed)
    // Fisher and Yates's shuffle, as far as it is needed.
    var order = Array(0..<nodeCount)
    for place in 0..<count {
      order.swapAt(place, place + Int(chance.next(upperBound: UInt64(nodeCount - place))))
    }
    let sums = try betweenness(
      normalized: normalized, sources: Set(order.prefix(count).map(node(at:))), execution: execution
    )
    let factor = Double(nodeCount) / Double(count)
    return NodeScores(sums.values.map { $0 * factor }, of: self)
  }
}
