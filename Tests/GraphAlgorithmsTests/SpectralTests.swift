import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Eigenvector centrality, Katz centrality, hubs and authorities.
@Suite struct SpectralTests {
  @Test func pathOfThree() throws {
    let path = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
    let half = 0.5.squareRoot()
    #expect(areClose(try path.eigenvectorCentrality().values, [half, 1, half]))
    #expect(areClose(try path.eigenvectorCentrality(scale: .euclidean).values, [0.5, half, 0.5]))
    let end = 1 + 0.12 / 0.98
    #expect(areClose(try path.katzCentrality().values, [end, 1.2 / 0.98, end]))
    let both = try path.hubsAndAuthorities(scale: .sum)
    #expect(isClose(both.hubs.values.reduce(0, +), 1))
  }

  @Test func directedPair() throws {
    let pair = SampleGraph.of(.directed, nodeCount: 2, [(0, 1)]).frozen()
    let both = try pair.hubsAndAuthorities()
    #expect(both.hubs.values == [1, 0] && both.authorities.values == [0, 1])
    // No cycle: no eigenvector.
    #expect(try pair.eigenvectorCentrality().values == [0, 0])
    #expect(areClose(try pair.katzCentrality(alpha: 0.5).values, [1, 1.5]))
    #expect(areClose(try pair.katzCentrality(alpha: 0.5, .outgoing).values, [1.5, 1]))
  }

  @Test func loopsPartsAndNothing() throws {
    // The loop has two ends: eigenvalue 2 against 1 of the pair.
    let graph = SampleGraph.of(.undirected, nodeCount: 4, [(0, 0), (1, 2)]).frozen()
    #expect(areClose(try graph.eigenvectorCentrality().values, [1, 0, 0, 0]))
    let empty = SampleGraph(.directed).frozen()
    #expect(try empty.eigenvectorCentrality().isEmpty && empty.katzCentrality().isEmpty)
    #expect(try empty.hubsAndAuthorities().hubs.isEmpty)
    let single = SampleGraph.of(.undirected, nodeCount: 1, [(Int, Int)]()).frozen()
    #expect(try single.eigenvectorCentrality().values == [0])
    #expect(try single.katzCentrality().values == [1])
    #expect(try single.hubsAndAuthorities().hubs.values == [0])
  }

  @Test func parametersThatMakeNoSense() {
    let pair = SampleGraph.of(.undirected, nodeCount: 2, [(0, 1)]).frozen()
    #expect(throws: AlgorithmError.invalidTolerance(0)) { try pair.katzCentrality(tolerance: 0) }
    #expect(throws: AlgorithmError.invalidAttenuation(-1)) { try pair.katzCentrality(alpha: -1) }
    #expect(throws: AlgorithmError.invalidAttenuation(0)) { try pair.katzCentrality(beta: 0) }
    // The eigenvalue is 1: at alpha = 1 the sum over walks never ends.
    #expect(throws: AlgorithmError.self) { try pair.katzCentrality(alpha: 1) }
    #expect(throws: AlgorithmError.invalidTolerance(-1)) {
      try pair.eigenvectorCentrality(tolerance: -1)
    }
    #expect(throws: AlgorithmError.invalidTolerance(-1)) {
      try pair.hubsAndAuthorities(tolerance: -1)
    }
  }

  @Test func nothingLeftByAFilter() throws {
    let pair = SampleGraph.of(.undirected, nodeCount: 2, [(0, 1)]).frozen()
    let none = pair.filtered(GraphFilter(edges: { _ in false }))
    #expect(try none.eigenvectorCentrality().values == [0, 0])
    #expect(try none.hubsAndAuthorities().hubs.values == [0, 0])
    #expect(try none.katzCentrality().values == [1, 1])
  }
}
