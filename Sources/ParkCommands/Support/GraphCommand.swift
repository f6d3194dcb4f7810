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
        prose.map(VisibleText.of)
          ?? table.withoutIdleColumns.text(emphasis: console.showsEmphasis))
    case .csv: try console.write(table.csv)
    case .json: try console.write(try JSONText.encode(record()))
    }
  }
}
