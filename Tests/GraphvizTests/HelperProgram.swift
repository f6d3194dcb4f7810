import Foundation

@testable import Graphviz

/// The program that the tests start as a helper; it is built beside them.
enum HelperProgram {
  static let path: String? = {
    guard let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let path = URL(fileURLWithPath: tests).deletingLastPathComponent()
      .appendingPathComponent("GraphvizHelperProgram").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Sanitizers reserve terabytes of address space.
  static let isSanitized = ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains {
    ProcessInfo.processInfo.environment[$0] != nil
  }

  /// A helper as the documentation wants it, but for the bound on memory.
  static func helper(cpuSeconds: Int = 60, wallTime: Duration = .seconds(60)) -> GraphvizHelper? {
    path.map {
      GraphvizHelper(
        executable: $0, cpuSeconds: cpuSeconds, memoryBytes: nil, wallTime: wallTime)
    }
  }

  /// A helper that is a shell script.
  static func script(_ script: String, wallTime: Duration = .seconds(20)) -> GraphvizHelper {
    var helper = GraphvizHelper(executable: "/bin/sh", wallTime: wallTime)
    helper.arguments = ["-c", script]
    return helper
  }

  /// The last line of a script that ends as a proper helper.
  static var asHelper: String {
    "exec '\(path ?? "/usr/bin/false")' --graphviz-helper-request 60 0 1000"
  }
}

/// Calls back with the name of a file that does not exist yet, and removes it afterwards.
func withFileName<Value>(_ work: (String) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await work(folder.appendingPathComponent("file").path)
}

/// A graph on which dot works for minutes.
func endlessGraph() -> GraphDescription {
  var graph = GraphDescription(.directed)
  var dice = Dice(seed: 1)
  for node in 0..<2_000 { graph.addNode("\(node)") }
  // Two ranks, and millions of crossings.
  for _ in 0..<6_000 {
    graph.addEdge("\(dice.number(0...999))", "\(dice.number(1_000...1_999))")
  }
  return graph
}

/// Whether a process exists, with all that it holds.
func isRunning(_ process: String) -> Bool {
  let folder = "/proc/\(process)"
  guard let status = try? String(contentsOfFile: folder + "/stat", encoding: .utf8) else {
    return false
  }
  let isZombie = status.split(separator: ")").last?.split(separator: " ").first == "Z"
  // The first thread may have ended before the others.
  let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/task").count) ?? 0
  return !isZombie || threads > 1
}
