internal import GraphCore

/// Brandes's accumulation for one source after the other, on the graph as it is.
///
/// From few sources that are far apart this is sooner done than what makes many cheap: to take the
/// graph apart, and to search from eight at once. On a mesh, 20 sources take a quarter of the time.
///
/// Brandes: A faster algorithm for betweenness centrality. J. Mathematical Sociology 25 (2001).
final class SourceBrandes {
  private let arcs: ArcPointers
  private let ofEdges: Bool
  /// How many steps away each node is, below 0 if it was not reached.
  private let levels: Buffer<Int32>
  /// How many shortest paths lead to each node.
  private let counts: Buffer<Double>
  /// What each node passes on to those before it, a part for each of its paths.
  private let flows: Buffer<Double>
  /// The nodes reached, nearest first.
  private let queue: Buffer<UInt32>
  /// How much each node counts as the end of paths.
  private let loads: Buffer<Double>
  /// For each node, or each edge, what the sources' paths through it come to.
  let sums: Buffer<Double>

  /// Prepares searches.
  ///
  /// - Parameters:
  ///   - arcs: The arcs to follow.
  ///   - ends: How much each node counts as the end of paths.
  ///   - edgeCount: How many edges there are, if they are asked for rather than nodes.
  init(_ arcs: ArcPointers, ends: [Double], edgeCount: Int?) {
    self.arcs = arcs
    loads = Buffer(ends)
    ofEdges = edgeCount != nil
    levels = Buffer(repeating: -1, count: arcs.nodeCount)
    counts = Buffer(repeating: 0, count: arcs.nodeCount)
    flows = Buffer(repeating: 0, count: arcs.nodeCount)
    // One place more is written to before it is known whether a node is new.
    queue = Buffer(uninitialized: arcs.nodeCount + 1)
    sums = Buffer(repeating: 0, count: edgeCount ?? arcs.nodeCount)
  }

  /// Adds what depends on a source.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - shouldStop: Says whether the run was called off.
  /// - Returns: How far away the farthest node is, and how many were reached; nothing is known if the
  ///   run was called off.
  @discardableResult
  func run(from source: Int, shouldStop: () -> Bool) -> (farthest: Int, reached: Int) {
    guard let count = goOut(from: source, shouldStop) else { return (0, 0) }
    let farthest = Int(levels[queue[count - 1]])
    if ofEdges {
      goBackForEdges(count, shouldStop)
    } else {
      goBack(count, shouldStop)
    }
    for place in 0..<count {
      levels[queue[place]] = -1
      counts[queue[place]] = 0
    }
    return (farthest, count)
  }

  // Who may stop the run is asked between pieces of a search: a call within the inner loops would
  // take registers from them.

  /// Counts the shortest paths, and says to how many nodes; `nil` if the run was called off.
  private func goOut(from source: Int, _ shouldStop: () -> Bool) -> Int? {
    levels[source] = 0
    counts[source] = 1
    queue[0] = UInt32(source)
    var (next, end) = (0, 1)
    while next < end {
      if shouldStop() { return nil }
      let piece = next..<(next + Execution.pieceLength)
      end = goOut(piece, end)
      next = min(piece.upperBound, end)
    }
    return end
  }

  /// Goes on from a piece of the queue, as far as it is filled, and says where the queue ends then.
  private func goOut(_ places: Range<Int>, _ end: Int) -> Int {
    let (levels, counts, queue) = (levels.base, counts.base, queue.base)
    var (next, end) = (places.lowerBound, end)
    while next < min(end, places.upperBound) {
      let node = Int(queue[next])
      next &+= 1
      let (level, count) = (levels[node] &+ 1, counts[node])
      // Without branches, for whether a node is new cannot be guessed.
      for arc in arcs.range(of: node) {
        let head = arcs.targets[arc]
        let known = levels[Int(head)]
        queue[end] = head
        end &+= known < 0 ? 1 : 0
        levels[Int(head)] = known < 0 ? level : known
        counts[Int(head)] += known < 0 || known == level ? count : 0
      }
    }
    return end
  }

  private func goBack(_ count: Int, _ shouldStop: () -> Bool) {
    // At the source itself no path passes through.
    for piece in (1..<count).parts().reversed() {
      if shouldStop() { return }
      goBack(piece)
    }
  }

  private func goBack(_ places: Range<Int>) {
    let (levels, counts, flows) = (levels.base, counts.base, flows.base)
    let (queue, sums, loads) = (queue.base, sums.base, loads.base)
    for place in places.reversed() {
      let node = Int(queue[place])
      let level = levels[node] &+ 1
      var sum = 0.0
      for arc in arcs.range(of: node) {
        let head = Int(arcs.targets[arc])
        sum += levels[head] == level ? flows[head] : 0
      }
      sums[node] += counts[node] * sum
      flows[node] = share(loads[node], of: counts[node]) + sum
    }
  }

  private func goBackForEdges(_ count: Int, _ shouldStop: () -> Bool) {
    for piece in (0..<count).parts().reversed() {
      if shouldStop() { return }
      goBackForEdges(piece)
    }
  }

  private func goBackForEdges(_ places: Range<Int>) {
    let (levels, counts, flows) = (levels.base, counts.base, flows.base)
    let (queue, sums, loads) = (queue.base, sums.base, loads.base)
    for place in places.reversed() {
      let node = Int(queue[place])
      let (level, paths) = (levels[node] &+ 1, counts[node])
      var sum = 0.0
      for arc in arcs.range(of: node) {
        let head = Int(arcs.targets[arc])
        let flow = levels[head] == level ? flows[head] : 0
        sum += flow
        sums[Int(arcs.edges[arc])] += paths * flow
      }
      flows[node] = share(loads[node], of: paths) + sum
    }
  }

  /// What a node is worth to each of its paths; no number where there are too many for one.
  @inline(__always)
  private func share(_ load: Double, of count: Double) -> Double { load / count + count * 0 }
}

extension FrozenGraph {
  /// Betweenness where every edge is one step, as sums over ordered pairs, if there are few sources
  /// that are best taken one by one: hardly any, or such as reach little, or in a long graph.
  ///
  /// - Parameters:
  ///   - pairs: Where paths start and end.
  ///   - ofEdges: Whether edges are asked for rather than nodes.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: For each node, or each edge, the sum; `nil` if eight at once are better.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  func fewSourceSums(
    _ pairs: PathEnds, ofEdges: Bool, _ execution: Execution
  ) throws(AlgorithmError) -> [Double]? {
    var sources = pairs.sources
    guard sources.count <= 32, 16 * sources.count <= nodeCount else { return nil }
    return try outgoing.withPointers { (arcs) throws(AlgorithmError) in
      func search() -> SourceBrandes {
        SourceBrandes(arcs, ends: pairs.ends, edgeCount: ofEdges ? edgeCount : nil)
      }
      let first = search()
      // First from the one with the most arcs, which should reach no fewer nodes than others.
      guard
        let place = sources.indices.max(by: {
          arcs.degree(of: sources[$0]) < arcs.degree(of: sources[$1])
        })
      else { return nil }
      let extent = first.run(from: sources.remove(at: place)) { execution.isCancelled?() == true }
      try execution.checkCancellation()
      // To prepare for eight at once costs about as much as a dozen searches of the whole graph.
      let isLittle = (sources.count + 1) * extent.reached <= 12 * nodeCount
      guard extent.farthest > 20 || isLittle else { return nil }
      let threads = max(1, min(execution.threads, sources.count))
      let searches = Shared([first] + (1..<threads).map { _ in search() })
      try execution.run(jobs: sources.count) { [sources] thread, job, shouldStop in
        searches.value[thread].run(from: sources[job], shouldStop: shouldStop)
      }
      var sums = [Double](repeating: 0, count: ofEdges ? edgeCount : nodeCount)
      for search in searches.value {
        for index in sums.indices { sums[index] += search.sums[index] }
      }
      return sums
    }
  }
}
