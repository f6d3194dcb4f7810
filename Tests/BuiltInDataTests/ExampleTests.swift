import BuiltInData
import Foundation
import ParkData
import ParkGraph
import Testing

/// The examples of the documentation that need the built-in data.
@Suite struct ExampleTests {
  @Test func builtInData() {
    let graph = BuiltInData.graph
    #expect(graph["torch-unsw-2016"]?.agreement?.parties.count == 2)
  }

  @Test func namesInAnyScript() throws {
    let graph = BuiltInData.graph
    let index = NameIndex(graph)
    let unsw = try index.entity(named: "新南威尔士大学")
    #expect(graph[unsw]?.name() == "University of New South Wales")
    let incubator = try index.entity(named: "中關村國際孵化器")
    #expect(try incubator == index.entity(named: "中关村国际孵化器"))
  }

  @Test func reading() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../seeds").standardized.path()
    let reading = try DataFolder.read(folder)
    for diagnostic in reading.checked(strict: true) { print(diagnostic) }
    #expect(reading.checked(strict: true).isEmpty)
  }
}
