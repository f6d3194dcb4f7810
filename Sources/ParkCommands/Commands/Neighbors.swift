import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Lists the ego network of an entity.
struct Neighbors: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what an entity is tied to, up to a number of steps away.")

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  @Argument(help: "The entity.")
  var name: String

  @Option(help: ArgumentHelp("How many steps to go, 1 … 100.", valueName: "steps"))
  var depth = 1

  func validate() throws {
    guard (1...100).contains(depth) else {
      throw ValidationError("--depth is \(depth); give a number from 1 to 100")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { graph, timings throws(CommandFailure) in
      let id = try graph.resolve(name, in: NameIndex(graph), language: options.lang)
      let view = viewOptions.view(of: graph, default: .full)
      guard let start = view.node(for: id) else {
        throw CommandFailure(
          .negative,
          "'\(graph.name(of: id, in: options.lang))' has no tie in the \(view.kind.rawValue) view")
      }
      let neighbors = timings.measure("algorithm") { self.neighbors(of: start, in: view, graph) }
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
      try timings.measure("write") { () throws(CommandFailure) in
        try Report(table: table).write(json: neighbors, as: options.format, to: console)
      }
    }
  }

  private struct Neighbor: Encodable {
    var steps: Int
    var entity: ReferenceRecord
    var sort: String
    var tie: String
    var through: ReferenceRecord?
    var date: String
    var sources: [String]
  }

  /// The nodes by their distance, each with a tie of a node nearer by to it.
  private func neighbors(of start: NodeID, in view: ParkView, _ graph: ParkGraph) -> [Neighbor] {
    let tree = view.graph.frozen(as: .undirected).shortestPathTree(from: start)
    var neighbors: [(steps: Double, node: NodeID)] = []
    for node in view.graph.nodes where node != start {
      guard let steps = tree.distance(to: node), steps <= Double(depth) else { continue }
      neighbors.append((steps, node))
    }
    neighbors.sort { ($0.steps, view.graph[$0.node]) < ($1.steps, view.graph[$1.node]) }
    return neighbors.compactMap { steps, node in
      guard let entity = graph[view.graph[node]], let last = tree.lastStep(to: node) else {
        return nil
      }
      let tie = view.graph[last.edge]
      let isFromNode = view.graph.endpoints(of: last.edge).source == node
      return Neighbor(
        steps: Int(steps),
        entity: ReferenceRecord(entity.id, in: graph, language: options.lang),
        sort: graph.sort(of: entity),
        tie: isFromNode ? tie.inverseLabel : tie.label,
        through: last.node == start
          ? nil : ReferenceRecord(view.graph[last.node], in: graph, language: options.lang),
        date: tie.qualifiers.shortDate,
        sources: graph.locators(of: tie.qualifiers.evidence))
    }
  }
}
