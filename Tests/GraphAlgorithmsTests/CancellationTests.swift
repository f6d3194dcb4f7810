import GraphAlgorithms
import GraphCore
import Synchronization
import TestSupport
import Testing

@Suite struct CancellationTests {
  private static let never = Execution(isCancelled: { true })

  /// Every measure that can take long, asked for by a caller who has gone.
  private static let runs: [@Sendable (FrozenGraph) throws -> Void] = [
    { _ = try $0.betweenness(execution: never) },
    { _ = try $0.edgeBetweenness(execution: never) },
    { _ = try $0.closeness(execution: never) },
    { _ = try $0.harmonicCentrality(execution: never) },
    { _ = try $0.eccentricities(execution: never) },
    { _ = try $0.diameter(execution: never) },
    { _ = try $0.radius(execution: never) },
    { _ = try $0.distanceHistogram(execution: never) },
    { _ = try $0.pageRank(execution: never) },
    { _ = try $0.eigenvectorCentrality(execution: never) },
    { _ = try $0.katzCentrality(alpha: 0.01, execution: never) },
    { _ = try $0.hubsAndAuthorities(execution: never) },
    { graph in
      _ = try graph.distances(fromEach: [graph.node(at: 0)], execution: never)
    },
  ]

  @Test func progressIsReportedAHundredTimesAtMost() throws {
    let ring = SampleGraph.of(.directed, nodeCount: 301, (0..<301).map { ($0, ($0 + 1) % 301, 1) })
    let graph = try ring.frozen(distance: { Double($1) })
    for threads in 1...2 {
      let reports = Mutex([Double]())
      let execution = Execution(
        threads: threads, progress: { part in reports.withLock { $0.append(part) } })
      _ = try graph.closeness(execution: execution)
      let seen = reports.withLock { $0 }
      #expect(seen.count == 100 && seen == seen.sorted() && seen.last == 1)
    }
  }

  @Test func thereIsOneThreadAtLeast() throws {
    #expect(Execution(threads: 0).threads == 1 && Execution(threads: -3).threads == 1)
  }

  @Test(arguments: runs.indices, Directedness.allCases)
  func everyLongRunCanBeCalledOff(_ run: Int, _ directedness: Directedness) throws {
    let ring = SampleGraph.of(directedness, nodeCount: 40, (0..<40).map { ($0, ($0 + 1) % 40) })
    for graph in [ring.frozen(), try ring.frozen(distance: { Double($1) })] {
      #expect(throws: AlgorithmError.cancelled) { try Self.runs[run](graph) }
    }
  }
}
