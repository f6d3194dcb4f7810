import ParkGraph

// The shapes of JSON results. Keys are sorted, absent values are left out, dates and identifiers are
// text; README.md describes them.

/// A name.
struct NameRecord: Encodable {
  var text: String
  var language: String
  var role: String
  var doubtful: Bool?
  var qualifiers: QualifiersRecord?

  init(_ name: Statement<Name>) {
    text = name.value.text
    language = name.value.language.rawValue
    role = name.value.role.rawValue
    doubtful = name.value.isDoubtful ? true : nil
    qualifiers = QualifiersRecord(name.qualifiers)
  }
}

/// A piece of evidence: a source, a paragraph and its terms, or the editors' reason.
struct EvidenceRecord: Encodable {
  var source: String?
  var paragraph: Int?
  var terms: [String]?
  var editor: String?

  init(_ evidence: Evidence) {
    switch evidence {
    case .document(let citation):
      source = citation.source.rawValue
      paragraph = citation.paragraph
      terms = citation.terms
    case .editor(let reason):
      editor = reason
    }
  }
}

/// What qualifies a statement.
///
/// `from` and `until` are written as in the data files: `2016`,
/// `by 2025-03-28`, `after 2023-05-29`.
struct QualifiersRecord: Encodable {
  var from: String?
  var until: String?
  var certainty: String
  var rank: String?
  var note: String?
  var evidence: [EvidenceRecord]

  init(_ qualifiers: Qualifiers) {
    from = qualifiers.validity.from?.description
    until = qualifiers.validity.until?.description
    certainty = qualifiers.certainty.rawValue
    rank = qualifiers.rank == .normal ? nil : qualifiers.rank.rawValue
    note = qualifiers.note
    evidence = qualifiers.evidence.map(EvidenceRecord.init)
  }
}

/// An entity, or a node of a graph file, by its identifier and name.
struct ReferenceRecord: Encodable {
  var id: String
  var kind: String?
  var label: String

  init(id: String, label: String, kind: String?) {
    self.id = id
    self.label = label
    self.kind = kind
  }

  init(_ id: EntityID, in graph: ParkGraph, language: LanguageTag) {
    self.id = id.rawValue
    label = graph.name(of: id, in: language)
    kind = graph[id]?.kind.rawValue
  }
}

/// A party of an agreement.
///
/// `id` and `kind` are absent for one that no source names.
struct PartyRecord: Encodable {
  var id: String?
  var kind: String?
  var label: String
  var country: String?
  var role: String?
  var qualifiers: QualifiersRecord

  init(_ party: Statement<Agreement.Party>, in graph: ParkGraph, language: LanguageTag) {
    switch party.value.identity {
    case .entity(let entity):
      id = entity.rawValue
      kind = graph[entity]?.kind.rawValue
      label = graph.name(of: entity, in: language)
      country = graph[entity]?.country?.value.rawValue
    case .unnamed(let description):
      label = description
    }
    role = party.value.role
    qualifiers = QualifiersRecord(party.qualifiers)
  }
}

/// A relation, as seen from the entity that it is listed under.
struct RelationRecord: Encodable {
  var relation: String
  /// `out` from the entity, `in` to it.
  var direction: String
  var other: ReferenceRecord
  var role: String?
  var batch: Int?
  var qualifiers: QualifiersRecord

  init(
    _ relation: Statement<Relation>, other: EntityID, isOutgoing: Bool, in graph: ParkGraph,
    language: LanguageTag
  ) {
    self.relation = relation.value.kind.rawValue
    direction = isOutgoing ? "out" : "in"
    self.other = ReferenceRecord(other, in: graph, language: language)
    role = relation.value.role
    batch = relation.value.batch
    qualifiers = QualifiersRecord(relation.qualifiers)
  }
}

/// A figure.
struct FigureRecord: Encodable {
  var measure: String
  var value: Double
  var comparison: String
  var unit: String?
  var qualifiers: QualifiersRecord

  init(_ figure: Statement<Figure>) {
    measure = figure.value.measure
    value = figure.value.value
    comparison = figure.value.comparison.rawValue
    unit = figure.value.unit
    qualifiers = QualifiersRecord(figure.qualifiers)
  }
}

/// A batch of a programme: how many a source counts, and how many of them are in the graph.
struct BatchRecord: Encodable {
  var number: Int
  var size: Int?
  var unit: String
  var named: [ReferenceRecord]
  var qualifiers: QualifiersRecord
}
