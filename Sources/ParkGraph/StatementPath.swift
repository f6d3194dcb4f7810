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
