/// The order of kinds and categories, which all maps share: it decides on outlines and colours.
enum Ranking {
  /// Values, the most frequent first, and equally frequent ones by name.
  static func of<Value: Hashable>(_ values: [Value], name: (Value) -> String) -> [Value] {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.sorted { ($1.value, name($0.key)) < ($0.value, name($1.key)) }.map(\.key)
  }

  /// Categories, by their marks where they have some, so that a country has one colour in every
  /// language.
  static func of(_ categories: [MapGraph.Category]) -> [MapGraph.Category] {
    of(categories) { $0.mark ?? $0.name }
  }
}
