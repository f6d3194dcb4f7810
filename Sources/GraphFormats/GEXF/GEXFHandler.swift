internal import GraphCore

/// Builds a graph from the elements of a GEXF file.
final class GEXFHandler: GraphHandler {
  /// What is open around the place that is read.
  enum Scope {
    case file
    case meta
    case creator
    case description
    case graph
    case attributes(AttributeKey.Domain)
    case attribute(AttributeKey.Domain)
    case attributeDefault
    case attributeOptions
    /// `nodes` and `edges`, with the node that they are in.
    case list(NodeID?)
    case node(NodeID)
    case edge(EdgeID)
    /// `attvalues`, `spells`, `parents` and their like, which only hold others together.
    case group
    /// What has no elements in it.
    case leaf
  }

  var scopes: [Scope] {
    unsafeAddress { UnsafePointer(scopesPlace.pointer) }
    unsafeMutableAddress { scopesPlace.pointer }
  }
  private let scopesPlace = Place<[Scope]>([])
  private var hasGraph = false
  /// Whether NetworkX wrote the file.
  private(set) var isOfNetworkX = false
  private var isDirectedByDefault = false

  /// The attribute that is being declared, and its texts.
  var openAttribute: (id: [UInt8], title: String, type: AttributeType) = ([], "", .string)
  var openDefault: [UInt8]?
  var openOptions: String?
  /// The attributes of each domain.
  var attributes: [GEXFAttributes] {
    unsafeAddress { UnsafePointer(attributesPlace.pointer) }
    unsafeMutableAddress { attributesPlace.pointer }
  }
  private let attributesPlace = Place(
    [GEXFAttributes](repeating: GEXFAttributes(), count: AttributeKey.Domain.allCases.count))
  /// The slots of GEXF's own attributes that the file does not declare as well, once they are known.
  var nativeSlots = [Int?](repeating: nil, count: GEXFNative.allCases.count)
  /// A value in an attribute of GEXF's own.
  struct Native: Hashable {
    let slot: Int
    let row: Int
  }

  /// The values that others of the same name take the place of.
  var natives: Set<Native> = []
  /// What nodes are said to be in, to be looked up when all nodes are there.
  private var parents: [(node: NodeID, parent: String, position: TextPosition)] = []

  deinit {
    scopesPlace.remove()
    attributesPlace.remove()
  }

  override func start(_ element: XMLElement, _ parser: XMLParser) throws(ReadingError) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    let name = element.name
    guard let scope = scopes.last else {
      guard name == names.gexf else {
        throw ReadingError(
          .content, at: parser.tagPosition(),
          "the file is no GEXF: found “\(Excerpt.of(name.text))”, expected “gexf”; "
            + "name the format that it has")
      }
      return scopes.append(.file)
    }
    switch scope {
    case .node, .edge, .group:
      if try startWithinItem(element, parser) { return }
    case .list(let owner):
      if name == names.node { return try startNode(element, owner, parser) }
      if name == names.edge { return try startEdge(element, parser) }
    case .graph:
      if name == names.nodes || name == names.edges { return scopes.append(.list(nil)) }
      if name == names.attributes { return try startAttributes(element, parser) }
    case .attributes(let domain):
      if name == names.attribute { return try startAttribute(element, domain, parser) }
    case .attribute:
      if name == names.default || name == names.options {
        scopes.append(name == names.default ? .attributeDefault : .attributeOptions)
        return beginText()
      }
    case .file:
      if name == names.graph { return try startGraph(element, parser) }
      if name == names.meta { return scopes.append(.meta) }
    case .meta:
      if name == names.description || name == names.creator {
        scopes.append(name == names.creator ? .creator : .description)
        return beginText()
      }
      return skip()
    case .leaf:
      if name == names.spells {
        noteTimeOfLook(parser)
        return skip()
      }
    case .creator, .description, .attributeDefault, .attributeOptions: break
    }
    try fault(
      parser, "the element “\(Excerpt.of(name.text))” is not expected here",
      advice: "take it out", skipped: "it is passed over")
    skip()
  }

  override func end(_ parser: XMLParser) throws(ReadingError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let scope = scopes.popLast() else { return }
    switch scope {
    case .attribute(let domain): try endAttribute(domain, parser)
    case .attributeDefault:
      collectsText = false
      openDefault = text
    case .attributeOptions: openOptions = takeText()
    case .creator: isOfNetworkX = takeText().hasPrefix("NetworkX")
    case .description:
      let note = takeText()
      if !note.isEmpty { graph.details.note = note }
    default: break
    }
  }

  override func finish(_ parser: XMLParser) throws(ReadingError) {
    guard hasGraph else {
      throw ReadingError(
        .content, at: parser.position(),
        "the file has no graph, expected an element “graph”; check whether the file is whole")
    }
    for (node, parent, position) in parents {
      let found = graph.node(withID: parent)
      if let found { try graph.checkDepth(of: found, options.limits, at: position) }
      do throws(PropertyGraphError) {
        if let found { try graph.setParent(found, of: node) }
      } catch {
        let (message, outcome) = (withinItself(node), "it is left where it was")
        guard options.isLenient else {
          throw ReadingError(
            .content, at: position, message, advice: "put it elsewhere", leniently: outcome)
        }
        remarks.append(at: position, "\(message); \(outcome)")
      }
      guard found == nil else { continue }
      let message = "the parent “\(Excerpt.of(parent))” is not declared"
      let outcome = "the node is left without one"
      guard options.isLenient else {
        throw ReadingError(
          .content, at: position, message, advice: "declare it", leniently: outcome)
      }
      remarks.append(at: position, "\(message); \(outcome)")
    }
    settleHistories()
    try finishGraph()
  }

  override func otherValue(
    _ bytes: BorrowedBytes, of key: AttributeKey, _ parser: XMLParser
  ) -> AttributeValue? { wideValue(bytes, of: key, parser) }

  private func startGraph(_ element: XMLElement, _ parser: XMLParser) throws(ReadingError) {
    guard !hasGraph else {
      remark(parser, once: "graphs", "the file has more than one graph; the first is read")
      return skip()
    }
    hasGraph = true
    if let type = element.string(names.defaultedgetype) {
      isDirectedByDefault = try isDirected(type, parser) ?? false
    }
    graph.become(isDirectedByDefault ? .directed : .undirected)
    // GEXF 1.1 called it so, and doubles floats.
    let format = element.string(names.timeformat) ?? element.string(names.timetype)
    var scale = TimeScale(format: format == "float" ? "double" : format)
    scale.isMoments = element.string(names.timerepresentation) == "timestamp"
    scale.spell = spell(element) ?? Spell()
    if scale != TimeScale() { graph.details.timeScale = scale }
    if let zone = element.string(names.timezone) {
      remark(parser, once: "zone", "the time zone “\(Excerpt.of(zone))” is left out")
    }
    scopes.append(.graph)
  }

  /// Whether a type of edges leads one way; `nil` after a fault that was skipped.
  private func isDirected(_ type: String, _ parser: XMLParser) throws(ReadingError) -> Bool? {
    switch type.lowercased() {
    case "directed": return true
    case "undirected": return false
    case "mutual":
      remark(parser, once: "mutual", "mutual edges become edges that lead both ways")
      return false
    default:
      try fault(
        parser,
        "the type of an edge is “\(Excerpt.of(type))”, expected directed, undirected or "
          + "mutual",
        skipped: "it is as the graph says")
      return nil
    }
  }
}

// MARK: - Nodes and edges

extension GEXFHandler {
  private func startNode(
    _ element: XMLElement, _ owner: NodeID?, _ parser: XMLParser
  ) throws(ReadingError) {
    guard let node = try startNode(element, in: owner, parser) else { return }
    // Attributes that say no time; most elements have no others.
    var others = 1
    if let parent = element.string(names.pid) {
      others += 1
      noteParent(parent, of: node, parser)
    }
    if let label = element.value(names.label) {
      others += 1
      try assignNative(.nodeLabel, label, Int(node.rawValue), parser)
    }
    if element.attributeCount > others {
      let spells = spells(element)
      if !spells.isEmpty { graph.details.nodeSpells[node] = spells }
    }
    scopes.append(.node(node))
  }

  private func startEdge(_ element: XMLElement, _ parser: XMLParser) throws(ReadingError) {
    guard let ends = try ends(of: element, parser) else { return }
    var directed = isDirectedByDefault
    var others = 2
    if let type = element.string(names.type) {
      others += 1
      directed = try isDirected(type, parser) ?? directed
    }
    let source = try mentionNode(ends.source, parser)
    let target = try mentionNode(ends.target, parser)
    let id = element.value(names.id)
    if id != nil { others += 1 }
    let edge = try addEdge(from: source, to: target, id: id, directed: directed, parser)
    let row = Int(edge.rawValue)
    func assign(_ native: GEXFNative, _ name: XMLName) throws(ReadingError) {
      guard element.attributeCount > others, let value = element.value(name) else { return }
      others += 1
      try assignNative(native, value, row, parser)
    }
    try assign(.edgeLabel, names.label)
    try assign(.edgeWeight, names.weight)
    try assign(.edgeKind, names.kind)
    if element.attributeCount > others {
      let spells = spells(element)
      if !spells.isEmpty { graph.details.edgeSpells[edge] = spells }
    }
    scopes.append(.edge(edge))
  }

  /// Notes what a node is in; the node may come later.
  private func noteParent(_ parent: String, of node: NodeID, _ parser: XMLParser) {
    if let last = parents.last, last.node == node, last.parent != parent {
      remark(
        parser, once: "parents",
        "a node has several parents; this one, and any other such, is within the last of them")
    }
    parents.append((node, parent, parser.tagPosition()))
  }

  /// Starts what may stand in a node or an edge.
  ///
  /// - Returns: Whether it may.
  private func startWithinItem(
    _ element: XMLElement, _ parser: XMLParser
  ) throws(ReadingError) -> Bool {
    var item: Scope?
    for scope in scopes.reversed() {
      if case .group = scope { continue }
      item = scope
      break
    }
    let name = element.name
    switch name {
    case names.attvalues, names.spells, names.slices, names.parents: scopes.append(.group)
    case names.attvalue:
      try attributeValue(element, item, parser)
      scopes.append(.leaf)
    case names.spell, names.slice:
      if let spell = spell(element) {
        if case .node(let node) = item { graph.details.nodeSpells[node, default: []].append(spell) }
        if case .edge(let edge) = item { graph.details.edgeSpells[edge, default: []].append(spell) }
      }
      scopes.append(.leaf)
    case names.parent:
      if case .node(let node) = item, let parent = element.string(names.for) {
        noteParent(parent, of: node, parser)
      }
      scopes.append(.leaf)
    case names.nodes, names.edges:
      guard case .node(let node) = item else { return false }
      scopes.append(.list(name == names.nodes ? node : nil))
    case names.color, names.position, names.size, names.shape, names.thickness:
      look(element, item, parser)
      scopes.append(.leaf)
    default: return false
    }
    return true
  }
}
