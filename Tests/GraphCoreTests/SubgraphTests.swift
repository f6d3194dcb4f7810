import GraphCore
import TestSupport
import Testing

@Suite struct SubgraphTests {
  @Test func exampleOfTheDocumentation() {
    var builder = FrozenGraph.Builder(.undirected)
    for (source, target) in [(0, 1), (1, 2), (2, 0), (2, 3)] {
      builder.addEdge(from: source, to: target)
    }
    let whole = builder.build()
    let tail = whole.subgraph(of: [2, 3].map { NodeID(rawValue: $0) })
    #expect(tail.nodeCount == 2)
    #expect(tail.edgeCount == 1)
    #expect(tail.edge(at: 0) == EdgeID(rawValue: 3))
  }

  @Test func nodesAndEdgesAreNumberedAnewAndKeepTheirIdentifiers() throws {
    let graph = SampleGraph.of(
      .directed, nodeCount: 5, [(0, 1, 2), (3, 1, 3), (1, 1, 4), (4, 3, 5), (1, 4, 6), (1, 4, 7)])
    let frozen = try graph.frozen(distance: { Double($1) })
    let nodes = [4, 1].map { NodeID(rawValue: $0) }
    let part = frozen.subgraph(of: nodes)
    #expect(part.nodeCount == 2 && part.edgeCount == 3)
    #expect(part.isDirected && part.weightRole == .distance && !part.isMixed)
    #expect(part.node(at: 0) == nodes[1] && part.node(at: 1) == nodes[0])
    #expect((0..<3).map { part.edge(at: $0).rawValue } == [2, 4, 5])
    let nodeNumbers = (0..<7).map { part.index(of: NodeID(rawValue: $0)) }
    #expect(nodeNumbers == [nil, 0, nil, nil, 1, nil, nil])
    let edgeNumbers = (0..<7).map { part.index(of: EdgeID(rawValue: $0)) }
    #expect(edgeNumbers == [nil, nil, 0, nil, 1, 2, nil])
    #expect(part.outgoing.offsets == [0, 3, 3] && part.outgoing.targets == [0, 1, 1])
    #expect(part.outgoing.edges == [0, 1, 2] && part.outgoing.weights == [4, 6, 7])
    #expect(part.incoming.offsets == [0, 1, 3] && part.incoming.edges == [0, 1, 2])
    #expect(part.weight(of: EdgeID(rawValue: 5), at: nodes[0]) == 7)
    #expect(
      part.endpoints(of: [EdgeID(rawValue: 4), EdgeID(rawValue: 0)])
        == [Endpoints(source: nodes[1], target: nodes[0]), nil])
    // A part of the part.
    let hub = part.subgraph(of: [nodes[1]])
    #expect(hub.nodeCount == 1 && hub.edgeCount == 1 && hub.edge(at: 0) == EdgeID(rawValue: 2))
    #expect(hub.index(of: nodes[1]) == 0 && hub.index(of: nodes[0]) == nil)
  }

  @Test func allNodesNoNodesAndUnknownOnes() {
    let graph = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1), (2, 2)])
    let frozen = graph.frozen()
    let same = frozen.subgraph(of: graph.nodes)
    let places = [frozen, same].map { $0.outgoing.targets.withUnsafeBufferPointer(\.baseAddress) }
    #expect(places[0] == places[1])
    let none = frozen.subgraph(of: [])
    #expect(none.nodeCount == 0 && none.edgeCount == 0 && none.outgoing.offsets == [0])
    let other = frozen.subgraph(of: [7, 2, .max, 2].map { NodeID(rawValue: $0) })
    #expect(other.nodeCount == 1 && other.edgeCount == 1)
    #expect(SampleGraph(.directed).frozen().subgraph(of: []).nodeCount == 0)
  }

  @Test func aSubgraphOfFewNodesIsSmall() {
    // A path of a thousand nodes, of which the last two are taken.
    let graph = SampleGraph.of(.undirected, nodeCount: 1000, (0..<999).map { ($0, $0 + 1) })
    let part = graph.frozen().subgraph(of: [998, 999].map { NodeID(rawValue: $0) })
    #expect(part.outgoing.byteCount == 2 * 8 + 3 * 4)
    #expect(part.edge(at: 0) == EdgeID(rawValue: 998) && part.index(of: part.edge(at: 0)) == 0)
  }

  /// A subgraph is what is left when the other nodes are removed before freezing.
  @Test(arguments: RandomCase.all(60))
  func isTheGraphWithoutTheOtherNodes(_ random: RandomCase) throws {
    var generator = SplitMix64(seed: random.seed &+ 1)
    let whole = random.graph
    let kept = whole.nodes.filter { _ in Int.random(in: 0..<3, using: &generator) > 0 }
    var rest = whole
    for node in Array(rest.nodes) where !kept.contains(node) { rest.removeNode(node) }
    for orientation in FrozenGraph.Orientation.allCases {
      let frozen = try random.frozen(whole, as: orientation)
      let expected = try random.frozen(rest, as: orientation)
      expectSame(frozen.subgraph(of: kept.shuffled(using: &generator)), expected)
      // Also in two steps, the first of which leaves one node more.
      let more = kept + whole.nodes.filter { !kept.contains($0) }.prefix(1)
      expectSame(frozen.subgraph(of: more).subgraph(of: kept), expected)
    }
  }
}

@Suite struct RankedSetTests {
  @Test(arguments: UInt64(0)..<20)
  func identifiersWithGapsHaveTheirNumbers(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var graph = Graph<Void, Void>(.directed)
    let nodes = (0..<Int.random(in: 1...300, using: &generator)).map { _ in graph.addNode(()) }
    for node in nodes where Bool.random(using: &generator) { graph.removeNode(node) }
    let frozen = graph.frozen()
    var numbers: [NodeID: Int] = [:]
    for (number, node) in graph.nodes.enumerated() {
      numbers[node] = number
      #expect(frozen.node(at: number) == node)
    }
    for raw in UInt32(0)..<400 {
      let node = NodeID(rawValue: raw)
      #expect(frozen.index(of: node) == numbers[node])
    }
    #expect(frozen.index(of: NodeID(rawValue: .max)) == nil)
  }

  @Test func whatWasRemovedLastLeavesNoGap() {
    var graph = SampleGraph.of(.directed, nodeCount: 3, [(0, 1)])
    graph.removeNode(NodeID(rawValue: 2))
    #expect(graph.frozen().nodeNumbering == DenseNumbering(count: 2))
    for node in Array(graph.nodes) { graph.removeNode(node) }
    #expect(graph.frozen().nodeNumbering == DenseNumbering(count: 0))
    #expect(graph.frozen().edgeNumbering == DenseNumbering(count: 0))
  }
}
