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

  @Test(arguments: RandomCase.all(100))
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
}
