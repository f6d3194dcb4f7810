import ArgumentParser

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

  /// Whether weights that are strengths make a difference.
  var usesStrengths: Bool {
    switch self {
    case .strength, .pagerank, .eigenvector, .katz, .hits, .hubs, .authorities: true
    default: false
    }
  }

  /// Whether weights that are lengths make a difference.
  var usesDistances: Bool {
    switch self {
    case .betweenness, .edgeBetweenness, .closeness, .harmonic, .eccentricity: true
    default: false
    }
  }

  /// Whether the measure means nothing without the direction of edges.
  var followsArrows: Bool { self == .hubs || self == .authorities || self == .hits }

  /// Whether the least of scores is the most central one.
  var isBestWhenLeast: Bool { self == .eccentricity }

  /// Whether it is divided by the greatest value possible unless something else is asked for.
  var isNormalizedByDefault: Bool { self == .harmonic }

  /// How many iterations it may take unless something else is asked for; `nil` for as many as it
  /// needs.
  var mostIterations: Int? {
    switch self {
    case .pagerank: nil
    case .katz: 100_000
    default: 10_000
    }
  }

  /// The edges of a node that count unless something else is asked for.
  var defaultMode: EdgeMode {
    switch self {
    case .closeness, .harmonic, .eccentricity: .out
    case .eigenvector, .katz: .in
    default: .all
    }
  }
}

/// Which of the directed edges of a node a measure follows; the words are igraph's.
enum EdgeMode: String, ExpressibleByArgument, CaseIterable {
  case out
  case `in`
  case all
}
