import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct DistancesTests {
  private func node(_ number: UInt32) -> NodeID { NodeID(rawValue: number) }

  @Test func pathLoopAndApart() throws {
    let graph = SampleGraph.of(
      .directed, nodeCount: 4, [(0, 1, 3), (0, 1, 2), (1, 2, 5), (2, 2, 1)])
    #expect(graph.frozen().distances(from: node(0)).values == [0, 1, 2, .infinity])
    #expect(graph.frozen().distances(from: node(2), .incoming).values == [2, 1, 0, .infinity])
    let weighted = try graph.frozen(distance: { Double($1) })
    #expect(weighted.distances(from: node(0)).values == [0, 2, 7, .infinity])
    #expect(weighted.distances(from: node(2), .either).values == [7, 5, 0, .infinity])
    #expect(try weighted.distances(fromEach: []).isEmpty)
    #expect(throws: AlgorithmError.unknownNode(node(7))) {
      try weighted.distances(fromEach: [node(7)])
    }
  }

  @Test func lengthsOfEverySize() throws {
    // From the least number above 0 to the greatest, and one far longer than all others.
    for lengths in [
      [Double.leastNonzeroMagnitude, .leastNonzeroMagnitude, 0],
      [.greatestFiniteMagnitude, .greatestFiniteMagnitude, 1], [0, 0, 0], [1e-300, 1e300, 1],
    ] {
      let graph = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1, 0), (1, 2, 1), (2, 3, 2)])
      let frozen = try graph.frozen(distance: { lengths[$1] })
      let sums = [0, lengths[0], lengths[0] + lengths[1], lengths[0] + lengths[1] + lengths[2]]
      #expect(frozen.distances(from: node(0)).values == sums)
    }
    let edges = (1..<6000).map { ($0 - 1, $0, $0 == 17 ? 1_000_000_000 : 1) }
    let uneven = try SampleGraph.of(.undirected, nodeCount: 6000, edges)
      .frozen(distance: { Double($1) })
    #expect(uneven.distances(from: node(0))[node(5999)] == 1_000_005_998)
  }

  /// As many distances at a time as there are nodes, far apart for the mean length.
  @Test func moreWaitThanThereWasRoomFor() throws {
    var edges = [(Int, Int, Int)](repeating: (0, 0, 0), count: 3000)
    // Many at the same distance, too.
    for number in 401...440 { edges += [(0, number, 150), (number, number + 40, 1)] }
    for number in 1...200 { edges += [(0, number, number), (number, number + 200, 1)] }
    let graph = try SampleGraph.of(.directed, nodeCount: 481, edges)
      .frozen(distance: { Double($1) })
    var expected = [Double](repeating: 150, count: 481)
    for number in 0...200 { expected[number] = Double(number) }
    for number in 201...400 { expected[number] = Double(number - 199) }
    for number in 441...480 { expected[number] = 151 }
    #expect(graph.distances(from: node(0)).values == expected)
  }

  @Test(arguments: RandomCase.all(150))
  func agreesWithBellmanFord(_ random: RandomCase) throws {
    let oracle = Oracle(random)
    let frozen = try random.frozen()
    let rows = try frozen.distances(fromEach: oracle.nodes, execution: Execution(threads: 2))
    for (number, row) in rows.enumerated() {
      #expect(row.values == oracle.distances(from: number))
      #expect(frozen.distances(from: oracle.nodes[number]) == row)
    }
    let (there, either) = (oracle.distances(), oracle.ignoringDirection.distances())
    for direction in [Direction.incoming, .either] {
      let rows = try frozen.distances(fromEach: oracle.nodes, direction)
      for (number, row) in rows.enumerated() {
        let column = there.map { $0[number] }
        #expect(row.values == (direction == .incoming ? column : either[number]))
        #expect(frozen.distances(from: oracle.nodes[number], direction) == row)
      }
    }
  }

  /// Large enough for the search to turn round.
  @Test(arguments: 0..<20)
  func largeGraphs(_ seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let edges = (0..<2500).map { _ in
      (
        Int.random(in: 0..<900, using: &generator), Int.random(in: 0..<900, using: &generator),
        Int.random(in: 1...50, using: &generator)
      )
    }
    let graph = SampleGraph.of(seed % 2 == 0 ? .directed : .undirected, nodeCount: 900, edges)
    for frozen in [graph.frozen(), try graph.frozen(distance: { Double($1) })] {
      for source in [node(0), node(450)] {
        let tree = frozen.shortestPathTree(from: source)
        #expect(frozen.distances(from: source) == tree.distances)
        let targets = (0..<40).map { node($0 * 22) }
        for target in targets {
          #expect(frozen.shortestPath(from: source, to: target) == tree.path(to: target))
        }
      }
    }
  }

  /// More sources than are searched from at once, one of them twice, of graphs short and long.
  @Test(arguments: Directedness.allCases)
  func manySources(_ directedness: Directedness) throws {
    var generator = SplitMix64(seed: 11)
    let short: [(Int, Int)] = (0..<2500).map { _ in
      (Int.random(in: 0..<500, using: &generator), Int.random(in: 0..<500, using: &generator))
    }
    var long: [(Int, Int)] = (1..<500).map { ($0 - 1, $0) }
    long += [(7, 300), (20, 20), (490, 3)]
    for edges in [short, long] {
      let frozen = SampleGraph.of(directedness, nodeCount: 510, edges).frozen()
      var sources = (0..<150).map { (number: UInt32) in node(number * 37 % 510) }
      sources.append(node(37))
      for direction in Direction.allCases {
        for threads in 1...3 {
          let rows = try frozen.distances(
            fromEach: sources, direction, execution: Execution(threads: threads))
          #expect(rows == sources.map { frozen.distances(from: $0, direction) })
        }
      }
    }
  }

  /// The first source has all near it, so that the others are searched from at once, and these are
  /// farther from some nodes than is noted then.
  @Test func farFromSomeSources() throws {
    var edges: [(Int, Int)] = (1..<700).map { ($0 - 1, $0) }
    edges.append((699, 705))
    let graph = SampleGraph.of(.directed, nodeCount: 710, edges).frozen()
    let numbers: [UInt32] = [699, 0, 690, 100, 445, 444, 705, 709]
    let sources = numbers.map { node($0) }
    for direction in [Direction.outgoing, .incoming] {
      let asked = direction == .outgoing ? sources : [node(0)] + sources
      let rows = try graph.distances(fromEach: asked, direction)
      #expect(rows == asked.map { graph.distances(from: $0, direction) })
    }
  }
}
