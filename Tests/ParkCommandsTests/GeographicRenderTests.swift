import Foundation
import ParkCommands
import Testing

@Suite struct GeographicRenderTests {
  @Test func theGeographicStyleListsWhatIsNowhere() throws {
    let data = try SmallData()
    func draw() -> Outcome { data("render", "--style", "geographic", "-o", "-", "--no-bilingual") }
    let outcome = draw()
    #expect(outcome.status == .success && outcome.output.hasPrefix("<?xml"))
    #expect(outcome.output.contains("Not on the map") && outcome.output.contains("Alpha Park"))
    #expect(outcome.errors.contains("Note: 1 node has no coordinates, and is listed below"))
    #expect(outcome.output == draw().output)
  }

  @Test func everyFormatIsWritten() throws {
    let data = try SmallData()
    let outcome = data(
      "render", "--style", "geographic", "--theme", "dark", "-o", data.path("a.svg"), "-o",
      data.path("a.png"), "-o", data.path("a.pdf"), "-o", data.path("a.geojson"))
    #expect(outcome.status == .success)
    #expect(try data.files == ["a.geojson", "a.pdf", "a.png", "a.svg"])
  }

  @Test func geoJSONHoldsPlacesAndTies() throws {
    let data = try SmallData()
    let outcome = data("render", "--to", "geojson", "-o", "-")
    #expect(outcome.status == .success)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let collection = try #require(object as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(features.count == 3)
    #expect(outcome.output.contains("\"id\":\"alpha\""))
  }

  @Test func aFileWithCoordinatesIsAMapToo() throws {
    let data = try SmallData()
    let path = data.path("a.gml")
    let text = """
      graph [
        node [ id 1 label "Oslo" latitude 59.9 longitude 10.7 ]
        node [ id 2 label "Lima" latitude -12.0 longitude -77.0 ]
        edge [ source 1 target 2 ]
      ]
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let outcome = data("render", "--style", "geographic", "--graph", path, "-o", "-")
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("Oslo") && !outcome.output.contains("Not on the map"))
    let near = data(
      "render", "--style", "geographic", "--graph", path, "--focus", "Oslo", "--depth", "0", "-o",
      "-")
    #expect(near.output.contains("Oslo") && !near.output.contains("Lima"))
  }

  @Test func enginesAreForNetworks() throws {
    let data = try SmallData()
    let outcome = data("render", "--style", "geographic", "--layout", "sfdp", "-o", "-")
    #expect(outcome.status == .usage && outcome.errors.contains("--layout"))
  }
}
