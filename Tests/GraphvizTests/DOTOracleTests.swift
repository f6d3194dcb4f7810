import Foundation
import Testing

@testable import Graphviz

/// Our reading of DOT against libcgraph's.
@Suite struct DOTOracleTests {
  /// Ours; nil for an error.
  private func reading(_ text: String) -> (summary: [String], text: String)? {
    let bytes = Array(text.utf8)
    guard let (graph, length) = try? DOTParser.reading(bytes) else { return nil }
    return (graph.summary, String(decoding: bytes[..<length], as: UTF8.self))
  }

  /// What one reading has and the other has not; nil if both are the same.
  private func difference(_ ours: [String]?, _ theirs: [String]?) -> String? {
    guard ours != theirs else { return nil }
    guard let ours else { return "only libcgraph reads it" }
    guard let theirs else { return "only we read it" }
    return "ours \(ours.filter { !theirs.contains($0) }), "
      + "libcgraph's \(theirs.filter { !ours.contains($0) })"
  }

  @Test(arguments: 0..<20) func readsWhatLibcgraphReads(_ block: UInt64) {
    for seed in (100 * block)..<(100 * block + 100) {
      var random = RandomDOT(seed: seed)
      let text = random.text()
      let difference = difference(reading(text)?.summary, CgraphReading.summary(of: text))
      #expect(difference == nil, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: 0..<20) func refusesWhatLibcgraphRefuses(_ block: UInt64) {
    for seed in (100 * block)..<(100 * block + 100) {
      var random = RandomDOT(seed: 1_000_000 + seed)
      let text = random.brokenText()
      let ours = reading(text)
      let theirs = CgraphReading.summary(of: ours?.text ?? text)
      // Whether a value is HTML-like, libcgraph mixes up if the same text stands elsewhere.
      let difference = difference(
        ours?.summary.map { $0.replacing("=<>", with: "=") },
        theirs?.map { $0.replacing("=<>", with: "=") })
      #expect(difference == nil, "seed \(seed): \(text)")
    }
  }
}
