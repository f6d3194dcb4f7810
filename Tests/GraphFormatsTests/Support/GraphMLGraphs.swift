import GraphCore
import GraphFormats
import TestSupport

/// Random graphs that have all that GraphML has: directions, nested graphs, ports, hyperedges,
/// descriptions.
enum GraphMLGraphs {
  /// A graph; the same seed gives the same one.
  static func random(seed: UInt64) throws -> PropertyGraph {
    var random = SplitMix64(seed: seed)
    let kind = Directedness.allCases.randomElement(using: &random) ?? .mixed
    var graph = PropertyGraph(kind)
    for domain in AttributeKey.Domain.allCases {
      for number in 0..<Int.random(in: 0...4, using: &random) {
        let type = AttributeType.allCases.randomElement(using: &random) ?? .string
        let hasDefault = Int.random(in: 0..<4, using: &random) == 0
        var key = AttributeKey(
          "\(text(&random))\(number)", for: domain, type,
          default: hasDefault ? value(type, &random) : nil)
        key.note = note(&random)
        try graph.declare(key)
      }
    }
    try graph.setNote(note(&random))
    for (name, value) in values(graph, .graph, &random) { try graph.setValue(value, of: name) }
    var nodes: [NodeID] = []
    // Nested nodes come right after the node that they are in, as in a file.
    var path: [NodeID] = []
    for number in 0..<Int.random(in: 0...10, using: &random) {
      let node = try graph.addNode("\(text(&random))\(number)", values(graph, .node, &random))
      path.removeLast(Int.random(in: 0...path.count, using: &random))
      if let parent = path.last {
        try graph.setParent(parent, of: node)
        if graph.subgraph(of: parent) == nil { try graph.setSubgraph(Subgraph(), of: parent) }
      }
      if Int.random(in: 0..<3, using: &random) == 0 {
        path.append(node)
        let values = values(graph, .graph, &random)
        try graph.setSubgraph(
          Subgraph(id: text(&random), note: note(&random), values: values), of: node)
      }
      try graph.setNote(note(&random), of: node)
      if Int.random(in: 0..<3, using: &random) == 0 {
        let inner = NodePort("\(text(&random))1", note: note(&random))
        try graph.setPorts(
          [NodePort("\(text(&random))2", values: values(graph, .port, &random), ports: [inner])],
          of: node)
      }
      nodes.append(node)
    }
    try addEdges(to: &graph, nodes, &random)
    return graph
  }

  private static func addEdges(
    to graph: inout PropertyGraph, _ nodes: [NodeID], _ random: inout SplitMix64
  ) throws {
    var directions: Set<Bool> = []
    for number in 0..<Int.random(in: 0...12, using: &random) {
      guard let source = nodes.randomElement(using: &random),
        let target = nodes.randomElement(using: &random)
      else { break }
      // A mixed graph has edges of both kinds: without, it would be read as one of a single kind.
      let isDirected =
        graph.graph.directedness == .mixed ? number % 2 == 0 : graph.graph.directedness == .directed
      directions.insert(isDirected)
      let edge = try graph.addEdge(
        from: source, to: target, id: "\(text(&random))\(number)", directed: isDirected,
        values(graph, .edge, &random))
      try graph.setNote(note(&random), of: edge)
      if Int.random(in: 0..<4, using: &random) == 0 {
        try graph.setPorts(EdgePorts(source: text(&random), target: "p"), of: edge)
      }
    }
    if !nodes.isEmpty, Int.random(in: 0..<3, using: &random) == 0 {
      let ends = Hyperedge.Endpoint.Direction.allCases.map {
        Hyperedge.Endpoint(
          nodes.randomElement(using: &random) ?? nodes[0], direction: $0, note: note(&random))
      }
      try graph.addHyperedge(
        Hyperedge(
          id: text(&random), note: note(&random), values: values(graph, .hyperedge, &random),
          endpoints: ends))
    }
    if graph.graph.directedness == .mixed && directions.count < 2 {
      graph = PropertyGraph(.directed)
    }
  }

  private static func text(_ random: inout SplitMix64) -> String {
    HostileGraphs.texts.randomElement(using: &random) ?? ""
  }

  private static func note(_ random: inout SplitMix64) -> String? {
    Int.random(in: 0..<4, using: &random) == 0 ? text(&random) : nil
  }

  private static func values(
    _ graph: PropertyGraph, _ domain: AttributeKey.Domain, _ random: inout SplitMix64
  ) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [:]
    for key in graph.keys(for: domain) where Bool.random(using: &random) {
      values[key.name] = value(key.type, &random)
    }
    return values
  }

  private static func value(
    _ type: AttributeType, _ random: inout SplitMix64
  ) -> AttributeValue {
    switch type {
    case .boolean: .boolean(.random(using: &random))
    case .int: .int(.random(in: .min ... .max, using: &random))
    case .long: .long(.random(in: .min ... .max, using: &random))
    case .float: .float(Float(Int.random(in: -999_999...999_999, using: &random)) / 1024)
    case .double: .double(.random(in: -1e300...1e300, using: &random))
    case .string: .string(text(&random))
    }
  }
}
