/// The nodes of a graph, in the order of insertion.
public struct NodeSequence: Sequence, Sendable {
  let topology: Topology

  /// Walks the nodes.
  public struct Iterator: IteratorProtocol, Sendable {
    let topology: Topology
    var slot = 0

    /// The next node, or `nil` at the end.
    public mutating func next() -> NodeID? {
      while slot < topology.nodes.count {
        defer { slot += 1 }
        if topology.nodes[slot].isPresent { return NodeID(rawValue: UInt32(slot)) }
      }
      return nil
    }
  }

  /// How many nodes there are.
  ///
  /// - Complexity: O(1)
  public var count: Int { topology.nodeCount }

  /// How many nodes there are.
  public var underestimatedCount: Int { topology.nodeCount }

  /// Starts at the first node.
  public func makeIterator() -> Iterator { Iterator(topology: topology) }
}

/// The edges of a graph, in the order of insertion.
public struct EdgeSequence: Sequence, Sendable {
  let topology: Topology

  /// Walks the edges.
  public struct Iterator: IteratorProtocol, Sendable {
    let topology: Topology
    var slot = 0

    /// The next edge, or `nil` at the end.
    public mutating func next() -> EdgeID? {
      while slot < topology.edges.count {
        defer { slot += 1 }
        if topology.edges[slot].isPresent { return EdgeID(rawValue: UInt32(slot)) }
      }
      return nil
    }
  }

  /// How many edges there are.
  ///
  /// - Complexity: O(1)
  public var count: Int { topology.edgeCount }

  /// How many edges there are.
  public var underestimatedCount: Int { topology.edgeCount }

  /// Starts at the first edge.
  public func makeIterator() -> Iterator { Iterator(topology: topology) }
}

/// The edges at a node, in the order of insertion, each once.
public struct IncidentEdges: Sequence, Sendable {
  private let topology: Topology
  private let firstOut: UInt32
  private let firstIn: UInt32

  init(topology: Topology, node: NodeID, out: Bool, in: Bool) {
    precondition(topology.contains(node), "The node is not in the graph.")
    let links = topology.nodes[Int(node.rawValue)]
    self.topology = topology
    firstOut = out ? links.firstOut : Topology.none
    firstIn = `in` ? links.firstIn : Topology.none
  }

  /// Walks the edges at a node.
  public struct Iterator: IteratorProtocol, Sendable {
    let topology: Topology
    var out: UInt32
    var into: UInt32

    /// The next edge, or `nil` at the end.
    public mutating func next() -> EdgeID? {
      // Both lists ascend, so merging them gives the order of insertion, and a self-loop, which is
      // in both, shows up as a tie. "None" is the greatest number of all.
      let slot = Swift.min(out, into)
      guard slot != Topology.none else { return nil }
      let links = topology.edges[Int(slot)]
      if out == slot { out = links.nextOut }
      if into == slot { into = links.nextIn }
      return EdgeID(rawValue: slot)
    }
  }

  /// Starts at the first edge.
  public func makeIterator() -> Iterator {
    Iterator(topology: topology, out: firstOut, into: firstIn)
  }
}
