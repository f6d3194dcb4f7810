import GraphAlgorithms
import GraphCore

/// The algorithms by name, on one graph.
struct Runs {
  let plain: FrozenGraph
  let distances: FrozenGraph
  let strengths: FrozenGraph
  /// What a walk loses with every edge for Katz's centrality: it converges on any graph.
  let attenuation: Double

  init(plain: FrozenGraph, distances: FrozenGraph, strengths: FrozenGraph) {
    self.plain = plain
    self.distances = distances
    self.strengths = strengths
    attenuation = 0.85 / (plain.degrees().values.max() ?? 1)
  }

  /// Pairs of nodes spread over the graph, the same as in `peers.py`.
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
    case "weighted-closeness":
      return numbers(try distances.closeness(.perComponent, execution: execution))
    case "harmonic": return numbers(try plain.harmonicCentrality(execution: execution))
    case "eccentricity": return numbers(try plain.eccentricities(execution: execution))
    case "diameter":
      let diameter = try plain.diameter(execution: execution)
      return { [diameter] }
    case "histogram":
      let histogram = try plain.distanceHistogram(execution: execution)
      return { histogram.map(Double.init) }
    case "pagerank": return numbers(try plain.pageRank(tolerance: 1e-11, execution: execution))
    case "eigenvector":
      return numbers(try plain.eigenvectorCentrality(tolerance: 1e-11, execution: execution))
    case "katz":
      return numbers(
        try plain.katzCentrality(
          alpha: attenuation, scale: .maximum, tolerance: 1e-11, execution: execution))
    case "hits":
      let scores = try plain.hubsAndAuthorities(tolerance: 1e-11, execution: execution)
      return { scores.hubs.values + scores.authorities.values }
    case "single-pair":
      let paths = pairs.map { plain.shortestPath(from: $0, to: $1) }
      return { paths.map { $0?.length ?? -1 } }
    case "weighted-pair":
      let paths = pairs.prefix(50).map { distances.shortestPath(from: $0, to: $1) }
      return { paths.map { $0?.length ?? -1 } }
    case "several-paths":
      let paths = pairs.prefix(10).flatMap { plain.shortestPaths(10, from: $0, to: $1) }
      return { paths.map(\.length) }
    case "tree":
      let tree = plain.shortestPathTree(from: pairs[0].0)
      return { lengths(of: tree) { _, _ in 1 } }
    case "weighted-tree":
      let tree = distances.shortestPathTree(from: pairs[0].0)
      return { lengths(of: tree) { distances.weight(of: $0, at: $1) ?? .nan } }
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
    case "strong-components":
      let components = plain.stronglyConnectedComponents()
      return { components.sizes.map(Double.init) }
    default: return { [] }
    }
  }

  private func numbers(_ scores: NodeScores) -> () -> [Double] { { scores.values } }

  /// How long each path of a tree is, added up along the path.
  private func lengths(
    of tree: ShortestPathTree, _ length: (EdgeID, NodeID) -> Double
  ) -> [Double] {
    (0..<plain.nodeCount).map { index in
      guard let path = tree.path(to: plain.node(at: index)) else { return .infinity }
      return zip(path.edges, path.nodes).reduce(0) { $0 + length($1.0, $1.1) }
    }
  }
}
