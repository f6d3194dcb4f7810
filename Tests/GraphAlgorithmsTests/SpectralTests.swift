import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Eigenvector centrality, Katz centrality, hubs and authorities.
@Suite struct SpectralTests {
  @Test func nothingIsLeftInLesserComponents() throws {
    // A triangle and a path of three: eigenvalues 2 and √2. With a tail, its last node has little.
    let triangle = [(0, 1), (1, 2), (2, 0)]
    let path = SampleGraph.of(.undirected, nodeCount: 6, triangle + [(3, 4), (4, 5)]).frozen()
    #expect(Array(try path.eigenvectorCentrality().values[3...]) == [0, 0, 0])
    let clique = (0..<12).flatMap { first in (0..<first).map { (first, $0) } }
    let tail = (11..<19).map { ($0, $0 + 1) }
    let graph = SampleGraph.of(.undirected, nodeCount: 22, clique + tail + [(20, 21)]).frozen()
    let values = try graph.eigenvectorCentrality().values
    #expect(values[18] > 0 && values[18] < 1e-6 && values[20...].allSatisfy { $0 == 0 })
  }

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
    #expect(throws: AlgorithmError.invalidAttenuation(.infinity)) {
      try pair.katzCentrality(alpha: .infinity)
    }
    #expect(throws: AlgorithmError.invalidAttenuation(.infinity)) {
      try pair.katzCentrality(beta: .infinity)
    }
    // The eigenvalue is 1: at alpha = 1 the sum over walks never ends.
    #expect(throws: AlgorithmError.self) { try pair.katzCentrality(alpha: 1) }
    #expect(throws: AlgorithmError.invalidTolerance(-1)) {
      try pair.eigenvectorCentrality(tolerance: -1)
    }
    for directedness in Directedness.allCases {
      let pair = SampleGraph.of(directedness, nodeCount: 2, [(0, 1)]).frozen()
      #expect(throws: AlgorithmError.invalidTolerance(-1)) {
        try pair.hubsAndAuthorities(tolerance: -1)
      }
    }
  }

  @Test func distancesAreNoStrengths() throws {
    let edges = [(0, 1, 3), (1, 2, 1), (2, 0, 2), (0, 2, 4), (2, 2, 5)]
    for directedness in Directedness.allCases {
      let graph = SampleGraph.of(directedness, nodeCount: 3, edges)
      let (plain, far) = (graph.frozen(), try graph.frozen(distance: { Double($1) }))
      #expect(try far.eigenvectorCentrality() == plain.eigenvectorCentrality())
      #expect(try far.katzCentrality() == plain.katzCentrality())
      #expect(try far.hubsAndAuthorities() == plain.hubsAndAuthorities())
    }
  }

  @Test func iterationsThatAreNotEnough() throws {
    // A ring with a way across, of which the values swing for long.
    let ring = SampleGraph.of(
      .directed, nodeCount: 5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (2, 0)])
    for count in [-1, 0, 3] {
      let fault = #expect(throws: AlgorithmError.self) {
        try ring.frozen().eigenvectorCentrality(maximumIterations: count)
      }
      let other = #expect(throws: AlgorithmError.self) {
        try ring.frozen().katzCentrality(maximumIterations: count)
      }
      for fault in [fault, other] {
        guard case .notConverged(max(0, count), _) = fault else {
          Issue.record("\(String(describing: fault)) after \(count) iterations")
          continue
        }
      }
    }
  }

  /// How far the product may be from the vector's multiple, relative to λ, however small that is.
  @Test(arguments: [1e-3, 1e-6, 1e-9])
  func theToleranceIsKept(_ tolerance: Double) throws {
    // There and back, so that λ is 1 / 8.
    var builder = FrozenGraph.Builder(.directed, weightRole: .strength)
    try builder.addEdge(from: 0, to: 1, weight: 1)
    try builder.addEdge(from: 1, to: 0, weight: 1.0 / 64)
    let values = try builder.build().eigenvectorCentrality(scale: .euclidean, tolerance: tolerance)
      .values
    let image = [values[1] / 64, values[0]]
    let value = values[0] * image[0] + values[1] * image[1]
    let apart = [image[0] - value * values[0], image[1] - value * values[1]]
    #expect((apart[0] * apart[0] + apart[1] * apart[1]).squareRoot() <= 1.01 * tolerance * value)
  }

  @Test func nothingLeftByAFilter() throws {
    let pair = SampleGraph.of(.undirected, nodeCount: 2, [(0, 1)]).frozen()
    let none = pair.filtered(GraphFilter(edges: { _ in false }))
    #expect(try none.eigenvectorCentrality().values == [0, 0])
    #expect(try none.hubsAndAuthorities().hubs.values == [0, 0])
    #expect(try none.katzCentrality().values == [1, 1])
  }
}
