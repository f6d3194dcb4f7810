import Foundation
import ParkCommands
import Testing

/// How a command line ended, and what it wrote.
struct Outcome {
  var status: ParkCommands.ExitStatus
  var output: String
  var errors: String

  /// The lines of the output.
  var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false) }
}

/// Runs a command line in-process.
func parkgraph(_ arguments: String..., environment: [String: String] = [:]) -> Outcome {
  parkgraph(arguments, environment: environment)
}

func parkgraph(_ arguments: [String], environment: [String: String] = [:]) -> Outcome {
  let console = Console.inMemory(environment: environment)
  let status = Parkgraph.run(arguments, console: console)
  return Outcome(status: status, output: console.output, errors: console.errors)
}

/// A folder with a small data set, which is gone when the value is.
final class SmallData {
  let folder: String

  init(_ text: String = SmallData.text) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("parkcommands-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    try Data(text.utf8).write(to: url.appendingPathComponent("data.yaml"))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs a command line on the data set.
  func callAsFunction(_ arguments: String...) -> Outcome {
    parkgraph(arguments, environment: ["PARKGRAPH_GRAPH": folder])
  }

  /// A path in the folder.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// The names of the files in the folder, besides the data.
  var files: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "data.yaml" }
        .sorted()
    }
  }

  static let text = """
    dataset: {title: Small parks, date: 2025-04-01}
    sources:
      report:
        file: report.txt
        title: The report
        date: 2025-03
        language: en
        sha256: '0000000000000000000000000000000000000000000000000000000000000000'
    parks:
      alpha:
        names:
          - {en: Alpha Park, evidence: report#1}
          - {zh-Hant: 阿爾法園, evidence: {editor: translation}}
        country: {value: CN, evidence: {editor: known}}
        coordinates: {value: [39.9, 116.3], evidence: {editor: known}}
        relations:
          - part of: old-office
            until: after 2020, by 2022
            evidence: {report#1: [Alpha Park, Old Office]}
          - part of: new-office
            from: after 2020, by 2022
            evidence: {report#2: [Alpha Park, New Office]}
      beta:
        names:
          - {en: 'Beta, "the" Park', evidence: {editor: x}}
          - {zh-Hans: 贝塔园, evidence: {editor: x}}
        country: {value: DE, evidence: {editor: known}}
    organizations:
      old-office:
        form: agency
        names:
          - {en: Old Office, evidence: report#1}
          - {en: Office, role: alias, evidence: {editor: x}}
      new-office:
        form: agency
        names:
          - {en: New Office, evidence: report#2}
          - {en: Office, role: alias, evidence: {editor: x}}
      lonely:
        form: company
        names: [{en: Lonely, evidence: {editor: x}}]
    agreements:
      pact:
        form: pairing
        names: [{en: The Pact, evidence: {editor: x}}]
        period: {from: 2016, evidence: {report#1: [Alpha Park, "2016"]}}
        parties:
          - {party: alpha, evidence: {report#1: [Alpha Park, Beta]}}
          - {party: beta, evidence: {report#1: [Alpha Park, 'Beta, "the" Park']}}
          - {unnamed: a fund, evidence: {editor: x}}
        figures:
          - {measure: projects, value: '> 52', evidence: {report#1: [52 projects]}}

    """
}

/// The value of a JSON text.
func json(_ text: String) throws -> Any {
  try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
}

/// Whether the keys of each object of a pretty-printed JSON text are in order.
func hasSortedKeys(_ text: String) -> Bool {
  var keys: [Int: String] = [:]
  for line in text.split(separator: "\n") {
    let depth = line.prefix { $0 == " " }.count
    let trimmed = line.dropFirst(depth)
    keys = keys.filter { $0.key <= depth }
    if trimmed.hasPrefix("{") || trimmed.hasPrefix("}") { keys[depth + 2] = nil }
    guard trimmed.hasPrefix("\""), let colon = trimmed.range(of: "\" : ") else { continue }
    let key = String(trimmed[..<colon.lowerBound].dropFirst())
    if let last = keys[depth], last >= key { return false }
    keys[depth] = key
  }
  return true
}
