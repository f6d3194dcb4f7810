import Graphviz
import Testing

@Suite struct RepeatabilityTests {
  @Test(arguments: Engine.allCases)
  func sameDescriptionSameBytes(_ engine: Engine) throws {
    let graph = sample(for: engine)
    let first = try graph.draw(with: engine, as: Format.allCases)
    _ = try sample(.directed).draw(with: .neato, as: [.json, .pdf])
    #expect(throws: GraphvizError.self) { try sample().draw(with: .nop) }
    let second = try graph.draw(with: engine, as: Format.allCases)
    let isSameLayout = first.layout == second.layout
    #expect(isSameLayout)
    for format in Format.allCases {
      let isSame = first[format] == second[format]
      #expect(isSame, "\(engine) \(format)")
    }
  }

  @Test(arguments: Engine.allCases)
  func formatsDoNotDependOnEachOther(_ engine: Engine) throws {
    let graph = sample(for: engine)
    let together = try graph.draw(with: engine, as: Format.allCases.reversed())
    for format in Format.allCases {
      let alone = try graph.draw(with: engine, as: [format])
      let isSame = alone[format] == together[format]
      #expect(isSame, "\(engine) \(format)")
    }
  }

  @Test func everyOrderOfFormatsGivesTheSameBytes() throws {
    var alone: [Format: [UInt8]] = [:]
    for format in Format.allCases { alone[format] = try sample().render(format, with: .dot) }
    for first in Format.allCases {
      for second in Format.allCases {
        let both = try sample().draw(with: .dot, as: [first, second])
        let isSame = both[first] == alone[first] && both[second] == alone[second]
        #expect(isSame, "\(first) \(second)")
      }
    }
  }

  @Test(arguments: [Engine.neato, .fdp, .sfdp])
  func seeds(_ engine: Engine) throws {
    let graph = sample()
    let usual = try graph.draw(with: engine).layout
    let seven = try graph.draw(with: engine, seed: 7).layout
    let again = try graph.draw(with: engine, seed: 7).layout
    let isRepeated = seven == again
    let isOther = seven != usual
    #expect(isRepeated && isOther)
  }

  /// fdp draws lots from the clock when it is asked for a regular start, which it does not know.
  @Test func aRegularStart() throws {
    var graph = sample()
    let usual = try graph.draw(with: .fdp).layout
    graph.attributes.start = .regular
    #expect(try graph.draw(with: .fdp).layout == usual)
  }
}
