import GraphCore
import TestSupport
import Testing

@Suite struct AssemblingTests {
  @Test(arguments: 0..<60)
  func edgesLinkedTogetherAreAsIfAddedOneByOne(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let kind: Directedness = [.directed, .undirected, .mixed][Int(seed % 3)]
    var one = Graph<Int, Int>(kind)
    var other = Graph<Int, Int>(kind)
    for number in 0..<Int.random(in: 1...12, using: &random) {
      one.addNode(number)
      other.addNode(number)
    }
    let nodes = Array(one.nodes)
    for number in 0..<Int.random(in: 0...60, using: &random) {
      let source = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let target = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let isDirected = kind == .mixed ? Bool.random(using: &random) : kind == .directed
      one.addEdge(from: source, to: target, directed: isDirected, number)
      let edge = other.appendUnlinkedEdge(from: source, to: target, directed: isDirected, number)
      #expect(other.endpoints(of: edge).source == source && other[edge] == number)
      if Int.random(in: 0..<20, using: &random) == 0 { other.linkEdges() }
    }
    other.linkEdges()
    other.checkInvariants()
    #expect(one == other)
  }

  @Test func aCopyIsLeftAsItIsWhenEdgesAreLinked() {
    var graph = Graph<Int, Int>(.directed)
    let nodes = (0..<3).map { graph.addNode($0) }
    graph.addEdge(from: nodes[0], to: nodes[1], 7)
    let copy = graph
    graph.appendUnlinkedEdge(from: nodes[0], to: nodes[2], directed: true, 8)
    graph.linkEdges()
    copy.checkInvariants()
    #expect(copy.successors(of: nodes[0]) == [nodes[1]])
    #expect(graph.successors(of: nodes[0]) == [nodes[1], nodes[2]])
  }

  @Test func aGraphOfAnotherKindHasTheSameIdentifiers() {
    var graph = Graph<String, Int>(.undirected)
    let nodes = ["a", "b", "c"].map { graph.addNode($0) }
    let first = graph.addEdge(from: nodes[0], to: nodes[1], 1)
    let second = graph.addEdge(from: nodes[1], to: nodes[2], 2)
    graph.removeEdge(first)
    graph.removeNode(nodes[0])
    var mixed = graph.converted(to: .mixed)
    mixed.checkInvariants()
    #expect(Array(mixed.nodes) == [nodes[1], nodes[2]] && Array(mixed.edges) == [second])
    #expect(!mixed.isDirected(second) && mixed[second] == 2)
    #expect(mixed.converted(to: .undirected) == graph)
    let third = mixed.addEdge(from: nodes[2], to: nodes[1], directed: true, 3)
    mixed.removeEdge(second)
    let directed = mixed.converted(to: .directed)
    directed.checkInvariants()
    #expect(Array(directed.edges(from: nodes[2])) == [third])
  }
}
