public import GraphCore

/// The simple paths between two nodes up to a length, found one by one as they are asked for.
///
/// Made by ``GraphCore/FrozenGraph/simplePaths(from:to:maximumEdges:)``.
public struct SimplePaths: Sequence, Sendable {
  fileprivate let graph: FrozenGraph
  fileprivate let source: Int
  fileprivate let target: Int
  fileprivate let maximumEdges: Int
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

    fileprivate init(_ paths: SimplePaths) {
      self.paths = paths
      isOnPath = [Bool](repeating: false, count: paths.graph.nodeCount)
      isTrivialDue = paths.source == paths.target && paths.maximumEdges >= 0
      let isNear = paths.maximumEdges >= 0 && Int(paths.hops[paths.source]) <= paths.maximumEdges
      nodes = paths.source != paths.target && isNear ? [paths.source] : []
      nextArcs = nodes.map { paths.graph.outgoing.range(of: $0).lowerBound }
      if !nodes.isEmpty { isOnPath[paths.source] = true }
    }

    /// The next path, or `nil` when there are no more.
    ///
    /// - Complexity: O(maximumEdges × nodes × edges) at worst, as in Yen's algorithm without it
    public mutating func next() -> Path? {
      if isTrivialDue {
        isTrivialDue = false
        return paths.graph.path(from: paths.source, arcs: [])
      }
      let outgoing = paths.graph.outgoing
      while let node = nodes.last {
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
        guard hops != PathSearch.none, !isOnPath[head],
          arcs.count + 1 + Int(hops) <= paths.maximumEdges
        else { continue }
        if head == paths.target { return paths.graph.path(from: paths.source, arcs: arcs + [arc]) }
        isOnPath[head] = true
        nodes.append(head)
        nextArcs.append(outgoing.range(of: head).lowerBound)
        arcs.append(arc)
      }
      return nil
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

  /// The path made of the given arcs.
  func path(from source: Int, arcs: [Int]) -> Path {
    var length = 0.0
    for arc in arcs { length += weightRole == .distance ? outgoing.weights[arc] : 1 }
    return Path(
      nodes: [node(at: source)] + arcs.map { node(at: Int(outgoing.targets[$0])) },
      edges: arcs.map { edge(at: Int(outgoing.edges[$0])) }, length: length)
  }
}
