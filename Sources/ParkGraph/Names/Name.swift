/// A name of an entity in one language and script.
public struct Name: Hashable, Sendable {
  /// What a name is for.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// The full name that it goes by.
    case official
    /// Another name, a translation, a shorter form.
    case alias
    /// A name that it no longer goes by.
    case former
    /// Initials or a contraction.
    case abbreviation
  }

  /// The name itself.
  public var text: String
  /// Its language and script.
  public var language: LanguageTag
  /// What it is for.
  public var role: Role
  /// Whether it is a transliteration or translation that may not be the name in real use.
  public var isDoubtful: Bool

  /// Creates a name.
  public init(
    _ text: String, language: LanguageTag, role: Role = .official, isDoubtful: Bool = false
  ) {
    self.text = text
    self.language = language
    self.role = role
    self.isDoubtful = isDoubtful
  }
}
