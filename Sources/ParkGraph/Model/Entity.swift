/// One thing in the graph, of one of the closed set of kinds.
public enum Entity: Hashable, Sendable, Identifiable {
  /// A science or technology park.
  case park(Park)
  /// A body of people.
  case organization(Organization)
  /// A plan, programme, initiative or designation.
  case programme(Programme)
  /// A forum, conference or ceremony.
  case event(Event)
  /// A human being.
  case person(Person)
  /// A city, district, region or country.
  case place(Place)
  /// What parties agreed.
  case agreement(Agreement)

  /// The kind.
  public var kind: EntityKind {
    switch self {
    case .park: .park
    case .organization: .organization
    case .programme: .programme
    case .event: .event
    case .person: .person
    case .place: .place
    case .agreement: .agreement
    }
  }

  /// What entities of every kind have.
  public var profile: Profile {
    get {
      switch self {
      case .park(let park): park.profile
      case .organization(let organization): organization.profile
      case .programme(let programme): programme.profile
      case .event(let event): event.profile
      case .person(let person): person.profile
      case .place(let place): place.profile
      case .agreement(let agreement): agreement.profile
      }
    }
    set {
      switch self {
      case .park(var park):
        park.profile = newValue
        self = .park(park)
      case .organization(var organization):
        organization.profile = newValue
        self = .organization(organization)
      case .programme(var programme):
        programme.profile = newValue
        self = .programme(programme)
      case .event(var event):
        event.profile = newValue
        self = .event(event)
      case .person(var person):
        person.profile = newValue
        self = .person(person)
      case .place(var place):
        place.profile = newValue
        self = .place(place)
      case .agreement(var agreement):
        agreement.profile = newValue
        self = .agreement(agreement)
      }
    }
  }

  /// The identifier.
  public var id: EntityID { profile.id }

  /// The sort of thing within its kind: `university`, `pairing`; `nil` for a person.
  public var form: String? {
    switch self {
    case .park(let park): park.form.rawValue
    case .organization(let organization): organization.form.rawValue
    case .programme(let programme): programme.form.rawValue
    case .event(let event): event.form.rawValue
    case .person: nil
    case .place(let place): place.form.rawValue
    case .agreement(let agreement): agreement.form.rawValue
    }
  }

  /// The country, for the kinds that have one.
  public var country: Statement<CountryCode>? {
    switch self {
    case .park(let park): park.country
    case .organization(let organization): organization.country
    case .place(let place): place.country
    case .programme, .event, .person, .agreement: nil
    }
  }

  /// Where it is, for the kinds that are somewhere.
  public var coordinates: Statement<Coordinates>? {
    switch self {
    case .park(let park): park.coordinates
    case .organization(let organization): organization.coordinates
    case .place(let place): place.coordinates
    case .programme, .event, .person, .agreement: nil
    }
  }

  /// The agreement, for an entity that is one.
  public var agreement: Agreement? {
    if case .agreement(let agreement) = self { agreement } else { nil }
  }

  /// The programme, for an entity that is one.
  public var programme: Programme? {
    if case .programme(let programme) = self { programme } else { nil }
  }
}
