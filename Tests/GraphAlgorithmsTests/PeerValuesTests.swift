import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// What igraph 1.0.0 and graph-tool 2.45 answer for a graph with everything that tells definitions
/// apart: a doubled edge, a self-loop and a node alone.
@Suite struct PeerValuesTests {
  private func graph(_ directedness: Directedness) -> FrozenGraph {
    SampleGraph.of(directedness, nodeCount: 4, [(0, 1), (0, 1), (1, 1), (1, 2)]).frozen()
  }

  private func expect(
    _ scores: NodeScores, _ expected: [Double], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(areClose(scores.values, expected, 1e-5), sourceLocation: location)
  }

  @Test func undirected() throws {
    let graph = graph(.undirected)
    expect(graph.degrees(), [2, 5, 1, 0])
    expect(try graph.betweenness(), [0, 1, 0, 0])
    #expect(try graph.edgeBetweenness().values == [1, 1, 0, 2])
    expect(try graph.closeness(.perComponent), [0.66667, 1, 0.66667, .nan])
    expect(try graph.harmonicCentrality(), [0.5, 0.66667, 0.5, 0])
    expect(try graph.eigenvectorCentrality(), [0.5798, 1, 0.2899, 0])
    expect(try graph.katzCentrality(), [1.34667, 1.73333, 1.17333, 1])
    expect(try graph.pageRank(), [0.24062, 0.56764, 0.14412, 0.04762])
    expect(try graph.hubsAndAuthorities().hubs, [0.5798, 1, 0.2899, 0])
    expect(graph.coreNumbers(), [2, 2, 1, 0])
    #expect(try graph.distanceHistogram() == [0, 2, 1])
    // NetworkX and NetworKit have these.
    expect(try graph.closeness(), [0.44444, 0.66667, 0.44444, 0])
    expect(try graph.harmonicCentrality(normalized: false), [1.5, 2, 1.5, 0])
  }

  @Test func directed() throws {
    let graph = graph(.directed)
    let nodes = (0..<4).map { NodeID(rawValue: $0) }
    expect(graph.degrees(), [2, 5, 1, 0])
    expect(try graph.betweenness(), [0, 1, 0, 0])
    #expect(try graph.edgeBetweenness().values == [1, 1, 0, 2])
    expect(try graph.closeness(.perComponent), [0.66667, 1, .nan, .nan])
    expect(try graph.harmonicCentrality(), [0.5, 0.33333, 0, 0])
    expect(try graph.eccentricities(), [2, 1, 0, 0])
    #expect(try graph.diameter() == 2 && graph.radius() == 0)
    expect(try graph.eigenvectorCentrality(), [0, 1, 1, 0])
    expect(try graph.eigenvectorCentrality(scale: .euclidean), [0, 0.70711, 0.70711, 0])
    expect(try graph.katzCentrality(), [1, 1.33333, 1.13333, 1])
    expect(try graph.pageRank(), [0.13184, 0.42419, 0.31212, 0.13184])
    expect(try graph.hubsAndAuthorities().hubs, [1, 0.61803, 0, 0])
    expect(try graph.hubsAndAuthorities().authorities, [0, 1, 0.23607, 0])
    expect(try graph.hubsAndAuthorities(scale: .euclidean).hubs, [0.85065, 0.52573, 0, 0])
    expect(graph.coreNumbers(), [2, 2, 1, 0])
    #expect(try Array(graph.allShortestPaths(from: nodes[0], to: nodes[2])).count == 2)
    #expect(graph.shortestPaths(5, from: nodes[0], to: nodes[2]).count == 2)
    // NetworkX measures closeness and harmonic centrality to the node.
    expect(try graph.closeness(.wassermanFaust, .incoming), [0, 0.33333, 0.44444, 0])
    expect(try graph.harmonicCentrality(normalized: false, .incoming), [0, 1, 1.5, 0])
  }

  @Test func exampleOfTheDocumentation() throws {
    var graph = Graph<String, Double>(.undirected)
    let torch = graph.addNode("Torch Center")
    let sydney = graph.addNode("UNSW")
    let park = graph.addNode("a park")
    graph.addEdge(from: torch, to: sydney, 2)
    graph.addEdge(from: torch, to: park, 1)

    let plain = graph.frozen()
    let brokers = try plain.betweenness(normalized: true).top(1)
    #expect(brokers.map(\.node) == [torch] && brokers.map(\.value) == [1])
    let path = plain.shortestPath(from: sydney, to: park)
    #expect(path?.nodes == [sydney, torch, park])

    let weighted = try graph.frozen(strength: { $1 })
    let ranks = try weighted.pageRank()
    #expect(ranks[sydney] > ranks[park])
  }
}
