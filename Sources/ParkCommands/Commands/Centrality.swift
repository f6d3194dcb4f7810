import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Ranks entities.
struct Centrality: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank entities by how central they are.",
    discussion: """
      The default view is partnership: parties tied by the agreements between them, whichever way \
      relations point. degree counts ties and strength adds their weights; betweenness counts \
      unordered pairs without the ends; closeness is Wasserman and Faust's; harmonic is divided by \
      n − 1; pagerank has a damping of 0.85; eigenvector, katz (attenuated by 0.85 over the \
      greatest strength), hubs and authorities are scaled to 1 at most. Closeness, harmonic and betweenness count every tie \
      as one step; hubs and authorities follow relations as they point, in the full view.
      """)

  /// The measures.
  enum Measure: String, ExpressibleByArgument, CaseIterable {
    case degree
    case strength
    case betweenness
    case closeness
    case harmonic
    case pagerank
    case eigenvector
    case katz
    case hubs
    case authorities
    case core
  }

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  @Option(help: "The measure.")
  var by: Measure = .degree

  @Option(help: ArgumentHelp("Show only the first so many.", valueName: "count"))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      "How many threads betweenness, closeness and harmonic may use, 1 … 256.", valueName: "count"))
  var threads = 1

  @Flag(help: "Divide degree and betweenness by the greatest value possible.")
  var normalized = false

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top is \(top); give a number from 1 up") }
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads is \(threads); give a number from 1 to 256")
    }
    if normalized, by != .degree, by != .betweenness {
      throw ValidationError("--normalized goes with --by degree and --by betweenness only")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    try options.withGraph(console) { graph, timings throws(CommandFailure) in
      let view = timings.measure("view") { viewOptions.view(of: graph, default: .partnership) }
      // Paths pass strengths over and count every tie as one step.
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        do throws(InvalidWeight) {
          let orientation: FrozenGraph.Orientation =
            by == .hubs || by == .authorities ? .declared : .undirected
          return try view.graph.frozen(as: orientation, strength: { _, tie in tie.weight })
        } catch {
          throw CommandFailure(.dataError, "\(error)")
        }
      }
      let scores = try timings.measure("algorithm") { () throws(CommandFailure) in
        try running { () throws(AlgorithmError) in try self.scores(frozen) }
      }
      let rows = rows(scores, view, graph)
      guard !rows.isEmpty else {
        throw CommandFailure(.negative, "there is no tie in the \(view.kind.rawValue) view")
      }
      var table = Table(
        columns: [
          .init("rank", isNumeric: true), .init("name"), .init("id"), .init("sort"),
          .init(by.rawValue, key: "score", isNumeric: true),
        ])
      table.rows = rows.map { row in
        let score = options.format == .csv ? "\(row.score)" : Self.short(row.score)
        return [String(row.rank), row.entity.label, row.entity.id, row.sort, score]
      }
      try timings.measure("write") { () throws(CommandFailure) in
        try Report(table: table).write(json: rows, as: options.format, to: console)
      }
    }
  }

  private func scores(_ frozen: FrozenGraph) throws(AlgorithmError) -> NodeScores {
    let execution = Execution(threads: threads)
    return switch by {
    case .degree: frozen.degrees(.either, normalized: normalized)
    case .strength: frozen.strengths()
    case .betweenness: try frozen.betweenness(normalized: normalized, execution: execution)
    case .closeness: try frozen.closeness(execution: execution)
    case .harmonic: try frozen.harmonicCentrality(execution: execution)
    case .pagerank: try frozen.pageRank()
    case .eigenvector: try frozen.eigenvectorCentrality()
    case .katz:
      // The greatest strength bounds the greatest eigenvalue, so that the sum always converges.
      try frozen.katzCentrality(
        alpha: 0.85 / max(1, frozen.strengths().values.max() ?? 1), scale: .maximum)
    case .hubs: try frozen.hubsAndAuthorities().hubs
    case .authorities: try frozen.hubsAndAuthorities().authorities
    case .core: frozen.coreNumbers()
    }
  }

  private struct Row: Encodable {
    var rank: Int
    var entity: ReferenceRecord
    var sort: String
    var score: Double
  }

  /// The ranking; equals share a rank and are in the order of their identifiers.
  private func rows(_ scores: NodeScores, _ view: ParkView, _ graph: ParkGraph) -> [Row] {
    let ranked = scores.map { (id: view.graph[$0.node], value: $0.value) }
      .sorted { ($1.value, $0.id) < ($0.value, $1.id) }
    var rows: [Row] = []
    for (place, item) in ranked.enumerated() {
      let isTied = rows.last.map { $0.score == item.value } ?? false
      rows.append(
        Row(
          rank: isTied ? rows[place - 1].rank : place + 1,
          entity: ReferenceRecord(item.id, in: graph, language: options.lang),
          sort: graph[item.id].map(graph.sort(of:)) ?? "", score: item.value))
    }
    return Array(rows.prefix(top ?? rows.count))
  }

  /// A number to six significant digits.
  private static func short(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
    var scale = 1.0
    while value.magnitude * scale < 1e5, scale < 1e12 { scale *= 10 }
    return String((value * scale).rounded() / scale)
  }
}
