/// A GML file while it is read into a graph.
struct GMLDocument: ~Copyable {
  private typealias Item = GMLScanner.Item

  private var scanner: GMLScanner
  private var assembly: GraphAssembly
  /// The key that identifies nodes beside `id`, in files of ours.
  private var identifier: String?
  /// The identifiers of nodes by their `id`, where the two differ.
  private var aliases: [String: String] = [:]
  /// The nodes that nodes are in, by their `id`.
  private var parents: [(row: Int, parent: String, place: TextPosition)] = []
  /// Whether places grow upwards: so in files of Gephi, unlike yEd's and most others'.
  private var isUpwards = false
  /// Edges that came before their nodes, in files of ours.
  private var pendingEdges: [(items: [Item], place: TextPosition)] = []

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    scanner = GMLScanner(stream, options: options)
    assembly = GraphAssembly(options: options)
  }

  /// Reads the file.
  mutating func read() throws(ReadingError) {
    var hasGraph = false
    while let (key, place) = try scanner.nextKey(depth: 0) {
      if key == "graph", try scanner.beginsList(depth: 0) {
        if hasGraph {
          _ = try scanner.list(depth: 1)
          try assembly.skip(
            .content, at: place, "the file has another graph; read them one by one", "left out")
        } else {
          hasGraph = true
          try graph()
        }
      } else {
        // Creator, Version and their like say nothing of the graph, but of who wrote it.
        let value = try scanner.value(of: key, depth: 0)
        if key == "Creator" { noteCreator(value) }
      }
    }
    guard hasGraph else {
      throw ReadingError(.content, "holds no graph: “graph [” is expected")
    }
  }

  /// The graph in the end.
  consuming func reading() throws(ReadingError) -> Reading {
    var assembly = assembly
    for remark in scanner.remarks.all { assembly.remarks.append(remark) }
    return try assembly.reading()
  }

  private mutating func graph() throws(ReadingError) {
    var counts: [String: Int] = [:]
    while let (key, place) = try scanner.nextKey(depth: 1) {
      switch key {
      case "node" where try scanner.beginsList(depth: 1):
        try addNode(try scanner.list(depth: 2), at: place)
      case "edge" where try scanner.beginsList(depth: 1):
        try addEdge(try scanner.list(depth: 2), at: place)
      case "node", "edge":
        throw try scanner.unexpected("“[” of the \(key)")
      default:
        let item = Item(key: key, place: place, value: try scanner.value(of: key, depth: 1))
        try setOfGraph(item, &counts)
      }
    }
    for (row, parent, place) in parents {
      assembly.setParent(aliases[parent] ?? parent, of: row, name: "gid", at: place)
    }
    for edge in pendingEdges { try addEdge(edge.items, at: edge.place, isLast: true) }
  }

  /// Takes an attribute of the graph itself.
  private mutating func setOfGraph(
    _ item: Item, _ counts: inout [String: Int]
  ) throws(ReadingError) {
    switch (item.key, item.value) {
    case ("directed", .integer(let value)): assembly.isDirected = value != 0
    case ("multigraph", .integer): break
    case ("Creator", .text): noteCreator(item.value)
    case ("identifier", .text("label")): identifier = "label"
    case ("attributes", .list(let items)) where Self.areDeclarations(items):
      try declare(items)
    default: try set([item], for: .graph, counts: &counts)
    }
  }

  private mutating func noteCreator(_ value: GMLScanner.Value) {
    if case .text(let text) = value { isUpwards = text.hasPrefix("Gephi") }
  }

  // MARK: Nodes and edges

  private mutating func addNode(_ items: [Item], at place: TextPosition) throws(ReadingError) {
    guard let id = items.first(where: { $0.key == "id" }), let name = id.value.scalar?.text else {
      return try assembly.skip(.content, at: place, "a node has no “id”", "left out")
    }
    var used: Set<String> = ["id"]
    var identity = name
    if let identifier, let own = items.first(where: { $0.key == identifier })?.value.scalar {
      identity = own.text
      used.insert(identifier)
      if aliases.updateValue(identity, forKey: name) != nil {
        try assembly.skip(
          .content, at: id.place, "the node id \(name) was there before",
          "edges lead to the last one")
      }
    }
    guard try assembly.addNode(identity, at: id.place) else { return }
    if let parent = items.first(where: { $0.key == "gid" }), let text = parent.value.scalar?.text {
      used.insert("gid")
      parents.append((assembly.nodeCount - 1, text, parent.place))
    }
    try set(items, for: .node, without: used)
  }

  private mutating func addEdge(
    _ items: [Item], at place: TextPosition, isLast: Bool = false
  ) throws(ReadingError) {
    func end(_ key: String) -> String? {
      items.first { $0.key == key }?.value.scalar?.text
    }
    guard let source = end("source"), let target = end("target") else {
      return try assembly.skip(
        .content, at: place, "an edge has no “source” or no “target”", "left out")
    }
    guard isLast || identifier == nil || aliases[source] != nil && aliases[target] != nil else {
      return pendingEdges.append((items, place))
    }
    var used: Set<String> = ["source", "target"]
    var isDirected: Bool?
    if case .integer(let value)? = items.first(where: { $0.key == "directed" })?.value {
      isDirected = value != 0
      used.insert("directed")
    }
    try assembly.addEdge(
      from: aliases[source] ?? source, to: aliases[target] ?? target, directed: isDirected,
      at: place)
    for key in ["id", "key"] where used.isDisjoint(with: ["id", "key"]) {
      guard let item = items.first(where: { $0.key == key }), let id = item.value.scalar else {
        continue
      }
      // NetworkX counts the edges between two nodes by their keys: no identifiers.
      guard key == "id" || id.type == .string else { continue }
      try assembly.identifyEdge(id.text, name: key, at: item.place)
      used.insert(key)
    }
    try set(items, for: .edge, without: used)
  }

  // MARK: Attributes

  /// Gives the last node or edge what its list says, save the first value of each key that is used
  /// already.
  private mutating func set(
    _ items: [Item], for domain: AttributeKey.Domain, without used: Set<String>
  ) throws(ReadingError) {
    var used = used
    var left = items.filter { used.remove($0.key) == nil }
    if let place = left.firstIndex(where: { $0.key == GMLGraphics.key }),
      case .list(var graphics) = left[place].value
    {
      let look = GMLGraphics.take(from: &graphics, of: domain, isUpwards: isUpwards)
      try assembly.setLook(look, for: domain, at: left[place].place)
      left[place] = Item(key: GMLGraphics.key, place: left[place].place, value: .list(graphics))
    }
    var counts: [String: Int] = [:]
    try set(left, for: domain, counts: &counts)
  }

  /// Gives the graph, the last node or the last edge what a list says, with the name of the list and
  /// a point before the names of values, and a number after keys that were there before.
  private mutating func set(
    _ items: [Item], for domain: AttributeKey.Domain, prefix: String = "",
    counts: inout [String: Int]
  ) throws(ReadingError) {
    for (index, item) in items.enumerated() {
      // NetworkX marks lists of one value so.
      if case .text("_networkx_list_start") = item.value,
        items[index...].dropFirst().first?.key == item.key
      {
        continue
      }
      let count = counts[item.key, default: 0] + 1
      counts[item.key] = count
      let name = prefix + (count == 1 ? item.key : "\(item.key)#\(count)")
      if case .list(let items) = item.value {
        var inner: [String: Int] = [:]
        try set(items, for: domain, prefix: name + ".", counts: &inner)
      } else if let value = item.value.scalar {
        try assembly.set(value, of: name, for: domain, at: item.place)
      }
    }
  }

  // MARK: Declarations

  /// Whether a list is the one in which our files declare attributes.
  private static func areDeclarations(_ items: [Item]) -> Bool {
    !items.isEmpty
      && items.allSatisfy { item in
        switch (item.key, item.value) {
        case ("attribute", .list(let items)): items.contains { $0.key == "name" }
        default: false
        }
      }
  }

  private mutating func declare(_ items: [Item]) throws(ReadingError) {
    for item in items {
      guard case .list(let parts) = item.value else { continue }
      func part(_ key: String) -> AttributeValue? {
        parts.first { $0.key == key }?.value.scalar
      }
      guard case .string(let name)? = part("name"), case .string(let type)? = part("type"),
        case .string(let domain)? = part("for"), let type = AttributeType(rawValue: type),
        let domain = AttributeKey.Domain(rawValue: domain)
      else {
        let types = AttributeType.allCases.map(\.rawValue).joined(separator: ", ")
        try assembly.skip(
          .content, at: item.place,
          "an attribute is declared without name, type (\(types)) or for (node, edge, graph)",
          "left out")
        continue
      }
      var written: String?
      if case .string(let key)? = part("key") { written = key }
      try assembly.declare(
        name, as: written, for: domain, type, default: part("default"), at: item.place)
    }
  }
}

extension GMLScanner.Value {
  /// The value of an attribute; `nil` of a list.
  fileprivate var scalar: AttributeValue? {
    switch self {
    case .integer(let value): .long(value)
    case .real(let value): .double(value)
    case .text(let value): .string(value)
    case .list: nil
    }
  }
}
