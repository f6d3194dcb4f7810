/// A graph of science-park partnerships: entities, the agreements and relations between them, and the
/// sources that prove each statement.
///
/// A value: reading it from many tasks is safe, and filters such as ``asOf(_:)`` give a new one.
///
/// ```swift
/// let graph = ParkGraph(
///   entities: [
///     .park(Park(Profile(id: "kista", names: [Statement(Name("Kista", language: "sv"))])))
///   ])
/// graph["kista"]?.kind   // .park
/// ```
public struct ParkGraph: Sendable {
  /// What the data set says of itself.
  public let info: DatasetInfo
  /// The documents that statements cite, by identifier.
  public let sources: [Source]
  /// The entities, by identifier.
  public let entities: [Entity]

  private let positions: [EntityID: Int]
  private let sourcePositions: [SourceID: Int]

  /// Creates a graph.
  ///
  /// Of two entities or sources with one identifier, the first is kept.
  ///
  /// Nothing is checked here: a tie may lead to an entity that is not in the graph, and is then
  /// passed over by every view. ``findings(strict:)`` says what is wrong.
  ///
  /// - Complexity: O(*n* log *n*) in the number of entities and sources.
  public init(
    info: DatasetInfo = DatasetInfo(), sources: [Source] = [], entities: [Entity]
  ) {
    self.info = info
    self.sources = Self.firstOfEach(sources)
    self.entities = Self.firstOfEach(entities)
    positions = Dictionary(
      uniqueKeysWithValues: self.entities.enumerated().map { ($1.id, $0) })
    sourcePositions = Dictionary(
      uniqueKeysWithValues: self.sources.enumerated().map { ($1.id, $0) })
  }

  /// The entity with an identifier.
  ///
  /// - Complexity: O(1).
  public subscript(id: EntityID) -> Entity? {
    positions[id].map { entities[$0] }
  }

  /// The source with an identifier.
  ///
  /// - Complexity: O(1).
  public subscript(id: SourceID) -> Source? {
    sourcePositions[id].map { sources[$0] }
  }

  /// The entities of one kind, by identifier.
  public func entities(of kind: EntityKind) -> [Entity] {
    entities.filter { $0.kind == kind }
  }

  /// The agreements, by identifier.
  public var agreements: [Agreement] {
    entities.compactMap(\.agreement)
  }

  private static func firstOfEach<Element: Identifiable>(_ elements: [Element]) -> [Element]
  where Element.ID: Comparable {
    var seen: Set<Element.ID> = []
    return elements.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }
}
