import ArgumentParser
import GraphCore
import GraphFormats
import ParkGraph

/// Writes the graph as a file that other tools open.
struct Export: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph as a file that other tools open.",
    discussion: """
      The default view is full, with directed edges as relations point. Every node has a label and \
      a kind, every edge a label, a kind and a weight.
      """)

  /// The formats.
  enum FileFormat: String, ExpressibleByArgument, CaseIterable {
    case graphml
  }

  @OptionGroup var options: GraphOptions
  @OptionGroup var viewOptions: ViewOptions

  @Argument(help: "The file to write; - for standard output. Its ending tells the format.")
  var file: String

  @Option(help: "The format, when the ending doesn't tell.")
  var to: FileFormat?

  func run(_ console: Console) throws(CommandFailure) {
    _ = try format()
    try options.withParks(console) { graph, timings throws(CommandFailure) in
      let view = try viewOptions.view(of: graph, default: .full, options)
      let bytes = try timings.measure("write") { () throws(CommandFailure) in
        do throws(PropertyGraphError) {
          return GraphMLWriter().write(
            try PropertyGraph(view, of: graph, language: options.lang))
        } catch {
          throw CommandFailure(.dataError, "the graph can't be written as GraphML: \(error)")
        }
      }
      if file == "-" {
        try console.write(bytes: bytes)
      } else {
        try OutputFile.write(bytes, to: file)
        console.tell(
          "Wrote \(file): \(counted(view.graph.nodeCount, "node")), "
            + "\(counted(view.graph.edgeCount, "edge"))")
      }
    }
  }

  private func format() throws(CommandFailure) -> FileFormat {
    if let to { return to }
    if file == "-" { return .graphml }
    let ending = FileEnding.of(file)
    if let format = FileFormat(rawValue: ending) { return format }
    let known = FileFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
    throw CommandFailure(
      .usage,
      ending.isEmpty
        ? "'\(file)' has no ending that tells the format; use \(known), or --to"
        : "there is no format for '.\(ending)'; use \(known), or --to")
  }
}

/// What stands behind the last dot of a file's name.
enum FileEnding {
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
