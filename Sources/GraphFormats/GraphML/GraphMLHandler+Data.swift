internal import GraphCore

extension GraphMLHandler {
  /// What the data in a scope are attributes of.
  func domain(of scope: Scope) -> AttributeKey.Domain? {
    switch scope {
    case .node: .node
    case .edge: .edge
    case .graph, .file: .graph
    case .port: .port
    case .hyperedge: .hyperedge
    case .key, .keyDefault, .endpoint, .data, .note: nil
    }
  }

  func startData(
    _ element: XMLElement, _ domain: AttributeKey.Domain,
    _ parser: XMLParser
  ) throws(ReadingError) {
    guard let id = element.value(names.key), let number = keys.find(id, for: domain) else {
      let id = element.string(names.key)
      try fault(
        parser,
        id.map { "data of the key “\(Excerpt.of($0))”, which is not declared" }
          ?? "data without a key", advice: id == nil ? "name one" : "declare it",
        skipped: "they are left out")
      return skip()
    }
    scopes.append(.data(key: number))
    if keys[number].isGraphics {
      isDrawing = true
      drawing = YEdDrawing()
    } else {
      beginText()
    }
  }

  func startWithinData(_ element: XMLElement, _ key: Int, _ parser: XMLParser) {
    remark(
      parser, once: "markup \(key)",
      "data of “\(Excerpt.of(keys[key].name))” have markup in them, which is passed over")
    skip()
  }

  func endData(_ number: Int, _ parser: XMLParser) throws(ReadingError) {
    guard let owner = scopes.last, let domain = domain(of: owner) else { return }
    if isDrawing {
      isDrawing = false
      return try draw(drawing, owner, parser)
    }
    let slot = try slot(of: number, for: domain, parser)
    try text.withUnsafeBufferPointer { (bytes) throws(ReadingError) in
      switch owner {
      case .node(let node): try assign(bytes, to: slot, at: Int(node.rawValue), parser)
      case .edge(let edge): try assign(bytes, to: slot, at: Int(edge.rawValue), parser)
      case .graph(_, let owner?):
        let value = try looseValue(bytes, slot, parser)
        let name = graph.keys[slot].name
        graph.details.subgraphs[owner]?.values[name] = value
      case .graph, .file: try assign(bytes, to: slot, at: 0, parser)
      case .port:
        let value = try looseValue(bytes, slot, parser)
        openPorts[openPorts.count - 1].values[graph.keys[slot].name] = value
      case .hyperedge:
        let value = try looseValue(bytes, slot, parser)
        openHyperedge.values[graph.keys[slot].name] = value
      case .key, .keyDefault, .endpoint, .data, .note: break
      }
    }
  }

  private func slot(
    of number: Int, for domain: AttributeKey.Domain, _ parser: XMLParser
  ) throws(ReadingError) -> Int {
    if let slot = keys.slot(of: number, for: domain) { return slot }
    if !keys[number].domains.contains(domain) {
      remark(
        parser, once: "domain \(number) \(domain)",
        "“\(Excerpt.of(keys[number].name))” is not declared for this kind of element, "
          + "\(domain.rawValue); it is taken for an attribute of both")
    }
    return try declare(number, for: domain, parser)
  }

  /// A value that is kept outside the columns, where one that is too large can't widen its key.
  private func looseValue(
    _ bytes: BorrowedBytes, _ slot: Int, _ parser: XMLParser
  ) throws(ReadingError) -> AttributeValue? {
    let key = graph.keys[slot]
    guard let value = try value(bytes, of: key, parser) else { return nil }
    guard value.type != key.type else { return value }
    try fault(
      parser,
      "“\(Excerpt.of(bytes))” is too large for the type \(key.type.rawValue), which "
        + "“\(Excerpt.of(key.name))” has", advice: "declare it as string",
      skipped: "it is left out")
    return nil
  }

  /// Keeps how yEd draws a node or an edge.
  private func draw(
    _ drawing: YEdDrawing, _ owner: Scope, _ parser: XMLParser
  ) throws(ReadingError) {
    if drawing.hasMore {
      remark(
        parser, once: "yEd",
        "of drawings by yEd, fill, line, place, size, shape and labels are kept, and no more")
    }
    switch owner {
    case .node(let node):
      if !drawing.appearance.isEmpty { graph.details.nodeAppearances[node] = drawing.appearance }
      try label(drawing, .node, Int(node.rawValue), parser)
    case .edge(let edge):
      if !drawing.appearance.isEmpty { graph.details.edgeAppearances[edge] = drawing.appearance }
      try label(drawing, .edge, Int(edge.rawValue), parser)
    default: break
    }
  }

  private func label(
    _ drawing: YEdDrawing, _ domain: AttributeKey.Domain, _ row: Int, _ parser: XMLParser
  ) throws(ReadingError) {
    guard let label = drawing.label else { return }
    // A label of the file's own is another thing than what yEd shows.
    let isTaken = keys.contains { $0.name == "label" && $0.slots[domain] != nil }
    let name = isTaken ? "yEd label" : "label"
    if graph.slot(name, for: domain) == nil {
      do throws(PropertyGraphError) {
        try graph.declare(AttributeKey(name, for: domain, .string))
      } catch {
        throw ReadingError(error, at: parser.tagPosition())
      }
    }
    guard let slot = graph.slot(name, for: domain), graph.keys[slot].type == .string else { return }
    graph.columns[slot].set(.string(label), at: row)
  }
}
