public import GraphCore

/// A graph of plain edges, and the names of its nodes: what an edge list holds.
///
/// There is no value on a node or an edge but its name and its weight, so that a graph of a hundred
/// million edges costs hardly more than its frozen view.
public struct EdgeList: Sendable {
  /// The graph.
  ///
  /// Its nodes are numbered as the names are: node 5 is `NodeID(rawValue: 5)`.
  public let graph: FrozenGraph
  /// The name of each node.
  public let names: NodeNames
  /// What of the file is not in the graph, in the order of the file: the first thousand lines that a
  /// lenient reader left out.
  public let remarks: [ReadingRemark]

  /// Puts a graph and names together.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - names: A name for each node by its number, each different.
  ///   - remarks: What of the file is not in the graph.
  /// - Precondition: There are as many names as nodes.
  /// - Complexity: O(1)
  public init(_ graph: FrozenGraph, names: NodeNames, remarks: [ReadingRemark] = []) {
    precondition(names.count == graph.nodeCount, "There is not one name for each node.")
    self.graph = graph
    self.names = names
    self.remarks = remarks
  }

  /// The name of a node, or `nil` if it is not in the graph.
  ///
  /// - Complexity: O(length of the name)
  public func name(of node: NodeID) -> String? { graph.index(of: node).map { names[$0] } }

  /// The node with a name, or `nil` if there is none.
  ///
  /// - Complexity: O(log nodes) if all names are integers; otherwise O(length of all names)
  public func node(named name: String) -> NodeID? {
    names.number(of: name).map { graph.node(at: $0) }
  }
}
