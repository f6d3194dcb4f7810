import ParkGraph

/// Where a piece of evidence stands: its locator, and each of its terms.
public struct EvidencePosition: Hashable, Sendable {
  /// The `source#paragraph`, or `editor`.
  public var locator: Position
  /// Each term; empty when the terms are the statement's own words.
  public var terms: [Position]
}

/// Evidence together with where it stands.
struct LocatedEvidence {
  var evidence: [Evidence] = []
  var positions: [EvidencePosition] = []

  mutating func append(contentsOf other: LocatedEvidence) {
    evidence += other.evidence
    positions += other.positions
  }
}
