import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct EccentricityTests {
  @Test func pathAndSingle() throws {
    // 0 – 1 – 2, and 3 alone with a loop.
    let graph = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1), (1, 2), (1, 2), (3, 3)])
    #expect(try graph.frozen().eccentricities().values == [2, 1, 2, 0])
    #expect(try graph.frozen().diameter() == 2 && graph.frozen().radius() == 0)
    #expect(try graph.frozen().distanceHistogram() == [0, 2, 1])
    let weighted = try graph.frozen(distance: { edge, _ in Double(edge.rawValue) + 2 })
    #expect(try weighted.eccentricities().values == [5, 3, 5, 0])
    #expect(try weighted.distanceHistogram() == [0, 2, 1])
  }

  @Test func directions() throws {
    let path = SampleGraph.of(.directed, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
    #expect(try path.eccentricities().values == [2, 1, 0])
    #expect(try path.eccentricities(.incoming).values == [0, 1, 2])
    #expect(try path.eccentricities(.either).values == [2, 1, 2])
    #expect(try path.distanceHistogram() == [0, 2, 1])
    #expect(try path.distanceHistogram(.either) == [0, 2, 1])
    #expect(try path.radius(.either) == 1)
  }

  @Test func empty() throws {
    let empty = SampleGraph(.directed).frozen()
    #expect(try empty.eccentricities().isEmpty && empty.diameter() == 0 && empty.radius() == 0)
    #expect(try empty.distanceHistogram() == [0])
  }

  @Test(arguments: RandomCase.all(170))
  func agreesWithFloydWarshall(_ random: RandomCase) throws {
    let distances = Oracle(random).distances()
    let frozen = try random.frozen()
    let farthest = distances.map { $0.filter(\.isFinite).max() ?? 0 }
    #expect(try frozen.eccentricities().values == farthest)
    #expect(try frozen.diameter(execution: Execution(threads: 2)) == farthest.max() ?? 0)
    #expect(try frozen.radius() == farthest.min() ?? 0)
    let both = Oracle(random).ignoringDirection.distances()
    let either = both.map { $0.filter(\.isFinite).max() ?? 0 }
    #expect(try frozen.eccentricities(.either).values == either)
    #expect(try frozen.diameter(.either) == either.max() ?? 0)
    #expect(try frozen.radius(.either) == either.min() ?? 0)
    guard !random.isWeighted else { return }
    let pairs = histogram(distances)
    #expect(try frozen.distanceHistogram() == pairs.map { frozen.isDirected ? $0 : $0 / 2 })
    #expect(try frozen.distanceHistogram(.either) == histogram(both).map { $0 / 2 })
  }

  private func histogram(_ distances: [[Double]]) -> [Int] {
    var counts = [0]
    for distance in distances.joined() where distance.isFinite && distance > 0 {
      while counts.count <= Int(distance) { counts.append(0) }
      counts[Int(distance)] += 1
    }
    return counts
  }

  @Test(arguments: 0..<60)
  func diametersOfLargerGraphs(_ seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let count = Int.random(in: 30...150, using: &generator)
    let reach = Int.random(in: 1...30, using: &generator)
    let edges = (1..<count).filter { _ in Int.random(in: 0..<40, using: &generator) > 0 }
      .map { (Int.random(in: max(0, $0 - reach)..<$0, using: &generator), $0) }
    let graph = SampleGraph.of(.undirected, nodeCount: count, edges)
    let farthest = try graph.frozen().eccentricities().values.max()
    #expect(try graph.frozen().diameter() == farthest)
    let directed = SampleGraph.of(.directed, nodeCount: count, edges).frozen()
    #expect(try directed.diameter(.either) == farthest)
  }

  /// All nodes alike, so that no search rules out many: the rest is searched from at once.
  @Test func diametersWhereNoNodeIsInTheMiddle() throws {
    let ring: [(Int, Int)] = (0..<701).map { ($0, ($0 + 1) % 701) }
    #expect(try SampleGraph.of(.undirected, nodeCount: 701, ring).frozen().diameter() == 350)
    let torus: [(Int, Int)] = (0..<900).flatMap { (node: Int) -> [(Int, Int)] in
      let right = node / 30 * 30 + (node + 1) % 30
      let below = (node + 30) % 900
      return [(node, right), (node, below)]
    }
    #expect(try SampleGraph.of(.undirected, nodeCount: 900, torus).frozen().diameter() == 30)
    // Several components, the one with the longest path not the largest.
    let line: [(Int, Int)] = (702..<1300).map { ($0 - 1, $0) }
    let apart = ring + line + [(1310, 1311)]
    let graph = SampleGraph.of(.undirected, nodeCount: 1320, apart)
    #expect(try graph.frozen().diameter() == 598)
  }

  /// Of all pairs only one is not joined, and its nodes are the last to be searched from: too many are
  /// left before, so that what is missing is found from all of them at once.
  @Test func theLastPairIsFarthestApart() throws {
    var edges: [(Int, Int)] = []
    for first in 0..<60 {
      for second in ((first + 1)..<60).reversed() where (first, second) != (1, 2) {
        edges.append((first, second))
      }
    }
    #expect(try SampleGraph.of(.undirected, nodeCount: 60, edges).frozen().diameter() == 2)
    edges.append((1, 2))
    #expect(try SampleGraph.of(.undirected, nodeCount: 60, edges).frozen().diameter() == 1)
  }

  /// More sources than one batch holds, near and far, in several components.
  @Test(arguments: [0, 30])
  func severalBatches(_ extra: Int) throws {
    var generator = SplitMix64(seed: 5)
    for directedness in Directedness.allCases {
      var edges = (1..<520).map { (max(0, $0 - 1 - $0 % 7), $0) }
      edges += (0..<(extra * 10)).map { _ in
        (Int.random(in: 0..<520, using: &generator), Int.random(in: 0..<520, using: &generator))
      }
      edges += (521..<600).map { ($0 - 1, $0) }
      let graph = SampleGraph.of(directedness, nodeCount: 600, edges)
      let plain = try graph.frozen(distance: { _, _ in 1 })
      for direction in [Direction.incoming, .either] {
        let two = Execution(threads: 2)
        let fast = try graph.frozen().closeness(.wassermanFaust, direction, execution: two)
        #expect(areClose(fast.values, try plain.closeness(.wassermanFaust, direction).values))
        let harmonic = try graph.frozen().harmonicCentrality(direction).values
        #expect(areClose(harmonic, try plain.harmonicCentrality(direction, execution: two).values))
      }
    }
  }
}
