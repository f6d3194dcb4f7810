/// A forum, conference or ceremony.
///
/// Its days are its profile's period.
public struct Event: Hashable, Sendable {
  /// What sort of event.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// One that took place at one time.
    case edition
    /// The series that editions belong to.
    case series
  }

  /// What entities of every kind have.
  public var profile: Profile
  /// What sort of event it is.
  public var form: Form

  /// Creates an event.
  public init(_ profile: Profile, form: Form = .edition) {
    self.profile = profile
    self.form = form
  }
}
