import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Finds how two entities are connected.
struct PathCommand: GraphCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show how two entities are connected: each hop with its tie, date and document.",
    usage: "parkgraph path [<options>] <from> <to>",
    discussion: """
      The shortest path, whichever way relations point; in a graph file, along directed edges. Of \
      several, the one whose ties say most: agreements before structure before attendance, stated \
      before implied. When the hops share no date that the documents prove, it says so. Exit code 1: \
      there is no path.

      --weighted adds lengths up: in park data 1 / weight, where many parties make a tie weak, and \
      in a graph file the attribute that --weight names, or weight, value or strength. Each edge has \
      to have one, zero or a positive number.

      Examples:
        parkgraph path UNSW MIIT
        parkgraph path UNSW 工信部 --k 3 --lang zh-Hans
        parkgraph path UNSW MIIT --all --max-length 4 --format csv
        parkgraph path --graph roads.graphml --weighted --weight length Kista Otaniemi
      """)

  @Option(
    help: ArgumentHelp("Show the shortest so many, without repeated entities.", valueName: "count"))
  var k: Int?

  @Flag(
    help:
      "Show all paths without repeated entities, those of the fewest hops first; --max-length and --limit bound them."
  )
  var all = false

  @Flag(help: "Show all paths that are as short as the shortest; --limit bounds them.")
  var allShortest = false

  @Option(
    name: .customLong("max-length"),
    help: ArgumentHelp("How many hops a path of --all may have, 1 … 20.", valueName: "hops"))
  var maximumLength: Int?

  @Option(
    help: ArgumentHelp(
      "How many paths --all and --all-shortest show at most, 1 … 100000. Default: 1000.",
      valueName: "count"))
  var limit: Int?

  @Flag(help: "The path of the least sum of lengths, in place of the fewest hops.")
  var weighted = false

  @Option(help: WeightChoice.help)
  var weight: String?

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  @Argument(help: "Where the path starts.")
  var from: String

  @Argument(help: "Where it ends.")
  var to: String

  /// More of the shortest paths than this help nobody.
  private static let mostPaths = 1000
  /// More of all paths than this have to be asked for; there may be millions.
  private static let usualLimit = 1000
  private static let greatestLimit = 100_000

  func validate() throws {
    if let k, !(1...Self.mostPaths).contains(k) {
      throw ValidationError("--k is \(k); give a number from 1 to \(Self.mostPaths)")
    }
    let choices = [(k != nil, "--k"), (all, "--all"), (allShortest, "--all-shortest")]
      .filter(\.0).map(\.1)
    if choices.count > 1 {
      throw ValidationError("\(choices.joined(separator: " and ")) exclude each other")
    }
    if let maximumLength {
      guard all else { throw ValidationError("--max-length goes with --all") }
      guard (1...20).contains(maximumLength) else {
        throw ValidationError("--max-length is \(maximumLength); give a number from 1 to 20")
      }
    }
    if let limit {
      guard all || allShortest else {
        throw ValidationError("--limit goes with --all and --all-shortest; --k is a limit itself")
      }
      guard (1...Self.greatestLimit).contains(limit) else {
        throw ValidationError("--limit is \(limit); give a number from 1 to \(Self.greatestLimit)")
      }
    }
    if weight != nil, !weighted { throw ValidationError("--weight goes with --weighted") }
    if all, maximumLength == nil {
      throw ValidationError("--all wants --max-length; there may be more paths than time")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    // Weights that nothing uses are not read, nor need they make sense.
    try options.withNetwork(
      console, viewOptions, default: .full, weights: weighted ? .weighted(weight) : nil
    ) { network, timings throws(CommandFailure) in
      let first = try network.node(named: from)
      let last = try network.node(named: to)
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        try network.frozen(
          as: viewOptions.orientation(of: network),
          weighted ? .distance : allShortest ? .none : .preference)
      }
      let progress = console.progress("path")
      var paths = try timings.measure("algorithm") { () throws(CommandFailure) in
        defer { progress?.finish() }
        return try running(
          on: network,
          lengthAdvice: "--all-shortest needs lengths above 0; without --weighted it counts hops"
        ) { () throws(AlgorithmError) in
          try self.paths(in: frozen, from: first, to: last, Execution(progress: progress?.show))
        }
      }
      let most = limit ?? Self.usualLimit
      let isCut = k == nil && paths.count > most
      if isCut { paths.removeLast() }
      guard let path = paths.first else {
        let hint =
          frozen.isDirected && viewOptions.direction == nil
          ? "; edges were followed as they point, --undirected follows them both ways" : ""
        throw CommandFailure(
          .negative,
          "no path\(maximumLength.map { " of \(counted($0, "hop")) or fewer" } ?? "") from '\(network.reference(to: first).label)' to "
            + "'\(network.reference(to: last).label)' \(network.place)\(hint)")
      }
      try timings.measure("write") { () throws(CommandFailure) in
        if k == nil, !all, !allShortest {
          let route = Route(path, in: network, isWeighted: weighted)
          try Report(table: route.table, prose: route.prose).write(
            json: route.record, as: options.format, to: console)
        } else {
          try write(paths, network, console)
        }
      }
      if isCut {
        let hint =
          most < Self.greatestLimit
          ? "--limit \(min(most * 10, Self.greatestLimit)) shows more of them"
          : "a smaller --max-length leaves fewer"
        console.tell(
          "There are more paths than \(most == 1 ? "this one" : "these \(most)")"
            + "\(all ? ", which have the fewest hops" : ""); \(hint).")
      }
    }
  }

  private func paths(
    in frozen: FrozenGraph, from start: NodeID, to end: NodeID, _ execution: Execution
  ) throws(AlgorithmError) -> [Path] {
    if let k { return try frozen.shortestPaths(k, from: start, to: end, execution: execution) }
    // One more tells whether there are more.
    let most = (limit ?? Self.usualLimit) + 1
    if allShortest {
      return Array(try frozen.allShortestPaths(from: start, to: end).prefix(most))
    }
    if all {
      return try frozen.simplePaths(
        from: start, to: end, maximumEdges: maximumLength ?? 0, atMost: most, execution: execution)
    }
    return frozen.shortestPath(from: start, to: end).map { [$0] } ?? []
  }

  /// Several paths: one after the other, and in a table with their numbers.
  ///
  /// There may be very many, so that each is described only in the form that is asked for.
  private func write(
    _ paths: [Path], _ network: any Network, _ console: Console
  ) throws(CommandFailure) {
    func route(_ path: Path) -> Route { Route(path, in: network, isWeighted: weighted) }
    var table = Table(columns: [.init("path", isNumeric: true)])
    var prose = ""
    for (number, path) in paths.enumerated() {
      switch options.format {
      case .csv:
        let own = route(path).table
        if number == 0 { table.columns += own.columns }
        table.rows += own.rows.map { [String(number + 1)] + $0 }
      case .table:
        prose += "\(number > 0 ? "\n" : "")\(number + 1). \(route(path).prose)"
      case .json: break
      }
    }
    try Report(table: table, prose: prose).write(
      json: paths.map { route($0).record }, as: options.format, to: console)
  }
}
