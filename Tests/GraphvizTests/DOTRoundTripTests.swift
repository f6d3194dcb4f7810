import Foundation
import Testing

@testable import Graphviz

/// What is written as DOT is read as the same, by us and by Graphviz.
@Suite struct DOTRoundTripTests {
  /// More in a long run.
  private static let seeds: UInt64 =
    ProcessInfo.processInfo.environment["PARKGRAPH_FUZZ_SEEDS"] == nil ? 10 : 50

  @Test(arguments: 0..<20) func readsBackTheSame(_ block: UInt64) throws {
    for seed in (Self.seeds * block)..<(Self.seeds * (block + 1)) {
      var random = RandomDescription(seed: seed)
      let graph = random.graph()
      let text = try graph.dotText()
      let read = try GraphDescription(dot: text)
      #expect(differences(read.rest, graph.rest) == [], "seed \(seed)")
      #expect(differences(read.subgraphs, graph.subgraphs) == [], "seed \(seed)")
      for (mine, theirs) in zip(read.nodes, graph.nodes) where mine != theirs {
        #expect(differences(mine, theirs) == [], "seed \(seed): \(mine.id)")
      }
      for (mine, theirs) in zip(read.edges, graph.edges) where mine != theirs {
        #expect(differences(mine, theirs) == [], "seed \(seed): \(mine.tail), \(mine.head)")
      }
      let isSame = read == graph
      #expect(isSame, "seed \(seed)")
      // And a second time nothing changes at all.
      #expect(try read.dotText() == text, "seed \(seed)")
    }
  }

  /// The parts of two values' descriptions that are not the same.
  private func differences<Value: Equatable>(_ left: Value, _ right: Value) -> [String] {
    guard left != right else { return [] }
    let parts = [left, right].map { "\($0)".split(separator: ", ").map(String.init) }
    let changes = parts[0].difference(from: parts[1])
    return changes.removals.map { "\($0)" } + ["->"] + changes.insertions.map { "\($0)" }
  }

  @Test(arguments: 0..<10) func libcgraphReadsTheSame(_ block: UInt64) throws {
    for seed in (Self.seeds * block)..<(Self.seeds * (block + 1)) {
      var random = RandomDescription(seed: seed)
      // To libcgraph, names that begin with a percent sign are no names.
      let text = try random.graph().dotText().replacing("%", with: "p")
      // Whether a value is HTML-like, it mixes up if the same text stands elsewhere.
      let summary = try DOTGraph(text).summary.map { $0.replacing("=<>", with: "=") }
      let theirs = CgraphReading.summary(of: text.trimmingCharacters(in: .newlines))?
        .map { $0.replacing("=<>", with: "=") }
      #expect(theirs != nil, "seed \(seed): \(text)")
      #expect(summary.filter { theirs?.contains($0) == false } == [], "seed \(seed)")
      #expect(theirs?.filter { !summary.contains($0) } == [], "seed \(seed)")
    }
  }
}

extension GraphDescription {
  /// All but nodes, edges and subgraphs.
  fileprivate var rest: GraphDescription {
    var rest = self
    rest.nodes = []
    rest.edges = []
    rest.subgraphs = []
    return rest
  }
}
