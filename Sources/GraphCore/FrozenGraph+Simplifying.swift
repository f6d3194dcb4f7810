/// What becomes of the weights of parallel edges when one edge takes their place.
public enum ParallelWeights: Hashable, Sendable, CaseIterable {
  /// They add up, to the greatest finite number at most.
  case sum
  /// The least counts.
  case minimum
  /// The greatest counts.
  case maximum

  fileprivate func combine(_ one: Double, _ other: Double) -> Double {
    switch self {
    case .sum: min(one + other, .greatestFiniteMagnitude)
    case .minimum: min(one, other)
    case .maximum: max(one, other)
    }
  }
}

extension FrozenGraph {
  /// The graph without self-loops, and with one edge in place of parallel ones.
  ///
  /// Edges are parallel if they lead from the same node to the same other, or both ways between the
  /// same two. So opposite edges of a directed graph are not: take ``undirected`` first to have them
  /// merged. Nor are an edge that leads both ways and one that leads one way in a mixed graph.
  ///
  /// ```swift
  /// let strong = try trade.frozen(strength: { $1 }).simplified()
  /// strong.edgeCount  // 2
  /// strong.weight(of: first, at: berlin)  // 5
  /// ```
  ///
  /// All nodes stay, and edges are numbered anew. Edges that a filter left out are gone.
  ///
  /// - Parameters:
  ///   - weights: How the weights of parallel edges combine. Unless given, strengths add up, and of
  ///     distances the least counts, so that no shortest path changes its length.
  ///   - keepsSelfLoops: Whether self-loops stay, one at a node.
  /// - Returns: The simple graph; of parallel edges, the one with the least identifier.
  /// - Complexity: O(nodes + edges)
  public func simplified(
    weights: ParallelWeights? = nil, keepsSelfLoops: Bool = false
  ) -> FrozenGraph {
    let weighing = weights ?? (weightRole == .strength ? .sum : .minimum)
    let leadsBothWays =
      isMixed ? EdgeEnds(outgoing, edgeCount: edgeCount).leadsBothWays : []
    let (targets, edges, arcWeights) = (outgoing.targets, outgoing.edges, outgoing.weights)
    var rows = ArcRows()
    // Where the last arc to each node was written; in a mixed graph those of edges that lead both
    // ways apart. It is of the same row, hence parallel, if it lies behind the start of the row.
    var places = [Int](repeating: -1, count: isMixed ? 2 * nodeCount : nodeCount)
    for source in 0..<nodeCount {
      let start = rows.end
      for arc in outgoing.range(of: source) {
        let (target, edge) = (Int(targets[arc]), Int(edges[arc]))
        if target == source && !keepsSelfLoops { continue }
        let slot = isMixed && leadsBothWays[edge] ? nodeCount + target : target
        let weight = arcWeights.isEmpty ? nil : arcWeights[arc]
        if places[slot] < start {
          places[slot] = rows.end
          rows.append(target: targets[arc], edge: edges[arc], weight: weight)
        } else if let weight {
          let place = places[slot]
          rows[weightOf: place] = weighing.combine(rows[weightOf: place], weight)
        }
      }
      rows.endRow()
    }
    return part(of: RankedSet([Bool](repeating: true, count: nodeCount)), with: rows)
  }
}
