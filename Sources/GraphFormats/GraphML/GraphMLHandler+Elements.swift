internal import ExactTexts
internal import GraphCore

// MARK: - Nodes and edges

extension GraphMLHandler {
  func startNode(
    _ element: XMLElement, _ owner: NodeID?, _ parser: XMLParser
  ) throws(ReadingError) {
    guard let node = try startNode(element, in: owner, parser) else { return }
    scopes.append(.node(node))
  }

  func startEdge(
    _ element: XMLElement, _ isDirectedByDefault: Bool, _ parser: XMLParser
  ) throws(ReadingError) {
    guard let ends = try ends(of: element, parser) else { return }
    var isDirected = isDirectedByDefault
    if element.attributeCount > 2, let value = element.value(names.directed) {
      if let said = ValueParser.boolean(value) {
        isDirected = said
      } else {
        try fault(
          parser, "directed is “\(Excerpt.of(value))”, expected “true” or “false”",
          skipped: "the edge is as the graph's edgedefault says")
      }
    }
    let source = try mentionNode(ends.source, parser)
    let target = try mentionNode(ends.target, parser)
    let edge = try addEdge(
      from: source, to: target, id: element.value(names.id), directed: isDirected, parser)
    if element.attributeCount > 2 {
      let ports = EdgePorts(
        source: element.string(names.sourceport), target: element.string(names.targetport))
      if ports != EdgePorts() { graph.details.edgePorts[edge] = ports }
    }
    scopes.append(.edge(edge))
  }
}

// MARK: - Ports

extension GraphMLHandler {
  func startPort(
    _ element: XMLElement, _ parser: XMLParser
  ) throws(ReadingError) {
    guard let name = element.string(names.name) else {
      try fault(
        parser, "a port has no name", advice: "give it one", skipped: "it is passed over")
      return skip()
    }
    openPorts.append(NodePort(name))
    scopes.append(.port)
  }

  func endPort(_ parser: XMLParser) throws(ReadingError) {
    guard let port = openPorts.popLast() else { return }
    switch scopes.last {
    case .port:
      openPorts[openPorts.count - 1].ports.append(port)
    case .node(let node):
      let taken = Set(exact: names(of: graph.details.ports[node] ?? []))
      if let name = names(of: [port]).first(where: { taken.contains($0) }) {
        try fault(
          parser, "the node has two ports “\(Excerpt.of(name))”", advice: "rename one of them",
          skipped: "the second is left out")
      } else {
        graph.details.ports[node, default: []].append(port)
      }
    default: break
    }
  }

  private func names(of ports: [NodePort]) -> [String] {
    ports.flatMap { [$0.name] + names(of: $0.ports) }
  }
}

// MARK: - Hyperedges

extension GraphMLHandler {
  func startHyperedge(_ element: XMLElement, _ parser: XMLParser) {
    openHyperedge = Hyperedge(id: element.string(names.id), endpoints: [])
    scopes.append(.hyperedge)
  }

  func endHyperedge(_ parser: XMLParser) throws(ReadingError) {
    remark(
      parser, once: "hyperedge",
      "hyperedges are kept, and written where a format has them; no algorithm sees them")
    graph.details.hyperedges.append(openHyperedge)
  }

  func startEndpoint(
    _ element: XMLElement, _ parser: XMLParser
  ) throws(ReadingError) {
    guard let id = element.value(names.node) else {
      try fault(
        parser, "an endpoint has no node", advice: "name one", skipped: "it is passed over")
      return skip()
    }
    var end = Hyperedge.Endpoint(try mentionNode(id, parser))
    end.port = element.string(names.port)
    end.id = element.string(names.id)
    if let type = element.string(names.type) {
      if let direction = Hyperedge.Endpoint.Direction(rawValue: type) {
        end.direction = direction
      } else {
        try fault(
          parser, "an endpoint's type is “\(Excerpt.of(type))”, expected in, out or undir",
          skipped: "it is taken for undir")
      }
    }
    openHyperedge.endpoints.append(end)
    scopes.append(.endpoint)
  }
}
