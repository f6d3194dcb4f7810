public import GraphCore

/// All shortest paths between two nodes, found one by one as they are asked for.
///
/// Made by ``GraphCore/FrozenGraph/allShortestPaths(from:to:)``.
public struct ShortestPaths: Sequence, Sendable {
  fileprivate let graph: FrozenGraph
  fileprivate let source: Int
  fileprivate let target: Int
  /// For each node, the arcs by which shortest paths to the target leave it.
  fileprivate let steps: [Int: [Int]]

  /// Starts to look for paths.
  ///
  /// - Complexity: O(1)
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Walks along the arcs that shortest paths are made of.
  public struct Iterator: IteratorProtocol {
    private let paths: ShortestPaths
    private var choices: [ArraySlice<Int>] = []
    private var arcs: [Int] = []
    private var isDone = false

    fileprivate init(_ paths: ShortestPaths) { self.paths = paths }

    /// The next path, or `nil` when there are no more.
    ///
    /// - Complexity: O(edges on the path)
    public mutating func next() -> Path? {
      if isDone { return nil }
      if paths.source == paths.target {
        isDone = true
        return paths.graph.path(from: paths.source, arcs: [])
      }
      if choices.isEmpty { choices.append(paths.steps[paths.source, default: []][...]) }
      while !choices.isEmpty {
        guard let arc = choices[choices.count - 1].popFirst() else {
          choices.removeLast()
          if !arcs.isEmpty { arcs.removeLast() }
          continue
        }
        let head = Int(paths.graph.outgoing.targets[arc])
        if head == paths.target { return paths.graph.path(from: paths.source, arcs: arcs + [arc]) }
        arcs.append(arc)
        choices.append(paths.steps[head, default: []][...])
      }
      isDone = true
      return nil
    }
  }
}

extension FrozenGraph {
  /// All shortest paths from one node to another.
  ///
  /// There can be very many; ``shortestPathCount(from:to:)`` says how many. They are found only as
  /// they are asked for, so that a loop may stop at any time, or take `prefix(_:)`. Lengths are the
  /// graph's distances if it was frozen with them, else numbers of edges; lengths that differ by
  /// no more than a part in 10¹⁰ of their sum are equal. Parallel edges make different paths,
  /// self-loops are on none. The order is by the edges, from the first on. The only path from a
  /// node to itself is the node alone.
  ///
  /// Brandes: A faster algorithm for betweenness centrality. J. Mathematical Sociology 25 (2001), for
  /// the search that keeps all the ways in which shortest paths come.
  ///
  /// - Parameters:
  ///   - source: Where the paths start.
  ///   - target: Where they end.
  /// - Returns: The paths, to be walked through; none if the target cannot be reached.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero.
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(nodes + edges), with distances O((nodes + edges) × log edges), to get; then
  ///   O(edges on the path) for each
  public func allShortestPaths(
    from source: NodeID, to target: NodeID
  ) throws(AlgorithmError) -> ShortestPaths {
    let (start, end) = (requiredIndex(of: source), requiredIndex(of: target))
    var paths = try PathCounting(self, along: outgoing)
    paths.run(from: start)
    // From the target back, only the arcs that lie on a path to it.
    var leads = [Bool](repeating: false, count: nodeCount)
    leads[end] = true
    var steps: [Int: [Int]] = [:]
    let tightArcs = paths.tightArcs
    for node in paths.order.reversed() where Int(node) != end {
      tightArcs.forEach(from: Int(node)) { arc, head in
        if leads[head] { steps[Int(node), default: []].append(arc) }
      }
      if steps[Int(node)] != nil { leads[Int(node)] = true }
    }
    return ShortestPaths(graph: self, source: start, target: end, steps: steps)
  }
}
