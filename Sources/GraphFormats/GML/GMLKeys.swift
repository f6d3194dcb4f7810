internal import GraphCore

/// Under which keys GML has the attributes of a graph.
struct GMLKeys {
  /// A value and the keys of the lists that it is in, its own last.
  struct Value {
    let name: String
    let path: [String]
    let value: AttributeValue
  }

  /// The keys of one domain.
  struct Domain {
    /// The names of attributes that have whole numbers beyond 32 bits.
    fileprivate(set) var large: Set<String> = []
    /// The keys of attributes whose names can't be keys, with points between them.
    fileprivate(set) var changed: [String: String] = [:]
    fileprivate var paths: [String: [String]] = [:]
    fileprivate var orders: [String: Int] = [:]

    /// Values with their paths, lists together.
    func values(_ values: [KeyedValue]) -> [Value] {
      values.map { (order: orders[$0.key.name] ?? 0, value: $0) }
        .sorted { $0.order < $1.order }
        .map { _, value in
          let name = value.key.name
          return Value(name: name, path: paths[name] ?? [name], value: value.value)
        }
    }

    fileprivate mutating func note(_ values: [KeyedValue]) {
      for (key, value) in values where value.isLarge { large.insert(key.name) }
    }
  }

  private(set) var graph: Domain
  private(set) var node: Domain
  private(set) var edge: Domain

  subscript(_ domain: AttributeKey.Domain) -> Domain {
    switch domain {
    case .graph, .port, .hyperedge, .endpoint: graph
    case .node: node
    case .edge: edge
    }
  }

  /// Finds the keys.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - keepsLabels: Whether `label` is an attribute like any other.
  init(_ graph: PropertyGraph, keepingLabels keepsLabels: Bool) {
    let rows = AttributeRows(graph)
    self.graph = Self.domain(
      graph.keys(for: .graph),
      taken: ["directed", "multigraph", "node", "edge", "attributes", "identifier", "Creator"])
    self.graph.note(rows.ofGraph)
    node = Self.domain(
      graph.keys(for: .node), taken: keepsLabels ? ["id", "gid"] : ["id", "gid", "label"],
      GMLGraphics.taken(.node))
    for id in graph.graph.nodes { node.note(rows.values(at: id)) }
    edge = Self.domain(
      graph.keys(for: .edge), taken: ["source", "target", "key", "id", "directed"],
      GMLGraphics.taken(.edge))
    for id in graph.graph.edges { edge.note(rows.values(at: id)) }
  }

  /// Finds a key, or the keys of lists and a key, for every attribute.
  ///
  /// A name with points becomes a path if each part can be a key and no attribute has the name of a
  /// list that it would be in.
  private static func domain(
    _ keys: [AttributeKey], taken: Set<String>, _ takenNames: Set<String> = []
  ) -> Domain {
    var domain = Domain()
    let names = Set(keys.map(\.name))
    var used = taken
    var firsts: [String: Int] = [:]
    var sorting: [(name: String, place: [Int])] = []
    for (order, key) in keys.enumerated() {
      let parts = key.name.split(separator: ".", omittingEmptySubsequences: false)
      let lists = (1...parts.count).map { parts.prefix($0).joined(separator: ".") }
      guard parts.allSatisfy(isKey), !taken.contains(lists[0]), !takenNames.contains(key.name),
        !lists.dropLast().contains(where: names.contains)
      else { continue }
      used.insert(lists[0])
      domain.paths[key.name] = parts.map(String.init)
      // What is drawn comes first, where the look is.
      if lists.count > 1, lists[0] == GMLGraphics.key { firsts[lists[0]] = -1 }
      for list in lists where firsts[list] == nil { firsts[list] = order }
      sorting.append((key.name, lists.map { firsts[$0] ?? order }))
    }
    for (order, key) in keys.enumerated() where domain.paths[key.name] == nil {
      let plain = plain(key.name)
      let path = used.contains(plain) ? used.free(plain) : plain
      used.insert(path)
      domain.paths[key.name] = [path]
      domain.changed[key.name] = path
      sorting.append((key.name, [order]))
    }
    // The attributes of a list stand where its first one does.
    sorting.sort { $0.place.lexicographicallyPrecedes($1.place) }
    for (order, entry) in sorting.enumerated() { domain.orders[entry.name] = order }
    return domain
  }

  private static func isKey(_ text: Substring) -> Bool {
    text.first?.isLetter == true && text.utf8.allSatisfy(isKeyByte)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || ByteSet.digits.contains(byte))
      || byte == UInt8(ascii: "_")
  }

  /// A key that is like a name.
  private static func plain(_ name: String) -> String {
    let key = name.unicodeScalars.map { scalar in
      scalar.isASCII && isKeyByte(UInt8(truncatingIfNeeded: scalar.value)) ? String(scalar) : "_"
    }.joined()
    return key.first?.isLetter == true ? key : "a" + key
  }
}
