internal import GraphCore

/// What the readers of XML formats share: the graph that comes to be, and the values in it.
class GraphHandler: XMLHandler {
  final let names: XMLNames
  /// How many elements are open that are passed over.
  final var skipped = 0
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

  init(_ parser: XMLParser, _ options: ReadingOptions) {
    names = XMLNames(parser)
    super.init(options: options)
  }

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

  /// What a text that is no value of its type stands for, if the attribute is to be of the type of
  /// that from now on; `nil` if it is a fault.
  func otherValue(
    _ bytes: BorrowedBytes, of key: AttributeKey, _ parser: XMLParser
  ) -> AttributeValue? { nil }

  /// Passes over the element that starts and all that is in it.
  final func skip() { skipped = 1 }

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
  /// Adds the node of an element, which may be in another node.
  ///
  /// - Returns: `nil` if it has no identifier, in which case a fault was told and it is passed over.
  func startNode(
    _ element: XMLElement, in owner: NodeID?, _ parser: XMLParser
  ) throws(ReadingError) -> NodeID? {
    guard let id = element.value(names.id) else {
      try fault(
        parser, "a node has no id", advice: "give it one",
        skipped: "it and what is in it are passed over")
      skip()
      return nil
    }
    let node = try declareNode(id, parser)
    if let owner { try nest(node, in: owner, parser) }
    return node
  }

  /// The identifiers of the nodes that the edge of an element joins.
  ///
  /// - Returns: `nil` if one is missing, in which case a fault was told and it is passed over.
  func ends(
    of element: XMLElement, _ parser: XMLParser
  ) throws(ReadingError) -> (source: BorrowedBytes, target: BorrowedBytes)? {
    let source = element.value(names.source)
    guard let source, let target = element.value(names.target) else {
      let missing = source == nil ? "source" : "target"
      try fault(
        parser, "an edge has no \(missing)", advice: "give it one", skipped: "it is passed over")
      skip()
      return nil
    }
    return (source, target)
  }

  /// Adds a node that the file declares, or finds it if an edge came first.
  private func declareNode(_ id: BorrowedBytes, _ parser: XMLParser) throws(ReadingError) -> NodeID
  {
    guard let node = graph.findNode(id) else { return try appendNode(id, parser) }
    if mentions.removeValue(forKey: node) == nil {
      try fault(
        parser, "the node “\(Excerpt.of(id))” was there before",
        advice: "rename one of them", skipped: "what is new here is added to it")
    }
    return node
  }

  /// Puts a node into the graph of another one, unless it would be within itself.
  private func nest(_ node: NodeID, in owner: NodeID, _ parser: XMLParser) throws(ReadingError) {
    do throws(PropertyGraphError) {
      try graph.setParent(owner, of: node)
    } catch {
      try fault(
        parser, withinItself(node), advice: "put it elsewhere", skipped: "it is left where it was")
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
        limit: "there are more than \(options.limits.nodes) nodes", at: parser.tagPosition())
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
        limit: "there are more than \(options.limits.edges) edges", at: parser.tagPosition())
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
      let id = graph.graph[node].id
      guard options.isLenient else {
        throw UndeclaredNode.error(id, at: position)
      }
      remarks.append(at: position, UndeclaredNode.remark(id))
    }
    // A graph of edges of one kind is of that kind, whatever its default was.
    if graph.graph.directedness == .mixed {
      if directedEdges == 0 { graph.become(.undirected) }
      if directedEdges == graph.graph.edgeCount { graph.become(.directed) }
    }
  }
}
