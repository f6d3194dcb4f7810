import ParkGraph
import Testing

@Suite struct DateBoundTests {
  @Test(
    arguments: [
      ("2016", "2016", "2016"), ("2016-04-07", "2016-04-07", "2016-04-07"),
      ("by 2025-03-28", nil, "2025-03-28"), ("after 2023-05", "2023-05", nil),
      ("after 2023-05-29, by 2025-03-28", "2023-05-29", "2025-03-28"),
      ("after 2016-04-07, by 2016", "2016-04-07", "2016"),
    ] as [(String, String?, String?)])
  func readsEachWrittenForm(text: String, earliest: String?, latest: String?) throws {
    let bound = try bound(text)
    #expect(bound.earliest == earliest.flatMap { PartialDate($0) })
    #expect(bound.latest == latest.flatMap { PartialDate($0) })
    #expect(bound.description == text)
    #expect(bound.isExact == (earliest == latest))
  }

  @Test func isMadeInFourWays() throws {
    let (early, late) = (try date("2016"), try date("2017-02"))
    #expect(DateBound.exactly(early) == DateBound("2016"))
    #expect(DateBound.by(early) == DateBound("by 2016"))
    #expect(DateBound.after(late) == DateBound("after 2017-02"))
    #expect(DateBound.between(early, late) == DateBound("after 2016, by 2017-02"))
    #expect(DateBound.between(late, early) == nil)
    #expect(DateBound.between(early, early)?.isExact == true)
  }

  @Test(arguments: [
    "", " ", ",", "by", "after", "by ", "by by 2016", "in 2016", "By 2016", "by 2016,", ",by 2016",
    "by 2016, after 2015", "after 2015, after 2016", "by 2015, by 2016", "after 2017, by 2016",
    "after 2015, by 2016, by 2017", "2015, by 2016", "after 2015 by 2016", "after 2015; by 2016",
    "by\t2016", "by\u{A0}2016", "by 2016\n", "after 2015-13", "after  2015 x", "2016..2017",
    "by 2016\u{0}", "ｂｙ 2016",
  ])
  func refusesAnythingElse(text: String) {
    #expect(DateBound(text) == nil)
  }

  @Test func whatItWritesReadsBack() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let first = try randomDate(&generator)
      let second = try randomDate(&generator)
      var bounds = [DateBound.exactly(first), .by(first), .after(first)]
      if let between = DateBound.between(first, second) { bounds.append(between) }
      for bound in bounds { #expect(DateBound(bound.description) == bound) }
    }
  }

  /// Texts of the right words in the wrong order are refused or read as what they write.
  @Test func hostileTextIsRefusedOrReadsBack() {
    let words = ["after", "by", "2016", "2016-02-30", ",", " ", "-", "", "é", "2024-02-29"]
    var generator = SeededGenerator(seed: 11)
    var count = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 1...6, using: &generator))
        .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      guard let bound = DateBound(text) else { continue }
      count += 1
      #expect(DateBound(bound.description) == bound, "\(text)")
    }
    #expect(count > 50)
  }

  private func randomDate(_ generator: inout SeededGenerator) throws -> PartialDate {
    let month: Int? = Bool.random(using: &generator) ? .random(in: 1...12, using: &generator) : nil
    let day: Int? =
      month != nil && Bool.random(using: &generator) ? .random(in: 1...28, using: &generator) : nil
    return try #require(
      PartialDate(year: .random(in: 2014...2018, using: &generator), month: month, day: day))
  }
}
