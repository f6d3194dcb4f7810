/// What entities of every kind have.
public struct Profile: Hashable, Sendable {
  /// The identifier, unique in the data set.
  public var id: EntityID
  /// The names, in any number of languages and scripts.
  public var names: [Statement<Name>]
  /// When it existed; `nil` when nothing is said of it.
  ///
  /// A body's founding to its end, an event's days, an agreement's signing to its end.
  public var period: Qualifiers?
  /// Numbers about it.
  public var figures: [Statement<Figure>]
  /// Its identifiers in public registers.
  public var identifiers: [Statement<Identifier>]
  /// The ties that start from it.
  public var relations: [Statement<Relation>]
  /// What a reader should know of it.
  public var note: String?

  /// Creates a profile.
  public init(
    id: EntityID, names: [Statement<Name>] = [], period: Qualifiers? = nil,
    figures: [Statement<Figure>] = [], identifiers: [Statement<Identifier>] = [],
    relations: [Statement<Relation>] = [], note: String? = nil
  ) {
    self.id = id
    self.names = names
    self.period = period
    self.figures = figures
    self.identifiers = identifiers
    self.relations = relations
    self.note = note
  }
}
