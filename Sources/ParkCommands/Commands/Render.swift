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
    discussion: """
      The default view is partnership: parties tied by the agreements between them. Without -o the \
      map goes to parkgraph.svg.
      """)

  /// The formats.
  enum FileFormat: String, ExpressibleByArgument, CaseIterable {
    case svg
    case png
    case pdf
    case dot

    var graphviz: Format {
      switch self {
      case .svg: .svg
      case .png: .png
      case .pdf: .pdf
      case .dot: .dot
      }
    }
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

  @Option(
    help: ArgumentHelp(
      "The Graphviz engine; default: the one that suits the graph.", valueName: "engine"))
  var layout: Engine?

  @Option(help: ArgumentHelp("The title; default: the data set's.", valueName: "text"))
  var title: String?

  @Flag(inversion: .prefixedNo, help: "Names in two languages.")
  var bilingual = true

  func run(_ console: Console) throws(CommandFailure) {
    let targets = try targets()
    try options.withParks(console) { graph, timings throws(CommandFailure) in
      let view = try viewOptions.view(of: graph, default: .partnership, options)
      guard view.graph.nodeCount > 0 else {
        throw CommandFailure(
          .negative, "there is nothing to draw in the \(view.kind.rawValue) view; try --view full")
      }
      var parkOptions = MapGraph.ParkOptions()
      parkOptions.language = options.lang
      parkOptions.isBilingual = bilingual
      parkOptions.title = title
      var mapOptions = NetworkMap.Options()
      mapOptions.engine = layout
      let formats = targets.map(\.format.graphviz)
      let map = NetworkMap(
        MapGraph(graph, view: view, options: parkOptions), options: mapOptions)
      warnOfMissingFont(formats, console)
      let drawing = try timings.measure("draw") { () throws(CommandFailure) in
        do throws(GraphvizError) {
          let isForeign = options.path(console) != nil && console.isolatesForeignGraphs
          return try map.draw(as: formats, isolation: isForeign ? .helper() : .inProcess)
        } catch {
          throw CommandFailure(
            Self.status(of: error),
            "Graphviz can't draw the map: \(error.message)")
        }
      }
      try timings.measure("write") { () throws(CommandFailure) in
        for target in targets {
          guard let bytes = drawing[target.format.graphviz] else { continue }
          if target.path == "-" {
            try console.write(bytes: bytes)
          } else {
            try OutputFile.write(bytes, to: target.path)
            console.tell(
              "Wrote \(target.path): \(counted(view.graph.nodeCount, "node")), "
                + "\(counted(view.graph.edgeCount, "edge"))")
          }
        }
      }
    }
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
