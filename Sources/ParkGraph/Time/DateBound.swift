/// What is known of the date on which something began or ended.
///
/// Press texts seldom say when a state began: they say that it holds. A bound therefore has an
/// earliest and a latest date, either of which may be unknown:
///
/// | written | means |
/// |---|---|
/// | `2016` | in 2016 |
/// | `by 2025-03-28` | on that day or earlier |
/// | `after 2023-05-29` | on that day or later |
/// | `after 2023-05-29, by 2025-03-28` | between the two |
public struct DateBound: Hashable, Sendable, CustomStringConvertible {
  /// The earliest date on which it may have been; `nil` when nothing is known.
  public let earliest: PartialDate?
  /// The latest date on which it may have been; `nil` when nothing is known.
  public let latest: PartialDate?

  /// The date itself: as precise as it is written, and no less certain.
  public static func exactly(_ date: PartialDate) -> DateBound {
    DateBound(earliest: date, latest: date)
  }

  /// On that date or earlier.
  public static func by(_ date: PartialDate) -> DateBound {
    DateBound(earliest: nil, latest: date)
  }

  /// On that date or later.
  public static func after(_ date: PartialDate) -> DateBound {
    DateBound(earliest: date, latest: nil)
  }

  /// Between two dates, both included; `nil` when the second lies before the first.
  public static func between(_ earliest: PartialDate, _ latest: PartialDate) -> DateBound? {
    guard earliest.firstDay <= latest.lastDay else { return nil }
    return DateBound(earliest: earliest, latest: latest)
  }

  init(earliest: PartialDate?, latest: PartialDate?) {
    self.earliest = earliest
    self.latest = latest
  }

  /// Reads the written form in the table above; `nil` for anything else.
  public init?(_ text: String) {
    if let date = PartialDate(text) {
      self = .exactly(date)
      return
    }
    var earliest: PartialDate?
    var latest: PartialDate?
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: " ")
      guard words.count == 2, let date = PartialDate(words[1]) else { return nil }
      switch words[0] {
      case "after" where earliest == nil && latest == nil: earliest = date
      case "by" where latest == nil: latest = date
      default: return nil
      }
    }
    if let earliest, let latest {
      guard let bound = DateBound.between(earliest, latest) else { return nil }
      self = bound
    } else {
      self.init(earliest: earliest, latest: latest)
    }
  }

  /// Whether the date is known, to its written precision.
  public var isExact: Bool { earliest != nil && earliest == latest }

  /// The written form, which ``init(_:)`` reads back.
  public var description: String {
    switch (earliest, latest) {
    case (let earliest?, let latest?):
      earliest == latest ? earliest.description : "after \(earliest), by \(latest)"
    case (let earliest?, nil): "after \(earliest)"
    case (nil, let latest?): "by \(latest)"
    case (nil, nil): ""
    }
  }
}
