import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Betweenness where lengths are the least that there are, or differ very much.
@Suite struct BetweennessLengthsTests {
  @Test(arguments: [.leastNonzeroMagnitude, 0x1p-1060, 1e-300, 1e-160, 1, 1e290])
  func lengthsOfAnySizeAreCompared(_ unit: Double) throws {
    // A square of which each side is a unit long, and a diagonal of three units.
    for directedness in [Directedness.undirected, .directed] {
      var builder = FrozenGraph.Builder(directedness, weightRole: .distance)
      for (source, target) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
        try builder.addEdge(from: source, to: target, weight: unit)
      }
      try builder.addEdge(from: 0, to: 3, weight: 3 * unit)
      let graph = builder.build()
      let isDirected = directedness == .directed
      #expect(
        try graph.betweenness().values
          == (isDirected ? [0, 0.5, 0.5, 0] : [0.5, 0.5, 0.5, 0.5]))
      #expect(
        try graph.edgeBetweenness().values
          == (isDirected ? [1.5, 1.5, 1.5, 1.5, 0] : [2, 2, 2, 2, 0]))
    }
  }

  /// Each length is a power of two of its own, so that no two paths are as long.
  @Test(arguments: 0..<40)
  func lengthsThatDifferMuch(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let nodeCount = 16
    var builder = FrozenGraph.Builder(
      seed % 2 == 0 ? .undirected : .directed, nodeCount: nodeCount, weightRole: .distance)
    for power in (0..<30).shuffled(using: &random) {
      try builder.addEdge(
        from: Int.random(in: 0..<nodeCount, using: &random),
        to: Int.random(in: 0..<nodeCount, using: &random),
        weight: Double(sign: .plus, exponent: power, significand: 1))
    }
    let graph = builder.build()
    var nodes = [Double](repeating: 0, count: nodeCount)
    var edges = [Double](repeating: 0, count: graph.edgeCount)
    let part = graph.isDirected ? 1 : 0.5
    for source in 0..<nodeCount {
      for target in 0..<nodeCount {
        let path = graph.shortestPath(from: graph.node(at: source), to: graph.node(at: target))
        for node in path?.nodes.dropFirst().dropLast() ?? [] { nodes[Int(node.rawValue)] += part }
        for edge in path?.edges ?? [] { edges[Int(edge.rawValue)] += part }
      }
    }
    #expect(areClose(try graph.betweenness().values, nodes))
    #expect(areClose(try graph.edgeBetweenness().values, edges))
    let sum = try (0..<nodeCount).map { [graph.node(at: $0)] as Set }
      .map { try graph.betweenness(sources: $0).values }
      .reduce(nodes.map { _ in 0 }) { zip($0, $1).map { $0 + $1 } }
    #expect(areClose(sum, nodes))
  }
}
