internal import GraphCore

extension FrozenGraph {
  /// The greatest number of steps between two nodes of an undirected graph, by few searches.
  ///
  /// A search from v, whose farthest node is e steps away, says of a node d steps from v that its
  /// own farthest is at least max(d, e − d) and at most e + d steps away: nodes for which that is
  /// no more than what was found drop out (Takes, Kosters 2011). And of two nodes more than k apart,
  /// one is more than k / 2 steps from v: of the nodes left, only these have to be searched from
  /// (Crescenzi and others 2013), where v is the one that leaves the fewest. The next search is from
  /// such a node, or, while there are many, from the one that may be the most central. If too many
  /// are left, they are searched from 512 at once.
  ///
  /// Takes, Kosters: Determining the diameter of small world networks. CIKM 2011.
  /// Crescenzi, Grossi, Habib, Lanzi, Marino: On computing the diameter of real-world undirected
  /// graphs. Theoretical Computer Science 514 (2013).
  ///
  /// - Parameter execution: On how many threads, and who watches.
  /// - Returns: The diameter, the greatest of all components.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  func boundedDiameter(_ execution: Execution) throws(AlgorithmError) -> Int {
    let components = connectedComponents()
    let execution = execution.rising
    var longest = 0
    try outgoing.withPointers { (arcs) throws(AlgorithmError) in
      // A good start is a node in the middle, which one with many edges often is.
      var starts = [Int](repeating: -1, count: components.count)
      for node in 0..<arcs.nodeCount {
        let component = components.index(at: node)
        let best = starts[component]
        if best < 0 || arcs.degree(of: node) > arcs.degree(of: best) { starts[component] = node }
      }
      let search = LevelSearch(arcs, arcs)
      for (size, start) in zip(components.sizes, starts) {
        // A path of so many nodes has one edge less.
        if size - 1 <= longest { break }
        var bounds = DiameterBounds(search, size: size, longest: longest)
        var node: Int? = start
        while let next = node {
          try execution.checkCancellation()
          node = bounds.search(from: next)
          execution.progress?(0.5 - 0.5 * Double(bounds.candidateCount) / Double(size))
        }
        longest = bounds.longest
        let sources = bounds.remaining
        if sources.isEmpty { continue }
        let sums = try DistanceSums(self, execution.reporting(0.5...0.99), sources: sources)
        for node in 0..<nodeCount { longest = max(longest, Int(sums.farthest[node])) }
      }
    }
    execution.progress?(1)
    return longest
  }
}

/// What is known of how far the farthest node is from each node of a component.
private struct DiameterBounds {
  struct Candidate: BitwiseCopyable {
    let node: UInt32
    /// Between what the farthest node from it is.
    var least: Int32
    var most: Int32
    /// How far it is from the center.
    var fromCenter: Int32
  }

  /// The greatest distance found.
  private(set) var longest: Int
  /// The nodes that may have a longer one.
  private var candidates: [Candidate] = []
  private let levels: LevelSearch
  private let size: Int
  private var searchCount = 0
  private static let width = SIMD8<UInt64>.width

  init(_ search: LevelSearch, size: Int, longest: Int) {
    levels = search
    self.size = size
    self.longest = longest
  }

  /// How many nodes may have a longer one.
  var candidateCount: Int { candidates.count }

  /// The nodes of which one is at an end of every longer path.
  var remaining: [UInt32] {
    candidates.filter { 2 * Int($0.fromCenter) > longest }.map(\.node)
  }

  /// Searches from a node, and draws the bounds closer.
  ///
  /// - Parameter node: The node; first any of the component, then what the last search returned.
  /// - Returns: Where to search from next; `nil` if nothing is left, or too much.
  mutating func search(from node: Int) -> Int? {
    levels.run(from: node)
    longest = max(longest, levels.lastLevel)
    if searchCount == 0 {
      candidates = levels.reached.map {
        Candidate(node: $0, least: 0, most: .max / 4, fromCenter: .max / 4)
      }
    }
    searchCount += 1
    let left = drawBounds()
    // Searching from 512 nodes at once costs about as much as from fifty one by one, and first the
    // whole graph is read.
    let batches = 1 + left / Self.width
    if left == 0 || searchCount > 50 * batches + levels.levels.count / size { return nil }
    return nextNode(left)
  }

  /// Takes in the last search, and counts the nodes that have to be searched from.
  private mutating func drawBounds() -> Int {
    let (farthest, found) = (Int32(levels.lastLevel), Int32(longest))
    var kept = 0
    var (fromCenter, fromHere) = (0, 0)
    candidates.withUnsafeMutableBufferPointer { candidates in
      for place in candidates.indices {
        var candidate = candidates[place]
        let distance = levels.levels[candidate.node]
        candidate.least = max(candidate.least, distance, farthest - distance)
        candidate.most = min(candidate.most, farthest + distance)
        candidates[kept] = candidate
        if candidate.most <= found { continue }
        kept += 1
        fromCenter += 2 * candidate.fromCenter > found ? 1 : 0
        fromHere += 2 * distance > found ? 1 : 0
      }
      guard fromHere < fromCenter else { return }
      for place in 0..<kept {
        candidates[place].fromCenter = levels.levels[candidates[place].node]
      }
    }
    candidates.removeLast(candidates.count - kept)
    return min(fromCenter, fromHere)
  }

  private func nextNode(_ left: Int) -> Int? {
    let found = Int32(longest)
    let takesCentral = left > 16 && searchCount % 2 == 0
    var best = (key: Int64.max, node: nil as UInt32?)
    for candidate in candidates where takesCentral || 2 * candidate.fromCenter > found {
      let key =
        takesCentral
        ? Int64(candidate.least) << 32 + Int64(candidate.most)
        : -(Int64(candidate.most) << 32 + Int64(candidate.least))
      if key < best.key { best = (key, candidate.node) }
    }
    return best.node.map { Int($0) }
  }
}
