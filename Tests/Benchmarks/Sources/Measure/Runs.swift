import GraphAlgorithms
import GraphCore

/// The algorithms by name, on one graph.
struct Runs {
  let plain: FrozenGraph
  let distances: FrozenGraph
  let strengths: FrozenGraph

  /// Pairs of nodes spread over the graph, the same as in `compare.py`.
  private var pairs: [(NodeID, NodeID)] {
    (0..<1000).map { number in
      (
        plain.node(at: number * 7919 % plain.nodeCount),
        plain.node(at: (number * 104_729 + 13) % plain.nodeCount)
      )
    }
  }

  private var sources: [NodeID] { pairs.prefix(20).map(\.0) }

  /// Runs an algorithm, and says how to read the answer as numbers, which takes time of its own.
  func run(_ name: String, threads: Int) throws -> () -> [Double] {
    let execution = Execution(threads: threads)
    switch name {
    case "betweenness": return numbers(try plain.betweenness(execution: execution))
    case "some-betweenness":
      return numbers(try plain.betweenness(sources: Set(sources), execution: execution))
    case "edge-betweenness":
      let scores = try plain.edgeBetweenness(execution: execution)
      return { scores.values }
    case "weighted-betweenness": return numbers(try distances.betweenness(execution: execution))
    case "closeness": return numbers(try plain.closeness(.perComponent, execution: execution))
    case "harmonic": return numbers(try plain.harmonicCentrality(execution: execution))
    case "eccentricity": return numbers(try plain.eccentricities(execution: execution))
    case "diameter":
      let diameter = try plain.diameter(execution: execution)
      return { [diameter] }
    case "pagerank": return numbers(try plain.pageRank(tolerance: 1e-11, execution: execution))
    case "eigenvector":
      return numbers(try plain.eigenvectorCentrality(tolerance: 1e-11, execution: execution))
    case "single-pair":
      let paths = pairs.map { plain.shortestPath(from: $0, to: $1) }
      return { paths.map { $0?.length ?? -1 } }
    case "weighted-pair":
      let paths = pairs.prefix(50).map { distances.shortestPath(from: $0, to: $1) }
      return { paths.map { $0?.length ?? -1 } }
    case "one-bfs": return numbers(plain.distances(from: pairs[0].0))
    case "bfs":
      let rows = try plain.distances(fromEach: sources, execution: execution)
      return { rows.flatMap(\.values) }
    case "dijkstra":
      let rows = try distances.distances(fromEach: sources, execution: execution)
      return { rows.flatMap(\.values) }
    case "core": return numbers(plain.coreNumbers())
    case "components":
      let components = plain.connectedComponents()
      return { [Double(components.count), Double(components.sizes.first ?? 0)] }
    default: return { [] }
    }
  }

  private func numbers(_ scores: NodeScores) -> () -> [Double] { { scores.values } }
}
