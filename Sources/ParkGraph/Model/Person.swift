/// A human being.
///
/// The posts held are relations.
public struct Person: Hashable, Sendable {
  /// What entities of every kind have.
  public var profile: Profile

  /// Creates a person.
  public init(_ profile: Profile) {
    self.profile = profile
  }
}
