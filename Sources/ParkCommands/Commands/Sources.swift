import ArgumentParser
import ParkGraph

/// Tells what each document contributes.
struct Sources: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what each document contributes, and what would be lost without it.",
    usage: "parkgraph sources [<options>]",
    discussion: """
      Examples:
        parkgraph sources
        parkgraph sources --format csv
      """)

  @OptionGroup var options: GraphOptions

  func run(_ console: Console) throws(CommandFailure) {
    try options.refuseConditions()
    try options.withParks(console) { graph, timings throws(CommandFailure) in
      let sources = timings.measure("algorithm") { Contribution.all(in: graph) }
      guard !sources.isEmpty else { throw CommandFailure(.negative, "the graph has no sources") }
      var table = Table(
        columns: [
          .init("id"), .init("date"), .init("paragraphs", isNumeric: true),
          .init("cited", isNumeric: true), .init("citations", isNumeric: true),
          .init("statements", isNumeric: true), .init("lost statements", isNumeric: true),
          .init("lost ties", isNumeric: true), .init("lost entities", isNumeric: true),
        ])
      table.rows = sources.map { source in
        [
          source.id, source.date ?? "", source.paragraphs.map { String($0) } ?? "",
          String(source.citedParagraphs.count), String(source.citations),
          String(source.statements), String(source.lostStatements), String(source.lostTies),
          String(source.lostEntities.count),
        ]
      }
      try Report(table: table, prose: sources.map(prose).joined(separator: "\n")).write(
        json: sources, as: options.format, to: console)
    }
  }

  private func prose(_ source: Contribution) -> String {
    let origin = [source.publisher, source.date, source.language].compactMap(\.self)
    var lines = ["\(source.title)", "  \(source.id) · \(origin.joined(separator: ", "))"]
    if let note = source.note { lines.append("  \(note)") }
    lines.append("  \(source.paragraphPhrase), \(counted(source.citations, "citation"))")
    lines.append(
      "  says something of \(list(source.entitiesByKind, order: EntityKind.allCases.map(\.rawValue)))"
    )
    lines.append(
      "  \(counted(source.statements, "statement")): "
        + list(source.statementsByField, order: StatementPath.Field.allCases.map(\.rawValue)))
    lines.append(
      "  without it: \(counted(source.lostStatements, "statement")) lost, "
        + "\(counted(source.lostTies, "tie")) among them, and "
        + "\(counted(source.lostEntities.count, "entity")) of which no other tells")
    return lines.joined(separator: "\n") + "\n"
  }

  /// `12 parks, 3 people`, in an order.
  private func list(_ counts: [String: Int], order: [String]) -> String {
    let parts = order.compactMap { key in counts[key].map { counted($0, key) } }
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }
}
