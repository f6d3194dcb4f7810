/// A plan, programme, initiative or designation.
public struct Programme: Hashable, Sendable {
  /// What sort of programme.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// Something that is carried out over time, with agreements or projects under it.
    case programme
    /// A document that says what is to be done.
    case plan
    /// A call to others.
    case initiative
    /// A title that parks or bodies receive.
    case designation
    /// A law, measure or rule.
    case policy
  }

  /// A group of agreements or designations that a programme brought at one time, which a source may
  /// count without naming them all.
  public struct Batch: Hashable, Sendable {
    /// Which batch, from 1.
    public var number: Int
    /// How many there are in it, where a source says.
    public var size: Int?
    /// What is counted: `pairings`, `parks`.
    public var unit: String

    /// Creates a batch.
    public init(number: Int, size: Int? = nil, unit: String) {
      self.number = number
      self.size = size
      self.unit = unit
    }
  }

  /// What entities of every kind have.
  public var profile: Profile
  /// What sort of programme it is.
  public var form: Form
  /// Its batches.
  public var batches: [Statement<Batch>]

  /// Creates a programme.
  public init(_ profile: Profile, form: Form, batches: [Statement<Batch>] = []) {
    self.profile = profile
    self.form = form
    self.batches = batches
  }
}
