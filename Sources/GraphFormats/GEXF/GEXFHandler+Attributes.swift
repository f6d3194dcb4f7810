internal import GraphCore

// MARK: - Declarations

extension GEXFHandler {
  func startAttributes(_ element: XMLElement, _ parser: XMLParser) throws(ReadingError) {
    let domain = AttributeKey.Domain(rawValue: element.string(names.class) ?? "")
    guard let domain, domain == .node || domain == .edge else {
      try fault(
        parser,
        "the class of attributes is “\(Excerpt.of(element.string(names.class) ?? ""))”, expected node "
          + "or edge",
        skipped: "they are passed over")
      return skip()
    }
    scopes.append(.attributes(domain))
  }

  func startAttribute(
    _ element: XMLElement, _ domain: AttributeKey.Domain, _ parser: XMLParser
  ) throws(ReadingError) {
    guard graph.keys.count < options.limits.keys else {
      throw ReadingError(
        limit: "there are more than \(options.limits.keys) attributes", at: parser.tagPosition())
    }
    guard let id = element.value(names.id) else {
      try fault(
        parser, "an attribute has no id", advice: "give it one", skipped: "it is passed over")
      return skip()
    }
    guard attributes[domain.ordinal].slot(of: id) == nil else {
      try fault(
        parser, "the attribute “\(Excerpt.of(id))” is declared twice",
        advice: "rename one of them", skipped: "the first declaration holds")
      return skip()
    }
    let title = element.string(names.title) ?? String(decoding: id, as: UTF8.self)
    let named = element.string(names.type) ?? "string"
    let type = Self.type(named)
    if type == nil {
      remark(
        parser, once: "type \(named)",
        "values of the type “\(Excerpt.of(named))” are kept as text")
    }
    openAttribute = (Array(id), title, type ?? .string)
    openDefault = nil
    openOptions = nil
    scopes.append(.attribute(domain))
  }

  func endAttribute(_ domain: AttributeKey.Domain, _ parser: XMLParser) throws(ReadingError) {
    let (id, title, type) = openAttribute
    var name = title
    if graph.slot(name, for: domain) != nil {
      name = "\(title) (\(String(decoding: id, as: UTF8.self)))"
      while graph.slot(name, for: domain) != nil { name += "'" }
      remark(
        parser,
        "two \(domain.rawValue) attributes are called “\(Excerpt.of(title))”; the second "
          + "becomes “\(Excerpt.of(name))”")
    }
    var key = AttributeKey(name, for: domain, type)
    if let text = openDefault {
      let value = try text.withUnsafeBufferPointer {
        (bytes) throws(ReadingError) -> AttributeValue? in
        try self.value(bytes, of: key, parser)
      }
      key = AttributeKey(name, for: domain, value?.type ?? type, default: value)
    }
    if let options = openOptions, !options.isEmpty {
      key.choices = options.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    attributes[domain.ordinal].append(id, slot: graph.keys.count)
    do throws(PropertyGraphError) {
      try graph.declare(key)
    } catch {
      throw ReadingError(error, at: parser.tagPosition())
    }
  }

  /// The type that GEXF means, as far as there is one; all others are texts.
  private static func type(_ name: String) -> AttributeType? {
    switch name.lowercased() {
    case "integer", "int", "short", "byte": .int
    case "long": .long
    case "float": .float
    case "double": .double
    case "boolean": .boolean
    case "string": .string
    default: nil
    }
  }
}

// MARK: - Values

extension GEXFHandler {
  /// Keeps what GEXF says in an attribute of its own; if the file declares an attribute of the name,
  /// it is the value of what has no other.
  func assignNative(
    _ native: GEXFNative, _ bytes: BorrowedBytes, _ row: Int, _ parser: XMLParser
  ) throws(ReadingError) {
    if let slot = nativeSlots[native.rawValue] {
      return try assign(bytes, to: slot, at: row, parser)
    }
    let key = native.key
    var slot = graph.slot(key.name, for: key.domain)
    if let slot, attributes[key.domain.ordinal].slots.contains(slot) {
      natives.insert(Native(slot: slot, row: row))
      let type = graph.keys[slot].type
      guard ValueParser.isValue(bytes, of: type) else {
        return remark(
          parser, once: "native \(key.domain) \(key.name)",
          "“\(Excerpt.of(bytes))” is no value of type \(type.rawValue), which the file declares for "
            + "“\(key.name)”; GEXF's own \(key.name) is left out")
      }
    } else {
      if slot == nil {
        do throws(PropertyGraphError) {
          try graph.declare(key)
        } catch {
          throw ReadingError(error, at: parser.tagPosition())
        }
        slot = graph.keys.count - 1
      }
      nativeSlots[native.rawValue] = slot
    }
    if let slot { try assign(bytes, to: slot, at: row, parser) }
  }

  /// Keeps a value of a node or an edge, which may hold for a time only.
  func attributeValue(
    _ element: XMLElement, _ item: Scope?, _ parser: XMLParser
  ) throws(ReadingError) {
    let domain: AttributeKey.Domain
    switch item {
    case .node: domain = .node
    case .edge: domain = .edge
    default: return
    }
    let id = element.value(names.for) ?? element.value(names.id)
    guard let id, let slot = attributes[domain.ordinal].slot(of: id) else {
      let id = id.map { String(decoding: $0, as: UTF8.self) } ?? ""
      return try fault(
        parser, "a value is for the attribute “\(Excerpt.of(id))”, which is not declared",
        advice: "declare it", skipped: "it is left out")
    }
    guard let bytes = element.value(names.value) else {
      return try fault(
        parser, "an attvalue has no value", advice: "give it one", skipped: "it is left out")
    }
    // Most say for what, and a value, and no time.
    guard element.attributeCount > 2, let spell = spell(element) else {
      var row = 0
      if case .node(let node) = item { row = Int(node.rawValue) }
      if case .edge(let edge) = item { row = Int(edge.rawValue) }
      if !natives.isEmpty, natives.remove(Native(slot: slot, row: row)) != nil {
        graph.columns[slot].set(nil, at: row)
      }
      return try assign(bytes, to: slot, at: row, parser)
    }
    try keepTimed(bytes, of: slot, during: spell, item, parser)
  }
}

// MARK: - Looks

extension GEXFHandler {
  /// Keeps how a node or an edge is drawn.
  func look(_ element: XMLElement, _ item: Scope?, _ parser: XMLParser) {
    if spell(element) != nil { noteTimeOfLook(parser) }
    var look: Appearance
    switch item {
    case .node(let node): look = graph.details.nodeAppearances[node] ?? Appearance()
    case .edge(let edge): look = graph.details.edgeAppearances[edge] ?? Appearance()
    default: return
    }
    switch element.name {
    case names.color:
      look.color = color(element)
      noteLook(look.color == nil, element, parser)
    case names.position:
      if let x = number(names.x, element), let y = number(names.y, element) {
        look.position = Appearance.Position(x: x, y: y, z: number(names.z, element) ?? 0)
      }
      noteLook(look.position == nil, element, parser)
    case names.size:
      look.width = number(names.value, element)
      look.height = look.width
      noteLook(look.width == nil, element, parser)
    case names.shape:
      look.shape = element.string(names.value)
      if element.value(names.uri) != nil {
        remark(parser, once: "image", "where the images of nodes are is left out")
      }
    case names.thickness:
      look.thickness = number(names.value, element)
      noteLook(look.thickness == nil, element, parser)
    default: break
    }
    guard !look.isEmpty else { return }
    if case .node(let node) = item { graph.details.nodeAppearances[node] = look }
    if case .edge(let edge) = item { graph.details.edgeAppearances[edge] = look }
  }

  private func noteLook(_ isMissing: Bool, _ element: XMLElement, _ parser: XMLParser) {
    guard isMissing else { return }
    let name = element.name.text
    remark(
      parser, once: "look \(name)",
      "a \(name) can't be understood; it, and any other such, is left out")
  }

  /// Tells that GEXF 1.2 has looks that change, which there is no place for.
  func noteTimeOfLook(_ parser: XMLParser) {
    remark(parser, once: "time of looks", "the times of looks are left out; the last look holds")
  }

  private func color(_ element: XMLElement) -> Appearance.Color? {
    if let hex = element.string(names.hex) { return YEdDrawing.color(hex) }
    func part(_ name: XMLName) -> UInt8? {
      number(name, element).flatMap { UInt8(exactly: min(255, max(0, $0)).rounded()) }
    }
    guard let red = part(names.r), let green = part(names.g), let blue = part(names.b) else {
      return nil
    }
    let alpha = min(1, max(0, number(names.a, element) ?? 1))
    return Appearance.Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  private func number(_ name: XMLName, _ element: XMLElement) -> Double? {
    element.value(name).flatMap { ValueParser.double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }
}
