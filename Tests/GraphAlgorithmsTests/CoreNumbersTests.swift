import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct CoreNumbersTests {
  @Test func triangleWithPendant() {
    let graph = SampleGraph.of(
      .undirected, nodeCount: 5, [(0, 1), (1, 2), (2, 0), (2, 3), (4, 4)])
    #expect(graph.frozen().coreNumbers().values == [2, 2, 2, 1, 0])
    let parallel = SampleGraph.of(.undirected, nodeCount: 2, [(0, 1), (0, 1), (1, 0)])
    #expect(parallel.frozen().coreNumbers().values == [3, 3])
  }

  @Test func directions() {
    // 0 → 1 → 2 → 0 and 2 → 3: everyone in the cycle has one edge out and one in.
    let graph = SampleGraph.of(.directed, nodeCount: 4, [(0, 1), (1, 2), (2, 0), (2, 3)]).frozen()
    #expect(graph.coreNumbers(.outgoing).values == [1, 1, 1, 0])
    #expect(graph.coreNumbers(.incoming).values == [1, 1, 1, 1])
    #expect(graph.coreNumbers().values == [2, 2, 2, 1])
  }

  @Test func emptyAndSingle() {
    #expect(SampleGraph(.directed).frozen().coreNumbers().isEmpty)
    let single = SampleGraph.of(.undirected, nodeCount: 1, [(0, 0)]).frozen()
    #expect(single.coreNumbers().values == [0])
  }

  /// For each k, nodes with fewer than k edges among those left go until nobody has to.
  @Test(arguments: RandomCase.all(170))
  func agreesWithTakingAway(_ random: RandomCase) {
    let graph = random.graph
    for direction in Direction.allCases {
      var expected = graph.nodes.map { _ in 0.0 }
      let nodes = Array(graph.nodes)
      for level in 1..<40 {
        var left = Set(nodes)
        while true {
          let weak = left.filter { node in
            graph.edges.count { edge in
              let ends = graph.endpoints(of: edge)
              guard !ends.isSelfLoop, left.contains(ends.source), left.contains(ends.target) else {
                return false
              }
              if !graph.isDirected(edge) || direction == .either {
                return ends.source == node || ends.target == node
              }
              return node == (direction == .outgoing ? ends.source : ends.target)
            } < level
          }
          if weak.isEmpty { break }
          left.subtract(weak)
        }
        if left.isEmpty { break }
        for (place, node) in nodes.enumerated() where left.contains(node) {
          expected[place] = Double(level)
        }
      }
      #expect(graph.frozen().coreNumbers(direction).values == expected)
    }
  }
}
