import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct DegreeTests {
  @Test func loopsAndParallelEdges() throws {
    let edges = [(0, 1, 2), (0, 1, 3), (1, 1, 4), (2, 0, 5)]
    let directed = SampleGraph.of(.directed, nodeCount: 4, edges)
    #expect(directed.frozen().degrees(.outgoing).values == [2, 1, 1, 0])
    #expect(directed.frozen().degrees(.incoming).values == [1, 3, 0, 0])
    #expect(directed.frozen().degrees().values == [3, 4, 1, 0])
    let strong = try directed.frozen(strength: { Double($1) })
    #expect(strong.strengths(.outgoing).values == [5, 4, 5, 0])
    #expect(strong.strengths(.incoming).values == [5, 9, 0, 0])
    #expect(strong.strengths().values == [10, 13, 5, 0])

    let undirected = SampleGraph.of(.undirected, nodeCount: 4, edges)
    for direction in Direction.allCases {
      #expect(undirected.frozen().degrees(direction).values == [3, 4, 1, 0])
      let strong = try undirected.frozen(strength: { Double($1) })
      #expect(strong.strengths(direction).values == [10, 13, 5, 0])
    }
    // Divided by 4 − 1.
    #expect(undirected.frozen().degrees(normalized: true).values == [1, 4.0 / 3, 1.0 / 3, 0])
    #expect(undirected.frozen().strengths() == undirected.frozen().degrees())
    #expect(try undirected.frozen(distance: { Double($1) }).strengths().values == [3, 4, 1, 0])
  }

  @Test func emptyAndSingle() {
    #expect(SampleGraph(.directed).frozen().degrees(normalized: true).isEmpty)
    let single = SampleGraph.of(.undirected, nodeCount: 1, [(0, 0)]).frozen()
    #expect(single.degrees().values == [2] && single.degrees(normalized: true).values == [0])
  }

  @Test(arguments: RandomCase.all(100))
  func agreesWithTheMatrix(_ random: RandomCase) throws {
    let graph = random.graph
    let oracle = Oracle(random)
    let frozen = random.isWeighted ? try graph.frozen(strength: { Double($1) }) : graph.frozen()
    let degrees = graph.nodes.map { Double(graph.degree(of: $0)) }
    #expect(frozen.degrees().values == degrees)
    let others = Double(graph.nodeCount - 1)
    #expect(
      frozen.degrees(normalized: true).values == degrees.map { others > 0 ? $0 * (1 / others) : 0 })
    let (there, either) = (oracle.strengths, oracle.ignoringDirection.strengths)
    let sums = oracle.nodes.indices.map { node in
      (
        out: there[node].reduce(0, +), in: there.reduce(0) { $0 + $1[node] },
        either: either[node].reduce(0, +)
      )
    }
    #expect(frozen.strengths(.outgoing).values == sums.map(\.out))
    #expect(frozen.strengths(.incoming).values == sums.map(\.in))
    #expect(frozen.strengths().values == sums.map(\.either))
    if !random.isWeighted {
      #expect(frozen.degrees(.outgoing).values == sums.map(\.out))
      #expect(frozen.degrees(.incoming).values == sums.map(\.in))
    }
  }

  @Test func ranking() {
    let graph = SampleGraph.of(.directed, nodeCount: 4, [(1, 0), (2, 0), (2, 3)]).frozen()
    let scores = graph.degrees(.outgoing)
    #expect(scores.ranked().map(\.node.rawValue) == [2, 1, 0, 3])
    #expect(scores.top(2).map(\.value) == [2, 1])
    #expect(scores.top(-1).isEmpty && scores.top(9).count == 4)
    #expect(scores[NodeID(rawValue: 2)] == 2 && scores.count == 4)
    #expect(scores.first?.node == NodeID(rawValue: 0))
  }

  @Test func notANumberRanksLast() throws {
    // Node 0 reaches none, node 1 one, node 2 two at distances 1 and 2.
    let graph = SampleGraph.of(.directed, nodeCount: 3, [(1, 0), (2, 1)]).frozen()
    let ranked = try graph.closeness(.perComponent).ranked()
    #expect(ranked.map(\.node.rawValue) == [1, 2, 0])
  }
}
