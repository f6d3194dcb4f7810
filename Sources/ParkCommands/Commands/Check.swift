import ArgumentParser
import BuiltInData
import Foundation
import ParkData
import ParkGraph

/// Validates a data set.
struct Check: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate a data set: every mistake with its file, line and column.",
    usage: "parkgraph check [<options>] [<path>]",
    discussion: """
      Errors are mistakes of form, ties that lead nowhere or between the wrong kinds, unknown \
      sources, agreements with fewer than two parties. Warnings are statements without evidence, \
      and evidence whose terms don't carry its statement; --strict makes them errors. With the \
      documents at hand, --documents proves every citation: the document's SHA-256, the paragraph, \
      and each term in it. Exit code 1: there are errors.

      Examples:
        parkgraph check --strict
        parkgraph check my-parks --documents my-documents
      """)

  @Argument(
    help: "The folder of YAML data files. Default: $PARKGRAPH_GRAPH, else the built-in data.")
  var path: String?

  @Option(help: ArgumentHelp("The same, as other commands have it.", valueName: "path"))
  var graph: String?

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The folder that holds the documents; proves every citation.", valueName: "folder"))
  var documents: String?

  @Option(help: "What goes to standard output: table, json or csv.")
  var format: OutputFormat = .table

  func validate() throws {
    guard path == nil || graph == nil else {
      throw ValidationError("--graph and a path exclude each other; both name the data set")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    let folder = path ?? graph ?? console.defaultGraph
    let reading = try folder.map { path throws(CommandFailure) in try DataReading.read(path) }
    let graph = reading?.graph ?? BuiltInData.graph
    var diagnostics =
      reading?.checked(strict: strict)
      ?? graph.findings(strict: strict).map {
        Self.diagnostic($0.path, $0.severity, $0.message)
      }
    var proven = ""
    if let documents {
      let proof = try proof(of: graph, in: documents)
      diagnostics +=
        reading?.diagnostics(of: proof)
        ?? proof.failures.map { Self.diagnostic($0.path, .error, $0.message) }
      proven = "; \(proof.proven) of \(counted(proof.citations, "citation")) proven"
    }
    diagnostics.sort()
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
      "\(counted(graph.entities.count, "entity")), "
      + "\(counted(graph.statements.count, "statement")): "
      + "\(counted(errors, "error")), \(counted(warnings, "warning"))" + proven
    let prose = diagnostics.map { $0.description + "\n" }.joined() + summary + "\n"
    let records = diagnostics.map {
      Record(
        file: $0.position.file, line: $0.position.line, column: $0.position.column,
        severity: $0.severity.rawValue, message: $0.message)
    }
    try Report(table: table, prose: prose).write(json: records, as: format, to: console)
    if errors > 0 { throw CommandFailure(.negative, "") }
  }

  private func proof(
    of graph: ParkGraph, in folder: String
  ) throws(CommandFailure) -> CitationProof {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else { throw CommandFailure(.noInput, "there is no folder '\(folder)'") }
    return CitationProof(graph, documents: folder)
  }

  /// A diagnostic of the built-in data, which has no files.
  private static func diagnostic(
    _ path: StatementPath, _ severity: Finding.Severity, _ message: String
  ) -> Diagnostic {
    Diagnostic(
      Position(file: "built-in data: \(path)", line: 1, column: 1), severity, message)
  }

  private struct Record: Encodable {
    var file: String
    var line: Int
    var column: Int
    var severity: String
    var message: String
  }
}
