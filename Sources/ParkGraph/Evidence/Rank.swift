/// Which of several statements about the same thing to show first.
public enum Rank: String, CaseIterable, Hashable, Sendable {
  /// The one to show.
  case preferred
  /// One among others.
  case normal
  /// Known to be wrong or out of date, and kept because a source says it.
  case deprecated
}
