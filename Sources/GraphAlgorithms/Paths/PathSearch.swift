internal import GraphCore

/// A search for shortest paths from one node, and the arrays that it leaves behind.
///
/// Distances are sums of distances, or numbers of edges where the graph has none. The search can
/// be run again from another node; only what the last run touched is cleared.
struct PathSearch {
  static let none = UInt32.max

  let arcs: Arcs
  private let isWeighted: Bool
  private let tracksPaths: Bool

  /// The distance of each node, infinite while it is not reached.
  private(set) var distances: [Double]
  /// How many edges the path found to each node has; `none` while it is not reached.
  private(set) var hops: [UInt32]
  /// The arc by which the path found enters each node; empty if paths are not tracked.
  private(set) var entries: [UInt32]
  /// The node before each node on the path found; empty if paths are not tracked.
  private(set) var parents: [UInt32]
  /// The nodes reached, nearest first.
  private(set) var order: [UInt32] = []

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - arcs: The arcs to follow.
  ///   - tracksPaths: Whether paths are wanted as well as distances; the graph then has to have some.
  init(_ graph: FrozenGraph, along arcs: Arcs, tracksPaths: Bool) {
    self.arcs = arcs
    self.tracksPaths = tracksPaths
    isWeighted = graph.weightRole == .distance
    distances = [Double](repeating: .infinity, count: graph.nodeCount)
    hops = [UInt32](repeating: Self.none, count: graph.nodeCount)
    entries = [UInt32](repeating: Self.none, count: tracksPaths ? graph.nodeCount : 0)
    parents = entries
  }

  /// Finds the nodes that `source` reaches, nearest first.
  ///
  /// - Parameters:
  ///   - source: Where paths start.
  ///   - limit: How many edges they may have, where the graph has no distances.
  mutating func run(from source: Int, limit: Int = .max) {
    for node in order {
      forget(node)
    }
    order.removeAll(keepingCapacity: true)
    if isWeighted {
      runDijkstra(from: source)
    } else {
      runBreadthFirst(from: source, limit: limit)
    }
  }

  private mutating func forget(_ node: UInt32) {
    distances[Int(node)] = .infinity
    hops[Int(node)] = Self.none
    if tracksPaths {
      entries[Int(node)] = Self.none
      parents[Int(node)] = Self.none
    }
  }

  private mutating func runBreadthFirst(from source: Int, limit: Int) {
    let (offsets, targets) = (arcs.offsets, arcs.targets)
    distances[source] = 0
    hops[source] = 0
    order.append(UInt32(source))
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      let hop = hops[Int(node)] + 1
      if hop > limit { break }
      for arc in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
        let head = Int(targets[arc])
        if hops[head] != Self.none { continue }
        distances[head] = Double(hop)
        hops[head] = hop
        order.append(UInt32(head))
      }
    }
  }

  /// A node that may be reached next, and how.
  struct Candidate: Comparable {
    /// The distance, which is not negative, above the number of edges and the node, so that one
    /// comparison without a branch orders them all.
    private let key: UInt128

    init(distance: Double, hops: UInt32, node: UInt32) {
      key = UInt128(distance.bitPattern) << 64 | UInt128(UInt64(hops) << 32 | UInt64(node))
    }

    var distance: Double { Double(bitPattern: UInt64(truncatingIfNeeded: key >> 64)) }
    var hops: UInt32 { UInt32(truncatingIfNeeded: key >> 32) }
    var node: UInt32 { UInt32(truncatingIfNeeded: key) }

    @inline(__always)
    static func < (left: Candidate, right: Candidate) -> Bool { left.key < right.key }
  }

  private mutating func runDijkstra(from source: Int) {
    let (offsets, targets, edges) = (arcs.offsets, arcs.targets, arcs.edges)
    let weights = arcs.weights
    var heap = MinimumHeap<Candidate>()
    distances[source] = 0
    hops[source] = 0
    heap.insert(Candidate(distance: 0, hops: 0, node: UInt32(source)))
    while let nearest = heap.popMinimum() {
      let node = Int(nearest.node)
      // A node is queued again each time that it comes nearer; only the last entry counts.
      guard nearest.distance == distances[node], nearest.hops == hops[node] else { continue }
      order.append(nearest.node)
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let head = Int(targets[arc])
        let distance = nearest.distance + weights[arc]
        let hop = nearest.hops + 1
        // A sum too great for a number leads nowhere.
        guard distance.isFinite else { continue }
        if (distance, hop) < (distances[head], hops[head]) {
          distances[head] = distance
          hops[head] = hop
          if tracksPaths {
            entries[head] = UInt32(arc)
            parents[head] = nearest.node
          }
          heap.insert(Candidate(distance: distance, hops: hop, node: UInt32(head)))
        } else if tracksPaths, distance == distances[head], hop == hops[head],
          edges[arc] < edges[Int(entries[head])]
        {
          entries[head] = UInt32(arc)
          parents[head] = nearest.node
        }
      }
    }
  }
}
