import ArgumentParser
import ParkGraph

/// A subcommand that runs against a console, so that tests can run it in-process.
protocol GraphCommand: ParsableCommand {
  func run(_ console: Console) throws(CommandFailure)
}

/// A result in each of the forms that `--format` offers.
struct Report {
  /// The table, for `csv` and, when there is no prose, for `table`.
  var table: Table
  /// What is shown for `table` in place of it.
  var prose: String?

  func write(
    json record: @autoclosure () -> some Encodable, as format: OutputFormat, to console: Console
  ) throws(CommandFailure) {
    switch format {
    case .table:
      try console.write(
        prose.map(VisibleText.of) ?? table.text(emphasis: console.showsEmphasis))
    case .csv: try console.write(table.csv)
    case .json: try console.write(try JSONText.encode(record()))
    }
  }
}

extension GraphOptions {
  /// Does the work of a command on the graph, and tells the timings where they are asked for.
  func withGraph(
    _ console: Console,
    _ work: (ParkGraph, inout Timings) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var timings = Timings()
    let graph = try timings.measure("load") { () throws(CommandFailure) in try load(console) }
    try work(graph, &timings)
    if self.timings { console.tell(timings.line()) }
  }
}

extension ParkGraph {
  /// The one entity that a user means.
  ///
  /// - Throws: ``CommandFailure`` that lists the candidates of an ambiguous name or suggests the
  ///   nearest ones of an unknown name.
  func resolve(
    _ name: String, in index: NameIndex, language: LanguageTag
  ) throws(CommandFailure) -> EntityID {
    do {
      return try index.entity(named: name)
    } catch {
      switch error {
      case .ambiguous(_, let candidates):
        let lines = candidates.map { "  \($0)  \(self.name(of: $0, in: language))" }
        throw CommandFailure(
          .usage,
          "'\(name)' is the name of \(candidates.count) entities; give the identifier of one:\n"
            + lines.joined(separator: "\n"))
      case .unknown(_, let suggestions) where suggestions.isEmpty:
        throw CommandFailure(
          .usage, "nothing here is called '\(name)'; try: parkgraph search TEXT, or parkgraph list")
      case .unknown(_, let suggestions):
        let lines = suggestions.map { "  \($0.id)  \(self.name(of: $0.id, in: language))" }
        throw CommandFailure(
          .usage,
          "nothing here is called '\(name)'; did you mean\n" + lines.joined(separator: "\n"))
      }
    }
  }
}
