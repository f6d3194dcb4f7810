import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Numbers of nodes, edges and groups where some identifiers are missing.
@Suite struct ScoresTests {
  private func node(_ number: UInt32) -> NodeID { NodeID(rawValue: number) }
  private func edge(_ number: UInt32) -> EdgeID { EdgeID(rawValue: number) }

  /// 1 – 2 – 3 – 4 and 5; without node 0, and with an edge that goes again.
  private var graph: FrozenGraph {
    var graph = SampleGraph.of(
      .undirected, nodeCount: 6, [(0, 1), (1, 2), (1, 5), (2, 3), (3, 4)])
    graph.removeNode(node(0))
    graph.removeEdge(edge(2))
    return graph.frozen()
  }

  @Test func nodesKeepTheirIdentifiers() {
    let scores = graph.degrees()
    #expect(scores.map(\.node) == [1, 2, 3, 4, 5].map { node($0) })
    #expect(scores.values == [1, 2, 2, 1, 0] && scores[node(3)] == 2 && scores[node(5)] == 0)
    #expect(scores.ranked().map(\.node) == [2, 3, 1, 4, 5].map { node($0) })
  }

  @Test func edgesKeepTheirIdentifiers() throws {
    // The outer edges carry three pairs each, the one in the middle four.
    let scores = try graph.edgeBetweenness()
    #expect(scores.map(\.edge) == [1, 3, 4].map { edge($0) })
    #expect(scores.values == [3, 4, 3] && scores[edge(3)] == 4)
    #expect(scores.ranked().map(\.edge) == [3, 1, 4].map { edge($0) })
    #expect(scores.top(1).map(\.value) == [4])
    #expect(scores.top(-1).isEmpty && scores.top(9).count == 3)
  }

  @Test func groupsKeepTheIdentifiersOfTheirNodes() {
    let components = graph.connectedComponents()
    #expect(components.largest == [1, 2, 3, 4].map { node($0) })
    #expect(components.groups == [components.largest, [node(5)]])
    #expect(components[node(4)] == 0 && components[node(5)] == 1)
  }
}
