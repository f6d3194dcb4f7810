extension FrozenGraph {
  /// The ends of many edges at once.
  ///
  /// Of an edge that leads both ways, either end may come first. An edge that a filter left out has
  /// no ends here, though it still has a number: ask the graph that was filtered.
  ///
  /// - Parameter edges: The edges, in any order, each as often as you like.
  /// - Returns: Their ends, in the same order; `nil` for an edge that was left out by a filter or is
  ///   not in the graph.
  /// - Complexity: O(nodes + arcs), however few edges are asked for
  public func endpoints(of edges: [EdgeID]) -> [Endpoints?] {
    // For each edge by its number, which of those asked for it is, from 1 up.
    var places = [UInt32](repeating: 0, count: edgeCount)
    var count = 0
    for case let number? in edges.lazy.map({ index(of: $0) }) where places[number] == 0 {
      count += 1
      places[number] = UInt32(count)
    }
    var ends = [Endpoints?](repeating: nil, count: count + 1)
    let (targets, arcEdges) = (outgoing.targets, outgoing.edges)
    for source in 0..<nodeCount {
      for arc in outgoing.range(of: source) {
        let place = Int(places[Int(arcEdges[arc])])
        guard place > 0, ends[place] == nil else { continue }
        ends[place] = Endpoints(
          source: node(at: source), target: node(at: Int(targets[arc])))
      }
    }
    return edges.map { edge in index(of: edge).flatMap { ends[Int(places[$0])] } }
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
