internal import GraphCore

/// What the readers of XML formats share: the graph that comes to be, and the values in it.
class GraphHandler: XMLHandler {
  /// The graph so far.
  final var graph: PropertyGraph {
    unsafeAddress { UnsafePointer(graphPlace.pointer) }
    unsafeMutableAddress { graphPlace.pointer }
  }
  private let graphPlace = Place(PropertyGraph(.undirected))
  /// The text of the element that is being read, where it is wanted.
  final var text: [UInt8] {
    unsafeAddress { UnsafePointer(textPlace.pointer) }
    unsafeMutableAddress { textPlace.pointer }
  }
  private let textPlace = Place<[UInt8]>([])
  /// Whether the text is wanted.
  final var collectsText = false

  /// The nodes that are not declared yet, and where the first edge is that ends there.
  private var mentions: [NodeID: TextPosition] = [:]
  private var directedEdges = 0
  private var nodeForecast = Forecast()
  private var edgeForecast = Forecast()

  deinit {
    graphPlace.remove()
    textPlace.remove()
  }

  override func text(_ bytes: BorrowedBytes, _ parser: XMLParser) throws(ReadingError) {
    guard collectsText else { return }
    guard text.count + bytes.count <= options.limits.valueBytes else {
      throw parser.tooLong("a text")
    }
    text.append(contentsOf: bytes)
  }

  /// Starts to collect text.
  func beginText() {
    text.removeAll(keepingCapacity: true)
    collectsText = true
  }

  /// The text that was collected.
  func takeText() -> String {
    collectsText = false
    return String(decoding: text, as: UTF8.self)
  }
}

// MARK: - Nodes and edges

extension GraphHandler {
  /// Adds a node that the file declares, or finds it if an edge came first.
  ///
  /// - Returns: `nil` if the node was declared before, in which case a fault was told.
  func declareNode(_ id: BorrowedBytes, _ parser: XMLParser) throws(ReadingError) -> NodeID {
    guard let node = graph.findNode(id) else { return try appendNode(id, parser) }
    if mentions.removeValue(forKey: node) == nil {
      try fault(
        parser, "the node “\(Excerpt.of(id))” is declared before",
        skipped: "what is new here is added to it")
    }
    return node
  }

  /// Puts a node into the graph of another one, unless it would be within itself.
  func nest(_ node: NodeID, in owner: NodeID, _ parser: XMLParser) throws(ReadingError) {
    do throws(PropertyGraphError) {
      try graph.setParent(owner, of: node)
    } catch {
      try fault(parser, withinItself(node), skipped: "it is left where it was")
    }
  }

  /// The fault of a node that would be within itself.
  func withinItself(_ node: NodeID) -> String {
    "the node “\(Excerpt.of(graph.graph[node].id))” would be within itself"
  }

  /// The node at which an edge ends, which may be declared later.
  func mentionNode(_ id: BorrowedBytes, _ parser: XMLParser) throws(ReadingError) -> NodeID {
    if let node = graph.findNode(id) { return node }
    let node = try appendNode(id, parser)
    mentions[node] = parser.tagPosition()
    return node
  }

  private func appendNode(
    _ id: BorrowedBytes, _ parser: XMLParser
  ) throws(ReadingError) -> NodeID {
    guard graph.graph.nodeCount < options.limits.nodes else {
      throw ReadingError(
        .limitExceeded, at: parser.tagPosition(),
        "there are more than \(options.limits.nodes) nodes; raise the limit if the file can be "
          + "trusted")
    }
    if let count = nodeForecast.next(graph.graph.nodeCount, parser) {
      graph.expect(count, of: .node)
    }
    return graph.appendNode(id)
  }

  /// Adds an edge; an identifier that an edge before it has is not given to it as well.
  func addEdge(
    from source: NodeID, to target: NodeID, id: BorrowedBytes?, directed isDirected: Bool,
    _ parser: XMLParser
  ) throws(ReadingError) -> EdgeID {
    guard graph.graph.edgeCount < options.limits.edges else {
      throw ReadingError(
        .limitExceeded, at: parser.tagPosition(),
        "there are more than \(options.limits.edges) edges; raise the limit if the file can be "
          + "trusted")
    }
    var own: String?
    if let id {
      if graph.findEdge(id) == nil {
        own = String(decoding: id, as: UTF8.self)
      } else {
        remark(
          parser, once: "edge id",
          "an edge before this one has the identifier “\(Excerpt.of(id))”; this edge, and any "
            + "other such, is kept without one")
      }
    }
    if let count = edgeForecast.next(graph.graph.edgeCount, parser) {
      graph.expect(count, of: .edge)
    }
    if isDirected { directedEdges += 1 }
    if graph.graph.directedness != .mixed,
      isDirected != (graph.graph.directedness == .directed)
    {
      graph.become(.mixed)
    }
    return graph.appendEdge(from: source, to: target, own, directed: isDirected)
  }

  /// Ends the graph: every node at which an edge ends has to be declared by now.
  func finishGraph() throws(ReadingError) {
    graph.graph.linkEdges()
    for (node, position) in mentions.sorted(by: { $0.key < $1.key }) {
      let message = "the node “\(Excerpt.of(graph.graph[node].id))” is not declared"
      guard options.isLenient else { throw ReadingError(.content, at: position, message) }
      remarks.append(at: position, "\(message); it is added, since an edge ends at it")
    }
    // A graph of edges of one kind is of that kind, whatever its default was.
    if graph.graph.directedness == .mixed {
      if directedEdges == 0 { graph.become(.undirected) }
      if directedEdges == graph.graph.edgeCount { graph.become(.directed) }
    }
  }
}

// MARK: - Values

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
        return try reject(bytes, graph.keys[slot], parser)
      }
      if value.magnitude >= 0x1p53 { noteRounding(bytes, value, graph.keys[slot], parser) }
      graph.columns[slot].set(wide: value.bitPattern, at: row)
    default:
      let key = graph.keys[slot]
      guard let value = try value(bytes, of: key, parser) else { return }
      if value.type != key.type { widen(slot, to: value.type) }
      graph.columns[slot].set(value, at: row)
    }
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
      "“\(Excerpt.of(bytes))” is no value of type \(key.type.rawValue), which “\(key.name)” has",
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
