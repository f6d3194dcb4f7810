/// What a data set says of itself.
public struct DatasetInfo: Hashable, Sendable {
  /// What it is called.
  public var title: String
  /// The date to which it was last brought up.
  public var date: PartialDate?
  /// The licence under which it is given.
  public var license: String?

  /// Creates the description of a data set.
  public init(title: String = "Untitled", date: PartialDate? = nil, license: String? = nil) {
    self.title = title
    self.date = date
    self.license = license
  }
}
