import GraphCore
import TestSupport
import Testing

@Suite struct SimplifyingTests {
  @Test func exampleOfTheDocumentation() throws {
    var trade = Graph<String, Double>(.undirected)
    let (berlin, prague) = (trade.addNode("Berlin"), trade.addNode("Prague"))
    let vienna = trade.addNode("Vienna")
    let first = trade.addEdge(from: berlin, to: prague, 2)
    trade.addEdge(from: prague, to: vienna, 4)
    trade.addEdge(from: prague, to: berlin, 3)
    trade.addEdge(from: vienna, to: vienna, 9)
    let strong = try trade.frozen(strength: { $1 }).simplified()
    #expect(strong.edgeCount == 2)
    #expect(strong.weight(of: first, at: berlin) == 5)
    #expect(strong.outgoing.weights == [5, 5, 4, 4] && strong.outgoing.targets == [1, 0, 2, 1])
    let near = try trade.frozen(distance: { $1 }).simplified()
    #expect(near.weight(of: first, at: prague) == 2)
    let far = try trade.frozen(distance: { $1 }).simplified(weights: .maximum, keepsSelfLoops: true)
    #expect(far.weight(of: first, at: prague) == 3 && far.edgeCount == 3)
    #expect(far.edge(at: 2) == EdgeID(rawValue: 3))
    #expect(trade.frozen().simplified().weightRole == nil)
  }

  @Test func oppositeEdgesAreNotParallel() {
    let graph = SampleGraph.of(.directed, nodeCount: 2, [(1, 0), (0, 1), (1, 0), (0, 0), (0, 0)])
    let frozen = graph.frozen()
    #expect(frozen.simplified().edgeCount == 2)
    #expect((0..<2).map { frozen.simplified().edge(at: $0).rawValue } == [0, 1])
    #expect(frozen.simplified(keepsSelfLoops: true).edgeCount == 3)
    #expect(frozen.undirected.simplified().edgeCount == 1)
  }

  @Test func edgesBothWaysAreParallelToTheirLikeOnly() throws {
    var graph = Graph<Int, Double>(.mixed)
    let (a, b) = (graph.addNode(0), graph.addNode(1))
    graph.addEdge(from: a, to: b, directed: true, 1)
    graph.addEdge(from: b, to: a, directed: false, 2)
    graph.addEdge(from: a, to: b, directed: false, 3)
    graph.addEdge(from: b, to: a, directed: true, 4)
    graph.addEdge(from: a, to: b, directed: true, 5)
    let simple = try graph.frozen(strength: { $1 }).simplified()
    #expect(simple.isMixed && simple.edgeCount == 3)
    #expect(simple.outgoing.edges == [0, 1, 1, 2] && simple.outgoing.weights == [6, 5, 5, 4])
    #expect((0..<3).map { simple.edge(at: $0).rawValue } == [0, 1, 3])
  }

  @Test func simpleGraphsStayAsTheyAre() {
    let frozen = SampleGraph.of(.directed, nodeCount: 3, [(0, 1), (1, 0), (1, 2)]).frozen()
    let places = [frozen, frozen.simplified()].map {
      $0.outgoing.targets.withUnsafeBufferPointer(\.baseAddress)
    }
    #expect(places[0] == places[1])
    #expect(SampleGraph(.undirected).frozen().simplified().nodeCount == 0)
  }

  @Test func sumsStayFinite() throws {
    var graph = Graph<Int, Double>(.undirected)
    let (a, b) = (graph.addNode(0), graph.addNode(1))
    let edge = graph.addEdge(from: a, to: b, 1e308)
    graph.addEdge(from: a, to: b, 1e308)
    let simple = try graph.frozen(strength: { $1 }).simplified()
    #expect(simple.weight(of: edge, at: a) == .greatestFiniteMagnitude)
  }

  /// As if edges had been merged before freezing.
  @Test(arguments: RandomCase.all(60), [false, true])
  func isTheGraphOfMergedEdges(_ random: RandomCase, keepsSelfLoops: Bool) throws {
    let whole = random.graph
    for orientation in FrozenGraph.Orientation.allCases {
      // Of each bundle the first edge stays.
      var bundles: [[NodeID]: [EdgeID]] = [:]
      for edge in whole.edges {
        let ends = whole.endpoints(of: edge)
        var key = [ends.source, ends.target]
        let leadsBothWays = orientation == .undirected || !whole.isDirected(edge)
        if leadsBothWays { key.sort() }
        // Told apart from those that lead one way, unless it makes no difference.
        if leadsBothWays && !ends.isSelfLoop { key.append(key[0]) }
        bundles[key, default: []].append(edge)
      }
      var rest = whole
      for edges in bundles.values {
        let isLoop = whole.endpoints(of: edges[0]).isSelfLoop
        rest.removeEdges(edges.dropFirst(isLoop && !keepsSelfLoops ? 0 : 1))
      }
      let frozen = try random.frozen(whole, as: orientation)
      for weights in ParallelWeights.allCases {
        for edges in bundles.values where rest.contains(edges[0]) {
          let numbers = edges.map { whole[$0] }
          rest[edges[0]] =
            switch weights {
            case .sum: numbers.reduce(0, +)
            case .minimum: numbers.min() ?? 0
            case .maximum: numbers.max() ?? 0
            }
        }
        let expected = try random.frozen(rest, as: orientation)
        let simple = frozen.simplified(weights: weights, keepsSelfLoops: keepsSelfLoops)
        expectSame(simple, expected)
        expectSame(simple.simplified(weights: weights, keepsSelfLoops: keepsSelfLoops), simple)
      }
    }
  }
}
