public import GraphCore

/// Which nodes and edges of a graph a search may use.
public struct GraphFilter: Sendable {
  /// Whether a node may be used; asked once for each node.
  public var allowsNode: (@Sendable (NodeID) -> Bool)?
  /// Whether an edge may be used; asked once for each edge between nodes that may be.
  public var allowsEdge: (@Sendable (EdgeID) -> Bool)?

  /// Creates a filter; what is left out allows everything.
  ///
  /// - Complexity: O(1)
  public init(
    nodes: (@Sendable (NodeID) -> Bool)? = nil, edges: (@Sendable (EdgeID) -> Bool)? = nil
  ) {
    allowsNode = nodes
    allowsEdge = edges
  }
}

extension FrozenGraph {
  /// The part of the graph that a filter leaves: all nodes, but only edges between allowed nodes.
  ///
  /// Nodes that are not allowed stay in the graph, with no edges, so that identifiers keep their
  /// numbers and scores can be compared. The same holds of edges: those left out still have a
  /// number and score 0, but no algorithm follows them, and `edgeCount` still counts
  /// them. Payloads are not touched. A date, or any other property, is a filter on edges:
  ///
  ///     frozen.filtered(GraphFilter(edges: { agreements[$0].holds(on: date) }))
  ///
  /// - Parameter filter: What to keep.
  /// - Returns: The filtered view.
  /// - Complexity: O(nodes + edges)
  public func filtered(_ filter: GraphFilter) -> FrozenGraph {
    let allowed = (0..<nodeCount).map { filter.allowsNode?(node(at: $0)) ?? true }
    var isKept = [Bool](repeating: false, count: edgeCount)
    for source in 0..<nodeCount where allowed[source] {
      for arc in outgoing.range(of: source) where allowed[Int(outgoing.targets[arc])] {
        let edge = Int(outgoing.edges[arc])
        // An undirected edge is met twice and asked for once.
        if isKept[edge] || (!isDirected && Int(outgoing.targets[arc]) < source) { continue }
        isKept[edge] = filter.allowsEdge?(self.edge(at: edge)) ?? true
      }
    }
    let outgoing = outgoing.keeping(isKept)
    return FrozenGraph(
      directedness: directedness, weightRole: weightRole, outgoing: outgoing,
      incoming: isDirected ? incoming.keeping(isKept) : outgoing, nodeNumbering: nodeNumbering,
      edgeNumbering: edgeNumbering, isMixed: isMixed)
  }
}

extension Arcs {
  fileprivate func keeping(_ isKept: [Bool]) -> Arcs {
    var offsets: [UInt32] = [0]
    var (targets, edges, weights): ([UInt32], [UInt32], [Double]) = ([], [], [])
    for node in 0..<(self.offsets.count - 1) {
      for arc in range(of: node) where isKept[Int(self.edges[arc])] {
        targets.append(self.targets[arc])
        edges.append(self.edges[arc])
        if !self.weights.isEmpty { weights.append(self.weights[arc]) }
      }
      offsets.append(UInt32(targets.count))
    }
    return Arcs(offsets: offsets, targets: targets, edges: edges, weights: weights)
  }
}
