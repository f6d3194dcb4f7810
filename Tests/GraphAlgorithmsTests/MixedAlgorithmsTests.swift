import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Graphs in which some edges lead one way and some both: directed, with an arc each way.
@Suite struct MixedAlgorithmsTests {
  /// 0 → 1 – 2 → 0, 2 – 3.
  private static func sample() -> Graph<Int, Double> {
    var graph = Graph<Int, Double>(.mixed)
    let nodes = (0..<4).map { graph.addNode($0) }
    graph.addEdge(from: nodes[0], to: nodes[1], directed: true, 1)
    graph.addEdge(from: nodes[1], to: nodes[2], directed: false, 2)
    graph.addEdge(from: nodes[2], to: nodes[0], directed: true, 3)
    graph.addEdge(from: nodes[2], to: nodes[3], directed: false, 4)
    return graph
  }

  @Test func degreesCountAnEdgeOnce() throws {
    let frozen = try Self.sample().frozen(strength: { $1 })
    #expect(frozen.degrees(.outgoing).values == [1, 1, 3, 1])
    #expect(frozen.degrees(.incoming).values == [1, 2, 2, 1])
    #expect(frozen.degrees().values == [2, 2, 3, 1])
    #expect(frozen.strengths().values == [4, 3, 9, 4])
    #expect(frozen.coreNumbers().values == [2, 2, 2, 1])
  }

  @Test func edgesScoreAsOne() throws {
    let scores = try Self.sample().frozen().edgeBetweenness()
    // From 0: 1, 2, 3. From 1: 2, 0, 3. From 2: 0, 1, 3. From 3: 2, 0, 1.
    #expect(scores.values == [3, 7, 3, 6])
    #expect(try Self.sample().frozen().betweenness().values == [0, 2, 5, 0])
  }

  @Test func pathsFollowEdgesBothWays() throws {
    let graph = Self.sample()
    let nodes = Array(graph.nodes)
    let frozen = graph.frozen()
    let path = try #require(frozen.shortestPath(from: nodes[3], to: nodes[1]))
    #expect(path.edges.map(\.rawValue) == [3, 1])
    #expect(frozen.stronglyConnectedComponents().count == 1)
    #expect(frozen.shortestPath(from: nodes[0], to: nodes[3])?.edges.map(\.rawValue) == [0, 1, 3])
  }
}
