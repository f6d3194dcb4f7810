internal import GraphCore

/// A search for the best way through what a path that is left leaves of a graph.
///
/// It runs from the target back, so that ties can be settled from the front. Only what the last run
/// touched is cleared.
struct RemnantSearch {
  private let graph: FrozenGraph
  private let isWeighted: Bool
  private let target: Int
  private var distances: [Double]
  private var hops: [UInt32]
  private var touched: [Int] = []

  init(_ graph: FrozenGraph, to target: Int) {
    self.graph = graph
    self.target = target
    isWeighted = graph.weightRole == .distance
    distances = [Double](repeating: .infinity, count: graph.nodeCount)
    hops = [UInt32](repeating: PathSearch.none, count: graph.nodeCount)
  }

  /// Finds the best way from a node to the target.
  ///
  /// - Parameters:
  ///   - start: The node, which is not the target.
  ///   - isClosed: For each node, whether it may not be passed; the start may be.
  ///   - isBarred: For each edge, whether the start may not be left by it.
  /// - Returns: The arcs; `nil` if there is no way.
  mutating func arcs(
    from start: Int, isClosed: [Bool], isBarred: [Bool]
  ) -> [UInt32]? {
    for node in touched {
      distances[node] = .infinity
      hops[node] = PathSearch.none
    }
    touched = [target]
    search(to: start, isClosed, isBarred)
    guard hops[start] != PathSearch.none else { return nil }
    let outgoing = graph.outgoing
    var arcs: [UInt32] = []
    var node = start
    while node != target {
      let next = outgoing.range(of: node).first { arc in
        let head = Int(outgoing.targets[arc])
        let length = isWeighted ? outgoing.weights[arc] : 1
        return hops[head] != PathSearch.none && hops[head] + 1 == hops[node]
          && distances[head] + length == distances[node]
          && !(node == start && isBarred[Int(outgoing.edges[arc])])
      }
      guard let next else { return nil }
      arcs.append(UInt32(next))
      node = Int(outgoing.targets[next])
    }
    return arcs
  }

  private mutating func search(to start: Int, _ isClosed: [Bool], _ isBarred: [Bool]) {
    let incoming = graph.incoming
    var heap = MinimumHeap<PathSearch.Candidate>()
    distances[target] = 0
    hops[target] = 0
    heap.insert(PathSearch.Candidate(distance: 0, hops: 0, node: UInt32(target)))
    var limit = (Double.infinity, UInt32.max)
    while let nearest = heap.popMinimum() {
      let node = Int(nearest.node)
      guard nearest.distance == distances[node], nearest.hops == hops[node] else { continue }
      if (nearest.distance, nearest.hops) > limit { break }
      if node == start {
        limit = (nearest.distance, nearest.hops)
        continue
      }
      for arc in incoming.range(of: node) {
        let tail = Int(incoming.targets[arc])
        if tail == start ? isBarred[Int(incoming.edges[arc])] : isClosed[tail] { continue }
        let distance = nearest.distance + (isWeighted ? incoming.weights[arc] : 1)
        let hop = nearest.hops + 1
        guard distance.isFinite, (distance, hop) < (distances[tail], hops[tail]) else { continue }
        if hops[tail] == PathSearch.none { touched.append(tail) }
        distances[tail] = distance
        hops[tail] = hop
        heap.insert(PathSearch.Candidate(distance: distance, hops: hop, node: UInt32(tail)))
      }
    }
  }
}
