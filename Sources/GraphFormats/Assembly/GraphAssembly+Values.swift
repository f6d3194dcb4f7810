/// Attributes and their values.
extension GraphAssembly {
  /// Declares an attribute, before or after its values, which may be under another name in the file.
  package mutating func declare(
    _ name: String, as written: String? = nil, for domain: AttributeKey.Domain,
    _ type: AttributeType, default defaultValue: AttributeValue? = nil, at place: TextPosition?
  ) throws(ReadingError) {
    let slot = try self.slot(written ?? name, domain, at: place)
    let name = try checked(name, at: place)
    tables[domain.ordinal].columns[slot].name = name
    declared.append((domain, slot))
    do throws(LooseColumn.Mismatch) {
      try tables[domain.ordinal].columns[slot].declare(type, default: defaultValue)
    } catch {
      throw ReadingError(.content, at: place, message(error, name) + "; change one of them")
    }
  }

  /// Announces an attribute whose values are texts that may all be numbers or truth values.
  package mutating func infer(
    _ name: String, for domain: AttributeKey.Domain, at place: TextPosition?
  ) throws(ReadingError) {
    let slot = try self.slot(name, domain, at: place)
    tables[domain.ordinal].columns[slot].infersFromText = true
  }

  /// Gives the graph, the last node or the last edge a value.
  package mutating func set(
    _ value: AttributeValue, of name: String, for domain: AttributeKey.Domain,
    at place: TextPosition?
  ) throws(ReadingError) {
    let slot = try self.slot(name, domain, at: place)
    if case .string(var text) = value {
      // Not within the call that lends the bytes: it would have to throw.
      if text.withUTF8({ PropertyGraph.mayBeForbidden($0) }) { text = try checked(text, at: place) }
      try set(.string(text), ofSlot: slot, for: domain, at: place)
    } else {
      try set(value, ofSlot: slot, for: domain, at: place)
    }
  }

  /// Gives the graph, the last node or the last edge a value of an attribute that there is.
  mutating func set(
    _ value: LooseColumn.Value, ofSlot slot: Int, for domain: AttributeKey.Domain,
    at place: TextPosition?
  ) throws(ReadingError) {
    if case .text(let bytes) = value, PropertyGraph.mayBeForbidden(bytes) {
      let text = try checked(String(decoding: bytes, as: UTF8.self), at: place)
      return try set(.string(text), ofSlot: slot, for: domain, at: place)
    }
    try change(slot, domain, at: place) { (column, row) throws(LooseColumn.Mismatch) in
      try column.append(value, row: row, at: place)
    }
  }

  private mutating func set(
    _ value: AttributeValue, ofSlot slot: Int, for domain: AttributeKey.Domain,
    at place: TextPosition?
  ) throws(ReadingError) {
    try change(slot, domain, at: place) { (column, row) throws(LooseColumn.Mismatch) in
      try column.append(value, row: row, at: place)
    }
  }

  /// Changes a column in the row of the graph, the last node or the last edge.
  @inline(__always)
  private mutating func change(
    _ slot: Int, _ domain: AttributeKey.Domain, at place: TextPosition?,
    _ change: (inout LooseColumn, _ row: Int) throws(LooseColumn.Mismatch) -> Void
  ) throws(ReadingError) {
    let row =
      switch domain {
      case .graph, .port, .hyperedge, .endpoint: 0
      case .node: nodeCount - 1
      case .edge: edgeCount - 1
      }
    let table = domain.ordinal
    guard !tables[table].columns[slot].hasValue(inLast: row) else {
      return try skip(
        .content, at: place, "“\(tables[table].columns[slot].name)” has a value already",
        advice: "keep one of them", "left out")
    }
    do throws(LooseColumn.Mismatch) {
      try change(&tables[table].columns[slot], row)
    } catch {
      try skip(
        .content, at: place, message(error, tables[table].columns[slot].name),
        advice: "change one of them", "left out")
    }
  }

  private func message(_ mismatch: LooseColumn.Mismatch, _ name: String) -> String {
    """
    “\(name)” is declared as \(mismatch.type.rawValue), \
    but a value is “\(Excerpt.of(mismatch.value.text))”
    """
  }

  /// The slot of an attribute, which is added if it is not there yet.
  mutating func slot(
    _ name: String, _ domain: AttributeKey.Domain, at place: TextPosition?
  ) throws(ReadingError) -> Int {
    if let slot = tables[domain.ordinal].slot(name) { return slot }
    guard order.count < options.limits.keys else {
      throw ReadingError(limit: "there are more than \(options.limits.keys) attributes", at: place)
    }
    let shown = try checked(name, at: place)
    let slot = tables[domain.ordinal].append(name, as: shown)
    order.append((domain, slot))
    return slot
  }
}

// MARK: - Texts

extension GraphAssembly {
  /// A text without the characters that a property graph can't hold.
  mutating func checked(
    _ text: String, at place: TextPosition?
  ) throws(ReadingError) -> String {
    var text = text
    guard text.withUTF8({ PropertyGraph.mayBeForbidden($0) }),
      let scalar = text.unicodeScalars.first(where: \.isForbidden)
    else { return text }
    try skip(
      .content, at: place, "a text has the control character U+\(scalar.code)",
      advice: "take it out", "replaced by U+FFFD")
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar.isForbidden ? "\u{FFFD}" : scalar) }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether no property graph can hold the character, since XML can't.
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The four digits of a character of the basic plane.
  fileprivate var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
