import GraphAlgorithms
import GraphCore

extension Measure {
  /// What a measure gives: columns of numbers for the nodes, the first of which ranks them, or a
  /// number for each edge.
  enum Scores {
    case nodes([(title: String, scores: NodeScores)])
    case edges(EdgeScores)
  }

  /// Measures a graph.
  func scores(
    of graph: FrozenGraph, _ parameters: MeasureParameters, _ execution: Execution
  ) throws(AlgorithmError) -> Scores {
    switch self {
    case .edgeBetweenness:
      return .edges(
        try graph.edgeBetweenness(
          normalized: parameters.isNormalized, sources: parameters.sources,
          targets: parameters.targets, execution: execution))
    case .hits:
      let result = try hubsAndAuthorities(of: graph, parameters, execution)
      return .nodes([("authority", result.authorities), ("hub", result.hubs)])
    default:
      return .nodes([(rawValue, try nodeScores(of: graph, parameters, execution))])
    }
  }

  private func nodeScores(
    of graph: FrozenGraph, _ parameters: MeasureParameters, _ execution: Execution
  ) throws(AlgorithmError) -> NodeScores {
    let direction = parameters.mode.direction
    return switch self {
    case .degree, .edgeBetweenness:
      graph.degrees(direction, normalized: parameters.isNormalized)
    case .strength: graph.strengths(direction)
    case .betweenness: try betweenness(of: graph, parameters, execution)
    case .closeness:
      try graph.closeness(parameters.variant.definition, direction, execution: execution)
    case .harmonic:
      try graph.harmonicCentrality(
        normalized: parameters.isNormalized, direction, execution: execution)
    case .eccentricity: try graph.eccentricities(direction, execution: execution)
    case .pagerank:
      try graph.pageRank(
        damping: parameters.damping, personalization: parameters.personalization,
        sinks: parameters.sinks.definition, tolerance: parameters.tolerance,
        maximumIterations: parameters.maximumIterations, execution: execution)
    case .eigenvector:
      try graph.eigenvectorCentrality(
        direction, scale: parameters.scale.definition ?? .maximum,
        tolerance: parameters.tolerance, maximumIterations: parameters.maximumIterations ?? .max,
        execution: execution)
    case .katz:
      try graph.katzCentrality(
        alpha: parameters.alpha ?? 0, beta: parameters.beta, direction,
        scale: parameters.scale.definition, tolerance: parameters.tolerance,
        maximumIterations: parameters.maximumIterations ?? .max, execution: execution)
    case .hubs, .hits: try hubsAndAuthorities(of: graph, parameters, execution).hubs
    case .authorities: try hubsAndAuthorities(of: graph, parameters, execution).authorities
    case .core: graph.coreNumbers(direction)
    }
  }

  private func betweenness(
    of graph: FrozenGraph, _ parameters: MeasureParameters, _ execution: Execution
  ) throws(AlgorithmError) -> NodeScores {
    if let samples = parameters.samples {
      return try graph.betweennessEstimate(
        samples: samples, seed: parameters.seed ?? 1, normalized: parameters.isNormalized,
        execution: execution)
    }
    return try graph.betweenness(
      normalized: parameters.isNormalized, countsEnds: parameters.countsEnds,
      sources: parameters.sources, targets: parameters.targets, execution: execution)
  }

  private func hubsAndAuthorities(
    of graph: FrozenGraph, _ parameters: MeasureParameters, _ execution: Execution
  ) throws(AlgorithmError) -> HubsAndAuthorities {
    try graph.hubsAndAuthorities(
      scale: parameters.scale.definition ?? .maximum, tolerance: parameters.tolerance,
      maximumIterations: parameters.maximumIterations ?? .max, execution: execution)
  }
}

extension EdgeMode {
  fileprivate var direction: Direction {
    switch self {
    case .out: .outgoing
    case .in: .incoming
    case .all: .either
    }
  }
}

extension Variant {
  fileprivate var definition: ClosenessVariant {
    switch self {
    case .wassermanFaust: .wassermanFaust
    case .perComponent: .perComponent
    case .inverseSum: .inverseSum
    }
  }
}

extension Sinks {
  fileprivate var definition: PageRankSinks {
    switch self {
    case .restart: .restart
    case .uniform: .uniform
    case .lost: .lost
    }
  }
}

extension Scale {
  fileprivate var definition: ScoreScale? {
    switch self {
    case .maximum: .maximum
    case .euclidean: .euclidean
    case .sum: .sum
    case .none: nil
    }
  }
}
