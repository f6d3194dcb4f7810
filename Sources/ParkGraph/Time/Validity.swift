/// When something holds: from one date until another, each known as well as its source tells.
///
/// Two questions are asked of it, and they are not the same one.
///
/// *Does it hold on a date?* (``holds(on:)``) A state counts from the first date on which it is known
/// to have begun, and then until the last date on which it may still hold: what is known goes on
/// being so until something says otherwise. The Torch Center is under one ministry in a text of
/// 2023-05 and under another in a text of 2025-03; between the two, the answer is the first.
///
/// *When is it proven to hold?* (``core``) From the latest date of its beginning until the earliest
/// date of its end, and no longer.
public struct Validity: Hashable, Sendable, CustomStringConvertible {
  /// When it began; `nil` when nothing is known, and then it counts as having always held.
  public let from: DateBound?
  /// When it ended; `nil` when nothing is known of an end.
  public let until: DateBound?

  /// Nothing is known of when: it holds on every date.
  public static let always = Validity(unchecked: nil, until: nil)

  /// Creates an interval, or returns `nil` when it must end before it can begin.
  public init?(from: DateBound? = nil, until: DateBound? = nil) {
    if let start = from?.earliest, let end = until?.latest, end.lastDay < start.firstDay {
      return nil
    }
    self.init(unchecked: from, until: until)
  }

  /// On one date, as precise as it is known.
  public init(on date: PartialDate) {
    self.init(unchecked: .exactly(date), until: .exactly(date))
  }

  private init(unchecked from: DateBound?, until: DateBound?) {
    self.from = from
    self.until = until
  }

  /// Whether nothing is known of its beginning or its end.
  public var isAlways: Bool { from == nil && until == nil }

  /// The one date on which it was, for what has no duration.
  public var point: PartialDate? {
    guard let from, from.isExact, from == until else { return nil }
    return from.earliest
  }

  /// Whether it holds on some day of the date; see the discussion of the type.
  ///
  /// A beginning `after` a date, without a latest one, counts from that date.
  public func holds(on date: PartialDate) -> Bool {
    let end = until?.latest
    if let start = from?.latest ?? from?.earliest {
      // What ended before the text that tells of it had begun by then.
      let first = min(start.firstDay, end?.firstDay ?? .max)
      if date.lastDay < first { return false }
    }
    return end.map { date.firstDay <= $0.lastDay } ?? true
  }

  /// Whether it is proven to hold on the date, and not only taken to go on.
  public func isProven(on date: PartialDate) -> Bool {
    guard let core else { return false }
    return core.first <= date.lastDay && date.firstDay <= core.last
  }

  /// The first and last day, as the numbers *yyyymmdd*, between which it is proven to hold.
  ///
  /// An unknown end is as far as the future; `nil` when no day at all is proven: the end may lie
  /// before the beginning.
  public var core: (first: Int, last: Int)? {
    var (first, last) = (Int.min, Int.max)
    if let from {
      guard let latest = from.latest else { return nil }
      first = latest.firstDay
    }
    if let until {
      guard let earliest = until.earliest else { return nil }
      last = earliest.lastDay
    }
    return first <= last ? (first, last) : nil
  }

  /// When both hold: from the later beginning until the earlier end; `nil` when there is no such time.
  public func intersection(_ other: Validity) -> Validity? {
    Validity(from: Self.later(from, other.from), until: Self.earlier(until, other.until))
  }

  /// What is known of the later of two dates: not before either may have been, and by the last day on
  /// which either was.
  private static func later(_ first: DateBound?, _ second: DateBound?) -> DateBound? {
    guard let first, let second else { return first ?? second }
    let earliest = [first.earliest, second.earliest].compactMap(\.self)
      .max { $0.firstDay < $1.firstDay }
    guard let one = first.latest, let other = second.latest else {
      return DateBound(earliest: earliest, latest: nil)
    }
    return DateBound(earliest: earliest, latest: one.firstDay >= other.firstDay ? one : other)
  }

  /// What is known of the earlier of two dates.
  private static func earlier(_ first: DateBound?, _ second: DateBound?) -> DateBound? {
    guard let first, let second else { return first ?? second }
    let latest = [first.latest, second.latest].compactMap(\.self)
      .min { $0.lastDay < $1.lastDay }
    guard let one = first.earliest, let other = second.earliest else {
      return DateBound(earliest: nil, latest: latest)
    }
    return DateBound(earliest: one.lastDay <= other.lastDay ? one : other, latest: latest)
  }

  /// Whether there is a day on which all of the intervals are proven to hold, as precisely as their
  /// dates are written: what ended in 2023 and what began in 2023 share that year.
  ///
  /// - Complexity: O(*n*).
  public static func shareADate(_ intervals: some Sequence<Validity>) -> Bool {
    var first = Int.min
    var last = Int.max
    for interval in intervals {
      guard let core = interval.core else { return false }
      first = max(first, core.first)
      last = min(last, core.last)
    }
    return first <= last
  }

  /// The interval in words: `2016`, `from 2016`, `by 2025-03-28 until …`; empty when nothing is known.
  public var description: String {
    if let point { return point.description }
    return switch (from, until) {
    case (nil, nil): ""
    case (let from?, nil): from.isExact ? "since \(from)" : "from \(from)"
    case (nil, let until?): "until \(until)"
    case (let from?, let until?): "from \(from) until \(until)"
    }
  }
}
