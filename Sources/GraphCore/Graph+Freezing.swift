extension Graph {
  /// The view of this graph that algorithms run on, without weights.
  ///
  /// The declared view of a mixed graph is directed: an edge that leads both ways is one arc each
  /// way, both with the number of the edge, and a self-loop is one arc. Taken as undirected, every
  /// edge leads both ways.
  ///
  /// - Parameter orientation: Whether edges are taken as they are, both ways, or reversed.
  /// - Returns: The frozen view; it does not follow later changes of this graph.
  /// - Complexity: O(identifiers given out)
  public func frozen(as orientation: FrozenGraph.Orientation = .declared) -> FrozenGraph {
    topology.frozen(directedness, as: orientation, weights: [], role: nil)
  }

  /// The view of this graph that algorithms run on, each edge with a length.
  ///
  /// Shortest paths, and the measures made of them, add these distances up; degrees, strengths,
  /// PageRank and components pass them over.
  ///
  /// - Parameters:
  ///   - orientation: Whether edges are taken as they are, both ways, or reversed.
  ///   - distance: Gives the length of an edge, in any unit: zero or a positive finite number.
  ///     Betweenness, closeness and the counting of paths refuse zero when they are called.
  /// - Returns: The frozen view; it does not follow later changes of this graph.
  /// - Throws: ``InvalidWeight`` for the first edge whose distance is negative, infinite or NaN.
  /// - Complexity: O(identifiers given out)
  public func frozen(
    as orientation: FrozenGraph.Orientation = .declared, distance: (EdgeID, Edge) -> Double
  ) throws(InvalidWeight) -> FrozenGraph {
    try frozen(as: orientation, role: .distance, weight: distance)
  }

  /// The view of this graph that algorithms run on, each edge with a strength.
  ///
  /// Strength and PageRank use these; algorithms about paths pass them over and count edges. To
  /// have strong ties lie close together, freeze with a distance such as 1 / strength.
  ///
  /// - Parameters:
  ///   - orientation: Whether edges are taken as they are, both ways, or reversed.
  ///   - strength: Gives how much an edge counts: zero or a positive finite number.
  /// - Returns: The frozen view; it does not follow later changes of this graph.
  /// - Throws: ``InvalidWeight`` for the first edge whose strength is negative, infinite or NaN.
  /// - Complexity: O(identifiers given out)
  public func frozen(
    as orientation: FrozenGraph.Orientation = .declared, strength: (EdgeID, Edge) -> Double
  ) throws(InvalidWeight) -> FrozenGraph {
    try frozen(as: orientation, role: .strength, weight: strength)
  }

  private func frozen(
    as orientation: FrozenGraph.Orientation, role: WeightRole, weight: (EdgeID, Edge) -> Double
  ) throws(InvalidWeight) -> FrozenGraph {
    var weights: [Double] = []
    weights.reserveCapacity(edgeCount)
    for edge in edges {
      let value = weight(edge, self[edge])
      guard value >= 0, value.isFinite else {
        throw InvalidWeight(edge: edge, value: value, role: role)
      }
      weights.append(value)
    }
    return topology.frozen(directedness, as: orientation, weights: weights, role: role)
  }
}

extension Topology {
  fileprivate func frozen(
    _ directedness: Directedness, as orientation: FrozenGraph.Orientation, weights: [Double],
    role: WeightRole?
  ) -> FrozenGraph {
    let nodeNumbering = DenseNumbering(
      of: NodeSequence(topology: self).lazy.map(\.rawValue), count: nodeCount, slots: nodes.count)
    let edgeNumbering = DenseNumbering(
      of: EdgeSequence(topology: self).lazy.map(\.rawValue), count: edgeCount, slots: edges.count)
    let numbers = nodes.indices.map { UInt32(nodeNumbering.number(of: UInt32($0)) ?? 0) }
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    sources.reserveCapacity(edgeCount)
    targets.reserveCapacity(edgeCount)
    for links in edges where links.isPresent {
      sources.append(numbers[Int(links.source)])
      targets.append(numbers[Int(links.target)])
    }
    if orientation == .reversed { swap(&sources, &targets) }
    var twoWay: [Bool]?
    if directedness == .mixed && orientation != .undirected {
      twoWay = zip(edges, leadsBothWays).compactMap { $0.isPresent ? $1 : nil }
    }
    return FrozenGraph(
      directedness: orientation == .undirected || directedness == .undirected
        ? .undirected : .directed,
      weightRole: role, sources: sources, targets: targets, weights: weights, twoWay: twoWay,
      nodeNumbering: nodeNumbering, edgeNumbering: edgeNumbering)
  }
}
