/// A science or technology park: a place where firms and laboratories work side by side.
public struct Park: Hashable, Sendable {
  /// What sort of park.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// A science or technology park.
    case park
    /// An industrial park with a theme.
    case industryPark = "industry park"
    /// A zone: a high-tech, demonstration or bonded zone, which may hold many parks.
    case zone
    /// A park that one country or body runs in another.
    case overseasPark = "overseas park"
    /// A cluster or district without one operator: Silicon Valley.
    case cluster
  }

  /// What entities of every kind have.
  public var profile: Profile
  /// What sort of park it is.
  public var form: Form
  /// The country that it is in.
  public var country: Statement<CountryCode>?
  /// Where it is.
  public var coordinates: Statement<Coordinates>?

  /// Creates a park.
  public init(
    _ profile: Profile, form: Form = .park, country: Statement<CountryCode>? = nil,
    coordinates: Statement<Coordinates>? = nil
  ) {
    self.profile = profile
    self.form = form
    self.country = country
    self.coordinates = coordinates
  }
}
