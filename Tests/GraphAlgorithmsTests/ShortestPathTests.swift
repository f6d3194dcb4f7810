import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct ShortestPathTests {
  private func node(_ number: UInt32) -> NodeID { NodeID(rawValue: number) }
  private func edge(_ number: UInt32) -> EdgeID { EdgeID(rawValue: number) }

  @Test func fewestEdgesOrLeastDistance() throws {
    // 0 – 1 – 2 has lengths 1 and 1, the edge 0 – 2 has 5.
    let graph = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1, 1), (1, 2, 1), (0, 2, 5)])
    let hops = graph.frozen().shortestPath(from: node(0), to: node(2))
    #expect(hops == Path(nodes: [node(0), node(2)], edges: [edge(2)], length: 1))
    let weighted = try graph.frozen(distance: { Double($1) })
    let path = weighted.shortestPath(from: node(0), to: node(2))
    #expect(path?.nodes == [node(0), node(1), node(2)])
    #expect(path?.edges == [edge(0), edge(1)] && path?.length == 2)
    #expect(weighted.shortestPath(from: node(0), to: node(3)) == nil)
    let stay = weighted.shortestPath(from: node(3), to: node(3))
    #expect(stay == Path(nodes: [node(3)], edges: [], length: 0))
  }

  @Test func tiesGoToFewerEdgesThenToTheSmallestLastEdge() throws {
    // 0 → 3 by 1 or by 2, in two edges of 1 each; or at once, over 2.
    let ways = [(0, 1, 1), (0, 2, 1), (2, 3, 1), (1, 3, 1)]
    let graph = SampleGraph.of(.directed, nodeCount: 4, ways).frozen()
    #expect(graph.shortestPath(from: node(0), to: node(3))?.edges == [edge(1), edge(2)])
    let direct = SampleGraph.of(.directed, nodeCount: 4, ways + [(0, 3, 2)])
    let weighted = try direct.frozen(distance: { Double($1) })
    #expect(weighted.shortestPath(from: node(0), to: node(3))?.edges == [edge(4)])
    // Of parallel edges, the first one.
    let parallel = SampleGraph.of(.undirected, nodeCount: 2, [(0, 0), (1, 0), (0, 1)]).frozen()
    #expect(parallel.shortestPath(from: node(0), to: node(1))?.edges == [edge(1)])
  }

  @Test func zeroDistances() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1, 0), (1, 2, 0), (2, 0, 0)])
    let frozen = try graph.frozen(distance: { Double($1) })
    #expect(frozen.shortestPath(from: node(0), to: node(2))?.edges == [edge(2)])
    #expect(frozen.shortestPathTree(from: node(0)).distances.values == [0, 0, 0])
    // Shortest paths can't be counted then; the first edge is named, wherever it starts.
    let edges = [(2, 1, 1), (2, 1, 0), (0, 1, 0), (1, 0, 1)]
    for ways in [edges, edges.map { (2 - $0.0, 2 - $0.1, $0.2) }] {
      let some = try SampleGraph.of(.directed, nodeCount: 3, ways)
        .frozen(distance: { Double($1) })
      #expect(throws: AlgorithmError.zeroDistance(edge(1))) {
        try some.shortestPathCount(from: node(0), to: node(1))
      }
      #expect(throws: AlgorithmError.zeroDistance(edge(1))) {
        try some.allShortestPaths(from: node(0), to: node(1))
      }
    }
  }

  @Test func sumsTooGreatForANumber() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1), (1, 2)])
    let frozen = try graph.frozen(distance: { _, _ in .greatestFiniteMagnitude })
    #expect(frozen.shortestPath(from: node(0), to: node(2)) == nil)
    let tree = frozen.shortestPathTree(from: node(0))
    #expect(tree.distance(to: node(2)) == nil && tree.lastStep(to: node(2)) == nil)
    #expect(try frozen.shortestPathCount(from: node(0), to: node(2)) == 0)
    #expect(try Array(frozen.allShortestPaths(from: node(0), to: node(2))).isEmpty)
  }

  /// Added up from its start a way is just no longer than a number can be, from its end it is.
  @Test func aSumThatJustFits() throws {
    let greatest = Double.greatestFiniteMagnitude
    let little = 0.3 * greatest.ulp
    let way = SampleGraph.of(.directed, nodeCount: 4, [(0, 1, 0), (1, 2, 1), (2, 3, 1)])
    let frozen = try way.frozen(distance: { [greatest, little][$1] })
    let path = try #require(frozen.shortestPath(from: node(0), to: node(3)))
    #expect(path.length == greatest && path.edges == (0...2).map { edge($0) })
  }

  @Test func treeAndDirections() {
    let graph = SampleGraph.of(.directed, nodeCount: 4, [(0, 1), (1, 2), (3, 1)]).frozen()
    let tree = graph.shortestPathTree(from: node(0))
    #expect(tree.source == node(0))
    #expect(tree.distances.values == [0, 1, 2, .infinity])
    #expect(tree.distance(to: node(2)) == 2 && tree.distance(to: node(3)) == nil)
    #expect(tree.lastStep(to: node(2))?.node == node(1))
    #expect(tree.lastStep(to: node(2))?.edge == edge(1))
    #expect(tree.lastStep(to: node(0)) == nil && tree.path(to: node(3)) == nil)
    let into = graph.shortestPathTree(from: node(2), .incoming)
    #expect(into.distances.values == [2, 1, 0, 2])
    #expect(into.path(to: node(3))?.nodes == [node(2), node(1), node(3)])
    let either = graph.shortestPathTree(from: node(0), .either)
    #expect(either.path(to: node(3))?.edges == [edge(0), edge(2)])
  }

  @Test func egoNetworks() throws {
    // 4 → 0 → 1 → 2 → 3, and a loop at 0.
    let graph = SampleGraph.of(
      .directed, nodeCount: 5, [(0, 1, 9), (1, 2, 9), (2, 3, 9), (4, 0, 9), (0, 0, 9)])
    let frozen = try graph.frozen(distance: { Double($1) })
    #expect(frozen.nodes(within: 0, of: node(0)) == [node(0)])
    #expect(frozen.nodes(within: 1, of: node(0)) == [node(0), node(1), node(4)])
    #expect(frozen.nodes(within: 2, of: node(0), .outgoing) == [node(0), node(1), node(2)])
    #expect(frozen.nodes(within: 9, of: node(1), .incoming) == [node(1), node(0), node(4)])
    #expect(frozen.nodes(within: -1, of: node(1)) == [node(1)])
    #expect(frozen.nodes(within: .max, of: node(3)).count == 5)
    // Of those as many edges away, the one with the smaller identifier comes first.
    let star = SampleGraph.of(.undirected, nodeCount: 4, [(1, 3), (1, 0), (1, 2)]).frozen()
    #expect(star.nodes(within: 1, of: node(1)).map(\.rawValue) == [1, 0, 2, 3])
  }

  @Test func countsAreExactAndMultiply() throws {
    // Each of three steps has two parallel edges: 2 · 2 · 2 paths.
    let steps = [(0, 1), (0, 1), (1, 2), (1, 2), (2, 3), (2, 3)]
    let graph = SampleGraph.of(.directed, nodeCount: 4, steps).frozen()
    #expect(try graph.shortestPathCount(from: node(0), to: node(3)) == 8)
    #expect(try graph.shortestPathCount(from: node(3), to: node(0)) == 0)
    #expect(try graph.shortestPathCount(from: node(3), to: node(3)) == 1)
  }

  @Test(arguments: RandomCase.all(100))
  func agreesWithBellmanFord(_ random: RandomCase) throws {
    let oracle = Oracle(random)
    let frozen = try random.frozen()
    let graph = random.graph
    let all = oracle.distances()
    for (number, source) in oracle.nodes.enumerated() {
      let expected = oracle.distances(from: number)
      let tree = frozen.shortestPathTree(from: source)
      #expect(tree.distances.values == expected)
      for (position, target) in oracle.nodes.enumerated() {
        let path = tree.path(to: target)
        #expect(frozen.shortestPath(from: source, to: target) == path)
        #expect((path?.length ?? .infinity) == expected[position])
        guard let path else { continue }
        // A real way through the graph, and the one that the rule for ties picks.
        for (step, edge) in path.edges.enumerated() {
          let ends = graph.endpoints(of: edge)
          #expect(ends.other(than: path.nodes[step]) == path.nodes[step + 1])
          #expect(!graph.isDirected(path.edges[step]) || ends.source == path.nodes[step])
        }
        let choices = oracle.shortestPaths(from: number, to: position, all)
          .map { $0.map { oracle.arcs[$0].edge } }
        let least = choices.min {
          $0.count != $1.count
            ? $0.count < $1.count : $0.reversed().lexicographicallyPrecedes($1.reversed())
        }
        #expect(path.edges == least)
      }
    }
  }

  /// Against the arrows as on the reversed graph, both ways as on the undirected one; and within so
  /// many steps are the nodes whose tree says so.
  @Test(arguments: RandomCase.all(90))
  func treesAndNodesWithinInEveryDirection(_ random: RandomCase) throws {
    let frozen = try random.frozen()
    let (reversed, undirected) = (frozen.reversed, frozen.undirected)
    for number in 0..<frozen.nodeCount {
      let source = frozen.node(at: number)
      let trees = [
        (Direction.outgoing, frozen.shortestPathTree(from: source)),
        (.incoming, reversed.shortestPathTree(from: source)),
        (.either, undirected.shortestPathTree(from: source)),
      ]
      for (direction, expected) in trees {
        let tree = frozen.shortestPathTree(from: source, direction)
        #expect(tree.distances == expected.distances)
        for target in tree.distances.map(\.node) {
          #expect(tree.path(to: target) == expected.path(to: target))
        }
        let steps = frozen.unweighted.shortestPathTree(from: source, direction).distances
        for depth in 0...3 {
          let near = steps.filter { $0.value <= Double(depth) }
            .sorted { ($0.value, $0.node) < ($1.value, $1.node) }
          #expect(frozen.nodes(within: depth, of: source, direction) == near.map(\.node))
        }
      }
    }
  }

  /// On graphs with hubs, rings, parallel edges and loops, searches from both ends meet in every
  /// way.
  @Test(arguments: Directedness.allCases, 0..<8)
  func agreesWithTheSearchFromOneEnd(_ directedness: Directedness, _ seed: Int) {
    let graph = Self.tangle(directedness, seed)
    let frozen = graph.frozen()
    for view in [frozen, frozen.filtered(GraphFilter(edges: { $0.rawValue % 7 != 3 }))] {
      expectThePathsOfTrees(in: view)
    }
  }

  /// How the lengths of edges are drawn.
  enum Lengths: CaseIterable {
    /// With many ties, and edges of no length.
    case few
    case any
    /// Of which the small ones get lost in sums.
    case scattered
    /// Whose sums are too great for a number, or nearly so.
    case huge
    case none

    func next(_ generator: inout SplitMix64) -> Double {
      switch self {
      case .few: Double(Int.random(in: 0...3, using: &generator))
      case .any: Double.random(in: 0..<1, using: &generator)
      case .scattered:
        Double(sign: .plus, exponent: Int.random(in: -30...30, using: &generator), significand: 1.1)
      case .huge: Double.greatestFiniteMagnitude * Double.random(in: 0...0.3, using: &generator)
      case .none: 0
      }
    }
  }

  @Test(arguments: Lengths.allCases, Directedness.allCases)
  func agreesWithTheSearchFromOneEnd(_ lengths: Lengths, _ directedness: Directedness) throws {
    for seed in [0, 3, 5, 6] {
      let graph = Self.tangle(directedness, seed)
      var generator = SplitMix64(seed: UInt64(seed))
      let values = (0..<graph.edgeCount).map { _ in lengths.next(&generator) }
      let frozen = try graph.frozen(distance: { edge, _ in values[Int(edge.rawValue)] })
      for view in [frozen, frozen.filtered(GraphFilter(edges: { $0.rawValue % 7 != 3 }))] {
        expectThePathsOfTrees(in: view)
      }
    }
  }

  private func expectThePathsOfTrees(in graph: FrozenGraph) {
    let nodes = (0..<graph.nodeCount).map(graph.node)
    for number in 0..<60 {
      let source = nodes[number * 37 % nodes.count]
      let tree = graph.shortestPathTree(from: source)
      for target in [nodes[(number * 101 + 13) % nodes.count], nodes[number], source] {
        #expect(graph.shortestPath(from: source, to: target) == tree.path(to: target))
      }
    }
  }

  /// Some 400 nodes, twenty of them without edges; the later seeds have hubs, the others long ways.
  private static func tangle(_ directedness: Directedness, _ seed: Int) -> SampleGraph {
    var generator = SplitMix64(seed: UInt64(seed))
    let nodeCount = 400
    var graph = SampleGraph(directedness)
    let nodes = (0..<nodeCount).map { graph.addNode("\($0)") }
    var ends = [0]
    for number in 1..<nodeCount - 20 {
      for _ in 0..<(1 + seed % 3) {
        let nearby = max(0, number - Int.random(in: 0...12, using: &generator))
        let other = seed < 4 ? nearby : ends[Int.random(in: 0..<ends.count, using: &generator)]
        let isDirected =
          directedness == .mixed
          ? Bool.random(using: &generator) : directedness == .directed
        let isTurned = Bool.random(using: &generator)
        graph.addEdge(
          from: nodes[isTurned ? number : other], to: nodes[isTurned ? other : number],
          directed: isDirected, 1)
        ends += [number, other]
      }
    }
    return graph
  }
}
