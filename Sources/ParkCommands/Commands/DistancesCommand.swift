import ArgumentParser
import GraphAlgorithms
import GraphCore
import ParkGraph

/// Measures how far nodes are apart.
struct DistancesCommand: GraphCommand {
  static let configuration = CommandConfiguration(
    commandName: "distances",
    abstract:
      "Measure how far nodes are apart: diameter, radius, and how many pairs at each distance.",
    discussion: """
      The default view is partnership, whichever way relations point; a graph file is taken as it \
      is. Distances are numbers of hops. Pairs are unordered, but ordered along directed edges. The \
      diameter is the greatest distance of two nodes with a path between them; the radius is that \
      of the node from which the farthest that it reaches is nearest, and 0 where a node reaches no \
      other.

      --source shows the distances from a node to each that it reaches. --weighted adds lengths up, \
      the weights of a graph file, and 1 / weight in park data; it gives no numbers of pairs.
      """)

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "Show the distances from this node to the others. May be given several times.",
      valueName: "name"))
  var sources: [String] = []

  @Flag(help: "Add lengths up, in place of counting hops.")
  var weighted = false

  @Option(help: ArgumentHelp("How many threads may be used, 1 … 256.", valueName: "count"))
  var threads = 1

  func validate() throws {
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads is \(threads); give a number from 1 to 256")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    try options.withNetwork(
      console, viewOptions, default: .partnership, weights: weighted ? .strength : nil
    ) { network, timings throws(CommandFailure) in
      var starts: [NodeID] = []
      for name in sources { starts.append(try network.node(named: name)) }
      let frozen = try timings.measure("freeze") { () throws(CommandFailure) in
        try network.frozen(
          as: viewOptions.orientation(of: network), weighted ? .distance : .none)
      }
      guard frozen.nodeCount > 0 else {
        throw CommandFailure(.negative, "there is no tie \(network.place)")
      }
      let progress = console.progress("distances")
      let execution = Execution(threads: threads, progress: progress?.show)
      if starts.isEmpty {
        let summary = try timings.measure("algorithm") { () throws(CommandFailure) in
          defer { progress?.finish() }
          return try running { () throws(AlgorithmError) in try Summary(frozen, execution) }
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

  /// The distances of all pairs in a few numbers.
  private struct Summary: Encodable {
    /// How many pairs of nodes are so far apart.
    struct Class: Encodable {
      var distance: Int
      var pairs: Int
    }

    var directedness: String
    var weights: String
    var nodes: Int
    var diameter: Double
    var radius: Double
    /// Only where distances are numbers of hops.
    var meanDistance: Double?
    var connectedPairs: Int?
    var pairs: Int
    var histogram: [Class]?

    init(_ graph: FrozenGraph, _ execution: Execution) throws(AlgorithmError) {
      directedness = graph.directedness.word
      nodes = graph.nodeCount
      let ordered = nodes * (nodes - 1)
      pairs = graph.isDirected ? ordered : ordered / 2
      let isWeighted = graph.weightRole == .distance
      weights = isWeighted ? "distance" : "none"
      let farthest = try graph.eccentricities(execution: execution).values
      diameter = farthest.max() ?? 0
      radius = farthest.min() ?? 0
      guard !isWeighted else { return }
      let counts = try graph.distanceHistogram(execution: execution)
      let sum = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
      let connected = counts.reduce(0, +)
      connectedPairs = connected
      meanDistance = connected > 0 ? Double(sum) / Double(connected) : nil
      histogram = counts.enumerated().dropFirst().map { Class(distance: $0, pairs: $1) }
    }

    var prose: String {
      var lines = [
        "diameter       \(Number.short(diameter))", "radius         \(Number.short(radius))",
      ]
      if let meanDistance { lines.append("mean distance  \(Number.short(meanDistance))") }
      if let connectedPairs {
        lines.append("connected      \(connectedPairs) of \(counted(pairs, "pair"))")
      }
      let text = lines.joined(separator: "\n") + "\n"
      return histogram?.isEmpty == false ? text + "\n" + table.text() : text
    }

    var table: Table {
      guard let histogram else {
        var table = Table(
          columns: [.init("diameter", isNumeric: true), .init("radius", isNumeric: true)])
        table.rows = [["\(diameter)", "\(radius)"]]
        return table
      }
      var table = Table(
        columns: [.init("distance", isNumeric: true), .init("pairs", isNumeric: true)])
      table.rows = histogram.map { [String($0.distance), String($0.pairs)] }
      return table
    }
  }
}
