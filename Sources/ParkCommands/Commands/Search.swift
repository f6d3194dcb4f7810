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
      var table = Table(columns: [.init("id"), .init("name"), .init("sort"), .init("found in")])
      let references = found.map { network.reference(to: $0.node) }
      table.rows = zip(found, references).map { hit, reference in
        [reference.id, reference.label, network.sort(of: hit.node), hit.name]
      }
      try Report(table: table).write(json: references, as: options.format, to: console)
    }
  }
}
