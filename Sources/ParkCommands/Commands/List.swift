public import ArgumentParser
public import ParkGraph

extension EntityKind: ExpressibleByArgument {
  /// Reads the singular or the plural: `park`, `parks`.
  public init?(argument: String) {
    guard
      let kind = EntityKind.allCases.first(where: {
        $0.rawValue == argument || $0.sectionName == argument
      })
    else { return nil }
    self = kind
  }
}

/// Lists entities.
struct List: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the entities, all or of one kind.")

  @OptionGroup var options: GraphOptions

  @Argument(help: "The kind of entity.")
  var kind: EntityKind?

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { graph, timings throws(CommandFailure) in
      let entities =
        kind.map(graph.entities(of:))
        ?? graph.entities.sorted {
          ($0.kind, $0.id) < ($1.kind, $1.id)
        }
      let report = Report(
        table: kind == .agreement
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
