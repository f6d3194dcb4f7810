import ParkGraph
import Testing

/// The examples of the documentation.
@Suite struct ExampleTests {
  @Test func aGraphOfOnePark() {
    let graph = ParkGraph(
      entities: [
        .park(Park(Profile(id: "kista", names: [Statement(Name("Kista", language: "sv"))])))
      ])
    #expect(graph["kista"]?.kind == .park)
  }

  @Test func aParkByItsName() throws {
    let kista = Park(Profile(id: "kista", names: [Statement(Name("Kista", language: "sv"))]))
    let graph = ParkGraph(entities: [.park(kista)])
    let found = try NameIndex(graph).entity(named: "KISTA")
    #expect(found == "kista")
  }

  @Test func foldedNames() {
    #expect(TextFolding.key("中關村（大興）") == "中关村大兴")
    #expect(TextFolding.key("Université  de-Zürich") == "universite de zurich")
  }

  @Test func aTermInAPassage() {
    #expect(Passage("中關(guān)村(大興)細胞基因治療產業園").holds("中关村（大兴）"))
  }

  @Test func datesWithinDates() {
    let signed = PartialDate(year: 2016)
    let told = PartialDate("2016-04-07")
    #expect(told.map { signed?.contains($0) } == true)
  }
}
