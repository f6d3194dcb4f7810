/// A stretch of time during which something is there, in the words of the file.
public struct Spell: Hashable, Sendable {
  /// When it begins; `nil` if it always was.
  public var start: String?
  /// When it ends; `nil` if it does not.
  public var end: String?
  /// Whether the beginning itself is not part of it.
  public var isStartOpen: Bool
  /// Whether the end itself is not part of it.
  public var isEndOpen: Bool

  /// Creates a stretch of time.
  ///
  /// - Parameters:
  ///   - start: When it begins; `nil` if it always was.
  ///   - end: When it ends; `nil` if it does not.
  ///   - isStartOpen: Whether the beginning itself is not part of it.
  ///   - isEndOpen: Whether the end itself is not part of it.
  /// - Complexity: O(1)
  public init(
    start: String? = nil, end: String? = nil, isStartOpen: Bool = false, isEndOpen: Bool = false
  ) {
    self.start = start
    self.end = end
    self.isStartOpen = isStartOpen
    self.isEndOpen = isEndOpen
  }
}

/// A value that an attribute has for a time.
public struct TimedValue: Hashable, Sendable {
  /// The name of the attribute.
  public var name: String
  /// The value.
  public var value: AttributeValue
  /// When it holds.
  public var spell: Spell

  /// Creates a value for a time.
  ///
  /// - Complexity: O(1)
  public init(_ name: String, _ value: AttributeValue, during spell: Spell) {
    self.name = name
    self.value = value
    self.spell = spell
  }
}

/// How a graph tells time.
public struct TimeScale: Hashable, Sendable {
  /// How times are written: `integer`, `double`, `date` or `dateTime`.
  public var format: String?
  /// Whether times are single moments, rather than intervals.
  public var isMoments: Bool
  /// The time of the graph as a whole.
  public var spell: Spell

  /// Creates a scale.
  ///
  /// - Complexity: O(1)
  public init(format: String? = nil, isMoments: Bool = false, spell: Spell = Spell()) {
    self.format = format
    self.isMoments = isMoments
    self.spell = spell
  }
}
