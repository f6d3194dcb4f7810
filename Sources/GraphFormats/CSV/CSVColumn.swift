internal import ExactTexts

/// What a column of a table of nodes or edges means, as its header says.
///
/// Headers of neo4j-admin are `name:type`, where either may be missing, with a space of identifiers in
/// parentheses or options in braces behind; others are names alone.
struct CSVColumn: Equatable {
  /// What the values are.
  enum Role: Equatable {
    /// The identifiers of nodes.
    case id
    /// Where edges start.
    case source
    /// Where edges end.
    case target
    /// Whether edges lead one way.
    case direction
    /// The identifiers of edges.
    case edgeID
    /// An attribute.
    case attribute
    /// Nothing.
    case ignored
  }

  var role: Role
  /// The name of the attribute.
  var name: String
  /// The type that the header gives; `nil` if it gives none.
  var type: AttributeType?
  /// A type that there is no such thing as in a property graph, so that values are kept as text.
  var foreignType: String?
  /// The space of identifiers.
  var space: String?
  /// Whether the header has a type or a role after a colon.
  var isTyped: Bool
  /// Whether the name is one that we gave.
  private var isNameless = false
  /// What stands for no value at all.
  var placeholder: String?

  private static let types: [String: AttributeType] = [
    "boolean": .boolean, "int": .int, "byte": .int, "short": .int, "long": .long, "float": .float,
    "double": .double, "string": .string, "char": .string,
  ]
  private static let foreignTypes: Set<String> = [
    "point", "date", "localtime", "time", "localdatetime", "datetime", "duration", "vector",
  ]

  /// The column of a header in a table of nodes or of edges.
  init(header: String, ofEdges: Bool) {
    let untyped = CSVColumn(role: .attribute, name: header, isTyped: false)
    guard let colon = Self.lastColon(header) else {
      self = untyped
      return
    }
    let name = String(header[..<colon])
    let word = header[header.index(after: colon)...].prefix { !"([{".contains($0) }
    let rest = header[header.index(after: colon)...].dropFirst(word.count)
    self = CSVColumn(role: .attribute, name: name, isTyped: true)
    switch (word, ofEdges) {
    case ("ID", false): role = .id
    case ("ID", true): role = .edgeID
    case ("START_ID", true): role = .source
    case ("END_ID", true): role = .target
    case ("IGNORE", _) where ofEdges && name == "id": role = .edgeID
    case ("IGNORE", _) where ofEdges && name == "directed": role = .direction
    case ("IGNORE", _): role = .ignored
    case ("LABEL", false): (self.name, type) = (name.isEmpty ? "labels" : name, .string)
    case ("TYPE", true):
      (self.name, type, isNameless) = (name.isEmpty ? "type" : name, .string, name.isEmpty)
      if name.isEmpty { placeholder = CSVWriter.placeholder }
    default:
      if let known = Self.types[word.lowercased()] {
        type = rest.hasPrefix("[]") ? .string : known
        if rest.hasPrefix("[]") { foreignType = "\(word)[]" }
      } else if Self.foreignTypes.contains(word.lowercased()) {
        (type, foreignType) = (.string, String(word))
      } else {
        self = untyped
        return
      }
    }
    if rest.first == "(", let end = rest.firstIndex(of: ")") {
      space = String(rest[rest.index(after: rest.startIndex)..<end])
    }
  }

  private init(role: Role, name: String, isTyped: Bool) {
    self.role = role
    self.name = name
    self.isTyped = isTyped
  }

  /// The colon before the type, which may have colons in its options.
  private static func lastColon(_ header: String) -> String.Index? {
    if let colon = header.lastIndex(of: ":"), !header[colon...].contains("}") { return colon }
    guard header.last == "}", let brace = header.lastIndex(of: "{") else {
      return header.lastIndex(of: ":")
    }
    return header[..<brace].lastIndex(of: ":")
  }

  // MARK: Tables of others

  /// The columns of a table of nodes or edges, those that identify nodes found by their names if no
  /// header has a role.
  static func columns(
    _ header: [CSVScanner.HeaderField], ofEdges: Bool
  ) throws(ReadingError) -> [CSVColumn] {
    var columns = header.map { CSVColumn(header: $0.text, ofEdges: ofEdges) }
    for index in columns.indices where columns[index].isNameless {
      let names = Set(exact: columns.indices.filter { $0 != index }.map { columns[$0].name })
      if names.contains(columns[index].name) {
        columns[index].name = names.free(columns[index].name)
      }
    }
    let place = header.first?.place
    func find(
      _ role: Role, _ names: [String], _ what: String, _ expected: String
    ) throws(ReadingError) {
      if columns.contains(where: { $0.role == role }) { return }
      for name in names {
        if let index = columns.firstIndex(where: {
          $0.role == .attribute && $0.name.lowercased() == name
        }) {
          columns[index].role = role
          return
        }
      }
      let found = header.prefix(8).map { "“\($0.text)”" }.joined(separator: ", ")
      throw ReadingError(
        .content, at: place,
        "no column is \(what): found \(found), expected \(expected); rename a column, or add one")
    }
    if ofEdges {
      try find(
        .source, ["source", "src", "from", "start", "u", "node1"],
        "where edges start", "“source” or “:START_ID”")
      try find(
        .target, ["target", "dst", "to", "end", "v", "node2"],
        "where edges end", "“target” or “:END_ID”")
      let ends = columns.contains { $0.isTyped }
      for index in columns.indices where columns[index].role == .attribute {
        switch columns[index].name.lowercased() {
        case "id" where !columns.contains { $0.role == .edgeID }: columns[index].role = .edgeID
        case "directed"
        where ends && columns[index].type == .boolean
          && !columns.contains { $0.role == .direction }:
          columns[index].role = .direction
        default: break
        }
      }
    } else {
      try find(
        .id, ["id", "node", "name", "key", "label"],
        "the identifier of nodes", "“id” or “:ID”")
    }
    return columns
  }
}
