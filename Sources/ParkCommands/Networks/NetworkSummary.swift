import GraphAlgorithms
import GraphCore
import GraphFormats

/// What is in a graph file, at a glance, and its shape in JSON.
struct NetworkSummary: Encodable {
  /// An attribute that is declared.
  struct Attribute: Encodable {
    var of: String
    var name: String
    var type: String
  }

  /// How many nodes are of a kind.
  struct Kind: Encodable {
    var kind: String
    var count: Int
  }

  /// A node with many ties.
  struct Hub: Encodable {
    var node: ReferenceRecord
    var degree: Int
  }

  var name: String
  var directedness: String
  var nodes: Int
  var edges: Int
  var components: Int
  var largestComponent: Int
  var isolated: Int
  var meanDegree: Double
  var attributes: [Attribute]
  var kinds: [Kind]
  var hubs: [Hub]
  var examples: [String]

  /// Sums up a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - name: What it is called.
  ///   - arguments: What has a command read it.
  /// - Throws: ``CommandFailure`` when it has no form to measure.
  init(
    _ network: any Network, name: String, arguments: String
  ) throws(CommandFailure) {
    self.name = name
    let frozen = try network.frozen(as: .undirected, .none)
    directedness = network.directedness
    nodes = network.nodeCount
    edges = network.edgeCount
    let parts = frozen.connectedComponents()
    components = parts.count
    largestComponent = parts.sizes.max() ?? 0
    let degrees = frozen.degrees(.either)
    isolated = degrees.values.count { $0 == 0 }
    meanDegree = nodes == 0 ? 0 : degrees.values.reduce(0, +) / Double(nodes)
    attributes = network.keys.map {
      Attribute(of: $0.domain.rawValue, name: $0.name, type: $0.type.rawValue)
    }
    var counts: [String: Int] = [:]
    if !network.keys.isEmpty {
      for node in network.nodes {
        if let kind = network.reference(to: node).kind { counts[kind, default: 0] += 1 }
      }
    }
    kinds = counts.map { Kind(kind: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
    hubs = degrees.top(5).filter { $0.value > 0 }
      .map { Hub(node: network.reference(to: $0.node), degree: Int($0.value)) }
    examples = Self.examples(hubs.map(\.node.id), arguments: arguments)
  }

  /// Commands that give an answer on this very graph.
  private static func examples(_ ids: [String], arguments: String) -> [String] {
    var examples = ["centrality\(arguments) --by betweenness --top 10", "components\(arguments)"]
    if ids.count > 1 {
      let ends = ids.prefix(2).map(ShellWord.quoted).joined(separator: " ")
      let mark = ids.prefix(2).contains { $0.hasPrefix("-") } ? " --" : ""
      examples.append("path\(arguments)\(mark) \(ends)")
    }
    return examples
  }

  var table: Table {
    var table = Table(columns: [.init("item"), .init("value")])
    table.rows = [
      ["nodes", String(nodes)], ["edges", String(edges)], ["direction", directedness],
      ["components", String(components)], ["largest component", String(largestComponent)],
      ["nodes without ties", String(isolated)], ["mean degree", Number.short(meanDegree)],
    ]
    return table
  }

  var prose: String {
    var lines = [
      name, "",
      "  \(counted(nodes, "node")), \(counted(edges, "edge")), \(directedness)",
      "  \(counted(components, "component")), the largest of \(counted(largestComponent, "node"))"
        + (isolated > 0 ? "; \(counted(isolated, "node")) without ties" : ""),
      "  \(Number.short(meanDegree)) ties a node on average",
    ]
    if !kinds.isEmpty {
      lines += ["", "Kinds"]
      lines += kinds.prefix(12).map { "  \($0.count) \($0.kind)" }
      if kinds.count > 12 { lines.append("  … and \(kinds.count - 12) more") }
    }
    if !attributes.isEmpty {
      lines += ["", "Attributes"]
      for domain in ["graph", "node", "edge"] {
        let names = attributes.filter { $0.of == domain }.map { "\($0.name) (\($0.type))" }
        if !names.isEmpty { lines.append("  of the \(domain): \(names.joined(separator: ", "))") }
      }
    }
    if !hubs.isEmpty {
      lines += ["", "Most ties"]
      lines += hubs.enumerated().map { "  \($0 + 1). \($1.node.label) (\($1.degree))" }
    }
    lines += ["", "Try"] + examples.map { "  parkgraph \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
