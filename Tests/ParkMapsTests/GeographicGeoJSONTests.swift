import BuiltInData
import Foundation
import ParkGraph
import ParkMaps
import Testing

@Suite struct GeographicGeoJSONTests {
  private func features(_ writer: GeoJSONWriter) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(writer.text.utf8))
    let collection = try #require(object as? [String: Any])
    #expect(collection["type"] as? String == "FeatureCollection")
    return try #require(collection["features"] as? [[String: Any]])
  }

  private func lines(_ feature: [String: Any]) -> [[[Double]]]? {
    let geometry = feature["geometry"] as? [String: Any]
    guard geometry?["type"] as? String == "MultiLineString" else { return nil }
    return geometry?["coordinates"] as? [[[Double]]]
  }

  private func properties(_ feature: [String: Any]) -> [String: Any] {
    feature["properties"] as? [String: Any] ?? [:]
  }

  @Test func placesAndTiesByHand() throws {
    var graph = MapGraph()
    graph.nodes = [
      .init(
        id: "a", name: "A \"quoted\" \\ name\n", category: .init("China"),
        coordinates: Coordinates(latitude: 39.904, longitude: 116.407)),
      .init(id: "b", name: "B", secondName: "乙"),
    ]
    graph.edges = [.init(from: "a", to: "b", kind: "pairing"), .init(from: "a", to: "gone")]
    #expect(
      GeoJSONWriter(graph).text == """
        {"features":[\
        {"geometry":{"coordinates":[116.407,39.904],"type":"Point"},"properties":{\
        "category":"China","id":"a","name":"A \\"quoted\\" \\\\ name\\n"},"type":"Feature"},\
        {"geometry":null,"properties":{"id":"b","name":"B","name2":"乙"},"type":"Feature"},\
        {"geometry":null,"properties":{"doubtful":false,"kind":"pairing","source":"a",\
        "target":"b","weight":1},"type":"Feature"}],"type":"FeatureCollection"}

        """)
  }

  @Test func tiesAreCutAtTheDateLine() throws {
    var graph = MapGraph()
    graph.nodes = [
      .init(
        id: "beijing", name: "B", coordinates: Coordinates(latitude: 39.904, longitude: 116.407)),
      .init(
        id: "valley", name: "S", coordinates: Coordinates(latitude: 37.387, longitude: -122.058)),
      .init(id: "edge", name: "E", coordinates: Coordinates(latitude: 10, longitude: 180)),
    ]
    graph.edges = [
      .init(from: "beijing", to: "valley"), .init(from: "valley", to: "beijing"),
      .init(from: "edge", to: "beijing"), .init(from: "edge", to: "valley"),
      .init(from: "valley", to: "valley"),
    ]
    let ties = try features(GeoJSONWriter(graph)).dropFirst(3).compactMap(lines)
    #expect(ties.count == 5)
    #expect(ties.map(\.count).prefix(2) == [2, 2])
    #expect(ties[0][0].first == [116.407, 39.904] && ties[0][1].last == [-122.058, 37.387])
    #expect(ties[0][0].last?.first == 180 && ties[0][1].first?.first == -180)
    #expect(ties[0][0].last?.last == ties[0][1].first?.last)
    for line in ties.joined() {
      #expect(line.count >= 2)
      for (first, second) in zip(line, line.dropFirst()) {
        #expect(abs(first[0] - second[0]) < 180)
      }
    }
  }

  @Test func theBuiltInDataIsThereWithItsSources() throws {
    let writer = GeoJSONWriter(BuiltInData.graph)
    #expect(writer.text == GeoJSONWriter(BuiltInData.graph).text)
    let all = try features(writer)
    #expect(all.count == 12 + 6)
    let ids = all.compactMap { properties($0)["id"] as? String }
    #expect(ids.contains("unsw") && ids.contains("jiafeng-zhigu-park"))
    let unsw = try #require(all.first { properties($0)["id"] as? String == "unsw" })
    #expect(properties(unsw)["kind"] as? String == "organization")
    #expect(properties(unsw)["country"] as? String == "AU")
    let tie = try #require(
      all.first { properties($0)["agreement"] as? String == "torch-unsw-2016" })
    #expect(properties(tie)["kind"] as? String == "cooperation agreement")
    #expect(properties(tie)["start"] as? String == "2016")
    #expect((properties(tie)["sources"] as? [String])?.isEmpty == false)
    #expect(lines(tie)?.count == 1)
  }
}
