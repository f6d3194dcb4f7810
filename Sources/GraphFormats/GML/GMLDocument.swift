internal import ExactTexts

/// A GML file while it is read into a graph.
struct GMLDocument: ~Copyable {
  typealias Item = GMLScanner.Item

  var scanner: GMLScanner
  var assembly: GraphAssembly
  /// The key that identifies nodes beside `id`, in files of ours.
  private var identifier: Int?
  private var aliases = GMLAliases()
  /// The nodes that nodes are in, by their `id`.
  private var parents: [(row: Int, parent: String, place: TextPosition)] = []
  /// Whether places grow upwards: so in files of Gephi, unlike yEd's and most others'.
  var isUpwards = false
  /// Edges that came before their nodes, in files of ours.
  private var pendingEdges: [(record: GMLRecord, place: TextPosition)] = []
  /// What the node or edge has that is being read.
  var record = GMLRecord()
  /// The names of a node, or of the ends of an edge.
  private var name: [UInt8] = []
  private var otherName: [UInt8] = []
  var keyUses = GMLKeyUses()

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    scanner = GMLScanner(stream, options: options)
    assembly = GraphAssembly(options: options)
  }

  /// Reads the file.
  mutating func read() throws(ReadingError) {
    var hasGraph = false
    while let (key, place) = try scanner.nextKey(depth: 0) {
      if scanner.keys.begins(with: key), try scanner.beginsList(depth: 0) {
        if key != GMLKeyNames.graph, !hasGraph {
          scanner.foldKeys()
          assembly.remarks.append(
            at: place,
            "the key “\(scanner.keys.name(key))” is taken for “graph”, and so are others "
              + "of GML in other letters")
        }
        if hasGraph {
          _ = try scanner.list(depth: 1)
          try assembly.skip(
            .content, at: place, "the file has another graph, expected one",
            advice: "put each into a file of its own", "left out")
        } else {
          hasGraph = true
          try graph()
        }
      } else {
        // Creator, Version and their like say nothing of the graph, but of who wrote it.
        let value = try scanner.value(of: key, depth: 0)
        if key == GMLKeyNames.creator { noteCreator(value) }
      }
    }
    guard hasGraph else {
      throw ReadingError(
        .content, "the file holds no graph, expected “graph [”; check that it is GML and whole")
    }
  }

  /// The graph in the end.
  consuming func reading() throws(ReadingError) -> Reading {
    for remark in scanner.remarks.all { assembly.remarks.append(remark) }
    return try assembly.takeReading()
  }

  private mutating func graph() throws(ReadingError) {
    var counts: [ExactText: Int] = [:]
    while let (key, place) = try scanner.nextKey(depth: 1) {
      switch key {
      case GMLKeyNames.node where try scanner.beginsList(depth: 1):
        try scanner.read(&record, depth: 2)
        try addNode(at: place)
      case GMLKeyNames.edge where try scanner.beginsList(depth: 1):
        try scanner.read(&record, depth: 2)
        try addEdge(at: place)
      case GMLKeyNames.node, GMLKeyNames.edge:
        throw try scanner.unexpected("“[” of the \(scanner.keys.name(key))")
      default:
        let value = try scanner.value(of: key, depth: 1)
        try setOfGraph(Item(key: scanner.keys.name(key), place: place, value: value), &counts)
      }
    }
    for (row, parent, place) in parents {
      let alias = aliases.row(of: Array(parent.utf8)).map { assembly.nodeID(at: $0) }
      assembly.setParent(alias ?? parent, of: row, name: "gid", at: place)
    }
    for edge in pendingEdges {
      record = edge.record
      try addEdge(at: edge.place, isLast: true)
    }
  }

  /// Takes an attribute of the graph itself.
  private mutating func setOfGraph(
    _ item: Item, _ counts: inout [ExactText: Int]
  ) throws(ReadingError) {
    switch (item.key, item.value) {
    case ("directed", .integer), ("directed", .real), ("directed", .text):
      try setDirection(item)
    case ("multigraph", .integer): break
    case ("Creator", .text): noteCreator(item.value)
    case ("identifier", .text("label")): identifier = GMLKeyNames.label
    case ("attributes", .list(let items)) where Self.areDeclarations(items):
      try declare(items)
    default: try set([item], for: .graph, counts: &counts)
    }
  }

  /// Takes what says whether edges lead one way, which should be 0 or 1.
  private mutating func setDirection(_ item: Item) throws(ReadingError) {
    var isDirected: Bool?
    var found = ""
    switch item.value {
    case .integer(let value): isDirected = value != 0
    case .real(let value):
      found = "\(value)"
      if value == 0 || value == 1 { isDirected = value == 1 }
    case .text(let text): (isDirected, found) = (AttributeValue.boolean(text), text)
    case .list: break
    }
    if let isDirected {
      assembly.isDirected = isDirected
    } else {
      try assembly.skip(
        .content, at: item.place, "“directed” is “\(Excerpt.of(found))”, expected 0 or 1",
        "taken for 0")
    }
  }

  private mutating func noteCreator(_ value: GMLScanner.Value) {
    guard case .text(let text) = value else { return }
    isUpwards = text.hasPrefix("Gephi")
    scanner.isByLine = text.hasPrefix("igraph")
  }

  // MARK: Nodes and edges

  private mutating func addNode(at place: TextPosition) throws(ReadingError) {
    guard let id = record.first(GMLKeyNames.id), record.copy(id, into: &name) else {
      return try assembly.skip(
        .content, at: place, "a node has no “id”", advice: "give it one", "left out")
    }
    let idPlace = record.fields[id].place
    record.use(id)
    if let identifier, let own = record.first(identifier), record.copy(own, into: &otherName) {
      record.use(own)
      if aliases.row(of: name) != nil {
        try assembly.skip(
          .content, at: idPlace,
          "the node id “\(Excerpt.of(String(decoding: name, as: UTF8.self)))” was there before",
          advice: "rename one of them",
          "edges lead to the last one")
      }
      let row = try assembly.addNode(otherName, at: idPlace)
      aliases.set(row.row, of: name)
      guard row.isNew else { return }
    } else {
      guard try assembly.addNode(name, at: idPlace).isNew else { return }
    }
    if let parent = record.first(GMLKeyNames.gid), let text = record.text(at: parent) {
      record.use(parent)
      parents.append((assembly.nodeCount - 1, text, record.fields[parent].place))
    }
    try setRecord(for: .node)
  }

  private mutating func addEdge(
    at place: TextPosition, isLast: Bool = false
  ) throws(ReadingError) {
    guard let source = record.first(GMLKeyNames.source), record.copy(source, into: &name),
      let target = record.first(GMLKeyNames.target), record.copy(target, into: &otherName)
    else {
      return try assembly.skip(
        .content, at: place, "an edge has no “source” or no “target”",
        advice: "give it both", "left out")
    }
    var ends: (source: Int?, target: Int?)
    if identifier != nil {
      ends = (aliases.row(of: name), aliases.row(of: otherName))
      guard isLast || ends.source != nil && ends.target != nil else {
        return pendingEdges.append((record, place))
      }
    }
    record.use(source)
    record.use(target)
    var isDirected: Bool?
    if let direction = record.first(GMLKeyNames.directed) {
      switch record.fields[direction].value {
      case .integer(let value): isDirected = value != 0
      case .text: isDirected = record.text(at: direction).flatMap { AttributeValue.boolean($0) }
      default: break
      }
      if isDirected != nil { record.use(direction) }
    }
    let start = ends.source.map(LooseEdges.End.row) ?? assembly.end(name, at: place)
    let end = ends.target.map(LooseEdges.End.row) ?? assembly.end(otherName, at: place)
    try assembly.addEdge(from: start, to: end, directed: isDirected, at: place)
    try identifyEdge()
    try setRecord(for: .edge)
  }

  /// Gives the last edge its `id` as identifier, or its `key` if that is a text.
  private mutating func identifyEdge() throws(ReadingError) {
    for key in [GMLKeyNames.id, GMLKeyNames.key] {
      guard let place = record.first(key), let id = record.text(at: place) else { continue }
      if key == GMLKeyNames.key {
        // NetworkX counts the edges between two nodes by their keys: no identifiers.
        guard case .text = record.fields[place].value else { continue }
      }
      record.use(place)
      return try assembly.identifyEdge(
        id, name: scanner.keys.name(key), at: record.fields[place].place)
    }
  }
}
