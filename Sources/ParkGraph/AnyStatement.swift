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
