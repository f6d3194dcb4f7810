import Foundation
import Graphviz
import Testing

@Suite struct HelperPoolTests {
  @Test func drawsTheSame() throws {
    let pool = GraphvizHelperPool(try #require(HelperProgram.helper()), count: 1)
    for engine in Engine.allCases {
      let graph = sample(for: engine)
      let there = try graph.draw(
        with: engine, as: [.svg, .json, .png], seed: 7, isolation: .pool(pool))
      #expect(there.layout.nodes.map(\.id) == graph.nodes.map(\.id))
      let isSame = there == (try graph.draw(with: engine, as: [.svg, .json, .png], seed: 7))
      #expect(isSame, "\(engine)")
    }
    #expect(pool.startedHelpers == 1)
    #expect(pool.residentSizes.count == 1)
  }

  @Test func startsNothingInAdvance() throws {
    let pool = GraphvizHelperPool()
    var graph = sample()
    graph.addNode("a")
    #expect(throws: GraphvizError.self) {
      try graph.draw(with: .dot, isolation: .pool(pool))
    }
    #expect(pool.startedHelpers == 0)
    #expect(pool.residentSizes == [])
    #expect(pool.count >= 1)
    #expect(GraphvizHelperPool(count: -1, drawingsPerHelper: 0).drawingsPerHelper == 1)
    #expect(pool == pool)
    #expect(pool != GraphvizHelperPool())
  }

  @Test func anErrorOfTheDrawingLeavesTheHelper() throws {
    let pool = GraphvizHelperPool(try #require(HelperProgram.helper()), count: 1)
    var graph = GraphDescription()
    graph.addNode("a") { $0.width = 900 }
    graph.attributes.dpi = 600
    for _ in 0..<3 {
      do throws(GraphvizError) {
        _ = try graph.render(.png, with: .neato, isolation: .pool(pool))
        Issue.record("drew 324 million pixels")
      } catch {
        #expect(error.attribute == "dpi")
      }
      _ = try sample().draw(with: .dot, isolation: .pool(pool))
    }
    #expect(pool.startedHelpers == 1)
  }

  @Test func aHelperIsReplacedAfterSoManyDrawings() throws {
    let pool = GraphvizHelperPool(
      try #require(HelperProgram.helper()), count: 1, drawingsPerHelper: 3)
    for _ in 0..<7 { _ = try sample().draw(with: .dot, isolation: .pool(pool)) }
    #expect(pool.startedHelpers == 3)
  }

  @Test func aHelperIsReplacedWhenItHasGrown() throws {
    let helper = try #require(HelperProgram.helper())
    let pool = GraphvizHelperPool(helper, count: 1, residentBytes: 1)
    for _ in 0..<3 { _ = try sample().draw(with: .dot, isolation: .pool(pool)) }
    #expect(pool.startedHelpers == 3)
    #expect(pool.residentSizes == [])
  }

  @Test func drawingsWaitForAHelper() async throws {
    let pool = GraphvizHelperPool(try #require(HelperProgram.helper()), count: 2)
    let expected = try await sample().draw(with: .dot, as: [.svg])
    try await withThrowingTaskGroup(of: Drawing.self) { group in
      for task in 0..<24 {
        group.addTask {
          task.isMultiple(of: 2)
            ? try await sample().draw(with: .dot, as: [.svg], isolation: .pool(pool))
            : try blockingDraw(in: pool)
        }
      }
      for try await drawing in group {
        let isSame = drawing == expected
        #expect(isSame)
      }
    }
    #expect((1...2).contains(pool.startedHelpers))
  }

  @Test func aDeathIsAnErrorOfOneDrawing() async throws {
    _ = try #require(HelperProgram.path)
    for (script, failure) in [
      ("kill -SEGV $$", GraphvizError.HelperFailure.signal(SIGSEGV)), ("exit 3", .exit(3)),
      ("echo nonsense; sleep 60", .malformedAnswer), ("sleep 60", .timedOut),
    ] {
      try await withFileName { file in
        // Only the first one fails.
        let helper = HelperProgram.script(
          "if [ ! -e '\(file)' ]; then touch '\(file)'; \(script); fi; \(HelperProgram.asHelper)",
          wallTime: failure == .timedOut ? .seconds(1) : .seconds(60))
        let pool = GraphvizHelperPool(helper, count: 1)
        do throws(GraphvizError) {
          _ = try await sample().draw(with: .dot, isolation: .pool(pool))
          Issue.record("drew with \(script)")
        } catch {
          #expect(error.helperFailure == failure)
        }
        for _ in 0..<2 { _ = try await sample().draw(with: .circo, isolation: .pool(pool)) }
        #expect(pool.startedHelpers == 2)
      }
    }
  }

  @Test func aHelperThatIsEndedWhileItWaitsIsReplaced() async throws {
    _ = try #require(HelperProgram.path)
    try await withFileName { file in
      let helper = HelperProgram.script("echo $$ > '\(file)'; \(HelperProgram.asHelper)")
      let pool = GraphvizHelperPool(helper, count: 1)
      for _ in 0..<3 {
        _ = try await sample().draw(with: .dot, isolation: .pool(pool))
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let process = text.trimmingCharacters(in: .newlines)
        #expect(kill(try #require(pid_t(process)), SIGKILL) == 0)
        // Until it is a zombie or gone its end cannot be seen.
        while isRunning(process) { usleep(1_000) }
      }
      #expect(pool.startedHelpers == 3)
    }
  }

  @Test func boundsAreThoseOfADrawing() throws {
    let pool = GraphvizHelperPool(try #require(HelperProgram.helper(cpuSeconds: 1)), count: 1)
    #expect(failure(endlessGraph(), in: pool) == .outOfCPUTime)
    // More than two seconds all together, or nearly; each less than one.
    var large = GraphDescription()
    for node in 0..<500 { large.addNode("\(node)") }
    for node in 1..<500 { large.addEdge("\(node)", "\(node / 2)") }
    for _ in 0..<4 { #expect(failure(large, with: .neato, in: pool) == nil) }
    #expect(pool.startedHelpers == 2)
  }

  private func failure(
    _ graph: GraphDescription, with engine: Engine = .dot, in pool: GraphvizHelperPool
  ) -> GraphvizError.HelperFailure? {
    do throws(GraphvizError) {
      _ = try graph.draw(with: engine, isolation: .pool(pool))
      return nil
    } catch {
      #expect(error.code == .helperFailed, "\(error)")
      return error.helperFailure
    }
  }
}

/// The synchronous variant, which asynchronous code can only reach through a function like this.
private func blockingDraw(in pool: GraphvizHelperPool) throws -> Drawing {
  try sample().draw(with: .dot, as: [.svg], isolation: .pool(pool))
}
