public import ArgumentParser
import GraphCore
public import Graphviz
import ParkGraph
import ParkMaps

extension Engine: ExpressibleByArgument {}

/// Draws a map.
struct Render: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw a map of the graph.",
    usage: "parkgraph render [<options>]",
    discussion: """
      The default view is partnership: parties tied by the agreements between them. Kinds have \
      shapes, countries colours, kinds of tie coloured lines; names grow with the number of ties. \
      Without -o the map goes to parkgraph.svg. Beyond 500 nodes, one node is drawn for each \
      country, or the most important nodes alone have names; what was left out is said.

      The geographic style draws nodes where they are, and lists those without coordinates. GeoJSON \
      holds the same places and ties for other programs.

      Examples:
        parkgraph render --view full --focus UNSW --depth 2
        parkgraph render --view full --highlight-path UNSW MIIT -o path.png
        parkgraph render --style geographic --theme dark -o map.pdf
        parkgraph render --graph trade.gml --color-by sector --size-by turnover
      """)

  /// The formats.
  enum FileFormat: String, ExpressibleByArgument, CaseIterable {
    case svg
    case png
    case pdf
    case dot
    case geojson

    /// What Graphviz writes; nil for what doesn't need it.
    var graphviz: Format? {
      switch self {
      case .svg: .svg
      case .png: .png
      case .pdf: .pdf
      case .dot: .dot
      case .geojson: nil
      }
    }
  }

  /// What decides where things stand.
  enum Style: String, ExpressibleByArgument, CaseIterable {
    case network
    case geographic
  }

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "A file to write, - for standard output; may be given several times. Its ending tells the format.",
      valueName: "file"))
  var output: [String] = []

  @Option(help: "The format, when the ending doesn't tell.")
  var to: FileFormat?

  @Option(help: "Where things stand: network, by their ties; geographic, on a map of the world.")
  var style: Style = .network

  @Option(
    help: ArgumentHelp(
      "The Graphviz engine; default: the one that suits the graph.", valueName: "engine"))
  var layout: Engine?

  @OptionGroup var mapOptions: MapOptions

  func validate() throws {
    try mapOptions.check()
    guard style == .geographic else { return }
    guard layout == nil else {
      throw ValidationError("--layout is for --style network; geography has no choice of engine")
    }
    guard mapOptions.aggregate == nil, mapOptions.groupBy == nil else {
      throw ValidationError(
        "--\(mapOptions.groupBy == nil ? "aggregate" : "group-by") is for --style network; "
          + "on a map of the world each stands at its place")
    }
  }

  func run(_ console: Console) throws(CommandFailure) {
    try viewOptions.refuseDirection(options, console)
    let targets = try targets()
    if targets.contains(where: { $0.path == "-" }) {
      try options.refuseFormat("--to says how the map is written")
    }
    for (path, format) in targets where path == "-" && console.columns != nil {
      guard format != .png, format != .pdf else {
        throw CommandFailure(
          .usage,
          "a terminal can't show \(format.rawValue); write it to a file: -o map.\(format.rawValue)")
      }
    }
    let formats = targets.compactMap(\.format.graphviz)
    let weight = mapOptions.weight ?? EdgeWeights.usualNames[0]
    try options.withGraph(console, isDirected: viewOptions.isDirected, weight: weight) {
      loaded, timings throws(CommandFailure) in
      let (map, network) = try timings.measure("view") { () throws(CommandFailure) in
        try self.map(of: loaded)
      }
      warnOfMissingFont(formats, console)
      // Smaller maps are drawn before anybody could read it.
      let progress = map.graph.nodes.count > 200 ? console.progress("drawing") : nil
      let drawing = try timings.measure("draw") { () throws(CommandFailure) in
        defer { progress?.clear() }
        do throws(GraphvizError) {
          let isForeign = options.path(console) != nil && console.isolatesForeignGraphs
          // A map takes several drawings.
          let isolation = isForeign ? Isolation.pool(GraphvizHelperPool()) : .inProcess
          return try map.draw(as: formats, isolation: isolation) { progress?.show(stage: $0) }
        } catch {
          throw CommandFailure(
            Self.status(of: error),
            "Graphviz can't draw the map: \(error.message)")
        }
      }
      try timings.measure("write") { () throws(CommandFailure) in
        for target in targets {
          let bytes = target.format.graphviz.map { drawing.files[$0] } ?? geoJSON(map, network)
          guard let bytes else { continue }
          if target.path == "-" {
            try console.write(bytes: bytes)
          } else {
            try OutputFile.write(bytes, to: target.path)
            console.tell(
              "Wrote \(target.path): \(counted(drawing.nodeCount, "node")), "
                + "\(counted(drawing.edgeCount, "edge"))")
          }
        }
      }
      for note in drawing.notes { console.tell("Note: \(note)") }
    }
  }

  /// The places and ties for other programs, park data with their sources.
  private func geoJSON(_ map: StyledMap, _ network: any Network) -> [UInt8] {
    guard let parks = network as? ParkNetwork, mapOptions.focus.isEmpty else {
      return Array(GeoJSONWriter(map.graph).text.utf8)
    }
    return Array(
      GeoJSONWriter(parks.parks, view: parks.view, language: parks.language).text.utf8)
  }

  /// The map that was asked for, and what it is made from.
  private func map(
    of loaded: LoadedGraph
  ) throws(CommandFailure) -> (StyledMap, any Network) {
    let (graph, network) = try mapOptions.graph(of: loaded, viewOptions, options)
    guard !graph.nodes.isEmpty else {
      throw CommandFailure(
        .negative,
        "there is nothing to draw \(network.place)"
          + (network is ParkNetwork ? "; try --view full" : ""))
    }
    let focus = try mapOptions.focused(in: network)
    let path = try mapOptions.path(in: network)
    if style == .geographic {
      var choices = GeographicMap.Options()
      choices.theme = Theme(mapOptions.theme)
      choices.highlightedPath = path
      let part = focus.isEmpty ? graph : graph.neighborhood(of: focus, depth: mapOptions.steps)
      return (.geographic(GeographicMap(part, options: choices)), network)
    }
    var choices = NetworkMap.Options()
    choices.engine = layout
    choices.theme = Theme(mapOptions.theme)
    choices.depth = mapOptions.steps
    choices.focus = focus
    choices.highlightedPath = path
    choices.aggregation =
      switch mapOptions.aggregate {
      case true?: .always
      case false?: .never
      case nil: .automatic
      }
    return (.network(NetworkMap(graph, options: choices)), network)
  }

  /// Graphviz lacks a part, or data of unknown origin was too much for it.
  private static func status(of error: GraphvizError) -> ExitStatus {
    switch error.code {
    case .missingPlugin: .unavailable
    case .helperFailed, .limitExceeded: .dataError
    default: .software
    }
  }

  /// The files and their formats.
  private func targets() throws(CommandFailure) -> [(path: String, format: FileFormat)] {
    let paths = output.isEmpty ? ["parkgraph.\((to ?? .svg).rawValue)"] : output
    var targets: [(path: String, format: FileFormat)] = []
    for path in paths {
      if let to {
        targets.append((path, to))
      } else if path == "-" {
        targets.append((path, .svg))
      } else if let format = FileFormat(rawValue: FileEnding.of(path)) {
        targets.append((path, format))
      } else {
        let known = FileFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
        throw CommandFailure(
          .usage, "the ending of '\(path)' doesn't tell the format; use one of \(known), or --to")
      }
    }
    return targets
  }

  /// SVG leaves drawing the letters to the viewer; PNG and PDF can't.
  private func warnOfMissingFont(_ formats: [Format], _ console: Console) {
    guard formats.contains(.png) || formats.contains(.pdf), !FontSupport.canDrawHan else { return }
    console.tell(
      "Warning: no font here draws Han characters, and the picture will show boxes; "
        + "install one: apt-get install fonts-wqy-microhei")
  }
}
