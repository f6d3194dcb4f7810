import ArgumentParser
import BuiltInData
import ParkData
import ParkGraph

/// Validates a data set.
struct Check: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate a data set: every mistake with its file, line and column.",
    discussion: """
      Errors are mistakes of form, ties that lead nowhere or between the wrong kinds, unknown \
      sources, agreements with fewer than two parties. Warnings are statements without evidence, \
      and evidence whose terms don't carry its statement; --strict makes them errors. Exit code 1: \
      there are errors.
      """)

  @Argument(help: "The folder of YAML data files. Default: the built-in data.")
  var path: String?

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(help: "What goes to standard output: table, json or csv.")
  var format: OutputFormat = .table

  func run(_ console: Console) throws(CommandFailure) {
    let graph: ParkGraph
    let diagnostics: [Diagnostic]
    if let path {
      let reading = try DataReading.read(path)
      graph = reading.graph
      diagnostics = reading.checked(strict: strict)
    } else {
      graph = BuiltInData.graph
      diagnostics = graph.findings(strict: strict).map { finding in
        Diagnostic(
          Position(file: "built-in data: \(finding.path)", line: 1, column: 1), finding.severity,
          finding.message)
      }
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var table = Table(
      columns: [
        .init("file"), .init("line", isNumeric: true), .init("column", isNumeric: true),
        .init("severity"), .init("message"),
      ])
    table.rows = diagnostics.map {
      [
        $0.position.file, String($0.position.line), String($0.position.column),
        $0.severity.rawValue, $0.message,
      ]
    }
    let summary =
      "\(counted(graph.entities.count, "entity", "entities")), "
      + "\(counted(graph.statements.count, "statement")): "
      + "\(counted(errors, "error")), \(counted(warnings, "warning"))"
    let prose = diagnostics.map { $0.description + "\n" }.joined() + summary + "\n"
    let records = diagnostics.map {
      Record(
        file: $0.position.file, line: $0.position.line, column: $0.position.column,
        severity: $0.severity.rawValue, message: $0.message)
    }
    try Report(table: table, prose: prose).write(json: records, as: format, to: console)
    if errors > 0 { throw CommandFailure(.negative, "") }
  }

  private struct Record: Encodable {
    var file: String
    var line: Int
    var column: Int
    var severity: String
    var message: String
  }
}
