/// A directed, undirected or mixed multigraph whose nodes and edges carry values.
///
/// A graph is a value: a copy is independent, and shares its memory until one of the two changes.
/// Self-loops and parallel edges are kept. Nodes and edges are named by identifiers that stay valid
/// while other nodes and edges come and go; whatever is listed, is listed in the order of insertion.
///
/// ```swift
/// var graph = Graph<String, Int>(.undirected)
/// let torch = graph.addNode("Torch Center")
/// let sydney = graph.addNode("UNSW")
/// let agreement = graph.addEdge(from: torch, to: sydney, 2016)
/// graph[sydney] = "University of New South Wales"
/// graph.neighbors(of: torch)  // [sydney]
/// graph[agreement]  // 2016
/// ```
///
/// In a mixed graph each edge says for itself whether it leads one way or both:
///
/// ```swift
/// var places = Graph<String, String>(.mixed)
/// let station = places.addNode("station")
/// let park = places.addNode("park")
/// places.addEdge(from: station, to: park, directed: true, "bus")
/// let path = places.addEdge(from: station, to: park, directed: false, "footpath")
/// places.edges(from: park)  // path
/// ```
///
/// Algorithms run on a frozen view of the graph: see ``frozen(as:)``.
///
/// A removed node or edge leaves an empty slot behind, because its identifier is never given out
/// again: memory grows with the number of nodes and edges ever added. Equal graphs have the same
/// directedness, identifiers, endpoints, directions and values, and would give out the same identifiers next.
public struct Graph<Node, Edge> {
  /// Whether edges lead one way, both ways, or each as it says.
  public let directedness: Directedness

  @usableFromInline var topology = Topology()
  @usableFromInline var nodeValues: [Node?] = []
  @usableFromInline var edgeValues: [Edge?] = []

  /// Creates an empty graph.
  ///
  /// - Complexity: O(1)
  @inlinable
  public init(_ directedness: Directedness) {
    self.directedness = directedness
  }

  /// Whether every edge leads one way, because the graph is neither undirected nor mixed.
  ///
  /// - Complexity: O(1)
  @inlinable public var isDirected: Bool { directedness == .directed }

  /// How many nodes there are.
  ///
  /// - Complexity: O(1)
  @inlinable public var nodeCount: Int { topology.nodeCount }

  /// How many edges there are, self-loops and each of parallel edges counted.
  ///
  /// - Complexity: O(1)
  @inlinable public var edgeCount: Int { topology.edgeCount }

  /// Whether there is no node.
  ///
  /// - Complexity: O(1)
  @inlinable public var isEmpty: Bool { topology.nodeCount == 0 }

  /// Whether the node is in the graph.
  ///
  /// - Complexity: O(1)
  @inlinable
  public func contains(_ node: NodeID) -> Bool { topology.contains(node) }

  /// Whether the edge is in the graph.
  ///
  /// - Complexity: O(1)
  @inlinable
  public func contains(_ edge: EdgeID) -> Bool { topology.contains(edge) }

  /// The value of a node.
  ///
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(1), plus the copy of shared storage on the first change
  @inlinable
  public subscript(node: NodeID) -> Node {
    get {
      guard contains(node), let value = nodeValues[Int(node.rawValue)] else {
        preconditionFailure("The node is not in the graph.")
      }
      return value
    }
    _modify {
      guard contains(node), var value = nodeValues[Int(node.rawValue)] else {
        preconditionFailure("The node is not in the graph.")
      }
      // Taken out for the while, so that the value is uniquely referenced and changes in place.
      nodeValues[Int(node.rawValue)] = nil
      defer { nodeValues[Int(node.rawValue)] = value }
      yield &value
    }
  }

  /// The value of an edge.
  ///
  /// - Precondition: The edge is in the graph.
  /// - Complexity: O(1), plus the copy of shared storage on the first change
  @inlinable
  public subscript(edge: EdgeID) -> Edge {
    get {
      guard contains(edge), let value = edgeValues[Int(edge.rawValue)] else {
        preconditionFailure("The edge is not in the graph.")
      }
      return value
    }
    _modify {
      guard contains(edge), var value = edgeValues[Int(edge.rawValue)] else {
        preconditionFailure("The edge is not in the graph.")
      }
      edgeValues[Int(edge.rawValue)] = nil
      defer { edgeValues[Int(edge.rawValue)] = value }
      yield &value
    }
  }

  /// The ends of an edge.
  ///
  /// - Precondition: The edge is in the graph.
  /// - Complexity: O(1)
  @inlinable
  public func endpoints(of edge: EdgeID) -> Endpoints { topology.endpoints(of: edge) }

  /// Whether an edge leads one way, from its source to its target.
  ///
  /// So does every edge of a directed graph, none of an undirected one, and in a mixed graph those
  /// that were added so.
  ///
  /// - Precondition: The edge is in the graph.
  /// - Complexity: O(1)
  @inlinable
  public func isDirected(_ edge: EdgeID) -> Bool {
    precondition(contains(edge), "The edge is not in the graph.")
    return directedness == .mixed
      ? !topology.leadsBothWays[Int(edge.rawValue)] : directedness == .directed
  }

  /// Traps if the inside of the graph is not what it has to be.
  ///
  /// Does nothing in a release build.
  ///
  /// - Complexity: O(number of identifiers given out) in debug builds, O(1) in release builds
  public func checkInvariants() {
    #if DEBUG
    topology.checkInvariants()
    precondition(nodeValues.count == topology.nodes.count)
    precondition(edgeValues.count == topology.edges.count)
    precondition(topology.leadsBothWays.count == (directedness == .mixed ? edgeValues.count : 0))
    for (value, links) in zip(nodeValues, topology.nodes) {
      precondition((value != nil) == links.isPresent)
    }
    for (value, links) in zip(edgeValues, topology.edges) {
      precondition((value != nil) == links.isPresent)
    }
    #endif
  }
}

extension Graph: Sendable where Node: Sendable, Edge: Sendable {}
extension Graph: Equatable where Node: Equatable, Edge: Equatable {}
