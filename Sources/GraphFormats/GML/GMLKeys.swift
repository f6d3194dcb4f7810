internal import ExactTexts
internal import GraphCore

/// Under which keys GML has the attributes of a graph.
struct GMLKeys {
  /// An attribute and where its values are written.
  struct Field {
    let column: AttributeColumn
    /// The keys of the lists that it is in, its own last.
    let path: [String]
    /// Its own key and a space.
    let line: [UInt8]
    /// Whether there are whole numbers beyond 32 bits among the values.
    let isLarge: Bool
  }

  /// The keys of one domain.
  struct Domain {
    /// The attributes that have values, those of a list together.
    fileprivate(set) var fields: [Field] = []
    /// The keys of attributes whose names can't be keys, with points between them.
    fileprivate(set) var changed: [ExactText: String] = [:]
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
    self.graph = Self.domain(
      .graph, of: graph,
      taken: ["directed", "multigraph", "node", "edge", "attributes", "identifier", "Creator"])
    node = Self.domain(
      .node, of: graph, taken: keepsLabels ? ["id", "gid"] : ["id", "gid", "label"],
      GMLGraphics.taken(.node))
    edge = Self.domain(
      .edge, of: graph, taken: ["source", "target", "key", "id", "directed"],
      GMLGraphics.taken(.edge))
  }

  /// Finds a key, or the keys of lists and a key, for every attribute.
  ///
  /// A name with points becomes a path if each part can be a key and no attribute has the name of a
  /// list that it would be in.
  private static func domain(
    _ domain: AttributeKey.Domain, of graph: PropertyGraph, taken: Set<ExactText>,
    _ takenNames: Set<ExactText> = []
  ) -> Domain {
    let slots = graph.slots(for: domain)
    let names = Set(exact: slots.map { graph.keys[$0].name })
    var result = Domain()
    var paths: [Int: [String]] = [:]
    var used = taken
    var firsts: [ExactText: Int] = [:]
    var sorting: [(slot: Int, place: [Int])] = []
    for (order, slot) in slots.enumerated() {
      let name = graph.keys[slot].name
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      let lists = (1...parts.count).map { parts.prefix($0).joined(separator: ".") }
      guard parts.allSatisfy(isKey), !taken.contains(lists[0]), !takenNames.contains(name),
        !lists.dropLast().contains(where: { names.contains($0) })
      else { continue }
      used.insert(lists[0])
      paths[slot] = parts.map(String.init)
      // What is drawn comes first, where the look is.
      if lists.count > 1, lists[0] == GMLGraphics.key { firsts[lists[0]] = -1 }
      for list in lists where firsts[list] == nil { firsts[list] = order }
      sorting.append((slot, lists.map { firsts[$0] ?? order }))
    }
    for (order, slot) in slots.enumerated() where paths[slot] == nil {
      let name = graph.keys[slot].name
      let plain = plain(name)
      let path = used.contains(plain) ? used.free(plain) : plain
      used.insert(path)
      paths[slot] = [path]
      result.changed[name] = path
      sorting.append((slot, [order]))
    }
    // The attributes of a list stand where its first one does.
    sorting.sort { $0.place.lexicographicallyPrecedes($1.place) }
    for (slot, _) in sorting where graph.columns[slot].hasValues {
      let path = paths[slot] ?? [graph.keys[slot].name]
      result.fields.append(
        Field(
          column: graph.columns[slot], path: path, line: Array("\(path.last ?? "") ".utf8),
          isLarge: graph.columns[slot].hasLargeNumbers))
    }
    return result
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
