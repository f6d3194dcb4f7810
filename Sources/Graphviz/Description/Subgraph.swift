/// A part of the graph: a cluster, which is drawn as a box around its nodes, or a group.
public struct Subgraph: Sendable, Hashable {
  /// What `lhead` and `ltail` call the subgraph and the layout result gives back; unique among the
  /// subgraphs.
  ///
  /// Groups may go without.
  public var id: String
  /// Whether the subgraph is drawn as a box around its nodes.
  ///
  /// dot, fdp and osage do; neato lays the nodes out without regard to clusters, and their boxes
  /// may overlap; sfdp, circo and twopi ignore them.
  public var isCluster: Bool
  /// How the subgraph looks.
  public var attributes: SubgraphAttributes
  /// What the nodes in the subgraph have unless they say otherwise.
  public var nodeDefaults = NodeAttributes()
  /// The identifiers of the nodes directly in the subgraph.
  public var nodes: [String]
  /// Subgraphs within; at most ``Limits/subgraphDepth`` deep.
  public var subgraphs: [Subgraph] = []

  /// A subgraph whose attributes the closure sets.
  public init(
    _ id: String, isCluster: Bool, nodes: [String],
    _ configure: (inout SubgraphAttributes) -> Void = { _ in }
  ) {
    self.id = id
    self.isCluster = isCluster
    self.nodes = nodes
    attributes = SubgraphAttributes()
    configure(&attributes)
  }

  /// A box around nodes.
  public static func cluster(
    _ id: String, nodes: [String], _ configure: (inout SubgraphAttributes) -> Void = { _ in }
  ) -> Subgraph {
    Subgraph(id, isCluster: true, nodes: nodes, configure)
  }

  /// Nodes on one rank (dot only).
  ///
  /// They have to be in the same cluster, or all in none.
  public static func rank(_ rank: Rank, nodes: [String]) -> Subgraph {
    Subgraph("", isCluster: false, nodes: nodes) { $0.rank = rank }
  }
}

/// The rank of the nodes of a subgraph (dot only).
public enum Rank: String, Sendable, Hashable, CaseIterable {
  /// All on the same rank.
  case same
  /// On the first rank, perhaps with others.
  case min
  /// On the first rank, alone.
  case source
  /// On the last rank, perhaps with others.
  case max
  /// On the last rank, alone.
  case sink
}
