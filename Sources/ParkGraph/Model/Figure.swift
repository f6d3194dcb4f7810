/// A number that a source gives about an entity: 52 joint projects, 8.7 trillion yuan.
public struct Figure: Hashable, Sendable {
  /// How a source words a number.
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    /// The number itself.
    case exactly = "="
    /// "More than".
    case moreThan = ">"
    /// "Less than", "nearly".
    case lessThan = "<"
    /// "About", "some".
    case about = "~"
  }

  /// What is counted or measured, in English: `joint research projects`.
  public var measure: String
  /// The number.
  public var value: Double
  /// How the source words it.
  public var comparison: Comparison
  /// The unit, for what is not a count: `CNY`, `%`.
  public var unit: String?

  /// Creates a figure.
  public init(
    measure: String, value: Double, comparison: Comparison = .exactly, unit: String? = nil
  ) {
    self.measure = measure
    self.value = value
    self.comparison = comparison
    self.unit = unit
  }

  /// The number in digits without a needless fraction: `52`, `10.1`, `8700000000000`.
  public var digits: String {
    // Below 2⁵³ each whole Double is the integer that it looks like.
    if value.magnitude < 9_007_199_254_740_992, value == value.rounded() {
      return String(Int64(value))
    }
    return String(value)
  }

  /// The number with its comparison and unit: `more than 5000`, `10.1 %`.
  public var quantity: String {
    let prefix =
      switch comparison {
      case .exactly: ""
      case .moreThan: "more than "
      case .lessThan: "less than "
      case .about: "about "
      }
    return prefix + digits + (unit.map { " " + $0 } ?? "")
  }
}
