import Foundation
import Testing

@testable import Graphviz

@Suite struct HelperTests {
  /// What a shell script as a helper leads to.
  private func failure(
    _ script: String, wallTime: Duration = .seconds(20), nodes: Int = 0
  ) -> GraphvizError? {
    failure(HelperProgram.script(script, wallTime: wallTime), nodes: nodes)
  }

  private func failure(_ helper: GraphvizHelper, nodes: Int = 0) -> GraphvizError? {
    var graph = sample()
    for index in 0..<nodes { graph.addNode("node \(index)") }
    do throws(GraphvizError) {
      _ = try graph.draw(with: .dot, as: [.svg], isolation: .helper(helper))
      return nil
    } catch {
      #expect(error.code == .helperFailed)
      return error
    }
  }

  @Test(arguments: Engine.allCases) func drawsTheSame(_ engine: Engine) throws {
    let helper = try #require(HelperProgram.helper())
    let graph = sample(for: engine)
    let there = try graph.draw(
      with: engine, as: [.svg, .json, .png], seed: 7, isolation: .helper(helper))
    #expect(there.layout.nodes.map(\.id) == graph.nodes.map(\.id))
    let here = try graph.draw(with: engine, as: [.svg, .json, .png], seed: 7)
    let isSame = there == here
    #expect(isSame)
  }

  @Test func passesErrorsOn() throws {
    let helper = try #require(HelperProgram.helper())
    var graph = GraphDescription()
    graph.addNode("a") { $0.width = 900 }
    graph.attributes.dpi = 600
    for isolation in [Isolation.inProcess, .helper(helper)] {
      do throws(GraphvizError) {
        _ = try graph.render(.png, with: .neato, isolation: isolation)
        Issue.record("drew 324 million pixels")
      } catch {
        #expect(error.code == .limitExceeded)
        #expect(error.attribute == "dpi")
        #expect(error.helperFailure == nil)
      }
    }
  }

  @Test func manyAtOnce() async throws {
    let helper = try #require(HelperProgram.helper())
    let expected = try await sample().draw(with: .dot, as: [.svg])
    try await withThrowingTaskGroup(of: Drawing.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try await sample().draw(with: .dot, as: [.svg], isolation: .helper(helper))
        }
      }
      for try await drawing in group {
        let isSame = drawing == expected
        #expect(isSame)
      }
    }
  }

  @Test func deaths() {
    #expect(failure("exit 3")?.helperFailure == .exit(3))
    #expect(failure("exit 0")?.helperFailure == .malformedAnswer)
    #expect(failure("kill -SEGV $$")?.helperFailure == .signal(SIGSEGV))
    #expect(failure("kill -ABRT $$; sleep 9")?.helperFailure == .signal(SIGABRT))
    #expect(failure("kill -XCPU $$")?.helperFailure == .outOfCPUTime)
    #expect(failure("echo why >&2; kill -KILL $$")?.messages == ["why"])
    #expect(failure(GraphvizHelper(executable: "/usr/bin/false"))?.helperFailure == .exit(1))
    #expect(failure(GraphvizHelper(executable: "/no/such"))?.helperFailure == .notStarted)
    #expect(failure(GraphvizHelper(executable: ""))?.helperFailure == .notStarted)
    #expect(failure(GraphvizHelper(executable: "/etc/passwd"))?.helperFailure == .notStarted)
  }

  @Test func aProgramThatDoesNotServeIsNotStartedAgain() {
    #expect(failure(GraphvizHelper())?.helperFailure == .notStarted)
  }

  @Test func aDrawingThatTakesTooLong() throws {
    let helper = try #require(HelperProgram.helper(wallTime: .milliseconds(300)))
    do throws(GraphvizError) {
      _ = try endlessGraph().draw(with: .dot, isolation: .helper(helper))
      Issue.record("it ended")
    } catch {
      #expect(error.helperFailure == .timedOut)
    }
  }

  @Test(.disabled(if: HelperProgram.isSanitized)) func aDrawingThatTakesTooMuchMemory() throws {
    var graph = GraphDescription()
    for node in 0..<7_000 { graph.addNode("\(node)") }
    for node in 1..<7_000 { graph.addEdge("\(node)", "\(node / 2)") }
    var helper = try #require(HelperProgram.helper())
    helper.memoryBytes = 700 << 20
    do throws(GraphvizError) {
      // It measures all distances: 7,000² of them.
      _ = try graph.draw(with: .neato, isolation: .helper(helper))
      Issue.record("drew within 700 megabytes")
    } catch {
      #expect(error.code == .helperFailed || error.code == .layoutFailed, "\(error)")
      #expect(error.helperFailure != .timedOut)
    }
    #expect(throws: Never.self) { try sample().draw(with: .neato, isolation: .helper(helper)) }
  }

  /// The program of the documentation: a host whose helpers are itself.
  @Test func aProgramIsItsOwnHelper() throws {
    let (process, input, output) = try startHost()
    #expect(read(output) == "the same\nthe same\n1 helper waits\n")
    try input.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func helpersEndWithTheirHost() throws {
    let (process, _, output) = try startHost()
    #expect(read(output).hasSuffix("1 helper waits\n"))
    let host = process.processIdentifier
    let helpers = try String(
      contentsOfFile: "/proc/\(host)/task/\(host)/children", encoding: .utf8
    ).split(separator: " ").map(String.init)
    #expect(helpers.count == 1)
    kill(host, SIGKILL)
    process.waitUntilExit()
    for helper in helpers {
      // Whoever inherits it may leave it a zombie.
      for _ in 0..<5_000 where isRunning(helper) { usleep(1_000) }
      #expect(!isRunning(helper))
    }
  }

  private func startHost() throws -> (Process, FileHandle, FileHandle) {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: try #require(HelperProgram.path))
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    return (process, input.fileHandleForWriting, output.fileHandleForReading)
  }

  /// Three lines.
  private func read(_ output: FileHandle) -> String {
    var bytes = Data()
    while bytes.filter({ $0 == UInt8(ascii: "\n") }).count < 3 {
      let more = output.availableData
      if more.isEmpty { break }
      bytes += more
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func hangs() {
    let clock = ContinuousClock()
    let time = clock.measure {
      for script in [
        "sleep 60", "exec >&-; sleep 60", "exec 2>&- >&-; sleep 60", "sleep 60 & exit 0",
        "printf GVHELP01; sleep 60", "trap '' TERM INT; while :; do :; done",
      ] {
        #expect(failure(script, wallTime: .milliseconds(200))?.helperFailure == .timedOut)
      }
    }
    #expect(time < .seconds(20))
    #expect(failure("sleep 9", wallTime: .zero)?.helperFailure == .timedOut)
    #expect(failure("sleep 9", wallTime: .seconds(-5))?.helperFailure == .timedOut)
  }

  @Test func garbage() {
    for script in [
      "echo hello", "cat", "printf GVHELP", "printf GVHELP01", "yes", "cat /dev/zero",
      #"printf 'GVHELP01\001\0\0\0\0\0\0\0'"#, #"printf 'GVHELP01\001\0\0\0\0\0\0\0\001'"#,
      #"printf 'GVHELP01\001\0\0\0\0\0\0\0\007'"#, #"printf 'GVHELP01\0\0\0\0\0\0\0\0'"#,
      #"printf 'GVHELP01\377\377\377\377\377\377\377\377'"#, "yes error >&2 & printf x; sleep 9",
      "head -c 9000000 /dev/zero >&2; exit 0",
    ] {
      #expect(failure(script)?.helperFailure == .malformedAnswer, "\(script)")
    }
  }

  @Test func aRequestThatNobodyReads() {
    // More than a pipe holds: writing it must neither block nor end this process.
    #expect(failure("exec <&-; exit 4", nodes: 50_000)?.helperFailure == .exit(4))
    #expect(failure("exit 4", nodes: 50_000)?.helperFailure == .exit(4))
    #expect(
      failure("sleep 9", wallTime: .milliseconds(200), nodes: 50_000)?.helperFailure == .timedOut)
  }

  @Test func leavesNothingBehind() throws {
    func descriptors() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
    let before = try descriptors()
    for _ in 0..<40 { _ = failure("exit 1") }
    for _ in 0..<40 { _ = failure(GraphvizHelper(executable: "/no/such")) }
    // Other tests open a few at the same time.
    #expect(try descriptors() < before + 40)
  }

  @Test func answersThatAreCutOrChanged() throws {
    let graph = sample()
    let job = DrawingJob(
      prepared: try graph.prepared(for: .dot, seed: nil), attributes: graph.attributes,
      engine: .dot, formats: [.plain], seed: 1)
    let again = try DrawingJob(bytes: job.bytes[...])
    #expect(again.bytes == job.bytes)
    let drawing = try graph.draw(with: .dot, as: [.plain])
    let answer = HelperAnswer.bytes(of: .success(drawing), for: job)
    let read = try HelperAnswer.result(of: answer[...], for: job).get()
    let isSame = read == drawing
    #expect(isSame)
    for count in 0..<answer.count {
      #expect(throws: ByteReader.Malformed.self) {
        try HelperAnswer.result(of: answer[..<count], for: job)
      }
    }
    for count in 0..<job.bytes.count {
      #expect(throws: ByteReader.Malformed.self) { try DrawingJob(bytes: job.bytes[..<count]) }
    }
    // Whatever a byte becomes: an answer or an error, and never a crash.
    for place in answer.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var changed = answer
        changed[place] = value
        _ = try? HelperAnswer.result(of: changed[...], for: job)
      }
    }
    for place in job.bytes.indices {
      var changed = job.bytes
      changed[place] ^= 0xFF
      _ = try? DrawingJob(bytes: changed[...])
    }
  }
}
