/// Tables of nodes and edges while they are read into a graph.
struct CSVTables: ~Copyable {
  private let options: ReadingOptions
  private var assembly: GraphAssembly
  private var hasNodes = false
  /// The space of identifiers that the nodes are in.
  private var space: String?

  init(options: ReadingOptions) {
    self.options = options
    assembly = GraphAssembly(options: options)
    assembly.addsNamedNodes = true
  }

  /// The graph in the end.
  consuming func reading() throws(ReadingError) -> Reading {
    let file = assembly.remarks.file
    do throws(ReadingError) {
      return try assembly.reading()
    } catch {
      throw Self.named(error, file)
    }
  }

  /// An error whose message names the file that it is in.
  private static func named(_ error: ReadingError, _ file: String?) -> ReadingError {
    guard let file else { return error }
    return ReadingError(error.reason, at: error.position, "\(file): \(error.message)")
  }

  /// Reads a table of nodes; remarks and errors name the file.
  mutating func readNodes(
    _ stream: consuming ByteStream, named file: String
  ) throws(ReadingError) {
    assembly.remarks.file = file
    do throws(ReadingError) {
      try readNodes(stream)
    } catch {
      throw Self.named(error, file)
    }
  }

  /// Reads a table of edges; remarks and errors name the file.
  mutating func readEdges(
    _ stream: consuming ByteStream, named file: String
  ) throws(ReadingError) {
    assembly.remarks.file = file
    do throws(ReadingError) {
      try readEdges(stream)
    } catch {
      throw Self.named(error, file)
    }
  }

  private mutating func readNodes(_ stream: consuming ByteStream) throws(ReadingError) {
    assembly.addsNamedNodes = false
    var table = try CSVTable(stream, options: options, ofEdges: false, &assembly)
    space = table.columns.first { $0.role == .id }?.space
    while let record = try table.next(&assembly) {
      guard let id = record.first(where: { $0.column.role == .id })?.field else { continue }
      guard !id.isMissing else {
        try assembly.skip(.content, at: id.place, "the node has no identifier", "left out")
        continue
      }
      guard try assembly.addNode(id.text, at: id.place) else { continue }
      for cell in record where cell.column.role == .attribute {
        try set(cell, for: .node)
      }
    }
    table.finish(&assembly)
  }

  /// Reads a table of edges.
  mutating func readEdges(_ stream: consuming ByteStream) throws(ReadingError) {
    var table = try CSVTable(stream, options: options, ofEdges: true, &assembly)
    // Neo4j knows directed edges only.
    assembly.isDirected = table.isOfNeo4j
    if table.columns.contains(where: { $0.role == .direction && $0.type == .boolean }) {
      assembly.isDirected = false
    }
    var kindColumn: Int?
    while let record = try table.next(&assembly) {
      if kindColumn == nil {
        // Gephi says whether edges are directed in a column that others use for anything.
        kindColumn =
          table.isOfNeo4j
          ? -1
          : record.firstIndex {
            $0.column.name.lowercased() == "type" && CSVTables.direction($0.field.text) != nil
          } ?? -1
      }
      try addEdge(record, kindColumn)
    }
    table.finish(&assembly)
  }

  private mutating func addEdge(
    _ record: [CSVTable.Cell], _ kindColumn: Int?
  ) throws(ReadingError) {
    guard let source = record.first(where: { $0.column.role == .source }),
      let target = record.first(where: { $0.column.role == .target })
    else { return }
    for end in [source, target] where end.column.space != space && end.column.space != nil {
      guard let space else { continue }
      throw ReadingError(
        .content, at: end.field.place,
        "the edge leads to the space “\(end.column.space ?? "")”, the nodes are in “\(space)”")
    }
    for (end, name) in [(source, "source"), (target, "target")] where end.field.isMissing {
      return try assembly.skip(
        .content, at: end.field.place, "the edge has no \(name)", "left out")
    }
    var directed: Bool?
    for (index, cell) in record.enumerated() {
      if cell.column.role == .direction {
        directed = AttributeValue.boolean(cell.field.text)
        if directed == nil, !cell.field.text.isEmpty {
          try assembly.skip(
            .content, at: cell.field.place,
            "“directed” is neither true nor false: \(cell.field.text.debugDescription)",
            "taken for false")
        }
      } else if index == kindColumn {
        directed = Self.direction(cell.field.text)
        if directed == nil {
          try assembly.skip(
            .content, at: cell.field.place,
            "the type is neither Directed nor Undirected: \(cell.field.text.debugDescription)",
            "taken for Undirected")
        }
      }
    }
    try assembly.addEdge(
      from: source.field.text, to: target.field.text, directed: directed,
      at: source.field.place, target.field.place)
    for (index, cell) in record.enumerated() where index != kindColumn {
      switch cell.column.role {
      case .edgeID where !cell.field.isMissing:
        try assembly.identifyEdge(cell.field.text, name: "id", at: cell.field.place)
      case .attribute: try set(cell, for: .edge)
      default: break
      }
    }
  }

  /// What Gephi says of an edge's direction: whether it leads one way only.
  private static func direction(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "directed": true
    case "undirected", "mutual": false
    default: nil
    }
  }

  private mutating func set(
    _ cell: CSVTable.Cell, for domain: AttributeKey.Domain
  ) throws(ReadingError) {
    let (column, field) = (cell.column, cell.field)
    // An empty text in quotes is one; without quotes it is no value.
    guard !field.text.isEmpty || field.isQuoted && column.type == .string else { return }
    guard field.text != column.placeholder else { return }
    try assembly.set(.string(field.text), of: column.name, for: domain, at: field.place)
  }
}
