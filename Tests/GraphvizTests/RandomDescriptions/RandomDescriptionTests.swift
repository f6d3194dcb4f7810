import Foundation
import Graphviz
import Testing

/// Drawings of random descriptions: each is an error, or well-formed in every format.
///
/// A fault of libgvc would end the test run; the last line on standard error then names the seed.
/// A longer run, the second one with memory that shows where it is misused:
///
/// ```
/// PARKGRAPH_FUZZ_SEEDS=1000-20000 [PARKGRAPH_FUZZ_ENGINE=dot] \
///   swift test --filter RandomDescriptionTests
/// LD_PRELOAD=libc_malloc_debug.so.0 MALLOC_CHECK_=3 MALLOC_PERTURB_=165 …
/// ```
@Suite(.serialized) struct RandomDescriptionTests {
  private static let environment = ProcessInfo.processInfo.environment

  private static let seeds: Range<UInt64> = {
    let ends = (environment["PARKGRAPH_FUZZ_SEEDS"] ?? "").split(separator: "-")
      .compactMap { UInt64($0) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : 0..<90
  }()

  @Test func anErrorOrACorrectDrawing() throws {
    let isLong = Self.environment["PARKGRAPH_FUZZ_SEEDS"] != nil
    let only = Self.environment["PARKGRAPH_FUZZ_ENGINE"].flatMap { Engine(rawValue: $0) }
    var drawn = 0
    for seed in Self.seeds {
      let engine = only ?? Engine.allCases[Int(seed) % Engine.allCases.count]
      if isLong { try FileHandle.standardError.write(contentsOf: Data("\(engine) \(seed)\r".utf8)) }
      if draw(seed, with: engine) { drawn += 1 }
    }
    // Many of them can be drawn.
    #expect(drawn * 4 > Self.seeds.count)
  }

  /// Those that once ended the process or never came back.
  @Test(
    arguments: [
      (Engine.nop, 1_005_930), (.fdp, 1_001_114), (.fdp, 1_009_355), (.fdp, 408_232),
      (.circo, 1_008_465),
    ] as [(Engine, UInt64)])
  func foundBefore(_ engine: Engine, _ seed: UInt64) {
    draw(seed, with: engine)
  }

  /// Whether there is a drawing.
  @discardableResult private func draw(_ seed: UInt64, with engine: Engine) -> Bool {
    var dice = Dice(seed: seed)
    let graph = dice.description(for: engine)
    let formats = dice.chance(0.1) ? Format.allCases : [.svg, .json]
    let fallbacks: Fallbacks = dice.chance(0.9) ? .all : []
    do throws(GraphvizError) {
      let drawing = try graph.draw(with: engine, as: formats, allowing: fallbacks)
      expectWellFormed(drawing, formats, graph, "\(engine) \(seed)")
      return true
    } catch {
      // One line that says something.
      #expect(!error.message.isEmpty && !error.description.contains("\n"), "\(engine) \(seed)")
      return false
    }
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
