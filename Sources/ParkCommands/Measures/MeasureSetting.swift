/// What some measures can be told, by the name of the option.
enum MeasureSetting: String, CaseIterable {
  case normalized
  case raw
  case ends
  case sources = "source"
  case targets = "target"
  case samples
  case seed
  case mode
  case variant
  case damping
  case personalize
  case sinks
  case alpha
  case beta
  case scale
  case tolerance
  case maximumIterations = "max-iterations"

  /// The measures that make use of it.
  var measures: [Measure] {
    switch self {
    case .normalized, .raw: [.degree, .betweenness, .edgeBetweenness, .harmonic]
    case .ends, .samples, .seed: [.betweenness]
    case .sources, .targets: [.betweenness, .edgeBetweenness]
    case .mode:
      [.degree, .strength, .closeness, .harmonic, .eccentricity, .eigenvector, .katz, .core]
    case .variant: [.closeness]
    case .damping, .personalize, .sinks: [.pagerank]
    case .alpha, .beta: [.katz]
    case .scale: [.eigenvector, .katz, .hits, .hubs, .authorities]
    case .tolerance, .maximumIterations:
      [.pagerank, .eigenvector, .katz, .hits, .hubs, .authorities]
    }
  }

  /// What is wrong with giving it to a measure; `nil` if nothing is.
  func mistake(with measure: Measure) -> String? {
    guard !measures.contains(measure) else { return nil }
    let names = measures.map(\.rawValue)
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    return "--\(rawValue) goes with --by \(list) only"
  }
}
