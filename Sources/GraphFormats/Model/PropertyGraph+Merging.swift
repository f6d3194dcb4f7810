internal import ExactTexts

extension PropertyGraph {
  /// Makes one attribute of two of the same domain that have numbers, under the name of the first.
  ///
  /// NetworkX writes whole numbers and fractions of one attribute as if they were of two. They stay
  /// apart if an element has a value of both, one of them has values that are no numbers, a default,
  /// choices or a note, or no type holds all values as they are.
  ///
  /// - Parameter pairs: Pairs of positions among ``keys``: the attribute that stays, and a later one
  ///   that goes.
  /// - Returns: For each pair, whether they are one now.
  /// - Complexity: O(number of keys, and of rows for each pair)
  mutating func merge(_ pairs: [(first: Int, second: Int)]) -> [Bool] {
    var gone: Set<Int> = []
    let areMerged = pairs.map { first, second in
      guard !gone.contains(first), let column = merged(first, second) else { return false }
      columns[first] = column
      keys[first] = AttributeKey(keys[first].name, for: keys[first].domain, column.type)
      if keys[first].domain == .graph { mergeValuesOfSubgraphs(keys[first], keys[second].name) }
      return gone.insert(second).inserted
    }
    guard !gone.isEmpty else { return areMerged }
    columns = columns.indices.filter { !gone.contains($0) }.map { columns[$0] }
    keys = keys.indices.filter { !gone.contains($0) }.map { keys[$0] }
    for domain in slots.indices { slots[domain] = [:] }
    for (slot, key) in keys.enumerated() { slots[key.domain.ordinal][key.name] = slot }
    return areMerged
  }

  /// The values of two attributes as those of one, if they can be.
  private func merged(_ first: Int, _ second: Int) -> AttributeColumn? {
    guard keys[first].domain.isCommon, isPlain(keys[first]), isPlain(keys[second]),
      let type = Self.commonType(columns[first].type, columns[second].type)
    else { return nil }
    var merged = AttributeColumn(type)
    for row in 0..<max(columns[first].count, columns[second].count) {
      switch (columns[first].value(at: row), columns[second].value(at: row)) {
      case (nil, nil): break
      case (let value?, nil), (nil, let value?):
        guard let value = Self.exactly(value, as: type) else { return nil }
        merged.set(value, at: row)
      default: return nil
      }
    }
    if keys[first].domain == .graph {
      let names = [keys[first].name, keys[second].name]
      for subgraph in details.subgraphs.values {
        let values = names.compactMap { subgraph.values[$0] }
        guard values.count < 2, values.allSatisfy({ Self.exactly($0, as: type) != nil }) else {
          return nil
        }
      }
    }
    return merged
  }

  /// Makes the values that nested graphs have of two attributes those of one.
  private mutating func mergeValuesOfSubgraphs(_ first: AttributeKey, _ second: String) {
    for (node, subgraph) in details.subgraphs {
      guard let value = subgraph.values[first.name] ?? subgraph.values[second] else { continue }
      details.subgraphs[node]?.values[second] = nil
      details.subgraphs[node]?.values[first.name] = value.widened(to: first.type)
    }
  }

  private func isPlain(_ key: AttributeKey) -> Bool {
    key.defaultValue == nil && key.choices.isEmpty && key.note == nil
  }

  /// The narrowest type that numbers of two types can be of.
  private static func commonType(
    _ first: AttributeType, _ second: AttributeType
  ) -> AttributeType? {
    if first == second, first != .string, first != .boolean { return first }
    switch (first, second) {
    case (.string, _), (_, .string), (.boolean, _), (_, .boolean): return nil
    case (.int, .long), (.long, .int): return .long
    default: return .double
    }
  }

  /// The value as one of a type, if that holds it as it is.
  private static func exactly(_ value: AttributeValue, as type: AttributeType) -> AttributeValue? {
    let wide = value.widened(to: type)
    return wide.type == type ? wide : nil
  }
}
