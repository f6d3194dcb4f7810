/// A graph as DOT text describes it: names, structure and attributes, with nothing interpreted.
///
/// ```swift
/// let graph = try DOTGraph("digraph { torch -> unsw [label=2016] }")
/// graph.edges[0].attributes["label"]?.text  // "2016"
/// ```
///
/// Attributes are what holds in the end: defaults of the graph and of subgraphs are resolved. The
/// typed reading of the same text is `GraphDescription(dot:)`.
public struct DOTGraph: Sendable, Hashable {
  /// The value of an attribute.
  public struct Value: Sendable, Hashable {
    /// The value without quotes or angle brackets around it; escapes such as `\n` are still there.
    public let text: String
    /// Whether the value stood in angle brackets: an HTML-like label.
    public let isHTML: Bool
    /// The line that the value begins in, counted from 1; values are equal wherever they stand.
    public let line: Int
    /// The column that the value begins at, counted in characters from 1.
    public let column: Int
  }

  /// A node.
  public struct Node: Sendable, Hashable {
    /// The node's name, unique in the graph.
    public let name: String
    /// The values that are not empty, and the label if it is; `\N`, the name, is none.
    public let attributes: [String: Value]
    /// The line in which the node is first named, counted from 1; nodes are equal wherever they are.
    public let line: Int
    /// The column at which it is first named, counted in characters from 1.
    public let column: Int
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
    /// The values that are not empty, those that it has from what is around it included.
    public let attributes: [String: Value]
    /// The names of the attributes that are said within it.
    let own: Set<String>
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
  /// The values that are not empty that nodes made at the end of the graph have.
  public let nodeDefaults: [String: Value]
  /// The values that are not empty that edges made at the end of the graph have.
  public let edgeDefaults: [String: Value]
  /// The nodes, in the order in which they are first named.
  public let nodes: [Node]
  /// The edges, in the order of the text.
  public let edges: [Edge]
  /// The subgraphs, in the order of the text.
  public let subgraphs: [Subgraph]

  /// Reads the first graph of a text.
  ///
  /// What follows the graph is not looked at.
  ///
  /// - Complexity: O(n), n being the length of the text and the number of values.
  /// - Throws: ``GraphvizError/Code/invalidDOT``, with the line, the column and the token where
  ///   reading stopped; ``GraphvizError/Code/limitExceeded``.
  public init(_ text: String) throws(GraphvizError) {
    let bytes = Array(text.utf8)
    try DOTEncoding.refuseNUL(bytes)
    self = try DOTParser.graph(in: bytes)
  }

  /// Reads the first graph of a file's bytes, in any encoding that Graphviz takes.
  ///
  /// That is UTF-8 with or without a byte order mark, and Latin-1 if the graph says
  /// `charset=latin1` or one of the names of it that Graphviz knows. As in Graphviz, a byte that
  /// is no UTF-8 in a text that says nothing stands for the character of Latin-1. UTF-16, which
  /// Graphviz does not take, is read, too.
  ///
  /// - Throws: As reading a string does; ``GraphvizError/Code/unsupported`` for a text in Big5.
  public init(bytes: some Sequence<UInt8>) throws(GraphvizError) {
    self = try DOTEncoding.graph(of: Array(bytes))
  }

  init(
    name: String?, isDirected: Bool, isStrict: Bool, attributes: [String: Value],
    nodeDefaults: [String: Value], edgeDefaults: [String: Value], nodes: [Node],
    edges: [Edge], subgraphs: [Subgraph]
  ) {
    self.name = name
    self.isDirected = isDirected
    self.isStrict = isStrict
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.nodes = nodes
    self.edges = edges
    self.subgraphs = subgraphs
  }
}

extension DOTGraph.Node {
  /// Whether two nodes have the same name and values, wherever they are named.
  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.attributes == right.attributes
  }

  /// What is the same for equal nodes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(attributes)
  }
}

extension DOTGraph.Value {
  /// Whether two values are the same, wherever they stand.
  public static func == (left: Self, right: Self) -> Bool {
    left.text == right.text && left.isHTML == right.isHTML
  }

  /// What is the same for equal values.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(isHTML)
  }
}
