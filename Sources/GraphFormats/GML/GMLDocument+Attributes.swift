internal import ExactTexts

/// The attributes of a GML file.
extension GMLDocument {
  /// Gives the last node or edge what the record says beside what was used.
  mutating func setRecord(for domain: AttributeKey.Domain) throws(ReadingError) {
    keyUses.begin(scanner.keys.count)
    var graphics: Int?
    for place in record.fields.indices
    where record.fields[place].key == GMLKeyNames.graphics && !record.fields[place].isUsed {
      graphics = place
      break
    }
    for place in record.fields.indices where !record.fields[place].isUsed {
      try setField(place, for: domain, isGraphics: place == graphics)
    }
  }

  private mutating func setField(
    _ place: Int, for domain: AttributeKey.Domain, isGraphics: Bool
  ) throws(ReadingError) {
    let field = record.fields[place]
    if isListStart(place) { return }
    let count = keyUses.count(field.key)
    if count == 1, let slot = keyUses.slot(of: field.key, for: domain) {
      if try set(field, ofSlot: slot, for: domain) { return }
    }
    let key = scanner.keys.name(field.key)
    let name = count == 1 ? key : "\(key)#\(count)"
    if var items = record.list(at: place) {
      if isGraphics {
        let look = GMLGraphics.take(from: &items, of: domain, isUpwards: isUpwards)
        try assembly.setLook(look, for: domain, at: field.place)
      }
      var inner: [ExactText: Int] = [:]
      return try set(items, for: domain, prefix: name + ".", counts: &inner)
    }
    let slot = try assembly.slot(name, domain, at: field.place)
    if count == 1 { keyUses.setSlot(slot, of: field.key, for: domain) }
    _ = try set(field, ofSlot: slot, for: domain)
  }

  /// Gives the last node or edge the value of a field; false if it is a list.
  private mutating func set(
    _ field: GMLRecord.Field, ofSlot slot: Int, for domain: AttributeKey.Domain
  ) throws(ReadingError) -> Bool {
    switch field.value {
    case .integer(let number):
      try assembly.set(.whole(number), ofSlot: slot, for: domain, at: field.place)
    case .real(let number):
      try assembly.set(.decimal(number), ofSlot: slot, for: domain, at: field.place)
    case .text(let start, let count):
      try record.withText(start: start, count: count) { (bytes) throws(ReadingError) in
        try assembly.set(.text(bytes), ofSlot: slot, for: domain, at: field.place)
      }
    case .list: return false
    }
    return true
  }

  /// Whether a field is the mark that NetworkX puts before lists of one value.
  private func isListStart(_ place: Int) -> Bool {
    guard case .text(let start, let count) = record.fields[place].value,
      count == Self.listStart.count,
      record.withText(start: start, count: count, { $0.elementsEqual(Self.listStart) })
    else { return false }
    let next = record.fields[(place + 1)...].first { !$0.isUsed }
    return next?.key == record.fields[place].key
  }

  private static let listStart = Array("_networkx_list_start".utf8)

  /// Gives the graph, the last node or the last edge what a list says, with the name of the list and
  /// a point before the names of values, and a number after keys that were there before.
  mutating func set(
    _ items: [Item], for domain: AttributeKey.Domain, prefix: String = "",
    counts: inout [ExactText: Int]
  ) throws(ReadingError) {
    for (index, item) in items.enumerated() {
      // NetworkX marks lists of one value so.
      if case .text("_networkx_list_start") = item.value,
        items[index...].dropFirst().first?.key == item.key
      {
        continue
      }
      let count = counts[item.key, default: 0] + 1
      counts[item.key] = count
      let name = prefix + (count == 1 ? item.key : "\(item.key)#\(count)")
      if case .list(let items) = item.value {
        var inner: [ExactText: Int] = [:]
        try set(items, for: domain, prefix: name + ".", counts: &inner)
      } else if let value = item.value.scalar {
        try assembly.set(value, of: name, for: domain, at: item.place)
      }
    }
  }

  // MARK: Declarations

  /// Whether a list is the one in which our files declare attributes.
  static func areDeclarations(_ items: [Item]) -> Bool {
    !items.isEmpty
      && items.allSatisfy { item in
        switch (item.key, item.value) {
        case ("attribute", .list(let items)): items.contains { $0.key == "name" }
        default: false
        }
      }
  }

  mutating func declare(_ items: [Item]) throws(ReadingError) {
    for item in items {
      guard case .list(let parts) = item.value else { continue }
      func part(_ key: String) -> AttributeValue? {
        parts.first { $0.key == key }?.value.scalar
      }
      guard case .string(let name)? = part("name"), case .string(let type)? = part("type"),
        case .string(let domain)? = part("for"), let type = AttributeType(rawValue: type),
        let domain = AttributeKey.Domain(rawValue: domain)
      else {
        let types = AttributeType.allCases.map(\.rawValue).joined(separator: ", ")
        try assembly.skip(
          .content, at: item.place,
          "an attribute is declared without name, type (\(types)) or for (node, edge, graph)",
          advice: "give it all three", "left out")
        continue
      }
      var written: String?
      if case .string(let key)? = part("key") { written = key }
      try assembly.declare(
        name, as: written, for: domain, type, default: part("default"), at: item.place)
    }
  }
}

extension GMLScanner.Value {
  /// The value of an attribute; `nil` of a list.
  fileprivate var scalar: AttributeValue? {
    switch self {
    case .integer(let value): .long(value)
    case .real(let value): .double(value)
    case .text(let value): .string(value)
    case .list: nil
    }
  }
}
