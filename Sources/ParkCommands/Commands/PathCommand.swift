import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Finds how two entities are connected.
struct PathCommand: GraphCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show how two entities are connected: each hop with its tie, date and document.",
    discussion: """
      The shortest path, whichever way relations point; of several, the one whose ties say most: \
      agreements before structure before attendance, stated before implied. When the hops share no \
      date that the documents prove, it says so. Exit code 1: there is no path.
      """)

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  @Option(
    help: ArgumentHelp("Show the shortest so many, without repeated entities.", valueName: "count"))
  var k: Int?

  @Flag(help: "Show all paths without repeated entities; --max-length bounds them.")
  var all = false

  @Option(
    name: .customLong("max-length"),
    help: ArgumentHelp("How many hops a path of --all may have, 1 … 20.", valueName: "hops"))
  var maximumLength: Int?

  @Argument(help: "Where the path starts.")
  var from: String

  @Argument(help: "Where it ends.")
  var to: String

  /// More paths than this help nobody, and there may be millions.
  private static let mostPaths = 1000

  func validate() throws {
    if let k, !(1...Self.mostPaths).contains(k) {
      throw ValidationError("--k is \(k); give a number from 1 to \(Self.mostPaths)")
    }
    if k != nil, all { throw ValidationError("--k and --all exclude each other") }
    if let maximumLength {
      guard all else { throw ValidationError("--max-length goes with --all") }
      guard (1...20).contains(maximumLength) else {
        throw ValidationError("--max-length is \(maximumLength); give a number from 1 to 20")
      }
    }
    if all, maximumLength == nil {
      throw ValidationError("--all wants --max-length; there may be more paths than time")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { graph, timings throws(CommandFailure) in
      let index = NameIndex(graph)
      let start = try graph.resolve(from, in: index, language: options.lang)
      let end = try graph.resolve(to, in: index, language: options.lang)
      let view = timings.measure("view") { viewOptions.view(of: graph, default: .full) }
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        do throws(InvalidWeight) {
          return try view.graph.frozen(as: .undirected, distance: { _, tie in tie.distance })
        } catch {
          throw CommandFailure(.software, "\(error)")
        }
      }
      let paths = timings.measure("algorithm") { () -> [Path] in
        guard let first = view.node(for: start), let last = view.node(for: end) else { return [] }
        return self.paths(in: frozen, from: first, to: last)
      }
      guard let path = paths.first else {
        let date = options.asOf.map { " on \($0)" } ?? ""
        throw CommandFailure(
          .negative,
          "no path from '\(graph.name(of: start, in: options.lang))' to "
            + "'\(graph.name(of: end, in: options.lang))' in the \(view.kind.rawValue) view\(date)")
      }
      try timings.measure("write") { () throws(CommandFailure) in
        if k == nil, !all {
          let route = Route(path, in: view, of: graph, language: options.lang)
          try Report(table: route.table, prose: route.prose).write(
            json: route.record, as: options.format, to: console)
        } else {
          try write(
            paths.map { Route($0, in: view, of: graph, language: options.lang) }, console)
        }
      }
      if all, paths.count == Self.mostPaths {
        console.tell(
          "There may be more than these \(paths.count); a smaller --max-length shows all.")
      }
    }
  }

  private func paths(in frozen: FrozenGraph, from start: NodeID, to end: NodeID) -> [Path] {
    if let k { return frozen.shortestPaths(k, from: start, to: end) }
    guard all, let maximumLength else {
      return frozen.shortestPath(from: start, to: end).map { [$0] } ?? []
    }
    let found = frozen.simplePaths(from: start, to: end, maximumEdges: maximumLength)
      .prefix(Self.mostPaths)
    return found.sorted {
      $0.edges.count == $1.edges.count
        ? $0.edges.lexicographicallyPrecedes($1.edges) : $0.edges.count < $1.edges.count
    }
  }

  /// Several paths: one after the other, and in a table with their numbers.
  private func write(_ routes: [Route], _ console: Console) throws(CommandFailure) {
    var table = Table(columns: [.init("path", isNumeric: true)])
    for (number, route) in routes.enumerated() {
      let own = route.table
      if number == 0 { table.columns += own.columns }
      table.rows += own.rows.map { [String(number + 1)] + $0 }
    }
    let prose = routes.enumerated().map { "\($0 + 1). \($1.prose)" }.joined(separator: "\n")
    try Report(table: table, prose: prose).write(
      json: routes.map(\.record), as: options.format, to: console)
  }
}
