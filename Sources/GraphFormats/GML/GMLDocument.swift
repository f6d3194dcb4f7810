/// A GML file while it is read into a graph.
struct GMLDocument: ~Copyable {
  private typealias Item = GMLScanner.Item

  private var scanner: GMLScanner
  private var assembly: GraphAssembly
  /// The key that identifies nodes beside `id`, in files of ours.
  private var identifier: Int?
  private var aliases = GMLAliases()
  /// The nodes that nodes are in, by their `id`.
  private var parents: [(row: Int, parent: String, place: TextPosition)] = []
  /// Whether places grow upwards: so in files of Gephi, unlike yEd's and most others'.
  private var isUpwards = false
  /// Edges that came before their nodes, in files of ours.
  private var pendingEdges: [(record: GMLRecord, place: TextPosition)] = []
  /// What the node or edge has that is being read.
  private var record = GMLRecord()
  /// The names of a node, or of the ends of an edge.
  private var name: [UInt8] = []
  private var otherName: [UInt8] = []
  private var keyUses = GMLKeyUses()

  init(_ stream: consuming ByteStream, options: ReadingOptions) {
    scanner = GMLScanner(stream, options: options)
    assembly = GraphAssembly(options: options)
  }

  /// Reads the file.
  mutating func read() throws(ReadingError) {
    var hasGraph = false
    while let (key, place) = try scanner.nextKey(depth: 0) {
      if key == GMLKeyNames.graph, try scanner.beginsList(depth: 0) {
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
        if key == GMLKeyNames.creator { noteCreator(value) }
      }
    }
    guard hasGraph else {
      throw ReadingError(.content, "holds no graph: “graph [” is expected")
    }
  }

  /// The graph in the end.
  consuming func reading() throws(ReadingError) -> Reading {
    for remark in scanner.remarks.all { assembly.remarks.append(remark) }
    return try assembly.takeReading()
  }

  private mutating func graph() throws(ReadingError) {
    var counts: [String: Int] = [:]
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
    _ item: Item, _ counts: inout [String: Int]
  ) throws(ReadingError) {
    switch (item.key, item.value) {
    case ("directed", .integer(let value)): assembly.isDirected = value != 0
    case ("multigraph", .integer): break
    case ("Creator", .text): noteCreator(item.value)
    case ("identifier", .text("label")): identifier = GMLKeyNames.label
    case ("attributes", .list(let items)) where Self.areDeclarations(items):
      try declare(items)
    default: try set([item], for: .graph, counts: &counts)
    }
  }

  private mutating func noteCreator(_ value: GMLScanner.Value) {
    if case .text(let text) = value { isUpwards = text.hasPrefix("Gephi") }
  }

  // MARK: Nodes and edges

  private mutating func addNode(at place: TextPosition) throws(ReadingError) {
    guard let id = record.first(GMLKeyNames.id), record.copy(id, into: &name) else {
      return try assembly.skip(.content, at: place, "a node has no “id”", "left out")
    }
    let idPlace = record.fields[id].place
    record.use(id)
    if let identifier, let own = record.first(identifier), record.copy(own, into: &otherName) {
      record.use(own)
      if aliases.row(of: name) != nil {
        try assembly.skip(
          .content, at: idPlace,
          "the node id \(String(decoding: name, as: UTF8.self)) was there before",
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
        .content, at: place, "an edge has no “source” or no “target”", "left out")
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
    if let direction = record.first(GMLKeyNames.directed),
      case .integer(let value) = record.fields[direction].value
    {
      isDirected = value != 0
      record.use(direction)
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

  // MARK: Attributes

  /// Gives the last node or edge what the record says beside what was used.
  private mutating func setRecord(for domain: AttributeKey.Domain) throws(ReadingError) {
    keyUses.begin(scanner.keys.count)
    var graphics: Int?
    for place in record.fields.indices
    where record.fields[place].key == GMLKeyNames.graphics && !record.fields[place].isUsed {
      graphics = place
      break
    }
    for place in record.fields.indices where !record.fields[place].isUsed {
      try setField(place, for: domain, isGraphics: place == graphics)
    }
  }

  private mutating func setField(
    _ place: Int, for domain: AttributeKey.Domain, isGraphics: Bool
  ) throws(ReadingError) {
    let field = record.fields[place]
    if isListStart(place) { return }
    let count = keyUses.count(field.key)
    if count == 1, let slot = keyUses.slot(of: field.key, for: domain) {
      if try set(field, ofSlot: slot, for: domain) { return }
    }
    let key = scanner.keys.name(field.key)
    let name = count == 1 ? key : "\(key)#\(count)"
    if var items = record.list(at: place) {
      if isGraphics {
        let look = GMLGraphics.take(from: &items, of: domain, isUpwards: isUpwards)
        try assembly.setLook(look, for: domain, at: field.place)
      }
      var inner: [String: Int] = [:]
      return try set(items, for: domain, prefix: name + ".", counts: &inner)
    }
    let slot = try assembly.slot(name, domain, at: field.place)
    if count == 1 { keyUses.setSlot(slot, of: field.key, for: domain) }
    _ = try set(field, ofSlot: slot, for: domain)
  }

  /// Gives the last node or edge the value of a field; false if it is a list.
  private mutating func set(
    _ field: GMLRecord.Field, ofSlot slot: Int, for domain: AttributeKey.Domain
  ) throws(ReadingError) -> Bool {
    switch field.value {
    case .integer(let number):
      try assembly.set(.whole(number), ofSlot: slot, for: domain, at: field.place)
    case .real(let number):
      try assembly.set(.decimal(number), ofSlot: slot, for: domain, at: field.place)
    case .text(let start, let count):
      try record.withText(start: start, count: count) { (bytes) throws(ReadingError) in
        try assembly.set(.text(bytes), ofSlot: slot, for: domain, at: field.place)
      }
    case .list: return false
    }
    return true
  }

  /// Whether a field is the mark that NetworkX puts before lists of one value.
  private func isListStart(_ place: Int) -> Bool {
    guard case .text(let start, let count) = record.fields[place].value,
      count == Self.listStart.count,
      record.withText(start: start, count: count, { $0.elementsEqual(Self.listStart) })
    else { return false }
    let next = record.fields[(place + 1)...].first { !$0.isUsed }
    return next?.key == record.fields[place].key
  }

  private static let listStart = Array("_networkx_list_start".utf8)

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
