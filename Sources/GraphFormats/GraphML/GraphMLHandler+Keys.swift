internal import ExactTexts

// MARK: - Declarations

extension GraphMLHandler {
  func startKey(
    _ element: XMLElement, _ parser: XMLParser
  ) throws(ReadingError) {
    guard keys.count < options.limits.keys else {
      throw ReadingError(
        limit: "there are more than \(options.limits.keys) keys", at: parser.tagPosition())
    }
    guard let id = element.value(names.id) else {
      try fault(parser, "a key has no id", advice: "give it one", skipped: "it is passed over")
      return skip()
    }
    let idText = String(decoding: id, as: UTF8.self)
    guard let domains = GraphMLKey.domains(element.string(names.for)) else {
      try fault(
        parser,
        "the key “\(Excerpt.of(idText))” is for “\(Excerpt.of(element.string(names.for) ?? ""))”, "
          + "expected graph, node, edge, port, hyperedge, endpoint or all",
        skipped: "it is passed over")
      return skip()
    }
    let name = element.string(names.attrName) ?? idText
    var key = GraphMLKey(domains: domains, name: name)
    if let type = element.string(names.attrType) {
      let word = trimmed(type)
      if let known = GraphMLKey.type(word) {
        key.type = known
      } else {
        remark(
          parser,
          "the type “\(Excerpt.of(type))” of “\(Excerpt.of(name))” is none of GraphML's; "
            + "its values are kept as text")
      }
    }
    key.isGraphics = element.value(names.yfilesType) != nil
    let earlier = keys.numbers(of: idText).filter { other in
      keys[other].domains.contains { domains.contains($0) }
    }
    if let other = earlier.first {
      let isSame = keys[other].name.isExactly(name) && keys[other].type == key.type
      if !isSame {
        try fault(
          parser, "the key “\(Excerpt.of(idText))” is declared twice, differently",
          advice: "rename one of them", skipped: "the first declaration holds")
      } else {
        remark(parser, "the key “\(Excerpt.of(idText))” is declared twice")
      }
      return skip()
    }
    keys.append(key, id: id)
    scopes.append(.key)
  }

  func endKey(_ parser: XMLParser) throws(ReadingError) {
    let number = keys.count - 1
    guard !keys[number].isGraphics else { return }
    // A key for everything is declared for ports and hyperedges when one has a value of it.
    let domains = keys[number].domains
    for domain in domains where domains.count == 1 || domain != .port && domain != .hyperedge {
      _ = try declare(number, for: domain, parser)
    }
  }

  /// Declares an attribute of the graph for a key.
  ///
  /// - Returns: The slot of the attribute.
  func declare(
    _ number: Int, for domain: AttributeKey.Domain, _ parser: XMLParser
  ) throws(ReadingError) -> Int {
    if let slot = keys[number].slots[domain] { return slot }
    let key = keys[number]
    var name = key.name
    if let first = graph.slot(like: name, for: domain) {
      name += " (\(keys.id(of: number)))"
      while graph.slot(like: name, for: domain) != nil { name += "'" }
      let isOfOtherType =
        graph.keys[first].type != key.type
        && !namesakes.contains { $0.first == first && graph.keys[$0.second].type == key.type }
      if isOfOtherType {
        // Whether they can be one is known in the end.
        namesakes.append((first, graph.keys.count, parser.tagPosition()))
      } else {
        remark(
          parser,
          "two \(domain.rawValue) attributes are called “\(Excerpt.of(key.name))”; the second "
            + "becomes “\(Excerpt.of(name))”")
      }
    }
    var attribute = AttributeKey(name, for: domain, key.type)
    attribute.note = key.note
    if let text = key.defaultText {
      let value = try text.withUnsafeBufferPointer {
        (bytes) throws(ReadingError) -> AttributeValue? in
        try self.value(bytes, of: attribute, parser)
      }
      let note = attribute.note
      attribute = AttributeKey(name, for: domain, value?.type ?? key.type, default: value)
      attribute.note = note
    }
    let slot = graph.keys.count
    do throws(PropertyGraphError) {
      try graph.declare(attribute)
    } catch {
      throw ReadingError(error, at: parser.tagPosition())
    }
    keys.setSlot(slot, of: number, for: domain)
    return slot
  }

  /// Makes one attribute of those of one name, where that can be.
  func mergeNamesakes() {
    guard !namesakes.isEmpty else { return }
    let keys = graph.keys
    let areMerged = graph.merge(namesakes.map { ($0.first, $0.second) })
    for (namesake, isMerged) in zip(namesakes, areMerged) {
      let (first, second) = (keys[namesake.first], keys[namesake.second])
      remarks.append(
        at: namesake.position,
        "two \(first.domain.rawValue) attributes are called “\(Excerpt.of(first.name))”; "
          + (isMerged
            ? "they are one, since no element has both"
            : "the second becomes “\(Excerpt.of(second.name))”"))
    }
    namesakes = []
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: ValueParser.trimmed($0), as: UTF8.self) }
  }
}
