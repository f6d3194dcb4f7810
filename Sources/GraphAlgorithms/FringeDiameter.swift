internal import GraphCore

extension FrozenGraph {
  /// The greatest number of steps between two nodes of an undirected graph, by few searches.
  ///
  /// From a node in the middle of a long path, two nodes at most i steps away are at most 2i apart.
  /// So the nodes farthest from it are searched from, level by level, until what was found is at
  /// least that for all that are left (Crescenzi and others 2013).
  ///
  /// Crescenzi, Grossi, Habib, Lanzi, Marino: On computing the diameter of real-world undirected
  /// graphs. Theoretical Computer Science 514 (2013).
  ///
  /// - Parameter execution: Is asked whether to stop.
  /// - Returns: The diameter; `nil` where it would take about as long as searching from all nodes.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  func fringeDiameter(_ execution: Execution) throws(AlgorithmError) -> Double? {
    let components = connectedComponents()
    guard let first = components.largest.first, components.sizes[0] > 1 else { return 0 }
    let search = LevelSearch(self, .outgoing)
    func reached(_ distances: [Double]) -> (node: Int, distance: Double) {
      var (node, farthest) = (0, -1.0)
      for (number, distance) in distances.enumerated()
      where distance.isFinite && distance > farthest {
        (node, farthest) = (number, distance)
      }
      return (node, farthest)
    }
    // Two sweeps for a long path, and its middle.
    let start = reached(search.distances(from: requiredIndex(of: first))).node
    let fromStart = search.distances(from: start)
    let end = reached(fromStart)
    let fromEnd = search.distances(from: end.node)
    var longest = end.distance
    let half = (longest / 2).rounded(.down)
    let middle = (0..<nodeCount).first {
      fromStart[$0] == half && fromEnd[$0] == longest - half
    }
    let levels = search.distances(from: middle ?? start)
    let order = (0..<nodeCount).filter { levels[$0].isFinite }.sorted { levels[$0] > levels[$1] }
    // All nodes at once cost about as much as a hundredth of them one by one. With this bound,
    // as-22july06 takes 3 ms instead of 91; where it is not enough, up to half as much is lost.
    var searches = 4 + order.count / 400
    for node in order {
      if 2 * levels[node] <= longest { break }
      if searches == 0 { return nil }
      if execution.isCancelled?() == true { throw .cancelled }
      searches -= 1
      longest = max(longest, reached(search.distances(from: node)).distance)
    }
    // A smaller component may still have a longer path.
    if components.count > 1, Double(components.sizes[1] - 1) > longest { return nil }
    return longest
  }
}
