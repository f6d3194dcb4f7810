import GraphAlgorithms
import GraphCore
import Synchronization
import TestSupport
import Testing

@Suite struct PageRankTests {
  private func node(_ number: UInt32) -> NodeID { NodeID(rawValue: number) }

  @Test func cycleIsEven() throws {
    let cycle = SampleGraph.of(.directed, nodeCount: 4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(areClose(try cycle.frozen().pageRank().values, [0.25, 0.25, 0.25, 0.25]))
  }

  @Test func danglingMassIsSpread() throws {
    // 0 → 1, d = 1/2: p₀ = (p₁/2 + 1/2) / 2 and p₁ = p₀/2 + p₀ with p₀ + p₁ = 1: 2/5 and 3/5.
    let graph = SampleGraph.of(.directed, nodeCount: 2, [(0, 1)]).frozen()
    #expect(areClose(try graph.pageRank(damping: 0.5).values, [0.4, 0.6]))
  }

  @Test func undirectedStar() throws {
    // Center c, leaves l, d = 1/2: c = 1/8 + 3l/2, l = 1/8 + c/6, hence 3/4 c = 5/16: c = 5/12.
    let star = SampleGraph.of(.undirected, nodeCount: 4, [(0, 1), (0, 2), (0, 3)]).frozen()
    let leaf = 7.0 / 36
    #expect(areClose(try star.pageRank(damping: 0.5).values, [5.0 / 12, leaf, leaf, leaf]))
  }

  @Test func undirectedLoopHasTwoEnds() throws {
    // From 0, two of three ends lead back: p₀ = 1/2 (2/3 p₀ + p₁) + 1/4, hence 7/6 p₀ = 3/4.
    let graph = SampleGraph.of(.undirected, nodeCount: 2, [(0, 0), (0, 1)]).frozen()
    #expect(areClose(try graph.pageRank(damping: 0.5).values, [9.0 / 14, 5.0 / 14]))
  }

  @Test func strengthsDivideTheFlow() throws {
    // The surfer only ever starts at 0, and goes from there to 1 three times in four, else to 2.
    let edges = [(0, 1, 3), (0, 2, 1), (1, 0, 1), (2, 0, 1)]
    let graph = SampleGraph.of(.directed, nodeCount: 3, edges)
    let frozen = try graph.frozen(strength: { Double($1) })
    let ranks = try frozen.pageRank(personalization: [node(0): 5])
    #expect(isClose(ranks[node(1)], 3 * ranks[node(2)]))
    // p₀ = 0.85 (1 − p₀) + 0.15
    #expect(isClose(ranks[node(0)], 1 / 1.85))
    // Distances are no strengths.
    let even = try graph.frozen(distance: { Double($1) }).pageRank()
    #expect(isClose(even[node(1)], even[node(2)]))
    // A strength of zero is no way out.
    let none = try graph.frozen(strength: { _, _ in 0 }).pageRank()
    #expect(areClose(none.values, [1.0 / 3, 1.0 / 3, 1.0 / 3]))
  }

  @Test(arguments: [0.9, 0.99, 0.999, 0.9999])
  func anyDampingHasTheIterationsThatItCallsFor(_ damping: Double) throws {
    // A cycle of two whose surfer starts at 0: 1 / (1 + d) and d / (1 + d), slow as can be.
    for directedness in [Directedness.undirected, .directed] {
      let pair = SampleGraph.of(directedness, nodeCount: 3, [(0, 1), (1, 2), (2, 0)]).frozen()
      let values = try pair.pageRank(damping: damping, personalization: [node(0): 1]).values
      let whole = 1 - damping * damping * damping
      let directed = [1.0, damping, damping * damping].map { $0 * (1 - damping) / whole }
      // Of the others, each has half of what the one and the other hand on.
      let other = damping / 2 / (1 - damping / 2)
      let undirected = [1 / (1 + 2 * other), other / (1 + 2 * other), other / (1 + 2 * other)]
      #expect(areClose(values, directedness == .directed ? directed : undirected))
    }
    #expect(throws: AlgorithmError.self) {
      try SampleGraph.of(.directed, nodeCount: 2, [(0, 1), (1, 0)]).frozen()
        .pageRank(damping: damping, personalization: [node(0): 1], maximumIterations: 20)
    }
  }

  @Test(arguments: [Directedness.undirected, .directed])
  func sumsOfStrengthsMayBeGreaterThanANumber(_ directedness: Directedness) throws {
    func values(_ factor: Double, _ sinks: PageRankSinks) throws -> [Double] {
      let edges = [(0, 1, 1), (1, 2, 1), (2, 0, 1), (0, 2, 1), (0, 3, 1), (0, 3, 1), (2, 2, 1)]
      return try SampleGraph.of(directedness, nodeCount: 4, edges)
        .frozen(strength: { factor * Double($1) })
        .pageRank(personalization: [node(1): 1], sinks: sinks).values
    }
    for sinks in PageRankSinks.allCases {
      #expect(areClose(try values(1.7e308, sinks), try values(1, sinks)))
    }
    var mixed = SampleGraph.of(.mixed, nodeCount: 3, [(0, 1, 1)])
    mixed.addEdge(
      from: mixed.nodes.map { $0 }[2], to: mixed.nodes.map { $0 }[1], directed: false, 1)
    let ranks = try [1, 1.7e308].map { factor in
      try mixed.frozen(strength: { factor * Double($1) }).pageRank().values
    }
    #expect(areClose(ranks[1], ranks[0]))
  }

  @Test func parallelEdgesDirectedLoopAndParts() throws {
    // d = 1/2 throughout. From 0, two ways in three lead to 1: p₀ = (p₁ + p₂)/2 + 1/6 = 4/9.
    let edges = [(0, 1), (0, 1), (0, 2), (1, 0), (2, 0)]
    let parallel = SampleGraph.of(.directed, nodeCount: 3, edges).frozen()
    #expect(
      areClose(try parallel.pageRank(damping: 0.5).values, [24.0 / 54, 17.0 / 54, 13.0 / 54]))
    // 0 → 0 and 0 → 1: p₀ = p₀/4 + p₁/4 + 1/4 = 1/2.
    let loop = SampleGraph.of(.directed, nodeCount: 2, [(0, 0), (0, 1)]).frozen()
    #expect(areClose(try loop.pageRank(damping: 0.5).values, [0.5, 0.5]))
    // A pair and a node alone, which spreads what it has: p₂ = p₂/6 + 1/6.
    let parts = SampleGraph.of(.undirected, nodeCount: 3, [(0, 1)]).frozen()
    #expect(areClose(try parts.pageRank(damping: 0.5).values, [0.4, 0.4, 0.2]))
  }

  @Test func emptySingleNoDamping() throws {
    #expect(try SampleGraph(.directed).frozen().pageRank().isEmpty)
    #expect(try SampleGraph.of(.directed, nodeCount: 1, [(0, 0)]).frozen().pageRank().values == [1])
    let graph = SampleGraph.of(.directed, nodeCount: 2, [(0, 1)]).frozen()
    #expect(try graph.pageRank(damping: 0).values == [0.5, 0.5])
  }

  @Test func parametersThatMakeNoSense() {
    let graph = SampleGraph.of(.directed, nodeCount: 2, [(0, 1)]).frozen()
    for damping in [1, -0.1, Double.nan] {
      #expect(throws: AlgorithmError.self) { try graph.pageRank(damping: damping) }
    }
    #expect(throws: AlgorithmError.unknownNode(node(7))) {
      try graph.pageRank(personalization: [node(7): 1])
    }
    #expect(throws: AlgorithmError.invalidShare(node(1), -1)) {
      try graph.pageRank(personalization: [node(1): -1])
    }
    #expect(throws: AlgorithmError.noShares) {
      try graph.pageRank(personalization: [node(1): 0])
    }
    #expect(throws: AlgorithmError.invalidShare(node(1), .infinity)) {
      try graph.pageRank(personalization: [node(1): .infinity])
    }
    #expect(throws: AlgorithmError.noShares) {
      try graph.pageRank(personalization: [node(0): 1.7e308, node(1): 1.7e308])
    }
    for directedness in Directedness.allCases {
      let path = SampleGraph.of(directedness, nodeCount: 3, [(0, 1), (1, 2)]).frozen()
      #expect(throws: AlgorithmError.self) { try path.pageRank(maximumIterations: -1) }
    }
    #expect(throws: AlgorithmError.invalidTolerance(0)) { try graph.pageRank(tolerance: 0) }
    #expect(throws: AlgorithmError.self) { try graph.pageRank(maximumIterations: 1) }
  }

  @Test func undirectedGraphsNeedFewIterations() throws {
    var random = SplitMix64(seed: 7)
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 80)
    for node in 1..<80 {
      builder.addEdge(from: Int.random(in: max(0, node - 5)..<node, using: &random), to: node)
    }
    let graph = builder.build()
    let values = try graph.pageRank(maximumIterations: 60).values
    #expect(areClose(values, try graph.pageRank().values) && isClose(values.reduce(0, +), 1))
    let fault = #expect(throws: AlgorithmError.self) {
      try graph.pageRank(maximumIterations: 5)
    }
    guard case .notConverged(5, let change) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(change > 1e-12 && change < 1)
  }

  @Test(arguments: Directedness.allCases)
  func calledOffBetweenIterations(_ directedness: Directedness) throws {
    let path = SampleGraph.of(directedness, nodeCount: 6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)])
    let asked = Mutex(0)
    let execution = Execution(isCancelled: {
      asked.withLock { count in
        count += 1
        return count == 3
      }
    })
    #expect(throws: AlgorithmError.cancelled) { try path.frozen().pageRank(execution: execution) }
  }

  @Test func whatBecomesOfTheSurferAtASink() throws {
    // 0 → 1 → 2 and 3 alone, started at 0, d = 1/2. Anew: x₀ = x₂/2 + x₃/2 + 1/2, x₁ = x₀/2,
    // x₂ = x₁/2, x₃ = 0, so that 7/4 x₀ = 1.
    let graph = SampleGraph.of(.directed, nodeCount: 4, [(0, 1), (1, 2)]).frozen()
    let start = [node(0): 1.0]
    let anew = try graph.pageRank(damping: 0.5, personalization: start)
    #expect(areClose(anew.values, [4.0 / 7, 2.0 / 7, 1.0 / 7, 0]))
    // Lost: half of what there is goes on each time.
    let lost = try graph.pageRank(damping: 0.5, personalization: start, sinks: .lost)
    #expect(areClose(lost.values, [0.5, 0.25, 0.125, 0]))
    // Anywhere, with s at the sinks in all, an eighth of it to each: x₀ = s/8 + 1/2,
    // x₁ = 3s/16 + 1/4, x₂ = 7s/32 + 1/8, x₃ = s/8, where x₂ + x₃ is s: s = 4/21.
    let even = try graph.pageRank(damping: 0.5, personalization: start, sinks: .uniform)
    let s = 4.0 / 21
    #expect(
      areClose(even.values, [s / 8 + 0.5, 3 * s / 16 + 0.25, 7 * s / 32 + 0.125, s / 8]))
    #expect(try graph.pageRank(sinks: .uniform).values.count == 4)
  }

  /// Where the random surfer is after 512 steps, by squaring the matrix of one step nine times.
  private func expected(
    _ random: RandomCase, starts: [Double], sinks: PageRankSinks = .restart
  ) -> [Double] {
    let oracle = Oracle(random)
    let count = oracle.nodes.count
    var flows = oracle.nodes.map { _ in oracle.nodes.map { _ in 0.0 } }
    for arc in oracle.arcs {
      flows[arc.from][arc.to] += arc.length
    }
    for from in 0..<count {
      let sum = flows[from].reduce(0, +)
      for to in 0..<count {
        let atSink = sinks == .restart ? starts[to] : 1 / Double(count)
        let follow = sum == 0 ? atSink : flows[from][to] / sum
        flows[from][to] = 0.85 * follow + 0.15 * starts[to]
      }
    }
    for _ in 0..<9 {
      flows = flows.map { row in
        var product = row.map { _ in 0.0 }
        for (middle, share) in row.enumerated() {
          for to in 0..<count { product[to] += share * flows[middle][to] }
        }
        return product
      }
    }
    return (0..<count).map { to in (0..<count).reduce(0) { $0 + starts[$1] * flows[$1][to] } }
  }

  @Test(arguments: RandomCase.all(100))
  func agreesWithTheDenseMatrix(_ random: RandomCase) throws {
    let graph = random.graph
    let frozen = random.isWeighted ? try graph.frozen(strength: { Double($1) }) : graph.frozen()
    let count = Double(graph.nodeCount)
    let even = graph.nodes.map { _ in 1 / count }
    #expect(areClose(try frozen.pageRank().values, expected(random, starts: even)))

    guard let last = Array(graph.nodes).last else { return }
    var shares: [NodeID: Double] = [last: 1]
    if let first = graph.nodes.first(where: { _ in true }) { shares[first, default: 0] += 2 }
    let sum = shares.values.reduce(0, +)
    let starts = graph.nodes.map { (shares[$0] ?? 0) / sum }
    #expect(
      areClose(
        try frozen.pageRank(personalization: shares).values, expected(random, starts: starts)))
    #expect(
      areClose(
        try frozen.pageRank(personalization: shares, sinks: .uniform).values,
        expected(random, starts: starts, sinks: .uniform)))
    #expect(
      areClose(
        try frozen.pageRank(sinks: .uniform).values, expected(random, starts: even)))
    let lost = try frozen.pageRank(personalization: shares, sinks: .lost).values
    let left = lost.reduce(0, +)
    #expect(left <= 1 + 1e-9)
    #expect(areClose(lost.map { $0 / left }, expected(random, starts: starts)))
  }
}
