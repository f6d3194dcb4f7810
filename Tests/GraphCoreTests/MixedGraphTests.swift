import GraphCore
import Testing

@Suite struct MixedGraphTests {
  /// a → b, b – c, a – a, c → a.
  private static func sample() -> (graph: Graph<String, Int>, nodes: [NodeID], edges: [EdgeID]) {
    var graph = Graph<String, Int>(.mixed)
    let nodes = ["a", "b", "c"].map { graph.addNode($0) }
    let edges = [
      graph.addEdge(from: nodes[0], to: nodes[1], 2),
      graph.addEdge(from: nodes[1], to: nodes[2], directed: false, 3),
      graph.addEdge(from: nodes[0], to: nodes[0], directed: false, 5),
      graph.addEdge(from: nodes[2], to: nodes[0], directed: true, 7),
    ]
    return (graph, nodes, edges)
  }

  @Test func exampleOfTheDocumentation() {
    var places = Graph<String, String>(.mixed)
    let station = places.addNode("station")
    let park = places.addNode("park")
    places.addEdge(from: station, to: park, directed: true, "bus")
    let path = places.addEdge(from: station, to: park, directed: false, "footpath")
    #expect(Array(places.edges(from: park)) == [path])
    #expect(places.successors(of: station) == [park] && places.predecessors(of: park) == [station])
  }

  @Test func eachEdgeSaysWhetherItLeadsOneWay() {
    let (graph, nodes, edges) = Self.sample()
    #expect(!graph.isDirected && graph.directedness == .mixed)
    #expect(edges.map { graph.isDirected($0) } == [true, false, false, true])
    #expect(Array(graph.edges(from: nodes[0])) == [edges[0], edges[2]])
    #expect(Array(graph.edges(to: nodes[0])) == [edges[2], edges[3]])
    #expect(Array(graph.edges(from: nodes[1])) == [edges[1]])
    #expect(Array(graph.edges(to: nodes[1])) == [edges[0], edges[1]])
    #expect(Array(graph.edges(from: nodes[2])) == [edges[1], edges[3]])
    #expect(Array(graph.edges(to: nodes[2])) == [edges[1]])
    #expect(graph.successors(of: nodes[2]) == [nodes[1], nodes[0]])
    #expect(graph.predecessors(of: nodes[2]) == [nodes[1]])
    // Whichever way they lead.
    #expect(Array(graph.incidentEdges(of: nodes[1])) == [edges[0], edges[1]])
    #expect(graph.neighbors(of: nodes[0]) == [nodes[1], nodes[0], nodes[2]])
    #expect(nodes.map { graph.degree(of: $0) } == [4, 2, 2])
    #expect(graph.edges(between: nodes[0], and: nodes[2]) == [edges[3]])
    graph.checkInvariants()
  }

  @Test func otherGraphsHaveEdgesOfOneKind() {
    var directed = Graph<Int, Void>(.directed)
    let a = directed.addNode(0)
    let loops = [
      directed.addEdge(from: a, to: a), directed.addEdge(from: a, to: a, directed: true),
    ]
    #expect(loops.allSatisfy { directed.isDirected($0) })
    var undirected = Graph<Int, Void>(.undirected)
    let b = undirected.addNode(0)
    let others = [
      undirected.addEdge(from: b, to: b), undirected.addEdge(from: b, to: b, directed: false),
    ]
    #expect(!others.contains { undirected.isDirected($0) })
  }

  @Test func removalAndEquality() {
    var (graph, nodes, edges) = Self.sample()
    let copy = graph
    #expect(graph.removeEdge(edges[1]) == 3)
    #expect(graph != copy && graph.successors(of: nodes[2]) == [nodes[0]])
    graph.removeNode(nodes[0])
    #expect(graph.edgeCount == 0)
    graph.checkInvariants()

    var other = Graph<String, Int>(.mixed)
    for name in ["a", "b", "c"] { other.addNode(name) }
    for edge in copy.edges {
      let ends = copy.endpoints(of: edge)
      other.addEdge(from: ends.source, to: ends.target, directed: true, copy[edge])
    }
    #expect(other != copy)
  }

  @Test func removedEdgesMakeNoDifference() {
    func loop(directed: Bool) -> Graph<Int, Int> {
      var graph = Graph<Int, Int>(.mixed)
      let node = graph.addNode(0)
      graph.removeEdge(graph.addEdge(from: node, to: node, directed: directed, 0))
      return graph
    }
    #expect(loop(directed: true) == loop(directed: false))
    var undirected = Graph<Int, Int>(.undirected)
    let node = undirected.addNode(0)
    undirected.removeEdge(undirected.addEdge(from: node, to: node, 0))
    #expect(undirected.converted(to: .mixed) == loop(directed: false))
  }

  @Test func theDeclaredViewIsDirected() throws {
    let (graph, _, _) = Self.sample()
    let frozen = try graph.frozen(distance: { Double($1) })
    #expect(frozen.isDirected && frozen.edgeCount == 4)
    // a → b, a – a; b – c; c – b, c → a.
    #expect(frozen.outgoing.offsets == [0, 2, 3, 5])
    #expect(frozen.outgoing.targets == [1, 0, 2, 1, 0])
    #expect(frozen.outgoing.edges == [0, 2, 1, 1, 3])
    #expect(frozen.outgoing.weights == [2, 5, 3, 3, 7])
    #expect(frozen.incoming.offsets == [0, 2, 4, 5])
    #expect(frozen.incoming.targets == [0, 2, 0, 2, 1])
    #expect(frozen.incoming.edges == [2, 3, 0, 1, 1])
    // However the weights are taken, what leads both ways does so from its other end, too.
    for other in [frozen.unweighted, frozen.weights(as: .strength)] {
      #expect(other.isMixed && other.incoming.edges == [2, 3, 0, 1, 1])
      #expect(other.undirected.outgoing.edges == frozen.undirected.outgoing.edges)
    }
    #expect(graph.frozen().unweighted.incoming.edges == [2, 3, 0, 1, 1])

    let reversed = graph.frozen(as: .reversed)
    #expect(reversed.isDirected && reversed.outgoing.targets == frozen.incoming.targets)
    #expect(reversed.outgoing.edges == frozen.incoming.edges)

    let undirected = graph.frozen(as: .undirected)
    #expect(undirected.directedness == .undirected && !undirected.isMixed)
    #expect(undirected.outgoing.edges == [0, 2, 3, 0, 1, 1, 3])
    #expect(frozen.undirected.outgoing.edges == undirected.outgoing.edges)
    #expect(frozen.undirected.outgoing.targets == undirected.outgoing.targets)
  }

  @Test func edgesRemovedBeforeFreezing() {
    var (graph, nodes, edges) = Self.sample()
    graph.removeEdge(edges[0])
    let frozen = graph.frozen()
    #expect(frozen.outgoing.targets == [0, 2, 1, 0] && frozen.outgoing.edges == [1, 0, 0, 2])
    #expect(frozen.index(of: nodes[2]) == 2)
  }
}
