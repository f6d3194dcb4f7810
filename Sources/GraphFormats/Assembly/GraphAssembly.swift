/// A graph while it is read from a format that doesn't say beforehand which attributes there are
/// and of which types: values are gathered, and turned into a property graph in the end.
///
/// The values of an attribute are all of one type: whole numbers, numbers (if every whole number
/// among them is one exactly), truth values, or texts if nothing else holds them all.
package struct GraphAssembly {
  /// An end of an edge: a node, or the name of a node that may still come.
  enum End {
    case row(Int)
    case name(Int)
  }

  /// How the file is read.
  package let options: ReadingOptions
  /// What is not in the graph as the file has it.
  package var remarks = RemarkList()
  /// What kinds of edges there are, where edges say nothing of their own.
  package var isDirected = false
  /// Whether nodes that only edges name are nodes all the same.
  package var addsNamedNodes = false
  /// Whether edges that name no node at all may give places among the nodes instead, from 0.
  package var mayNameByPlace = false

  var nodes: [String] = []
  var rows: [ByteText: Int] = [:]
  var ends: [(source: End, target: End, isDirected: Bool?)] = []
  var names: [(name: String, place: TextPosition?)] = []
  private var nameSlots: [ByteText: Int] = [:]
  var columns: [AttributeKey.Domain: [LooseColumn]] = [:]
  var slots: [AttributeKey.Domain: [String: Int]] = [:]
  var order: [(domain: AttributeKey.Domain, slot: Int)] = []
  var declared: [(domain: AttributeKey.Domain, slot: Int)] = []
  var edgeIDs: [(row: Int, id: String)] = []
  var edgeIDName = "id"
  var parents: [(row: Int, name: String, place: TextPosition?)] = []
  var parentName = "parent"
  var nodeLooks: [Int: Appearance] = [:]
  var edgeLooks: [Int: Appearance] = [:]

  /// Begins with nothing.
  package init(options: ReadingOptions) {
    self.options = options
  }

  /// How many nodes there are so far.
  package var nodeCount: Int { nodes.count }
  /// How many edges there are so far.
  package var edgeCount: Int { ends.count }

  /// Adds a node, whose attributes come next; false if there is one of that name already, which is
  /// skipped in lenient reading.
  package mutating func addNode(_ id: String, at place: TextPosition?) throws(ReadingError) -> Bool
  {
    let id = try checked(id, at: place)
    guard rows[ByteText(id)] == nil else {
      try skip(.content, at: place, "the node “\(id)” was there before", "left out")
      return false
    }
    guard nodes.count < options.limits.nodes else {
      throw ReadingError(
        .limitExceeded, at: place, "there are more than \(options.limits.nodes) nodes")
    }
    rows[ByteText(id)] = nodes.count
    nodes.append(id)
    return true
  }

  /// Adds an edge, whose attributes come next; its ends may be nodes that come later.
  ///
  /// Each place is where an end is named, the second one `nil` if both are named at the first.
  package mutating func addEdge(
    from source: String, to target: String, directed isDirected: Bool? = nil,
    at place: TextPosition?, _ targetPlace: TextPosition? = nil
  ) throws(ReadingError) {
    guard ends.count < options.limits.edges else {
      throw ReadingError(
        .limitExceeded, at: place, "there are more than \(options.limits.edges) edges")
    }
    // A name that is only here has this place.
    let source = end(source, at: place)
    ends.append((source, end(target, at: targetPlace ?? place), isDirected))
  }

  /// Gives the last edge an identifier, which counts as one if no two edges have the same.
  ///
  /// Should identifiers repeat, they become an attribute of that name.
  package mutating func identifyEdge(
    _ id: String, name: String = "id", at place: TextPosition?
  ) throws(ReadingError) {
    edgeIDs.append((ends.count - 1, try checked(id, at: place)))
    edgeIDName = name
  }

  /// Puts a node, the last one unless a row is given, into another one, which may come later.
  ///
  /// Should there be no such node for one of the nodes, or should a node be within itself, the names
  /// become an attribute.
  package mutating func setParent(
    _ parent: String, of row: Int? = nil, name: String = "parent", at place: TextPosition?
  ) {
    parents.append((row ?? nodes.count - 1, parent, place))
    parentName = name
  }

  /// Says how the last node or edge is drawn.
  package mutating func setLook(
    _ look: Appearance, for domain: AttributeKey.Domain, at place: TextPosition?
  ) throws(ReadingError) {
    guard !look.isEmpty else { return }
    var look = look
    if let shape = look.shape { look.shape = try checked(shape, at: place) }
    if domain == .node {
      nodeLooks[nodes.count - 1] = look
    } else {
      edgeLooks[ends.count - 1] = look
    }
  }

  private mutating func end(_ name: String, at place: TextPosition?) -> End {
    let key = ByteText(name)
    if let row = rows[key] { return .row(row) }
    if let slot = nameSlots[key] { return .name(slot) }
    nameSlots[key] = names.count
    names.append((name, place))
    return .name(names.count - 1)
  }

  /// Declares an attribute, before or after its values, which may be under another name in the file.
  package mutating func declare(
    _ name: String, as written: String? = nil, for domain: AttributeKey.Domain,
    _ type: AttributeType, default defaultValue: AttributeValue? = nil, at place: TextPosition?
  ) throws(ReadingError) {
    let slot = try self.slot(written ?? name, domain, at: place)
    let name = try checked(name, at: place)
    columns[domain]?[slot].name = name
    declared.append((domain, slot))
    do throws(LooseColumn.Mismatch) {
      try columns[domain]?[slot].declare(type, default: defaultValue)
    } catch {
      throw mismatch(error, name, at: place)
    }
  }

  /// Announces an attribute whose values are texts that may all be numbers or truth values.
  package mutating func infer(
    _ name: String, for domain: AttributeKey.Domain, at place: TextPosition?
  ) throws(ReadingError) {
    let slot = try self.slot(name, domain, at: place)
    columns[domain]?[slot].infersFromText = true
  }

  /// Gives the graph, the last node or the last edge a value.
  package mutating func set(
    _ value: AttributeValue, of name: String, for domain: AttributeKey.Domain,
    at place: TextPosition?
  ) throws(ReadingError) {
    let row =
      switch domain {
      case .graph, .port, .hyperedge, .endpoint: 0
      case .node: nodes.count - 1
      case .edge: ends.count - 1
      }
    let slot = try self.slot(name, domain, at: place)
    guard columns[domain]?[slot].hasValue(inLast: row) == false else {
      try skip(.content, at: place, "“\(name)” has a value already", "left out")
      return
    }
    var value = value
    if case .string(let text) = value { value = .string(try checked(text, at: place)) }
    do throws(LooseColumn.Mismatch) {
      try columns[domain]?[slot].append(value, row: row, at: place)
    } catch {
      guard options.isLenient else { throw mismatch(error, name, at: place) }
      remarks.append(at: place, mismatch(error, name, at: place).message + ": left out")
    }
  }

  private func mismatch(
    _ mismatch: LooseColumn.Mismatch, _ name: String, at place: TextPosition?
  ) -> ReadingError {
    ReadingError(
      .content, at: place,
      """
      “\(name)” is declared as \(mismatch.type.rawValue), \
      but a value is \(mismatch.value.text.debugDescription)
      """)
  }

  mutating func slot(
    _ name: String, _ domain: AttributeKey.Domain, at place: TextPosition?
  ) throws(ReadingError) -> Int {
    if let slot = slots[domain]?[name] { return slot }
    guard order.count < options.limits.keys else {
      throw ReadingError(
        .limitExceeded, at: place, "there are more than \(options.limits.keys) attributes")
    }
    let slot = columns[domain]?.count ?? 0
    columns[domain, default: []].append(LooseColumn(try checked(name, at: place)))
    slots[domain, default: [:]][name] = slot
    order.append((domain, slot))
    return slot
  }

  // MARK: Faults

  /// Fails with what was found, or notes what becomes of it in lenient reading.
  package mutating func skip(
    _ reason: ReadingError.Reason, at place: TextPosition?, _ message: String, _ outcome: String
  ) throws(ReadingError) {
    guard options.isLenient else { throw ReadingError(reason, at: place, message) }
    remarks.append(at: place, "\(message): \(outcome)")
  }

  /// A text without the characters that a property graph can't hold.
  private mutating func checked(
    _ text: String, at place: TextPosition?
  ) throws(ReadingError) -> String {
    guard let scalar = text.unicodeScalars.first(where: \.isForbidden) else { return text }
    try skip(
      .content, at: place, "a text has the control character U+\(scalar.code)",
      "replaced by U+FFFD")
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
