/// One table while it is read: its columns and its records.
struct CSVTable: ~Copyable {
  /// A field and the column that it is in.
  struct Cell {
    let column: CSVColumn
    let field: CSVScanner.Field
  }

  private var scanner: CSVScanner
  /// The columns, in order.
  let columns: [CSVColumn]

  /// Whether the header is one of neo4j-admin, where columns without a type have texts.
  var isOfNeo4j: Bool { columns.contains { $0.isTyped && $0.role != .attribute } }

  /// Reads the header and declares the attributes that it has.
  init(
    _ stream: consuming ByteStream, options: ReadingOptions, ofEdges: Bool,
    _ assembly: inout GraphAssembly
  ) throws(ReadingError) {
    var scanner = CSVScanner(stream, options: options)
    let header = try scanner.header()
    guard !header.isEmpty else {
      throw ReadingError(.syntax, "is empty; a header is expected in its first line")
    }
    var columns = try CSVColumn.columns(header, ofEdges: ofEdges)
    let isOfNeo4j = columns.contains { $0.isTyped && $0.role != .attribute }
    let domain: AttributeKey.Domain = ofEdges ? .edge : .node
    var seen: Set<String> = []
    if isOfNeo4j {
      for index in columns.indices where columns[index].type == nil {
        columns[index].type = .string
      }
    }
    for (column, field) in zip(columns, header) where column.role == .attribute {
      guard seen.insert(column.name).inserted else {
        throw ReadingError(
          .content, at: field.place, "two columns are named “\(column.name)”; rename one")
      }
      if let type = column.type {
        guard column.placeholder == nil else { continue }
        try assembly.declare(column.name, for: domain, type, at: field.place)
      } else {
        try assembly.infer(column.name, for: domain, at: field.place)
      }
      if let type = column.foreignType {
        assembly.remarks.append(
          at: field.place, "the attribute “\(column.name)” is of type \(type): kept as text")
      }
    }
    self.columns = columns
    self.scanner = scanner
  }

  /// The next record, as many fields as there are columns.
  mutating func next(_ assembly: inout GraphAssembly) throws(ReadingError) -> [Cell]? {
    guard var fields = try scanner.record() else { return nil }
    if fields.count != columns.count, let place = fields.first?.place {
      try assembly.skip(
        .syntax, at: place,
        "the record has \(fields.count) fields, the header has \(columns.count)",
        fields.count < columns.count ? "the others are empty" : "the others left out")
      while fields.count < columns.count {
        fields.append(CSVScanner.Field(text: "", isQuoted: false, place: place))
      }
    }
    return zip(columns, fields).map { Cell(column: $0, field: $1) }
  }

  /// Passes on what was remarked on the way.
  consuming func finish(_ assembly: inout GraphAssembly) {
    for remark in scanner.remarks.all { assembly.remarks.append(remark) }
  }
}
