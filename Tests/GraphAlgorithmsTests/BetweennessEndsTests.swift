import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Betweenness of paths from some nodes to some others.
@Suite struct BetweennessEndsTests {
  private func nodes(_ numbers: Int...) -> Set<NodeID> {
    Set(numbers.map { NodeID(rawValue: UInt32($0)) })
  }

  @Test func aPathByHand() throws {
    let edges = [(0, 1), (1, 2), (2, 3)]
    let path = SampleGraph.of(.undirected, nodeCount: 4, edges).frozen()
    // One pair, from one of its ends.
    let one = try path.betweenness(sources: nodes(0), targets: nodes(3)).values
    #expect(one == [0, 0.5, 0.5, 0])
    #expect(try path.betweenness(sources: nodes(3), targets: nodes(0)).values == one)
    let (ends, both) = (nodes(0, 3), try path.betweenness(countsEnds: true).values)
    #expect(try path.betweenness(sources: ends, targets: ends).values == [0, 1, 1, 0])
    #expect(try path.betweenness(targets: nodes(0)).values == [0, 1, 0.5, 0])
    #expect(try path.edgeBetweenness(targets: nodes(0)).values == [1.5, 1, 0.5])
    #expect(try path.betweenness(targets: nodes(0, 1, 2, 3)) == path.betweenness())
    #expect(try path.betweenness(countsEnds: true, targets: nodes(0, 1, 2, 3)).values == both)
    #expect(try path.betweenness(targets: []).values == [0, 0, 0, 0])
    #expect(throws: AlgorithmError.unknownNode(NodeID(rawValue: 9))) {
      try path.betweenness(targets: [NodeID(rawValue: 9)])
    }
    let oneWay = SampleGraph.of(.directed, nodeCount: 4, edges).frozen()
    #expect(try oneWay.betweenness(targets: nodes(3)).values == [0, 1, 2, 0])
    #expect(try oneWay.betweenness(targets: nodes(0)).values == [0, 0, 0, 0])
    #expect(try oneWay.betweenness(countsEnds: true, targets: nodes(2)).values == [1, 2, 2, 0])
  }

  @Test(arguments: RandomCase.all(170))
  func agreesWithWalkingAllShortestPaths(_ random: RandomCase) throws {
    let oracle = Oracle(random)
    let frozen =
      try random.isWeighted ? random.graph.frozen(distance: { Double($1) }) : random.graph.frozen()
    var generator = SplitMix64(seed: random.seed)
    let sources = oracle.nodes.filter { _ in Bool.random(using: &generator) }
    let targets = oracle.nodes.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    let distances = oracle.distances()
    var (between, ends) = (oracle.nodes.map { _ in 0.0 }, oracle.nodes.map { _ in 0.0 })
    var edges: [EdgeID: Double] = [:]
    for (first, source) in oracle.nodes.enumerated() where sources.contains(source) {
      for (last, target) in oracle.nodes.enumerated()
      where targets.contains(target) && last != first {
        let paths = oracle.shortestPaths(from: first, to: last, distances)
        let part = (oracle.isDirected ? 1 : 0.5) / Double(paths.count)
        for path in paths {
          for arc in path.dropFirst() { between[oracle.arcs[arc].from] += part }
          for arc in path { edges[oracle.arcs[arc].edge, default: 0] += part }
          ends[first] += part
          ends[last] += part
        }
      }
    }
    let (starts, goals) = (Set(sources), Set(targets))
    #expect(areClose(try frozen.betweenness(sources: starts, targets: goals).values, between))
    #expect(
      areClose(
        try frozen.betweenness(countsEnds: true, sources: starts, targets: goals).values,
        zip(between, ends).map(+)))
    #expect(
      areClose(
        try frozen.edgeBetweenness(sources: starts, targets: goals).values,
        random.graph.edges.map { edges[$0] ?? 0 }))
  }

  /// The estimates of many seeds come to the exact values, and one seed to the same every time.
  @Test(arguments: Directedness.allCases)
  func estimatesAreRightInTheMean(_ directedness: Directedness) throws {
    let graph = SampleGraph.random(directedness, seed: 11).frozen()
    let exact = try graph.betweenness(normalized: true).values
    func estimate(_ samples: Int, _ seed: UInt64) throws -> [Double] {
      try graph.betweennessEstimate(samples: samples, seed: seed, normalized: true).values
    }
    #expect(try estimate(graph.nodeCount, 5) == exact && estimate(.max, 6) == exact)
    #expect(try estimate(2, 3) == estimate(2, 3) && estimate(-1, 4) == estimate(1, 4))
    var sums = exact.map { _ in 0.0 }
    let count: UInt64 = 3000
    for seed in 0..<count { sums = zip(sums, try estimate(2, seed)).map(+) }
    #expect(areClose(sums.map { $0 / Double(count) }, exact, 0.05))
    let empty = try SampleGraph(directedness).frozen().betweennessEstimate(samples: 4)
    #expect(empty.isEmpty)
  }

  /// Few sources and many, in one block and in several: targets add up.
  @Test(arguments: Directedness.allCases.filter { $0 != .mixed }, [3, 150])
  func partsOfTheTargetsAddUp(_ directedness: Directedness, _ sourceCount: Int) throws {
    var random = SplitMix64(seed: 7)
    for reach in [3, 300] {
      var builder = FrozenGraph.Builder(directedness, nodeCount: 320, weightRole: .distance)
      for node in 0..<300 {
        for head in [(node + 1) % 300, (node + Int.random(in: 1...reach, using: &random)) % 300] {
          try builder.addEdge(
            from: node, to: head, weight: Double(Int.random(in: 1...5, using: &random)))
        }
      }
      for leaf in 300..<320 { try builder.addEdge(from: 13 * (leaf - 300), to: leaf, weight: 1) }
      let graph = builder.build()
      let all = (0..<320).map { graph.node(at: $0) }.shuffled(using: &random)
      let sources = Set(all.prefix(sourceCount))
      let (some, others) = (Set(all[100..<180]), Set(all[..<100] + all[180...]))
      for graph in [graph, graph.unweighted] {
        for countsEnds in [false, true] {
          func sums(_ targets: Set<NodeID>?) throws -> [Double] {
            try graph.betweenness(countsEnds: countsEnds, sources: sources, targets: targets).values
          }
          #expect(areClose(try zip(sums(some), sums(others)).map(+), try sums(nil)))
        }
        func sums(_ targets: Set<NodeID>?) throws -> [Double] {
          try graph.edgeBetweenness(sources: sources, targets: targets).values
        }
        #expect(areClose(try zip(sums(some), sums(others)).map(+), try sums(nil)))
      }
    }
  }
}
