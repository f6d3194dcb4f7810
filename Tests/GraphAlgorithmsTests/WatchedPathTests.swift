import GraphAlgorithms
import GraphCore
import Synchronization
import TestSupport
import Testing

/// Lists of paths by runs that report progress and can be called off.
@Suite struct WatchedPathTests {
  private final class Watcher: Sendable {
    private let reports = Mutex<[Double]>([])
    private let questions = Mutex(0)
    let patience: Int

    init(patience: Int = .max) { self.patience = patience }

    var execution: Execution {
      Execution(
        threads: 2, progress: { [self] part in reports.withLock { $0.append(part) } },
        isCancelled: { [self] in
          questions.withLock { count in
            count += 1
            return count > patience
          }
        })
    }

    var parts: [Double] { reports.withLock { $0 } }
  }

  private func expectProgress(_ parts: [Double]) {
    #expect(parts.last == 1 && parts == parts.sorted() && parts.count <= 101)
    #expect(parts.allSatisfy { $0 > 0 && $0 <= 1 })
  }

  @Test(arguments: RandomCase.all(90))
  func theSamePathsAsUnwatched(_ random: RandomCase) throws {
    let frozen = try random.frozen()
    let nodes = Array(random.graph.nodes)
    guard let first = nodes.first, let last = nodes.last else { return }
    let watcher = Watcher()
    let shortest = try frozen.shortestPaths(
      5, from: first, to: last, execution: watcher.execution)
    #expect(shortest == frozen.shortestPaths(5, from: first, to: last))
    expectProgress(watcher.parts)
    let other = Watcher()
    let simple = try frozen.simplePaths(
      from: first, to: last, maximumEdges: 6, atMost: 1000, execution: other.execution)
    let walked = Array(frozen.simplePaths(from: first, to: last, maximumEdges: 6))
    // Sorting is stable: of equally many edges, those that the walk met first.
    #expect(simple == walked.sorted { $0.edges.count < $1.edges.count })
    expectProgress(other.parts)
    let three = try frozen.simplePaths(
      from: first, to: last, maximumEdges: 6, atMost: 3, execution: .sequential)
    #expect(three == Array(simple.prefix(3)))
    let unbounded = try frozen.simplePaths(
      from: first, to: last, maximumEdges: .max, atMost: 3, execution: Watcher().execution)
    #expect(unbounded.map(\.edges.count) == unbounded.map(\.edges.count).sorted())
    #expect(unbounded.prefix(three.count).elementsEqual(three))
  }

  @Test func aHundredReportsAreEnough() throws {
    // Two edges at each of nine steps: 512 paths.
    let edges: [(Int, Int)] = (0..<18).map { ($0 / 2, $0 / 2 + 1) }
    let graph = SampleGraph.of(.directed, nodeCount: 10, edges).frozen()
    let (first, last) = (NodeID(rawValue: 0), NodeID(rawValue: 9))
    let watchers = [Watcher(), Watcher()]
    let shortest = try graph.shortestPaths(
      500, from: first, to: last, execution: watchers[0].execution)
    let simple = try graph.simplePaths(
      from: first, to: last, maximumEdges: 9, atMost: 500, execution: watchers[1].execution)
    #expect(shortest == simple && simple.count == 500)
    for watcher in watchers {
      expectProgress(watcher.parts)
      #expect(watcher.parts.count > 50 && Set(watcher.parts).count == watcher.parts.count)
    }
  }

  @Test func aLongWalkIsCalledOff() throws {
    // A complete graph of 20, whose simple paths nobody lives to see, and a way out that is closed:
    // the target is one step from node 0 only, which every walk has passed.
    var graph = Graph<Int, Void>(.undirected)
    let nodes = (0..<21).map { graph.addNode($0) }
    for first in 0..<20 {
      for second in 0..<first { graph.addEdge(from: nodes[first], to: nodes[second]) }
    }
    graph.addEdge(from: nodes[0], to: nodes[20])
    // Few questions are asked before walks become so long that they are asked on the way.
    let watcher = Watcher(patience: 25)
    #expect(throws: AlgorithmError.cancelled) {
      try graph.frozen().simplePaths(
        from: nodes[0], to: nodes[20], maximumEdges: 20, atMost: 2, execution: watcher.execution)
    }
    #expect(watcher.parts.allSatisfy { $0 < 1 })
    #expect(throws: AlgorithmError.cancelled) {
      try graph.frozen().shortestPaths(
        1000, from: nodes[1], to: nodes[20], execution: Watcher(patience: 5).execution)
    }
  }
}
