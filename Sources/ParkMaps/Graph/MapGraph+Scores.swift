import GraphAlgorithms
import GraphCore

extension MapGraph {
  /// Measures by which nodes can be sized; all look at ties from both ends.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    /// How many ties a node has.
    case degree
    /// The sum of its ties' weights.
    case strength
    /// On how many of the shortest paths between two others it lies.
    case betweenness
    /// How near all others are that can be reached, after Wasserman and Faust.
    case closeness
    /// The mean of the inverse distances to all others.
    case harmonic
    /// How often a walker who follows ties, and starts anew now and then, comes by.
    case pagerank
    /// How central its neighbours are.
    case eigenvector
    /// How dense a part of the graph it belongs to.
    case core
  }

  /// Gives every node the score that a measure of the ties gives it, and names the measure in the
  /// legend.
  ///
  /// A measure that comes to no result, such as one that doesn't converge, leaves the scores alone.
  ///
  /// - Complexity: O(*n* · *m*) for betweenness, closeness and harmonic, near O(*n* + *m*) for the
  ///   others.
  public mutating func setScores(by measure: Measure) {
    let (graph, ids) = topology
    guard let scores = try? Self.scores(of: graph, by: measure) else { return }
    for place in nodes.indices {
      nodes[place].score = ids[nodes[place].id].map { scores[$0] }
    }
    scoreTitle = measure.rawValue
  }

  private static func scores(
    of graph: Graph<Int, Double>, by measure: Measure
  ) throws -> NodeScores {
    switch measure {
    case .degree: return graph.frozen().degrees()
    case .strength:
      return try graph.frozen(as: .undirected, strength: { _, weight in weight }).strengths()
    case .betweenness: return try graph.frozen().betweenness()
    case .closeness: return try graph.frozen().closeness()
    case .harmonic: return try graph.frozen().harmonicCentrality()
    case .pagerank: return try graph.frozen().pageRank()
    case .eigenvector: return try graph.frozen().eigenvectorCentrality()
    case .core: return graph.frozen().coreNumbers()
    }
  }

  /// The ties as an undirected graph whose nodes are places in ``nodes`` and whose edges carry
  /// weights, and where each identifier is in it.
  var topology: (graph: Graph<Int, Double>, ids: [String: NodeID]) {
    var graph = Graph<Int, Double>(.undirected)
    graph.reserveCapacity(nodes: nodes.count, edges: edges.count)
    var ids: [String: NodeID] = [:]
    for (place, node) in nodes.enumerated() where ids[node.id] == nil {
      ids[node.id] = graph.addNode(place)
    }
    for edge in edges {
      guard let source = ids[edge.source], let target = ids[edge.target] else { continue }
      let isWeight = edge.weight.isFinite && edge.weight >= 0
      graph.addEdge(from: source, to: target, isWeight ? edge.weight : 1)
    }
    return (graph, ids)
  }
}
