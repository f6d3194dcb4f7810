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
///
/// It lists them as they were when it was asked for, whatever becomes of the graph. While it lives, a
/// change of the graph copies its links, O(nodes + edges): take `Array(graph.incidentEdges(of: node))`
/// to change the graph in a loop, or ``Graph/removeEdges(_:)``.
public struct IncidentEdges: Sequence, Sendable {
  /// Which edges of a mixed graph are passed over.
  enum Omission: Sendable {
    case none
    /// Those that lead one way, to the node.
    case arriving
    /// Those that lead one way, from the node.
    case leaving
  }

  private let topology: Topology
  private let firstOut: UInt32
  private let firstIn: UInt32
  private let omission: Omission

  init(topology: Topology, node: NodeID, out: Bool, in: Bool, omitting omission: Omission = .none) {
    precondition(topology.contains(node), "The node is not in the graph.")
    let links = topology.nodes[Int(node.rawValue)]
    self.topology = topology
    firstOut = out ? links.firstOut : Topology.none
    firstIn = `in` ? links.firstIn : Topology.none
    self.omission = omission
  }

  /// Walks the edges at a node.
  public struct Iterator: IteratorProtocol, Sendable {
    let topology: Topology
    let omission: Omission
    var out: UInt32
    var into: UInt32

    /// The next edge, or `nil` at the end.
    public mutating func next() -> EdgeID? {
      while true {
        // Both lists ascend, so merging them gives the order of insertion, and a self-loop, which
        // is in both, shows up as a tie. "None" is the greatest number of all.
        let slot = Swift.min(out, into)
        guard slot != Topology.none else { return nil }
        let links = topology.edges[Int(slot)]
        let leaves = out == slot
        let arrives = into == slot
        if leaves { out = links.nextOut }
        if arrives { into = links.nextIn }
        let isListed =
          switch omission {
          case .none: true
          case .arriving: leaves || topology.leadsBothWays[Int(slot)]
          case .leaving: arrives || topology.leadsBothWays[Int(slot)]
          }
        if isListed { return EdgeID(rawValue: slot) }
      }
    }
  }

  /// Starts at the first edge.
  public func makeIterator() -> Iterator {
    Iterator(topology: topology, omission: omission, out: firstOut, into: firstIn)
  }
}
