import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Ranks nodes or ties.
struct Centrality: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank nodes, or ties, by how central they are.",
    discussion: """
      Of park data the default view is partnership: parties tied by the agreements between them, \
      whichever way relations point. A graph file is taken as it is.

      degree counts ties and strength adds their weights; betweenness and edge-betweenness count \
      unordered pairs (ordered ones along directed edges), the ends of paths only with --ends; \
      closeness is Wasserman and Faust's; harmonic is divided by n − 1; eccentricity is the \
      distance of the farthest node that is reached; all three measure from the node, along \
      directed edges; pagerank has a damping of 0.85; eigenvector, katz (attenuated by 0.85 over the \
      greatest strength), hubs and authorities are scaled to 1 at most, and hits shows the two side \
      by side. Hubs and authorities follow edges as they point, in park data in the full view.

      Weights are strengths unless --weights says otherwise: strength, pagerank, eigenvector, katz, \
      hubs and authorities use them, and measures of paths count every tie as one step. With \
      --weights distance they are lengths, which measures of paths add up and the others pass over.
      """)

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

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

  @Flag(help: "Divide degree and betweenness by the greatest value possible.")
  var normalized = false

  @Flag(help: "Have betweenness count the ends of paths as well.")
  var ends = false

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top is \(top); give a number from 1 up") }
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads is \(threads); give a number from 1 to 256")
    }
    if normalized, !by.canBeNormalized {
      throw ValidationError(
        "--normalized goes with --by degree, betweenness and edge-betweenness only")
    }
    if ends, by != .betweenness {
      throw ValidationError("--ends goes with --by betweenness only")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    // Weights that nothing uses are not read, nor need they make sense.
    let use = weights == .distance || by.usesStrengths ? weights.use : .none
    try options.withNetwork(
      console, viewOptions, default: .partnership, weights: use == .none ? nil : .strength
    ) { network, timings throws(CommandFailure) in
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        let orientation: FrozenGraph.Orientation =
          by.followsArrows && viewOptions.direction == nil
          ? .declared : viewOptions.orientation(of: network)
        do throws(CommandFailure) {
          return try network.frozen(as: orientation, use)
        } catch {
          throw CommandFailure(error.status, "\(error.message); --weights none passes them over")
        }
      }
      let progress = console.progress(by.rawValue)
      let scores = try timings.measure("algorithm") { () throws(CommandFailure) in
        defer { progress?.finish() }
        let execution = Execution(threads: threads, progress: progress?.show)
        return try running(on: network) { () throws(AlgorithmError) in
          try by.scores(of: frozen, normalized: normalized, countsEnds: ends, execution)
        }
      }
      try timings.measure("write") { () throws(CommandFailure) in
        switch scores {
        case .nodes(let columns):
          let ranking = NodeRanking(columns, in: network, top: top)
          try write(ranking.rows, ranking.table(as: options.format), network, console)
        case .edges(let scores):
          let ranking = EdgeRanking(scores, named: by.rawValue, in: network, top: top)
          try write(ranking.rows, ranking.table(as: options.format), network, console)
        }
      }
    }
  }

  private func write(
    _ rows: [some Encodable], _ table: Table, _ network: any Network, _ console: Console
  ) throws(CommandFailure) {
    guard !rows.isEmpty else {
      throw CommandFailure(.negative, "there is no tie \(network.place)")
    }
    try Report(table: table).write(json: rows, as: options.format, to: console)
  }
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
