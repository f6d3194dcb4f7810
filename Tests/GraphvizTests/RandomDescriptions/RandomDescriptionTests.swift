import Foundation
import Graphviz
import Testing

/// Drawings of random descriptions: each is an error, or well-formed in every format.
///
/// A fault of libgvc would end the test run; the last line on standard error then names the seed.
/// A longer run:
///
/// ```
/// PARKGRAPH_FUZZ_SEEDS=1000-20000 [PARKGRAPH_FUZZ_ENGINE=dot] \
///   swift test --filter RandomDescriptionTests
/// ```
@Suite(.serialized) struct RandomDescriptionTests {
  private static let environment = ProcessInfo.processInfo.environment

  private static let seeds: Range<UInt64> = {
    let ends = (environment["PARKGRAPH_FUZZ_SEEDS"] ?? "").split(separator: "-")
      .compactMap { UInt64($0) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : 0..<270
  }()

  @Test func anErrorOrACorrectDrawing() throws {
    let isLong = Self.environment["PARKGRAPH_FUZZ_SEEDS"] != nil
    let only = Self.environment["PARKGRAPH_FUZZ_ENGINE"].flatMap { Engine(rawValue: $0) }
    var drawn = 0
    for seed in Self.seeds {
      var dice = Dice(seed: seed)
      let engine = only ?? Engine.allCases[Int(seed) % Engine.allCases.count]
      let graph = dice.description(for: engine)
      let formats = dice.chance(0.1) ? Format.allCases : [.svg, .json]
      let fallbacks: Fallbacks = dice.chance(0.9) ? .all : []
      if isLong { try FileHandle.standardError.write(contentsOf: Data("\(engine) \(seed)\r".utf8)) }
      do throws(GraphvizError) {
        let drawing = try graph.draw(with: engine, as: formats, allowing: fallbacks)
        drawn += 1
        expectWellFormed(drawing, formats, graph, "\(engine) \(seed)")
      } catch {
        // One line that says something.
        #expect(!error.message.isEmpty && !error.description.contains("\n"), "\(engine) \(seed)")
      }
    }
    // Most of them can be drawn.
    #expect(drawn * 3 > Self.seeds.count)
  }

  private func expectWellFormed(
    _ drawing: Drawing, _ formats: [Format], _ graph: GraphDescription, _ name: Comment
  ) {
    #expect(drawing.layout.nodes.map(\.id) == graph.nodes.map(\.id), name)
    #expect(drawing.layout.edges.count == graph.edges.count, name)
    for format in formats {
      guard let bytes = drawing[format], !bytes.isEmpty else {
        Issue.record("no \(format)")
        continue
      }
      switch format {
      case .svg:
        let svg = SVGText(bytes)
        #expect(svg != nil && svg?.elements["script"] == nil, name)
      case .json:
        #expect((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, name)
      case .png:
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), name)
        #expect(bytes.suffix(8) == [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], name)
      case .pdf:
        #expect(bytes.starts(with: Array("%PDF-".utf8)), name)
        #expect(bytes.suffix(6).starts(with: Array("%%EOF".utf8)), name)
      case .plain: #expect(bytes.suffix(5) == Array("stop\n".utf8)[...], name)
      case .canon, .dot, .xdot:
        let text = String(decoding: bytes, as: UTF8.self)
        #expect((try? DOTGraph(text))?.nodes.count == graph.nodes.count, name)
      }
    }
  }
}
