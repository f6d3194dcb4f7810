import Foundation
import Graphviz
import Testing

@Suite struct ConcurrencyTests {
  /// Sanitizers ask for more.
  private var rounds: Int {
    ProcessInfo.processInfo.environment["PARKGRAPH_LAYOUTS_PER_TASK"].flatMap { Int($0) } ?? 50
  }

  @Test func manyTasksAtOnce() async throws {
    let engines: [Engine] = [.dot, .neato, .circo, .twopi, .sfdp, .osage]
    var expected: [Engine: Drawing] = [:]
    for engine in engines { expected[engine] = try await sample().draw(with: engine, as: [.svg]) }
    let (wanted, rounds) = (expected, rounds)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          var right = 0
          for round in 0..<rounds {
            let engine = engines[(task + round) % engines.count]
            let drawing =
              round.isMultiple(of: 2)
              ? try await sample().draw(with: engine, as: [.svg])
              : try blockingDraw(with: engine)
            if drawing == wanted[engine] { right += 1 }
          }
          return right
        }
      }
      for try await right in group { #expect(right == rounds) }
    }
  }
}

/// The synchronous variant, which asynchronous code can only reach through a function like this.
private func blockingDraw(with engine: Engine) throws -> Drawing {
  try sample().draw(with: engine, as: [.svg])
}
