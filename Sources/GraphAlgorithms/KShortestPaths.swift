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
    let search = DetourSearch(
      self, from: requiredIndex(of: source), to: requiredIndex(of: target))
    var candidates: [DetourSearch.Route] = []
    if let first = search.route(after: [], barring: []) { candidates.append(first) }
    var found: [DetourSearch.Route] = []
    while found.count < count, let best = candidates.min() {
      candidates.removeAll { $0 == best }
      found.append(best)
      reporter.report(Double(found.count) / Double(count))
      if found.count == count { break }
      // Before the point where a path left an earlier one, its detours are known.
      for place in best.deviation..<best.arcs.count {
        if execution.isCancelled?() == true { throw .cancelled }
        let beginning = Array(best.arcs[..<place])
        var barred: Set<Int> = []
        for route in found
        where route.arcs.count > place && route.arcs[..<place] == beginning[...] {
          barred.insert(route.arcs[place])
        }
        if let route = search.route(after: beginning, barring: barred) {
          if !candidates.contains(route) { candidates.append(route) }
        }
      }
    }
    reporter.report(1)
    return found.map { path(from: search.source, arcs: $0.arcs) }
  }
}

/// A search for the shortest way on from a given beginning.
private struct DetourSearch {
  /// A path as its arcs.
  struct Route: Comparable {
    let arcs: [Int]
    let edges: [UInt32]
    let length: Double
    /// Where it left the path that it is a detour of.
    let deviation: Int

    static func == (left: Route, right: Route) -> Bool { left.arcs == right.arcs }

    static func < (left: Route, right: Route) -> Bool {
      if left.length != right.length { return left.length < right.length }
      if left.edges.count != right.edges.count { return left.edges.count < right.edges.count }
      return left.edges.lexicographicallyPrecedes(right.edges)
    }
  }

  let source: Int
  private let target: Int
  private let graph: FrozenGraph
  private let isWeighted: Bool
  /// Whether the target can be reached from each node at all.
  private let isReachable: [Bool]

  init(_ graph: FrozenGraph, from source: Int, to target: Int) {
    self.graph = graph
    self.source = source
    self.target = target
    isWeighted = graph.weightRole == .distance
    var search = PathSearch(graph, along: graph.incoming, tracksPaths: false)
    search.run(from: target)
    isReachable = search.distances.map(\.isFinite)
  }

  private func length(_ arc: Int) -> Double { isWeighted ? graph.outgoing.weights[arc] : 1 }

  /// What is known of the way from a node to the target, walked from there.
  private struct Label: Comparable {
    let distance: Double
    let hops: Int
    let node: Int

    static func < (left: Label, right: Label) -> Bool {
      (left.distance, left.hops, left.node) < (right.distance, right.hops, right.node)
    }
  }

  /// The best path that begins with the given arcs, does not go on by a barred one, and passes no
  /// node twice.
  func route(after beginning: [Int], barring barred: Set<Int>) -> Route? {
    let (outgoing, incoming) = (graph.outgoing, graph.incoming)
    var isClosed = [Bool](repeating: false, count: graph.nodeCount)
    var spur = source
    for arc in beginning {
      isClosed[spur] = true
      spur = Int(outgoing.targets[arc])
    }
    guard isReachable[spur], spur != target || beginning.isEmpty else { return nil }
    if spur == target { return Route(arcs: [], edges: [], length: 0, deviation: 0) }
    // From the target back to the spur, so that ties can be settled from the front.
    var distances = [Double](repeating: .infinity, count: graph.nodeCount)
    var hops = [Int](repeating: .max, count: graph.nodeCount)
    var heap = MinimumHeap<Label>()
    distances[target] = 0
    hops[target] = 0
    heap.insert(Label(distance: 0, hops: 0, node: target))
    var limit = (Double.infinity, Int.max)
    let barredEdges = Set(barred.map { outgoing.edges[$0] })
    while let label = heap.popMinimum() {
      guard label.distance == distances[label.node], label.hops == hops[label.node] else {
        continue
      }
      if (label.distance, label.hops) > limit { break }
      if label.node == spur {
        limit = (label.distance, label.hops)
        continue
      }
      for arc in incoming.range(of: label.node) {
        let tail = Int(incoming.targets[arc])
        if isClosed[tail] || (tail == spur && barredEdges.contains(incoming.edges[arc])) {
          continue
        }
        let distance = label.distance + (isWeighted ? incoming.weights[arc] : 1)
        guard distance.isFinite, (distance, label.hops + 1) < (distances[tail], hops[tail]) else {
          continue
        }
        distances[tail] = distance
        hops[tail] = label.hops + 1
        heap.insert(Label(distance: distance, hops: label.hops + 1, node: tail))
      }
    }
    guard hops[spur] != .max else { return nil }
    var arcs = beginning
    var node = spur
    while node != target {
      guard
        let next = outgoing.range(of: node).first(where: { arc in
          let head = Int(outgoing.targets[arc])
          return !isClosed[head] && head != node && hops[head] != .max
            && hops[head] + 1 == hops[node] && distances[head] + length(arc) == distances[node]
            && !(node == spur && barred.contains(arc))
        })
      else { return nil }
      arcs.append(next)
      node = Int(outgoing.targets[next])
    }
    return Route(
      arcs: arcs, edges: arcs.map { outgoing.edges[$0] },
      length: arcs.reduce(0) { $0 + self.length($1) }, deviation: beginning.count)
  }
}
