internal import GraphCore

/// Builds a graph from the elements of a GraphML file.
final class GraphMLHandler: GraphHandler {
  /// What is open around the place that is read.
  enum Scope {
    case file
    case key
    case keyDefault
    case graph(isDirected: Bool, owner: NodeID?)
    case node(NodeID)
    case edge(EdgeID)
    case port
    case hyperedge
    case endpoint
    case data(key: Int)
    case note
  }

  var scopes: [Scope] {
    unsafeAddress { UnsafePointer(scopesPlace.pointer) }
    unsafeMutableAddress { scopesPlace.pointer }
  }
  private let scopesPlace = Place<[Scope]>([])
  private var namespace = XMLName(bytes: nil)
  private let graphIndex: Int
  private var graphsSeen = 0

  var keys: GraphMLKeys {
    unsafeAddress { UnsafePointer(keysPlace.pointer) }
    unsafeMutableAddress { keysPlace.pointer }
  }
  private let keysPlace = Place(GraphMLKeys())
  /// Attributes that have the name of an earlier one, and where they are declared.
  var namesakes: [(first: Int, second: Int, position: TextPosition)] = []
  var openPorts: [NodePort] = []
  var openHyperedge = Hyperedge(endpoints: [])
  var isDrawing = false
  var drawing = YEdDrawing()

  init(_ parser: XMLParser, _ options: ReadingOptions, graphIndex: Int) {
    self.graphIndex = graphIndex
    super.init(parser, options)
  }

  deinit {
    scopesPlace.remove()
    keysPlace.remove()
  }

  override func start(_ element: XMLElement, _ parser: XMLParser) throws(ReadingError) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    if isDrawing {
      drawing.start(element)
      return
    }
    guard let scope = scopes.last else { return try startFile(element, parser) }
    guard
      element.namespace == namespace
        || element.prefix.bytes == nil && element.namespace.bytes == nil
    else { return skipForeign(element, parser) }

    let name = element.name
    switch scope {
    case .graph(let isDirected, let owner):
      if name == names.edge { return try startEdge(element, isDirected, parser) }
      if name == names.node { return try startNode(element, owner, parser) }
      if name == names.hyperedge { return startHyperedge(element, parser) }
      if name == names.key {
        remark(
          parser, once: "key in graph", "a key is declared within a graph; it is read all the same")
        return try startKey(element, parser)
      }
    case .file:
      if name == names.key { return try startKey(element, parser) }
      if name == names.graph { return try startGraph(element, nil, parser) }
    case .node(let node):
      if name == names.port { return try startPort(element, parser) }
      if name == names.graph { return try startGraph(element, node, parser) }
    case .edge, .hyperedge:
      if name == names.graph {
        remark(
          parser, once: "graph in edge",
          "a graph within an edge has no place; its nodes are added to the graph around it")
        return try startGraph(element, nil, parser, withinEdge: true)
      }
      if case .hyperedge = scope, name == names.endpoint {
        return try startEndpoint(element, parser)
      }
    case .port:
      if name == names.port { return try startPort(element, parser) }
    case .key:
      if name == names.default {
        scopes.append(.keyDefault)
        return beginText()
      }
    case .data(let key): return startWithinData(element, key, parser)
    case .keyDefault, .endpoint, .note: break
    }
    try startCommon(element, scope, parser)
  }

  override func end(_ parser: XMLParser) throws(ReadingError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if isDrawing && drawing.end() { return }
    guard let scope = scopes.popLast() else { return }
    switch scope {
    case .data(let key):
      collectsText = false
      try endData(key, parser)
    case .node, .edge, .graph, .file: break
    case .key: try endKey(parser)
    case .keyDefault:
      collectsText = false
      keys[keys.count - 1].defaultText = text
    case .note: endNote(parser)
    case .port: try endPort(parser)
    case .hyperedge: try endHyperedge(parser)
    case .endpoint: break
    }
  }

  override func finish(_ parser: XMLParser) throws(ReadingError) {
    try checkGraph(parser)
    try finishGraph()
    mergeNamesakes()
  }

  override func text(_ bytes: BorrowedBytes, _ parser: XMLParser) throws(ReadingError) {
    if isDrawing {
      drawing.text(bytes)
    } else if skipped == 0 {
      try super.text(bytes, parser)
    }
  }
}

// MARK: - The file and its graphs

extension GraphMLHandler {
  private func startFile(
    _ element: XMLElement, _ parser: XMLParser
  ) throws(ReadingError) {
    guard element.name == names.graphml else {
      throw ReadingError(
        .content, at: parser.tagPosition(),
        "the file is no GraphML: found “\(Excerpt.of(element.name.text))”, expected “graphml”; "
          + "name the format that it has")
    }
    namespace = element.namespace
    scopes.append(.file)
  }

  private func startGraph(
    _ element: XMLElement, _ owner: NodeID?, _ parser: XMLParser,
    withinEdge: Bool = false
  ) throws(ReadingError) {
    let isOuter = owner == nil && !withinEdge
    if isOuter {
      graphsSeen += 1
      guard graphsSeen == graphIndex + 1 else {
        remark(
          parser, "graph \(graphsSeen) of the file is passed over; graph \(graphIndex + 1) is read")
        return skip()
      }
    }
    let isDirected = try edgeDefault(element, parser)
    if isOuter { graph.become(isDirected ? .directed : .undirected) }
    // Writers that need an identifier call the graph G, igraph and parkgraph among them.
    let id = element.string(names.id).flatMap { isOuter && $0 == "G" ? nil : $0 }
    if let owner { graph.details.subgraphs[owner] = Subgraph(id: id) }
    if isOuter { graph.details.id = id }
    scopes.append(.graph(isDirected: isDirected, owner: owner))
  }

  private func edgeDefault(
    _ element: XMLElement, _ parser: XMLParser
  ) throws(ReadingError) -> Bool {
    var inherited = false
    for case .graph(let isDirected, _) in scopes.reversed() {
      inherited = isDirected
      break
    }
    guard let value = element.value(names.edgedefault) else {
      remark(
        parser, once: "edgedefault",
        "the graph has no edgedefault; edges are \(inherited ? "directed" : "undirected") unless "
          + "they say otherwise")
      return inherited
    }
    let word = ValueParser.trimmed(value)
    if ValueParser.matches(word, "directed") { return true }
    if ValueParser.matches(word, "undirected") { return false }
    try fault(
      parser, "edgedefault is “\(Excerpt.of(value))”, expected “directed” or “undirected”",
      skipped: "edges are undirected unless they say otherwise")
    return false
  }

  private func checkGraph(_ parser: XMLParser) throws(ReadingError) {
    guard graphsSeen > graphIndex else {
      throw ReadingError(
        .content, at: parser.position(),
        graphsSeen == 0
          ? "the file has no graph, expected an element “graph”; check whether the file is whole"
          : "the file has \(graphsSeen) graphs, and graph \(graphIndex + 1) is asked for; "
            + "ask for one that is there")
    }
  }

  /// What may stand in several elements: `data`, `desc`, `locator`; all else is a fault.
  private func startCommon(
    _ element: XMLElement, _ scope: Scope, _ parser: XMLParser
  ) throws(ReadingError) {
    if element.name == names.data, let domain = domain(of: scope) {
      return try startData(element, domain, parser)
    }
    if element.name == names.desc {
      switch scope {
      case .keyDefault, .note, .data: break
      default:
        scopes.append(.note)
        return beginText()
      }
    }
    if element.name == names.locator {
      remark(parser, once: "locator", "what a locator points at is not fetched; it is passed over")
      return skip()
    }
    try fault(
      parser, "the element “\(Excerpt.of(element.name.text))” is not expected here",
      advice: "take it out", skipped: "it is passed over")
    skip()
  }

  private func skipForeign(_ element: XMLElement, _ parser: XMLParser) {
    let name = element.name.text
    remark(
      parser, once: "foreign \(name)",
      "the element “\(Excerpt.of(name))” is none of GraphML's; it and others like it are passed over"
    )
    skip()
  }

  private func endNote(_ parser: XMLParser) {
    let note = takeText()
    switch scopes.last {
    case .file, nil: graph.details.note = note
    case .graph(_, let owner?): graph.details.subgraphs[owner, default: Subgraph()].note = note
    case .graph(_, nil):
      if graph.details.note != nil {
        remark(parser, "the file and its graph are described; the graph's description is kept")
      }
      graph.details.note = note
    case .key: keys[keys.count - 1].note = note
    case .node(let node): graph.details.nodeNotes[node] = note
    case .edge(let edge): graph.details.edgeNotes[edge] = note
    case .port: openPorts[openPorts.count - 1].note = note
    case .hyperedge: openHyperedge.note = note
    case .endpoint:
      openHyperedge.endpoints[openHyperedge.endpoints.count - 1].note = note
    case .data, .keyDefault, .note: break
    }
  }
}
