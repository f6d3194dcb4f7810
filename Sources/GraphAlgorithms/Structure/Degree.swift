public import GraphCore

extension FrozenGraph {
  /// How many ends of edges each node has.
  ///
  /// Parallel edges count each. A self-loop counts twice, once where it leaves and once where it
  /// arrives: so it adds 1 to the outgoing degree, 1 to the incoming degree and 2 to either. In an
  /// undirected graph the direction makes no difference and a self-loop adds 2. In a mixed graph an
  /// edge that leads both ways adds 1 to either, as to each of the two.
  ///
  /// Freeman: Centrality in social networks: conceptual clarification. Social Networks 1 (1978).
  ///
  /// - Parameters:
  ///   - direction: Whether edges from the node, to the node, or both are counted.
  ///   - normalized: Whether to divide by n − 1, the greatest degree in a simple graph of n nodes,
  ///     in one direction. With fewer than two nodes the result is then 0.
  /// - Returns: The degree of every node.
  /// - Complexity: O(nodes + edges)
  public func degrees(_ direction: Direction = .either, normalized: Bool = false) -> NodeScores {
    sums(direction, normalized: normalized, weights: nil)
  }

  /// The total strength of the edges at each node.
  ///
  /// A graph that was frozen without strengths has 1 for each edge, which gives the degrees
  /// (Barrat and others 2004). Parallel edges and self-loops count as in ``degrees(_:normalized:)``.
  ///
  /// Barrat, Barthélemy, Pastor-Satorras, Vespignani: The architecture of complex weighted
  /// networks. PNAS 101 (2004).
  ///
  /// - Parameter direction: Whether edges from the node, to the node, or both are counted.
  /// - Returns: The strength of every node.
  /// - Complexity: O(nodes + edges)
  public func strengths(_ direction: Direction = .either) -> NodeScores {
    sums(direction, normalized: false, weights: weightRole == .strength ? \.weights : nil)
  }

  private func sums(
    _ direction: Direction, normalized: Bool, weights: KeyPath<Arcs, [Double]>?
  ) -> NodeScores {
    if isMixed && direction == .either {
      // Here an edge that leads both ways has one end at the node, though it is an arc each way.
      return undirected.sums(.either, normalized: normalized, weights: weights)
    }
    var sums = [Double](repeating: 0, count: nodeCount)
    func add(_ arcs: Arcs, loops: Double) {
      let targets = arcs.targets
      let weights = weights.map { arcs[keyPath: $0] }
      for node in sums.indices {
        for arc in arcs.range(of: node) {
          let weight = weights?[arc] ?? 1
          sums[node] += Int(targets[arc]) == node ? loops * weight : weight
        }
      }
    }
    if isDirected {
      if direction != .incoming { add(outgoing, loops: 1) }
      if direction != .outgoing { add(incoming, loops: 1) }
    } else {
      add(outgoing, loops: 2)
    }
    if normalized {
      let scale = nodeCount > 1 ? 1 / Double(nodeCount - 1) : 0
      for node in sums.indices {
        sums[node] *= scale
      }
    }
    return NodeScores(sums, of: self)
  }
}
