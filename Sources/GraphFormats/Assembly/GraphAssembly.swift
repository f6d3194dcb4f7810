internal import ExactTexts
internal import GraphCore

/// A graph while it is read from a format that doesn't say beforehand which attributes there are
/// and of which types: values are gathered, and turned into a property graph in the end.
///
/// The values of an attribute are all of one type: whole numbers, numbers (if every whole number
/// among them is one exactly), truth values, or texts if nothing else holds them all.
package struct GraphAssembly {
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

  /// The nodes so far, and no edges.
  var graph = PropertyGraph(.undirected)
  var edges = LooseEdges()
  /// What edges call the nodes that were not there yet.
  var names: [String] = []
  /// Where these names were found first.
  var namePlaces: [TextPosition?] = []
  var namesByText = IdentifierIndex()
  /// Which names and which nodes are numbers, where the format tells `1` from `"1"`; those beyond
  /// the end are texts.
  var namesThatAreNumbers: [Bool] = []
  var rowsThatAreNumbers: [Bool] = []
  /// The nodes that got another name than they have in the file, by that one.
  var twins: [ExactText: Int] = [:]
  var rowsOfTwins: Set<Int> = []
  /// The attributes of each domain.
  var tables = [LooseColumns](repeating: LooseColumns(), count: AttributeKey.Domain.allCases.count)
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
  package var nodeCount: Int { graph.graph.nodeCount }
  /// How many edges there are so far.
  package var edgeCount: Int { edges.count }

  // MARK: Nodes and edges

  /// Adds a node, whose attributes come next; false if there is one of that name already, which is
  /// skipped in lenient reading.
  ///
  /// Where the format tells `1` from `"1"`, these are two nodes; the second gets another name.
  package mutating func addNode(
    _ id: String, isNumber: Bool = false, at place: TextPosition?
  ) throws(ReadingError) -> Bool {
    try addRow(id, isNumber: isNumber, at: place).isNew
  }

  /// Adds a node, whose attributes come next.
  mutating func addRow(
    _ id: String, isNumber: Bool, at place: TextPosition?
  ) throws(ReadingError) -> (row: Int, isNew: Bool) {
    var id = id
    if let row = row(of: id), !isNamed(row, asNumber: isNumber), twins[id] == nil {
      id = addTwin(of: id, at: place)
    }
    let (row, isNew) = try addNode(Array(id.utf8), at: place)
    if isNumber, isNew {
      rowsThatAreNumbers += repeatElement(false, count: row - rowsThatAreNumbers.count)
      rowsThatAreNumbers.append(true)
    }
    return (row, isNew)
  }

  /// Adds a node, whose attributes come next.
  mutating func addNode(
    _ id: [UInt8], at place: TextPosition?
  ) throws(ReadingError) -> (row: Int, isNew: Bool) {
    try id.withUnsafeBufferPointer { (id) throws(ReadingError) in try addNode(id, at: place) }
  }

  /// Adds a node, whose attributes come next, if there is none of that name; else that is a fault,
  /// which is skipped in lenient reading.
  ///
  /// - Returns: The row of the node, and whether it is new.
  mutating func addNode(
    _ id: UnsafeBufferPointer<UInt8>, at place: TextPosition?
  ) throws(ReadingError) -> (row: Int, isNew: Bool) {
    guard PropertyGraph.mayBeForbidden(id) else { return try appendNode(id, at: place) }
    let id = Array(try checked(String(decoding: id, as: UTF8.self), at: place).utf8)
    return try id.withUnsafeBufferPointer { (id) throws(ReadingError) in
      try appendNode(id, at: place)
    }
  }

  private mutating func appendNode(
    _ id: UnsafeBufferPointer<UInt8>, at place: TextPosition?
  ) throws(ReadingError) -> (row: Int, isNew: Bool) {
    if let row = row(of: id) {
      let name = String(decoding: id, as: UTF8.self)
      try skip(
        .content, at: place, "the node “\(Excerpt.of(name))” was there before",
        advice: "rename one of them", "left out")
      return (row, false)
    }
    guard nodeCount < options.limits.nodes else {
      throw ReadingError(limit: "there are more than \(options.limits.nodes) nodes", at: place)
    }
    return (Int(graph.appendNode(id).rawValue), true)
  }

  /// The identifier of a node.
  func nodeID(at row: Int) -> String { graph.graph[NodeID(rawValue: UInt32(row))].id }

  /// The row of a node.
  func row(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { row(of: $0) }
  }

  /// The row of a node.
  func row(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    graph.findNode(id).map { Int($0.rawValue) }
  }

  /// Adds an edge, whose attributes come next; its ends may be nodes that come later.
  ///
  /// Each end may be a number, where the format tells `1` from `"1"`.
  package mutating func addEdge(
    from source: String, isNumber sourceIsNumber: Bool = false, to target: String,
    isNumber targetIsNumber: Bool = false, directed isDirected: Bool? = nil,
    at place: TextPosition?
  ) throws(ReadingError) {
    // A name that is only here has this place.
    let source = end(source, isNumber: sourceIsNumber, at: place)
    let target = end(target, isNumber: targetIsNumber, at: place)
    try addEdge(from: source, to: target, directed: isDirected, at: place)
  }

  /// Adds an edge, whose attributes come next.
  mutating func addEdge(
    from source: LooseEdges.End, to target: LooseEdges.End, directed isDirected: Bool? = nil,
    at place: TextPosition?
  ) throws(ReadingError) {
    guard edges.count < options.limits.edges else {
      throw ReadingError(limit: "there are more than \(options.limits.edges) edges", at: place)
    }
    edges.append(source, target, directed: isDirected)
  }

  /// The end of an edge that has a name.
  mutating func end(_ name: [UInt8], at place: TextPosition?) -> LooseEdges.End {
    name.withUnsafeBufferPointer { end($0, at: place) }
  }

  /// The end of an edge that has a name.
  mutating func end(
    _ name: UnsafeBufferPointer<UInt8>, at place: TextPosition?
  ) -> LooseEdges.End {
    if let row = row(of: name) { return .row(row) }
    let known = namesByText.find(name) { !isNumberedName($0) && names[$0].hasBytes(name) }
    if let known { return .name(known) }
    namesByText.insert(names.count, name)
    names.append(String(decoding: name, as: UTF8.self))
    namePlaces.append(place)
    return .name(names.count - 1)
  }

  /// Gives the last edge an identifier, which counts as one if no two edges have the same.
  ///
  /// Should identifiers repeat, they become an attribute of that name.
  package mutating func identifyEdge(
    _ id: String, name: String = "id", at place: TextPosition?
  ) throws(ReadingError) {
    edgeIDs.append((edges.count - 1, try checked(id, at: place)))
    edgeIDName = name
  }

  /// Puts a node, the last one unless a row is given, into another one, which may come later.
  ///
  /// Should there be no such node for one of the nodes, or should a node be within itself, the names
  /// become an attribute.
  package mutating func setParent(
    _ parent: String, of row: Int? = nil, name: String = "parent", at place: TextPosition?
  ) {
    parents.append((row ?? nodeCount - 1, parent, place))
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
      nodeLooks[nodeCount - 1] = look
    } else {
      edgeLooks[edges.count - 1] = look
    }
  }

  // MARK: Faults

  /// Fails with what was found and what to do, or notes what becomes of it in lenient reading.
  package mutating func skip(
    _ reason: ReadingError.Reason, at place: TextPosition?, _ message: String,
    advice: String = ReadingError.advice, _ outcome: String
  ) throws(ReadingError) {
    guard options.isLenient else {
      throw ReadingError(reason, at: place, message, advice: advice, leniently: outcome)
    }
    remarks.append(at: place, "\(message): \(outcome)")
  }
}
