import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Eigenvector centrality, Katz centrality, hubs and authorities where numbers are hard to tell apart.
@Suite struct SpectralScaleTests {
  /// Strengths from 1 to 4, times a factor.
  private func frozen(
    _ directedness: Directedness, times factor: Double, seed: UInt64
  ) throws -> FrozenGraph {
    var random = SplitMix64(seed: seed)
    var builder = FrozenGraph.Builder(directedness, nodeCount: 12, weightRole: .strength)
    for _ in 0..<40 {
      try builder.addEdge(
        from: Int.random(in: 0..<12, using: &random), to: Int.random(in: 0..<12, using: &random),
        weight: factor * Double(Int.random(in: 1...4, using: &random)))
    }
    return builder.build()
  }

  @Test(arguments: [Double.leastNonzeroMagnitude, 1e-300, 1e-13, 1e-6, 1e6, 1e13, 1e300])
  func onlyTheProportionsOfStrengthsCount(_ factor: Double) throws {
    for (seed, directedness) in [(1, Directedness.undirected), (2, .directed), (3, .directed)] {
      let (plain, scaled) = (
        try frozen(directedness, times: 1, seed: UInt64(seed)),
        try frozen(directedness, times: factor, seed: UInt64(seed))
      )
      #expect(
        areClose(
          try scaled.eigenvectorCentrality().values, try plain.eigenvectorCentrality().values))
      let (there, here) = (try scaled.hubsAndAuthorities(), try plain.hubsAndAuthorities())
      #expect(areClose(there.hubs.values, here.hubs.values))
      #expect(areClose(there.authorities.values, here.authorities.values))
    }
  }

  @Test func aStrongEdgeOnNoCycleDoesNotDrownTheCycle() throws {
    // λ is 1e-9: 0 has 1e-9 / λ of 1 and the other way round, 2 has 1000 / λ of 0.
    var builder = FrozenGraph.Builder(.directed, weightRole: .strength)
    try builder.addEdge(from: 0, to: 1, weight: 1e-9)
    try builder.addEdge(from: 1, to: 0, weight: 1e-9)
    try builder.addEdge(from: 0, to: 2, weight: 1000)
    let values = try builder.build().eigenvectorCentrality().values
    #expect(areClose(values, [1e-12, 1e-12, 1]))
  }

  @Test func anEdgeOfNoStrengthClosesNoCycle() throws {
    var builder = FrozenGraph.Builder(.directed, nodeCount: 5, weightRole: .strength)
    try builder.addEdge(from: 1, to: 0, weight: 1)
    try builder.addEdge(from: 0, to: 1, weight: 0)
    #expect(try builder.build().eigenvectorCentrality().values == [0, 0, 0, 0, 0])
    try builder.addEdge(from: 2, to: 3, weight: 1e-3)
    try builder.addEdge(from: 3, to: 2, weight: 1e-3)
    try builder.addEdge(from: 3, to: 4, weight: 1e-3)
    #expect(areClose(try builder.build().eigenvectorCentrality().values, [0, 0, 1, 1, 1]))
    #expect(areClose(try builder.build().eigenvectorCentrality(.outgoing).values, [0, 0, 1, 1, 0]))
  }

  /// A part that the rounding of the vectors found before comes back in.
  @Test func hubsSettleThoughVectorsComeBack() throws {
    let edges = [
      (14, 12), (3, 4), (10, 10), (12, 17), (6, 10), (11, 15), (19, 3), (19, 7), (6, 16), (16, 18),
      (9, 11), (17, 7), (0, 2), (1, 5), (18, 0), (12, 0), (11, 13), (19, 12), (7, 3), (5, 8),
      (0, 10), (1, 8), (2, 8), (3, 14), (4, 4), (5, 4), (6, 15), (7, 13), (8, 4), (9, 6), (10, 2),
      (11, 1), (12, 9), (13, 8), (14, 14), (15, 12), (16, 7), (17, 1), (18, 18), (19, 7),
    ]
    let graph = SampleGraph.of(.directed, nodeCount: 20, edges).frozen()
    let both = try graph.hubsAndAuthorities()
    // h = A a and a = Aᵀ h, but for a factor: the greatest of each is 1.
    var hubs = [Double](repeating: 0, count: 20)
    for (source, target) in edges { hubs[source] += both.authorities.values[target] }
    let greatest = hubs.max() ?? 0
    #expect(areClose(both.hubs.values, hubs.map { $0 / greatest }))
  }

  /// The vectors of the first hubs are soon all that there is, but for rounding.
  @Test func hubsOfTwoSidesAreMixedAsEqualStartsLeadTo() throws {
    var builder = FrozenGraph.Builder(.directed, nodeCount: 8, weightRole: .strength)
    for (first, second, strength) in [(4, 1, 4.0), (5, 7, 1.5), (5, 4, 4)] {
      try builder.addEdge(from: first, to: second, weight: strength)
      try builder.addEdge(from: second, to: first, weight: strength)
    }
    let hubs = try builder.build().hubsAndAuthorities().hubs.values
    // The part of (1, …, 1) along a unit vector u is u times the sum of u: the square of its length
    // is the sum of its values.
    func ratio(_ side: [Int]) -> Double {
      side.reduce(0) { $0 + hubs[$1] * hubs[$1] } / side.reduce(0) { $0 + hubs[$1] }
    }
    #expect(isClose(ratio([1, 5]), ratio([4, 7])))
  }

  @Test func partsThatAreNearlyAlikeSettle() throws {
    // Of 40 stars each is as strong as the next one but for a part in 10¹³.
    for parts in [2, 10, 40] {
      var builder = FrozenGraph.Builder(.directed, weightRole: .strength)
      for part in 0..<parts {
        for leaf in 1...3 {
          try builder.addEdge(from: 4 * part, to: 4 * part + leaf, weight: 1 + 1e-13 * Double(part))
        }
      }
      let hubs = try builder.build().hubsAndAuthorities().hubs.values
      #expect(hubs.enumerated().allSatisfy { $0 % 4 == 0 || $1 == 0 } && hubs.max() == 1)
    }
  }

  /// More than sums can tell is asked for.
  @Test(arguments: UInt64(0)..<6)
  func noToleranceIsTooSmall(_ seed: UInt64) throws {
    let graph = try frozen(.undirected, times: 0.1, seed: seed)
    let expected = try graph.eigenvectorCentrality().values
    #expect(areClose(try graph.eigenvectorCentrality(tolerance: 1e-30).values, expected))
  }

  @Test func sumsOfStrengthsMayBeGreaterThanANumber() throws {
    var builder = FrozenGraph.Builder(.directed, weightRole: .strength)
    try builder.addEdge(from: 0, to: 2, weight: 1.5e308)
    try builder.addEdge(from: 1, to: 2, weight: 1.5e308)
    #expect(areClose(try builder.build().katzCentrality(alpha: 1e-308).values, [1, 1, 4]))
  }

  @Test func sumsOfVeryManyTermsSettle() throws {
    // Adding up 100,000 terms leaves an error greater than the tolerance.
    var builder = FrozenGraph.Builder(.undirected)
    for edge in 0..<150_000 { builder.addEdge(from: edge % 3, to: (edge + 1) % 3) }
    #expect(areClose(try builder.build().eigenvectorCentrality().values, [1, 1, 1]))
    #expect(areClose(try builder.build().hubsAndAuthorities().hubs.values, [1, 1, 1]))
  }

  @Test func everyKatzValueSettlesWhereOneIsFarGreater() throws {
    // The pair settles slowly, beside a node that is 10¹⁵ times as central.
    var builder = FrozenGraph.Builder(.mixed, weightRole: .strength)
    try builder.addEdge(from: 0, to: 1, weight: 0.5)
    try builder.addEdge(from: 1, to: 0, weight: 0.5)
    try builder.addEdge(from: 2, to: 3, weight: 1e15)
    let values = try builder.build().katzCentrality(alpha: 1).values
    #expect(areClose(values, [2, 2, 1, 1e15 + 1]))
    // Out of the range of numbers: an error rather than infinity.
    #expect(throws: AlgorithmError.self) {
      try builder.build().katzCentrality(alpha: 1e300, beta: 1e300)
    }
  }
}
