internal import ExactTexts

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
      return try assembly.takeReading()
    } catch {
      throw Self.named(error, file)
    }
  }

  /// An error that names the file that it is in.
  private static func named(_ error: ReadingError, _ file: CSVFile?) -> ReadingError {
    ReadingError(error.reason, in: file, at: error.position, error.message)
  }

  /// Reads a table of nodes; remarks and errors name the file.
  mutating func readNodes(
    _ stream: consuming ByteStream, named file: CSVFile
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
    _ stream: consuming ByteStream, named file: CSVFile
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
    let id = table.first(.id) ?? 0
    let attributes = table.columns.indices.filter { table.columns[$0].role == .attribute }
    while try table.next(&assembly) {
      let field = table.record.fields[id]
      guard !field.isMissing else {
        try assembly.skip(
          .content, at: field.place, "the node has no identifier", advice: "give it one",
          "left out")
        continue
      }
      let isNew = try table.record.withText(field) { (text) throws(ReadingError) in
        try assembly.addNode(text, at: field.place).isNew
      }
      guard isNew else { continue }
      for index in attributes { try table.set(index, for: .node, &assembly) }
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
    // Gephi says whether edges are directed in a column that others use for anything.
    var kinds = table.columns.indices.filter {
      !table.isOfNeo4j && table.columns[$0].name.lowercased() == "type"
    }
    var isFirst = true
    while try table.next(&assembly) {
      if isFirst { kinds = kinds.filter { Self.direction(table, $0) != nil } }
      isFirst = false
      try addEdge(&table, kinds.first)
    }
    table.finish(&assembly)
  }

  private mutating func addEdge(
    _ table: inout CSVTable, _ kindColumn: Int?
  ) throws(ReadingError) {
    guard let source = table.first(.source), let target = table.first(.target) else { return }
    for end in [source, target] {
      guard let space, let other = table.columns[end].space, !other.isExactly(space)
      else { continue }
      throw ReadingError(
        .content, at: table.record.fields[end].place,
        "the edge leads to the space “\(other)”, the nodes are in “\(space)”; name one space in both"
      )
    }
    for (end, name) in [(source, "source"), (target, "target")]
    where table.record.fields[end].isMissing {
      return try assembly.skip(
        .content, at: table.record.fields[end].place, "the edge has no \(name)",
        advice: "give it one", "left out")
    }
    let directed = try direction(table, kindColumn)
    let (start, end) = (table.record.fields[source], table.record.fields[target])
    // A name that is only here has this place.
    let sourceEnd = table.record.withText(start) { assembly.end($0, at: start.place) }
    let targetEnd = table.record.withText(end) { assembly.end($0, at: end.place) }
    try assembly.addEdge(from: sourceEnd, to: targetEnd, directed: directed, at: start.place)
    for index in table.columns.indices where index != kindColumn {
      let field = table.record.fields[index]
      switch table.columns[index].role {
      case .edgeID where !field.isMissing:
        try assembly.identifyEdge(table.record.text(field), name: "id", at: field.place)
      case .attribute: try table.set(index, for: .edge, &assembly)
      default: break
      }
    }
  }

  /// Whether an edge leads one way, if a column says so.
  private mutating func direction(
    _ table: borrowing CSVTable, _ kindColumn: Int?
  ) throws(ReadingError) -> Bool? {
    var directed: Bool?
    for index in table.columns.indices {
      let field = table.record.fields[index]
      if table.columns[index].role == .direction {
        let text = table.record.text(field)
        directed = AttributeValue.boolean(text)
        if directed == nil, !text.isEmpty {
          try assembly.skip(
            .content, at: field.place,
            "“directed” is “\(Excerpt.of(text))”, expected true or false", "taken for false")
        }
      } else if index == kindColumn {
        directed = Self.direction(table, index)
        if directed == nil {
          try assembly.skip(
            .content, at: field.place,
            "the type is “\(Excerpt.of(table.record.text(field)))”, "
              + "expected Directed or Undirected",
            "taken for Undirected")
        }
      }
    }
    return directed
  }

  /// What Gephi says of an edge's direction in a column: whether it leads one way only.
  private static func direction(_ table: borrowing CSVTable, _ index: Int) -> Bool? {
    table.record.withText(table.record.fields[index]) { text in
      if ValueParser.matches(text, "directed") { return true }
      return ValueParser.matches(text, "undirected") || ValueParser.matches(text, "mutual")
        ? false : nil
    }
  }
}
