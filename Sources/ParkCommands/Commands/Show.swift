import ArgumentParser
import ParkGraph

/// Shows one entity.
struct Show: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one entity: names, dates, figures, ties, and what proves each.",
    usage: "parkgraph show [<options>] <name>",
    discussion: """
      Examples:
        parkgraph show "Torch Center"
        parkgraph show 火炬中心 --as-of 2023-06
      """)

  @OptionGroup var options: GraphOptions

  @Argument(help: "The entity.")
  var name: String

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { loaded, timings throws(CommandFailure) in
      guard case .parks(let graph) = loaded else {
        let network = try loaded.network(.full, options)
        let node = try network.node(named: name)
        try timings.measure("write") { () throws(CommandFailure) in
          let description = NodeDescription(node, in: network)
          try Report(table: description.table, prose: description.prose).write(
            json: description.record, as: options.format, to: console)
        }
        return
      }
      try options.refuseConditions()
      let id = try graph.resolve(name, in: NameIndex(graph), language: options.lang)
      guard let entity = graph[id] else { return }
      let links = EntityLinks(graph)
      let description = EntityDescription(entity, links, language: options.lang)
      try timings.measure("write") { () throws(CommandFailure) in
        try Report(table: description.table, prose: description.prose).write(
          json: EntityRecord(entity, in: links, language: options.lang, withIncoming: true),
          as: options.format, to: console)
      }
    }
  }
}
