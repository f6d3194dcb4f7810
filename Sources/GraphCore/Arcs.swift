/// The arcs of a frozen graph in compressed sparse rows.
///
/// The arcs of node `v` are those from `offsets[v]` up to `offsets[v + 1]`, in ascending order of
/// their edges. An arc costs 8 bytes, and 8 more if it is weighted.
package struct Arcs: Sendable {
  /// Where the arcs of each node begin, with the number of all arcs at the end.
  package let offsets: [UInt32]
  /// The number of the node that each arc leads to.
  package let targets: [UInt32]
  /// The number of the edge that each arc belongs to.
  package let edges: [UInt32]
  /// The weight of each arc; empty when the graph is unweighted.
  package let weights: [Double]

  /// Which edges become an arc each way.
  package enum Ways: Sendable {
    /// None of them.
    case one
    /// All of them.
    case both
    /// Those for which the list says so.
    case each(both: [Bool])

    /// Whether an edge becomes an arc each way.
    func isBoth(_ edge: Int) -> Bool {
      switch self {
      case .one: false
      case .both: true
      case .each(let both): both[edge]
      }
    }
  }

  /// How many arcs there are.
  package var count: Int { targets.count }

  /// The arcs of a node, as positions in `targets`, `edges` and `weights`.
  package func range(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  package init(offsets: [UInt32], targets: [UInt32], edges: [UInt32], weights: [Double]) {
    self.offsets = offsets
    self.targets = targets
    self.edges = edges
    self.weights = weights
  }

  /// Sorts edges by their starting node, in time linear in nodes and edges.
  ///
  /// - Parameters:
  ///   - nodeCount: How many nodes there are.
  ///   - sources: For each edge, the number of the node that it starts at.
  ///   - heads: For each edge, the number of the node that it leads to.
  ///   - weights: For each edge, its weight; or empty.
  ///   - ways: Whether an edge is an arc each way. A self-loop is one arc all the same.
  package init(
    nodeCount: Int, sources: [UInt32], heads: [UInt32], weights: [Double], ways: Ways
  ) {
    var offsets = [UInt32](repeating: 0, count: nodeCount + 1)
    for edge in sources.indices {
      let (source, head) = (sources[edge], heads[edge])
      offsets[Int(source) + 1] += 1
      if source != head && ways.isBoth(edge) { offsets[Int(head) + 1] += 1 }
    }
    for node in 0..<nodeCount {
      offsets[node + 1] += offsets[node]
    }
    let count = Int(offsets[nodeCount])
    var free = offsets
    var targets = [UInt32](repeating: 0, count: count)
    var edges = [UInt32](repeating: 0, count: count)
    var arcWeights = [Double](repeating: 0, count: weights.isEmpty ? 0 : count)
    func place(_ edge: Int, from source: UInt32, to target: UInt32) {
      let arc = Int(free[Int(source)])
      free[Int(source)] += 1
      targets[arc] = target
      edges[arc] = UInt32(edge)
      if !weights.isEmpty { arcWeights[arc] = weights[edge] }
    }
    for edge in sources.indices {
      place(edge, from: sources[edge], to: heads[edge])
      if sources[edge] != heads[edge] && ways.isBoth(edge) {
        place(edge, from: heads[edge], to: sources[edge])
      }
    }
    self.init(offsets: offsets, targets: targets, edges: edges, weights: arcWeights)
  }
}
