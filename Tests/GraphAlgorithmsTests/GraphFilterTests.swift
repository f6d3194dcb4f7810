import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite struct GraphFilterTests {
  /// A payload that knows whether anybody else holds it, and that other threads may not have.
  private final class Payload {
    let years: ClosedRange<Int>
    init(_ years: ClosedRange<Int>) { self.years = years }
  }

  @Test func exampleOfTheDocumentation() {
    var agreements = Graph<String, Payload>(.undirected)
    let torch = agreements.addNode("Torch Center")
    let sydney = agreements.addNode("UNSW")
    let park = agreements.addNode("a park")
    agreements.addEdge(from: torch, to: sydney, Payload(2016...2018))
    agreements.addEdge(from: torch, to: park, Payload(2010...2021))
    agreements.addEdge(from: park, to: sydney, Payload(2019...2025))
    let frozen = agreements.frozen()
    let year2020 = frozen.filtered(
      GraphFilter(edges: { agreements[$0].years.contains(2020) }))
    let path = year2020.shortestPath(from: torch, to: sydney)
    #expect(path?.nodes == [torch, park, sydney])
    #expect(year2020.edgeCount == 3 && year2020.nodeCount == 3)
  }

  @Test func payloadsAreNotCopied() {
    var graph = Graph<Payload, Payload>(.directed)
    let nodes = (0..<5).map { graph.addNode(Payload($0...9)) }
    for node in nodes.dropFirst() { graph.addEdge(from: nodes[0], to: node, Payload(0...9)) }
    let frozen = graph.frozen()
    let filtered = frozen.filtered(GraphFilter(nodes: { $0 != nodes[1] }, edges: { _ in true }))
    #expect(filtered.degrees().values == [3, 0, 1, 1, 1])
    for node in nodes { #expect(isKnownUniquelyReferenced(&graph[node])) }
    for edge in graph.edges { #expect(isKnownUniquelyReferenced(&graph[edge])) }
  }

  @Test func whatItCosts() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1, 5), (1, 2, 6), (1, 1, 7)])
    let frozen = try graph.frozen(distance: { Double($1) })
    let filtered = frozen.filtered(GraphFilter(edges: { $0.rawValue != 0 }))
    #expect(filtered.outgoing.targets == [2, 1, 1] && filtered.outgoing.edges == [1, 2, 1])
    #expect(filtered.outgoing.weights == [6, 7, 6])
    #expect(filtered.outgoing.byteCount == 3 * 16 + 5 * 4)
    // The same arrays, not copies of them.
    let same = frozen.filtered(GraphFilter())
    let places = [frozen, same].map { $0.outgoing.targets.withUnsafeBufferPointer(\.baseAddress) }
    #expect(places[0] == places[1])
  }

  @Test(arguments: Directedness.allCases)
  func itIsAskedOnceForEach(_ directedness: Directedness) {
    let graph = SampleGraph.random(directedness, seed: 11)
    var asked: (nodes: [NodeID], edges: [EdgeID]) = ([], [])
    _ = graph.frozen().filtered(
      GraphFilter(
        nodes: { node in
          asked.nodes.append(node)
          return true
        },
        edges: { edge in
          asked.edges.append(edge)
          return false
        }))
    #expect(asked.nodes.sorted() == Array(graph.nodes))
    #expect(asked.edges.sorted() == Array(graph.edges))
  }

  @Test func nothingLeft() throws {
    let frozen = SampleGraph.of(.directed, nodeCount: 2, [(0, 1), (1, 1)]).frozen()
    let none = frozen.filtered(GraphFilter(nodes: { _ in false }))
    #expect(none.degrees().values == [0, 0])
    #expect(none.connectedComponents().count == 2)
    #expect(SampleGraph(.directed).frozen().filtered(GraphFilter(edges: { _ in true })).isDirected)
  }

  @Test func hiddenEdgesHaveNoEnds() throws {
    let graph = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1), (1, 2), (2, 3)])
    let view = graph.frozen().filtered(GraphFilter(edges: { $0.rawValue != 1 }))
    let edges = Array(graph.edges)
    let ends = edges.map { graph.endpoints(of: $0) }
    #expect(view.endpoints(of: edges) == [ends[0], nil, ends[2]])
    #expect(view.endpoints(of: edges.reversed()) == [ends[2], nil, ends[0]])
    #expect(graph.frozen().endpoints(of: edges) == ends)
    // A ranking lists hidden edges too, with score 0.
    let ranked = try view.edgeBetweenness().ranked()
    #expect(ranked.map(\.edge) == [edges[0], edges[2], edges[1]] && ranked[2].value == 0)
    #expect(view.endpoints(of: ranked.map(\.edge)) == [ends[0], ends[2], nil])
  }

  /// A filtered graph answers as one from which the edges were removed.
  @Test(arguments: RandomCase.all(100))
  func agreesWithRemovingEdges(_ random: RandomCase) throws {
    var generator = SplitMix64(seed: random.seed &+ 1)
    var graph = random.graph
    let closed = Set(graph.nodes.filter { _ in Int.random(in: 0..<5, using: &generator) == 0 })
    let barred = Set(graph.edges.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 })
    let filter = GraphFilter(nodes: { !closed.contains($0) }, edges: { !barred.contains($0) })
    let filtered = try random.frozen().filtered(filter)
    for edge in Array(graph.edges) {
      let ends = graph.endpoints(of: edge)
      if barred.contains(edge) || closed.contains(ends.source) || closed.contains(ends.target) {
        graph.removeEdge(edge)
      }
    }
    let expected = random.isWeighted ? try graph.frozen(distance: { Double($1) }) : graph.frozen()
    let nodes = Array(graph.nodes)
    for node in nodes {
      #expect(filtered.distances(from: node) == expected.distances(from: node))
      for other in nodes {
        let path = filtered.shortestPath(from: node, to: other)
        #expect(path == expected.shortestPath(from: node, to: other))
      }
    }
    for direction in Direction.allCases {
      #expect(filtered.degrees(direction) == expected.degrees(direction))
      #expect(filtered.strengths(direction) == expected.strengths(direction))
      let harmonic = try expected.harmonicCentrality(direction).values
      #expect(areClose(try filtered.harmonicCentrality(direction).values, harmonic))
      let katz = try expected.katzCentrality(alpha: 0.01, direction).values
      #expect(areClose(try filtered.katzCentrality(alpha: 0.01, direction).values, katz))
    }
    #expect(areClose(try filtered.betweenness().values, try expected.betweenness().values))
    let scores = try filtered.edgeBetweenness()
    for (edge, value) in try expected.edgeBetweenness() { #expect(isClose(scores[edge], value)) }
    #expect(filtered.connectedComponents() == expected.connectedComponents())
    #expect(filtered.coreNumbers() == expected.coreNumbers())
    #expect(areClose(try filtered.pageRank().values, try expected.pageRank().values))
  }
}
