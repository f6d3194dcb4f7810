import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Graphs in which nodes are far apart.
///
/// Those that are little more than a path are searched from one node after the other, meshes and
/// trees from many at once that lie close together; of bipartite ones, from those on one side.
@Suite struct LongGraphTests {
  enum Shape: CaseIterable {
    case path, ring, ladder, comb, brush, twoPaths
    case mesh, meshWithLeaves, triangles, almostMesh, tree

    /// Brushes have leaves, combs a node between each leaf and the path.
    var edges: [(Int, Int)] {
      let steps = (0..<99).map { ($0, $0 + 1) }
      let mesh =
        (0..<400).filter { $0 % 40 < 39 }.map { ($0, $0 + 1) } + (0..<360).map { ($0 + 40, $0) }
      return switch self {
      case .path: steps
      case .ring: steps + [(99, 0)]
      case .ladder: (0..<198).map { ($0, $0 + 2) } + (0..<100).map { (2 * $0, 2 * $0 + 1) }
      case .comb: steps + (0..<100).flatMap { [($0, $0 + 100), ($0 + 100, $0 + 200)] }
      case .brush: steps + (0..<150).map { ($0 % 7 * 16, $0 + 100) } + [(5, 5), (6, 5)]
      case .twoPaths: steps + (100..<199).map { ($0 + 1, $0) }
      case .mesh: mesh + [(7, 7), (8, 7), (7, 8)]
      // More nodes on a side than there are sources in a batch, and a path apart.
      case .meshWithLeaves:
        mesh + (400..<1200).map { ($0 % 400, $0) } + steps.map { ($0.0 + 1200, $0.1 + 1200) }
      case .triangles: mesh + (0..<359).map { ($0, $0 + 41) }
      case .almostMesh: mesh + [(180, 221)]
      case .tree: (1..<400).map { (max(0, $0 - 1 - $0 * $0 % 31), $0) }
      }
    }
  }

  @Test(arguments: [Directedness.directed, .undirected], Shape.allCases)
  func sumsAreThoseOfDistances(_ directedness: Directedness, _ shape: Shape) throws {
    let edges = shape.edges
    let nodeCount = 1 + (edges.map { max($0.0, $0.1) }.max() ?? 0)
    let graph = SampleGraph.of(directedness, nodeCount: nodeCount, edges).frozen()
    let isDirected = directedness == .directed
    // The histogram needs all nodes, which takes long in large graphs.
    let looksAtAll = nodeCount < 300 || !isDirected && shape == .meshWithLeaves
    for direction in isDirected ? [Direction.outgoing, .incoming, .either] : [.either] {
      let closeness = try graph.closeness(.perComponent, direction).values
      let harmonic = try graph.harmonicCentrality(normalized: false, direction).values
      let farthest = try graph.eccentricities(direction).values
      var histogram: [Int] = []
      var wrong: [Int] = []
      for number in stride(from: 0, to: nodeCount, by: looksAtAll ? 1 : 11) {
        var (count, sum, inverses, far) = (0.0, 0.0, 0.0, 0.0)
        for distance in graph.distances(from: graph.node(at: number), direction).values
        where distance.isFinite && distance > 0 {
          (count, sum, inverses) = (count + 1, sum + distance, inverses + 1 / distance)
          far = max(far, distance)
          while histogram.count <= Int(distance) { histogram.append(0) }
          histogram[Int(distance)] += 1
        }
        let isRight =
          (count > 0 ? closeness[number] == count / sum : closeness[number].isNaN)
          && abs(harmonic[number] - inverses) <= 1e-12 * count && farthest[number] == far
        if !isRight { wrong.append(number) }
      }
      #expect(wrong.isEmpty)
      let isOneWay = isDirected && direction != .either
      if looksAtAll {
        #expect(
          try graph.distanceHistogram(direction) == histogram.map { isOneWay ? $0 : $0 / 2 })
      }
      let again = try graph.harmonicCentrality(
        normalized: false, direction, execution: Execution(threads: 3)
      ).values
      #expect(zip(again, harmonic).allSatisfy { abs($0 - $1) <= 1e-12 * $0 })
    }
  }

  /// On paths a heap takes the place of buckets; what is found is the same to the last bit.
  @Test(arguments: [Directedness.directed, .undirected], [Shape.path, .ring, .comb, .ladder])
  func lengthsAreThoseOfTrees(_ directedness: Directedness, _ shape: Shape) throws {
    var random = SplitMix64(seed: 11)
    var builder = FrozenGraph.Builder(directedness, weightRole: .distance)
    for (source, target) in shape.edges {
      let lengths = [0, 0.1, 1, 3, 1e-9, .random(in: 0..<1, using: &random)]
      let weight = lengths[Int.random(in: 0..<lengths.count, using: &random)]
      try builder.addEdge(from: source, to: target, weight: weight)
    }
    let graph = builder.build()
    let nodes = (0..<graph.nodeCount).map { graph.node(at: $0) }
    let rows = try graph.distances(fromEach: nodes, execution: Execution(threads: 2))
    let farthest = try graph.eccentricities().values
    for (number, node) in nodes.enumerated() {
      let tree = graph.shortestPathTree(from: node).distances
      #expect(rows[number] == tree)
      #expect(farthest[number] == tree.values.reduce(0) { $1.isFinite ? max($0, $1) : $0 })
    }
  }

  @Test func calledOff() {
    let graph = SampleGraph.of(.undirected, nodeCount: 200, Shape.twoPaths.edges).frozen()
    let execution = Execution(isCancelled: { true })
    #expect(throws: AlgorithmError.cancelled) { try graph.closeness(execution: execution) }
  }
}
