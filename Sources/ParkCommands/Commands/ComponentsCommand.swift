import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Lists the connected parts of the graph.
struct ComponentsCommand: GraphCommand {
  static let configuration = CommandConfiguration(
    commandName: "components",
    abstract: "List the connected parts of the graph, the largest first.",
    discussion: "The default view is partnership; relations tie whichever way they point.")

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { graph, timings throws(CommandFailure) in
      let view = viewOptions.view(of: graph, default: .partnership)
      let components = timings.measure("algorithm") {
        view.graph.frozen(as: .undirected).connectedComponents()
      }
      let records = components.groups.map { group in
        Record(
          size: group.count,
          members: group.map { view.graph[$0] }.sorted()
            .map { ReferenceRecord($0, in: graph, language: options.lang) })
      }
      guard !records.isEmpty else {
        throw CommandFailure(.negative, "there is no tie in the \(view.kind.rawValue) view")
      }
      var table = Table(
        columns: [
          .init("component", isNumeric: true), .init("size", isNumeric: true), .init("members"),
        ])
      table.rows = records.enumerated().map { index, record in
        [
          String(index + 1), String(record.size),
          record.members.map(\.label).joined(separator: " · "),
        ]
      }
      try Report(table: table).write(json: records, as: options.format, to: console)
    }
  }

  private struct Record: Encodable {
    var size: Int
    var members: [ReferenceRecord]
  }
}
