import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// That measures of a part of a graph are those of the part alone.
@Suite struct SubgraphMeasuresTests {
  @Test func exampleOfTheArticle() throws {
    // A path of three nodes, a pair, and a lone node.
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 6)
    for (source, target) in [(0, 1), (3, 4), (4, 5)] { builder.addEdge(from: source, to: target) }
    let frozen = builder.build()
    #expect(try frozen.radius() == 0)
    let giant = frozen.subgraph(of: frozen.connectedComponents().largest)
    #expect(try giant.radius() == 1)
    let ranks = try giant.pageRank()
    #expect(ranks.top(1).map(\.node) == [NodeID(rawValue: 4)])
    #expect(ranks.count == 3 && isClose(ranks.values.reduce(0, +), 1))
    #expect(giant.connectedComponents().count == 1 && giant.connectedComponents().sizes == [3])
  }

  @Test func exampleOfTheFilter() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1), (1, 2)])
    let chain = graph.frozen()
    let last = NodeID(rawValue: 2)
    let view = chain.filtered(GraphFilter(nodes: { $0 != last }))
    #expect(view.nodeCount == 3)
    #expect(try view.radius() == 0)
    let part = chain.subgraph(allowedBy: GraphFilter(nodes: { $0 != last }))
    #expect(part.nodeCount == 2)
    #expect(try part.radius() == 1)
    // Of the view, its edges are left but all its nodes.
    let rest = view.subgraph(allowedBy: GraphFilter())
    #expect(rest.nodeCount == 3 && rest.edgeCount == 1)
    #expect(view.subgraph(of: graph.nodes).edgeCount == 1)
    #expect(chain.subgraph(allowedBy: GraphFilter()).edgeCount == 2)
  }

  @Test func scoresWorkWithTheIdentifiersOfTheWhole() throws {
    let graph = SampleGraph.of(.directed, nodeCount: 4, [(0, 1), (1, 2), (3, 2), (2, 3), (3, 1)])
    let part = graph.frozen().subgraph(of: graph.nodes.filter { $0.rawValue != 0 })
    let nodes = Array(graph.nodes)
    let degrees = part.degrees()
    #expect(nodes.dropFirst().map { degrees[$0] } == [2, 3, 3])
    #expect(degrees.top(1).map(\.node) == [nodes[2]])
    // 1 → 2 → 3 → 1 and 3 → 2: each edge with the paths over it.
    let scores = try part.edgeBetweenness()
    #expect((1...4).map { scores[EdgeID(rawValue: $0)] } == [2, 1, 3, 2])
    #expect(scores.ranked().map(\.edge.rawValue) == [3, 1, 4, 2])
    #expect(part.shortestPath(from: nodes[1], to: nodes[3])?.nodes == Array(nodes[1...3]))
    #expect(part.shortestPath(from: nodes[2], to: nodes[1])?.edges.map(\.rawValue) == [3, 4])
  }

  /// A subgraph answers as a graph from which all else was removed.
  @Test(arguments: RandomCase.all(50))
  func agreesWithRemovingTheRest(_ random: RandomCase) throws {
    var generator = SplitMix64(seed: random.seed &+ 1)
    var graph = random.graph
    let closed = Set(graph.nodes.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
    let barred = Set(graph.edges.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
    let filter = GraphFilter(nodes: { !closed.contains($0) }, edges: { !barred.contains($0) })
    let frozen = try random.frozen()
    let part = frozen.subgraph(allowedBy: filter)
    let again = frozen.filtered(filter).subgraph(of: graph.nodes.filter { !closed.contains($0) })
    for edge in barred { graph.removeEdge(edge) }
    for node in closed { graph.removeNode(node) }
    let expected = random.isWeighted ? try graph.frozen(distance: { Double($1) }) : graph.frozen()
    for part in [part, again] {
      #expect(part.nodeCount == graph.nodeCount && part.edgeCount == graph.edgeCount)
      #expect(part.weightRole == expected.weightRole && part.isMixed == expected.isMixed)
      for direction in Direction.allCases {
        #expect(part.degrees(direction) == expected.degrees(direction))
        #expect(try part.closeness(.perComponent, direction).count == graph.nodeCount)
        let harmonic = try expected.harmonicCentrality(direction)
        #expect(try part.harmonicCentrality(direction) == harmonic)
        #expect(part.coreNumbers(direction) == expected.coreNumbers(direction))
      }
      for node in graph.nodes {
        #expect(part.distances(from: node) == expected.distances(from: node))
        for other in graph.nodes {
          let path = expected.shortestPath(from: node, to: other)
          #expect(part.shortestPath(from: node, to: other) == path)
        }
      }
      #expect(try part.betweenness(normalized: true) == expected.betweenness(normalized: true))
      #expect(try part.edgeBetweenness() == expected.edgeBetweenness())
      #expect(try part.pageRank() == expected.pageRank())
      #expect(try part.radius() == expected.radius())
      #expect(try part.distanceSummary() == expected.distanceSummary())
      #expect(part.connectedComponents() == expected.connectedComponents())
      #expect(part.stronglyConnectedComponents() == expected.stronglyConnectedComponents())
    }
  }

  /// Reversing and simplifying leave distances what they were, also where edges are hidden.
  @Test(arguments: RandomCase.all(30))
  func viewsAreReversedAndSimplified(_ random: RandomCase) throws {
    let graph = random.graph
    let barred = Set(graph.edges.filter { $0.rawValue % 3 == 0 })
    let view = try random.frozen().filtered(GraphFilter(edges: { !barred.contains($0) }))
    let (reversed, simple) = (view.reversed, view.simplified())
    #expect(reversed.degrees(.outgoing) == view.degrees(.incoming))
    #expect(reversed.degrees(.either) == view.degrees(.either))
    #expect(barred.allSatisfy { simple.index(of: $0) == nil })
    for node in graph.nodes {
      #expect(reversed.distances(from: node) == view.distances(from: node, .incoming))
      #expect(reversed.distances(from: node, .incoming) == view.distances(from: node))
      #expect(simple.distances(from: node) == view.distances(from: node))
      #expect(simple.distances(from: node, .either) == view.distances(from: node, .either))
    }
  }
}
