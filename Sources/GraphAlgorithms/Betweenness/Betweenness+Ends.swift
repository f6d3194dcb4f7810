internal import GraphCore

extension FrozenGraph {
  /// For each node, the number of ordered pairs with a path of which it is the start or the end.
  ///
  /// - Parameters:
  ///   - pairs: Where paths start and end.
  ///   - execution: Who may call the run off.
  /// - Returns: The numbers.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  func endCounts(_ pairs: PathEnds, _ execution: Execution) throws(AlgorithmError) -> [Double] {
    let (starts, ends, sources) = (pairs.starts, pairs.ends, pairs.sources)
    var counts = [Double](repeating: 0, count: nodeCount)
    guard isDirected else {
      let cut = try BlockCut(nodeCount: nodeCount, arcs: outgoing, execution)
      let (reached, reaching) = (BlockLoads(of: ends, in: cut), BlockLoads(of: starts, in: cut))
      for node in counts.indices {
        // The node itself is no pair.
        counts[node] = starts[node] * (reached.totals[node] - ends[node])
        counts[node] += ends[node] * (reaching.totals[node] - starts[node])
      }
      return counts
    }
    try outgoing.withPointers { (outgoing) throws(AlgorithmError) in
      try incoming.withPointers { (incoming) throws(AlgorithmError) in
        var search = WideSearch<UInt64>(outgoing, incoming)
        for first in stride(from: 0, to: sources.count, by: UInt64.width) {
          let batch = sources[first..<min(sources.count, first + UInt64.width)]
          search.run(
            sources: batch.map { UInt32($0) }, members: 0..<UInt32(nodeCount),
            shouldStop: { execution.isCancelled?() == true }
          ) { _, node, reached in
            guard ends[node] > 0 else { return }
            counts[node] += Double(reached.nonzeroBitCount)
            var lanes = reached
            while lanes != 0 {
              counts[batch[first + lanes.trailingZeroBitCount]] += 1
              lanes &= lanes - 1
            }
          }
          try execution.checkCancellation()
        }
      }
    }
    return counts
  }
}
