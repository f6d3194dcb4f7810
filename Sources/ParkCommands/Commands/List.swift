import ArgumentParser
import ParkGraph

/// Lists entities, or the nodes of a graph file.
struct List: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the entities, all or of one kind.",
    usage: "parkgraph list [<options>] [<kind>]",
    discussion: """
      CSV and JSON have every attribute of the nodes of a graph file, JSON all that is known of an \
      entity.

      Examples:
        parkgraph list agreement
        parkgraph list organization --where country=CN --lang zh-Hans
        parkgraph list --graph network.gexf --format csv
      """)

  @OptionGroup var options: GraphOptions

  @Argument(
    help:
      "The kind: \(EntityKind.allCases.map(\.rawValue).joined(separator: ", ")); in a graph file, what its attribute kind or type says."
  )
  var kind: String?

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { loaded, timings throws(CommandFailure) in
      guard case .parks(let graph) = loaded else {
        let network = try loaded.network(.full, options)
        try timings.measure("write") { () throws(CommandFailure) in
          let list = NodeList(network, kind: kind)
          guard !list.nodes.isEmpty || kind == nil else { throw list.noSuchKind }
          try Report(table: list.table(as: options.format)).write(
            json: list.records, as: options.format, to: console)
        }
        return
      }
      let wanted = try entityKind()
      try options.conditions.check(against: ParkGraph.attributeKeys)
      let entities =
        (wanted.map(graph.entities(of:))
        ?? graph.entities.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) })
        .filter { graph.satisfies(options.conditions, $0) }
      let report = Report(
        table: wanted == .agreement
          ? agreementTable(entities.compactMap(\.agreement), graph) : entityTable(entities, graph))
      try timings.measure("write") { () throws(CommandFailure) in
        let links = EntityLinks(graph)
        try report.write(
          json: entities.map {
            EntityRecord($0, in: links, language: options.lang, withIncoming: false)
          }, as: options.format, to: console)
      }
    }
  }

  /// The kind by its singular or plural, in any case: `park`, `Parks`.
  private func entityKind() throws(CommandFailure) -> EntityKind? {
    guard let kind else { return nil }
    let word = kind.lowercased()
    for known in EntityKind.allCases where known.rawValue == word || known.sectionName == word {
      return known
    }
    let known = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
    throw CommandFailure(.usage, "there is no kind '\(kind)'; the kinds are \(known)")
  }

  private func entityTable(_ entities: [Entity], _ graph: ParkGraph) -> Table {
    var table = Table(
      columns: [
        .init("id"), .init("name"), .init("kind"), .init("form"), .init("country"), .init("date"),
      ])
    table.rows = entities.map { entity in
      [
        entity.id.rawValue, entity.name(in: options.lang), entity.kind.rawValue,
        entity.form ?? "", entity.country?.value.rawValue ?? "",
        entity.profile.period?.shortDate ?? "",
      ]
    }
    return table
  }

  private func agreementTable(_ agreements: [Agreement], _ graph: ParkGraph) -> Table {
    var table = Table(
      columns: [.init("id"), .init("form"), .init("date"), .init("parties"), .init("under")])
    table.rows = agreements.map { agreement in
      let parties = agreement.parties.map { party in
        switch party.value.identity {
        case .entity(let id): graph.name(of: id, in: options.lang)
        case .unnamed(let description): description
        }
      }
      let programmes = agreement.profile.relations.filter { $0.value.kind == .under }
        .map { graph.name(of: $0.value.object, in: options.lang) }
      return [
        agreement.profile.id.rawValue, agreement.form.rawValue,
        agreement.profile.period?.shortDate ?? "", parties.joined(separator: " – "),
        programmes.joined(separator: ", "),
      ]
    }
    return table
  }
}
