public import GraphCore

/// The simple paths between two nodes up to a length, found one by one as they are asked for.
///
/// Made by ``GraphCore/FrozenGraph/simplePaths(from:to:maximumEdges:)``.
public struct SimplePaths: Sequence, Sendable {
  fileprivate let graph: FrozenGraph
  fileprivate let source: Int
  fileprivate let target: Int
  fileprivate var maximumEdges: Int
  /// The least number of edges from each node to the target.
  fileprivate let hops: [UInt32]

  /// Starts to look for paths.
  ///
  /// - Complexity: O(nodes)
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Walks through the graph depth first, never into a node from which the target is too far.
  public struct Iterator: IteratorProtocol {
    private let paths: SimplePaths
    private var isOnPath: [Bool]
    private var nodes: [Int]
    private var nextArcs: [Int]
    private var arcs: [Int] = []
    private var isTrivialDue: Bool
    /// The only number of edges that a path is to have; `nil` for any up to the bound.
    private let exactEdges: Int?
    /// The least bound that would let the walk step where the bound did not.
    private(set) var nextBound = Int.max

    fileprivate init(_ paths: SimplePaths, exactEdges: Int? = nil) {
      self.paths = paths
      self.exactEdges = exactEdges
      isOnPath = [Bool](repeating: false, count: paths.graph.nodeCount)
      isTrivialDue = paths.source == paths.target && paths.maximumEdges >= 0
      let isNear = paths.maximumEdges >= 0 && Int(paths.hops[paths.source]) <= paths.maximumEdges
      nodes = paths.source != paths.target && isNear ? [paths.source] : []
      nextArcs = nodes.map { paths.graph.outgoing.range(of: $0).lowerBound }
      if !nodes.isEmpty { isOnPath[paths.source] = true }
    }

    /// The next path, or `nil` when there are no more.
    ///
    /// - Complexity: O(edges on the path) where each branch leads on to the target; else, at worst,
    ///   all branches that come back to nodes on the path have to be tried before the next one
    public mutating func next() -> Path? {
      guard case .path(let path) = advance(byAtMost: .max) else { return nil }
      return path
    }

    /// What a stretch of the walk has led to.
    enum Outcome {
      case path(Path)
      case pause, end
    }

    /// Goes on to the next path, but not farther than so many arcs.
    mutating func advance(byAtMost count: Int) -> Outcome {
      if isTrivialDue {
        isTrivialDue = false
        return .path(paths.graph.path(from: paths.source, arcs: []))
      }
      let outgoing = paths.graph.outgoing
      var rest = count
      while let node = nodes.last {
        if rest == 0 { return .pause }
        rest -= 1
        let arc = nextArcs[nextArcs.count - 1]
        guard arc < outgoing.range(of: node).upperBound else {
          isOnPath[node] = false
          nodes.removeLast()
          nextArcs.removeLast()
          if !arcs.isEmpty { arcs.removeLast() }
          continue
        }
        nextArcs[nextArcs.count - 1] += 1
        let head = Int(outgoing.targets[arc])
        let hops = paths.hops[head]
        guard hops != PathSearch.none, !isOnPath[head] else { continue }
        let needed = arcs.count + 1 + Int(hops)
        guard needed <= paths.maximumEdges else {
          nextBound = Swift.min(nextBound, needed)
          continue
        }
        if head == paths.target {
          if let exactEdges, arcs.count + 1 != exactEdges { continue }
          return .path(paths.graph.path(from: paths.source, arcs: arcs + [arc]))
        }
        isOnPath[head] = true
        nodes.append(head)
        nextArcs.append(outgoing.range(of: head).lowerBound)
        arcs.append(arc)
      }
      return .end
    }

    /// How much of the walk is done, from 0 to 1, as if all branches were alike.
    var progress: Double {
      var (sum, part) = (0.0, 1.0)
      for (node, next) in zip(nodes, nextArcs) {
        let arcs = paths.graph.outgoing.range(of: node)
        // The arc that is being followed is done when the nodes beyond it are.
        let isFollowed = node != nodes.last
        sum += part * Double(next - arcs.lowerBound - (isFollowed ? 1 : 0)) / Double(arcs.count)
        part /= Double(arcs.count)
        if part < 1e-9 { break }
      }
      return nodes.isEmpty ? 1 : Swift.min(1, sum)
    }
  }
}

extension FrozenGraph {
  /// All paths from one node to another that pass no node twice and have at most so many edges.
  ///
  /// There can be very many: they are found only as they are asked for, so that a loop may stop at
  /// any time, or take `prefix(_:)`. Parallel edges make different paths; self-loops are on none.
  /// The order is that of a walk depth first, by ascending edges. The only path from a node to
  /// itself is the node alone. The length of a path is the sum of its distances if the graph has
  /// them; the bound counts edges.
  ///
  /// The walk never steps where the target is farther than the bound leaves edges for.
  ///
  /// Sedgewick: Algorithms in C, part 5: Graph Algorithms (2001).
  ///
  /// - Parameters:
  ///   - source: Where the paths start.
  ///   - target: Where they end.
  ///   - maximumEdges: How many edges a path has at most; below 0 there is none.
  /// - Returns: The paths, to be walked through.
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(nodes + edges) to get
  public func simplePaths(
    from source: NodeID, to target: NodeID, maximumEdges: Int
  ) -> SimplePaths {
    let graph = unweighted
    var search = PathSearch(graph, along: graph.incoming, tracksPaths: false)
    search.run(from: requiredIndex(of: target), limit: Swift.max(0, maximumEdges))
    return SimplePaths(
      graph: self, source: requiredIndex(of: source), target: requiredIndex(of: target),
      maximumEdges: maximumEdges, hops: search.hops)
  }

  /// The paths of ``simplePaths(from:to:maximumEdges:)`` in a list, those with the fewest edges
  /// first, by a run that is watched.
  ///
  /// Of paths with equally many edges, those whose edges, from the first on, come earlier are first.
  /// The paths are looked for by one number of edges after the other (iterative deepening), so that
  /// a run that ends with as many as are wanted has the shortest of all, and keeps no others in
  /// memory.
  ///
  /// Where few branches lead to the target without passing a node twice, even the next path can be
  /// long in coming; this run can be called off between any two.
  ///
  /// Korf: Depth-first iterative-deepening: an optimal admissible tree search. Artificial
  /// Intelligence 27 (1985).
  ///
  /// - Parameters:
  ///   - source: Where the paths start.
  ///   - target: Where they end.
  ///   - maximumEdges: How many edges a path has at most; below 0 there is none.
  ///   - count: How many paths are wanted at most; the run ends when they are found.
  ///   - execution: Who watches. One thread works, however many are allowed.
  /// - Returns: The paths, by ascending numbers of edges.
  /// - Throws: ``AlgorithmError/cancelled``.
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(paths up to the bound, those that miss the target included) for each number of
  ///   edges from the least to the bound; memory O(nodes + edges) beside the paths found
  public func simplePaths(
    from source: NodeID, to target: NodeID, maximumEdges: Int, atMost count: Int,
    execution: Execution
  ) throws(AlgorithmError) -> [Path] {
    // No path without repeated nodes has more.
    let bound = Swift.min(maximumEdges, nodeCount - 1)
    // Of nodes that are farther than the bound, the search for the target knows nothing.
    var paths = simplePaths(from: source, to: target, maximumEdges: bound)
    var reporter = ProgressReporter(execution)
    var found: [Path] = []
    let least = paths.source == paths.target ? 0 : Int(paths.hops[paths.source])
    var edges = least
    while edges <= bound, found.count < count {
      paths.maximumEdges = edges
      var walk = SimplePaths.Iterator(paths, exactEdges: edges)
      search: while found.count < count {
        if execution.isCancelled?() == true { throw .cancelled }
        switch walk.advance(byAtMost: 1 << 14) {
        case .path(let path): found.append(path)
        case .pause: break
        case .end: break search
        }
        if execution.progress != nil {
          let part = Swift.max(
            Double(found.count) / Double(count),
            (Double(edges - least) + walk.progress) / Double(bound - least + 1))
          reporter.report(part)
        }
      }
      edges = walk.nextBound
    }
    reporter.report(1)
    return found
  }

  /// The path made of the given arcs.
  func path(from source: Int, arcs: [Int]) -> Path {
    var length = 0.0
    for arc in arcs { length += weightRole == .distance ? outgoing.weights[arc] : 1 }
    return Path(
      nodes: [node(at: source)] + arcs.map { node(at: Int(outgoing.targets[$0])) },
      edges: arcs.map { edge(at: Int(outgoing.edges[$0])) }, length: length)
  }
}
