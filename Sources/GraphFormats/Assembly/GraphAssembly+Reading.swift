internal import GraphCore

extension GraphAssembly {
  /// Turns what was gathered into a graph, and has nothing any more: what is taken out of where it is
  /// kept need not be copied.
  mutating func takeReading() throws(ReadingError) -> Reading {
    var assembly = GraphAssembly(options: options)
    swap(&assembly, &self)
    return try assembly.reading()
  }

  /// Turns what was gathered into a graph, in time linear in what there is.
  package consuming func reading() throws(ReadingError) -> Reading {
    var assembly = self
    let named = try assembly.namedRows()
    let directedness = assembly.directedness
    let parents = try assembly.settledParents()
    let ids = assembly.settledEdgeIDs()
    var result = assembly.graph
    assembly.graph = PropertyGraph(directedness)
    result.become(directedness)
    var nextID = 0
    for row in 0..<assembly.edges.count {
      var id: String?
      if nextID < ids.count, ids[nextID].row == row {
        id = ids[nextID].id
        nextID += 1
      }
      let ends = assembly.ends(of: row, named)
      let edge = result.appendEdge(
        from: ends.source, to: ends.target, id, directed: assembly.isDirected(row))
      if let look = assembly.edgeLooks[row] { result.details.edgeAppearances[edge] = look }
    }
    result.graph.linkEdges()
    do throws(PropertyGraphError) {
      try assembly.settle(into: &result)
    } catch {
      throw ReadingError(error)
    }
    for (row, look) in assembly.nodeLooks { result.details.nodeAppearances[Self.node(row)] = look }
    // None is within itself, which would take long to find out again for each.
    for (row, parent) in parents { result.details.parents[Self.node(row)] = Self.node(parent) }
    return Reading(graph: result, remarks: assembly.remarks.all)
  }

  /// The node of a row: none was ever removed.
  private static func node(_ row: Int) -> NodeID { NodeID(rawValue: UInt32(row)) }

  /// The rows of the nodes that edges call by a name.
  private mutating func namedRows() throws(ReadingError) -> [Int] {
    var rows: [Int] = []
    if let places = places() {
      remarks.append(at: nil, "edges give their nodes by their place, from 0")
      rows = places
    }
    return rows + (try addNamedNodes(after: rows.count))
  }

  /// The nodes that an edge joins.
  private func ends(of row: Int, _ named: [Int]) -> (source: NodeID, target: NodeID) {
    func node(_ end: LooseEdges.End) -> NodeID {
      switch end {
      case .row(let row): Self.node(row)
      case .name(let place): Self.node(named[place])
      }
    }
    return (node(edges.source(of: row)), node(edges.target(of: row)))
  }

  /// The rows that the names of nodes mean, should they be places among the nodes.
  private func places() -> [Int]? {
    guard mayNameByPlace, !names.isEmpty, nodeCount > 0 else { return nil }
    // A row is the end of an edge by its name; and so may be a name of a node that came later.
    guard !edges.hasRows, names.allSatisfy({ row(of: $0) == nil }) else { return nil }
    var places: [Int] = []
    for name in names {
      guard let place = NumberText.integer(name), (0..<Int64(nodeCount)).contains(place) else {
        return nil
      }
      places.append(Int(place))
    }
    return places
  }

  /// Whether edges lead one way, both ways, or some this and some that.
  private var directedness: Directedness {
    var (isOneWay, isBothWays) = (false, false)
    for row in 0..<edges.count {
      if isDirected(row) { isOneWay = true } else { isBothWays = true }
    }
    if isOneWay && isBothWays { return .mixed }
    return isOneWay || !isBothWays && isDirected ? .directed : .undirected
  }

  /// Whether an edge leads one way.
  private func isDirected(_ row: Int) -> Bool { edges.direction(of: row) ?? isDirected }

  /// The rows of nodes and of the nodes that they are in.
  private mutating func settledParents() throws(ReadingError) -> [(row: Int, parent: Int)] {
    var found: [Int: Int] = [:]
    for (row, name, _) in parents { found[row] = self.row(of: name) }
    if found.count == parents.count, !Self.hasCycle(found) {
      return found.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }
    var name = parentName
    while tables[AttributeKey.Domain.node.ordinal].slot(name) != nil { name += "_" }
    for (row, parent, place) in parents {
      let text = try checked(parent, at: place)
      append(.string(text), of: name, for: .node, row: row, at: place)
    }
    return []
  }

  /// Whether something is within itself, given what each thing is in.
  private static func hasCycle(_ parents: [Int: Int]) -> Bool {
    var done: Set<Int> = []
    for start in parents.keys {
      var path: Set<Int> = []
      var next: Int? = start
      while let row = next, !done.contains(row) {
        guard path.insert(row).inserted else { return true }
        next = parents[row]
      }
      done.formUnion(path)
    }
    return false
  }

  /// Adds a value to an attribute that has none yet.
  private mutating func append(
    _ value: AttributeValue, of name: String, for domain: AttributeKey.Domain, row: Int,
    at place: TextPosition?
  ) {
    // Only too many attributes, or declared ones, could fail.
    guard let slot = try? slot(name, domain, at: place) else { return }
    try? tables[domain.ordinal].columns[slot].append(value, row: row, at: place)
  }

  /// The identifiers of edges with their rows, ascending, if no two are the same; else they become
  /// values.
  private mutating func settledEdgeIDs() -> [(row: Int, id: String)] {
    var ids: [(row: Int, id: String)] = []
    var index = IdentifierIndex()
    var isRepeated = false
    for (row, var id) in edgeIDs where ids.last?.row != row {
      id.withUTF8 { bytes in
        isRepeated = isRepeated || index.find(bytes) { ids[$0].id.hasBytes(bytes) } != nil
        if !isRepeated { index.insert(ids.count, bytes) }
      }
      ids.append((row, id))
    }
    guard isRepeated else { return ids }
    var name = edgeIDName
    while tables[AttributeKey.Domain.edge.ordinal].slot(name) != nil { name += "_" }
    remarks.append(
      at: nil, "several edges have the same identifier: identifiers kept as the attribute “\(name)”"
    )
    for (row, id) in ids {
      append(.string(id), of: name, for: .edge, row: row, at: nil)
    }
    return []
  }

  /// Declares every attribute with the type that holds its values, and gives the graph the values.
  private mutating func settle(into graph: inout PropertyGraph) throws(PropertyGraphError) {
    // Attributes come in the order in which they are declared, wherever that is, then the others.
    var done: [AttributeKey.Domain: Set<Int>] = [:]
    for (domain, slot) in declared + order where done[domain, default: []].insert(slot).inserted {
      var loose = LooseColumn("")
      swap(&loose, &tables[domain.ordinal].columns[slot])
      if let remark = loose.settle() { remarks.append(remark) }
      try graph.declare(
        AttributeKey(loose.name, for: domain, loose.column.type, default: loose.defaultValue))
      guard domain.isCommon else { continue }
      graph.columns[graph.columns.count - 1] = loose.column
    }
  }
}
