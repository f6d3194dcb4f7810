internal import ExactTexts
internal import GraphCore

/// Values that are not of the type that the file declares.
///
/// NetworkX declares the type of the first value that it comes upon: `2.5` may follow under `long`,
/// or a word.
extension GEXFHandler {
  /// A number where only whole numbers are declared, or in files of NetworkX a text where anything
  /// else is; the attribute becomes one of the type that holds all its values.
  func wideValue(
    _ bytes: BorrowedBytes, of key: AttributeKey, _ parser: XMLParser
  ) -> AttributeValue? {
    var value: AttributeValue?
    if let number = fraction(bytes), key.type == .int || key.type == .long, mayBeNumbers(key) {
      value = .double(number)
    } else if isOfNetworkX {
      value = .string(String(decoding: bytes, as: UTF8.self))
    }
    guard let value else { return nil }
    remark(
      parser, once: "wide \(key.domain) \(key.name) \(value.type)",
      "“\(Excerpt.of(bytes))” is no value of type \(key.type.rawValue), which “\(key.name)” has; the "
        + "attribute is taken for one of type \(value.type.rawValue)")
    return value
  }

  /// Keeps a value that holds for a time.
  func keepTimed(
    _ bytes: BorrowedBytes, of slot: Int, during spell: Spell, _ item: Scope?, _ parser: XMLParser
  ) throws(ReadingError) {
    let key = graph.keys[slot]
    guard let value = try value(bytes, of: key, parser) else { return }
    if value.type != key.type { widen(slot, to: value.type) }
    let timed = TimedValue(key.name, value, during: spell)
    if case .node(let node) = item { graph.details.nodeHistories[node, default: []].append(timed) }
    if case .edge(let edge) = item { graph.details.edgeHistories[edge, default: []].append(timed) }
  }

  /// Gives the values of all histories the types of their attributes, some of which may have become
  /// wider on the way.
  func settleHistories() {
    for node in graph.details.nodeHistories.keys {
      settle(&graph.details.nodeHistories[node, default: []], .node)
    }
    for edge in graph.details.edgeHistories.keys {
      settle(&graph.details.edgeHistories[edge, default: []], .edge)
    }
  }

  private func settle(_ history: inout [TimedValue], _ domain: AttributeKey.Domain) {
    for place in history.indices {
      let (name, value) = (history[place].name, history[place].value)
      guard let key = graph.key(name, for: domain), key.type != value.type else { continue }
      history[place] = TimedValue(
        name, value.widened(to: key.type), during: history[place].spell)
    }
  }

  /// A number that is not whole, NaN or infinite.
  private func fraction(_ bytes: BorrowedBytes) -> Double? {
    guard case .none = ValueParser.whole(bytes) else { return nil }
    return ValueParser.double(bytes)
  }

  /// Whether each value that an attribute has is a `Double`, too.
  private func mayBeNumbers(_ key: AttributeKey) -> Bool {
    guard let slot = graph.slot(key.name, for: key.domain) else { return true }
    let type = AttributeType.double
    if let value = key.defaultValue, value.widened(to: type).type != type { return false }
    let histories =
      key.domain == .node
      ? Array(graph.details.nodeHistories.values) : Array(graph.details.edgeHistories.values)
    let hasMore = histories.joined().contains { entry in
      entry.name.isExactly(key.name) && entry.value.widened(to: type).type != type
    }
    return !hasMore && graph.columns[slot].allSatisfy { $0.widened(to: type).type == type }
  }
}
