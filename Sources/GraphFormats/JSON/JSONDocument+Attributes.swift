internal import ExactTexts

extension JSONDocument {
  /// Gives the last node or edge what its members say, but for some names.
  ///
  /// What stands beside `data` under a name that is in it, too, such as Cytoscape's `selected`, is
  /// how the element is drawn, and passed over.
  mutating func set(
    _ members: [JSONMember], for domain: AttributeKey.Domain, without skipped: [String],
    of data: JSONValue?
  ) throws(ReadingError) {
    var inner: [ExactText: JSONValue] = [:]
    for member in data?.members ?? [] { inner[member.name] = member.value }
    for member in members where !skipped.contains(member.name) {
      if let value = inner[member.name] {
        if value != member.value {
          remarkOnce("“data” has another value, which holds", member.name, domain, at: member.place)
        }
        continue
      }
      try set(member, for: domain, without: skipped)
    }
  }

  /// Gives the last node or edge what a member says; members that only hold others are opened, and
  /// names that say what the node or edge is are skipped there too.
  mutating func set(
    _ member: JSONMember, for domain: AttributeKey.Domain, without skipped: [String] = []
  ) throws(ReadingError) {
    guard case .object(let members) = member.value,
      ["data", "attributes", "metadata"].contains(member.name)
    else { return try set(member.value, of: member.name, for: domain, at: member.place) }
    for inner in members where !skipped.contains(inner.name) {
      try set(inner.value, of: inner.name, for: domain, at: inner.place)
    }
  }

  /// Gives the graph, the last node or the last edge a value: one value for each member of an
  /// object, with a point between the names.
  mutating func set(
    _ value: JSONValue, of name: String, for domain: AttributeKey.Domain, at place: TextPosition
  ) throws(ReadingError) {
    if case .object(let members) = value {
      for member in members {
        let inner = name.isEmpty ? member.name : "\(name).\(member.name)"
        try set(member.value, of: inner, for: domain, at: member.place)
      }
      return
    }
    guard let attribute = value.attribute else { return }
    switch value {
    case .array: remarkOnce("a list is kept as text", name, domain, at: place)
    case .digits:
      remarkOnce("a number has more than 64 bits: kept as text", name, domain, at: place)
    default: break
    }
    try assembly.set(attribute, of: name, for: domain, at: place)
  }

  private mutating func remarkOnce(
    _ message: String, _ name: String, _ domain: AttributeKey.Domain, at place: TextPosition
  ) {
    guard remarked.insert("\(domain) \(name) \(message)").inserted else { return }
    assembly.remarks.append(at: place, "the attribute “\(name)”: \(message)")
  }

  /// Reads the list in which our files declare attributes.
  mutating func declarations() throws(ReadingError) {
    var isFirst = true
    try scanner.beginArray()
    while try scanner.nextElement(&isFirst) {
      let place = try scanner.place()
      let value = try scanner.value(depth: 2)
      guard case .string(let name)? = value["name"], case .string(let type)? = value["type"],
        case .string(let domain)? = value["for"], let type = AttributeType(rawValue: type),
        let domain = AttributeKey.Domain(rawValue: domain)
      else {
        try assembly.skip(
          .content, at: place,
          """
          an attribute is declared without “name”, “type” (one of \
          \(AttributeType.allCases.map(\.rawValue).joined(separator: ", "))) or “for” (node, edge, graph)
          """, advice: "give it all three", "left out")
        continue
      }
      var written: String?
      if case .string(let changed)? = value["as"] { written = changed }
      try assembly.declare(
        name, as: written, for: domain, type, default: value["default"]?.attribute, at: place)
    }
  }
}
