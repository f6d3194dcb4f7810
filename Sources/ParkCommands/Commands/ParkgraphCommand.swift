import ArgumentParser
import Foundation
import Graphviz
import ParkGraph

/// The command and its subcommands.
struct ParkgraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parkgraph",
    abstract: "Who works with whom among the world's science parks, and which document says so.",
    discussion: """
      NAME is any name, alias, abbreviation or identifier, in any script; case, width, diacritics \
      and simplified or traditional characters make no difference. One that begins with - goes \
      behind --.

      Exit codes: 0 done; 1 the answer is no; 64 usage; 65 bad data; 66 no such input; 69 a missing \
      system part; 73, 74 can't write. --version names the version, the data's date and its hash.
      """,
    subcommands: [
      Overview.self, List.self, Show.self, Search.self, Neighbors.self, PathCommand.self,
      Centrality.self, ComponentsCommand.self, DistancesCommand.self, Sources.self, Cite.self,
      Render.self, Export.self, Check.self,
    ],
    defaultSubcommand: Overview.self)
}

/// Runs parkgraph.
public enum Parkgraph {
  /// Runs the process's own command line and ends the process.
  public static func main() -> Never {
    GraphvizHelper.runIfRequested()
    let console = Console.standard(environment: ProcessInfo.processInfo.environment)
    exit(run(Array(CommandLine.arguments.dropFirst()), console: console).rawValue)
  }

  /// Runs a command line, without the program's name, and tells how it ended.
  ///
  /// Results go to the console's standard output and everything else to its standard error; nothing
  /// exits the process.
  public static func run(_ arguments: [String], console: Console) -> ExitStatus {
    if arguments == ["--version"] {
      return finish(console) { () throws(CommandFailure) in
        try console.write(Version.text)
      }
    }
    let arguments = normalized(arguments)
    if let failure = unknownCommand(arguments) { return report(failure, to: console) }
    do {
      var command = try ParkgraphCommand.parseAsRoot(arguments)
      if let command = command as? any GraphCommand {
        return finish(console) { () throws(CommandFailure) in try command.run(console) }
      }
      // What is left is the parser's own: a request for help, which it throws.
      try command.run()
      return .success
    } catch {
      return report(parsingError: error, to: console)
    }
  }

  private static func finish(
    _ console: Console, _ work: () throws(CommandFailure) -> Void
  ) -> ExitStatus {
    do {
      try work()
      return .success
    } catch {
      return report(error, to: console)
    }
  }

  private static func report(_ failure: CommandFailure, to console: Console) -> ExitStatus {
    if !failure.message.isEmpty { console.tell("Error: \(VisibleText.of(failure.message))") }
    return failure.status
  }

  /// Help and completion scripts go to standard output, mistakes to standard error.
  private static func report(parsingError error: any Error, to console: Console) -> ExitStatus {
    let columns = min(console.columns ?? 100, 100)
    let text = ParkgraphCommand.fullMessage(for: error, columns: columns)
    guard ParkgraphCommand.exitCode(for: error).isSuccess else {
      console.tell(text)
      return .usage
    }
    return finish(console) { () throws(CommandFailure) in try console.write(text + "\n") }
  }

  private static var commandNames: [String] {
    ParkgraphCommand.configuration.subcommands.map { $0._commandName } + ["help"]
  }

  /// The forms that people write, as the parser wants them: `--graph folder list` with the command
  /// first, `help list` as `list --help`.
  private static func normalized(_ arguments: [String]) -> [String] {
    if arguments.first == "help" { return arguments.dropFirst() + ["--help"] }
    let takingValues = [
      "--graph", "--from", "--where", "--as-of", "--lang", "--evidence", "--format",
    ]
    let flags = ["--lenient", "--trusted", "--timings"]
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      if takingValues.contains(arguments[index]) {
        index += 2
      } else if flags.contains(arguments[index])
        || takingValues.contains(where: { arguments[index].hasPrefix($0 + "=") })
      {
        index += 1
      } else {
        return arguments
      }
    }
    guard index > 0, index < arguments.count, !arguments[index].hasPrefix("-") else {
      return arguments
    }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }

  /// The parser would take an unknown command for an argument of the overview.
  private static func unknownCommand(_ arguments: [String]) -> CommandFailure? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    guard !commandNames.contains(word) else { return nil }
    let nearest = EditDistance.nearest(to: word, among: commandNames)
    return CommandFailure(
      .usage,
      "there is no command '\(word)'; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "to find a name: parkgraph search \(ShellWord.quoted(word)); all commands: parkgraph --help")
    )
  }
}
