public import ArgumentParser
public import ParkGraph

/// What every reading command takes.
struct GraphOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The graph to read: a folder of YAML data files, a graph file (\(GraphFormat.endings())), a folder with nodes.csv and edges.csv; - for standard input. Default: $PARKGRAPH_GRAPH, else the built-in data.",
      valueName: "path"))
  var graph: String?

  @Option(
    help: ArgumentHelp(
      "The format of the graph file, when its ending doesn't tell.", valueName: "format"))
  var from: GraphFormat?

  @Flag(help: "Skip what is wrong in a graph file, and list what was skipped.")
  var lenient = false

  @Flag(
    help:
      "Read a graph file that you trust however many keys it has, and however long and deep it is.")
  var trusted = false

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Keep the nodes, or with edge. before the attribute the edges, that satisfy this: country=CN,AU, kind!=person, label~torch, edge.weight>=2. May be given several times.",
      valueName: "condition"))
  var conditions: [Condition] = []

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

  @Option(
    help:
      "What goes to standard output: table (cut to the width of a terminal), json or csv (in full)."
  )
  var format: OutputFormat = .table

  @Flag(help: "Say on standard error, in JSON, how long each phase took and the peak of memory.")
  var timings = false

  /// The file or folder to read; `nil` for the built-in data.
  func path(_ console: Console) -> String? { graph ?? console.defaultGraph }

  /// What to add to a command, so that it reads the same graph; nothing for the built-in data.
  var graphArguments: String {
    let format = from.map { " --from \($0.rawValue)" } ?? ""
    return graph.map { " --graph \(ShellWord.quoted($0))\(format)" } ?? format
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
