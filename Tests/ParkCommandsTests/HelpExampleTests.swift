import ParkCommands
import Testing

/// The examples of the help, as users copy them.
@Suite struct HelpExampleTests {
  static let commands = [
    "overview", "list", "show", "search", "neighbors", "path", "centrality", "components",
    "distances", "sources", "cite", "render", "export", "check",
  ]

  /// The words of an example, as a shell takes them.
  private func words(_ line: Substring) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
      place, part in
      place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }

  @Test(arguments: commands)
  func theyRun(_ command: String) {
    let examples = parkgraph("help", command).lines.filter { $0.hasPrefix("  parkgraph") }
    #expect(examples.count >= 2)
    for example in examples {
      let arguments = Array(words(example).dropFirst())
      #expect(arguments.first == command || arguments.isEmpty)
      // Those that read files of the user's or write some are but parsed.
      let takesFiles = ["render", "export"].contains(command) || arguments.contains("--graph")
      let outcome = parkgraph(arguments + (takesFiles ? ["--graph", "/nowhere.graphml"] : []))
      let expected: ParkCommands.ExitStatus =
        takesFiles || arguments.contains("my-parks") ? .noInput : .success
      #expect(outcome.status == expected, "\(example): \(outcome.errors)")
    }
  }
}
