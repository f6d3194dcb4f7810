public import GraphCore

/// A way through a graph, from its first node to its last.
public struct Path: Hashable, Sendable {
  /// The nodes in the order in which they are passed, both ends included.
  public let nodes: [NodeID]
  /// The edges between them, one fewer than nodes.
  public let edges: [EdgeID]
  /// The sum of the edges' distances, or their number if the graph has no distances.
  public let length: Double

  /// Creates a path from its parts.
  ///
  /// - Precondition: There is one node more than edges.
  /// - Complexity: O(1)
  public init(nodes: [NodeID], edges: [EdgeID], length: Double) {
    precondition(nodes.count == edges.count + 1, "A path has one node more than edges.")
    self.nodes = nodes
    self.edges = edges
    self.length = length
  }
}

/// The shortest paths from one node to all others.
public struct ShortestPathTree: Sendable {
  /// Where the paths start.
  public let source: NodeID

  /// The distance of every node, infinite where no path leads.
  public let distances: NodeScores

  private let graph: FrozenGraph
  private let parents: [UInt32]
  private let edges: [UInt32]

  init(_ search: PathSearch, from source: NodeID, in graph: FrozenGraph) {
    self.source = source
    self.graph = graph
    distances = NodeScores(search.distances, of: graph)
    parents = search.parents
    let arcEdges = search.arcs.edges
    edges = search.entries.map { $0 == PathSearch.none ? $0 : arcEdges[Int($0)] }
  }

  /// - Parameters:
  ///   - search: A search from the source by steps.
  ///   - back: The arcs that it followed, from their heads.
  ///   - source: The source.
  ///   - graph: The graph.
  init(_ search: LevelSearch, _ back: ArcPointers, from source: NodeID, in graph: FrozenGraph) {
    self.source = source
    self.graph = graph
    distances = NodeScores(search.distances, of: graph)
    var parents = [UInt32](repeating: PathSearch.none, count: graph.nodeCount)
    var edges = parents
    let levels = search.levels.base
    for node in search.reached.dropFirst() {
      let level = levels[Int(node)] &- 1
      // Arcs are in the order of their edges, so that the first that comes from one step nearer is
      // the one that the rule for ties chooses.
      for arc in back.range(of: Int(node)) where levels[Int(back.targets[arc])] == level {
        parents[Int(node)] = back.targets[arc]
        edges[Int(node)] = back.edges[arc]
        break
      }
    }
    self.parents = parents
    self.edges = edges
  }

  /// How far a node is from the source, or `nil` if no path leads there.
  ///
  /// - Precondition: The node was in the graph.
  /// - Complexity: O(1)
  public func distance(to node: NodeID) -> Double? {
    let distance = distances[node]
    return distance.isFinite ? distance : nil
  }

  /// The node before a node on its path, and the edge between them.
  ///
  /// - Parameter node: Where the path ends.
  /// - Returns: The last step; `nil` for the source and for nodes that no path leads to.
  /// - Precondition: The node was in the graph.
  /// - Complexity: O(1)
  public func lastStep(to node: NodeID) -> (node: NodeID, edge: EdgeID)? {
    let index = graph.requiredIndex(of: node)
    guard parents[index] != PathSearch.none else { return nil }
    return (graph.node(at: Int(parents[index])), graph.edge(at: Int(edges[index])))
  }

  /// The shortest path to a node, or `nil` if there is none.
  ///
  /// - Precondition: The node was in the graph.
  /// - Complexity: O(edges on the path)
  public func path(to node: NodeID) -> Path? {
    guard let length = distance(to: node) else { return nil }
    var nodes = [node]
    var edges: [EdgeID] = []
    var end = node
    while let step = lastStep(to: end) {
      nodes.append(step.node)
      edges.append(step.edge)
      end = step.node
    }
    return Path(nodes: nodes.reversed(), edges: edges.reversed(), length: length)
  }
}

extension FrozenGraph {
  /// A shortest path from one node to another.
  ///
  /// If the graph was frozen with distances, the path with the least sum of them (Dijkstra 1959);
  /// otherwise, one with the fewest edges. Both are sought from both ends at once. Of several equally
  /// short paths, those with the fewest edges are considered; of these, the ones whose last edge has
  /// the smallest identifier, then the last but one, and so on. Two lengths are equal here if the
  /// sums, added up from the source, are the same floating-point number.
  ///
  /// Edges are followed from source to target; self-loops are never part of the path. The path
  /// from a node to itself is the node alone, of length 0.
  ///
  /// Dijkstra: A note on two problems in connexion with graphs. Numerische Mathematik 1 (1959).
  ///
  /// - Parameters:
  ///   - source: Where the path starts.
  ///   - target: Where it ends.
  /// - Returns: The path, or `nil` if the target cannot be reached.
  /// - Precondition: Both nodes are in the graph.
  /// - Complexity: O(nodes + edges), with distances O((nodes + edges) × log edges)
  public func shortestPath(from source: NodeID, to target: NodeID) -> Path? {
    let (start, end) = (requiredIndex(of: source), requiredIndex(of: target))
    if start == end { return Path(nodes: [source], edges: [], length: 0) }
    return weightRole == .distance
      ? RoadMeeting.path(in: self, from: start, to: end)
      : MeetingSearch.path(in: self, from: start, to: end)
  }

  /// The shortest paths from one node to all others, with the distances.
  ///
  /// Lengths, ties and edge cases are those of ``shortestPath(from:to:)``.
  ///
  /// - Parameters:
  ///   - source: Where the paths start.
  ///   - direction: Which way edges are followed. With `.incoming` the distances are those *to*
  ///     the source, and paths read from the source against the arrows.
  /// - Returns: A tree of paths that share their beginnings.
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(nodes + edges), with distances O((nodes + edges) × log edges)
  public func shortestPathTree(
    from source: NodeID, _ direction: Direction = .outgoing
  ) -> ShortestPathTree {
    let start = requiredIndex(of: source)
    if weightRole == .distance {
      var search = PathSearch(self, along: arcs(direction), tracksPaths: true)
      search.run(from: start)
      return ShortestPathTree(search, from: source, in: self)
    }
    return withArcs(direction) { away, back in
      let search = LevelSearch(away, back)
      search.run(from: start)
      return ShortestPathTree(search, back, from: source, in: self)
    }
  }

  /// The nodes that a walk of at most so many edges leads to: an ego network.
  ///
  /// Edges are counted whether or not the graph has distances. They are followed both ways unless a
  /// direction is given, as who is near somebody does not depend on who asked whom.
  ///
  /// Moore: The shortest path through a maze. Int. Symposium on the Theory of Switching (1959).
  ///
  /// - Parameters:
  ///   - depth: How many edges to follow at most. With 0, only the node itself is found.
  ///   - node: Where to start.
  ///   - direction: Which way edges are followed.
  /// - Returns: The nodes, the first one included, by ascending number of edges, then by node.
  /// - Precondition: The node is in the graph.
  /// - Complexity: O(nodes + edges)
  public func nodes(
    within depth: Int, of node: NodeID, _ direction: Direction = .either
  ) -> [NodeID] {
    let graph = unweighted
    var search = PathSearch(graph, along: graph.arcs(direction), tracksPaths: false)
    search.run(from: graph.requiredIndex(of: node), limit: max(0, depth))
    let hops = search.hops
    return search.order
      .sorted { (hops[Int($0)], $0) < (hops[Int($1)], $1) }
      .map { graph.node(at: Int($0)) }
  }
}
