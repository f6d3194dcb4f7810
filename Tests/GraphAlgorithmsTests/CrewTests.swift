import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Vectors that several threads iterate on, phase by phase.
@Suite struct CrewTests {
  /// Large enough for threads to be started, with nodes of very different degrees, and a hub.
  private func graph(_ directedness: Directedness) -> FrozenGraph {
    var generator = SplitMix64(seed: 5)
    var builder = FrozenGraph.Builder(directedness, nodeCount: 15_000, weightRole: .strength)
    for node in 1..<15_000 {
      builder.addEdge(from: node, to: 0)
      for _ in 0..<4 {
        builder.addEdge(from: Int.random(in: 0...node, using: &generator), to: node)
      }
      builder.addEdge(from: node, to: Int.random(in: 0..<node, using: &generator))
    }
    return builder.build()
  }

  @Test(arguments: [Directedness.directed, .undirected])
  func anyNumberOfThreadsGivesTheSameBits(_ directedness: Directedness) throws {
    let graph = graph(directedness)
    func values(_ threads: Int) throws -> [[Double]] {
      let execution = Execution(threads: threads)
      let hits = try graph.hubsAndAuthorities(tolerance: 1e-6, execution: execution)
      return [
        try graph.pageRank(tolerance: 1e-6, execution: execution).values,
        try graph.eigenvectorCentrality(tolerance: 1e-4, execution: execution).values,
        try graph.katzCentrality(alpha: 1e-5, tolerance: 1e-6, execution: execution).values,
        hits.hubs.values, hits.authorities.values,
      ]
    }
    let one = try values(1)
    #expect(try values(3) == one)
  }

  /// More threads than cores, so that some are late for nearly every phase.
  @Test func phasesEndWhateverThreadsAreLate() throws {
    let graph = graph(.undirected)
    let one = try graph.eigenvectorCentrality(tolerance: 0.5)
    for threads in 2..<12 {
      let scores = try graph.eigenvectorCentrality(
        tolerance: 0.5, execution: Execution(threads: threads))
      #expect(scores == one)
    }
  }

  /// So few rows that there are hardly more parts than threads.
  @Test func fewRowsOfManyEntries() throws {
    var builder = FrozenGraph.Builder(.undirected, nodeCount: 3)
    for _ in 0..<60_000 { builder.addEdge(from: 0, to: 1) }
    builder.addEdge(from: 1, to: 2)
    let graph = builder.build()
    let one = try graph.katzCentrality(alpha: 1e-6)
    #expect(try graph.katzCentrality(alpha: 1e-6, execution: Execution(threads: 2)) == one)
  }

  @Test func calledOffAmongThreads() {
    let graph = graph(.undirected)
    let execution = Execution(threads: 3, isCancelled: { true })
    #expect(throws: AlgorithmError.cancelled) { try graph.pageRank(execution: execution) }
    #expect(throws: AlgorithmError.cancelled) {
      try graph.eigenvectorCentrality(execution: execution)
    }
    #expect(throws: AlgorithmError.cancelled) { try graph.katzCentrality(execution: execution) }
    #expect(throws: AlgorithmError.cancelled) {
      try graph.hubsAndAuthorities(execution: execution)
    }
  }
}
