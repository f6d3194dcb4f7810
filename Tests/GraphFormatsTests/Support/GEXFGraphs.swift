import GraphCore
import GraphFormats
import TestSupport

/// Random graphs that have all that GEXF has: times, looks, nodes within nodes.
enum GEXFGraphs {
  /// A graph that a version can hold; the same seed gives the same one.
  static func random(seed: UInt64, _ version: GEXFWriter.Version) throws -> PropertyGraph {
    var random = SplitMix64(seed: seed ^ 0x6E78)
    var graph = try HostileGraphs.graph(
      seed: seed, ofElementsOnly: seed % 2 == 0, isNested: seed % 3 == 0)
    let isMoments = version == .v13 && seed % 4 == 0
    if Bool.random(using: &random) || isMoments {
      try graph.setTimeScale(
        TimeScale(
          format: ["integer", "double", "date", "dateTime", nil].randomElement(using: &random)
            ?? nil,
          isMoments: isMoments, spell: isMoments ? Spell() : spell(&random, version, false)))
    }
    for node in graph.graph.nodes {
      try graph.setAppearance(
        look(["disc", "square", "triangle", "diamond", "image"], &random), of: node)
      try graph.setSpells(spells(&random, version, isMoments), of: node)
      let values = graph.keys(for: .node).compactMap { key in
        graph.value(of: key.name, at: node).map { (key.name, $0) }
      }
      try graph.setHistory(history(values, &random, version, isMoments), of: node)
    }
    for edge in graph.graph.edges {
      var look = look(["solid", "dotted", "dashed", "double"], &random)
      (look.width, look.height, look.position) = (nil, nil, nil)
      look.thickness = Bool.random(using: &random) ? number(&random).magnitude : nil
      try graph.setAppearance(look, of: edge)
      try graph.setSpells(spells(&random, version, isMoments), of: edge)
      let values = graph.keys(for: .edge).compactMap { key in
        graph.value(of: key.name, at: edge).map { (key.name, $0) }
      }
      try graph.setHistory(history(values, &random, version, isMoments), of: edge)
    }
    return graph
  }

  private static func look(_ shapes: [String], _ random: inout SplitMix64) -> Appearance {
    var look = Appearance()
    func part() -> UInt8 { .random(in: 0...255, using: &random) }
    if Bool.random(using: &random) {
      let alpha = Bool.random(using: &random) ? 1 : Double.random(in: 0...1, using: &random)
      look.color = Appearance.Color(red: part(), green: part(), blue: part(), alpha: alpha)
    }
    if Bool.random(using: &random) {
      look.position = Appearance.Position(
        x: number(&random), y: number(&random), z: number(&random))
    }
    if Bool.random(using: &random) {
      look.width = number(&random).magnitude
      look.height = look.width
    }
    if Bool.random(using: &random) { look.shape = shapes.randomElement(using: &random) }
    return look
  }

  private static func number(_ random: inout SplitMix64) -> Double {
    [0, 1, -0.1, 1e-300, 1e300, Double.random(in: -9...9, using: &random)]
      .randomElement(using: &random) ?? 0
  }

  private static func spells(
    _ random: inout SplitMix64, _ version: GEXFWriter.Version, _ isMoments: Bool
  ) -> [Spell] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in spell(&random, version, isMoments) }
  }

  private static func history(
    _ values: [(String, AttributeValue)], _ random: inout SplitMix64,
    _ version: GEXFWriter.Version, _ isMoments: Bool
  ) -> [TimedValue] {
    values.flatMap { name, value in
      spells(&random, version, isMoments).map { TimedValue(name, value, during: $0) }
    }
  }

  private static func spell(
    _ random: inout SplitMix64, _ version: GEXFWriter.Version, _ isMoments: Bool
  ) -> Spell {
    let times = [
      "2016", "-0.5", "1e3", "2016-04-30", "2016-04-30T23:59:59.999+08:00", "24:00",
      "a \"b\" <c>&\n",
      "火",
    ]
    func time() -> String { times.randomElement(using: &random) ?? "" }
    let (start, end) = (time(), time())
    if isMoments { return Spell(start: start, end: start) }
    let mayBeOpen = version == .v12
    return switch Int.random(in: 0..<3, using: &random) {
    case 0: Spell(start: start, isStartOpen: mayBeOpen && Bool.random(using: &random))
    case 1: Spell(end: end, isEndOpen: mayBeOpen && Bool.random(using: &random))
    default:
      Spell(
        start: start, end: end, isStartOpen: mayBeOpen && Bool.random(using: &random),
        isEndOpen: mayBeOpen && Bool.random(using: &random))
    }
  }
}
