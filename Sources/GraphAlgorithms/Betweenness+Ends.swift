internal import GraphCore

extension FrozenGraph {
  /// For each node, the number of ordered pairs with a path of which it is the start or the end.
  ///
  /// - Parameter starts: For each node, 1 if paths start there, else 0.
  /// - Returns: The numbers.
  func endCounts(_ starts: [Double]) -> [Double] {
    let sources = starts.indices.filter { starts[$0] > 0 }
    var counts = [Double](repeating: 0, count: nodeCount)
    guard isDirected else {
      let cut = BlockCut(nodeCount: nodeCount, arcs: outgoing)
      let (reached, reaching) = (
        BlockLoads(of: counts.map { _ in 1 }, in: cut), BlockLoads(of: starts, in: cut)
      )
      for node in counts.indices {
        // The node itself is no pair.
        counts[node] = starts[node] * (reached.totals[node] - 1)
        counts[node] += reaching.totals[node] - starts[node]
      }
      return counts
    }
    var search = ReachSearch(outgoing)
    for first in stride(from: 0, to: sources.count, by: 64) {
      let batch = sources[first..<min(sources.count, first + 64)]
      search.run(from: batch)
      for node in counts.indices where search.seen[node] != 0 {
        var lanes = search.seen[node]
        counts[node] += Double(lanes.nonzeroBitCount)
        while lanes != 0 {
          counts[batch[first + lanes.trailingZeroBitCount]] += 1
          lanes &= lanes - 1
        }
      }
      for source in batch { counts[source] -= 2 }
    }
    return counts
  }
}

/// A search for what up to 64 nodes reach, a bit each.
private struct ReachSearch {
  private let arcs: Arcs
  /// The sources that reach each node.
  private(set) var seen: [UInt64]
  private var fresh: [UInt64]

  init(_ arcs: Arcs) {
    self.arcs = arcs
    seen = [UInt64](repeating: 0, count: arcs.offsets.count - 1)
    fresh = seen
  }

  mutating func run(from sources: ArraySlice<Int>) {
    let targets = arcs.targets
    for node in seen.indices { seen[node] = 0 }
    var queue: [Int] = []
    for (lane, source) in sources.enumerated() {
      seen[source] = 1 << UInt64(lane)
      fresh[source] = seen[source]
      queue.append(source)
    }
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      let lanes = fresh[node]
      fresh[node] = 0
      for arc in arcs.range(of: node) {
        let head = Int(targets[arc])
        let new = lanes & ~seen[head]
        if new == 0 { continue }
        seen[head] |= new
        if fresh[head] == 0 { queue.append(head) }
        fresh[head] |= new
      }
    }
  }
}
