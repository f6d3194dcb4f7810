public import GraphCore

/// A search from one node that counts the shortest paths to every other.
struct PathCounting {
  private var search: PathSearch
  private let isWeighted: Bool
  private var positions: [UInt32]

  /// How many shortest paths lead to each node, 0 where none does.
  private(set) var counts: [Double]

  /// The nodes reached, nearest first.
  var order: [UInt32] { search.order }

  /// The arcs that shortest paths from the source are made of.
  var tightArcs: TightArcs {
    TightArcs(
      offsets: search.arcs.offsets, targets: search.arcs.targets, hops: search.hops,
      weights: isWeighted ? search.arcs.weights : nil, distances: search.distances,
      positions: positions)
  }

  /// Prepares a search.
  ///
  /// - Throws: `AlgorithmError.zeroDistance` for the first edge of length zero.
  init(_ graph: FrozenGraph, along arcs: Arcs) throws(AlgorithmError) {
    try graph.requirePositiveDistances()
    search = PathSearch(graph, along: arcs, tracksPaths: false)
    isWeighted = graph.weightRole == .distance
    positions = [UInt32](repeating: 0, count: graph.nodeCount)
    counts = [Double](repeating: 0, count: graph.nodeCount)
  }

  /// Finds and counts the shortest paths from `source`.
  mutating func run(from source: Int) {
    for node in search.order {
      counts[Int(node)] = 0
    }
    search.run(from: source)
    for (position, node) in search.order.enumerated() {
      positions[Int(node)] = UInt32(position)
    }
    // A local array, so that the loop need not ask each time whether it is shared.
    var counts: [Double] = []
    swap(&counts, &self.counts)
    defer { swap(&counts, &self.counts) }
    counts[source] = 1
    let tightArcs = tightArcs
    for node in search.order {
      let count = counts[Int(node)]
      tightArcs.forEach(from: Int(node)) { _, head in
        counts[head] += count
      }
    }
  }
}

/// The arcs from a node to one farther away whose distance is that of the first and the arc's.
///
/// Lengths that only rounding tells apart are equal; the order in which nodes were reached then
/// makes sure that no edge is tight both ways.
struct TightArcs {
  let offsets: [UInt32]
  let targets: [UInt32]
  let hops: [UInt32]
  /// The lengths of the arcs, unless each is one step.
  let weights: [Double]?
  let distances: [Double]
  let positions: [UInt32]

  /// Goes through the tight arcs from a node.
  @inline(__always)
  func forEach(from node: Int, _ body: (_ arc: Int, _ head: Int) -> Void) {
    let arcs = Int(offsets[node])..<Int(offsets[node + 1])
    guard let weights else {
      let hop = hops[node] + 1
      for arc in arcs where hops[Int(targets[arc])] == hop {
        body(arc, Int(targets[arc]))
      }
      return
    }
    for arc in arcs {
      let head = Int(targets[arc])
      let sum = distances[node] + weights[arc]
      // The sum of both might be too great for a number.
      if positions[head] > positions[node], sum.isFinite,
        abs(sum - distances[head]) <= 1e-10 * sum + 1e-10 * distances[head]
      {
        body(arc, head)
      }
    }
  }
}

extension FrozenGraph {
  /// How many shortest paths lead from one node to another.
  ///
  /// Parallel edges make different paths. In a graph with distances, lengths that differ by no
  /// more than a part in 10¹⁰ of their sum are equal, so that 0.1 + 0.2 is 0.3. The number is
  /// exact up to 2⁵³, rounded beyond, and infinite beyond 1.8 × 10³⁰⁸. From a node to itself there is
  /// one path, of no edges.
  ///
  /// Brandes: A faster algorithm for betweenness centrality. J. Mathematical Sociology 25 (2001).
  ///
  /// - Parameters:
  ///   - source: Where the paths start.
  ///   - target: Where they end.
  /// - Returns: The number of paths, 0 if the target cannot be reached.
  /// - Throws: ``AlgorithmError/zeroDistance(_:)`` if an edge has length zero.
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(nodes + edges), with distances O((nodes + edges) × log edges)
  public func shortestPathCount(
    from source: NodeID, to target: NodeID
  ) throws(AlgorithmError) -> Double {
    var paths = try PathCounting(self, along: outgoing)
    paths.run(from: requiredIndex(of: source))
    return paths.counts[requiredIndex(of: target)]
  }

  /// Makes sure that no edge has length zero.
  func requirePositiveDistances() throws(AlgorithmError) {
    guard weightRole == .distance else { return }
    var first = UInt32.max
    for arc in outgoing.weights.indices where outgoing.weights[arc] == 0 {
      first = min(first, outgoing.edges[arc])
    }
    guard first == .max else { throw .zeroDistance(edge(at: Int(first))) }
  }
}
