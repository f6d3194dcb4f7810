public import ArgumentParser
import GraphAlgorithms
import GraphCore
import GraphFormats
import ParkGraph
public import ParkMaps

extension Theme.Name: ExpressibleByArgument {}

/// What a map shows, and how.
struct MapOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The title; default: the data set's.", valueName: "text"))
  var title: String?

  @Flag(inversion: .prefixedNo, help: "Names in two languages.")
  var bilingual = true

  @Option(help: "The colours: light, dark, or print (marks beside colours, for grey copies).")
  var theme: Theme.Name = .light

  @Option(
    help: ArgumentHelp(
      "Draw what is around this node, and bring it out; may be given several times.",
      valueName: "name"))
  var focus: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many steps around --focus, 0 … 100. Default: 1.", valueName: "steps"))
  var depth: Int?

  @Option(
    name: .customLong("highlight-path"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Bring out the shortest path between two nodes, and fade the rest.", valueName: "name"))
  var highlightedPath: [String] = []

  @Option(
    name: .customLong("color-by"),
    help: ArgumentHelp(
      "What gives nodes their colour: country, programme, kind or form in park data, any attribute of a graph file.",
      valueName: "attribute"))
  var colorBy: String?

  @Option(
    name: .customLong("group-by"),
    help: ArgumentHelp(
      "Draw boxes around nodes with the same value: the same attributes, or none.",
      valueName: "attribute"))
  var groupBy: String?

  @Option(
    name: .customLong("size-by"),
    help: ArgumentHelp(
      "What makes names larger: \(Self.measures), a numeric attribute of a graph file, or none. Default: degree.",
      valueName: "measure"))
  var sizeBy: String?

  @Option(help: WeightChoice.help)
  var weight: String?

  @Option(
    name: .customLong("label-by"),
    help: ArgumentHelp(
      "What stands in nodes: name or id, or any attribute of a graph file.",
      valueName: "attribute"))
  var labelBy: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Draw one node for each colour; default: beyond 500 nodes.")
  var aggregate: Bool?

  private static let measures = MapGraph.Measure.allCases.map(\.rawValue).joined(separator: ", ")

  /// How many steps around the nodes in focus are drawn.
  var steps: Int { depth ?? 1 }

  /// Refuses what contradicts itself.
  func check() throws {
    if let depth {
      guard !focus.isEmpty else { throw ValidationError("--depth goes with --focus") }
      guard (0...100).contains(depth) else {
        throw ValidationError("--depth is \(depth); give a number from 0 to 100")
      }
    }
    if weight != nil, sizeBy != MapGraph.Measure.strength.rawValue {
      throw ValidationError("--weight goes with --size-by strength")
    }
    guard highlightedPath.isEmpty || highlightedPath.count == 2 else {
      throw ValidationError(
        "--highlight-path wants two names, and \(highlightedPath.count) are given; "
          + "quote names with spaces")
    }
    if aggregate == true, !focus.isEmpty || !highlightedPath.isEmpty {
      throw ValidationError(
        "--aggregate leaves no single node to \(focus.isEmpty ? "lead a path to" : "focus on")")
    }
  }

  // MARK: The graph

  /// What is drawn, and the nodes and ties that it is made from.
  ///
  /// - Throws: ``CommandFailure`` for an attribute that is not there.
  func graph(
    of loaded: LoadedGraph, _ viewOptions: ViewOptions, _ options: GraphOptions
  ) throws(CommandFailure) -> (MapGraph, any Network) {
    let measure = sizeBy.flatMap { MapGraph.Measure(rawValue: $0) }
    var graph: MapGraph
    var network: any Network
    let weights =
      measure == .strength
      ? WeightChoice(
        attribute: weight, reason: "--size-by strength",
        alternative: "--size-by degree counts edges")
      : nil
    switch loaded {
    case .parks(let parks):
      let view = try viewOptions.view(of: parks, default: .partnership, options)
      network = ParkNetwork(parks: parks, view: view, options)
      try weights?.check(network)
      graph = MapGraph(parks, view: view, options: try parkOptions(options))
    case .file(let file, let name, let format):
      network = try viewOptions.network(of: loaded, default: .full, options, weights: weights)
      if let labelBy, labelBy != "name", labelBy != "id" {
        network = FileNetwork(
          file.filtered(by: options.conditions), name: name + options.narrowing, format: format,
          language: options.lang, weight: weight, label: labelBy)
      }
      // A map doesn't mind weights that make no sense.
      if weights != nil { _ = try network.frozen(as: .declared, .strength) }
      graph = try MapGraph(
        network, attributes(isMeasured: measure != nil), title: title, language: options.lang)
    case .edges:
      network = try viewOptions.network(of: loaded, default: .full, options, weights: weights)
      graph = try MapGraph(
        network, attributes(isMeasured: measure != nil), title: title, language: options.lang)
    }
    if labelBy == "id" {
      for place in graph.nodes.indices {
        graph.nodes[place].name = graph.nodes[place].id
        graph.nodes[place].secondName = nil
      }
    }
    if let measure {
      graph.setScores(by: measure)
    } else if sizeBy == "none" {
      for place in graph.nodes.indices { graph.nodes[place].score = 0 }
    }
    return (graph, network)
  }

  private func parkOptions(_ options: GraphOptions) throws(CommandFailure) -> MapGraph.ParkOptions {
    var result = MapGraph.ParkOptions()
    result.language = options.lang
    result.isBilingual = bilingual
    result.title = title
    if let colorBy { result.colorBy = try attribute(colorBy, "--color-by") }
    if groupBy == "none" {
      result.isGrouped = false
    } else if let groupBy {
      result.groupBy = try attribute(groupBy, "--group-by")
    }
    if let sizeBy, sizeBy != "none", MapGraph.Measure(rawValue: sizeBy) == nil {
      throw CommandFailure(
        .usage, "--size-by is '\(sizeBy)'; in park data it is one of \(Self.measures), none")
    }
    if let labelBy, labelBy != "name", labelBy != "id" {
      throw CommandFailure(.usage, "--label-by is '\(labelBy)'; in park data it is name or id")
    }
    return result
  }

  private func attribute(
    _ name: String, _ option: String
  ) throws(CommandFailure) -> MapGraph.ParkOptions.Attribute {
    guard let attribute = MapGraph.ParkOptions.Attribute(rawValue: name) else {
      let known = MapGraph.ParkOptions.Attribute.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(.usage, "\(option) is '\(name)'; in park data it is one of \(known)")
    }
    return attribute
  }

  private func attributes(isMeasured: Bool) -> MapAttributes {
    MapAttributes(
      color: colorBy, group: groupBy == "none" ? nil : groupBy,
      size: isMeasured || sizeBy == "none" ? nil : sizeBy)
  }

  // MARK: Names

  /// The identifiers of the nodes in focus.
  ///
  /// - Throws: ``CommandFailure`` for a name that no node has, or several.
  func focused(in network: any Network) throws(CommandFailure) -> [String] {
    var ids: [String] = []
    for name in focus { ids.append(network.reference(to: try network.node(named: name)).id) }
    return ids
  }

  /// The identifiers along the path that is brought out; empty for none.
  ///
  /// - Throws: ``CommandFailure`` for names that no node has, or between which no path leads.
  func path(in network: any Network) throws(CommandFailure) -> [String] {
    guard let first = highlightedPath.first, let last = highlightedPath.last else { return [] }
    let start = try network.node(named: first)
    let end = try network.node(named: last)
    let frozen = try network.frozen(as: .undirected, .preference)
    guard let path = frozen.shortestPath(from: start, to: end) else {
      throw CommandFailure(
        .negative,
        "no path from '\(network.reference(to: start).label)' to "
          + "'\(network.reference(to: end).label)' \(network.place)")
    }
    return path.nodes.map { network.reference(to: $0).id }
  }
}
