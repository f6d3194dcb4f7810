/// The identity of a node within one graph.
///
/// An identifier stays valid while its node lives, whatever else is added or removed, and is never
/// given to another node of that graph. Identifiers ascend in the order of insertion.
public struct NodeID: Hashable, Comparable, Sendable {
  /// The number behind the identifier: how many nodes the graph had been given before this one.
  public let rawValue: UInt32

  /// Creates the identifier with the given number.
  ///
  /// - Complexity: O(1)
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Whether the left identifier was given out before the right one.
  ///
  /// - Complexity: O(1)
  @inlinable
  public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of an edge within one graph.
///
/// An identifier stays valid while its edge lives, whatever else is added or removed, and is never
/// given to another edge of that graph. Identifiers ascend in the order of insertion.
public struct EdgeID: Hashable, Comparable, Sendable {
  /// The number behind the identifier: how many edges the graph had been given before this one.
  public let rawValue: UInt32

  /// Creates the identifier with the given number.
  ///
  /// - Complexity: O(1)
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Whether the left identifier was given out before the right one.
  ///
  /// - Complexity: O(1)
  @inlinable
  public static func < (left: EdgeID, right: EdgeID) -> Bool { left.rawValue < right.rawValue }
}

extension NodeID: CustomStringConvertible {
  /// The letter n and the number, as in `n12`.
  public var description: String { "n\(rawValue)" }
}

extension EdgeID: CustomStringConvertible {
  /// The letter e and the number, as in `e12`.
  public var description: String { "e\(rawValue)" }
}
