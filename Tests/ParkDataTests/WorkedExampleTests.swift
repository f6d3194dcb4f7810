import Foundation
import ParkData
import ParkGraph
import Testing

/// The example in the description of the format is a data set without a fault.
@Suite struct WorkedExampleTests {
  @Test func theExampleIsRight() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "seeds/README.md"), encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst("yaml\n".count)
    let reading = DataFolder.read(files: [(name: "example.yaml", text: String(example))])
    #expect(reading.checked(strict: true).map(\.description) == [])
    #expect(
      reading.graph.entities.map(\.id.rawValue) == [
        "north-park", "north-south-2021", "south-lab", "south-university",
      ])
    #expect(reading.graph["north-south-2021"]?.agreement?.parties.count == 3)
  }
}
