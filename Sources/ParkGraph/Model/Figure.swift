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

  /// The digits in groups of three; from a billion on, in billions and trillions.
  private var readableDigits: String {
    for (scale, name) in [(1e12, "trillion"), (1e9, "billion")] where value.magnitude >= scale {
      // To six decimals: what division leaves behind is no part of the number.
      let share = (value / scale * 1e6).rounded() / 1e6
      return Figure(measure: "", value: share).digits + " " + name
    }
    let digits = digits
    let whole = digits.prefix { $0.isNumber }
    guard whole.count > 3 else { return digits }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped + digits.dropFirst(whole.count)
  }

  /// The number for readers, with its comparison and unit: `more than 5,000`, `8.7 trillion CNY`,
  /// `10.1 %`.
  public var quantity: String {
    let prefix =
      switch comparison {
      case .exactly: ""
      case .moreThan: "more than "
      case .lessThan: "less than "
      case .about: "about "
      }
    return prefix + readableDigits + (unit.map { " " + $0 } ?? "")
  }
}
