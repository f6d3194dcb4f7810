/// A body of people that acts under one name.
public struct Organization: Hashable, Sendable {
  /// What sort of body.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// A ministry, commission or municipal government.
    case government
    /// An office or agency below a ministry or government.
    case agency
    /// A university or college.
    case university
    /// A research institute or academy.
    case institute
    /// A company or group of companies.
    case company
    /// An investment fund.
    case fund
    /// A charitable foundation.
    case foundation
    /// An association or federation.
    case association
    /// An incubator or accelerator.
    case incubator
    /// A newspaper, agency or site.
    case medium
    /// A political party or one of its bodies.
    case party
    /// A body whose sort no source tells.
    case other = "organization"
  }

  /// What entities of every kind have.
  public var profile: Profile
  /// What sort of body it is.
  public var form: Form
  /// The country that it belongs to; none for an international body.
  public var country: Statement<CountryCode>?
  /// Where it is.
  public var coordinates: Statement<Coordinates>?

  /// Creates an organization.
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
