import GraphCore
import GraphDOT
import GraphFormats

extension GraphFormat {
  /// The programs for which the format can say how a graph is drawn.
  var profiles: [GraphMLWriter.Profile] {
    switch self {
    case .graphml: [.yed, .gephi]
    case .gexf: [.gephi]
    case .gml: [.yed]
    case .dot, .json, .csv, .edges: []
    }
  }

  /// What writes a file piece by piece.
  typealias Writing = (OutputFile.Sink) throws(CommandFailure) -> Void

  /// What writes the file, or each file of a folder with its name; says what is lost.
  ///
  /// - Throws: ``CommandFailure`` when the format can't hold the graph.
  func files(
    of graph: PropertyGraph, profile: GraphMLWriter.Profile, _ console: Console
  ) throws(CommandFailure) -> [(name: String?, write: Writing)] {
    switch self {
    case .graphml: return [(nil, writing(graph, with: GraphMLWriter(profile: profile), console))]
    case .gexf:
      let version: GEXFWriter.Version = profile == .gephi ? .v13 : .v12
      return [(nil, writing(graph, with: GEXFWriter(version: version), console))]
    case .gml: return [(nil, writing(graph, with: GMLWriter(), console))]
    case .dot: return [(nil, writing(graph, with: DOTWriter(), console))]
    case .json: return [(nil, writing(graph, with: JSONWriter(), console))]
    case .csv:
      let writer = CSVWriter()
      tell(writer.losses(of: graph), console)
      return [
        (
          CSVWriter.nodesFile,
          { (sink) throws(CommandFailure) in try writer.writeNodes(of: graph, to: sink) }
        ),
        (
          CSVWriter.edgesFile,
          { (sink) throws(CommandFailure) in try writer.writeEdges(of: graph, to: sink) }
        ),
      ]
    case .edges:
      let isPlain = graph.keys(for: .edge).allSatisfy { $0.name == "weight" }
      tell(
        graph.losses(keeping: isPlain ? [.parallelEdges, .edgeAttributes] : [.parallelEdges]),
        console)
      let bytes = try edgeList(graph)
      return [(nil, { (sink) throws(CommandFailure) in try sink(bytes) })]
    }
  }

  private func writing(
    _ graph: PropertyGraph, with writer: some GraphWriter, _ console: Console
  ) -> Writing {
    tell(writer.losses(of: graph), console)
    return { (sink) throws(CommandFailure) in try writer.write(graph, to: sink) }
  }

  private func tell(_ losses: [GraphFeature], _ console: Console) {
    guard !losses.isEmpty else { return }
    let list = losses.map(\.description).joined(separator: "; ")
    console.tell("Warning: not in the file, because \(title) has no place for them: \(list)")
  }

  /// What people call the format.
  private var title: String {
    switch self {
    case .graphml: "GraphML"
    case .gexf: "GEXF"
    case .gml: "GML"
    case .dot: "DOT"
    case .json: "node-link JSON"
    case .csv: "CSV"
    case .edges: "a list of plain edges"
    }
  }

  private func edgeList(_ graph: PropertyGraph) throws(CommandFailure) -> [UInt8] {
    let weight = graph.keys(for: .edge).first { $0.name == "weight" && $0.type.isNumeric }
    do throws(EdgeListError) {
      return try EdgeListWriter().write(EdgeList(graph, weightedBy: weight?.name))
    } catch {
      throw CommandFailure(.dataError, "the graph can't be written as plain edges: \(error)")
    }
  }
}
