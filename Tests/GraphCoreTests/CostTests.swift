import GraphCore
import TestSupport
import Testing

/// What the graph and its frozen view cost, counted rather than timed.
@Suite struct CostTests {
  /// A hub with many edges, and a leaf with two.
  private func star(_ directedness: Directedness, leaves: Int) -> (SampleGraph, [NodeID]) {
    var graph = SampleGraph(directedness)
    let nodes = (0...leaves).map { graph.addNode("\($0)") }
    for leaf in nodes.dropFirst() {
      graph.addEdge(from: nodes[0], to: leaf, 1)
    }
    graph.addEdge(from: nodes[1], to: nodes[2], 1)
    return (graph, nodes)
  }

  @Test(arguments: [Directedness.directed, .undirected], UInt64(0)..<50)
  func anArcCostsSixteenBytes(_ directedness: Directedness, seed: UInt64) throws {
    let graph = SampleGraph.random(directedness, seed: seed)
    let frozen = graph.frozen()
    let (arcs, nodes) = (frozen.outgoing.count, frozen.nodeCount)
    #expect(frozen.outgoing.byteCount == 8 * arcs + 4 * (nodes + 1))
    let weighted = try graph.frozen(distance: { Double($1) })
    #expect(weighted.outgoing.byteCount == 16 * arcs + 4 * (nodes + 1))
    // What leads into nodes is there only once it has been asked for, and then for all copies.
    #expect(frozen.reverse?.made == nil && weighted.reverse?.made == nil)
    let copy = weighted
    #expect(copy.incoming.byteCount == weighted.outgoing.byteCount)
    #expect((weighted.reverse?.made != nil) == weighted.isDirected)
    #expect((weighted.unweighted.reverse?.made != nil) == weighted.isDirected)
    #expect(weighted.unweighted.incoming.byteCount == frozen.outgoing.byteCount)
  }

  @Test func arcsAgainstTheArrowsAreMadeOnce() {
    let frozen = star(.directed, leaves: 3).0.frozen()
    let copies = [frozen, frozen.weights(as: .distance), frozen]
    let places = copies.map { $0.incoming.targets.withUnsafeBufferPointer(\.baseAddress) }
    #expect(Set(places).count == 1)
  }

  @Test func numbersOfWholeGraphsCostNothing() {
    let (graph, _) = star(.undirected, leaves: 100)
    let (nodes, edges) = (graph.frozen().nodeNumbering, graph.frozen().edgeNumbering)
    #expect(nodes == DenseNumbering(count: 101) && edges == DenseNumbering(count: 101))
  }

  @Test(arguments: Directedness.allCases)
  func anEdgeIsLookedForAtTheNodeThatHasFewer(_ directedness: Directedness) {
    let (graph, nodes) = star(directedness, leaves: 1000)
    for (first, second) in [(nodes[0], nodes[1]), (nodes[1], nodes[0]), (nodes[0], nodes[500])] {
      let least = min(graph.degree(of: first), graph.degree(of: second))
      #expect(Array(graph.candidates(between: first, and: second)).count == least)
      #expect(graph.edges(between: first, and: second).count == 1)
    }
    #expect(graph.edges(between: nodes[3], and: nodes[4]).isEmpty)
  }

  @Test(arguments: Directedness.allCases)
  func removingAnEdgeTouchesItsEndsAndNeighborsInTheLists(_ directedness: Directedness) {
    let (graph, nodes) = star(directedness, leaves: 1000)
    for edge in [0, 1, 500, 999, 1000] {
      var changed = graph
      changed.removeEdge(EdgeID(rawValue: UInt32(edge)))
      // The edge, two ends, and at most two neighbors in each of two lists.
      #expect(changed.linkDifferences(from: graph) <= 7)
    }
    var changed = graph
    changed.removeNode(nodes[500])
    #expect(changed.linkDifferences(from: graph) <= 7)
    changed = graph
    changed.addEdge(from: nodes[0], to: nodes[500], 1)
    // The new edge, two ends, and the last edges of their lists.
    #expect(changed.linkDifferences(from: graph) <= 5)
    changed = graph
    changed.removeNode(nodes[0])
    #expect(changed.edgeCount == 1)
    #expect(changed.linkDifferences(from: graph) <= 7 * 1000)
  }

  @Test func identifiersAreNeverGivenAgain() {
    var (graph, nodes) = star(.directed, leaves: 3)
    let last = graph.addEdge(from: nodes[0], to: nodes[0], 1)
    graph.removeEdge(last)
    #expect(graph.addEdge(from: nodes[0], to: nodes[0], 1) > last)
    graph.removeNode(nodes[3])
    #expect(graph.addNode("new") > nodes[3] && !graph.contains(nodes[3]))
  }
}
