/// The closed set of kinds of entity.
public enum EntityKind: String, CaseIterable, Hashable, Comparable, Sendable {
  /// A science or technology park, zone, base or incubation campus: a place where firms work.
  case park
  /// A government body, university, company, fund, association, incubator, medium …
  case organization
  /// A plan, programme, initiative or designation under which things are done.
  case programme
  /// A forum, conference or ceremony: one edition, or the series of them.
  case event
  /// A human being.
  case person
  /// A city, district, region or country.
  case place
  /// A pairing, cooperation agreement, memorandum or membership between parties.
  case agreement

  /// The section of a data file that holds this kind, such as `parks`.
  public var sectionName: String {
    switch self {
    case .park: "parks"
    case .organization: "organizations"
    case .programme: "programmes"
    case .event: "events"
    case .person: "people"
    case .place: "places"
    case .agreement: "agreements"
    }
  }

  /// Orders kinds as they are declared: what the graph is about first.
  public static func < (left: EntityKind, right: EntityKind) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .park: 0
    case .organization: 1
    case .programme: 2
    case .event: 3
    case .person: 4
    case .place: 5
    case .agreement: 6
    }
  }
}
