/// A language, with the script where it matters: `en`, `zh-Hans`, `zh-Hant`, `de` (BCP 47).
public struct LanguageTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The tag as it is written.
  public let rawValue: String

  /// English.
  public static let english = LanguageTag(unchecked: "en")
  /// Chinese in simplified characters.
  public static let simplifiedChinese = LanguageTag(unchecked: "zh-Hans")
  /// Chinese in traditional characters.
  public static let traditionalChinese = LanguageTag(unchecked: "zh-Hant")

  /// Reads a language of two or three letters, optionally followed by a script (`Hans`) and a
  /// region (`TW`); `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy({ (97...122).contains($0) })
    else { return nil }
    var last = Int.min
    for (index, part) in parts.dropFirst().enumerated() {
      let isScript =
        index == 0 && part.utf8.count == 4 && part.first?.isUppercase == true
        && part.utf8.dropFirst().allSatisfy { (97...122).contains($0) }
      let isRegion = part.utf8.count == 2 && part.utf8.allSatisfy { (65...90).contains($0) }
      // One script, then one region.
      let rank = isScript ? 0 : 1
      guard isScript || isRegion, rank > last else { return nil }
      last = rank
    }
    rawValue = text
  }

  package init(unchecked text: String) {
    rawValue = text
  }

  /// The language without script and region: `zh`.
  public var language: Substring { rawValue.prefix { $0 != "-" } }

  /// The tag as it is written.
  public var description: String { rawValue }

  /// Orders tags by their text.
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension LanguageTag: ExpressibleByStringLiteral {
  /// Creates a tag from a literal, for code and tests.
  ///
  /// - Precondition: The literal is a tag that ``init(_:)`` reads.
  public init(stringLiteral text: String) {
    precondition(LanguageTag(text) != nil, "'\(text)' is no language tag")
    self.init(unchecked: text)
  }
}
