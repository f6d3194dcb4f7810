internal import ExactTexts

/// One table while it is read: its columns and its records.
struct CSVTable: ~Copyable {
  private var scanner: CSVScanner
  /// The columns, in order.
  let columns: [CSVColumn]
  /// The slots of the attributes that columns stand for; none before their first value.
  private var slots: [Int?]
  /// The record that was read last, as many fields as there are columns.
  private(set) var record = CSVRecord()

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
      throw ReadingError(
        .syntax,
        "the file is empty, expected a header in its first line; "
          + "write one, such as “\(ofEdges ? "source,target" : "id")”")
    }
    var columns = try CSVColumn.columns(header, ofEdges: ofEdges)
    let isOfNeo4j = columns.contains { $0.isTyped && $0.role != .attribute }
    let domain: AttributeKey.Domain = ofEdges ? .edge : .node
    var seen: Set<ExactText> = []
    if isOfNeo4j {
      for index in columns.indices where columns[index].type == nil {
        columns[index].type = .string
      }
    }
    for (column, field) in zip(columns, header) where column.role == .attribute {
      guard seen.insert(column.name) else {
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
    slots = Array(repeating: nil, count: columns.count)
  }

  /// Reads the next record; false at the end.
  mutating func next(_ assembly: inout GraphAssembly) throws(ReadingError) -> Bool {
    guard try scanner.next(&record) else { return false }
    if record.fields.count != columns.count, let place = record.fields.first?.place {
      let hasFewer = record.fields.count < columns.count
      try assembly.skip(
        .syntax, at: place,
        "the record has \(record.fields.count == 1 ? "1 field" : "\(record.fields.count) fields"), "
          + "the header has \(columns.count)",
        advice: hasFewer ? "add the others" : "put a field with delimiters in it in quotes",
        hasFewer ? "the others are empty" : "the others left out")
      record.resize(columns.count, at: place)
    }
    return true
  }

  /// The first column with a role.
  func first(_ role: CSVColumn.Role) -> Int? { columns.firstIndex { $0.role == role } }

  /// Gives the last node or edge the value in a column of an attribute.
  mutating func set(
    _ index: Int, for domain: AttributeKey.Domain, _ assembly: inout GraphAssembly
  ) throws(ReadingError) {
    let field = record.fields[index]
    // An empty text in quotes is one; without quotes it is no value.
    guard !field.isEmpty || field.isQuoted && columns[index].type == .string else { return }
    if let placeholder = columns[index].placeholder, record.text(field) == placeholder { return }
    let slot: Int
    if let known = slots[index] {
      slot = known
    } else {
      slot = try assembly.slot(columns[index].name, domain, at: field.place)
      slots[index] = slot
    }
    try record.withText(field) { (text) throws(ReadingError) in
      try assembly.set(.text(text), ofSlot: slot, for: domain, at: field.place)
    }
  }

  /// Passes on what was remarked on the way.
  consuming func finish(_ assembly: inout GraphAssembly) {
    for remark in scanner.remarks.all { assembly.remarks.append(remark) }
  }
}
