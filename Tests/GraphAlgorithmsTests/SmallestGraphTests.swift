import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Every algorithm on the graphs where definitions are put to the test, worked by hand: no node, one
/// node, one with a loop, two with parallel edges, and two parts.
@Suite struct SmallestGraphTests {
  /// A graph and what is right for it, one value a node unless it says otherwise.
  struct Sample: Sendable, CustomStringConvertible {
    var directedness: Directedness
    var nodeCount: Int
    var edges: [(Int, Int)]

    var betweennessOfEdges: [Double] = []
    var closeness: [Double] = []
    var closenessPerComponent: [Double] = []
    var harmonic: [Double] = []
    var eccentricity: [Double] = []
    var histogram: [Int] = [0]
    var degree: [Double] = []
    var eigenvector: [Double] = []
    /// With α = 0.1.
    var katz: [Double] = []
    var pageRank: [Double] = []
    var hubs: [Double] = []
    var authorities: [Double] = []
    var core: [Double] = []
    var parts = 0
    var strongParts = 0
    /// From the first node.
    var distances: [Double] = []
    /// From the first node to the last.
    var paths = 0

    var description: String { "\(directedness), \(nodeCount) nodes, edges \(edges)" }
  }

  private static let third = 1.0 / 3

  private static let samples: [Sample] = [
    Sample(directedness: .undirected, nodeCount: 0, edges: []),
    Sample(directedness: .directed, nodeCount: 0, edges: []),
    one(.undirected, loop: false), one(.directed, loop: false), one(.undirected, loop: true),
    one(.directed, loop: true),
    Sample(
      directedness: .undirected, nodeCount: 2, edges: [(0, 1), (0, 1)],
      betweennessOfEdges: [0.5, 0.5], closeness: [1, 1], closenessPerComponent: [1, 1],
      harmonic: [1, 1], eccentricity: [1, 1], histogram: [0, 1], degree: [2, 2],
      // x = 1 + 0.2 x.
      eigenvector: [1, 1], katz: [1.25, 1.25], pageRank: [0.5, 0.5], hubs: [1, 1],
      authorities: [1, 1], core: [2, 2], parts: 1, strongParts: 1, distances: [0, 1], paths: 2),
    Sample(
      directedness: .directed, nodeCount: 2, edges: [(0, 1), (0, 1)],
      betweennessOfEdges: [0.5, 0.5], closeness: [1, 0], closenessPerComponent: [1, .nan],
      harmonic: [1, 0], eccentricity: [1, 0], histogram: [0, 1], degree: [2, 2],
      // p = 0.075 + 0.425 (1 − p).
      eigenvector: [0, 0], katz: [1, 1.2], pageRank: [0.5 / 1.425, 0.925 / 1.425], hubs: [1, 0],
      authorities: [0, 1], core: [2, 2], parts: 1, strongParts: 2, distances: [0, 1], paths: 2),
    Sample(
      directedness: .undirected, nodeCount: 4, edges: [(0, 1), (2, 3)],
      betweennessOfEdges: [1, 1], closeness: [third, third, third, third],
      closenessPerComponent: [1, 1, 1, 1], harmonic: [third, third, third, third],
      eccentricity: [1, 1, 1, 1], histogram: [0, 2], degree: [1, 1, 1, 1],
      eigenvector: [1, 1, 1, 1], katz: [1 / 0.9, 1 / 0.9, 1 / 0.9, 1 / 0.9],
      pageRank: [0.25, 0.25, 0.25, 0.25], hubs: [1, 1, 1, 1], authorities: [1, 1, 1, 1],
      core: [1, 1, 1, 1], parts: 2, strongParts: 2, distances: [0, 1, .infinity, .infinity]),
    Sample(
      directedness: .directed, nodeCount: 4, edges: [(0, 1), (2, 3)],
      betweennessOfEdges: [1, 1], closeness: [third, 0, third, 0],
      closenessPerComponent: [1, .nan, 1, .nan], harmonic: [third, 0, third, 0],
      eccentricity: [1, 0, 1, 0], histogram: [0, 2], degree: [1, 1, 1, 1],
      eigenvector: [0, 0, 0, 0], katz: [1, 1.1, 1, 1.1],
      // Half of what the pair alone has.
      pageRank: [0.25 / 1.425, 0.4625 / 1.425, 0.25 / 1.425, 0.4625 / 1.425], hubs: [1, 0, 1, 0],
      authorities: [0, 1, 0, 1], core: [1, 1, 1, 1], parts: 2, strongParts: 4,
      distances: [0, 1, .infinity, .infinity]),
  ]

  /// A node alone, or with a loop, which has two ends in an undirected graph.
  private static func one(_ directedness: Directedness, loop: Bool) -> Sample {
    let ends = loop ? directedness == .directed ? 0.1 : 0.2 : 0
    return Sample(
      directedness: directedness, nodeCount: 1, edges: loop ? [(0, 0)] : [],
      betweennessOfEdges: loop ? [0] : [], closeness: [0], closenessPerComponent: [.nan],
      harmonic: [0], eccentricity: [0], degree: [loop ? 2 : 0], eigenvector: [loop ? 1 : 0],
      katz: [1 / (1 - ends)], pageRank: [1], hubs: [loop ? 1 : 0], authorities: [loop ? 1 : 0],
      core: [0], parts: 1, strongParts: 1, distances: [0], paths: 1)
  }

  /// The sample frozen, with a number on each edge, or without.
  private func frozen(_ sample: Sample, _ role: WeightRole?, of number: Int = 1) throws
    -> FrozenGraph
  {
    let graph = SampleGraph.of(
      sample.directedness, nodeCount: sample.nodeCount, sample.edges.map { ($0.0, $0.1, number) })
    return switch role {
    case nil: graph.frozen()
    case .strength: try graph.frozen(strength: { Double($1) })
    case .distance: try graph.frozen(distance: { Double($1) })
    }
  }

  @Test(arguments: samples)
  func measuresOfPaths(_ sample: Sample) throws {
    // Twice as long is half as near.
    for (graph, length) in [
      (try frozen(sample, nil), 1.0), (try frozen(sample, .distance, of: 2), 2),
    ] {
      let none = [Double](repeating: 0, count: sample.nodeCount)
      #expect(try graph.betweenness().values == none)
      #expect(try graph.betweenness(normalized: true).values == none)
      #expect(try graph.edgeBetweenness().values == sample.betweennessOfEdges)
      let faust = try graph.closeness().values
      #expect(areClose(faust, sample.closeness.map { $0 / length }))
      let own = try graph.closeness(.perComponent).values
      #expect(areClose(own, sample.closenessPerComponent.map { $0 / length }))
      let harmonic = try graph.harmonicCentrality().values
      #expect(areClose(harmonic, sample.harmonic.map { $0 / length }))
      #expect(try graph.eccentricities().values == sample.eccentricity.map { $0 * length })
      #expect(try graph.diameter() == (sample.eccentricity.max() ?? 0) * length)
      #expect(try graph.radius() == (sample.eccentricity.min() ?? 0) * length)
      #expect(try graph.distanceHistogram() == sample.histogram)
    }
  }

  @Test(arguments: samples)
  func measuresOfStrengths(_ sample: Sample) throws {
    let plain = try frozen(sample, nil)
    #expect(plain.degrees().values == sample.degree)
    #expect(plain.strengths().values == sample.degree)
    #expect(plain.coreNumbers().values == sample.core)
    #expect(areClose(try plain.katzCentrality().values, sample.katz))
    let strong = try frozen(sample, .strength, of: 3)
    #expect(strong.degrees().values == sample.degree)
    #expect(strong.strengths().values == sample.degree.map { $0 * 3 })
    #expect(areClose(try strong.katzCentrality(alpha: 0.1 / 3).values, sample.katz))
    // Only proportions count.
    for graph in [plain, strong] {
      #expect(areClose(try graph.eigenvectorCentrality().values, sample.eigenvector))
      #expect(areClose(try graph.pageRank().values, sample.pageRank))
      #expect(areClose(try graph.hubsAndAuthorities().hubs.values, sample.hubs))
      #expect(areClose(try graph.hubsAndAuthorities().authorities.values, sample.authorities))
    }
  }

  @Test(arguments: samples)
  func partsAndPaths(_ sample: Sample) throws {
    let plain = try frozen(sample, nil)
    #expect(plain.connectedComponents().count == sample.parts)
    #expect(plain.stronglyConnectedComponents().count == sample.strongParts)
    guard sample.nodeCount > 0 else { return }
    let (first, last) = (plain.node(at: 0), plain.node(at: sample.nodeCount - 1))
    for (graph, length) in [(plain, 1.0), (try frozen(sample, .distance, of: 2), 2)] {
      let distances = sample.distances.map { $0 * length }
      #expect(graph.distances(from: first).values == distances)
      #expect(
        try graph.distances(fromEach: [first, first]).map(\.values) == [distances, distances])
      let path = graph.shortestPath(from: first, to: last)
      #expect(path?.length == (sample.paths > 0 ? distances.last : nil))
      #expect(path?.edges.count == (sample.paths > 0 ? sample.nodeCount - 1 : nil))
      #expect(try Array(graph.allShortestPaths(from: first, to: last)).count == sample.paths)
      #expect(graph.shortestPaths(5, from: first, to: last).count == sample.paths)
      let simple = graph.simplePaths(from: first, to: last, maximumEdges: 5)
      #expect(Array(simple).count == sample.paths)
    }
  }
}
