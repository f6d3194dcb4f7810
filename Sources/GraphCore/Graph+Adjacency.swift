extension Graph {
  /// The nodes, in the order of insertion.
  ///
  /// - Complexity: O(1) to get; O(number of nodes ever added) to walk
  public var nodes: NodeSequence { NodeSequence(topology: topology) }

  /// The edges, in the order of insertion.
  ///
  /// - Complexity: O(1) to get; O(number of edges ever added) to walk
  public var edges: EdgeSequence { EdgeSequence(topology: topology) }

  /// The edges that can be followed away from a node, in the order of insertion.
  ///
  /// Of a directed graph, the edges whose source is the node; of an undirected one, all edges that
  /// end at it; of a mixed one, the edges whose source is the node and those that lead both ways.
  /// A self-loop is listed once.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(1) to get; O(number of edges listed) to walk, O(degree) in a mixed graph
  public func edges(from node: NodeID) -> IncidentEdges {
    IncidentEdges(
      topology: topology, node: node, out: true, in: !isDirected,
      omitting: directedness == .mixed ? .arriving : .none)
  }

  /// The edges that can be followed to a node, in the order of insertion.
  ///
  /// Of a directed graph, the edges whose target is the node; of an undirected one, all edges that
  /// end at it; of a mixed one, the edges whose target is the node and those that lead both ways.
  /// A self-loop is listed once.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(1) to get; O(number of edges listed) to walk, O(degree) in a mixed graph
  public func edges(to node: NodeID) -> IncidentEdges {
    IncidentEdges(
      topology: topology, node: node, out: !isDirected, in: true,
      omitting: directedness == .mixed ? .leaving : .none)
  }

  /// The edges that end at a node on either side, in the order of insertion, a self-loop once.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(1) to get; O(degree) to walk
  public func incidentEdges(of node: NodeID) -> IncidentEdges {
    IncidentEdges(topology: topology, node: node, out: true, in: true)
  }

  /// The edges whose two ends are these nodes, whichever way they lead, in the order of insertion.
  ///
  /// Asked for a node and itself, it gives the self-loops.
  ///
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(min(degree of the first, degree of the second))
  public func edges(between first: NodeID, and second: NodeID) -> [EdgeID] {
    let near = degree(of: first) <= degree(of: second) ? first : second
    let far = near == first ? second : first
    return candidates(between: first, and: second).filter {
      endpoints(of: $0).other(than: near) == far
    }
  }

  /// The edges among which those between two nodes are looked for: at the node that has fewer.
  package func candidates(between first: NodeID, and second: NodeID) -> IncidentEdges {
    incidentEdges(of: degree(of: first) <= degree(of: second) ? first : second)
  }

  /// How many ends of edges a node has, whichever way they lead: a self-loop counts twice.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(1)
  public func degree(of node: NodeID) -> Int {
    precondition(contains(node), "The node is not in the graph.")
    let links = topology.nodes[Int(node.rawValue)]
    return Int(links.outDegree) + Int(links.inDegree)
  }

  /// The nodes one edge away, whichever way it leads, each once, in the order of the first edge.
  ///
  /// A node with a self-loop is its own neighbor.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(degree)
  public func neighbors(of node: NodeID) -> [NodeID] {
    otherEnds(of: incidentEdges(of: node), at: node)
  }

  /// The nodes that an edge leads to from this one, each once, in the order of the first edge.
  ///
  /// In an undirected graph these are the neighbors.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(number of edges from the node), O(degree) in a mixed graph
  public func successors(of node: NodeID) -> [NodeID] {
    otherEnds(of: edges(from: node), at: node)
  }

  /// The nodes that an edge leads from to this one, each once, in the order of the first edge.
  ///
  /// In an undirected graph these are the neighbors.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(number of edges to the node), O(degree) in a mixed graph
  public func predecessors(of node: NodeID) -> [NodeID] {
    otherEnds(of: edges(to: node), at: node)
  }

  private func otherEnds(of edges: IncidentEdges, at node: NodeID) -> [NodeID] {
    var seen: Set<NodeID> = []
    return edges.compactMap { edge in
      let other = endpoints(of: edge).other(than: node)
      return seen.insert(other).inserted ? other : nil
    }
  }
}
