/// What two or more parties agreed.
///
/// Its period runs from its signing to its end.
public struct Agreement: Hashable, Sendable {
  /// What sort of agreement.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// Two parks, or bodies, that are tied one to one.
    case pairing
    /// An agreement to cooperate.
    case cooperation = "cooperation agreement"
    /// A memorandum of understanding.
    case memorandum
    /// The membership of one party in another.
    case membership
    /// A contract for a project.
    case contract
    /// A joint laboratory or joint venture.
    case joint = "joint undertaking"
  }

  /// One that is party to an agreement.
  public struct Party: Hashable, Sendable {
    /// Who a party is.
    public enum Identity: Hashable, Sendable {
      /// An entity of the graph.
      case entity(EntityID)
      /// Someone that no source names, described as far as they do.
      case unnamed(String)
    }

    /// Who it is.
    public var identity: Identity
    /// In which capacity: `host`, `guarantor`.
    public var role: String?

    /// Creates a party.
    public init(_ identity: Identity, role: String? = nil) {
      self.identity = identity
      self.role = role
    }

    /// The entity, for a party that is named.
    public var entity: EntityID? {
      if case .entity(let id) = identity { id } else { nil }
    }
  }

  /// What entities of every kind have.
  public var profile: Profile
  /// What sort of agreement it is.
  public var form: Form
  /// The parties, two or many.
  public var parties: [Statement<Party>]

  /// Creates an agreement.
  public init(_ profile: Profile, form: Form, parties: [Statement<Party>]) {
    self.profile = profile
    self.form = form
    self.parties = parties
  }
}
