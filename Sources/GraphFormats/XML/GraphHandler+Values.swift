/// Values of attributes.
extension GraphHandler {
  /// Gives a row of a column the value that a text stands for.
  func assign(
    _ bytes: BorrowedBytes, to slot: Int, at row: Int, _ parser: XMLParser
  ) throws(ReadingError) {
    if graph.columns[slot].hasValue(at: row) {
      remark(
        parser,
        "“\(graph.keys[slot].name)” is given again for the same element; the last value holds")
    }
    switch graph.columns[slot].type {
    case .string: graph.columns[slot].setText(bytes, at: row)
    case .double:
      guard let value = ValueParser.double(bytes) else {
        return try assignOther(bytes, to: slot, at: row, parser)
      }
      if value.magnitude >= 0x1p53 { noteRounding(bytes, value, graph.keys[slot], parser) }
      graph.columns[slot].set(wide: value.bitPattern, at: row)
    default: try assignOther(bytes, to: slot, at: row, parser)
    }
  }

  private func assignOther(
    _ bytes: BorrowedBytes, to slot: Int, at row: Int, _ parser: XMLParser
  ) throws(ReadingError) {
    let key = graph.keys[slot]
    guard let value = try value(bytes, of: key, parser) else { return }
    if value.type != key.type { widen(slot, to: value.type) }
    graph.columns[slot].set(value, at: row)
  }

  /// The value that a text stands for, of the type of a key or of a wider one if it must be.
  ///
  /// - Returns: `nil` if there is none, or a fault was skipped.
  func value(
    _ bytes: BorrowedBytes, of key: AttributeKey, _ parser: XMLParser
  ) throws(ReadingError) -> AttributeValue? {
    switch key.type {
    case .string: return .string(String(decoding: bytes, as: UTF8.self))
    case .boolean:
      if let value = ValueParser.boolean(bytes) { return .boolean(value) }
    case .int, .long:
      if case .number(let value) = ValueParser.whole(bytes) {
        if key.type == .long { return .long(value) }
        if let small = Int32(exactly: value) { return .int(small) }
        noteWidening(key, .long, parser)
        return .long(value)
      }
    case .float:
      if let value = ValueParser.double(bytes) {
        let small = Float(value)
        guard isFiner(bytes, value, small) else { return .float(small) }
        noteWidening(key, .double, parser)
        return .double(value)
      }
    case .double:
      if let value = ValueParser.double(bytes) {
        if value.magnitude >= 0x1p53 { noteRounding(bytes, value, key, parser) }
        return .double(value)
      }
    }
    if !ValueParser.trimmed(bytes).isEmpty, let value = otherValue(bytes, of: key, parser) {
      return value
    }
    try reject(bytes, key, parser)
    return nil
  }

  /// Makes a key one of a wider type, and what there is of its values, too.
  func widen(_ slot: Int, to type: AttributeType) {
    let old = graph.keys[slot]
    var key = AttributeKey(
      old.name, for: old.domain, type, default: old.defaultValue?.widened(to: type))
    key.choices = old.choices
    key.note = old.note
    graph.keys[slot] = key
    graph.columns[slot].widen(to: type)
  }

  private func reject(
    _ bytes: BorrowedBytes, _ key: AttributeKey, _ parser: XMLParser
  ) throws(ReadingError) {
    if ValueParser.trimmed(bytes).isEmpty {
      remark(
        parser, once: "empty \(key.domain) \(key.name)",
        "“\(key.name)” is of type \(key.type.rawValue), and a value is empty; that and others like "
          + "it are taken for no value")
      return
    }
    try fault(
      parser,
      "found “\(Excerpt.of(bytes))”, expected a value of type \(key.type.rawValue), which "
        + "“\(Excerpt.of(key.name))” has", advice: "change one of them",
      skipped: "it is left out")
  }

  private func noteWidening(_ key: AttributeKey, _ type: AttributeType, _ parser: XMLParser) {
    remark(
      parser, once: "widen \(key.domain) \(key.name)",
      "a value of “\(key.name)” is more than the type \(key.type.rawValue) holds; "
        + "the attribute is taken for one of type \(type.rawValue)")
  }

  /// Whether a text says more than a `Float` holds: graph-tool calls numbers of 64 bits so.
  private func isFiner(_ bytes: BorrowedBytes, _ value: Double, _ small: Float) -> Bool {
    guard value.isFinite, Double(small) != value else { return false }
    // Nine digits are enough to tell any two of them apart.
    return small.isInfinite || small == 0 || ValueParser.significantDigits(bytes) > 9
      || bytes.allSatisfy { ByteSet.digits.contains($0) || $0 == UInt8(ascii: "-") }
  }

  private func noteRounding(
    _ bytes: BorrowedBytes, _ value: Double, _ key: AttributeKey, _ parser: XMLParser
  ) {
    guard value.isInfinite || isInexact(bytes, value),
      ValueParser.trimmed(bytes).contains(where: { 0x30...0x39 ~= $0 })
    else { return }
    remark(
      parser, once: "round \(key.domain) \(key.name)",
      "“\(Excerpt.of(bytes))” is more than the type \(key.type.rawValue) of “\(key.name)” holds; "
        + "it becomes \(AttributeValue.double(value))")
  }

  /// Whether a text without exponent is a whole number that the nearest double is not.
  private func isInexact(_ bytes: BorrowedBytes, _ value: Double) -> Bool {
    guard bytes.allSatisfy({ $0 | 0x20 != UInt8(ascii: "e") }) else { return false }
    if case .number(let whole) = ValueParser.whole(bytes) { return Int64(exactly: value) != whole }
    return true
  }
}
