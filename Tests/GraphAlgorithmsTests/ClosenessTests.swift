import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct ClosenessTests {
  @Test func pathOfThree() throws {
    // Distances from an end: 1 and 2, so 2 / 3 and (1 + 1/2) / 2; from the middle: 1 and 1.
    let path = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
    #expect(areClose(try path.closeness().values, [2.0 / 3, 1, 2.0 / 3]))
    #expect(areClose(try path.closeness(.perComponent).values, [2.0 / 3, 1, 2.0 / 3]))
    #expect(try path.harmonicCentrality().values == [0.75, 1, 0.75])
    #expect(try path.harmonicCentrality(normalized: false).values == [1.5, 2, 1.5])
  }

  @Test func disconnected() throws {
    // A pair, a path of three and a single node: 6 nodes, of which 1, 2 and 0 others are reached.
    let graph = SampleGraph.of(.undirected, nodeCount: 6, [(0, 1), (2, 3), (3, 4), (3, 3)]).frozen()
    let perComponent = try graph.closeness(.perComponent).values
    #expect(areClose(perComponent, [1, 1, 2.0 / 3, 1, 2.0 / 3, .nan]))
    let inverseSum = try graph.closeness(.inverseSum).values
    #expect(areClose(inverseSum, [1, 1, 1.0 / 3, 1.0 / 2, 1.0 / 3, .nan]))
    let wassermanFaust = try graph.closeness(.wassermanFaust).values
    // The same, times 1/5, 2/5 and 0.
    #expect(areClose(wassermanFaust, [0.2, 0.2, 4.0 / 15, 0.4, 4.0 / 15, 0]))
    #expect(areClose(try graph.harmonicCentrality().values, [0.2, 0.2, 0.3, 0.4, 0.3, 0]))
  }

  @Test func directions() throws {
    // 0 → 1 → 2: outward the last node reaches none, inward the first.
    let path = SampleGraph.of(.directed, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
    #expect(areClose(try path.closeness(.perComponent).values, [2.0 / 3, 1, .nan]))
    #expect(areClose(try path.closeness(.perComponent, .incoming).values, [.nan, 1, 2.0 / 3]))
    #expect(areClose(try path.closeness(.perComponent, .either).values, [2.0 / 3, 1, 2.0 / 3]))
    #expect(try path.harmonicCentrality(.incoming).values == [0, 0.5, 0.75])
  }

  @Test func shortestOfParallelEdges() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 2, [(0, 1, 4), (0, 1, 2)])
    #expect(try graph.frozen(distance: { Double($1) }).closeness().values == [0.5, 0.5])
  }

  @Test func leaves() throws {
    // A star of four leaves, and a pair of which one node has a loop: all leaves but one.
    let graph = SampleGraph.of(
      .undirected, nodeCount: 7, [(1, 0), (1, 2), (3, 1), (1, 4), (5, 5), (5, 6)]
    ).frozen()
    let closeness = try graph.closeness(.perComponent).values
    let leaf: Double = 4 / 7
    #expect(areClose(closeness, [leaf, 1, leaf, leaf, leaf, 1, 1]))
    let harmonic = try graph.harmonicCentrality(normalized: false).values
    #expect(areClose(harmonic, [2.5, 4, 2.5, 2.5, 2.5, 1, 1]))
    #expect(try graph.eccentricities().values == [2, 1, 2, 2, 2, 1, 1])
    #expect(try graph.distanceHistogram() == [0, 5, 6])
    let pair = SampleGraph.of(.undirected, nodeCount: 2, [(0, 0), (0, 1)]).frozen()
    #expect(try pair.distanceHistogram() == [0, 1])
  }

  /// Of an undirected graph leaves are not searched, of the same one as a directed graph they are.
  @Test(arguments: 0..<6)
  func leavesOfLargeGraphs(_ seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    var edges: [(Int, Int)] = (1..<1400).map { node in
      (Int.random(in: seed < 3 ? max(0, node - 30)..<node : 0..<node, using: &generator), node)
    }
    for _ in 0..<200 {
      let ends = (0..<2).map { _ in Int.random(in: 0..<1400, using: &generator) }
      edges.append((ends[0], ends[1]))
    }
    let graph = SampleGraph.of(.undirected, nodeCount: 1405, edges).frozen()
    let bothWays = SampleGraph.of(
      .directed, nodeCount: 1405, edges + edges.map { ($0.1, $0.0) }
    ).frozen()
    let closeness = try bothWays.closeness(.perComponent).values
    let harmonic = try bothWays.harmonicCentrality().values
    let eccentricities = try bothWays.eccentricities().values
    // A pair counts once where it has no order.
    let histogram: [Int] = try bothWays.distanceHistogram().map { $0 / 2 }
    for threads in [1, 2] {
      let execution = Execution(threads: threads)
      let ownCloseness = try graph.closeness(.perComponent, execution: execution).values
      #expect(areClose(ownCloseness, closeness))
      let ownHarmonic = try graph.harmonicCentrality(execution: execution).values
      #expect(areClose(ownHarmonic, harmonic))
      #expect(try graph.eccentricities(execution: execution).values == eccentricities)
      #expect(try graph.distanceHistogram(execution: execution) == histogram)
    }
  }

  @Test func emptyAndSingle() throws {
    let empty = SampleGraph(.undirected).frozen()
    #expect(try empty.closeness().isEmpty && empty.harmonicCentrality().isEmpty)
    let single = SampleGraph.of(.undirected, nodeCount: 1, [(0, 0)]).frozen()
    #expect(try single.closeness().values == [0])
    #expect(try single.closeness(.perComponent).values[0].isNaN)
    #expect(try single.harmonicCentrality().values == [0])
  }

  @Test(arguments: RandomCase.all(125))
  func agreesWithFloydWarshall(_ random: RandomCase) throws {
    let oracle = Oracle(random)
    let frozen = try random.frozen()
    let (there, either) = (oracle.distances(), oracle.ignoringDirection.distances())
    for direction in Direction.allCases {
      let rows = oracle.nodes.indices.map { node in
        oracle.nodes.indices.filter { $0 != node }.map { other in
          switch direction {
          case .outgoing: there[node][other]
          case .incoming: there[other][node]
          case .either: either[node][other]
          }
        }
      }
      let others = Double(oracle.nodes.count - 1)
      let plain = rows.map { row in
        let reached = row.filter(\.isFinite)
        return reached.isEmpty ? .nan : Double(reached.count) / reached.reduce(0, +)
      }
      let scaled = zip(rows, plain).map { row, value in
        value.isNaN ? 0 : value * Double(row.count(where: \.isFinite)) / others
      }
      let harmonic = rows.map { $0.reduce(0) { $0 + 1 / $1 } / max(1, others) }
      #expect(areClose(try frozen.closeness(.perComponent, direction).values, plain))
      #expect(areClose(try frozen.closeness(.wassermanFaust, direction).values, scaled))
      #expect(areClose(try frozen.harmonicCentrality(direction).values, harmonic))
    }
  }
}
