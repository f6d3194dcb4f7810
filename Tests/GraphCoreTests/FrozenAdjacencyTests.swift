import GraphCore
import TestSupport
import Testing

@Suite struct FrozenAdjacencyTests {
  @Test func exampleOfTheDocumentation() {
    // A triangle with a tail and a self-loop.
    let graph = SampleGraph.of(
      .undirected, nodeCount: 4, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 3)]
    ).frozen()
    var colors = [Int?](repeating: nil, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      let taken = Set(graph.outgoingArcs(at: node).compactMap { colors[$0.nodeIndex] })
      colors[node] = (0...).first { !taken.contains($0) }
    }
    #expect(colors == [0, 1, 2, 0])
  }

  @Test func exampleOfTheArticle() {
    // A square with one diagonal: two triangles.
    var builder = FrozenGraph.Builder(.undirected)
    for (source, target) in [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)] {
      builder.addEdge(from: source, to: target)
    }
    let graph = builder.build()
    var triangles = 0
    var isNeighbor = [Bool](repeating: false, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      let before = graph.outgoingArcs(at: node).filter { $0.nodeIndex < node }
      for arc in before { isNeighbor[arc.nodeIndex] = true }
      for arc in before {
        triangles += graph.outgoingArcs(at: arc.nodeIndex).count {
          $0.nodeIndex < arc.nodeIndex && isNeighbor[$0.nodeIndex]
        }
      }
      for arc in before { isNeighbor[arc.nodeIndex] = false }
    }
    #expect(triangles == 2)
  }

  @Test func arcsOfAMixedGraph() throws {
    var graph = Graph<String, Double>(.mixed)
    let nodes = ["a", "b", "c"].map { graph.addNode($0) }
    graph.removeEdge(graph.addEdge(from: nodes[0], to: nodes[1], 1))
    graph.addEdge(from: nodes[0], to: nodes[1], 2.5)
    graph.addEdge(from: nodes[1], to: nodes[2], directed: false, 3.5)
    graph.addEdge(from: nodes[1], to: nodes[1], directed: false, 4.5)
    let frozen = try graph.frozen(distance: { $1 })
    let arcs = frozen.outgoingArcs(at: 1)
    #expect(arcs.count == 2 && arcs.map(\.nodeIndex) == [2, 1])
    #expect(arcs.map(\.weight) == [3.5, 4.5] && arcs.map(\.edgeIndex) == [1, 2])
    #expect(arcs.map { frozen.edge(at: $0.edgeIndex).rawValue } == [2, 3])
    #expect(frozen.outgoingArcs(at: 2).map(\.nodeIndex) == [1])
    let into = frozen.incomingArcs(at: 1)
    #expect(into.map(\.nodeIndex) == [0, 2, 1] && into.map(\.weight) == [2.5, 3.5, 4.5])
    #expect(frozen.unweighted.incomingArcs(at: 1).map(\.weight) == [1, 1, 1])
    #expect(frozen.incomingArcs(at: 0).isEmpty)
    #expect(into.reversed().map(\.edgeIndex) == [2, 1, 0] && into[1...].first == into[1])
  }

  @Test(arguments: RandomCase.all(50))
  func areThoseOfTheGraph(_ random: RandomCase) throws {
    let graph = random.graph
    let frozen = try random.frozen(graph)
    let turned = frozen.reversed
    for (index, node) in graph.nodes.enumerated() {
      let (out, into) = (frozen.outgoingArcs(at: index), frozen.incomingArcs(at: index))
      #expect(Array(turned.outgoingArcs(at: index)) == Array(into))
      let (leaving, arriving) = (Array(graph.edges(from: node)), Array(graph.edges(to: node)))
      for (arcs, edges) in [(out, leaving), (into, arriving)] {
        #expect(arcs.count == edges.count && arcs.map { frozen.edge(at: $0.edgeIndex) } == edges)
        #expect(
          arcs.map { frozen.node(at: $0.nodeIndex) }
            == edges.map { graph.endpoints(of: $0).other(than: node) })
        #expect(arcs.map(\.weight) == edges.map { random.isWeighted ? Double(graph[$0]) : 1 })
      }
    }
  }

  @Test func otherNumbersAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = FrozenGraph.Builder(.directed, nodeCount: 2).build().outgoingArcs(at: 2)
    }
    await #expect(processExitsWith: .failure) {
      _ = FrozenGraph.Builder(.directed, nodeCount: 2).build().incomingArcs(at: -1)
    }
    await #expect(processExitsWith: .failure) {
      var builder = FrozenGraph.Builder(.undirected)
      builder.addEdge(from: 0, to: 1)
      builder.addEdge(from: 1, to: 2)
      _ = builder.build().outgoingArcs(at: 0)[1]
    }
  }
}
