import ParkGraph

/// What one source contributes to a graph; also its shape in JSON.
struct Contribution: Encodable {
  var id: String
  var title: String
  var publisher: String?
  var date: String?
  var language: String
  var file: String
  var sha256: String
  var note: String?
  /// How many paragraphs the document has, where it has been counted.
  var paragraphs: Int?
  /// The paragraphs that at least one statement cites.
  var citedParagraphs: [Int]
  var citations: Int
  /// The statements that cite it, all of them and by the field that they are in.
  var statements: Int
  var statementsByField: [String: Int]
  /// The entities about which it says something, by kind.
  var entitiesByKind: [String: Int]
  /// What no other document proves: statements, and entities with no other documented statement.
  var lostStatements: Int
  var lostTies: Int
  var lostEntities: [String]

  /// `21 of 21 paragraphs cited`.
  var paragraphPhrase: String {
    let cited = citedParagraphs.count
    return paragraphs.map { "\(cited) of \($0) paragraphs cited" }
      ?? "\(counted(cited, "paragraph")) cited"
  }

  /// The contributions of all sources, by identifier.
  static func all(in graph: ParkGraph) -> [Contribution] {
    let statements = graph.statements.filter(\.qualifiers.isDocumented)
    var provers: [EntityID: Set<SourceID>] = [:]
    for statement in statements {
      provers[statement.subject, default: []].formUnion(
        statement.qualifiers.citations.map(\.source))
    }
    return graph.sources.map { Contribution($0, statements, provers, graph) }
  }

  private init(
    _ source: Source, _ documented: [AnyStatement], _ provers: [EntityID: Set<SourceID>],
    _ graph: ParkGraph
  ) {
    id = source.id.rawValue
    title = source.title
    publisher = source.publisher
    date = source.date?.description
    language = source.language.rawValue
    file = source.file
    sha256 = source.sha256
    note = source.note
    paragraphs = source.paragraphs

    let own = documented.filter { statement in
      statement.qualifiers.citations.contains { $0.source == source.id }
    }
    let citations = own.flatMap(\.qualifiers.citations).filter { $0.source == source.id }
    self.citations = citations.count
    citedParagraphs = Set(citations.map(\.paragraph)).sorted()
    statements = own.count
    statementsByField = Dictionary(
      grouping: own, by: \.path.field.rawValue
    ).mapValues(\.count)
    let entities = Set(own.map(\.subject)).compactMap { graph[$0] }
    entitiesByKind = Dictionary(grouping: entities, by: \.kind.rawValue).mapValues(\.count)

    let lost = own.filter { statement in
      statement.qualifiers.citations.allSatisfy { $0.source == source.id }
    }
    lostStatements = lost.count
    lostTies = lost.count { $0.path.field == .relation || $0.path.field == .party }
    lostEntities = provers.filter { $0.value == [source.id] }.keys.sorted().map(\.rawValue)
  }
}
