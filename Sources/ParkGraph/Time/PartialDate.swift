/// A date of the Gregorian calendar that is known to the year, the month or the day.
///
/// ```swift
/// let signed = PartialDate(year: 2016)
/// let told = PartialDate("2016-04-07")
/// told.map { signed?.contains($0) }   // true
/// ```
public struct PartialDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, 1 … 9999.
  public let year: Int
  /// The month, 1 … 12, where it is known.
  public let month: Int?
  /// The day of the month, where it is known.
  ///
  /// Never set without a month.
  public let day: Int?

  /// Creates a date, or returns `nil` when there is no such day in the calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2016`, `2016-04` or `2016-04-07`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0],
      month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// The date in ISO 8601, as precise as it is known: `2016-04`.
  public var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  /// The first day that the date may mean, as the number *yyyymmdd*.
  public var firstDay: Int { year * 10_000 + (month ?? 1) * 100 + (day ?? 1) }

  /// The last day that the date may mean, as the number *yyyymmdd*.
  public var lastDay: Int {
    let month = month ?? 12
    return year * 10_000 + month * 100 + (day ?? Self.days(inMonth: month, of: year))
  }

  /// Whether each day that the other date may mean is one that this date may mean.
  public func contains(_ other: PartialDate) -> Bool {
    firstDay <= other.firstDay && other.lastDay <= lastDay
  }

  /// Orders dates by their first day, the less precise first among equals.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.firstDay, -left.lastDay) < (right.firstDay, -right.lastDay)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
