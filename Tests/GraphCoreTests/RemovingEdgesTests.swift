import TestSupport
import Testing

@testable import GraphCore

@Suite struct RemovingEdgesTests {
  @Test func exampleOfTheDocumentation() {
    let agreements = [(0, 1, 2016), (0, 0, 2020), (1, 0, 2018)]
    var graph = SampleGraph.of(.undirected, nodeCount: 2, agreements)
    graph.removeEdges(where: { _, year in year < 2017 })
    #expect(graph.edges.map { graph[$0] } == [2020, 2018])
    graph.removeEdges(graph.edges.filter { graph.endpoints(of: $0).isSelfLoop })
    #expect(graph.edges.map { graph[$0] } == [2018])
    graph.checkInvariants()
  }

  @Test func oneNamedTwiceOrUnknownIsPassedOver() {
    var graph = SampleGraph.of(.mixed, nodeCount: 2, [(0, 1), (1, 1), (1, 0)])
    let edges = Array(graph.edges)
    graph.removeEdges([edges[1], edges[0], edges[1], EdgeID(rawValue: 9)])
    #expect(Array(graph.edges) == [edges[2]])
    graph.removeEdges([])
    #expect(graph.edgeCount == 1)
    graph.checkInvariants()
  }

  @Test func aRuleThatThrowsEndsIt() {
    struct Doubt: Error {}
    var graph = SampleGraph.of(.directed, nodeCount: 2, [(0, 1, 1), (0, 1, 2), (0, 1, 3)])
    #expect(throws: Doubt.self) {
      try graph.removeEdges { (_, number) throws(Doubt) in
        if number == 2 { throw Doubt() }
        return true
      }
    }
    #expect(graph.edges.map { graph[$0] } == [2, 3])
    graph.checkInvariants()
  }

  /// What lists the edges of a node would have the whole graph copied if it lived meanwhile.
  @Test func nothingIsCopied() {
    var graph = SampleGraph.of(.undirected, nodeCount: 5, (0..<20).map { ($0 % 5, $0 / 5, $0) })
    func places() -> [UnsafeRawPointer?] {
      [
        graph.topology.edges.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) },
        graph.topology.nodes.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) },
        graph.edgeValues.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) },
      ]
    }
    let before = places()
    graph.removeEdges(where: { edge, _ in edge.rawValue > 17 })
    graph.removeEdges(graph.incidentEdges(of: NodeID(rawValue: 3)))
    graph.removeEdges(graph.edges(from: NodeID(rawValue: 2)))
    #expect(places() == before)
    #expect(graph.edgeCount == 6)
    graph.removeEdges(graph.edges)
    #expect(places() == before && graph.edgeCount == 0)
    graph.checkInvariants()
  }

  @Test(arguments: Directedness.allCases, UInt64(0)..<60)
  func areRemovedAsOneByOne(_ directedness: Directedness, seed: UInt64) {
    let whole = SampleGraph.random(directedness, seed: seed)
    var generator = SplitMix64(seed: seed &+ 1)
    let unwanted = Set(whole.edges.filter { _ in Bool.random(using: &generator) })
    var expected = whole
    for edge in unwanted { expected.removeEdge(edge) }
    var ruled = whole
    var asked: [EdgeID] = []
    ruled.removeEdges { edge, number in
      #expect(number == whole[edge])
      asked.append(edge)
      return unwanted.contains(edge)
    }
    var named = whole
    named.removeEdges(unwanted)
    #expect(ruled == expected && named == expected && asked == Array(whole.edges))
    ruled.checkInvariants()
    for node in whole.nodes {
      var other = whole
      other.removeEdges(other.incidentEdges(of: node))
      #expect(other.degree(of: node) == 0)
      #expect(other.edgeCount == whole.edgeCount - Array(whole.incidentEdges(of: node)).count)
    }
  }
}
