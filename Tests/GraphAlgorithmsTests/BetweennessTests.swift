import GraphAlgorithms
import GraphCore
import Synchronization
import TestSupport
import Testing

@Suite struct BetweennessTests {
  @Test func pathOfThree() throws {
    // The only pair of others, a and c, has its only path through b.
    let path = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
    #expect(try path.betweenness().values == [0, 1, 0])
    #expect(try path.betweenness(normalized: true).values == [0, 1, 0])
    // Each edge carries its own pair and the pair a, c: 2 of 3 pairs.
    #expect(try path.edgeBetweenness().values == [2, 2])
    #expect(areClose(try path.edgeBetweenness(normalized: true).values, [2.0 / 3, 2.0 / 3]))
  }

  @Test func star() throws {
    // The center is between all 4 · 3 / 2 = 6 pairs of leaves, or 12 ordered ones of a two-way star.
    let leaves = (1...4).map { (0, $0) }
    let star = SampleGraph.of(.undirected, nodeCount: 5, leaves).frozen()
    #expect(try star.betweenness().values == [6, 0, 0, 0, 0])
    #expect(try star.betweenness(normalized: true).values == [1, 0, 0, 0, 0])
    let back = leaves.map { ($0.1, $0.0) }
    let twoWay = SampleGraph.of(.directed, nodeCount: 5, leaves + back).frozen()
    #expect(try twoWay.betweenness().values == [12, 0, 0, 0, 0])
    #expect(try twoWay.betweenness(normalized: true).values == [1, 0, 0, 0, 0])
  }

  @Test func squareSharesItsPaths() throws {
    // Opposite corners have two paths, so that each corner has half of one pair.
    let square = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(try square.frozen().betweenness().values == [0.5, 0.5, 0.5, 0.5])
  }

  @Test func directedPath() throws {
    let path = SampleGraph.of(.directed, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
    #expect(try path.betweenness().values == [0, 1, 0])
    // Of (3 − 1)(3 − 2) = 2 ordered pairs of others, one has a path.
    #expect(try path.betweenness(normalized: true).values == [0, 0.5, 0])
  }

  @Test func parallelEdgesAreDifferentPaths() throws {
    // From 0 to 3 there are two paths by 1, where an edge is doubled, and one by 2; between 1 and
    // 2 there are two by 0 and one by 3.
    let edges = [(0, 1), (0, 1), (1, 3), (0, 2), (2, 3)]
    let graph = SampleGraph.of(.undirected, nodeCount: 4, edges)
    let (one, two) = (1.0 / 3, 2.0 / 3)
    #expect(areClose(try graph.frozen().betweenness().values, [two, two, one, one]))
    // Of the five paths between 2 and 3, four are by 0, to which both are tied twice.
    let twins = SampleGraph.of(
      .undirected, nodeCount: 4, [(2, 0), (2, 0), (3, 0), (3, 0), (2, 1), (3, 1)])
    #expect(areClose(try twins.frozen().betweenness().values, [0.8, 0.2, 0.5, 0.5]))
  }

  @Test func endsCount() throws {
    // Each node of the path belongs to two pairs, besides those that b is between.
    let path = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1), (1, 2), (3, 3)]).frozen()
    #expect(try path.betweenness(countsEnds: true).values == [2, 3, 2, 0])
    // Of 4 · 3 / 2 pairs.
    let part = 1.0 / 6
    #expect(
      areClose(
        try path.betweenness(normalized: true, countsEnds: true).values,
        [2 * part, 3 * part, 2 * part, 0]))
    // Along arrows 0 starts two paths, 1 is on three, 2 ends two.
    let directed = SampleGraph.of(.directed, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
    #expect(try directed.betweenness(countsEnds: true).values == [2, 3, 2])
    #expect(try SampleGraph(.directed).frozen().betweenness(countsEnds: true).isEmpty)
    let single = SampleGraph.of(.undirected, nodeCount: 1, [(0, 0)]).frozen()
    #expect(try single.betweenness(normalized: true, countsEnds: true).values == [0])
  }

  /// More sources than one search for ends begins from.
  @Test func endsOfALongPath() throws {
    let edges: [(Int, Int)] = (1..<150).map { ($0 - 1, $0) }
    let path = SampleGraph.of(.directed, nodeCount: 150, edges).frozen()
    // Each node is between those before it and those after it, and an end of as many paths as there
    // are others.
    let expected = (0..<150).map { Double($0 * (149 - $0) + 149) }
    #expect(try path.betweenness(countsEnds: true).values == expected)
    // The search for ends can be called off as well.
    func timesAsked(_ countsEnds: Bool) throws -> Int {
      let asked = Mutex(0)
      let execution = Execution(isCancelled: {
        asked.withLock { $0 += 1 }
        return false
      })
      _ = try path.betweenness(countsEnds: countsEnds, execution: execution)
      return asked.withLock { $0 }
    }
    #expect(try timesAsked(true) > timesAsked(false))
  }

  @Test func distancesDecide() throws {
    // The direct edge is longer than the way round.
    let graph = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1, 1), (1, 2, 1), (0, 2, 3)])
    #expect(try graph.frozen().betweenness().values == [0, 0, 0])
    #expect(try graph.frozen(distance: { Double($1) }).betweenness().values == [0, 1, 0])
    // Strengths are no distances.
    #expect(try graph.frozen(strength: { Double($1) }).betweenness().values == [0, 0, 0])
  }

  @Test func lengthsEqualButForRounding() throws {
    // 0 – 1 – 2 is 0.1 + 0.2 long, the direct edge 0.3: two paths, half of a pair each.
    let graph = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1, 1), (1, 2, 2), (0, 2, 3)])
    let frozen = try graph.frozen(distance: { [0.1, 0.2, 0.3][$1 - 1] })
    #expect(try frozen.betweenness().values == [0, 0.5, 0])
    #expect(
      try frozen.shortestPathCount(from: NodeID(rawValue: 0), to: NodeID(rawValue: 2)) == 2)
  }

  @Test func lengthsThatDifferByMoreThanRounding() throws {
    // Both ways from 0 to 2 would be equal if a part in 10⁸ did not count; once by buckets, and once
    // beside a length so small that they are told apart with more care.
    let edges = [(0, 1, 0), (1, 2, 0), (0, 2, 1), (3, 4, 2)]
    let graph = SampleGraph.of(.undirected, nodeCount: 5, edges)
    for small in [1, 1e-15] {
      let frozen = try graph.frozen(distance: { [1, 2 + 2e-8, small][$1] })
      #expect(try frozen.betweenness().values == [0, 1, 0, 0, 0])
      let count = try frozen.shortestPathCount(
        from: NodeID(rawValue: 0), to: NodeID(rawValue: 2))
      #expect(count == 1)
    }
  }

  /// On a path nothing can be taken for as long as another, whatever rounding does.
  @Test func lengthsThatRoundingSwallows() throws {
    let there = [(0, 1, 0), (1, 2, 1), (2, 3, 0)]
    let path = SampleGraph.of(.directed, nodeCount: 4, there + there.map { ($0.1, $0.0, $0.2) })
    let frozen = try path.frozen(distance: { [1, 1e-12][$1] })
    #expect(try frozen.betweenness().values == [0, 4, 4, 0])
    #expect(try frozen.edgeBetweenness().values == [3, 4, 3, 3, 4, 3])
  }

  /// From 0 to 2 only the direct edge is short enough for a number, or by far the shorter.
  @Test(arguments: [0.5e308, 1.5e308])
  func sumsTooGreatForANumber(_ length: Double) throws {
    let graph = SampleGraph.of(.directed, nodeCount: 3, [(0, 1, 0), (1, 2, 1), (0, 2, 2)])
    let frozen = try graph.frozen(distance: { [0.9e308, length, 0.95e308][$1] })
    #expect(try frozen.betweenness().values == [0, 0, 0])
    let (first, last) = (NodeID(rawValue: 0), NodeID(rawValue: 2))
    #expect(try frozen.shortestPathCount(from: first, to: last) == 1)
    #expect(Array(try frozen.allShortestPaths(from: first, to: last)).map(\.nodes.count) == [2])
  }

  /// 1 is found before 2, by the longer way, and hardly farther away in the end.
  @Test func nodesThatAreNearlyAsFar() throws {
    let edges = [(0, 1, 120), (0, 2, 98), (2, 1, 1), (1, 3, 60), (3, 4, 41)]
    let graph = SampleGraph.of(.directed, nodeCount: 5, edges)
    let frozen = try graph.frozen(distance: { Double($1) / 2 })
    #expect(try frozen.betweenness().values == [0, 4, 3, 3, 0])
  }

  /// Of lengths that are no whole numbers, against a search for each node.
  @Test(arguments: UInt64(0)..<20)
  func anyLengths(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let nodeCount = Int.random(in: 2...40, using: &generator)
    let directedness: Directedness = seed % 2 == 0 ? .directed : .undirected
    let lengths = (0..<(3 * nodeCount)).map { _ in Double.random(in: 0.1...9, using: &generator) }
    var graph = SampleGraph.of(
      directedness, nodeCount: nodeCount,
      lengths.indices.map { number in
        let ends = (0..<2).map { _ in Int.random(in: 0..<nodeCount, using: &generator) }
        return (ends[0], ends[1], number)
      })
    let sums = try graph.frozen(distance: { lengths[$1] }).betweenness().values
    // Beside an edge so long that rounding might matter, buckets are not used.
    graph.addEdge(from: graph.addNode("far"), to: graph.addNode("away"), -1)
    let plain = try graph.frozen(distance: { $1 < 0 ? 1e15 : lengths[$1] }).betweenness().values
    #expect(areClose(sums, plain.dropLast(2)))
  }

  @Test func emptySingleLoopedDisconnected() throws {
    #expect(try SampleGraph(.directed).frozen().betweenness(normalized: true).isEmpty)
    let single = SampleGraph.of(.undirected, nodeCount: 1, [(0, 0)]).frozen()
    #expect(try single.betweenness(normalized: true).values == [0])
    #expect(try single.edgeBetweenness(normalized: true).values == [0])
    let pair = SampleGraph.of(.undirected, nodeCount: 2, [(0, 1)]).frozen()
    #expect(try pair.betweenness(normalized: true).values == [0, 0])
    let parts = SampleGraph.of(
      .undirected, nodeCount: 6, [(0, 1), (1, 2), (1, 1), (3, 4), (4, 5)])
    #expect(try parts.frozen().betweenness().values == [0, 1, 0, 0, 1, 0])
  }

  @Test func zeroDistancesAreRefused() throws {
    let graph = SampleGraph.of(.directed, nodeCount: 3, [(2, 1, 1), (0, 1, 0)])
    let frozen = try graph.frozen(distance: { Double($1) })
    #expect(throws: AlgorithmError.zeroDistance(EdgeID(rawValue: 1))) {
      try frozen.betweenness()
    }
    #expect(throws: AlgorithmError.zeroDistance(EdgeID(rawValue: 1))) { try frozen.closeness() }
    #expect(throws: AlgorithmError.zeroDistance(EdgeID(rawValue: 1))) {
      try frozen.harmonicCentrality()
    }
    // All of them.
    let zeros = try graph.frozen(distance: { _, _ in 0 })
    #expect(throws: AlgorithmError.zeroDistance(EdgeID(rawValue: 0))) { try zeros.betweenness() }
    #expect(throws: AlgorithmError.zeroDistance(EdgeID(rawValue: 0))) {
      try zeros.edgeBetweenness()
    }
  }

  @Test(arguments: RandomCase.all(100))
  func partOfTheSourcesAgreesWithAllShortestPaths(_ random: RandomCase) throws {
    let oracle = Oracle(random)
    let distances = oracle.distances()
    var generator = SplitMix64(seed: random.seed)
    let starts = oracle.nodes.indices.filter { _ in Bool.random(using: &generator) }
    var expected = oracle.nodes.map { _ in 0.0 }
    var ends = expected
    var edges: [EdgeID: Double] = [:]
    for source in starts {
      for target in oracle.nodes.indices where target != source {
        let paths = oracle.shortestPaths(from: source, to: target, distances)
        // An undirected pair is counted from each end that is a source, and halved.
        let part = (oracle.isDirected ? 1 : 0.5) / Double(paths.count)
        if !paths.isEmpty {
          ends[source] += oracle.isDirected ? 1 : 0.5
          ends[target] += oracle.isDirected ? 1 : 0.5
        }
        for path in paths {
          for number in path { edges[oracle.arcs[number].edge, default: 0] += part }
          for number in path.dropLast() { expected[oracle.arcs[number].to] += part }
        }
      }
    }
    let frozen = try random.frozen()
    let sources = Set(starts.map { oracle.nodes[$0] })
    #expect(areClose(try frozen.betweenness(sources: sources).values, expected))
    #expect(
      areClose(
        try frozen.betweenness(countsEnds: true, sources: sources).values,
        zip(expected, ends).map { $0 + $1 }))
    for (edge, value) in try frozen.edgeBetweenness(sources: sources) {
      #expect(isClose(value, edges[edge] ?? 0))
    }
  }

  @Test func edgesInDirectedWeightedAndMultipleGraphs() throws {
    // From 0 to 2 the way over 1 is 2 long, the direct edge 3; a loop is on no path.
    let edges = [(0, 1, 1), (1, 2, 1), (0, 2, 3), (1, 1, 1)]
    let graph = SampleGraph.of(.directed, nodeCount: 4, edges)
    let weighted = try graph.frozen(distance: { Double($1) })
    #expect(try weighted.edgeBetweenness().values == [2, 2, 0, 0])
    #expect(try graph.frozen().edgeBetweenness().values == [1, 1, 1, 0])
    // Of 4 · 3 ordered pairs.
    #expect(areClose(try weighted.edgeBetweenness(normalized: true).values, [1 / 6, 1 / 6, 0, 0]))
    // Two parallel edges share the pair of their ends, and each pair beyond.
    let parallel = SampleGraph.of(.undirected, nodeCount: 5, [(0, 1), (1, 0), (1, 2), (3, 4)])
    #expect(try parallel.frozen().edgeBetweenness().values == [1, 1, 2, 1])
    #expect(try SampleGraph(.undirected).frozen().edgeBetweenness(normalized: true).isEmpty)
  }

  @Test(arguments: RandomCase.all(125))
  func agreesWithAllShortestPaths(_ random: RandomCase) throws {
    let oracle = Oracle(random)
    let distances = oracle.distances()
    var expected = oracle.nodes.map { _ in 0.0 }
    var edges: [EdgeID: Double] = [:]
    let frozen = try random.frozen()
    for (source, target) in oracle.pairs {
      let paths = oracle.shortestPaths(from: source, to: target, distances)
      let count = try frozen.shortestPathCount(from: oracle.nodes[source], to: oracle.nodes[target])
      #expect(count == Double(paths.count))
      for path in paths {
        for number in path {
          edges[oracle.arcs[number].edge, default: 0] += 1 / Double(paths.count)
        }
        for number in path.dropLast() {
          expected[oracle.arcs[number].to] += 1 / Double(paths.count)
        }
      }
    }
    #expect(areClose(try frozen.betweenness().values, expected))
    for (edge, value) in try frozen.edgeBetweenness() {
      #expect(isClose(value, edges[edge] ?? 0))
    }
    let others = Double((oracle.nodes.count - 1) * (oracle.nodes.count - 2))
    let pairs = max(1, oracle.isDirected ? others : others / 2)
    #expect(areClose(try frozen.betweenness(normalized: true).values, expected.map { $0 / pairs }))
  }

  /// Squares in a row, each of which doubles the number of paths; and an edge apart from them.
  private func squares(
    _ count: Int, _ role: WeightRole?, apart: Double
  ) throws -> FrozenGraph {
    var builder = FrozenGraph.Builder(.directed, weightRole: role)
    for square in 0..<count {
      let first = 3 * square
      for (source, target) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
        try builder.addEdge(from: first + source, to: first + target, weight: 1)
      }
    }
    try builder.addEdge(from: 3 * count + 1, to: 3 * count + 2, weight: apart)
    return builder.build()
  }

  /// By steps, by lengths from buckets, and by lengths that are hard to tell apart.
  @Test(arguments: [(nil, 1), (.distance, 1), (.distance, 1e-15)] as [(WeightRole?, Double)])
  func tooManyPathsAreAnError(_ role: WeightRole?, _ apart: Double) throws {
    let start = [NodeID(rawValue: 0)] as Set
    let few = try squares(1000, role, apart: apart)
    let values = try few.betweenness(sources: start).values
    #expect((1..<1000).allSatisfy { values[3 * $0] == Double(3 * (1000 - $0)) })
    #expect(try few.edgeBetweenness(sources: start).values[0] == 1500)
    // The last node is the only one that has too many.
    for count in [1024, 1100] {
      let many = try squares(count, role, apart: apart)
      #expect(throws: AlgorithmError.tooManyPaths) { try many.betweenness(sources: start) }
      #expect(throws: AlgorithmError.tooManyPaths) { try many.edgeBetweenness(sources: start) }
    }
  }

  /// From more sources than are taken one by one.
  ///
  /// Of a graph whose first node shows that it is long, and of one whose first node is alone. With
  /// 1024 squares, only one pair has too many.
  @Test(arguments: [0, 1], [1024, 1100])
  func tooManyPathsFromManySources(_ first: Int, _ count: Int) throws {
    var builder = FrozenGraph.Builder(.directed)
    for square in 0..<count {
      for (source, target) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
        builder.addEdge(from: first + 3 * square + source, to: first + 3 * square + target)
      }
    }
    let graph = builder.build()
    let starts = Set((0..<40).map { NodeID(rawValue: $0) })
    #expect(throws: AlgorithmError.tooManyPaths) { try graph.betweenness(sources: starts) }
    #expect(throws: AlgorithmError.tooManyPaths) { try graph.edgeBetweenness(sources: starts) }
  }
}
