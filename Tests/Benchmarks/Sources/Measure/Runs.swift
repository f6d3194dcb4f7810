import GraphAlgorithms
import GraphCore

/// The algorithms by name, on one graph.
struct Runs {
  let plain: FrozenGraph
  let distances: FrozenGraph
  let strengths: FrozenGraph

  /// Pairs of nodes spread over the graph, the same as in `compare.py`.
  private var pairs: [(NodeID, NodeID)] {
    (0..<100).map { number in
      (
        plain.node(at: number * 7919 % plain.nodeCount),
        plain.node(at: (number * 104_729 + 13) % plain.nodeCount)
      )
    }
  }

  private var sources: [NodeID] { pairs.prefix(20).map(\.0) }

  func run(_ name: String, threads: Int) throws -> [Double] {
    let execution = Execution(threads: threads)
    switch name {
    case "betweenness": return try plain.betweenness(execution: execution).values
    case "edge-betweenness": return try plain.edgeBetweenness(execution: execution).values
    case "weighted-betweenness": return try distances.betweenness(execution: execution).values
    case "closeness": return try plain.closeness(.perComponent, execution: execution).values
    case "harmonic": return try plain.harmonicCentrality(execution: execution).values
    case "eccentricity": return try plain.eccentricities(execution: execution).values
    case "diameter": return [try plain.diameter(execution: execution)]
    case "pagerank": return try plain.pageRank(tolerance: 1e-11).values
    case "eigenvector": return try plain.eigenvectorCentrality(tolerance: 1e-11).values
    case "single-pair": return pairs.map { plain.shortestPath(from: $0, to: $1)?.length ?? -1 }
    case "bfs":
      return try plain.distances(fromEach: sources, execution: execution).flatMap(\.values)
    case "dijkstra":
      return try distances.distances(fromEach: sources, execution: execution).flatMap(\.values)
    case "core": return plain.coreNumbers().values
    case "components":
      let components = plain.connectedComponents()
      return [Double(components.count), Double(components.sizes.first ?? 0)]
    default: return []
    }
  }
}
