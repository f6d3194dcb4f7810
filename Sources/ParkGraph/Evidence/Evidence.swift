/// What proves a statement.
public enum Evidence: Hashable, Sendable {
  /// A passage of a document.
  case document(Citation)
  /// The editors of the data set say so, for the reason given: an established translation, an ISO
  /// code, the coordinates of a city. Counted apart from what documents say.
  case editor(reason: String)

  /// The citation, for evidence that is a passage of a document.
  public var citation: Citation? {
    if case .document(let citation) = self { citation } else { nil }
  }
}

/// A passage of a document, and the words in it that carry a statement.
public struct Citation: Hashable, Sendable {
  /// The document.
  public var source: SourceID
  /// The paragraph: the number of a non-blank line of the document, from 1.
  public var paragraph: Int
  /// The proper names and figures that the paragraph must contain.
  public var terms: [String]

  /// Creates a citation.
  public init(source: SourceID, paragraph: Int, terms: [String]) {
    self.source = source
    self.paragraph = paragraph
    self.terms = terms
  }
}
