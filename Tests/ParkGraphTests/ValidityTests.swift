import ParkGraph
import Testing

@Suite struct ValidityTests {
  // The Torch Center: in one ministry in a text of 2023, in another in a text of 2025.
  private let move = "after 2023-05-29, by 2025-03-28"

  @Test func theFormerMinistryHoldsUntilTheOtherIsKnown() throws {
    let former = try validity(from: "by 2016", until: move)
    let latter = try validity(from: move)
    #expect(try !former.holds(on: date("2015")) && former.holds(on: date("2016")))
    for text in ["2023-05-29", "2023-06", "2024", "2025-01"] {
      #expect(try former.holds(on: date(text)) && !latter.holds(on: date(text)), "\(text)")
    }
    for text in ["2025-03-29", "2025-06", "2026"] {
      #expect(try !former.holds(on: date(text)) && latter.holds(on: date(text)), "\(text)")
    }
    // The month and the day of the text may still be either's.
    #expect(try former.holds(on: date("2025-03-28")) && latter.holds(on: date("2025-03-28")))
  }

  @Test func whatIsProvenEndsWhereDoubtBegins() throws {
    let former = try validity(from: "by 2016", until: move)
    let latter = try validity(from: move)
    #expect(former.core?.first == 20_160_101 && former.core?.last == 20_230_529)
    #expect(latter.core?.first == 20_250_328 && latter.core?.last == .max)
    #expect(try former.isProven(on: date("2023-05-29")) && !former.isProven(on: date("2023-06")))
    #expect(try !latter.isProven(on: date("2025-03-27")) && latter.isProven(on: date("2025-03")))
    #expect(!Validity.shareADate([former, latter]))
  }

  @Test func intervalsShareADateWhenAllAreProvenOnOne() throws {
    let agreement = try validity(from: "2016", until: "after 2023-05-29")
    #expect(Validity.shareADate([agreement, try validity(from: "by 2016", until: move)]))
    #expect(!Validity.shareADate([agreement, try validity(from: move)]))
    #expect(Validity.shareADate([]))
    #expect(Validity.shareADate([.always, agreement, .always]))
    // Each two of them do, all three don't.
    let three = [
      try validity(until: "2016-06-30"), try validity(from: "2016-06-30", until: "2016-07-01"),
      try validity(from: "2016-07-01"),
    ]
    #expect(Validity.shareADate(three.prefix(2)) && Validity.shareADate(three.suffix(2)))
    #expect(!Validity.shareADate(three))
  }

  @Test func aBeginningWithoutALatestDateProvesNothing() throws {
    let open = try validity(from: "after 2020")
    #expect(open.core == nil && !Validity.shareADate([open]))
    let ended = try validity(until: "by 2020")
    #expect(ended.core == nil && !Validity.shareADate([ended, ended]))
    #expect(try open.holds(on: date("2020-06")) && !open.holds(on: date("2019")))
    #expect(try !open.isProven(on: date("2026")))
  }

  @Test func alwaysHolds() throws {
    #expect(Validity.always.isAlways && Validity.always == Validity())
    #expect(Validity.always.core?.first == .min && Validity.always.core?.last == .max)
    #expect(try Validity.always.holds(on: date("0001")) && Validity.always.point == nil)
    #expect(Validity.always.description == "")
  }

  @Test func aPointIsOneDate() throws {
    let point = Validity(on: try date("2025-03"))
    #expect(try point.point == date("2025-03") && point.description == "2025-03")
    #expect(try point.holds(on: date("2025")) && point.holds(on: date("2025-03-31")))
    #expect(try !point.holds(on: date("2025-04")) && !point.holds(on: date("2025-02-28")))
    #expect(try validity(from: "by 2016", until: "by 2016").point == nil)
  }

  @Test func refusesToEndBeforeItCanBegin() throws {
    #expect(Validity(from: try bound("2017"), until: try bound("2016")) == nil)
    #expect(Validity(from: try bound("after 2017"), until: try bound("by 2016-12")) == nil)
    #expect(Validity(from: try bound("2016-12"), until: try bound("2016")) != nil)
    #expect(Validity(from: try bound("by 2017"), until: try bound("2016")) != nil)
  }

  @Test(
    arguments: [
      ("2016", nil, "since 2016"), ("by 2016", nil, "from by 2016"), (nil, "2020", "until 2020"),
      ("2016", "after 2023-05-29", "from 2016 until after 2023-05-29"), ("2016", "2016", "2016"),
    ] as [(String?, String?, String)])
  func saysItselfInWords(from: String?, until: String?, words: String) throws {
    #expect(try validity(from: from, until: until).description == words)
  }

  /// Against sets of days, one by one: every beginning and end that the words allow.
  @Test func agreesWithAModelOfDays() throws {
    var generator = SeededGenerator(seed: 2016)
    for _ in 0..<400 {
      guard let first = try randomInterval(&generator),
        let second = try randomInterval(&generator)
      else { continue }
      for (interval, model) in [first, second] {
        for day in 1...28 {
          let date = try #require(PartialDate(year: 2020, month: 2, day: day))
          #expect(interval.holds(on: date) == model.held.contains(day), "\(interval), \(day)")
          #expect(interval.isProven(on: date) == model.proven.contains(day), "\(interval), \(day)")
        }
      }
      guard [first, second].allSatisfy({ ($0.0.core == nil) == $0.1.proven.isEmpty }) else {
        continue
      }
      #expect(
        Validity.shareADate([first.0, second.0])
          == !first.1.proven.isDisjoint(with: second.1.proven), "\(first.0); \(second.0)")
    }
  }

  @Test func anIntersectionHoldsWhenBothDo() throws {
    // One party may have left later than the other left for certain.
    let open = try validity(from: "2016", until: "after 2023-05-29")
    let ended = try validity(from: "2016", until: "2024")
    let both = try #require(open.intersection(ended))
    #expect(try both.holds(on: date("2024")) && both.isProven(on: date("2023-05")))
    let later = try date("2026")
    #expect(!both.holds(on: later))
  }

  @Test func disjointIntervalsHaveNoIntersection() throws {
    #expect(try validity(until: "2016").intersection(validity(from: "2017")) == nil)
    #expect(try validity(until: "2016").intersection(validity(from: "2016")) != nil)
    #expect(Validity.always.intersection(.always) == .always)
  }

  /// One may have ended before the other began; as precisely as both are written, they share the year.
  @Test func aSuccessionWithinAYearSharesTheYear() throws {
    let former = try validity(until: "2023")
    let latter = try validity(from: "2023")
    #expect(Validity.shareADate([former, latter]))
  }

  /// `until` may say more of the beginning than `from` does.
  @Test func anIntervalThatBeganHoldsOnSomeDay() throws {
    let interval = try validity(from: "by 2025-03-28", until: "2023")
    let held = try ["2000", "2022", "2023", "2024", "2025", "2030"].map { try date($0) }
      .filter(interval.holds)
    #expect(!held.isEmpty)
  }

  private struct Model {
    var held: Set<Int>
    var proven: Set<Int>
  }

  /// An interval whose bounds are days 1 … 28 of one month, and on which of the days it counts as
  /// holding and is proven to hold.
  private func randomInterval(
    _ generator: inout SeededGenerator
  ) throws -> (Validity, Model)? {
    func randomBound() throws -> (bound: DateBound?, days: ClosedRange<Int>) {
      let one = Int.random(in: 1...28, using: &generator)
      let other = Int.random(in: one...28, using: &generator)
      let first = try #require(PartialDate(year: 2020, month: 2, day: one))
      let last = try #require(PartialDate(year: 2020, month: 2, day: other))
      switch Int.random(in: 0...4, using: &generator) {
      case 0: return (nil, 0...0)
      case 1: return (.exactly(first), one...one)
      case 2: return (.by(first), -99...one)
      case 3: return (.after(first), one...99)
      default: return (.between(first, last), one...other)
      }
    }
    let (from, begins) = try randomBound()
    let (until, ends) = try randomBound()
    guard let interval = Validity(from: from, until: until) else { return nil }
    let days = Set(1...28)
    let held = days.filter { day in
      let start = from?.latest == nil ? begins.lowerBound : begins.upperBound
      let hasBegun = from == nil || day >= min(start, until == nil ? .max : ends.upperBound)
      let mayHold = until == nil || day <= ends.upperBound
      return hasBegun && mayHold
    }
    let proven = days.filter { day in
      (from == nil || begins.allSatisfy { $0 <= day })
        && (until == nil || ends.allSatisfy { $0 >= day })
    }
    return (interval, Model(held: held, proven: proven))
  }
}
