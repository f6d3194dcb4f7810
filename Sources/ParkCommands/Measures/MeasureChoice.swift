import ArgumentParser
import GraphAlgorithms
import GraphCore

/// Which measure of centrality is wanted, and how much of it.
struct MeasureChoice: ParsableArguments {
  @Option(help: "The measure.")
  var by: Measure = .degree

  @Option(
    help: "What weights are: strength, distance, or none (they are passed over). Default: strength."
  )
  var weights: WeightMeaning?

  @Option(help: WeightChoice.help)
  var weight: String?

  @Option(help: ArgumentHelp("Show only the first so many.", valueName: "count"))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      "How many threads measures of all pairs, PageRank and other vectors may use, 1 … 256.",
      valueName: "count"))
  var threads = 1

  /// What weights are.
  var meaning: WeightMeaning { weights ?? .strength }

  /// What the measure uses weights for; those that nothing uses are not read, nor need they make
  /// sense.
  var use: WeightUse {
    switch meaning {
    case .strength: by.usesStrengths ? .strength : .none
    case .distance: by.usesDistances ? .distance : .none
    case .none: .none
    }
  }

  /// The weights that the measure uses; `nil` for none.
  var weightChoice: WeightChoice? {
    let reason =
      weights.map { "--weights \($0.rawValue)" } ?? (by == .strength ? "--by strength" : nil)
    return use == .none
      ? nil
      : WeightChoice(
        attribute: weight, reason: reason, alternative: "--weights none passes them over")
  }

  /// Makes sure that `--weight` makes a difference.
  func check() throws {
    guard weight != nil else { return }
    let name = "--by \(by.rawValue)"
    if meaning == .none {
      throw ValidationError("--weight and --weights none exclude each other")
    }
    if by.usesDistances, meaning != .distance {
      throw ValidationError(
        "--weight goes with --weights distance here; without it \(name) counts every edge as one "
          + "step")
    }
    if by.usesStrengths, meaning != .strength {
      throw ValidationError("--weight and --weights distance exclude each other with \(name)")
    }
    if !by.usesDistances, !by.usesStrengths {
      throw ValidationError("--weight goes with measures that use weights; \(name) does not")
    }
  }
}

/// What weights of ties mean to a measure.
enum WeightMeaning: String, ExpressibleByArgument, CaseIterable {
  case strength
  case distance
  case none
}
