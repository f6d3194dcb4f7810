/// A city, district, region or country.
public struct Place: Hashable, Sendable {
  /// What sort of place.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// A city or town.
    case city
    /// A part of a city.
    case district
    /// A province, state or county.
    case region
    /// A country.
    case country
  }

  /// What entities of every kind have.
  public var profile: Profile
  /// What sort of place it is.
  public var form: Form
  /// The country that it is, or is in.
  public var country: Statement<CountryCode>?
  /// Where it is.
  public var coordinates: Statement<Coordinates>?

  /// Creates a place.
  public init(
    _ profile: Profile, form: Form, country: Statement<CountryCode>? = nil,
    coordinates: Statement<Coordinates>? = nil
  ) {
    self.profile = profile
    self.form = form
    self.country = country
    self.coordinates = coordinates
  }
}
