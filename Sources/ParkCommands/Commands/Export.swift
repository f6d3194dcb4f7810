public import ArgumentParser
import GraphCore
public import GraphFormats
import Graphviz
import ParkGraph
import ParkMaps

extension GraphMLWriter.Profile: ExpressibleByArgument {}

/// Writes the graph as a file that other tools open.
struct Export: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph as a file that other tools open.",
    usage: "parkgraph export [<options>] <file>",
    discussion: """
      Of park data the default view is full, with directed edges as relations point. Every node has \
      a label and a kind, every edge a label, a kind and a weight. A graph file is written as it was \
      read, so that this converts one format into another. What a format has no place for is named.

      Examples:
        parkgraph export parks.graphml --profile gephi
        parkgraph export network.gexf --graph network.gml
        parkgraph export tables/ --view affiliation
      """)

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  @Argument(
    help:
      "The file to write; - for standard output. Its ending tells the format; a name that ends in / is a folder with nodes.csv and edges.csv."
  )
  var file: String

  @Option(help: "The format, when the ending doesn't tell.")
  var to: GraphFormat?

  @Option(
    help:
      "For which program it is written: plain for all; yed (GraphML, GML) or gephi (GraphML, GEXF) with labels, colours, sizes and our layout visible on opening."
  )
  var profile: GraphMLWriter.Profile = .plain

  func run(_ console: Console) throws(CommandFailure) {
    if file == "-" { try options.refuseFormat("--to says how the graph is written") }
    try viewOptions.refuseDirection(options, console)
    let format = try format()
    guard format != .csv || file != "-" else {
      throw CommandFailure(
        .usage, "a graph as CSV is two tables, one too many for standard output; name a folder")
    }
    guard profile == .plain || format.profiles.contains(profile) else {
      throw CommandFailure(
        .usage,
        "--profile yed goes with GraphML and GML only, --profile gephi with GraphML and GEXF")
    }
    try options.withGraph(
      console, isDirected: viewOptions.isDirected, weight: EdgeWeights.usualNames[0]
    ) {
      loaded, timings throws(CommandFailure) in
      let graph = try timings.measure("view") { () throws(CommandFailure) in
        try self.graph(loaded)
      }
      let drawn = try timings.measure("layout") { () throws(CommandFailure) in
        profile == .plain ? graph : try arranged(graph, loaded, console)
      }
      let files = try timings.measure("losses") { () throws(CommandFailure) in
        try format.files(of: drawn, profile: profile, console)
      }
      try timings.measure("write") { () throws(CommandFailure) in
        for (name, write) in files {
          if file == "-" {
            var bytes: [UInt8] = []
            try write { (piece) throws(CommandFailure) in bytes += piece }
            try console.write(bytes: bytes)
          } else if let name {
            try OutputFile.createFolder(file)
            try OutputFile.write(to: "\(file)/\(name)", write)
          } else {
            try OutputFile.write(to: file, write)
          }
        }
      }
      if file != "-" {
        console.tell(
          "Wrote \(file): \(counted(graph.graph.nodeCount, "node")), "
            + "\(counted(graph.graph.edgeCount, "edge"))")
      }
    }
  }

  /// What is written: of park data a view, of a graph file all that satisfies the conditions.
  private func graph(_ loaded: LoadedGraph) throws(CommandFailure) -> PropertyGraph {
    if case .parks = loaded {} else { try viewOptions.refuseParkOptions() }
    switch loaded {
    case .parks(let parks):
      let view = try viewOptions.view(of: parks, default: .full, options)
      return try writable { () throws(PropertyGraphError) in
        try PropertyGraph(view, of: parks, language: options.lang)
      }
    case .file(let graph, _, _):
      try options.conditions.check(against: graph.keys)
      return graph.filtered(by: options.conditions)
    case .edges(let list, _, let weight):
      return try writable { () throws(PropertyGraphError) in
        try PropertyGraph(list, weight: weight)
      }
    }
  }

  /// The graph with the colours, sizes and places that a map of it has.
  private func arranged(
    _ graph: PropertyGraph, _ loaded: LoadedGraph, _ console: Console
  ) throws(CommandFailure) -> PropertyGraph {
    var mapOptions = MapGraph.ParkOptions()
    mapOptions.language = options.lang
    mapOptions.isBilingual = false
    var map: MapGraph
    if case .parks(let parks) = loaded {
      let view = try viewOptions.view(of: parks, default: .full, options)
      map = MapGraph(parks, view: view, options: mapOptions)
    } else {
      let network = try viewOptions.network(of: loaded, default: .full, options)
      map = try MapGraph(network, MapAttributes(), title: nil, language: options.lang)
      map.setScores(by: .degree)
    }
    var choices = NetworkMap.Options()
    choices.aggregation = .never
    let isForeign = options.path(console) != nil && console.isolatesForeignGraphs
    // A map takes several drawings.
    let isolation = isForeign ? Isolation.pool(GraphvizHelperPool()) : .inProcess
    let progress = map.nodes.count > 200 ? console.progress("drawing") : nil
    defer { progress?.clear() }
    do throws(GraphvizError) {
      let drawing = try NetworkMap(map, options: choices)
        .draw(as: [], isolation: isolation) { progress?.show(stage: $0) }
      return graph.arranged(as: drawing, isBold: profile == .gephi)
    } catch {
      throw CommandFailure(.dataError, "Graphviz can't lay the graph out: \(error.message)")
    }
  }

  private func writable(
    _ make: () throws(PropertyGraphError) -> PropertyGraph
  ) throws(CommandFailure) -> PropertyGraph {
    do {
      return try make()
    } catch {
      throw CommandFailure(.dataError, "the graph can't be written: \(error)")
    }
  }

  private func format() throws(CommandFailure) -> GraphFormat {
    if let to { return to }
    if file == "-" { return .graphml }
    if file.hasSuffix("/") { return .csv }
    let ending = FileEnding.of(file)
    let format = GraphFormat(ending: ending)
    if let format, format != .csv { return format }
    throw CommandFailure(.usage, mistake(ending, format))
  }

  /// Why the name of the file does not tell the format.
  private func mistake(_ ending: String, _ format: GraphFormat?) -> String {
    if FileKind.of(file) == .folder {
      return "'\(file)' is a folder; \(file)/ writes nodes.csv and edges.csv in it"
    }
    if format == .csv {
      return
        "a graph as CSV is two tables in a folder; name a folder, such as \(file.dropLast(4))/"
    }
    let known = GraphFormat.endings(of: GraphFormat.allCases.filter { $0 != .csv })
    return ending.isEmpty
      ? "'\(file)' has no ending that tells the format; use \(known), or --to"
      : "there is no format for '.\(ending)'; use \(known), or --to"
  }
}
