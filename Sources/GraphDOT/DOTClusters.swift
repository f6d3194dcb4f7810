internal import ExactTexts
internal import Graphviz

/// The clusters that nodes of a file are in.
///
/// A cluster of another program is a value of its nodes, for it is no node itself. In files of ours a
/// cluster may stand for what is within a node, and names it.
struct DOTClusters {
  /// The attribute of nodes that has the name of their cluster.
  static let attribute = "cluster"
  /// The attribute of a cluster that names the node whose inside it is.
  static let owner = "property_node"

  /// The innermost cluster that each node is in.
  private(set) var names: [ExactText: String] = [:]
  /// The node that each node is in.
  private(set) var parents: [ExactText: String] = [:]
  /// What of the subgraphs isn't in either, in words.
  private(set) var losses: [String] = []

  init(_ graph: DOTGraph) {
    // Inner clusters come after the ones around them, and so overwrite them.
    var open = graph.subgraphs.reversed().map {
      (subgraph: $0, cluster: String?.none, owner: String?.none, around: graph.attributes)
    }
    while let (subgraph, outer, outerOwner, around) = open.popLast() {
      var (cluster, owner) = (outer, outerOwner)
      if let node = subgraph.attributes[Self.owner] {
        let inner = DOTText.value(node.text, isLabel: false)
        for node in subgraph.nodes { parents[node] = node.isExactly(inner) ? owner : inner }
        owner = inner
      } else if let name = subgraph.name,
        name.startsExactly(with: Self.attribute) || Self.isMarked(subgraph)
      {
        if cluster != nil { lose("clusters within clusters: nodes keep the innermost one") }
        if subgraph.attributes.contains(where: { around[$0.key]?.text != $0.value.text }) {
          lose("attributes of clusters, such as their labels: left out")
        }
        for node in subgraph.nodes { names[node] = name }
        cluster = name
      } else {
        lose("subgraphs that are no clusters only group nodes: left out")
      }
      for inner in subgraph.subgraphs.reversed() {
        open.append((inner, cluster, owner, subgraph.attributes))
      }
    }
  }

  private mutating func lose(_ what: String) {
    if !losses.contains(what) { losses.append(what) }
  }

  private static func isMarked(_ subgraph: DOTGraph.Subgraph) -> Bool {
    subgraph.attributes[attribute]?.text.lowercased() == "true"
  }
}
