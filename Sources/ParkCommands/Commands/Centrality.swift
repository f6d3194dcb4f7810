import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Ranks nodes or ties.
struct Centrality: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank nodes, or ties, by how central they are.",
    usage: "parkgraph centrality [<options>]",
    discussion: """
      Of park data the default view is partnership: parties tied by the agreements between them, \
      whichever way relations point. A graph file is taken as it is.

      degree counts ties and strength adds their weights; betweenness and edge-betweenness count \
      unordered pairs (ordered ones along directed edges); closeness is Wasserman and Faust's; \
      harmonic is divided by n − 1; eccentricity is the distance of the farthest node that is \
      reached, the least ranking first, but 0, which reaches no other, last; all three measure from \
      the node, along directed edges; pagerank has a damping of 0.85; eigenvector, katz, hubs and \
      authorities are scaled to 1 at most, and hits shows the two side by side. The options below \
      choose the other definitions. Hubs and authorities, and --mode in and out, follow edges as \
      they point, in park data in the full view.

      Weights are strengths unless --weights says otherwise: strength, pagerank, eigenvector, katz, \
      hubs and authorities use them, and measures of paths count every tie as one step. With \
      --weights distance they are lengths, which measures of paths add up and the others pass over. \
      In a graph file they are the attribute that --weight names, or weight, value or strength, and \
      either all edges have one, zero or a positive number, or none has.

      In JSON the answer has the measure, the parameters that it was run with, and the ranking.

      Examples:
        parkgraph centrality --by betweenness --view full --top 10
        parkgraph centrality --by pagerank --view full --personalize UNSW
        parkgraph centrality --graph roads.edges --by closeness --weights distance --threads 4
        parkgraph centrality --graph trade.graphml --by pagerank --weight volume
      """)

  @OptionGroup(title: "The measure") var choice: MeasureChoice
  @OptionGroup(title: "Options of some measures") var measureOptions: MeasureOptions
  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  private var by: Measure { choice.by }
  private var top: Int? { choice.top }
  private var threads: Int { choice.threads }

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top is \(top); give a number from 1 up") }
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads is \(threads); give a number from 1 to 256")
    }
    try choice.check()
    try measureOptions.check(for: by)
    if viewOptions.direction == .undirected, let mode = measureOptions.mode, mode != .all {
      throw ValidationError("--mode \(mode.rawValue) and --undirected exclude each other")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    try options.withNetwork(
      console, viewOptions, default: .partnership, weights: choice.weightChoice
    ) { network, timings throws(CommandFailure) in
      if let remark = choice.weightChoice?.remark(on: network) { console.tell(remark) }
      var parameters = try measureOptions.parameters(of: by, in: network)
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        try self.frozen(network, choice.use)
      }
      guard frozen.nodeCount > 0 else { throw network.emptiness }
      let progress = console.progress(by.rawValue)
      let scores = try timings.measure("algorithm") { () throws(CommandFailure) -> Measure.Scores in
        defer { progress?.finish() }
        parameters.settle(for: by, on: frozen)
        let execution = Execution(threads: threads, progress: progress?.show)
        return try running(on: network, advice: advice) { () throws(AlgorithmError) in
          try by.scores(of: frozen, parameters, execution)
        }
      }
      try timings.measure("write") { () throws(CommandFailure) in
        let record = parameters.record(
          of: by, on: frozen, weights: frozen.weightRole == nil ? .none : choice.meaning,
          in: network)
        switch scores {
        case .nodes(let columns):
          if by == .eigenvector, columns.allSatisfy({ $0.scores.allSatisfy { $0.value == 0 } }) {
            console.tell(
              "No walk comes back to where it was, so that eigenvectors say nothing; --by katz and "
                + "--by pagerank do.")
          }
          let ranking = NodeRanking(
            columns, in: network, top: top, leastFirst: by.isBestWhenLeast)
          try write(ranking.rows, record, ranking.table(as: options.format), network, console)
        case .edges(let scores):
          let ranking = EdgeRanking(scores, named: by.rawValue, in: network, top: top)
          try write(ranking.rows, record, ranking.table(as: options.format), network, console)
        }
      }
    }
  }

  /// The graph that the measure runs on.
  private func frozen(_ network: any Network, _ use: WeightUse) throws(CommandFailure)
    -> FrozenGraph
  {
    let mode = measureOptions.mode ?? .all
    let orientation: FrozenGraph.Orientation =
      (by.followsArrows || mode != .all) && viewOptions.direction == nil
      ? .declared : viewOptions.orientation(of: network)
    let frozen: FrozenGraph
    do throws(CommandFailure) {
      frozen = try network.frozen(as: orientation, use)
    } catch {
      throw CommandFailure(error.status, "\(error.message); --weights none passes them over")
    }
    guard mode == .all || frozen.isDirected || frozen.edgeCount == 0 else {
      throw CommandFailure(
        .usage,
        "--mode \(mode.rawValue) goes with directed edges only, and there is none "
          + "\(network.place); --directed has plain edges point from the first node to the second")
    }
    return frozen
  }

  /// What helps when the measure does not settle.
  private var advice: String {
    let steps = "a greater --tolerance or --max-iterations"
    return by == .katz
      ? "--alpha has to be below 1 / the greatest eigenvalue; a smaller one, or \(steps), may help"
      : "\(steps) may help"
  }

  /// The ranking in JSON, with what it was found by.
  private struct Answer<Row: Encodable>: Encodable {
    var measure: String
    var parameters: MeasureParameters.Record
    var ranking: [Row]
  }

  private func write(
    _ rows: [some Encodable], _ parameters: MeasureParameters.Record, _ table: Table,
    _ network: any Network, _ console: Console
  ) throws(CommandFailure) {
    guard !rows.isEmpty else {
      throw CommandFailure(.negative, "there is no edge \(network.place)")
    }
    try Report(table: table).write(
      json: Answer(measure: by.rawValue, parameters: parameters, ranking: rows),
      as: options.format, to: console)
  }
}
