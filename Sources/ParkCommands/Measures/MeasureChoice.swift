import ArgumentParser
import GraphAlgorithms
import GraphCore

/// Which measure of centrality is wanted, and how much of it.
struct MeasureChoice: ParsableArguments {
  @Option(help: "The measure.")
  var by: Measure = .degree

  @Option(help: "What weights are: strength, distance, or none (they are passed over).")
  var weights: WeightMeaning = .strength

  @Option(help: ArgumentHelp("Show only the first so many.", valueName: "count"))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      "How many threads measures of all pairs, PageRank and other vectors may use, 1 … 256.",
      valueName: "count"))
  var threads = 1
}

/// What weights of ties mean to a measure.
enum WeightMeaning: String, ExpressibleByArgument, CaseIterable {
  case strength
  case distance
  case none

  var use: WeightUse {
    switch self {
    case .strength: .strength
    case .distance: .distance
    case .none: .none
    }
  }
}
