import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// What is in the graph, at a glance.
struct Overview: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "What is in the graph: counts, period, sources, brokers, what to try next.",
    usage: "parkgraph overview [<options>]",
    discussion: """
      Examples:
        parkgraph
        parkgraph overview --lang zh-Hans
        parkgraph overview --graph network.graphml
      """)

  @OptionGroup var options: GraphOptions

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { loaded, timings throws(CommandFailure) in
      guard case .parks(let graph) = loaded else {
        let network = try loaded.network(.full, options)
        let path = options.path(console) ?? ""
        let summary = try timings.measure("algorithm") { () throws(CommandFailure) in
          try NetworkSummary(
            network, name: path == "-" ? "standard input" : path,
            arguments: options.graphArguments)
        }
        try Report(table: summary.table, prose: summary.prose).write(
          json: summary, as: options.format, to: console)
        return
      }
      try options.refuseConditions()
      let summary = try timings.measure("algorithm") { () throws(CommandFailure) in
        try Summary(graph, language: options.lang, arguments: options.graphArguments)
      }
      var table = Table(columns: [.init("item"), .init("value")])
      table.rows = summary.kinds.map { [$0.kind, String($0.count)] }
      table.rows += [
        ["parties and relations", String(summary.ties)],
        ["statements", String(summary.statements.all)],
        ["documented statements", String(summary.statements.documented)],
      ]
      let report = Report(table: table, prose: prose(summary))
      try report.write(json: summary, as: options.format, to: console)
    }
  }

  private func prose(_ summary: Summary) -> String {
    var lines = [summary.title + (summary.date.map { ", as of \($0)" } ?? ""), ""]
    let width = summary.kinds.map(\.count).max().map { String($0).count } ?? 1
    for kind in summary.kinds {
      let count = String(kind.count)
      lines.append(
        "  " + String(repeating: " ", count: width - count.count) + "\(count) \(kind.plural)"
          + (kind.forms.isEmpty ? "" : "  (\(kind.forms))"))
    }
    lines += [
      "",
      "\(summary.statements.all) statements: \(summary.statements.documented) proven by "
        + "\(counted(summary.sources.count, "document")), "
        + "\(summary.statements.editors) the editors' own (translations, codes, coordinates).",
    ]
    if let first = summary.firstYear, let last = summary.lastYear {
      lines.append("Dates from \(first) to \(last).")
    }
    lines += ["", "Sources"]
    for source in summary.sources {
      lines.append("  \(source.id)  \(source.title)" + (source.date.map { " (\($0))" } ?? ""))
      lines.append("    \(counted(source.statements, "statement")), \(source.paragraphPhrase)")
    }
    if !summary.brokers.isEmpty {
      lines += ["", "Between most others (betweenness, every tie counted)"]
      for (place, broker) in summary.brokers.enumerated() {
        lines.append("  \(place + 1). \(broker.label)")
      }
    }
    lines += ["", "Try"]
    for example in summary.examples { lines.append("  parkgraph \(example)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
