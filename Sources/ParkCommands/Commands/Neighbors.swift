import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Lists the ego network of an entity.
struct Neighbors: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what an entity is tied to, up to a number of steps away.",
    usage: "parkgraph neighbors [<options>] <name>",
    discussion: """
      Ties are followed whichever way they point, in a graph file too; --directed follows them as \
      they point. Of each node the tie is shown by which it is reached, one of those with the \
      fewest steps.

      Examples:
        parkgraph neighbors UNSW --depth 2
        parkgraph neighbors IASP --view full --format csv
      """)

  @Argument(help: "The entity.")
  var name: String

  @Option(help: ArgumentHelp("How many steps to go, 1 … 100.", valueName: "steps"))
  var depth = 1

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  func validate() throws {
    guard (1...100).contains(depth) else {
      throw ValidationError("--depth is \(depth); give a number from 1 to 100")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    try options.withNetwork(console, viewOptions, default: .full) {
      network, timings throws(CommandFailure) in
      let start = try network.node(named: name)
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        try network.frozen(as: viewOptions.direction == .directed ? .declared : .undirected, .none)
      }
      let tree = timings.measure("algorithm") { frozen.shortestPathTree(from: start) }
      try timings.measure("write") { () throws(CommandFailure) in
        let neighbors = self.neighbors(of: start, by: tree, in: network)
        try Report(table: table(neighbors)).write(list: neighbors, as: options.format, to: console)
      }
    }
  }

  private func table(_ neighbors: some Sequence<Neighbor>) -> Table {
    var table = Table(
      columns: [
        .init("steps", isNumeric: true), .init("name"), .init("id"), .init("sort"),
        .init("tie"), .init("date"), .init("sources"),
      ])
    table.rows = neighbors.map {
      [
        String($0.steps), $0.entity.label, $0.entity.id, $0.sort, $0.tie, $0.date,
        $0.sources.joined(separator: " "),
      ]
    }
    return table
  }

  private struct Neighbor: Encodable {
    var date: String
    var entity: ReferenceRecord
    var sort: String
    var sources: [String]
    var steps: Int
    var through: ReferenceRecord?
    var tie: String
  }

  /// The nodes by their distance, each with a tie of a node nearer by to it; there may be millions,
  /// so that each is described only when it is written.
  private func neighbors(
    of start: NodeID, by tree: ShortestPathTree, in network: any Network
  ) -> some Sequence<Neighbor> {
    var found = tree.distances.filter { $0.node != start && $0.value <= Double(depth) }
    found.sort {
      $0.value == $1.value ? network.precedes($0.node, $1.node) : $0.value < $1.value
    }
    return found.lazy.compactMap { node, steps in
      guard let last = tree.lastStep(to: node) else { return nil }
      let tie = network.tie(last.edge, from: last.node)
      return Neighbor(
        date: tie.years, entity: network.reference(to: node), sort: network.sort(of: node),
        sources: tie.sources, steps: Int(steps),
        through: last.node == start ? nil : network.reference(to: last.node), tie: tie.label)
    }
  }
}
