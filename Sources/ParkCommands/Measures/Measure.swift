import ArgumentParser
import GraphAlgorithms
import GraphCore

/// A measure of how central nodes or ties are.
enum Measure: String, ExpressibleByArgument, CaseIterable {
  case degree
  case strength
  case betweenness
  case edgeBetweenness = "edge-betweenness"
  case closeness
  case harmonic
  case eccentricity
  case pagerank
  case eigenvector
  case katz
  case hits
  case hubs
  case authorities
  case core

  /// What a measure gives: columns of numbers for the nodes, the first of which ranks them, or a
  /// number for each edge.
  enum Scores {
    case nodes([(title: String, scores: NodeScores)])
    case edges(EdgeScores)
  }

  /// Whether there is a greatest value to divide by.
  var canBeNormalized: Bool {
    switch self {
    case .degree, .betweenness, .edgeBetweenness: true
    default: false
    }
  }

  /// Whether weights that are strengths make a difference.
  var usesStrengths: Bool {
    switch self {
    case .strength, .pagerank, .eigenvector, .katz, .hits, .hubs, .authorities: true
    default: false
    }
  }

  /// Whether the measure means nothing without the direction of edges.
  var followsArrows: Bool { self == .hubs || self == .authorities || self == .hits }

  /// Measures a graph.
  func scores(
    of graph: FrozenGraph, normalized: Bool, countsEnds: Bool, _ execution: Execution
  ) throws(AlgorithmError) -> Scores {
    switch self {
    case .edgeBetweenness:
      return .edges(try graph.edgeBetweenness(normalized: normalized, execution: execution))
    case .hits:
      let result = try graph.hubsAndAuthorities(execution: execution)
      return .nodes([("authority", result.authorities), ("hub", result.hubs)])
    default:
      let scores = try nodeScores(
        of: graph, normalized: normalized, countsEnds: countsEnds, execution)
      return .nodes([(rawValue, scores)])
    }
  }

  private func nodeScores(
    of graph: FrozenGraph, normalized: Bool, countsEnds: Bool, _ execution: Execution
  ) throws(AlgorithmError) -> NodeScores {
    switch self {
    case .degree, .edgeBetweenness: graph.degrees(.either, normalized: normalized)
    case .strength: graph.strengths()
    case .betweenness:
      try graph.betweenness(normalized: normalized, countsEnds: countsEnds, execution: execution)
    case .closeness: try graph.closeness(execution: execution)
    case .harmonic: try graph.harmonicCentrality(execution: execution)
    case .eccentricity: try graph.eccentricities(execution: execution)
    case .pagerank: try graph.pageRank(execution: execution)
    case .eigenvector: try graph.eigenvectorCentrality(execution: execution)
    case .katz:
      // The greatest strength bounds the greatest eigenvalue, so that the sum always converges.
      try graph.katzCentrality(
        alpha: 0.85 / max(1, graph.strengths().values.max() ?? 1), scale: .maximum,
        execution: execution)
    case .hubs, .hits: try graph.hubsAndAuthorities(execution: execution).hubs
    case .authorities: try graph.hubsAndAuthorities(execution: execution).authorities
    case .core: graph.coreNumbers()
    }
  }
}
