import ParkGraph
import Testing

/// A random number generator that gives the same numbers for the same seed everywhere.
///
/// Marsaglia: Xorshift RNGs. Journal of Statistical Software 8 (2003).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// A date that the test knows to be one.
func date(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> PartialDate {
  try #require(PartialDate(text), sourceLocation: location)
}

/// A bound that the test knows to be one.
func bound(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> DateBound {
  try #require(DateBound(text), sourceLocation: location)
}

/// An interval from and until bounds as they are written.
func validity(
  from: String? = nil, until: String? = nil, _ location: SourceLocation = #_sourceLocation
) throws -> Validity {
  try #require(
    Validity(
      from: try from.map { try bound($0, location) },
      until: try until.map { try bound($0, location) }), sourceLocation: location)
}

extension Qualifiers {
  /// Proven by the editors' word.
  static let edited = Qualifiers(evidence: [.editor(reason: "a test")])

  /// Proven by paragraph 1 of the source `report`, with terms.
  static func cited(
    _ terms: String..., validity: Validity = .always, certainty: Certainty = .stated
  ) -> Qualifiers {
    Qualifiers(
      validity: validity,
      evidence: [.document(Citation(source: .report, paragraph: 1, terms: terms))],
      certainty: certainty)
  }
}

extension SourceID {
  /// The source that the statements of these tests cite.
  static let report = SourceID(unchecked: "report")
}

extension Profile {
  /// A profile with one English name, as the editors say.
  init(
    _ id: EntityID, name: String, period: Qualifiers? = nil,
    relations: [Statement<Relation>] = []
  ) {
    self.init(
      id: id, names: [Statement(Name(name, language: .english), .edited)], period: period,
      relations: relations)
  }
}

extension Entity {
  /// A company.
  static func company(
    _ id: EntityID, name: String? = nil, period: Qualifiers? = nil,
    relations: [Statement<Relation>] = []
  ) -> Entity {
    .organization(
      Organization(
        Profile(id, name: name ?? id.rawValue, period: period, relations: relations),
        form: .company))
  }

  /// A cooperation agreement between entities.
  static func agreement(
    _ id: EntityID, _ parties: EntityID..., period: Qualifiers? = nil,
    relations: [Statement<Relation>] = []
  ) -> Entity {
    .agreement(
      Agreement(
        Profile(id, name: id.rawValue, period: period, relations: relations), form: .cooperation,
        parties: parties.map { Statement(Agreement.Party(.entity($0)), .edited) }))
  }
}
