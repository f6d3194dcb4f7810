public import ArgumentParser
import BuiltInData
import ParkData
public import ParkGraph

/// What every reading command takes.
struct GraphOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The graph to read: a folder of YAML data files. Default: $PARKGRAPH_GRAPH, else the built-in data.",
      valueName: "path"))
  var graph: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Keep what held on this date: 2016, 2016-04 or 2016-04-07.", valueName: "date"))
  var asOf: PartialDate?

  @Option(
    help: ArgumentHelp("The language of names: en, zh-Hans, zh-Hant …", valueName: "language"))
  var lang: LanguageTag = .english

  @Option(
    help: "Whose word counts: all, or documented (nothing that rests on the editors alone).")
  var evidence: EvidenceChoice = .all

  @Option(help: "What goes to standard output: table, json or csv.")
  var format: OutputFormat = .table

  @Flag(help: "Say on standard error, in JSON, how long each phase took and the peak of memory.")
  var timings = false

  /// Reads the graph that was asked for.
  func load(_ console: Console) throws(CommandFailure) -> ParkGraph {
    var whole = try Self.read(path(console), console)
    if evidence == .documented { whole = whole.documented() }
    return asOf.map(whole.asOf) ?? whole
  }

  /// The folder to read; `nil` for the built-in data.
  func path(_ console: Console) -> String? { graph ?? console.defaultGraph }

  /// Reads a folder, or gives the built-in data for `nil`.
  private static func read(
    _ path: String?, _ console: Console
  ) throws(CommandFailure) -> ParkGraph {
    guard let path else { return BuiltInData.graph }
    let reading = try DataReading.read(path)
    let errors = reading.checked().filter { $0.severity == .error }
    guard errors.isEmpty else {
      for error in errors { console.tell(error.description) }
      throw CommandFailure(
        .dataError, "\(path) has \(counted(errors.count, "error")); mend the data and try again")
    }
    return reading.graph
  }
}

/// Reading a data folder, with what can go wrong as messages.
enum DataReading {
  static func read(_ path: String) throws(CommandFailure) -> DataFolder.Reading {
    do {
      return try DataFolder.read(path)
    } catch {
      switch error {
      case .noSuchFolder(let path):
        throw CommandFailure(.noInput, "there is no folder '\(path)'")
      case .unreadable(let path, let reason) where reason == "not a folder":
        throw CommandFailure(
          .noInput, "'\(path)' is no folder; give the folder that holds the YAML data files")
      case .unreadable(let path, let reason):
        throw CommandFailure(.noInput, "can't read '\(path)': \(reason)")
      case .noFiles(let path):
        throw CommandFailure(.noInput, "there is no .yaml file in '\(path)'")
      }
    }
  }
}

/// Which statements a command takes into account.
enum EvidenceChoice: String, ExpressibleByArgument, CaseIterable {
  case all
  case documented
}

/// What a command writes to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
  case csv
}

extension PartialDate: ExpressibleByArgument {
  /// Reads a date of the command line.
  public init?(argument: String) { self.init(argument) }
}

extension LanguageTag: ExpressibleByArgument {
  /// Reads a language of the command line.
  public init?(argument: String) { self.init(argument) }
}
