/// Arcs as they are chosen, node by node, from those of a frozen graph.
struct ArcRows {
  private var offsets: [UInt32] = [0]
  private var targets: [UInt32] = []
  private var edges: [UInt32] = []
  private var weights: [Double] = []

  /// Where the next arc goes.
  var end: Int { targets.count }

  /// Adds an arc to the node that is being written.
  mutating func append(target: UInt32, edge: UInt32, weight: Double?) {
    targets.append(target)
    edges.append(edge)
    if let weight { weights.append(weight) }
  }

  /// The weight of an arc that was added with one.
  subscript(weightOf arc: Int) -> Double {
    get { weights[arc] }
    set { weights[arc] = newValue }
  }

  /// Goes on to the next node.
  mutating func endRow() { offsets.append(UInt32(targets.count)) }

  /// Numbers the edges that have arcs `0, 1, 2 …` in their order.
  ///
  /// - Parameter bound: What their numbers are below so far.
  /// - Returns: These numbers.
  mutating func numberEdges(below bound: Int) -> RankedSet {
    var isFound = [Bool](repeating: false, count: bound)
    for edge in edges { isFound[Int(edge)] = true }
    let found = RankedSet(isFound)
    if found.count < bound {
      for arc in edges.indices { edges[arc] = UInt32(found.rank(ofMember: Int(edges[arc]))) }
    }
    return found
  }

  /// The arcs, when the last node has been written.
  var arcs: Arcs { Arcs(offsets: offsets, targets: targets, edges: edges, weights: weights) }
}
