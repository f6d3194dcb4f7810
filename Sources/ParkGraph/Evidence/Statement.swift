/// What every value and every tie carries: when it holds, what proves it, how certainly, and how it
/// ranks among others.
public struct Qualifiers: Hashable, Sendable {
  /// When it holds.
  public var validity: Validity
  /// What proves it.
  public var evidence: [Evidence]
  /// How directly the evidence says so.
  public var certainty: Certainty
  /// How it ranks among statements about the same thing.
  public var rank: Rank
  /// What a reader should know: why it is implied, in which ways it can be read.
  public var note: String?

  /// Creates qualifiers.
  public init(
    validity: Validity = .always, evidence: [Evidence] = [], certainty: Certainty = .stated,
    rank: Rank = .normal, note: String? = nil
  ) {
    self.validity = validity
    self.evidence = evidence
    self.certainty = certainty
    self.rank = rank
    self.note = note
  }

  /// The passages of documents among the evidence.
  public var citations: [Citation] { evidence.compactMap(\.citation) }

  /// Whether a document proves it, and not only the editors' word.
  public var isDocumented: Bool { evidence.contains { $0.citation != nil } }
}

/// A value together with what qualifies it.
public struct Statement<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What is said.
  public var value: Value
  /// When it holds, what proves it, how certainly, and its rank.
  public var qualifiers: Qualifiers

  /// Creates a statement.
  public init(_ value: Value, _ qualifiers: Qualifiers = Qualifiers()) {
    self.value = value
    self.qualifiers = qualifiers
  }
}
