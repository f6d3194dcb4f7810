public import GraphCore

extension FrozenGraph {
  /// The distances from one node to all others, without the paths.
  ///
  /// Distances are the graph's if it was frozen with them (Dijkstra 1959), else numbers of edges by
  /// breadth-first search; infinite where no path leads. Self-loops have no effect, nor has any but
  /// the shortest of parallel edges. The node itself has 0.
  ///
  /// - Parameters:
  ///   - source: Where to measure from.
  ///   - direction: Which way edges are followed; with `.incoming`, the distances are those to the
  ///     source.
  /// - Returns: The distance of every node.
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(nodes + edges), with distances O((nodes + edges) × log edges) as a rule
  public func distances(from source: NodeID, _ direction: Direction = .outgoing) -> NodeScores {
    let start = requiredIndex(of: source)
    if weightRole == .distance {
      let search = BucketSearch(BucketSearch.Roads(arcs(direction)))
      search.run(from: start)
      return NodeScores(search.distances.array, of: self)
    }
    return NodeScores(LevelSearch(self, direction).distances(from: start), of: self)
  }

  /// The distances from several nodes to all others.
  ///
  /// Each list is that of ``distances(from:_:)``, from a search of its own.
  ///
  /// - Parameters:
  ///   - sources: Where to measure from, in any order; one may be named more than once.
  ///   - direction: Which way edges are followed.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: For each source, the distance of every node.
  /// - Throws: ``AlgorithmError/unknownNode(_:)``, ``AlgorithmError/cancelled``.
  /// - Complexity: O(sources × (nodes + edges)), with distances O(sources × (nodes + edges) × log
  ///   edges) as a rule; memory O(sources × nodes)
  public func distances(
    fromEach sources: [NodeID], _ direction: Direction = .outgoing,
    execution: Execution = .sequential
  ) throws(AlgorithmError) -> [NodeScores] {
    var starts: [Int] = []
    for source in sources {
      guard let index = index(of: source) else { throw .unknownNode(source) }
      starts.append(index)
    }
    let results = DistanceTable(rows: starts.count, columns: nodeCount)
    if weightRole == .distance {
      let roads = BucketSearch.Roads(arcs(direction))
      let searches = (0..<max(1, min(execution.threads, starts.count))).map { _ in
        BucketSearch(roads)
      }
      let shared = Shared((starts, searches, results))
      try execution.run(jobs: starts.count) { thread, job in
        let (starts, searches, results) = shared.value
        searches[thread].run(from: starts[job])
        for node in searches[thread].reached {
          results.values[job * results.columns + Int(node)] = searches[thread].distances[node]
        }
      }
    } else {
      let search = LevelSearch(self, direction)
      let shared = Shared((starts, search, results))
      try execution.run(jobs: starts.count) { _, job in
        let (starts, search, results) = shared.value
        search.run(from: starts[job], into: results.values.base + job * results.columns)
      }
    }
    return starts.indices.map { NodeScores(results.row($0), of: self) }
  }
}

/// Numbers in rows, infinite at first.
private final class DistanceTable {
  let columns: Int
  let values: Buffer<Double>

  init(rows: Int, columns: Int) {
    self.columns = columns
    values = Buffer(repeating: .infinity, count: rows * columns)
  }

  func row(_ number: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: values.base + number * columns, count: columns))
  }
}
