/// Which statement of a data set: the entity or source that it is about, the field, and its place
/// among the statements of that field.
public struct StatementPath: Hashable, Sendable, CustomStringConvertible {
  /// The parts of an entity or source that hold statements.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    /// The entity or source itself.
    case itself
    /// A name.
    case name
    /// The country.
    case country
    /// The coordinates.
    case coordinates
    /// The period.
    case period
    /// A figure.
    case figure
    /// An identifier in a register.
    case identifier
    /// A relation.
    case relation
    /// A party of an agreement.
    case party
    /// A batch of a programme.
    case batch
  }

  /// The identifier of the entity or source.
  public var subject: String
  /// The part of it.
  public var field: Field
  /// The place among the statements of that field, from 0.
  public var index: Int

  /// Creates a path.
  public init(_ subject: String, _ field: Field = .itself, _ index: Int = 0) {
    self.subject = subject
    self.field = field
    self.index = index
  }

  /// The path of a source, which may have the identifier of an entity.
  public init(source: SourceID) {
    self.init("source \(source)")
  }

  /// The path in words: `torch-center, relation 2`.
  public var description: String {
    switch field {
    case .itself: subject
    case .country, .coordinates, .period: "\(subject), \(field.rawValue)"
    default: "\(subject), \(field.rawValue) \(index + 1)"
    }
  }
}

/// A statement of any field, seen alike: what it ties, which words it needs as proof, and its
/// qualifiers.
public struct AnyStatement: Hashable, Sendable {
  /// Where it stands.
  public var path: StatementPath
  /// The entity that it is about.
  public var subject: EntityID
  /// The entity that it leads to, for a relation or a party.
  public var object: EntityID?
  /// Words and digits that its evidence has to contain besides the ends: a name, a number.
  public var evidentWords: [String]
  /// When it holds, what proves it, how certainly, and its rank.
  public var qualifiers: Qualifiers
}

extension Entity {
  /// Every statement about the entity, in the order of the fields.
  ///
  /// - Complexity: O(*n*) in the number of statements.
  public var statements: [AnyStatement] {
    var all: [AnyStatement] = []
    func add(
      _ field: StatementPath.Field, _ index: Int, _ qualifiers: Qualifiers,
      object: EntityID? = nil, words: [String] = []
    ) {
      all.append(
        AnyStatement(
          path: StatementPath(id.rawValue, field, index), subject: id, object: object,
          evidentWords: words, qualifiers: qualifiers))
    }
    for (index, name) in profile.names.enumerated() {
      add(.name, index, name.qualifiers, words: [name.value.text])
    }
    if let country { add(.country, 0, country.qualifiers) }
    if let coordinates { add(.coordinates, 0, coordinates.qualifiers) }
    if let period = profile.period { add(.period, 0, period) }
    for (index, figure) in profile.figures.enumerated() {
      add(.figure, index, figure.qualifiers)
    }
    for (index, identifier) in profile.identifiers.enumerated() {
      add(.identifier, index, identifier.qualifiers)
    }
    for (index, relation) in profile.relations.enumerated() {
      add(.relation, index, relation.qualifiers, object: relation.value.object)
    }
    if let agreement {
      for (index, party) in agreement.parties.enumerated() {
        add(.party, index, party.qualifiers, object: party.value.entity)
      }
    }
    if let programme {
      for (index, batch) in programme.batches.enumerated() {
        add(.batch, index, batch.qualifiers)
      }
    }
    return all
  }
}

extension ParkGraph {
  /// Every statement of the graph, by entity.
  public var statements: [AnyStatement] { entities.flatMap(\.statements) }
}
