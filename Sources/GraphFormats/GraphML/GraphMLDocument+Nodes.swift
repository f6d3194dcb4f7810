internal import GraphCore

extension GraphMLDocument {
  /// A step on the way through nested nodes.
  private enum Step {
    case node(NodeID, depth: Int)
    case end(NodeID, depth: Int)
  }

  /// Writes the nodes, each with the graph within it.
  mutating func nodes<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let fields = GraphMLFields(graph, for: .node, identifiers)
    let hasDetails =
      !graph.details.nodeNotes.isEmpty || !graph.details.ports.isEmpty || profile == .yed
    if graph.details.parents.isEmpty && graph.details.subgraphs.isEmpty {
      let core = graph.graph
      var rest = core.nodes.makeIterator()
      var rows: [Int] = []
      repeat {
        rows.removeAll(keepingCapacity: true)
        while rows.count < GraphMLFields.blockSize, let node = rest.next() {
          rows.append(Int(node.rawValue))
        }
        fields.fetch(rows)
        for (place, row) in rows.enumerated() {
          let node = NodeID(rawValue: UInt32(row))
          output.append("    <node id=\"")
          output.appendAttribute(core[node].id)
          output.append("\"")
          var isOpen = false
          if hasDetails { isOpen = details(of: node, isGroup: false) }
          fields.write(place, to: &output, &isOpen)
          if isOpen { output.append("    </node>\n") } else { output.append("/>\n") }
          try output.flush(to: sink)
        }
      } while !rows.isEmpty
    } else {
      try nestedNodes(fields, to: sink)
    }
  }

  /// Without recursion, since graphs may lie deeper in one another than the stack is high.
  private mutating func nestedNodes<Failure: Error>(
    _ fields: borrowing GraphMLFields, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var children: [NodeID?: [NodeID]] = [:]
    for node in graph.graph.nodes { children[graph.parent(of: node), default: []].append(node) }
    var steps: [Step] = (children[nil] ?? []).reversed().map { .node($0, depth: 0) }
    while let step = steps.popLast() {
      switch step {
      case .node(let node, let depth):
        let inner = children[node] ?? []
        let isGroup = !inner.isEmpty || graph.subgraph(of: node) != nil
        output.append("    <node id=\"")
        output.appendAttribute(graph.graph[node].id)
        output.append(isGroup && profile == .yed ? "\" yfiles.foldertype=\"group\"" : "\"")
        var isOpen = details(of: node, isGroup: isGroup)
        fields.fetch([Int(node.rawValue)])
        fields.write(0, to: &output, &isOpen)
        if isGroup {
          if !isOpen { output.append(">\n") }
          start(graph.subgraph(of: node) ?? Subgraph())
          steps.append(.end(node, depth: depth))
          steps += inner.reversed().map { .node($0, depth: depth + 1) }
        } else {
          output.append(isOpen ? "    </node>\n" : "/>\n")
        }
      case .end: output.append("    </graph>\n    </node>\n")
      }
      try output.flush(to: sink)
    }
  }

  private mutating func start(_ subgraph: Subgraph) {
    output.append("    <graph")
    if let id = subgraph.id { output.appendAttribute("id", id) }
    output.append(" edgedefault=\"")
    output.append(graph.graph.directedness == .undirected ? "undirected\">\n" : "directed\">\n")
    note(subgraph.note, "      ")
    data(subgraph.values, for: .graph, "      ")
  }

  /// Writes what few nodes have.
  ///
  /// - Returns: Whether anything was written, and the start tag ended with it.
  mutating func details(of node: NodeID, isGroup: Bool) -> Bool {
    let (text, ports) = (graph.note(of: node), graph.ports(of: node))
    guard text != nil || !ports.isEmpty || profile == .yed else { return false }
    output.append(">\n")
    note(text, "      ")
    if profile == .yed { draw(node, isGroup: isGroup) }
    for port in ports { self.port(port) }
    return true
  }

  private mutating func port(_ port: NodePort) {
    // Without recursion, for the same reason: what is left to write, the next at the end.
    var open: [NodePort?] = [port]
    while let next = open.popLast() {
      guard let port = next else {
        output.append("      </port>\n")
        continue
      }
      output.append("      <port")
      output.appendAttribute("name", port.name)
      output.append(">\n")
      note(port.note, "        ")
      data(port.values, for: .port, "        ")
      open.append(nil)
      open += port.ports.reversed().map { $0 }
    }
  }
}

// MARK: - Edges and hyperedges

extension GraphMLDocument {
  /// Writes what few edges have.
  ///
  /// - Returns: Whether anything but attributes was written, and the start tag ended with it.
  mutating func details(of edge: EdgeID) -> Bool {
    let ports = graph.ports(of: edge)
    if let port = ports.source { output.appendAttribute("sourceport", port) }
    if let port = ports.target { output.appendAttribute("targetport", port) }
    let text = graph.note(of: edge)
    guard text != nil || profile == .yed else { return false }
    output.append(">\n")
    note(text, "      ")
    if profile == .yed { draw(edge) }
    return true
  }

  /// Writes a hyperedge.
  mutating func hyperedge(_ hyperedge: Hyperedge) {
    output.append("    <hyperedge")
    if let id = hyperedge.id { output.appendAttribute("id", id) }
    output.append(">\n")
    note(hyperedge.note, "      ")
    data(hyperedge.values, for: .hyperedge, "      ")
    for end in hyperedge.endpoints {
      output.append("      <endpoint")
      if let id = end.id { output.appendAttribute("id", id) }
      output.appendAttribute("node", graph.graph[end.node].id)
      if let port = end.port { output.appendAttribute("port", port) }
      output.appendAttribute("type", end.direction.rawValue)
      if let text = end.note {
        output.append(">\n")
        note(text, "        ")
        output.append("      </endpoint>\n")
      } else {
        output.append("/>\n")
      }
    }
    output.append("    </hyperedge>\n")
  }
}
