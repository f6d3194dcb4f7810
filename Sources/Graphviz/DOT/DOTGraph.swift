/// A graph as DOT text describes it: names, structure and attributes, with nothing interpreted.
///
/// ```swift
/// let graph = try DOTGraph("digraph { torch -> unsw [label=2016] }")
/// graph.edges[0].attributes["label"]?.text  // "2016"
/// ```
///
/// Attributes are what holds in the end: defaults of the graph and of subgraphs are resolved.
public struct DOTGraph: Sendable, Hashable {
  /// The value of an attribute.
  public struct Value: Sendable, Hashable {
    /// The value without quotes or angle brackets around it; escapes such as `\n` are still there.
    public let text: String
    /// Whether the value stood in angle brackets: an HTML-like label.
    public let isHTML: Bool
  }

  /// A node.
  public struct Node: Sendable, Hashable {
    /// The node's name, unique in the graph.
    public let name: String
    /// The values that are not empty.
    public let attributes: [String: Value]
  }

  /// An edge.
  public struct Edge: Sendable, Hashable {
    /// The name of the node at the tail.
    public let tail: String
    /// The name of the node at the head.
    public let head: String
    /// The values that are not empty, ports as `tailport` and `headport`, a key as `key`.
    public let attributes: [String: Value]
  }

  /// A subgraph.
  public struct Subgraph: Sendable, Hashable {
    /// The subgraph's name; nil if the text gives none.
    public let name: String?
    /// The values that are not empty.
    public let attributes: [String: Value]
    /// The names of its nodes, those of subgraphs in it included.
    public let nodes: [String]
    /// The subgraphs in it.
    public let subgraphs: [Subgraph]
  }

  /// The graph's name; nil if the text gives none.
  public let name: String?
  /// Whether edges have a direction.
  public let isDirected: Bool
  /// Whether all edges between the same two nodes are one edge.
  public let isStrict: Bool
  /// The values that are not empty.
  public let attributes: [String: Value]
  /// The nodes, in the order in which they are first named.
  public let nodes: [Node]
  /// The edges, in the order of the text.
  public let edges: [Edge]
  /// The subgraphs, in the order of the text.
  public let subgraphs: [Subgraph]

  /// Reads the first graph of a text.
  ///
  /// - Throws: ``GraphvizError/Code/invalidDOT``, with the line and the token where reading
  ///   stopped.
  public init(_ text: String) throws(GraphvizError) {
    guard text.utf8.count <= Limits.dotBytes else {
      throw GraphvizError(.limitExceeded, "the text has more than \(Limits.dotBytes) bytes")
    }
    guard !text.utf8.contains(0) else {
      throw GraphvizError(.invalidDOT, "the text holds the character NUL")
    }
    let text = try DOTScanner.firstGraph(in: text)
    guard let result = GraphvizThread.shared?.sync({ DOTReader.result(of: text) }) else {
      throw GraphvizError(.outOfResources, "the system refused a thread")
    }
    self = try result.get()
  }

  init(
    name: String?, isDirected: Bool, isStrict: Bool, attributes: [String: Value], nodes: [Node],
    edges: [Edge], subgraphs: [Subgraph]
  ) {
    self.name = name
    self.isDirected = isDirected
    self.isStrict = isStrict
    self.attributes = attributes
    self.nodes = nodes
    self.edges = edges
    self.subgraphs = subgraphs
  }
}
