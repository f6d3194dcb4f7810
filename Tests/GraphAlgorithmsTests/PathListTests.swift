import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Lists of paths: all shortest, the k shortest, all simple ones; and filters.
@Suite struct PathListTests {
  private func node(_ number: UInt32) -> NodeID { NodeID(rawValue: number) }
  private func edge(_ number: UInt32) -> EdgeID { EdgeID(rawValue: number) }

  /// A square 0 – 1 – 3 – 2 – 0 with the diagonal 1 – 2; the edge 0 – 1 is doubled.
  private var square: SampleGraph {
    .of(
      .undirected, nodeCount: 5, [(0, 1, 1), (1, 3, 5), (0, 2, 2), (2, 3, 1), (1, 2, 1), (0, 1, 9)])
  }

  @Test func allShortest() throws {
    let paths = try square.frozen().allShortestPaths(from: node(0), to: node(3))
    #expect(
      paths.map(\.edges) == [[edge(0), edge(1)], [edge(2), edge(3)], [edge(5), edge(1)]])
    #expect(Array(paths.prefix(1)).count == 1)
    let weighted = try square.frozen(distance: { Double($1) })
    let short = try weighted.allShortestPaths(from: node(0), to: node(3)).map(\.edges)
    #expect(short == [[edge(0), edge(4), edge(3)], [edge(2), edge(3)]])
    #expect(try Array(weighted.allShortestPaths(from: node(0), to: node(4))).isEmpty)
    #expect(try Array(weighted.allShortestPaths(from: node(4), to: node(4))).map(\.length) == [0])
  }

  @Test func kShortest() throws {
    let weighted = try square.frozen(distance: { Double($1) })
    let paths = weighted.shortestPaths(4, from: node(0), to: node(3))
    #expect(paths.map(\.length) == [3, 3, 6, 8])
    #expect(paths[0].edges == [edge(2), edge(3)])
    #expect(paths[1].edges == [edge(0), edge(4), edge(3)])
    #expect(weighted.shortestPaths(0, from: node(0), to: node(3)).isEmpty)
    #expect(weighted.shortestPaths(3, from: node(0), to: node(4)).isEmpty)
    #expect(weighted.shortestPaths(3, from: node(4), to: node(4)).map(\.edges) == [[]])
  }

  @Test func kShortestOnALongChainOfPairs() {
    // Two edges at each step: a detour leaves at each place, and 2¹⁰⁰⁰ paths are as short.
    var builder = FrozenGraph.Builder(.undirected)
    for node in 0..<1000 {
      builder.addEdge(from: node, to: node + 1)
      builder.addEdge(from: node + 1, to: node)
    }
    let paths = builder.build().shortestPaths(5, from: node(0), to: node(1000))
    // The last step is the last to come earlier.
    let tails = [[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1], [1, 0, 0]]
    #expect(paths.map { $0.edges.suffix(3).map { Int($0.rawValue) % 2 } } == tails)
    #expect(paths.allSatisfy { $0.length == 1000 && $0.edges[0] == edge(0) })
    // No detour at all.
    let chain = FrozenGraph.Builder.chain(of: 1000)
    #expect(chain.shortestPaths(3, from: node(0), to: node(999)).map(\.length) == [999])
  }

  @Test func kShortestThroughManyNeighbors() {
    // 0 and 1 have 300 neighbors in common, and nothing else; between two of these is an edge.
    var builder = FrozenGraph.Builder(.undirected)
    for middle in 2..<302 {
      builder.addEdge(from: 0, to: middle)
      builder.addEdge(from: middle, to: 1)
    }
    builder.addEdge(from: 100, to: 200)
    let paths = builder.build().shortestPaths(1000, from: node(0), to: node(1))
    let around = [[0, 100, 200, 1], [0, 200, 100, 1]]
    #expect(
      paths.map { $0.nodes.map { Int($0.rawValue) } } == (2..<302).map { [0, $0, 1] } + around)
  }

  @Test func kShortestWhereSumsAreRoundedOrTooGreat() throws {
    // A triangle of which two sides are more than a number can hold.
    var builder = FrozenGraph.Builder(.undirected, weightRole: .distance)
    for (source, target) in [(0, 1), (1, 2), (0, 2)] {
      try builder.addEdge(from: source, to: target, weight: 1e308)
    }
    #expect(builder.build().shortestPaths(5, from: node(0), to: node(2)).map(\.length) == [1e308])
    // From 1 by 4 it would be near, were it not that the way leads back to 1.
    var detour = FrozenGraph.Builder(.directed, weightRole: .distance)
    let arcs = [(0, 1, 0.8), (1, 2, 0.1), (2, 3, 0.1), (1, 4, 0.1), (4, 1, 0.05), (4, 3, 1.2)]
    for (source, target, length) in arcs {
      try detour.addEdge(from: source, to: target, weight: length * 1e308)
    }
    let found = detour.build().shortestPaths(5, from: node(0), to: node(3))
    #expect(found.map(\.nodes) == [[0, 1, 2, 3].map { node($0) }])
    for seed in 0..<50 {
      var random = SplitMix64(seed: UInt64(seed))
      var builder = FrozenGraph.Builder(.undirected, weightRole: .distance)
      for _ in 0..<25 {
        try builder.addEdge(
          from: Int.random(in: 0..<8, using: &random), to: Int.random(in: 0..<8, using: &random),
          weight: [0, 1e-9, 1, 0.1][Int.random(in: 0..<4, using: &random)])
      }
      let graph = builder.build()
      guard graph.nodeCount == 8 else { continue }
      let lengths = graph.shortestPaths(30, from: node(0), to: node(7)).map(\.length)
      #expect(lengths == lengths.sorted())
    }
  }

  @Test func waysAroundAPathThatAreAsLong() throws {
    // From 4 the shortest way leads back to 1. The others are both 12 long: by 5 and 7, and by 6
    // with an edge less, of which the search from the target hears later.
    var builder = FrozenGraph.Builder(.directed, weightRole: .distance)
    let arcs: [(Int, Int, Double)] = [
      (0, 1, 8), (1, 2, 1), (2, 3, 1), (1, 4, 1), (4, 1, 0.5), (5, 7, 1), (7, 3, 1), (4, 5, 10),
      (6, 3, 11), (4, 6, 1),
    ]
    for (source, target, length) in arcs {
      try builder.addEdge(from: source, to: target, weight: length)
    }
    let graph = builder.build()
    let ways = [[0, 1, 2, 3], [0, 1, 4, 6, 3], [0, 1, 4, 5, 7, 3]].map { $0.map { node($0) } }
    #expect(graph.shortestPaths(2, from: node(0), to: node(3)).map(\.nodes) == [ways[0], ways[1]])
    #expect(graph.shortestPaths(9, from: node(0), to: node(3)).map(\.nodes) == ways)
  }

  @Test func simpleUpToALength() {
    let frozen = square.frozen()
    let two = frozen.simplePaths(from: node(0), to: node(3), maximumEdges: 2)
    #expect(two.map(\.edges) == [[edge(0), edge(1)], [edge(2), edge(3)], [edge(5), edge(1)]])
    #expect(Array(frozen.simplePaths(from: node(0), to: node(3), maximumEdges: 9)).count == 6)
    #expect(Array(frozen.simplePaths(from: node(0), to: node(3), maximumEdges: 1)).isEmpty)
    #expect(Array(frozen.simplePaths(from: node(0), to: node(4), maximumEdges: 9)).isEmpty)
    #expect(Array(frozen.simplePaths(from: node(4), to: node(4), maximumEdges: 0)).count == 1)
    #expect(Array(frozen.simplePaths(from: node(4), to: node(4), maximumEdges: -1)).isEmpty)
    #expect(Array(frozen.simplePaths(from: node(0), to: node(3), maximumEdges: .max)).count == 6)
  }

  @Test func directedParallelAndLooped() throws {
    // 0 ⇉ 1 → 2 → 0, and a loop at 1.
    let edges = [(0, 1, 2), (0, 1, 1), (1, 2, 1), (2, 0, 1), (1, 1, 1)]
    let graph = SampleGraph.of(.directed, nodeCount: 4, edges)
    let weighted = try graph.frozen(distance: { Double($1) })
    let ranked = weighted.shortestPaths(5, from: node(0), to: node(2))
    #expect(ranked.map(\.edges) == [[edge(1), edge(2)], [edge(0), edge(2)]])
    #expect(ranked.map(\.length) == [2, 3])
    let back = graph.frozen().simplePaths(from: node(2), to: node(1), maximumEdges: 5)
    #expect(back.map(\.edges) == [[edge(3), edge(0)], [edge(3), edge(1)]])
    #expect(try weighted.allShortestPaths(from: node(0), to: node(2)).map(\.length) == [2])
    #expect(weighted.shortestPaths(2, from: node(3), to: node(0)).isEmpty)
  }

  @Test func filters() throws {
    let frozen = square.frozen()
    let around = frozen.filtered(GraphFilter(nodes: { $0.rawValue != 1 }))
    #expect(around.shortestPath(from: node(0), to: node(3))?.edges == [edge(2), edge(3)])
    #expect(around.shortestPath(from: node(0), to: node(1)) == nil)
    let without = frozen.filtered(GraphFilter(edges: { ![0, 3].contains($0.rawValue) }))
    #expect(without.shortestPath(from: node(0), to: node(3))?.edges == [edge(5), edge(1)])
    #expect(without.degrees().values == [2, 3, 2, 1, 0])
    #expect(try without.edgeBetweenness()[edge(0)] == 0)
    #expect(frozen.filtered(GraphFilter()).degrees() == frozen.degrees())
  }

  /// Every simple path, by trying all.
  private func simplePaths(_ oracle: Oracle, from source: Int, to target: Int) -> [[Int]] {
    var found: [[Int]] = []
    func extend(_ node: Int, _ seen: Set<Int>, _ path: [Int]) {
      if node == target {
        found.append(path)
        return
      }
      for (number, arc) in oracle.arcs.enumerated()
      where arc.from == node && !seen.contains(arc.to) {
        extend(arc.to, seen.union([arc.to]), path + [number])
      }
    }
    extend(source, [source], [])
    return found
  }

  @Test(arguments: RandomCase.all(125))
  func agreesWithTryingAll(_ random: RandomCase) throws {
    let oracle = Oracle(random)
    let frozen = try random.frozen()
    let distances = oracle.distances()
    let count = oracle.nodes.count
    guard count > 0 else { return }
    for number in 0..<3 {
      let source = (Int(random.seed) + number) % count
      let target = (Int(random.seed) * 7 + 5 * number + 1) % count
      let (from, to) = (oracle.nodes[source], oracle.nodes[target])
      func edges(_ path: [Int]) -> [EdgeID] { path.map { oracle.arcs[$0].edge } }

      let shortest = oracle.shortestPaths(from: source, to: target, distances).map(edges)
      let listed = try frozen.allShortestPaths(from: from, to: to).map(\.edges)
      #expect(listed == shortest.sorted { $0.lexicographicallyPrecedes($1) })

      let all = simplePaths(oracle, from: source, to: target)
      for bound in [0, 2, 4] {
        let some = frozen.simplePaths(from: from, to: to, maximumEdges: bound).map(\.edges)
        let expected = all.filter { $0.count <= bound }.map(edges)
        #expect(
          some.sorted { $0.lexicographicallyPrecedes($1) }
            == expected.sorted { $0.lexicographicallyPrecedes($1) })
      }

      let ranked = all.map { path in
        (length: path.reduce(0) { $0 + oracle.arcs[$1].length }, edges: edges(path))
      }.sorted { left, right in
        if left.length != right.length { return left.length < right.length }
        if left.edges.count != right.edges.count { return left.edges.count < right.edges.count }
        return left.edges.lexicographicallyPrecedes(right.edges)
      }
      let paths = frozen.shortestPaths(6, from: from, to: to)
      #expect(paths.map(\.edges) == ranked.prefix(6).map(\.edges))
      #expect(paths.map(\.length) == ranked.prefix(6).map(\.length))
    }
  }
}

extension FrozenGraph.Builder {
  /// Nodes in a row.
  fileprivate static func chain(of count: Int) -> FrozenGraph {
    var builder = Self(.undirected)
    for node in 1..<count { builder.addEdge(from: node - 1, to: node) }
    return builder.build()
  }
}
