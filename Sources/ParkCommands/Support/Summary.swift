import GraphAlgorithms
import GraphCore
import ParkGraph

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

  /// Sums up park data.
  ///
  /// - Parameters:
  ///   - graph: The data.
  ///   - language: The language of names.
  ///   - arguments: What has a command read the data.
  /// - Throws: ``CommandFailure`` when a measure can't be computed.
  init(
    _ graph: ParkGraph, language: LanguageTag, arguments: String
  ) throws(CommandFailure) {
    title = graph.info.title(in: language)
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
        forms: list.count < 2 ? "" : list.map { counted($0.value, $0.key) }.joined(separator: ", "))
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
    examples = Self.examples(graph, language: language).map { $0 + arguments }
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
