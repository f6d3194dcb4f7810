public import GraphCore

/// Which nodes and edges of a graph a search may use, or a part of it consists of.
///
/// A filter is asked where it is handed over, on the same thread, and not kept.
public struct GraphFilter {
  /// Whether a node may be used; asked once for each node.
  public var allowsNode: ((NodeID) -> Bool)?
  /// Whether an edge may be used; asked once for each edge between nodes that may be.
  public var allowsEdge: ((EdgeID) -> Bool)?

  /// Creates a filter; what is left out allows everything.
  ///
  /// - Complexity: O(1)
  public init(nodes: ((NodeID) -> Bool)? = nil, edges: ((EdgeID) -> Bool)? = nil) {
    allowsNode = nodes
    allowsEdge = edges
  }
}

extension FrozenGraph {
  /// The graph as a search sees it that may use only what a filter allows: nothing is taken out, but
  /// edges that are not allowed, or end at nodes that are not, are not followed.
  ///
  /// It answers "where can one get without these?" of the whole graph. Nodes that are not allowed
  /// stay in it, with no edges, so that identifiers keep their numbers and scores can be compared
  /// with those of the whole. The same holds of edges: those left out still have a number and score
  /// 0, but no algorithm follows them, and `edgeCount` still counts them. So whatever counts nodes
  /// counts those, too: components, the radius and the pairs of a distance summary, PageRank, which
  /// gives each lone node its share, and every measure that divides by the number of nodes.
  ///
  /// To measure a part of the graph for itself, take ``subgraph(allowedBy:)``.
  ///
  /// Payloads are not in a frozen graph, hence never copied: whatever the filter asks of an edge is
  /// looked up by its identifier. A date, or any other property, is a filter on edges:
  ///
  /// ```swift
  /// let year2020 = frozen.filtered(
  ///   GraphFilter(edges: { agreements[$0].years.contains(2020) }))
  /// let path = year2020.shortestPath(from: torch, to: sydney)
  /// ```
  ///
  /// The view costs 8 bytes for each arc that is left, twice that if it is weighted, and 4 for each
  /// node; in a directed graph all that twice once arcs are followed against the arrows. Filters can
  /// be applied one after the other.
  ///
  /// - Parameter filter: What to keep.
  /// - Returns: The filtered view; the graph itself if the filter allows everything.
  /// - Complexity: O(nodes + edges) beside what the filter does; O(1) if it allows everything
  public func filtered(_ filter: GraphFilter) -> FrozenGraph {
    if filter.allowsNode == nil && filter.allowsEdge == nil { return self }
    let isKept = keptEdges(filter, among: allowedNodes(filter))
    return FrozenGraph(
      directedness: directedness, weightRole: weightRole, outgoing: outgoing.keeping(isKept),
      nodeNumbering: nodeNumbering, edgeNumbering: edgeNumbering, isMixed: isMixed)
  }

  /// The part of the graph that a filter leaves: the allowed nodes, and the allowed edges between
  /// them.
  ///
  /// All else is gone: nodes and edges keep their identifiers, but are numbered anew and without
  /// gaps, and measures are those of the part alone. For a search in the whole graph that passes by
  /// what is not allowed, and scores to compare with those of the whole, see ``filtered(_:)``.
  ///
  /// ```swift
  /// let view = chain.filtered(GraphFilter(nodes: { $0 != last }))
  /// view.nodeCount  // 3, the last of them alone
  /// try view.radius()  // 0
  /// let part = chain.subgraph(allowedBy: GraphFilter(nodes: { $0 != last }))
  /// part.nodeCount  // 2
  /// try part.radius()  // 1
  /// ```
  ///
  /// Of a filtered view, the edges that it left out are gone as well; nodes that were not allowed
  /// there are lone nodes here.
  ///
  /// - Parameter filter: What to keep.
  /// - Returns: The subgraph, with the directedness and the weights of the graph.
  /// - Complexity: O(nodes + edges) beside what the filter does
  public func subgraph(allowedBy filter: GraphFilter) -> FrozenGraph {
    let isAllowed = allowedNodes(filter)
    return subgraph(
      ofNodes: isAllowed,
      edges: filter.allowsEdge == nil ? nil : keptEdges(filter, among: isAllowed))
  }

  /// For each node, whether a filter allows it.
  private func allowedNodes(_ filter: GraphFilter) -> [Bool] {
    guard let allowsNode = filter.allowsNode else {
      return [Bool](repeating: true, count: nodeCount)
    }
    return (0..<nodeCount).map { allowsNode(node(at: $0)) }
  }

  /// For each edge, whether a filter keeps it; it is asked once for each.
  private func keptEdges(_ filter: GraphFilter, among isAllowed: [Bool]) -> [Bool] {
    var isKept = [Bool](repeating: false, count: edgeCount)
    // An edge that leads both ways is met twice.
    var isAsked = isKept
    let (targets, edges) = (outgoing.targets, outgoing.edges)
    for source in 0..<nodeCount where isAllowed[source] {
      for arc in outgoing.range(of: source) where isAllowed[Int(targets[arc])] {
        let edge = Int(edges[arc])
        if isAsked[edge] { continue }
        isAsked[edge] = true
        isKept[edge] = filter.allowsEdge?(self.edge(at: edge)) ?? true
      }
    }
    return isKept
  }
}

extension Arcs {
  fileprivate func keeping(_ isKept: [Bool]) -> Arcs {
    let (allOffsets, allTargets) = (offsets, targets)
    let (allEdges, allWeights) = (edges, weights)
    let count = allEdges.count { isKept[Int($0)] }
    var offsets: [UInt32] = [0]
    var (targets, edges, weights): ([UInt32], [UInt32], [Double]) = ([], [], [])
    offsets.reserveCapacity(allOffsets.count)
    targets.reserveCapacity(count)
    edges.reserveCapacity(count)
    if !allWeights.isEmpty { weights.reserveCapacity(count) }
    for node in 0..<(allOffsets.count - 1) {
      for arc in Int(allOffsets[node])..<Int(allOffsets[node + 1]) where isKept[Int(allEdges[arc])]
      {
        targets.append(allTargets[arc])
        edges.append(allEdges[arc])
        if !allWeights.isEmpty { weights.append(allWeights[arc]) }
      }
      offsets.append(UInt32(targets.count))
    }
    return Arcs(offsets: offsets, targets: targets, edges: edges, weights: weights)
  }
}
