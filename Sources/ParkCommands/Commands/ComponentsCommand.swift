import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Lists the connected parts of the graph.
struct ComponentsCommand: GraphCommand {
  static let configuration = CommandConfiguration(
    commandName: "components",
    abstract: "List the connected parts of the graph, the largest first.",
    usage: "parkgraph components [<options>]",
    discussion: """
      The default view is partnership; ties count whichever way they point, in a graph file too. \
      --strong takes edges as they point: two nodes belong together when each can be reached from \
      the other. Plain edges point one way with --directed only.

      Examples:
        parkgraph components --view full
        parkgraph components --graph links.edges --directed --strong
      """)

  @Flag(help: "Strongly connected components, along the edges as they point.")
  var strong = false

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  func validate() throws {
    guard let direction = viewOptions.direction, strong != (direction == .directed) else { return }
    throw ValidationError(
      strong
        ? "--strong and --undirected exclude each other"
        : "--\(direction.rawValue) goes with --strong; without it ties count whichever way they point"
    )
  }

  func run(_ console: Console) throws(CommandFailure) {
    try options.withNetwork(console, viewOptions, default: .partnership) {
      network, timings throws(CommandFailure) in
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        try network.frozen(
          as: strong ? .declared : .undirected, .none)
      }
      let components = timings.measure("algorithm") {
        strong ? frozen.stronglyConnectedComponents() : frozen.connectedComponents()
      }
      guard components.count > 0 else {
        throw network.emptiness
      }
      try timings.measure("write") { () throws(CommandFailure) in
        let records = components.groups.map { group in
          Record(
            size: group.count,
            members: group.sorted(by: network.precedes).map(network.reference))
        }
        var table = Table(
          columns: [
            .init("component", isNumeric: true), .init("size", isNumeric: true), .init("members"),
          ])
        table.rows = records.enumerated().map { index, record in
          [String(index + 1), String(record.size), members(of: record)]
        }
        try Report(table: table).write(json: records, as: options.format, to: console)
      }
    }
  }

  /// All the members, or as many as a reader of a table can take in.
  private func members(of record: Record) -> String {
    let shown = options.format == .table ? record.members.prefix(50) : record.members[...]
    let rest = record.members.count - shown.count
    return shown.map(\.label).joined(separator: " · ") + (rest > 0 ? " · … \(rest) more" : "")
  }

  private struct Record: Encodable {
    var size: Int
    var members: [ReferenceRecord]
  }
}
