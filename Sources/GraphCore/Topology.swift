/// The links of a multigraph, without the values on its nodes and edges.
///
/// Each edge stands in two doubly linked lists, the edges out of its source and the edges into its
/// target, so that it can be taken out of both without a search. Edges are only ever appended,
/// hence every list ascends by identifier. Slots of removed nodes and edges stay empty: that is
/// what keeps identifiers from being reused.
@usableFromInline
struct Topology: Equatable, Sendable {
  /// The slot number that stands for "no edge" and "no node".
  static let none = UInt32.max

  struct NodeLinks: Equatable, Sendable {
    var isPresent = true
    var firstOut = Topology.none
    var lastOut = Topology.none
    var firstIn = Topology.none
    var lastIn = Topology.none
    var outDegree: UInt32 = 0
    var inDegree: UInt32 = 0
  }

  struct EdgeLinks: Equatable, Sendable {
    var source: UInt32
    var target: UInt32
    var nextOut = Topology.none
    var previousOut = Topology.none
    var nextIn = Topology.none
    var previousIn = Topology.none

    var isPresent: Bool { source != Topology.none }
  }

  var nodes: [NodeLinks] = []
  var edges: [EdgeLinks] = []
  /// For each edge of a mixed graph, whether it leads both ways; empty in all other graphs.
  @usableFromInline var leadsBothWays: [Bool] = []
  @usableFromInline var nodeCount = 0
  @usableFromInline var edgeCount = 0
  /// How many slots of edges, the first ones, are in the lists of their ends: all of them but while
  /// edges are appended to be linked later.
  private(set) var linkedSlots = 0

  @usableFromInline
  init() {}

  @usableFromInline
  mutating func reserveCapacity(nodes nodeCapacity: Int, edges edgeCapacity: Int) {
    nodes.reserveCapacity(nodeCapacity)
    edges.reserveCapacity(edgeCapacity)
  }

  @usableFromInline
  func contains(_ node: NodeID) -> Bool {
    let slot = Int(node.rawValue)
    // As long as nothing was removed, the memory of the node need not be waited for.
    return slot < nodes.count && (nodeCount == nodes.count || nodes[slot].isPresent)
  }

  @usableFromInline
  func contains(_ edge: EdgeID) -> Bool {
    let slot = Int(edge.rawValue)
    return slot < edges.count && (edgeCount == edges.count || edges[slot].isPresent)
  }

  @usableFromInline
  mutating func appendNode() -> NodeID {
    precondition(nodes.count < Int(Topology.none), "A graph has room for 2³² − 1 nodes.")
    nodes.append(NodeLinks())
    nodeCount += 1
    return NodeID(rawValue: UInt32(nodes.count - 1))
  }

  @usableFromInline
  mutating func appendEdge(from source: NodeID, to target: NodeID) -> EdgeID {
    let edge = appendUnlinkedEdge(from: source, to: target)
    linkEdges()
    return edge
  }

  /// Adds an edge that is not in the lists of its ends before ``linkEdges()`` is called.
  @usableFromInline
  mutating func appendUnlinkedEdge(from source: NodeID, to target: NodeID) -> EdgeID {
    precondition(contains(source) && contains(target), "An end of the edge is not in the graph.")
    precondition(edges.count < Int(Topology.none), "A graph has room for 2³² − 1 edges.")
    edges.append(EdgeLinks(source: source.rawValue, target: target.rawValue))
    edgeCount += 1
    return EdgeID(rawValue: UInt32(edges.count - 1))
  }

  /// Enters the edges that are in no list yet in those of their ends.
  ///
  /// The lists of nodes lie all over memory: for many edges at a time they are waited for together.
  @usableFromInline
  mutating func linkEdges() {
    while linkedSlots < edges.count { linkNextEdge() }
  }

  @inline(__always)
  private mutating func linkNextEdge() {
    let slot = UInt32(linkedSlots)
    let source = Int(edges[linkedSlots].source)
    let target = Int(edges[linkedSlots].target)
    let lastOut = nodes[source].lastOut
    let lastIn = nodes[target].lastIn
    edges[linkedSlots].previousOut = lastOut
    edges[linkedSlots].previousIn = lastIn
    if lastOut == Topology.none {
      nodes[source].firstOut = slot
    } else {
      edges[Int(lastOut)].nextOut = slot
    }
    if lastIn == Topology.none {
      nodes[target].firstIn = slot
    } else {
      edges[Int(lastIn)].nextIn = slot
    }
    nodes[source].lastOut = slot
    nodes[source].outDegree += 1
    nodes[target].lastIn = slot
    nodes[target].inDegree += 1
    linkedSlots += 1
  }

  @usableFromInline
  mutating func remove(_ edge: EdgeID) {
    precondition(contains(edge), "The edge is not in the graph.")
    precondition(linkedSlots == edges.count, "Edges are not linked yet.")
    let links = edges[Int(edge.rawValue)]
    if links.previousOut == Topology.none {
      nodes[Int(links.source)].firstOut = links.nextOut
    } else {
      edges[Int(links.previousOut)].nextOut = links.nextOut
    }
    if links.nextOut == Topology.none {
      nodes[Int(links.source)].lastOut = links.previousOut
    } else {
      edges[Int(links.nextOut)].previousOut = links.previousOut
    }
    if links.previousIn == Topology.none {
      nodes[Int(links.target)].firstIn = links.nextIn
    } else {
      edges[Int(links.previousIn)].nextIn = links.nextIn
    }
    if links.nextIn == Topology.none {
      nodes[Int(links.target)].lastIn = links.previousIn
    } else {
      edges[Int(links.nextIn)].previousIn = links.previousIn
    }
    nodes[Int(links.source)].outDegree -= 1
    nodes[Int(links.target)].inDegree -= 1
    edges[Int(edge.rawValue)] = EdgeLinks(source: Topology.none, target: Topology.none)
    edgeCount -= 1
  }

  /// Takes out a node that no edge ends at any more.
  @usableFromInline
  mutating func remove(_ node: NodeID) {
    precondition(contains(node), "The node is not in the graph.")
    let slot = Int(node.rawValue)
    precondition(nodes[slot].outDegree == 0 && nodes[slot].inDegree == 0)
    nodes[slot].isPresent = false
    nodeCount -= 1
  }

  @usableFromInline
  func endpoints(of edge: EdgeID) -> Endpoints {
    precondition(contains(edge), "The edge is not in the graph.")
    let links = edges[Int(edge.rawValue)]
    return Endpoints(
      source: NodeID(rawValue: links.source), target: NodeID(rawValue: links.target))
  }
}
