internal import ExactTexts

/// A JSON file while it is read into a graph.
struct JSONDocument: ~Copyable {
  var scanner: JSONScanner
  var assembly: GraphAssembly
  /// What was remarked on already.
  var remarked: Set<String> = []
  private var hasNodes = false
  private var hasEdges = false
  private var isDirected: Bool?
  private var isJSONGraphFormat = false

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    scanner = JSONScanner(stream, options: options)
    assembly = GraphAssembly(options: options)
    assembly.mayNameByPlace = true
  }

  /// Reads the file.
  mutating func read() throws(ReadingError) {
    switch try scanner.kind() {
    case .object: try graph(isInner: false)
    case .array: try elements()
    case .scalar: throw try scanner.unexpected("“{” of a graph")
    }
    try scanner.end()
    guard hasNodes || hasEdges else {
      throw ReadingError(
        .content,
        "the file holds no graph, expected a list named “nodes”, “links”, “edges” or “elements”; "
          + "name the list of edges so")
    }
    // The specification of JSON Graph Format has edges directed unless they say otherwise.
    assembly.isDirected = isDirected ?? isJSONGraphFormat
    assembly.addsNamedNodes = !hasNodes
  }

  /// The graph in the end.
  consuming func reading() throws(ReadingError) -> Reading {
    for remark in scanner.remarks.all { assembly.remarks.append(remark) }
    return try assembly.takeReading()
  }

  // MARK: The graph

  /// Reads the object that has the lists of nodes and edges, or the one in its member `graph`, where
  /// other members are attributes.
  private mutating func graph(isInner: Bool) throws(ReadingError) {
    var seen: Set<ExactText> = []
    var isFirst = true
    try scanner.beginObject()
    while let (name, place) = try scanner.nextMember(&isFirst) {
      if !seen.insert(name) {
        try assembly.skip(
          .content, at: place, "the name “\(Excerpt.of(name))” was there before",
          advice: "rename one of them", "both count")
      }
      switch (name, try scanner.kind()) {
      case ("nodes", .array): try nodes()
      case ("nodes", .object): try namedNodes()
      case ("edges", .array), ("links", .array): try edges()
      case ("elements", .array), ("elements", .object): try elements()
      case ("graph", .object) where !isInner: try graph(isInner: true)
      case ("graph", .array) where !isInner, ("data", .array) where !isInner: try pairs(at: place)
      case ("attributes", .array) where !isInner: try declarations()
      case ("graphs", .array) where !isInner: try graphs(at: place)
      case ("adjacency", .array), ("children", .array):
        throw ReadingError(
          .content, at: place,
          """
          “\(name)” is the form of an adjacency list or a tree, expected nodes and links; \
          write it so, as NetworkX's node_link_data does
          """)
      default: try member(name, isInner: isInner, at: place)
      }
    }
  }

  /// A member that isn't a list of nodes or edges.
  private mutating func member(
    _ name: String, isInner: Bool, at place: TextPosition
  ) throws(ReadingError) {
    let value = try scanner.value(depth: 1)
    switch (name, value) {
    case ("directed", .boolean(let value)) where !isInner || isJSONGraphFormat || hasNodes:
      isDirected = value
    case ("multigraph", .boolean) where !isInner: break
    case ("options", .object) where !isInner:
      if case .string(let type)? = value["type"] { isDirected = type != "undirected" }
    case ("data", .object), ("attributes", .object), ("metadata", .object):
      try set(value, of: "", for: .graph, at: place)
    case (_, .object) where !isInner, (_, .array) where !isInner:
      assembly.remarks.append(at: place, "“\(name)” is no part of a graph: left out")
    default: try set(value, of: name, for: .graph, at: place)
    }
  }

  /// Several graphs, of which there may be one only.
  private mutating func graphs(at place: TextPosition) throws(ReadingError) {
    var count = 0
    var isFirst = true
    try scanner.beginArray()
    while try scanner.nextElement(&isFirst) {
      if count == 0 {
        guard try scanner.kind() == .object else { throw try scanner.unexpected("“{” of a graph") }
        try graph(isInner: true)
      } else {
        _ = try scanner.value(depth: 2)
      }
      count += 1
    }
    if count > 1 {
      try assembly.skip(
        .content, at: place, "the file has \(count) graphs, expected one",
        advice: "put each into a file of its own", "all but the first left out")
    }
  }

  /// Attributes of the graph as a list of names and values.
  private mutating func pairs(at place: TextPosition) throws(ReadingError) {
    guard case .array(let pairs) = try scanner.value(depth: 1) else { return }
    for pair in pairs {
      guard case .array(let pair) = pair, pair.count == 2, case .string(let name) = pair[0] else {
        try assembly.skip(
          .content, at: place, "an attribute of the graph is no pair of a name and a value",
          advice: "write it as [name, value]", "left out")
        continue
      }
      try set(pair[1], of: name, for: .graph, at: place)
    }
  }

  // MARK: Nodes and edges

  private mutating func nodes() throws(ReadingError) {
    hasNodes = true
    var isFirst = true
    try scanner.beginArray()
    while try scanner.nextElement(&isFirst) {
      let place = try scanner.place()
      try addNode(try scanner.value(depth: 2), at: place)
    }
  }

  /// The nodes of JSON Graph Format, which are members of an object.
  private mutating func namedNodes() throws(ReadingError) {
    hasNodes = true
    isJSONGraphFormat = true
    var isFirst = true
    try scanner.beginObject()
    while let (id, place) = try scanner.nextMember(&isFirst) {
      let value = try scanner.value(depth: 2)
      guard try assembly.addNode(id, at: place) else { continue }
      switch value {
      case .object(let members):
        for member in members { try set(member, for: .node) }
      case .null: break
      default: try refuse("a node is no object", advice: "write it as {…}", at: place)
      }
    }
  }

  private mutating func edges() throws(ReadingError) {
    hasEdges = true
    var isFirst = true
    try scanner.beginArray()
    while try scanner.nextElement(&isFirst) {
      let place = try scanner.place()
      try addEdge(try scanner.value(depth: 2), at: place)
    }
  }

  /// The elements of Cytoscape.js: an object of two lists, or one list of both.
  private mutating func elements() throws(ReadingError) {
    var isFirst = true
    guard try scanner.kind() == .array else {
      try scanner.beginObject()
      while let (name, place) = try scanner.nextMember(&isFirst) {
        switch (name, try scanner.kind()) {
        case ("nodes", .array): try nodes()
        case ("edges", .array): try edges()
        default:
          _ = try scanner.value(depth: 2)
          assembly.remarks.append(at: place, "“\(name)” is no element of a graph: left out")
        }
      }
      hasNodes = true
      return
    }
    hasNodes = true
    try scanner.beginArray()
    while try scanner.nextElement(&isFirst) {
      let place = try scanner.place()
      let value = try scanner.value(depth: 2)
      guard value.members != nil else {
        try refuse("an element is no object", advice: "write it as {…}", at: place)
        continue
      }
      let data = value["data"] ?? value
      if value["group"] == .string("edges") || data["source"] != nil && data["target"] != nil {
        try addEdge(value, at: place)
      } else {
        try addNode(value, at: place)
      }
    }
  }

  private mutating func addNode(_ value: JSONValue, at place: TextPosition) throws(ReadingError) {
    let id: String
    var isNumber = true
    var members: [JSONMember] = []
    var idName = "id"
    if let found = value.members {
      let data = value["data"]
      if value["id"] == nil, data?["id"] == nil, value["key"]?.identifier != nil { idName = "key" }
      let own = value[idName] ?? data?["id"]
      id = own?.identifier ?? String(assembly.nodeCount)
      isNumber = own?.isNumber ?? true
      members = found
    } else if let name = value.identifier {
      // A list of names.
      id = name
      isNumber = value.isNumber
    } else {
      return try refuse("a node is null", advice: "write it as {\"id\": …}", at: place)
    }
    guard try assembly.addNode(id, isNumber: isNumber, at: place) else { return }
    var skipped = ["id"]
    let parent = value["parent"] ?? value["data"]?["parent"]
    if case .string(let parent)? = parent {
      assembly.setParent(parent, at: place)
      skipped.append("parent")
    } else if case .integer(let parent)? = parent {
      assembly.setParent(String(parent), at: place)
      skipped.append("parent")
    }
    // “key” is a name like any other inside of the attributes.
    members.removeAll { $0.name == idName }
    try set(members, for: .node, without: skipped, of: value["data"])
  }

  private mutating func addEdge(_ value: JSONValue, at place: TextPosition) throws(ReadingError) {
    guard let members = value.members else {
      return try refuse(
        "an edge is no object", advice: "write it as {\"source\": …, \"target\": …}", at: place)
    }
    let data = value["data"]
    func end(_ name: String, _ other: String) -> (name: String, isNumber: Bool)? {
      let value = value[name] ?? data?[name] ?? value[other] ?? data?[other]
      // Once D3 has drawn a graph, ends are the nodes themselves.
      let end = value?["id"] ?? value?["index"] ?? value
      return end?.identifier.map { ($0, end?.isNumber == true) }
    }
    guard let source = end("source", "from"), let target = end("target", "to") else {
      return try refuse(
        "an edge has no “source” or no “target”", advice: "give it both", at: place)
    }
    var skipped = ["source", "target"]
    var isDirected: Bool?
    if case .boolean(let value)? = value["directed"] {
      isDirected = value
      skipped.append("directed")
    } else if case .boolean(let value)? = value["undirected"] {
      isDirected = !value
      skipped.append("undirected")
    }
    try assembly.addEdge(
      from: source.name, isNumber: source.isNumber, to: target.name, isNumber: target.isNumber,
      directed: isDirected, at: place)
    if value["source"] == nil, data?["source"] == nil { skipped.append("from") }
    if value["target"] == nil, data?["target"] == nil { skipped.append("to") }
    if let id = (value["id"] ?? data?["id"])?.identifier {
      try assembly.identifyEdge(id, at: place)
      skipped.append("id")
    } else if case .string(let key)? = value["key"] ?? data?["key"] {
      try assembly.identifyEdge(key, name: "key", at: place)
      skipped.append("key")
    }
    try set(members, for: .edge, without: skipped, of: data)
  }

  private mutating func refuse(
    _ message: String, advice: String, at place: TextPosition
  ) throws(ReadingError) {
    try assembly.skip(.content, at: place, message, advice: advice, "left out")
  }
}
