import ArgumentParser
import ParkGraph

/// Finds entities or nodes by a part of a name.
struct Search: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find entities by any part of a name, in any script.",
    usage: "parkgraph search [<options>] <text>",
    discussion: """
      Examples:
        parkgraph search 园
        parkgraph search torch --format json
      """)

  @OptionGroup var options: GraphOptions

  @Argument(help: "A part of a name.")
  var text: String

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { loaded, _ throws(CommandFailure) in
      let network = try loaded.network(.full, options)
      let found = network.search(text)
      guard !found.isEmpty else {
        throw CommandFailure(.negative, "no name holds '\(text)'")
      }
      let hits = found.map { hit in
        let reference = network.reference(to: hit.node)
        return Hit(
          id: reference.id, kind: reference.kind, label: reference.label,
          sort: network.sort(of: hit.node), foundIn: hit.name)
      }
      var table = Table(columns: [.init("id"), .init("name"), .init("sort"), .init("found in")])
      table.rows = hits.map { [$0.id, $0.label, $0.sort, $0.foundIn] }
      try Report(table: table).write(json: hits, as: options.format, to: console)
    }
  }

  /// An entity or node, and the name by which it was found, in JSON.
  private struct Hit: Encodable {
    var id: String
    var kind: String?
    var label: String
    var sort: String
    var foundIn: String
  }
}
