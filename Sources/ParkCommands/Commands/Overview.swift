import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// What is in the graph, at a glance.
struct Overview: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "What is in the graph: counts, period, sources, brokers, what to try next.")

  @OptionGroup var options: GraphOptions

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { graph, timings throws(CommandFailure) in
      let summary = try timings.measure("algorithm") { () throws(CommandFailure) in
        try Summary(graph, language: options.lang)
      }
      var table = Table(columns: [.init("item"), .init("value")])
      table.rows = summary.kinds.map { [$0.kind, String($0.count)] }
      table.rows += [
        ["parties and relations", String(summary.ties)],
        ["statements", String(summary.statements.all)],
        ["documented statements", String(summary.statements.documented)],
      ]
      let report = Report(table: table, prose: prose(summary))
      try report.write(json: summary, as: options.format, to: console)
    }
  }

  private func prose(_ summary: Summary) -> String {
    var lines = [summary.title + (summary.date.map { ", as of \($0)" } ?? ""), ""]
    let width = summary.kinds.map(\.count).max().map { String($0).count } ?? 1
    for kind in summary.kinds {
      let count = String(kind.count)
      lines.append(
        "  " + String(repeating: " ", count: width - count.count) + "\(count) \(kind.plural)"
          + (kind.forms.isEmpty ? "" : "  (\(kind.forms))"))
    }
    lines += [
      "",
      "\(summary.statements.all) statements: \(summary.statements.documented) proven by "
        + "\(counted(summary.sources.count, "document")), "
        + "\(summary.statements.editors) the editors' own (translations, codes, coordinates).",
    ]
    if let first = summary.firstYear, let last = summary.lastYear {
      lines.append("Dates from \(first) to \(last).")
    }
    lines += ["", "Sources"]
    for source in summary.sources {
      lines.append("  \(source.id)  \(source.title)" + (source.date.map { " (\($0))" } ?? ""))
      lines.append("    \(counted(source.statements, "statement")), \(source.paragraphPhrase)")
    }
    if !summary.brokers.isEmpty {
      lines += ["", "Between most others (betweenness, every tie counted)"]
      for (place, broker) in summary.brokers.enumerated() {
        lines.append("  \(place + 1). \(broker.label)")
      }
    }
    lines += ["", "Try"]
    for example in summary.examples { lines.append("  parkgraph \(example)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The overview's numbers, and their shape in JSON.
struct Summary: Encodable {
  struct Kind: Encodable {
    var kind: String
    var count: Int
    var plural: String
    var forms: String
  }

  struct Statements: Encodable {
    var all: Int
    var documented: Int
    var editors: Int
  }

  var title: String
  var date: String?
  var kinds: [Kind]
  var ties: Int
  var statements: Statements
  var firstYear: Int?
  var lastYear: Int?
  var sources: [Contribution]
  var brokers: [ReferenceRecord]
  var examples: [String]

  init(_ graph: ParkGraph, language: LanguageTag) throws(CommandFailure) {
    title = graph.info.title
    date = graph.info.date?.description
    kinds = EntityKind.allCases.compactMap { kind in
      let entities = graph.entities(of: kind)
      guard !entities.isEmpty else { return nil }
      var forms: [String: Int] = [:]
      for entity in entities { forms[entity.form ?? kind.rawValue, default: 0] += 1 }
      let list = forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return Kind(
        kind: kind.rawValue, count: entities.count,
        plural: entities.count == 1 ? kind.rawValue : kind.sectionName,
        forms: list.count < 2 ? "" : list.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    }
    let all = graph.statements
    statements = Statements(
      all: all.count, documented: all.count { $0.qualifiers.isDocumented },
      editors: all.count { !$0.qualifiers.isDocumented && !$0.qualifiers.evidence.isEmpty })
    let years = all.flatMap { statement in
      [statement.qualifiers.validity.from, statement.qualifiers.validity.until]
        .compactMap(\.self).flatMap { [$0.earliest, $0.latest].compactMap(\.self) }.map(\.year)
    }
    firstYear = years.min()
    lastYear = years.max()
    sources = Contribution.all(in: graph)
    let view = graph.view(.full)
    ties = view.graph.edgeCount
    let scores = try running { () throws(AlgorithmError) in
      try view.graph.frozen(as: .undirected).betweenness()
    }
    brokers = scores.ranked()
      .filter { $0.value > 0 }
      .map { view.graph[$0.node] }
      .filter { graph[$0].map { $0.kind == .park || $0.kind == .organization } ?? false }
      .prefix(5)
      .map { ReferenceRecord($0, in: graph, language: language) }
    examples = Self.examples(graph, language: language)
  }

  /// Commands that give an answer on this very graph.
  private static func examples(_ graph: ParkGraph, language: LanguageTag) -> [String] {
    var examples: [String] = []
    func quoted(_ id: EntityID) -> String {
      let special = graph.name(of: id, in: language).map { character in
        "\"\\$`!".contains(character) ? "\\\(character)" : String(character)
      }
      return "\"\(special.joined())\""
    }
    if let agreement = graph.agreements.first(where: {
      $0.parties.count { $0.value.entity != nil } > 1
    }) {
      let parties = agreement.parties.compactMap(\.value.entity)
      examples.append("path \(quoted(parties[0])) \(quoted(parties[1]))")
    }
    if let programme = graph.entities(of: .programme).first {
      examples.append("show \(quoted(programme.id))")
    }
    return examples + ["list agreement", "centrality --by betweenness --view full", "render"]
  }
}
