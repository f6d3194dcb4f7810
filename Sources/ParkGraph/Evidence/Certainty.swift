/// How directly the evidence says what a statement says.
public enum Certainty: String, CaseIterable, Hashable, Sendable {
  /// In so many words.
  case stated
  /// A reader concludes it.
  case implied
  /// The words can be read in more than one way; the note says which.
  case ambiguous
}
