/// How a graph file is read.
public struct ReadingOptions: Hashable, Sendable {
  /// Whether what can be skipped is skipped and reported, where reading would fail otherwise.
  public var isLenient: Bool
  /// What a file may ask of this machine.
  public var limits: ReadingLimits

  /// Creates options.
  ///
  /// - Parameters:
  ///   - isLenient: Whether what can be skipped is skipped and reported.
  ///   - limits: What a file may ask of this machine.
  /// - Complexity: O(1)
  public init(isLenient: Bool = false, limits: ReadingLimits = ReadingLimits()) {
    self.isLenient = isLenient
    self.limits = limits
  }
}

/// What a file of unknown origin may ask of this machine; a file that asks more is refused.
public struct ReadingLimits: Hashable, Sendable {
  /// How many bytes the file may have.
  public var bytes = 16 << 30
  /// How many nodes the graph may have.
  public var nodes = 100_000_000
  /// How many edges the graph may have.
  public var edges = 1_000_000_000
  /// How many attributes may be declared.
  public var keys = 10_000
  /// How deep elements, objects and graphs may lie in one another.
  public var depth = 256
  /// How many bytes one name or value may have.
  public var valueBytes = 16 << 20

  /// Creates the limits that suit graphs of this machine's size.
  ///
  /// - Complexity: O(1)
  public init() {}

  /// The limits for files that can be trusted: what a graph and the formats can hold at all, rather
  /// than what anybody would write.
  ///
  /// - Complexity: O(1)
  public static var trusted: ReadingLimits {
    var limits = ReadingLimits()
    limits.bytes = 1 << 50
    limits.nodes = Int(UInt32.max) - 1
    limits.edges = Int(Int32.max)
    limits.keys = 1 << 30
    // libxml2 goes no deeper.
    limits.depth = 2048
    limits.valueBytes = 1 << 40
    return limits
  }
}
