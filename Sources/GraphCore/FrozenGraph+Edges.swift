extension FrozenGraph {
  /// The ends of many edges at once.
  ///
  /// Of an undirected edge, either end may come first.
  ///
  /// - Parameter edges: The edges, in any order.
  /// - Returns: Their ends, in the same order.
  /// - Precondition: The edges are in the graph.
  /// - Complexity: O(nodes + arcs), however few edges are asked for
  public func endpoints(of edges: [EdgeID]) -> [Endpoints] {
    var wanted: [Int: Endpoints?] = [:]
    for edge in edges {
      guard let number = index(of: edge) else {
        preconditionFailure("The edge is not in the graph.")
      }
      wanted[number] = .some(nil)
    }
    for node in 0..<nodeCount {
      for arc in outgoing.range(of: node) {
        let number = Int(outgoing.edges[arc])
        guard case .some(nil) = wanted[number] else { continue }
        wanted[number] = Endpoints(
          source: self.node(at: node), target: self.node(at: Int(outgoing.targets[arc])))
      }
    }
    return edges.compactMap { edge in index(of: edge).flatMap { wanted[$0] ?? nil } }
  }

  /// The weight of an edge, found at one of its ends.
  ///
  /// - Parameters:
  ///   - edge: The edge.
  ///   - node: An end of it; in a directed graph either one.
  /// - Returns: The weight, as it was given; `nil` in a graph without weights, and where the edge is
  ///   not at the node.
  /// - Complexity: O(log degree). In a directed graph, O(nodes + edges) for the first edge into its
  ///   node, unless an algorithm has followed edges against the arrows before.
  public func weight(of edge: EdgeID, at node: NodeID) -> Double? {
    guard weightRole != nil, let edge = index(of: edge), let node = index(of: node) else {
      return nil
    }
    if let arc = outgoing.arc(of: edge, at: node) { return outgoing.weights[arc] }
    guard isDirected else { return nil }
    return incoming.arc(of: edge, at: node).map { incoming.weights[$0] }
  }
}

extension Arcs {
  /// The arc of a node that belongs to an edge, found by halving.
  fileprivate func arc(of edge: Int, at node: Int) -> Int? {
    let range = range(of: node)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if edges[middle] < edge {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < range.upperBound && edges[low] == edge ? low : nil
  }
}
