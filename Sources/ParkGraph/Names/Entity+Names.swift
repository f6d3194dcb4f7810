extension Entity {
  /// The name to show in a language: the best one in it, else in the same language in another
  /// script, else in English, else the first; the identifier when there is none.
  ///
  /// - Complexity: O(*n*) in the number of names.
  public func name(in language: LanguageTag = .english) -> String {
    (best { $0.language == language }
      ?? best { $0.language.language == language.language }
      ?? best { $0.language == .english } ?? best { _ in true })?.text ?? id.rawValue
  }

  /// The best name in exactly that language and script, or in the other Chinese script for Chinese;
  /// `nil` when there is none.
  public func ownName(in language: LanguageTag) -> String? {
    (best { $0.language == language } ?? best { $0.language.language == language.language })?.text
  }

  /// The best name in exactly that language and script; `nil` when there is none.
  public func exactName(in language: LanguageTag) -> String? {
    best { $0.language == language }?.text
  }

  /// Preferred names first, then official ones, aliases, abbreviations and former names; of each, the
  /// doubtful ones last.
  private func best(where isWanted: (Name) -> Bool) -> Name? {
    var choice: (name: Name, cost: Int)?
    for name in profile.names where isWanted(name.value) {
      var cost =
        switch name.value.role {
        case .official: 0
        case .alias: 10
        case .abbreviation: 20
        case .former: 30
        }
      if name.value.isDoubtful { cost += 5 }
      switch name.qualifiers.rank {
      case .preferred: cost -= 50
      case .normal: break
      case .deprecated: cost += 100
      }
      if cost < choice?.cost ?? .max { choice = (name.value, cost) }
    }
    return choice?.name
  }
}
