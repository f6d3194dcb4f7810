import GraphCore
import TestSupport
import Testing

@Suite struct FrozenGraphBuilderTests {
  @Test func exampleOfTheDocumentation() {
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 3)
    builder.addEdge(from: 0, to: 1)
    builder.addEdge(from: 2, to: 1)
    let path = builder.build()
    #expect(path.edgeCount == 2 && path.nodeCount == 3)
    #expect(path.outgoing.targets == [1, 0, 2, 1])
  }

  @Test func nodesComeWithTheirEdges() throws {
    var builder = FrozenGraph.Builder(.directed, weightRole: .distance)
    #expect(builder.nodeCount == 0 && builder.build().nodeCount == 0)
    builder.reserveCapacity(edges: 3)
    try builder.addEdge(from: 4, to: 1, weight: 2.5)
    builder.addEdge(from: 1, to: 1)
    #expect(builder.nodeCount == 5 && builder.edgeCount == 2)
    let graph = builder.build()
    #expect(graph.index(of: NodeID(rawValue: 4)) == 4 && graph.edge(at: 1) == EdgeID(rawValue: 1))
    #expect(graph.outgoing.targets == [1, 1] && graph.outgoing.weights == [1, 2.5])
    #expect(graph.weightRole == .distance && graph.isDirected && !graph.isMixed)
  }

  @Test func edgesOfAMixedGraphLeadOneWayUnlessTheySayOtherwise() throws {
    var builder = FrozenGraph.Builder(.mixed, weightRole: .strength)
    builder.addEdge(from: 0, to: 1)
    #expect(builder.build().isDirected && builder.build().outgoing.targets == [1])
    try builder.addEdge(from: 0, to: 2, directed: false, weight: 2)
    try builder.addEdge(from: 2, to: 1, directed: true, weight: 3)
    builder.addEdge(from: 1, to: 1, directed: false)
    builder.addEdge(from: 2, to: 1)
    let graph = builder.build()
    #expect(graph.isDirected && graph.isMixed)
    #expect(graph.outgoing.offsets == [0, 2, 3, 6])
    #expect(graph.outgoing.targets == [1, 2, 1, 0, 1, 1])
    #expect(graph.outgoing.edges == [0, 1, 3, 1, 2, 4])
    #expect(graph.outgoing.weights == [1, 2, 1, 2, 3, 1])
  }

  @Test func exampleOfAMixedGraph() {
    var streets = FrozenGraph.Builder(.mixed)
    streets.addEdge(from: 0, to: 1)
    streets.addEdge(from: 1, to: 2, directed: false)
    #expect(streets.build().outgoingArcs(at: 2).count == 1)
    #expect(streets.build().outgoingArcs(at: 1).map(\.nodeIndex) == [2])
  }

  @Test func edgesOfAnotherKindAreRefused() async {
    await #expect(processExitsWith: .failure) {
      var builder = FrozenGraph.Builder(.directed)
      builder.addEdge(from: 0, to: 1, directed: false)
    }
    await #expect(processExitsWith: .failure) {
      var builder = FrozenGraph.Builder(.undirected)
      try builder.addEdge(from: 0, to: 1, directed: true, weight: 1)
    }
    var builder = FrozenGraph.Builder(.undirected)
    builder.addEdge(from: 0, to: 1, directed: false)
    #expect(!builder.build().isMixed && builder.build().outgoing.targets == [1, 0])
  }

  @Test func weightsAreValidated() throws {
    var builder = FrozenGraph.Builder(.undirected, weightRole: .strength)
    for bad in [-1, -Double.infinity, .infinity, .nan] {
      #expect(throws: InvalidWeight.self) { try builder.addEdge(from: 0, to: 1, weight: bad) }
    }
    #expect(builder.edgeCount == 0)
    try builder.addEdge(from: 0, to: 1, weight: 0)
    let fault = #expect(throws: InvalidWeight.self) {
      try builder.addEdge(from: 0, to: 1, weight: -1)
    }
    #expect(fault?.edge == EdgeID(rawValue: 1) && fault?.value == -1 && fault?.role == .strength)
    #expect(builder.build().outgoing.weights == [0, 0])
    // What is not kept can't be wrong.
    var plain = FrozenGraph.Builder(.undirected)
    try plain.addEdge(from: 0, to: 1, weight: -1)
    #expect(plain.build().weightRole == nil && plain.build().outgoing.weights.isEmpty)
  }

  @Test(arguments: Directedness.allCases, UInt64(0)..<100)
  func givesTheFrozenGraph(_ directedness: Directedness, seed: UInt64) throws {
    let graph = SampleGraph.random(directedness, seed: seed)
    let frozen = try graph.frozen(distance: { Double($1) })
    var builder = FrozenGraph.Builder(
      directedness, nodeCount: frozen.nodeCount, weightRole: .distance)
    for edge in graph.edges {
      let ends = graph.endpoints(of: edge)
      let source = try #require(frozen.index(of: ends.source))
      let target = try #require(frozen.index(of: ends.target))
      try builder.addEdge(
        from: source, to: target, directed: graph.isDirected(edge), weight: Double(graph[edge]))
    }
    let built = builder.build()
    #expect(built.outgoing.offsets == frozen.outgoing.offsets)
    #expect(built.outgoing.targets == frozen.outgoing.targets)
    #expect(built.outgoing.edges == frozen.outgoing.edges)
    #expect(built.outgoing.weights == frozen.outgoing.weights)
    #expect(built.incoming.targets == frozen.incoming.targets)
    #expect(built.incoming.edges == frozen.incoming.edges)
  }
}
