import ArgumentParser
import GraphCore
import GraphDOT
import GraphFormats

/// The formats that graphs are written in.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case graphml
  case gml
  case dot
  case json
  case csv
  case edges

  /// The endings that tell the format; a CSV graph is a folder.
  var endings: [String] {
    switch self {
    case .graphml, .gml, .json, .edges: [rawValue]
    case .dot: ["dot", "gv"]
    case .csv: []
    }
  }

  /// The bytes of the file, or of each file of a folder with its name.
  ///
  /// - Throws: ``CommandFailure`` when the format can't hold the graph.
  func files(
    of graph: PropertyGraph, _ console: Console
  ) throws(CommandFailure) -> [(name: String?, bytes: [UInt8])] {
    switch self {
    case .graphml: return [(nil, GraphMLWriter().write(graph))]
    case .gml: return [(nil, GMLWriter().write(graph))]
    case .dot: return [(nil, DOTWriter().write(graph))]
    case .json: return [(nil, JSONWriter().write(graph))]
    case .csv:
      let writer = CSVWriter()
      return [
        (CSVWriter.nodesFile, writer.nodes(of: graph)),
        (CSVWriter.edgesFile, writer.edges(of: graph)),
      ]
    case .edges: return [(nil, try edgeList(graph))]
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
