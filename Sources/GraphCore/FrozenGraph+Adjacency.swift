extension FrozenGraph {
  /// The arcs out of the node with a number, for algorithms of your own.
  ///
  /// A directed edge is an arc of the node where it starts, an edge that leads both ways an arc of
  /// either end, and a self-loop always one arc. An edge that a filter left out has none. The number
  /// of arcs, `count`, is how many ways lead on from the node.
  ///
  /// Nodes are named by their numbers, so that what an algorithm knows of them can lie in arrays.
  /// This gives the nodes of an undirected graph colors so that no edge joins two of one color:
  ///
  /// ```swift
  /// var colors = [Int?](repeating: nil, count: graph.nodeCount)
  /// for node in 0..<graph.nodeCount {
  ///   let taken = Set(graph.outgoingArcs(at: node).compactMap { colors[$0.nodeIndex] })
  ///   colors[node] = (0...).first { !taken.contains($0) }
  /// }
  /// ```
  ///
  /// In a directed graph, take ``undirected`` first to have all neighbors.
  ///
  /// - Parameter index: The number of the node: see ``index(of:)-(NodeID)``.
  /// - Returns: The arcs, in ascending order of their edges.
  /// - Precondition: 0 ≤ `index` < `nodeCount`.
  /// - Complexity: O(1)
  public func outgoingArcs(at index: Int) -> NodeArcs {
    precondition(index >= 0 && index < nodeCount, "There are fewer nodes in the graph.")
    return NodeArcs(outgoing, at: index)
  }

  /// The arcs into the node with a number, followed against the arrows.
  ///
  /// They are those out of it in the ``reversed`` graph, which is the faster one to ask for the arcs
  /// into many nodes. In an undirected graph they are the arcs out of the node.
  ///
  /// - Parameter index: The number of the node: see ``index(of:)-(NodeID)``.
  /// - Returns: The arcs, in ascending order of their edges.
  /// - Precondition: 0 ≤ `index` < `nodeCount`.
  /// - Complexity: O(nodes + edges) the first time, then O(1)
  public func incomingArcs(at index: Int) -> NodeArcs {
    precondition(index >= 0 && index < nodeCount, "There are fewer nodes in the graph.")
    return NodeArcs(incoming, at: index)
  }

  /// A way from one node to another.
  public struct Arc: Hashable, Sendable {
    /// The number of the node at the other end: see ``FrozenGraph/node(at:)``.
    public let nodeIndex: Int
    /// The number of the edge: see ``FrozenGraph/edge(at:)``.
    public let edgeIndex: Int
    /// The distance or strength of the edge; 1 in a graph without weights.
    public let weight: Double

    @inlinable
    init(nodeIndex: Int, edgeIndex: Int, weight: Double) {
      self.nodeIndex = nodeIndex
      self.edgeIndex = edgeIndex
      self.weight = weight
    }
  }

  /// The arcs of one node, in ascending order of their edges.
  ///
  /// They are read where they lie in the graph, which is not copied.
  public struct NodeArcs: RandomAccessCollection, Sendable {
    @usableFromInline let targets: [UInt32]
    @usableFromInline let edges: [UInt32]
    @usableFromInline let weights: [Double]
    @usableFromInline let start: Int

    /// How many arcs there are.
    public let count: Int

    init(_ arcs: Arcs, at node: Int) {
      targets = arcs.targets
      edges = arcs.edges
      weights = arcs.weights
      let range = arcs.range(of: node)
      start = range.lowerBound
      count = range.count
    }

    /// Zero.
    @inlinable public var startIndex: Int { 0 }

    /// How many arcs there are.
    @inlinable public var endIndex: Int { count }

    /// The arc at a position.
    ///
    /// - Precondition: 0 ≤ `position` < `count`.
    /// - Complexity: O(1)
    @inlinable
    public subscript(position: Int) -> Arc {
      precondition(position >= 0 && position < count, "The node has fewer arcs.")
      let arc = start &+ position
      return Arc(
        nodeIndex: Int(targets[arc]), edgeIndex: Int(edges[arc]),
        weight: weights.isEmpty ? 1 : weights[arc])
    }
  }
}
