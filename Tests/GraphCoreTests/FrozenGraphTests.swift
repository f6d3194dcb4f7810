import GraphCore
import TestSupport
import Testing

@Suite struct FrozenGraphTests {
  @Test func numbersSkipWhatWasRemoved() {
    var graph = Graph<String, Void>(.directed)
    let nodes = ["a", "b", "c", "d"].map { graph.addNode($0) }
    graph.addEdge(from: nodes[0], to: nodes[1])
    let kept = graph.addEdge(from: nodes[3], to: nodes[2])
    graph.removeNode(nodes[1])
    let frozen = graph.frozen()
    #expect(frozen.nodeCount == 3 && frozen.edgeCount == 1)
    #expect((0..<3).map { frozen.node(at: $0) } == [nodes[0], nodes[2], nodes[3]])
    #expect(frozen.index(of: nodes[1]) == nil && frozen.index(of: nodes[3]) == 2)
    #expect(frozen.edge(at: 0) == kept && frozen.index(of: kept) == 0)
    #expect(frozen.index(of: NodeID(rawValue: 99)) == nil)
  }

  @Test func whatWasNeverGivenOutHasNoNumber() {
    let whole = SampleGraph.of(.directed, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
    #expect(whole.index(of: NodeID(rawValue: 2)) == 2)
    #expect(whole.index(of: NodeID(rawValue: 3)) == nil)
    #expect(whole.index(of: EdgeID(rawValue: 1)) == 1)
    #expect(whole.index(of: EdgeID(rawValue: 2)) == nil)
  }

  @Test func arcsOfAnUndirectedGraph() {
    // A self-loop is one arc, any other edge two.
    let frozen = SampleGraph.of(.undirected, nodeCount: 3, [(2, 0), (1, 1), (0, 2)]).frozen()
    #expect(frozen.outgoing.offsets == [0, 2, 3, 5])
    #expect(frozen.outgoing.targets == [2, 2, 1, 0, 0])
    #expect(frozen.outgoing.edges == [0, 2, 1, 0, 2])
    #expect(frozen.incoming.targets == frozen.outgoing.targets)
  }

  @Test func orientations() throws {
    let graph = SampleGraph.of(.directed, nodeCount: 3, [(0, 1, 5), (2, 1, 7), (1, 1, 9)])
    let declared = try graph.frozen(distance: { Double($1) })
    #expect(declared.outgoing.targets == [1, 1, 1] && declared.outgoing.weights == [5, 9, 7])
    #expect(declared.incoming.offsets == [0, 0, 3, 3] && declared.incoming.targets == [0, 2, 1])
    #expect(declared.incoming.weights == [5, 7, 9])

    let reversed = graph.frozen(as: .reversed)
    #expect(reversed.outgoing.targets == declared.incoming.targets)
    #expect(reversed.weightRole == nil && reversed.isDirected)

    let undirected = try graph.frozen(as: .undirected, distance: { Double($1) })
    #expect(!undirected.isDirected)
    #expect(undirected.outgoing.targets == [1, 0, 2, 1, 1])
    #expect(undirected.outgoing.weights == [5, 5, 7, 9, 7])
    #expect(declared.undirected.outgoing.targets == undirected.outgoing.targets)
    #expect(declared.undirected.outgoing.weights == undirected.outgoing.weights)
  }

  @Test func reversingSharesTheArcs() throws {
    let graph = SampleGraph.of(.directed, nodeCount: 3, [(0, 1, 5), (2, 1, 7), (1, 1, 9)])
    let frozen = try graph.frozen(distance: { Double($1) })
    let reversed = frozen.reversed
    #expect(reversed.outgoing.offsets == [0, 0, 3, 3] && reversed.outgoing.targets == [0, 2, 1])
    #expect(reversed.outgoing.weights == [5, 7, 9] && reversed.weightRole == .distance)
    // Both ways the same arrays, not copies of them.
    let arcs = [frozen.incoming, reversed.outgoing, frozen.outgoing, reversed.incoming]
    let places = arcs.map { $0.targets.withUnsafeBufferPointer(\.baseAddress) }
    #expect(places[0] == places[1] && places[2] == places[3])
    let back = reversed.reversed.outgoing.targets.withUnsafeBufferPointer(\.baseAddress)
    #expect(back == places[2])
  }

  @Test(arguments: RandomCase.all(40))
  func reversedIsTheGraphFrozenSo(_ random: RandomCase) throws {
    let graph = random.graph
    let frozen = try random.frozen(graph)
    expectSame(frozen.reversed, try random.frozen(graph, as: .reversed))
    expectSame(frozen.reversed.reversed, frozen)
    expectSame(frozen.reversed.undirected, frozen.undirected)
    expectSame(frozen.reversed.unweighted, graph.frozen(as: .reversed))
  }

  @Test func weightsAreValidated() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 2, [(0, 1), (0, 1)])
    for bad in [-1, -Double.infinity, .infinity, .nan] {
      let fault = #expect(throws: InvalidWeight.self) {
        try graph.frozen(distance: { edge, _ in edge.rawValue == 1 ? bad : 1 })
      }
      #expect(fault?.edge == EdgeID(rawValue: 1) && fault?.role == .distance)
      #expect(throws: InvalidWeight.self) { try graph.frozen(strength: { _, _ in bad }) }
    }
    let zero = try graph.frozen(strength: { _, _ in 0 })
    #expect(zero.weightRole == .strength && zero.unweighted.weightRole == nil)
    let fault = #expect(throws: InvalidWeight.self) {
      try graph.frozen(distance: { edge, _ in edge.rawValue == 1 ? -1 : 1 })
    }
    #expect(
      fault?.description
        == "The distance of edge e1 is -1.0; it has to be zero or a positive finite number.")
  }

  @Test(arguments: Directedness.allCases, UInt64(0)..<100)
  func hasTheEdgesOfTheGraph(_ directedness: Directedness, seed: UInt64) {
    let graph = SampleGraph.random(directedness, seed: seed)
    let frozen = graph.frozen()
    for (index, node) in graph.nodes.enumerated() {
      #expect(frozen.index(of: node) == index && frozen.node(at: index) == node)
      let arcs = frozen.outgoing.range(of: index)
      #expect(
        frozen.outgoing.edges[arcs].map { frozen.edge(at: Int($0)) }
          == Array(graph.edges(from: node)))
      #expect(
        frozen.outgoing.targets[arcs].map { frozen.node(at: Int($0)) }
          == graph.edges(from: node).map { graph.endpoints(of: $0).other(than: node) })
      #expect(
        frozen.incoming.edges[frozen.incoming.range(of: index)].map { frozen.edge(at: Int($0)) }
          == Array(graph.edges(to: node)))
    }
  }
}

@Suite struct FrozenGraphEdgesTests {
  @Test func theEndsOfEdgesAreFoundInTheirOrder() throws {
    var graph = Graph<Void, Void>(.directed)
    let nodes = (0..<3).map { _ in graph.addNode(()) }
    let first = graph.addEdge(from: nodes[2], to: nodes[0], ())
    let loop = graph.addEdge(from: nodes[1], to: nodes[1], ())
    let last = graph.addEdge(from: nodes[0], to: nodes[1], ())
    let asked = [last, first, loop, last]
    #expect(graph.frozen().endpoints(of: asked) == asked.map(graph.endpoints))
    let ends = graph.frozen(as: .undirected).endpoints(of: [first])
    #expect(ends.map { $0.map { [$0.source, $0.target].sorted() } } == [[nodes[0], nodes[2]]])
    #expect(graph.frozen().endpoints(of: []) == [])
    #expect(graph.frozen().endpoints(of: [EdgeID(rawValue: 3), first])[0] == nil)
  }

  @Test(arguments: Directedness.allCases, UInt64(0)..<50)
  func endsAreThoseOfTheGraph(_ directedness: Directedness, seed: UInt64) throws {
    let graph = SampleGraph.random(directedness, seed: seed)
    var generator = SplitMix64(seed: seed)
    let asked = (0...graph.edgeCount).flatMap { _ in Array(graph.edges) }
      .shuffled(using: &generator)
    let found = graph.frozen().endpoints(of: asked)
    #expect(found.count == asked.count)
    for (edge, ends) in zip(asked, found) {
      let expected = graph.endpoints(of: edge)
      let turned = Endpoints(source: expected.target, target: expected.source)
      #expect(ends == expected || (!graph.isDirected(edge) && ends == turned))
    }
  }

  @Test(arguments: Directedness.allCases, UInt64(0)..<50)
  func theWeightOfAnEdgeIsFoundAtEitherEnd(_ directedness: Directedness, seed: UInt64) throws {
    let graph = SampleGraph.random(directedness, seed: seed)
    for orientation in FrozenGraph.Orientation.allCases {
      let frozen = try graph.frozen(as: orientation, strength: { edge, _ in Double(edge.rawValue) })
      for edge in graph.edges {
        let ends = graph.endpoints(of: edge)
        for node in graph.nodes {
          let isEnd = node == ends.source || node == ends.target
          #expect(frozen.weight(of: edge, at: node) == (isEnd ? Double(edge.rawValue) : nil))
        }
        #expect(frozen.unweighted.weight(of: edge, at: ends.source) == nil)
      }
    }
  }

  @Test func weightsMayMeanSomethingElse() throws {
    var graph = Graph<Void, Double>(.undirected)
    let (a, b) = (graph.addNode(()), graph.addNode(()))
    graph.addEdge(from: a, to: b, 2.5)
    let strong = try graph.frozen(strength: { _, weight in weight })
    let long = strong.weights(as: .distance)
    #expect(long.weightRole == .distance && long.outgoing.weights == [2.5, 2.5])
    #expect(graph.frozen().weights(as: .distance).weightRole == nil)
  }
}
