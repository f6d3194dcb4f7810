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

      CSV has a row for each node, JSON a list of components with their members.

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
        try Report(table: options.format == .csv ? rows(records) : table(records)).write(
          json: records, as: options.format, to: console)
      }
    }
  }

  /// A row for each component, with as many members as a reader can take in.
  private func table(_ records: [Record]) -> Table {
    var table = Table(
      columns: [
        .init("component", isNumeric: true), .init("size", isNumeric: true), .init("members"),
      ])
    table.rows = records.enumerated().map { index, record in
      let shown = record.members.prefix(50)
      let rest = record.size - shown.count
      let members = shown.map(\.label).joined(separator: " · ")
      return [
        String(index + 1), String(record.size), members + (rest > 0 ? " · … \(rest) more" : ""),
      ]
    }
    return table
  }

  /// A row for each member, for other programs.
  private func rows(_ records: [Record]) -> Table {
    var table = Table(
      columns: [
        .init("component", isNumeric: true), .init("size", isNumeric: true), .init("id"),
        .init("name"),
      ])
    table.rows = records.enumerated().flatMap { index, record in
      record.members.map { [String(index + 1), String(record.size), $0.id, $0.label] }
    }
    return table
  }

  private struct Record: Encodable {
    var size: Int
    var members: [ReferenceRecord]
  }
}
