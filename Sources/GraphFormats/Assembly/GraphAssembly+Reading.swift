internal import GraphCore

extension GraphAssembly {
  /// Turns what was gathered into a graph, in time linear in what there is.
  package consuming func reading() throws(ReadingError) -> Reading {
    var assembly = self
    let ends = try assembly.resolvedEnds()
    var result = PropertyGraph(assembly.directedness(ends.map { $0 != nil }))
    let parents = assembly.settledParents()
    let ids = assembly.settledEdgeIDs()
    let graphValues: RowValues
    var nodeValues: RowValues
    var edgeValues: RowValues
    do throws(PropertyGraphError) {
      try assembly.settle(into: &result)
      graphValues = RowValues(assembly.columns[.graph] ?? [])
      nodeValues = RowValues(assembly.columns[.node] ?? [])
      edgeValues = RowValues(assembly.columns[.edge] ?? [])
      var values = graphValues
      for (name, value) in values.next(0) { try result.setValue(value, of: name) }
      var nodes: [NodeID] = []
      nodes.reserveCapacity(assembly.nodes.count)
      for (row, id) in assembly.nodes.enumerated() {
        nodes.append(try result.addNode(id, nodeValues.next(row)))
      }
      for (row, end) in ends.enumerated() {
        let values = edgeValues.next(row)
        guard let end else { continue }
        let edge = try result.addEdge(
          from: nodes[end.source], to: nodes[end.target], id: ids[row],
          directed: assembly.isDirected(row), values)
        if let look = assembly.edgeLooks[row] { try result.setAppearance(look, of: edge) }
      }
      for (row, look) in assembly.nodeLooks { try result.setAppearance(look, of: nodes[row]) }
      // None is within itself, which would take long to find out again for each.
      for (row, parent) in parents { result.details.parents[nodes[row]] = nodes[parent] }
    } catch {
      throw ReadingError(.content, error.description)
    }
    return Reading(graph: result, remarks: assembly.remarks.all)
  }

  /// The rows of the nodes that edges join; `nil` for an edge that is left out.
  private mutating func resolvedEnds() throws(ReadingError) -> [(source: Int, target: Int)?] {
    var nameRows: [Int?] = []
    if let places = places() {
      remarks.append(at: nil, "edges give their nodes by their place, from 0")
      nameRows = places
    }
    for (name, place) in names.dropFirst(nameRows.count) {
      let key = ByteText(name)
      if rows[key] == nil, addsNamedNodes { _ = try addNode(name, at: place) }
      if rows[key] == nil {
        try skip(
          .content, at: place, "an edge leads to the node “\(name)”, which isn't there",
          "the edges to it left out")
      }
      nameRows.append(rows[key])
    }
    func row(_ end: End) -> Int? {
      switch end {
      case .row(let row): row
      case .name(let slot): nameRows[slot]
      }
    }
    return ends.map { ends in
      guard let source = row(ends.source), let target = row(ends.target) else { return nil }
      return (source, target)
    }
  }

  /// The rows that the names of nodes mean, should they be places among the nodes.
  private func places() -> [Int]? {
    guard mayNameByPlace, !names.isEmpty, !nodes.isEmpty else { return nil }
    let isNamed = ends.contains { ends in
      func isNode(_ end: End) -> Bool {
        switch end {
        case .row: true
        case .name(let slot): rows[ByteText(names[slot].name)] != nil
        }
      }
      return isNode(ends.source) || isNode(ends.target)
    }
    guard !isNamed else { return nil }
    var places: [Int] = []
    for (name, _) in names {
      guard let place = NumberText.integer(name), nodes.indices.contains(Int(place)) else {
        return nil
      }
      places.append(Int(place))
    }
    return places
  }

  /// Whether edges lead one way, both ways, or some this and some that; those left out don't count.
  private func directedness(_ isKept: [Bool]) -> Directedness {
    var directions: Set<Bool> = []
    for row in ends.indices where isKept[row] { directions.insert(isDirected(row)) }
    if directions.count > 1 { return .mixed }
    return directions.first ?? isDirected ? .directed : .undirected
  }

  /// Whether an edge leads one way.
  private func isDirected(_ row: Int) -> Bool { ends[row].isDirected ?? isDirected }

  /// The rows of nodes and of the nodes that they are in.
  private mutating func settledParents() -> [(row: Int, parent: Int)] {
    var found: [Int: Int] = [:]
    for (row, name, _) in parents { found[row] = rows[ByteText(name)] }
    if found.count == parents.count, !Self.hasCycle(found) {
      return found.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }
    var name = parentName
    while slots[.node]?[name] != nil { name += "_" }
    for (row, parent, place) in parents {
      append(.string(parent), of: name, for: .node, row: row, at: place)
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
    try? columns[domain]?[slot].append(value, row: row, at: place)
  }

  /// The identifiers of edges by their rows, if no two are the same; else they become values.
  private mutating func settledEdgeIDs() -> [Int: String] {
    let ids = Dictionary(edgeIDs.map { ($0.row, $0.id) }) { first, _ in first }
    guard Set(ids.values.map(ByteText.init)).count < ids.count else { return ids }
    var name = edgeIDName
    while slots[.edge]?[name] != nil { name += "_" }
    remarks.append(
      at: nil, "several edges have the same identifier: identifiers kept as the attribute “\(name)”"
    )
    for (row, id) in ids.sorted(by: { $0.key < $1.key }) {
      append(.string(id), of: name, for: .edge, row: row, at: nil)
    }
    return [:]
  }

  /// Declares every attribute with the type that holds its values.
  private mutating func settle(into graph: inout PropertyGraph) throws(PropertyGraphError) {
    // Attributes come in the order in which they are declared, wherever that is, then the others.
    var done: [AttributeKey.Domain: Set<Int>] = [:]
    for (domain, slot) in declared + order where done[domain, default: []].insert(slot).inserted {
      guard let (type, remark) = columns[domain]?[slot].settle(),
        let column = columns[domain]?[slot]
      else { continue }
      if let remark { remarks.append(remark) }
      try graph.declare(
        AttributeKey(column.name, for: domain, type, default: column.defaultValue))
    }
  }
}

/// Gives out the values of columns row by row.
private struct RowValues {
  private let columns: [LooseColumn]
  private var places: [Int]

  init(_ columns: [LooseColumn]) {
    self.columns = columns
    places = Array(repeating: 0, count: columns.count)
  }

  /// The values of a row after those that were asked for before.
  mutating func next(_ row: Int) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [:]
    for index in columns.indices {
      let place = places[index]
      guard place < columns[index].rows.count, columns[index].rows[place] == row else { continue }
      values[columns[index].name] = columns[index].values[place]
      places[index] += 1
    }
    return values
  }
}
