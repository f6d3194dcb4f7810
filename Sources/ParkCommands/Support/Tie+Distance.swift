import ParkGraph

extension Tie {
  /// One hop, and a little more the less the tie says of two working together: enough to choose
  /// among paths of equally many hops, and never enough to prefer a longer one of under 100.
  var distance: Double {
    let weakness =
      switch kind {
      case .party, .partnership: 0
      case .relation(let kind): kind.isAttendance ? 3 : 1
      }
    let doubt =
      switch qualifiers.certainty {
      case .stated: 0
      case .implied: 1
      case .ambiguous: 2
      }
    return 1 + Double(weakness + doubt) / 1024
  }
}

extension Relation.Kind {
  /// Whether it says that something was at one place or occasion, and not that two belong together.
  fileprivate var isAttendance: Bool {
    switch self {
    case .locatedIn, .tookPartIn, .organised, .hosts, .reportedOn, .succeeds, .editionOf, .signedAt,
      .presentedAt, .concerns:
      true
    case .partOf, .owns, .operates, .designatedAs, .holdsPost, .memberOf, .launched, .issued,
      .planned, .implements, .supports, .under, .establishes:
      false
    }
  }
}
