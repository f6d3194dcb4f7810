public import GraphCore

extension FrozenGraph {
  /// The shortest paths between two nodes that pass no node twice, the shortest first (Yen 1971).
  ///
  /// Lengths are the graph's distances if it was frozen with them, else numbers of edges. Parallel
  /// edges make different paths; self-loops are on none. Of paths of the same length, those with
  /// fewer edges come first, then those whose edges, from the first on, come earlier. The only path
  /// from a node to itself is the node alone.
  ///
  /// Yen: Finding the K shortest loopless paths in a network. Management Science 17 (1971).
  /// Lawler: A procedure for computing the K best solutions. Management Science 18 (1972).
  /// Martins, Pascoal: A new implementation of Yen's ranking loopless paths algorithm. 4OR 1 (2003),
  /// for ways on that need no search.
  ///
  /// - Parameters:
  ///   - count: How many paths are wanted at most; below 1 there is none.
  ///   - source: Where the paths start.
  ///   - target: Where they end.
  /// - Returns: The paths, fewer than asked for if there are no more.
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(count × nodes × (edges + nodes × log nodes))
  public func shortestPaths(_ count: Int, from source: NodeID, to target: NodeID) -> [Path] {
    // Nobody can call it off.
    (try? shortestPaths(count, from: source, to: target, execution: .sequential)) ?? []
  }

  /// The paths of ``shortestPaths(_:from:to:)``, by a run that is watched.
  ///
  /// - Parameters:
  ///   - count: How many paths are wanted at most; below 1 there is none.
  ///   - source: Where the paths start.
  ///   - target: Where they end.
  ///   - execution: Who watches. One thread works, however many are allowed.
  /// - Returns: The paths, fewer than asked for if there are no more.
  /// - Throws: ``AlgorithmError/cancelled``.
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(count × nodes × (edges + nodes × log nodes))
  public func shortestPaths(
    _ count: Int, from source: NodeID, to target: NodeID, execution: Execution
  ) throws(AlgorithmError) -> [Path] {
    guard count > 0 else { return [] }
    var reporter = ProgressReporter(execution)
    var search = DetourSearch(self, from: requiredIndex(of: source), to: requiredIndex(of: target))
    var candidates = DetourList()
    if let first = search.shortest() { candidates.insert(first, among: 1) }
    var found: [DetourRoute] = []
    while found.count < count, let best = candidates.popFirst() {
      found.append(best)
      reporter.report(Double(found.count) / Double(count))
      let wanted = count - found.count
      if wanted == 0 { break }
      search.follow(best)
      // The last detours first: of equally long ones they come first, so that the rest drop out.
      // Before the point where a path left an earlier one, its detours are known.
      for place in (best.deviation..<max(best.deviation, best.arcs.count)).reversed() {
        if execution.isCancelled?() == true { throw .cancelled }
        let worst = candidates.count >= wanted ? candidates.last : nil
        guard let route = search.detour(at: place, ifBefore: worst) else { continue }
        candidates.insert(route, among: wanted)
      }
    }
    reporter.report(1)
    // Sums from the front and from the back are rounded differently: the next may be a hair shorter.
    return found.sorted().map { path(from: search.source, arcs: $0.arcs.map { Int($0) }) }
  }
}
