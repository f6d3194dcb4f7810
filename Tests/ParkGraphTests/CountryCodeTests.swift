import Foundation
import ParkGraph
import Testing

@Suite struct CountryCodeTests {
  @Test(arguments: ["CN", "AU", "DE", "GB", "TW", "HK", "SS", "AX", "ZW"])
  func readsAssignedCodes(text: String) {
    #expect(CountryCode(text)?.rawValue == text && CountryCode(text)?.description == text)
  }

  @Test(arguments: [
    "", "C", "cn", "Cn", "CHN", "UK", "EU", "XK", "SU", "YU", "ZZ", "AA", "ＣＮ", "C\0",
  ])
  func refusesOthers(text: String) {
    #expect(CountryCode(text) == nil)
  }

  /// ISO 3166-1 has 249 codes; those that CLDR knows beside them are reserved ones and groupings.
  @Test func knowsTheWholeStandard() {
    let letters = (65...90).map { String(UnicodeScalar($0)) }
    let assigned = letters.flatMap { first in letters.map { first + $0 } }
      .filter { CountryCode($0) != nil }
    #expect(assigned.count == 249)
    let regions = Set(Locale.Region.isoRegions.map(\.identifier))
    for code in assigned { #expect(regions.contains(code), "\(code)") }
  }

  @Test func isOrderedByItsLetters() {
    #expect(CountryCode(unchecked: "AU") < CountryCode(unchecked: "CN"))
  }
}

@Suite struct CoordinatesTests {
  @Test(arguments: [(0.0, 0.0), (90, 180), (-90, -180), (39.98, 116.31)])
  func areDegrees(latitude: Double, longitude: Double) {
    let point = Coordinates(latitude: latitude, longitude: longitude)
    #expect(point?.latitude == latitude && point?.longitude == longitude)
  }

  @Test(arguments: [
    (90.001, 0.0), (-91, 0), (0, 180.5), (0, -181), (.nan, 0), (0, .nan), (.infinity, 0),
    (116.31, 39.98),
  ])
  func refusesNumbersOutOfRange(latitude: Double, longitude: Double) {
    #expect(Coordinates(latitude: latitude, longitude: longitude) == nil)
  }
}
