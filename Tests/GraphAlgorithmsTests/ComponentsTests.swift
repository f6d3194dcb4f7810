import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct ComponentsTests {
  private func nodes(_ numbers: UInt32...) -> [NodeID] { numbers.map { NodeID(rawValue: $0) } }

  @Test func largestFirstThenSmallestNode() {
    let graph = SampleGraph.of(.directed, nodeCount: 6, [(0, 0), (3, 1), (2, 4), (5, 4), (2, 5)])
    let components = graph.frozen().connectedComponents()
    #expect(components.groups == [nodes(2, 4, 5), nodes(1, 3), nodes(0)])
    #expect(components.count == 3 && components.largest == nodes(2, 4, 5))
    #expect(graph.nodes.map { components[$0] } == [2, 1, 0, 1, 0, 0])
  }

  @Test func strongComponents() {
    // A cycle of 0, 1, 2; from it to 3, and 3 ⇄ 4; 5 only has a loop.
    let graph = SampleGraph.of(
      .directed, nodeCount: 6,
      [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3), (5, 5), (5, 0)])
    let components = graph.frozen().stronglyConnectedComponents()
    #expect(components.groups == [nodes(0, 1, 2), nodes(3, 4), nodes(5)])
    #expect(graph.frozen().connectedComponents().count == 1)
  }

  @Test func emptyAndSingle() {
    let empty = SampleGraph(.directed).frozen()
    #expect(empty.connectedComponents().count == 0 && empty.connectedComponents().largest.isEmpty)
    #expect(empty.stronglyConnectedComponents().groups.isEmpty)
    let single = SampleGraph.of(.directed, nodeCount: 1, [(Int, Int)]()).frozen()
    #expect(single.connectedComponents().groups == [nodes(0)])
    #expect(single.stronglyConnectedComponents().groups == [nodes(0)])
  }

  @Test func longPathNeedsNoStack() {
    var graph = Graph<Void, Void>(.directed)
    var last = graph.addNode(())
    for _ in 0..<50_000 {
      let next = graph.addNode(())
      graph.addEdge(from: last, to: next)
      last = next
    }
    #expect(graph.frozen().stronglyConnectedComponents().count == 50_001)
    #expect(graph.frozen().connectedComponents().count == 1)
  }

  @Test(arguments: RandomCase.all(170))
  func agreesWithReachability(_ random: RandomCase) {
    let oracle = Oracle(random)
    let frozen = random.graph.frozen()
    let distances = oracle.distances()
    let strong = frozen.stronglyConnectedComponents()
    for (first, row) in distances.enumerated() {
      for second in row.indices {
        let together = row[second].isFinite && distances[second][first].isFinite
        #expect((strong[oracle.nodes[first]] == strong[oracle.nodes[second]]) == together)
      }
    }
    // Sets of nodes, united edge by edge.
    var sets = oracle.nodes.map { Set([$0]) }
    for arc in oracle.arcs {
      let ends = [oracle.nodes[arc.from], oracle.nodes[arc.to]]
      let touched = sets.filter { !$0.isDisjoint(with: ends) }
      sets.removeAll { !$0.isDisjoint(with: ends) }
      sets.append(touched.reduce(into: []) { $0.formUnion($1) })
    }
    let weak = frozen.connectedComponents()
    #expect(Set(weak.groups.map { Set($0) }) == Set(sets) && weak.count == sets.count)
    for (position, group) in weak.groups.enumerated() {
      #expect(group == group.sorted() && group.allSatisfy { weak[$0] == position })
    }
    for (larger, smaller) in zip(weak.groups, weak.groups.dropFirst()) {
      #expect((-larger.count, larger[0]) < (-smaller.count, smaller[0]))
    }
  }

  /// From scattered pieces to a single one: what is tried first depends on how many nodes the first
  /// edges join.
  @Test(arguments: [Directedness.directed, .undirected], 0..<30)
  func agreesWithASearchOnLargerGraphs(_ directedness: Directedness, _ number: Int) {
    var generator = SplitMix64(seed: UInt64(number))
    let nodeCount = Int.random(in: 150...3000, using: &generator)
    let edgeCount = nodeCount * Int.random(in: 1...12, using: &generator) / 4
    let pieces = Int.random(in: 1...4, using: &generator)
    let names = (0..<nodeCount).shuffled(using: &generator)
    var neighbors = [[Int]](repeating: [], count: nodeCount)
    var builder = FrozenGraph.Builder(directedness, nodeCount: nodeCount)
    for _ in 0..<edgeCount {
      let first = Int.random(in: 0..<nodeCount, using: &generator)
      // Half of the pieces are stars around their first nodes.
      let other = Int.random(in: 0..<nodeCount, using: &generator) / pieces * pieces
      let second = first % pieces < pieces / 2 ? first % pieces : other + first % pieces
      guard second < nodeCount else { continue }
      let ends = (names[first], names[second])
      builder.addEdge(from: ends.0, to: ends.1)
      neighbors[ends.0].append(ends.1)
      neighbors[ends.1].append(ends.0)
    }
    var groups: [[NodeID]] = []
    var isFound = [Bool](repeating: false, count: nodeCount)
    for start in 0..<nodeCount where !isFound[start] {
      isFound[start] = true
      var group = [start]
      var next = 0
      while next < group.count {
        for node in neighbors[group[next]] where !isFound[node] {
          isFound[node] = true
          group.append(node)
        }
        next += 1
      }
      groups.append(group.sorted().map { NodeID(rawValue: UInt32($0)) })
    }
    groups.sort { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
    #expect(builder.build().connectedComponents().groups == groups)
  }
}
