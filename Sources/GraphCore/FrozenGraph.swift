/// An unchanging, compact view of a graph, on which algorithms run.
///
/// Nodes are numbered `0 ..< nodeCount` and edges `0 ..< edgeCount`, in ascending order of their
/// identifiers, and the arcs lie side by side in memory. A directed edge is one arc; an undirected
/// edge is two, one each way, but an undirected self-loop is one. A mixed graph freezes to a
/// directed view, in which an edge that leads both ways is an arc each way, of equal weight, with
/// one edge number: it is followed, listed and scored as one edge. Weights, if any, are either
/// distances or strengths: algorithms about paths use distances and pass over strengths,
/// algorithms about random walks use strengths and pass over distances.
///
/// Make one with ``Graph/frozen(as:)``, ``Graph/frozen(as:distance:)`` or
/// ``Graph/frozen(as:strength:)``, or of plain edges with a ``Builder``.
///
/// An arc costs 8 bytes in memory, and 8 more if it is weighted; a node costs 4. An undirected edge
/// is two arcs. A directed one is one arc, until an algorithm asks for the arcs into nodes, such as
/// PageRank or a search against the arrows: they are then made and kept, and cost as much again.
/// Payloads stay in the graph.
public struct FrozenGraph: Sendable {
  /// How the edges of a graph are taken when it is frozen.
  public enum Orientation: Hashable, Sendable, CaseIterable {
    /// As the graph has them.
    case declared
    /// Both ways, whatever the graph says. A pair of opposite edges becomes parallel edges.
    case undirected
    /// From target to source. An edge that leads both ways stays as it is.
    case reversed
  }

  /// Whether the view is directed or undirected; never mixed.
  public let directedness: Directedness

  /// What the weights mean, or `nil` if there are none.
  public let weightRole: WeightRole?

  /// The arcs out of each node.
  package let outgoing: Arcs

  /// The arcs into each node; `nil` if the graph is undirected, whose `outgoing` lead both ways.
  package let reverse: ReverseArcs?

  package let nodeNumbering: DenseNumbering
  package let edgeNumbering: DenseNumbering

  /// Whether some edges of a directed view may lead both ways, so that one edge may be two arcs.
  package let isMixed: Bool

  package init(
    directedness: Directedness, weightRole: WeightRole?, outgoing: Arcs,
    reverse: ReverseArcs? = nil, nodeNumbering: DenseNumbering, edgeNumbering: DenseNumbering,
    isMixed: Bool = false
  ) {
    self.isMixed = isMixed
    self.directedness = directedness
    self.weightRole = weightRole
    self.outgoing = outgoing
    self.reverse =
      directedness == .undirected
      ? nil : reverse ?? ReverseArcs(edgeCount: edgeNumbering.count, isMixed: isMixed)
    self.nodeNumbering = nodeNumbering
    self.edgeNumbering = edgeNumbering
  }

  package init(
    directedness: Directedness, weightRole: WeightRole?, sources: [UInt32], targets: [UInt32],
    weights: [Double], twoWay: [Bool]? = nil, nodeNumbering: DenseNumbering,
    edgeNumbering: DenseNumbering
  ) {
    var sorter = ArcSorter(
      twoWay == nil ? directedness : .mixed, weightRole: weightRole, nodeCount: nodeNumbering.count)
    sorter.sort(
      sources: sources, targets: targets, weights: weights, leadsBothWays: twoWay ?? [])
    self = sorter.finish(nodeNumbering: nodeNumbering, edgeNumbering: edgeNumbering)
  }

  /// The arcs into each node, from their heads to their tails; of an undirected graph, `outgoing`.
  ///
  /// - Complexity: O(nodes + edges) the first time, then O(1)
  package var incoming: Arcs { reverse?.arcs(reversing: outgoing) ?? outgoing }

  /// How many nodes there are.
  ///
  /// - Complexity: O(1)
  public var nodeCount: Int { nodeNumbering.count }

  /// How many edges there are.
  ///
  /// - Complexity: O(1)
  public var edgeCount: Int { edgeNumbering.count }

  /// Whether arcs point one way.
  ///
  /// - Complexity: O(1)
  public var isDirected: Bool { directedness == .directed }

  /// The node with a number below `nodeCount`.
  ///
  /// - Complexity: O(1)
  public func node(at index: Int) -> NodeID {
    NodeID(rawValue: nodeNumbering.rawValue(at: index))
  }

  /// The number of a node, or `nil` if it is not in the graph.
  ///
  /// - Complexity: O(1)
  public func index(of node: NodeID) -> Int? { nodeNumbering.number(of: node.rawValue) }

  /// The edge with a number below `edgeCount`.
  ///
  /// - Complexity: O(1)
  public func edge(at index: Int) -> EdgeID {
    EdgeID(rawValue: edgeNumbering.rawValue(at: index))
  }

  /// The number of an edge, or `nil` if it is not in the graph.
  ///
  /// - Complexity: O(1)
  public func index(of edge: EdgeID) -> Int? { edgeNumbering.number(of: edge.rawValue) }

  /// The same graph without weights, so that every edge is one step long and counts alike.
  ///
  /// - Complexity: O(1)
  public var unweighted: FrozenGraph {
    FrozenGraph(
      directedness: directedness, weightRole: nil, outgoing: outgoing.unweighted,
      reverse: reverse.map {
        ReverseArcs(edgeCount: edgeCount, isMixed: isMixed, made: $0.made?.unweighted)
      },
      nodeNumbering: nodeNumbering, edgeNumbering: edgeNumbering, isMixed: isMixed)
  }

  /// The same graph with every edge led from its target to its source.
  ///
  /// An edge that leads both ways stays as it is, and so does an undirected graph. The arcs are those
  /// that algorithms make to follow edges against the arrows, and are shared with this graph.
  ///
  /// - Complexity: O(nodes + edges); O(1) if the graph is undirected, or if an algorithm has followed
  ///   edges against the arrows before
  public var reversed: FrozenGraph {
    guard isDirected else { return self }
    return FrozenGraph(
      directedness: directedness, weightRole: weightRole, outgoing: incoming,
      reverse: ReverseArcs(edgeCount: edgeCount, isMixed: isMixed, made: outgoing),
      nodeNumbering: nodeNumbering, edgeNumbering: edgeNumbering, isMixed: isMixed)
  }

  /// The same graph with every edge taken both ways.
  ///
  /// - Complexity: O(nodes + edges); O(1) if the graph is undirected
  public var undirected: FrozenGraph {
    guard isDirected else { return self }
    let edges = EdgeEnds(outgoing, edgeCount: edgeCount)
    return FrozenGraph(
      directedness: .undirected, weightRole: weightRole, sources: edges.sources,
      targets: edges.targets, weights: edges.weights, nodeNumbering: nodeNumbering,
      edgeNumbering: edgeNumbering)
  }
}

extension Arcs {
  fileprivate var unweighted: Arcs {
    Arcs(offsets: offsets, targets: targets, edges: edges, weights: [])
  }
}
