/// The identifier of an entity: a short word such as `torch-center`, unique in a data set.
///
/// It holds lower-case ASCII letters, digits and single hyphens between them. It stays the same when
/// names change, and is the node's identifier in every exported file.
public struct EntityID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The identifier as it is written in files.
  public let rawValue: String

  /// Creates an identifier, or returns `nil` when the text is not of the form `lower-case-words`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
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
  public static func < (left: EntityID, right: EntityID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What identifiers look like.
enum Slug {
  static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 80 else { return false }
    var previousIsHyphen = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        previousIsHyphen = false
      case UInt8(ascii: "-") where !previousIsHyphen:
        previousIsHyphen = true
      default:
        return false
      }
    }
    return !previousIsHyphen
  }
}

extension EntityID: ExpressibleByStringLiteral {
  /// Creates an identifier from a literal, for code and tests.
  ///
  /// - Precondition: The literal is of the form `lower-case-words`.
  public init(stringLiteral text: String) {
    precondition(Slug.isValid(text), "'\(text)' is no identifier: lower-case-words")
    self.init(unchecked: text)
  }
}
