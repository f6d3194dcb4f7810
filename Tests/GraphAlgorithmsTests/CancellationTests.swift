import GraphAlgorithms
import GraphCore
import Synchronization
import TestSupport
import Testing

@Suite struct CancellationTests {
  private static let never = Execution(isCancelled: { true })

  /// Every measure that can take long, asked for by a caller who has gone.
  private static let runs: [@Sendable (FrozenGraph, Execution) throws -> Void] = [
    { _ = try $0.betweenness(execution: $1) },
    { _ = try $0.edgeBetweenness(execution: $1) },
    { _ = try $0.closeness(execution: $1) },
    { _ = try $0.harmonicCentrality(execution: $1) },
    { _ = try $0.eccentricities(execution: $1) },
    { _ = try $0.diameter(execution: $1) },
    { _ = try $0.radius(execution: $1) },
    { _ = try $0.distanceHistogram(execution: $1) },
    { _ = try $0.pageRank(execution: $1) },
    { _ = try $0.eigenvectorCentrality(execution: $1) },
    { _ = try $0.katzCentrality(alpha: 0.01, execution: $1) },
    { _ = try $0.hubsAndAuthorities(execution: $1) },
    { graph, execution in
      let sources = (0..<6).map { graph.node(at: 3 * $0) }
      _ = try graph.distances(fromEach: sources, execution: execution)
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

  @Test(arguments: runs.indices, Directedness.allCases)
  func everyLongRunSaysHowFarItIs(_ run: Int, _ directedness: Directedness) throws {
    let ring = SampleGraph.of(
      directedness, nodeCount: 90, (0..<90).flatMap { [($0, ($0 + 1) % 90), ($0, $0 * $0 % 89)] })
    for graph in [ring.frozen(), try ring.frozen(distance: { 1 + Double($1 % 7) })] {
      let reports = Mutex([Double]())
      try Self.runs[run](
        graph, Execution(progress: { part in reports.withLock { $0.append(part) } }))
      let seen = reports.withLock { $0 }
      #expect(!seen.isEmpty && seen.count <= 101 && seen == seen.sorted())
      #expect(seen.last == 1 && seen.count { $0 >= 1 } == 1, "run \(run): \(seen)")
    }
  }

  @Test func thereIsOneThreadAtLeast() throws {
    #expect(Execution(threads: 0).threads == 1 && Execution(threads: -3).threads == 1)
  }

  @Test(arguments: runs.indices, Directedness.allCases)
  func everyLongRunCanBeCalledOff(_ run: Int, _ directedness: Directedness) throws {
    let ring = SampleGraph.of(directedness, nodeCount: 40, (0..<40).map { ($0, ($0 + 1) % 40) })
    for graph in [ring.frozen(), try ring.frozen(distance: { Double($1) })] {
      #expect(throws: AlgorithmError.cancelled) { try Self.runs[run](graph, Self.never) }
    }
  }

  /// Counts how often it is asked, and says yes from a certain time on.
  private final class Watcher: Sendable {
    private let count = Atomic(0)
    private let patience: Int

    init(patience: Int) { self.patience = patience }

    var asked: Int { count.load(ordering: .relaxed) }

    var execution: Execution {
      Execution(isCancelled: {
        self.count.add(1, ordering: .relaxed).newValue > self.patience
      })
    }
  }

  /// A ring with as many chords, one for each node: near, or across all of it.
  private static func chordedRing(
    _ directedness: Directedness, longest: Int
  ) throws -> FrozenGraph {
    var random = SplitMix64(seed: 3)
    let nodeCount = 17_000
    var builder = FrozenGraph.Builder(directedness, weightRole: .distance)
    for node in 0..<nodeCount {
      for step in [1, Int.random(in: 2...longest, using: &random)] {
        try builder.addEdge(
          from: node, to: (node + step) % nodeCount, weight: .random(in: 1..<2, using: &random))
      }
    }
    return builder.build()
  }

  /// Some are called off while they prepare, some in the middle of a search.
  @Test func aLongRunCanBeCalledOffAtAnyTime() throws {
    let near = try Self.chordedRing(.undirected, longest: 10)
    let far = try Self.chordedRing(.undirected, longest: 16_000)
    let oneWay = try Self.chordedRing(.directed, longest: 16_000)
    for graph in [near, far, oneWay.unweighted] {
      for run in [0, 1, 2, Self.runs.count - 1] {
        let watcher = Watcher(patience: 3)
        #expect(throws: AlgorithmError.cancelled) {
          try Self.runs[run](graph, watcher.execution)
        }
        #expect(watcher.asked == 4 || watcher.asked == 5)
      }
    }
  }

  @Test(arguments: [10, 16_000])
  func oneSearchOfALargeGraphAsksAgainAndAgain(_ longest: Int) throws {
    let ring = try Self.chordedRing(.undirected, longest: longest)
    for graph in [ring, ring.unweighted] {
      let (watcher, source) = (Watcher(patience: .max), [graph.node(at: 0)] as Set)
      _ = try graph.edgeBetweenness(sources: source, execution: watcher.execution)
      #expect(watcher.asked > 1)
    }
  }
}
