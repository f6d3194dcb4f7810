internal import ExactTexts
internal import GraphCore
internal import GraphFormats

extension PropertyGraph {
  /// Whether the values of an attribute are clusters, and are written so rather than as values: it
  /// is called `cluster`, as its values begin, and no node is within another one.
  var hasNamedClusters: Bool {
    guard let key = keys(for: .node).first(where: { $0.name == DOTClusters.attribute }),
      key.type == .string, key.defaultValue == nil,
      graph.nodes.allSatisfy({ parent(of: $0) == nil })
    else { return false }
    return graph.nodes.allSatisfy { node in
      value(of: key.name, at: node)?.text.startsExactly(with: DOTClusters.attribute) ?? true
    }
  }

  /// The subgraphs of DOT for nodes within nodes, or for nodes with the same `cluster`.
  var clusterLines: String { hasNamedClusters ? namedClusterLines : nestedClusterLines }

  private var namedClusterLines: String {
    var order: [String] = []
    var members: [ExactText: [NodeID]] = [:]
    for node in graph.nodes {
      guard let name = value(of: DOTClusters.attribute, at: node)?.text else { continue }
      if members[name] == nil { order.append(name) }
      members[name, default: []].append(node)
    }
    return order.map { name in
      let nodes = members[name, default: []].map { " \(written($0));" }.joined()
      return "  subgraph \(DOTText.name(name)) {\(nodes) }\n"
    }.joined()
  }

  private var nestedClusterLines: String {
    var children: [NodeID: [NodeID]] = [:]
    for node in graph.nodes {
      if let parent = parent(of: node) { children[parent, default: []].append(node) }
    }
    let outermost = graph.nodes.filter { children[$0] != nil && parent(of: $0) == nil }
    var lines = ""
    // A node is met again when all that is within it is written: there its cluster ends.
    var open = outermost.reversed().map { (node: $0, isDone: false) }
    while let (node, isDone) = open.popLast() {
      guard !isDone else {
        lines += "  }\n"
        continue
      }
      guard let inner = children[node] else {
        lines += "  \(written(node));\n"
        continue
      }
      let id = graph[node].id
      lines += "  subgraph \(DOTText.name("\(DOTClusters.attribute)_\(id)")) {\n"
      lines += "  \(DOTClusters.owner)=\(DOTText.quotedValue(id, isLabel: false));\n"
      lines += "  \(written(node));\n"
      open.append((node, true))
      for child in inner.reversed() { open.append((child, false)) }
    }
    return lines
  }

  private func written(_ node: NodeID) -> String { DOTText.name(graph[node].id) }
}
