import ArgumentParser
import GraphAlgorithms
import GraphCore

/// What the measures of centrality can be told beside the graph.
struct MeasureOptions: ParsableArguments {
  @Flag(
    help:
      "Divide by the greatest value possible, or leave that out: degree, betweenness, edge-betweenness (default: left out), harmonic (default: divided by n − 1)."
  )
  var division: Division?

  @Flag(help: "betweenness: count the ends of paths as well.")
  var ends = false

  @Option(
    name: [.customLong("source"), .customLong("sources")],
    help: ArgumentHelp(
      "betweenness, edge-betweenness: count paths from this node only. May be given several times.",
      valueName: "name"))
  var sources: [String] = []

  @Option(
    name: [.customLong("target"), .customLong("targets")],
    help: ArgumentHelp(
      "betweenness, edge-betweenness: count paths to this node only. May be given several times.",
      valueName: "name"))
  var targets: [String] = []

  @Option(
    help: ArgumentHelp(
      "betweenness: estimate it from the paths that start at so many nodes, chosen by chance; for graphs on which the exact one takes too long.",
      valueName: "count"))
  var samples: Int?

  @Option(
    help: ArgumentHelp(
      "What the chance of --samples begins with; the same chooses the same nodes. Default: 1.",
      valueName: "number"))
  var seed: UInt64?

  @Option(
    help:
      "Which directed edges of a node count, or lead on from it: out, in or all. Default: all for degree, strength, core; out for closeness, harmonic, eccentricity; in for eigenvector, katz."
  )
  var mode: EdgeMode?

  @Option(
    help:
      "closeness where not all nodes are reached: wasserman-faust (as in NetworkX) or per-component (as in Python's igraph); or inverse-sum, 1 / the sum of distances (as in R's igraph). Default: wasserman-faust."
  )
  var variant: Variant?

  @Option(
    help: ArgumentHelp(
      "pagerank: how likely the surfer is to follow an edge, below 1. Default: 0.85.",
      valueName: "part"))
  var damping: Double?

  @Option(
    help: ArgumentHelp(
      "pagerank: start at this node, or at several in proportion to their weights (1 unless given). May be given several times.",
      valueName: "name[=weight]"))
  var personalize: [String] = []

  @Option(
    help:
      "pagerank at a node that no edge leaves: restart (as in NetworkX), uniform, or lost. Default: restart."
  )
  var sinks: Sinks?

  @Option(
    help: ArgumentHelp(
      "katz: what a walk loses with every edge, below 1 / the greatest eigenvalue. Default: 0.85 / the greatest strength of a node, or 0.85 if that is below 1.",
      valueName: "factor"))
  var alpha: Double?

  @Option(
    help: ArgumentHelp("katz: what each node has of its own. Default: 1.", valueName: "constant"))
  var beta: Double?

  @Option(
    help:
      "eigenvector, katz, hits, hubs, authorities: make the maximum 1, the euclidean length 1, or the sum 1; none leaves katz as defined. Default: maximum."
  )
  var scale: Scale?

  @Option(
    help: ArgumentHelp(
      "pagerank, eigenvector, katz, hits, hubs, authorities: how much may be left of the error. Default: 1e-12.",
      valueName: "number"))
  var tolerance: Double?

  @Option(
    name: .customLong("max-iterations"),
    help: ArgumentHelp(
      "How many iterations those may take. Default: 10000, katz 100000, pagerank what the damping calls for.",
      valueName: "count"))
  var maximumIterations: Int?

  /// Makes sure that a measure can be told what was given, and that it makes sense.
  func check(for measure: Measure) throws {
    for setting in given {
      if let mistake = setting.mistake(with: measure) { throw ValidationError(mistake) }
    }
    if let damping, !(damping >= 0 && damping < 1) {
      throw ValidationError("--damping is \(damping); give a number from 0 up to, but not 1")
    }
    if let samples {
      guard samples >= 1 else {
        throw ValidationError("--samples is \(samples); give a number from 1 up")
      }
      guard sources.isEmpty, targets.isEmpty, !ends else {
        throw ValidationError(
          "--samples chooses the sources; leave out --source, --target and --ends")
      }
    } else if seed != nil {
      throw ValidationError("--seed goes with --samples only")
    }
    if let alpha, !(alpha >= 0 && alpha.isFinite) {
      throw ValidationError("--alpha is \(alpha); give a number from 0 up")
    }
    if let beta, !(beta > 0 && beta.isFinite) {
      throw ValidationError("--beta is \(beta); give a number above 0")
    }
    if let tolerance, !(tolerance > 0 && tolerance.isFinite) {
      throw ValidationError("--tolerance is \(tolerance); give a number above 0, such as 1e-9")
    }
    if let maximumIterations, maximumIterations < 1 {
      throw ValidationError("--max-iterations is \(maximumIterations); give a number from 1 up")
    }
    if scale == Scale.none, measure != .katz {
      throw ValidationError(
        "--scale none goes with --by katz only; the others are defined up to a factor")
    }
  }

  /// The options that were given.
  private var given: [MeasureSetting] {
    MeasureSetting.allCases.filter { setting in
      switch setting {
      case .normalized: division == .normalized
      case .raw: division == .raw
      case .ends: ends
      case .sources: !sources.isEmpty
      case .targets: !targets.isEmpty
      case .samples: samples != nil
      case .seed: seed != nil
      case .mode: mode != nil
      case .variant: variant != nil
      case .damping: damping != nil
      case .personalize: !personalize.isEmpty
      case .sinks: sinks != nil
      case .alpha: alpha != nil
      case .beta: beta != nil
      case .scale: scale != nil
      case .tolerance: tolerance != nil
      case .maximumIterations: maximumIterations != nil
      }
    }
  }

  /// What a measure runs with on a graph.
  ///
  /// - Throws: ``CommandFailure`` for a name that nothing in the graph has, or a weight that is none.
  func parameters(
    of measure: Measure, in network: any Network
  ) throws(CommandFailure) -> MeasureParameters {
    func nodes(_ names: [String]) throws(CommandFailure) -> Set<NodeID>? {
      var nodes: Set<NodeID> = []
      for name in names { nodes.insert(try network.node(named: name)) }
      return names.isEmpty ? nil : nodes
    }
    return MeasureParameters(
      isNormalized: division.map { $0 == .normalized } ?? measure.isNormalizedByDefault,
      countsEnds: ends, sources: try nodes(sources),
      targets: try nodes(targets), samples: samples, seed: samples.map { _ in seed ?? 1 },
      mode: mode ?? measure.defaultMode,
      variant: variant ?? .wassermanFaust, damping: damping ?? 0.85,
      personalization: try shares(in: network), sinks: sinks ?? .restart, alpha: alpha,
      beta: beta ?? 1, scale: scale ?? .maximum, tolerance: tolerance ?? 1e-12,
      maximumIterations: maximumIterations ?? measure.mostIterations)
  }

  /// Where PageRank's surfer starts; the weights of a node that is named twice add up.
  private func shares(in network: any Network) throws(CommandFailure) -> [NodeID: Double] {
    var shares: [NodeID: Double] = [:]
    for text in personalize {
      var (name, weight) = (text, 1.0)
      if let place = text.lastIndex(of: "="),
        let number = Double(text[text.index(after: place)...])
      {
        (name, weight) = (String(text[..<place]), number)
      }
      guard weight >= 0, weight.isFinite else {
        throw CommandFailure(
          .usage, "--personalize '\(text)' gives a weight of \(weight); give a number from 0 up")
      }
      shares[try network.node(named: name), default: 0] += weight
    }
    let sum = shares.values.reduce(0, +)
    guard shares.isEmpty || sum > 0 && sum.isFinite else {
      throw CommandFailure(
        .usage, "the weights of --personalize add up to \(sum); give at least one above 0")
    }
    return shares
  }
}

/// Whether a measure is divided by the greatest value possible.
enum Division: String, EnumerableFlag {
  case normalized
  case raw
}

/// How closeness is defined where not all nodes are reached.
enum Variant: String, ExpressibleByArgument, CaseIterable {
  case wassermanFaust = "wasserman-faust"
  case perComponent = "per-component"
  case inverseSum = "inverse-sum"
}

/// What becomes of PageRank's surfer at a node that no edge leaves.
enum Sinks: String, ExpressibleByArgument, CaseIterable {
  case restart
  case uniform
  case lost
}

/// What is made 1 of scores that are defined up to a factor.
enum Scale: String, ExpressibleByArgument, CaseIterable {
  case maximum
  case euclidean
  case sum
  case none
}
