import ParkGraph
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("0001", 10_101, 11_231), ("2016", 20_160_101, 20_161_231), ("9999", 99_990_101, 99_991_231),
    ("2016-04", 20_160_401, 20_160_430), ("2016-04-07", 20_160_407, 20_160_407),
    ("2016-02", 20_160_201, 20_160_229), ("2023-02", 20_230_201, 20_230_228),
    ("1900-02", 19_000_201, 19_000_228), ("2000-02", 20_000_201, 20_000_229),
    ("2016-12", 20_161_201, 20_161_231), ("2024-02-29", 20_240_229, 20_240_229),
  ])
  func spansItsDays(text: String, first: Int, last: Int) throws {
    let date = try date(text)
    #expect(date.firstDay == first)
    #expect(date.lastDay == last)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "", "-", "16", "216", "02016", "0000", "-2016", "+2016", "2016-", "2016-4", "2016-00",
    "2016-13", "2016-04-00", "2016-04-31", "2016-4-07", "2016-04-7", "2016-04-07-", "2023-02-29",
    "1900-02-29", "2016-02-30", "2016-04-07-01", "2016-04-07T00:00", " 2016", "2016 ", "2016\n",
    "2016/04/07", "2016–04", "20a6", "2016-0a", "２０１６", "٢٠١٦", "2016\u{301}", "2016\0",
    "by 2016",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func refusesImpossibleParts() {
    #expect(PartialDate(year: 0) == nil && PartialDate(year: 10_000) == nil)
    #expect(PartialDate(year: .min) == nil && PartialDate(year: .max) == nil)
    #expect(PartialDate(year: 2016, month: 0) == nil && PartialDate(year: 2016, month: 13) == nil)
    #expect(PartialDate(year: 2016, day: 7) == nil)
    #expect(PartialDate(year: 2015, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2016, month: 2, day: 29)?.description == "2016-02-29")
  }

  @Test func readsASliceOfAText() throws {
    #expect(PartialDate("by 2016-04".dropFirst(3)) == PartialDate(year: 2016, month: 4))
  }

  /// The months' lengths, against the rule of 1582 spelt out another way.
  @Test func everyDayOfFourCenturies() {
    for year in 1600...1999 {
      var days = 0
      for month in 1...12 {
        for day in 1...31 where PartialDate(year: year, month: month, day: day) != nil {
          days += 1
        }
      }
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      #expect(days == (isLeap ? 366 : 365), "\(year)")
    }
  }

  @Test func isOrderedByFirstDayAndThenByPrecision() throws {
    let sorted = try ["2015-12-31", "2016", "2016-01", "2016-01-01", "2016-01-02", "2016-02"]
      .map { try date($0) }
    #expect(sorted.reversed().sorted() == sorted)
    for (place, earlier) in sorted.enumerated() {
      #expect(!(earlier < earlier))
      for later in sorted[(place + 1)...] { #expect(earlier < later && !(later < earlier)) }
    }
  }

  @Test func containsWhatMayNotLieOutside() throws {
    let (year, month, day) = (try date("2016"), try date("2016-04"), try date("2016-04-07"))
    #expect(year.contains(year) && year.contains(month) && year.contains(day))
    #expect(!month.contains(year) && month.contains(day) && !day.contains(month))
    #expect(try !year.contains(date("2017")) && !month.contains(date("2016-05-01")))
  }
}
