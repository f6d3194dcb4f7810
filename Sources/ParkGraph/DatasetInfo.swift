/// What a data set says of itself.
public struct DatasetInfo: Hashable, Sendable {
  /// What it is called: in English, if it is called anything in English.
  public var title: String
  /// What it is called in other languages.
  public var translatedTitles: [LanguageTag: String]
  /// The date to which it was last brought up.
  public var date: PartialDate?
  /// The licence under which it is given.
  public var license: String?

  /// Creates the description of a data set.
  public init(
    title: String = "Untitled", translatedTitles: [LanguageTag: String] = [:],
    date: PartialDate? = nil, license: String? = nil
  ) {
    self.title = title
    self.translatedTitles = translatedTitles
    self.date = date
    self.license = license
  }

  /// What it is called in a language: if need be in the same language in another script, or in English.
  ///
  /// - Complexity: O(*n* log *n*) in the number of languages.
  /// - Returns: The title; ``title`` where it has none in that language.
  public func title(in language: LanguageTag) -> String {
    if language.language == LanguageTag.english.language { return title }
    let other = translatedTitles.sorted { $0.key < $1.key }
      .first { $0.key.language == language.language }
    return translatedTitles[language] ?? other?.value ?? title
  }
}
