internal import GraphCore

extension GEXFHandler {
  /// The time that an element gives, if it gives one.
  func spell(_ element: XMLElement) -> Spell? {
    guard element.attributeCount > 0 else { return nil }
    if let moment = element.string(names.timestamp) { return Spell(start: moment, end: moment) }
    var spell = Spell(start: element.string(names.start), end: element.string(names.end))
    // GEXF 1.2 puts the time itself here, GEXF 1.1 a truth value beside it.
    if let open = element.string(names.startopen), open != "false" {
      spell.isStartOpen = true
      if open != "true" { spell.start = open }
    }
    if let open = element.string(names.endopen), open != "false" {
      spell.isEndOpen = true
      if open != "true" { spell.end = open }
    }
    return spell == Spell() ? nil : spell
  }

  /// The times that a node or an edge gives in attributes: one, or GEXF 1.3's lists of several.
  func spells(_ element: XMLElement) -> [Spell] {
    if let one = spell(element) { return [one] }
    if let moments = element.string(names.timestamps) {
      return Self.parts(moments, ",").map { Spell(start: $0, end: $0) }
    }
    guard let intervals = element.string(names.intervals) else { return [] }
    return intervals.split(separator: ";").compactMap { interval in
      let ends = Self.parts(String(interval), ",")
      guard let start = ends.first, ends.count == 2 else { return nil }
      return Spell(
        start: start, end: ends[1], isStartOpen: interval.contains("("),
        isEndOpen: interval.contains(")"))
    }
  }

  /// The parts of a list, `<[2009.0, 2010.5]>`, without its brackets.
  private static func parts(_ list: String, _ separator: Character) -> [String] {
    list.split(separator: separator).map { part in
      String(part.filter { !"<>[]() ".contains($0) })
    }.filter { !$0.isEmpty }
  }
}
