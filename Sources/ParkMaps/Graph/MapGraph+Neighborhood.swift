import GraphAlgorithms
import GraphCore

extension MapGraph {
  /// The part of the graph that lies within a number of steps of some nodes, whichever way ties
  /// point; the ties between those nodes are kept.
  ///
  /// - Parameters:
  ///   - ids: Where steps are counted from; identifiers that are no node's are passed over.
  ///   - depth: The greatest number of steps; 0 keeps the nodes alone.
  /// - Returns: The nodes, in the order that they had, and the ties.
  /// - Complexity: O(*n* + *m*) for each of the identifiers.
  public func neighborhood(of ids: [String], depth: Int) -> MapGraph {
    let (graph, numbers) = topology
    let frozen = graph.frozen()
    var kept: Set<Int> = []
    for id in ids {
      guard let start = numbers[id] else { continue }
      for (node, steps) in frozen.distances(from: start) where steps <= Double(depth) {
        kept.insert(graph[node])
      }
    }
    return part { place, _ in kept.contains(place) }
  }

  /// The nodes of a shortest path between two nodes, whichever way ties point; `nil` when there is
  /// none, or one of the two is no node.
  ///
  /// - Returns: The identifiers from the first to the last, both included.
  /// - Complexity: O(*n* + *m*).
  public func shortestPath(from start: String, to end: String) -> [String]? {
    let (graph, ids) = topology
    guard let first = ids[start], let last = ids[end] else { return nil }
    return graph.frozen().shortestPath(from: first, to: last)?.nodes.map { nodes[graph[$0]].id }
  }

  /// The nodes that are wanted, with the ties between them.
  func part(_ isWanted: (_ place: Int, Node) -> Bool) -> MapGraph {
    var part = self
    part.nodes = nodes.enumerated().filter { isWanted($0.offset, $0.element) }.map(\.element)
    let ids = Set(part.nodes.map(\.id))
    part.edges = edges.filter { ids.contains($0.source) && ids.contains($0.target) }
    return part
  }
}
