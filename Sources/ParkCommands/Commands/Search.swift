import ArgumentParser
import ParkGraph

/// Finds entities by a part of a name.
struct Search: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find entities by any part of a name, in any script.")

  @OptionGroup var options: GraphOptions

  @Argument(help: "A part of a name.")
  var text: String

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { graph, _ throws(CommandFailure) in
      let found = NameIndex(graph).search(text)
      guard !found.isEmpty else {
        throw CommandFailure(.negative, "no name holds '\(text)'")
      }
      var table = Table(columns: [.init("id"), .init("name"), .init("sort"), .init("found in")])
      table.rows = found.map { hit in
        [
          hit.id.rawValue, graph.name(of: hit.id, in: options.lang),
          graph[hit.id].map(graph.sort(of:)) ?? "", hit.name,
        ]
      }
      try Report(table: table).write(
        json: found.map { ReferenceRecord($0.id, in: graph, language: options.lang) },
        as: options.format, to: console)
    }
  }
}
