import ArgumentParser
import ParkGraph

/// A subcommand that runs against a console, so that tests can run it in-process.
protocol GraphCommand: ParsableCommand {
  func run(_ console: Console) throws(CommandFailure)
}

/// A result in each of the forms that `--format` offers, of which only the wanted one is made.
struct Report {
  private let table: () -> Table
  private let prose: () -> String?

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - table: The table, for `csv` and, when there is no prose, for `table`.
  ///   - prose: What is shown for `table` in place of it.
  init(
    table: @autoclosure @escaping () -> Table, prose: @autoclosure @escaping () -> String? = nil
  ) {
    self.table = table
    self.prose = prose
  }

  func write(
    json record: @autoclosure () -> some Encodable, as format: OutputFormat, to console: Console
  ) throws(CommandFailure) {
    try write(as: format, to: console) { () throws(CommandFailure) in
      try JSONText.write(record(), to: console.write)
    }
  }

  /// Writes a result whose JSON is a list, of which only a part is in memory at a time.
  func write(
    list records: some Sequence<some Encodable>, as format: OutputFormat, to console: Console
  ) throws(CommandFailure) {
    try write(as: format, to: console) { () throws(CommandFailure) in
      try JSONText.write(list: records, to: console.write)
    }
  }

  private func write(
    as format: OutputFormat, to console: Console, json: () throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    switch format {
    case .table:
      try console.write(
        prose().map(VisibleText.of)
          ?? table().text(emphasis: console.showsEmphasis, fitting: console.columns))
    case .csv: try console.write(table().csv)
    case .json: try json()
    }
  }
}
