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
}
