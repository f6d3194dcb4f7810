/// What is to be drawn: nodes, edges, subgraphs and their attributes, as a value.
///
/// Nothing is checked while a description is put together; everything is checked, before libgvc
/// sees any of it, when it is drawn:
///
/// ```swift
/// var graph = GraphDescription(.directed)
/// graph.attributes.rankDir = .leftToRight
/// graph.addNode("unsw") { $0.label = "新南威尔士大学\nUNSW" }
/// graph.addNode("torch")
/// graph.addEdge("unsw", "torch") { $0.label = "2016" }
/// let svg = try graph.render(.svg, with: .dot)
/// ```
///
/// The same description gives the same drawing, in the order in which nodes, edges and subgraphs
/// were added.
public struct GraphDescription: Sendable, Hashable {
  /// Whether edges have a direction.
  public enum Kind: Sendable, Hashable {
    /// Edges run from tail to head and have an arrow by default.
    case directed
    /// Edges connect two nodes and have no arrow by default.
    case undirected
  }

  /// The graph's name; the title of an SVG file.
  public var name: String
  /// Whether edges have a direction.
  public var kind: Kind
  /// In a strict graph all edges between the same two nodes are one edge.
  public var isStrict: Bool

  /// The attributes of the graph as a whole.
  public var attributes = GraphAttributes()
  /// What a node has unless it, or a subgraph that it is in, says otherwise.
  public var nodeDefaults = NodeAttributes()
  /// What an edge has unless it says otherwise.
  public var edgeDefaults = EdgeAttributes()
  /// What a subgraph has unless it says otherwise.
  public var subgraphDefaults = SubgraphAttributes()

  /// The nodes, in the order in which Graphviz gets them.
  ///
  /// Identifiers are unique.
  public var nodes: [Node] = []
  /// The edges, in the order in which Graphviz gets them.
  public var edges: [Edge] = []
  /// Clusters and other subgraphs.
  ///
  /// A node is in one cluster at most.
  public var subgraphs: [Subgraph] = []

  /// An empty graph.
  public init(_ kind: Kind = .directed, name: String = "", isStrict: Bool = false) {
    self.kind = kind
    self.name = name
    self.isStrict = isStrict
  }

  /// Adds a node and lets the closure set its attributes.
  public mutating func addNode(_ id: String, _ configure: (inout NodeAttributes) -> Void = { _ in })
  {
    nodes.append(Node(id, configure))
  }

  /// Adds an edge and lets the closure set its attributes.
  ///
  /// Both nodes have to be added too, before or after.
  public mutating func addEdge(
    _ tail: Endpoint, _ head: Endpoint, _ configure: (inout EdgeAttributes) -> Void = { _ in }
  ) {
    edges.append(Edge(tail, head, configure))
  }

  /// Adds an edge between two nodes named by their identifiers.
  public mutating func addEdge(
    _ tail: String, _ head: String, _ configure: (inout EdgeAttributes) -> Void = { _ in }
  ) {
    edges.append(Edge(Endpoint(tail), Endpoint(head), configure))
  }

  /// Adds a cluster around nodes and lets the closure set its attributes.
  public mutating func addCluster(
    _ id: String, nodes: [String], _ configure: (inout SubgraphAttributes) -> Void = { _ in }
  ) {
    subgraphs.append(.cluster(id, nodes: nodes, configure))
  }

  /// Puts nodes on one rank (dot only).
  public mutating func addRank(_ rank: Rank, nodes: [String]) {
    subgraphs.append(.rank(rank, nodes: nodes))
  }
}
