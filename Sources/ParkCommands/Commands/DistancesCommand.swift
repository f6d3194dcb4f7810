import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Measures how far nodes are apart.
struct DistancesCommand: GraphCommand {
  static let configuration = CommandConfiguration(
    commandName: "distances",
    abstract:
      "Measure how far nodes are apart: diameter, radius, mean, and how many pairs are how far.",
    usage: "parkgraph distances [<options>]",
    discussion: """
      The default view is partnership, whichever way relations point; a graph file is taken as it \
      is. Distances are numbers of hops. Pairs are unordered, but ordered along directed edges. The \
      diameter is the greatest distance of two nodes with a path between them; the radius is that \
      of the node from which the farthest that it reaches is nearest, and 0 where a node reaches no \
      other. The periphery are the nodes that are the diameter away from some other, the center \
      those from which none is farther than the radius. Mean, median and the distance within which \
      90 % are, are those of the connected pairs. The efficiency is the mean of 1 / distance over \
      all pairs, 0 for those without a path (Latora and Marchiori 2001), and none where nodes are at \
      the distance 0.

      --weighted adds lengths up: in park data 1 / weight, and in a graph file the attribute that \
      --weight names, or weight, value or strength. Pairs are then counted in bins of equal width, \
      a power of two (… 0.25, 0.5, 1, 2 …), the lower bound in and the upper one out. Median and 90 \
      % are exact for whole numbers up to 2048, and else too great by 1 in 1024 at most.

      --source shows the distances from a node to each that it reaches, in place of all this. CSV \
      has the numbers of pairs only, JSON has everything.

      Examples:
        parkgraph distances --view full
        parkgraph distances --view full --source UNSW
        parkgraph distances --graph roads.edges --weighted --bins 20
      """)

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "Show the distances from this node to the others. May be given several times.",
      valueName: "name"))
  var sources: [String] = []

  @Flag(help: "Add lengths up, in place of counting hops.")
  var weighted = false

  @Option(help: WeightChoice.help)
  var weight: String?

  @Option(
    help: ArgumentHelp(
      "How many bins --weighted may count pairs in, 1 … 1024. Default: 16.", valueName: "count"))
  var bins: Int?

  @Option(help: ArgumentHelp("How many threads may be used, 1 … 256.", valueName: "count"))
  var threads = 1

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  func validate() throws {
    if let bins {
      guard weighted, sources.isEmpty else {
        throw ValidationError("--bins goes with --weighted, and not with --source")
      }
      guard (1...1024).contains(bins) else {
        throw ValidationError("--bins is \(bins); give a number from 1 to 1024")
      }
    }
    if weight != nil, !weighted { throw ValidationError("--weight goes with --weighted") }
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads is \(threads); give a number from 1 to 256")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    try options.withNetwork(
      console, viewOptions, default: .partnership, weights: weighted ? .weighted(weight) : nil
    ) { network, timings throws(CommandFailure) in
      var starts: [NodeID] = []
      for name in sources { starts.append(try network.node(named: name)) }
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        try network.frozen(
          as: viewOptions.orientation(of: network), weighted ? .distance : .none)
      }
      guard frozen.nodeCount > 0 else {
        throw network.emptiness
      }
      let progress = console.progress("distances")
      let execution = Execution(threads: threads, progress: progress?.show)
      if starts.isEmpty {
        let summary = try timings.measure("algorithm") { () throws(CommandFailure) in
          defer { progress?.finish() }
          return try running { () throws(AlgorithmError) in
            DistanceReport(
              of: frozen, try frozen.distanceSummary(execution: execution), in: network,
              bins: bins ?? 16)
          }
        }
        try timings.measure("write") { () throws(CommandFailure) in
          try Report(table: summary.table, prose: summary.prose).write(
            json: summary, as: options.format, to: console)
        }
      } else {
        let lists = try timings.measure("algorithm") { () throws(CommandFailure) in
          defer { progress?.finish() }
          return try running { () throws(AlgorithmError) in
            try frozen.distances(fromEach: starts, execution: execution)
          }
        }
        try timings.measure("write") { () throws(CommandFailure) in
          try write(zip(starts, lists).map { ($0, $1) }, network, console)
        }
      }
    }
  }

  /// How far one node is from another, in JSON.
  private struct Row: Encodable {
    var from: ReferenceRecord
    var to: ReferenceRecord
    var distance: Double
  }

  /// Writes the nodes that each start reaches, the nearest first.
  private func write(
    _ lists: [(start: NodeID, distances: NodeScores)], _ network: any Network, _ console: Console
  ) throws(CommandFailure) {
    let rows = lists.flatMap { start, distances in
      distances.filter { $0.value.isFinite }.sorted {
        $0.value == $1.value ? network.precedes($0.node, $1.node) : $0.value < $1.value
      }.map { item in
        Row(
          from: network.reference(to: start), to: network.reference(to: item.node),
          distance: item.value)
      }
    }
    var table = Table(columns: [.init("from"), .init("to"), .init("distance", isNumeric: true)])
    table.rows = rows.map { row in
      options.format == .csv
        ? [row.from.id, row.to.id, "\(row.distance)"]
        : [row.from.label, row.to.label, Number.short(row.distance)]
    }
    try Report(table: table).write(json: rows, as: options.format, to: console)
  }
}
