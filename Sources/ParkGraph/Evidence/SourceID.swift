/// The identifier of a source, of the same form as an ``EntityID``.
public struct SourceID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The identifier as it is written in files.
  public let rawValue: String

  /// Creates an identifier, or returns `nil` when the text is not of the form `lower-case-words`.
  public init?(_ text: String) {
    guard Slug.isValid(text) else { return nil }
    rawValue = text
  }

  /// Creates an identifier from text that is known to be valid.
  package init(unchecked text: String) {
    rawValue = text
  }

  /// The identifier as it is written in files.
  public var description: String { rawValue }

  /// Orders identifiers by their UTF-8 bytes.
  public static func < (left: SourceID, right: SourceID) -> Bool {
    left.rawValue < right.rawValue
  }
}
