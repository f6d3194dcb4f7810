/// A tie from one entity to another that is no agreement: the Torch Center is *part of* a ministry.
///
/// The entity that it starts from holds it, see ``Profile/relations``.
public struct Relation: Hashable, Sendable {
  /// What ties the two.
  public var kind: Kind
  /// The entity that it leads to.
  public var object: EntityID
  /// In which capacity: a post's title, a speaker, a host.
  public var role: String?
  /// Which batch of a programme, for an agreement under it or a park designated by it.
  public var batch: Int?

  /// Creates a relation.
  public init(_ kind: Kind, _ object: EntityID, role: String? = nil, batch: Int? = nil) {
    self.kind = kind
    self.object = object
    self.role = role
    self.batch = batch
  }
}

extension Relation {
  /// The closed set of relations, each with the kinds of entity that it may tie.
  public enum Kind: String, CaseIterable, Hashable, Comparable, Sendable {
    /// A body within a larger one, a park within a zone, a city within a country, a forum within a
    /// larger event.
    case partOf = "part of"
    /// An owner and what it owns.
    case owns
    /// An operator and the park or programme that it runs.
    case operates
    /// A park, body or event and where it is.
    case locatedIn = "located in"
    /// A park and the designation that it holds.
    case designatedAs = "designated as"
    /// A person and the body, park or event where they hold a post.
    case holdsPost = "holds post"
    /// A member and the association.
    case memberOf = "member of"
    /// A person or body and the event or programme that they took part in.
    case tookPartIn = "took part in"
    /// A body and the event that it organised.
    case organised
    /// A place, park or body and the event that it hosts.
    case hosts
    /// A body or event and the programme that it launched.
    case launched
    /// A body and the plan or rule that it issued.
    case issued
    /// A body or person and the programme that they planned with others.
    case planned
    /// A body, park or plan and the programme that it carries out.
    case implements
    /// A body, park or plan and what it backs or aims at.
    case supports
    /// A programme and the park, place or body that it is about.
    case concerns
    /// A person or medium and the event, programme, park or place that they reported on.
    case reportedOn = "reported on"
    /// A successor and what it came after.
    case succeeds
    /// An event and the series that it continues.
    case editionOf = "edition of"
    /// An agreement and the programme that it stands under.
    case under
    /// An agreement and the event at which it was signed.
    case signedAt = "signed at"
    /// An agreement, programme or park and the event at which it was told of.
    case presentedAt = "presented at"
    /// An agreement or body and what it founded.
    case establishes

    /// Orders kinds by their text.
    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

    /// The words for it as seen from the entity that it leads to: `has part`.
    public var inverse: String {
      switch self {
      case .partOf: "has part"
      case .owns: "owned by"
      case .operates: "operated by"
      case .locatedIn: "location of"
      case .designatedAs: "designation of"
      case .holdsPost: "has post holder"
      case .memberOf: "has member"
      case .tookPartIn: "had participant"
      case .organised: "organised by"
      case .hosts: "hosted by"
      case .launched: "launched by"
      case .issued: "issued by"
      case .planned: "planned by"
      case .implements: "implemented by"
      case .supports: "supported by"
      case .concerns: "concerned by"
      case .reportedOn: "reported on by"
      case .succeeds: "succeeded by"
      case .editionOf: "has edition"
      case .under: "covers"
      case .signedAt: "occasion of signing"
      case .presentedAt: "occasion of presenting"
      case .establishes: "established by"
      }
    }

    /// The kinds of entity that it may start from.
    public var subjects: Set<EntityKind> {
      switch self {
      case .partOf: [.park, .organization, .programme, .place, .event]
      case .owns, .operates, .issued: [.organization, .park]
      case .locatedIn: [.park, .organization, .event, .place]
      case .designatedAs: [.park, .organization]
      case .holdsPost: [.person]
      case .memberOf, .planned: [.park, .organization, .person]
      case .tookPartIn: [.park, .organization, .person]
      case .organised: [.organization, .park]
      case .hosts: [.park, .organization, .place]
      case .launched: [.park, .organization, .event, .person]
      case .implements, .supports: [.park, .organization, .programme, .person]
      case .concerns: [.programme]
      case .reportedOn: [.person, .organization]
      case .succeeds: [.park, .organization, .programme, .event, .agreement]
      case .editionOf: [.event]
      case .under: [.agreement, .event]
      case .signedAt: [.agreement]
      case .presentedAt: [.agreement, .programme, .park]
      case .establishes: [.agreement, .organization]
      }
    }

    /// The kinds of entity that it may lead to.
    public var objects: Set<EntityKind> {
      switch self {
      case .partOf: [.park, .organization, .programme, .place, .event]
      case .owns: [.organization, .park]
      case .operates: [.park, .organization, .programme]
      case .locatedIn: [.place, .park]
      case .designatedAs, .issued, .under: [.programme]
      case .launched, .planned: [.programme, .event, .organization]
      case .holdsPost: [.organization, .park, .event]
      case .memberOf: [.organization]
      case .tookPartIn: [.event, .programme]
      case .organised, .hosts, .editionOf, .signedAt, .presentedAt: [.event]
      case .implements: [.programme]
      case .supports: [.park, .organization, .programme, .event, .place]
      case .concerns: [.park, .organization, .programme, .place]
      case .reportedOn: [.event, .programme, .park, .place]
      case .succeeds: [.park, .organization, .programme, .event, .agreement]
      case .establishes: [.park, .organization, .programme]
      }
    }
  }
}
