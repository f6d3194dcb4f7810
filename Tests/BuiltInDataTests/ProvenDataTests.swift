import BuiltInData
import Foundation
import ParkData
import ParkGraph
import Testing

/// Where the documents are at hand, every citation of the built-in data is proven against them.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["PARKGRAPH_DOCUMENTS"] != nil,
    "PARKGRAPH_DOCUMENTS does not name the folder of documents: no citation is proven"))
struct ProvenDataTests {
  @Test func everyCitationIsProven() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["PARKGRAPH_DOCUMENTS"])
    let proof = CitationProof(BuiltInData.graph, documents: folder)
    #expect(proof.failures.map(\.message) == [])
    #expect(proof.citations > 800)
    #expect(proof.proven == proof.citations)
  }

  @Test func everyParagraphIsCitedOrLeftOutForAReason() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds")
    let reasons = try String(contentsOf: folder.appending(path: "UNCITED.md"), encoding: .utf8)
    let cited = Set(
      BuiltInData.graph.statements.flatMap(\.qualifiers.citations).map {
        "\($0.source)#\($0.paragraph)"
      })
    for source in BuiltInData.graph.sources {
      for paragraph in 1...(try #require(source.paragraphs)) {
        let locator = "\(source.id)#\(paragraph)"
        #expect(cited.contains(locator) != reasons.contains("\n| `\(locator)` |"), "\(locator)")
      }
    }
  }
}
