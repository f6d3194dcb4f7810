import Graphviz
import ParkMaps

/// A map in one of the styles.
enum StyledMap {
  case network(NetworkMap)
  case geographic(GeographicMap)

  /// What is written, and what is said of it.
  struct Files {
    var files: [Format: [UInt8]]
    var notes: [String]
    var nodeCount: Int
    var edgeCount: Int
  }

  /// What is drawn, before anything is left out.
  var graph: MapGraph {
    switch self {
    case .network(let map): map.graph
    case .geographic(let map): map.graph
    }
  }

  func draw(
    as formats: [Format], isolation: Isolation, progress: (String) -> Void
  ) throws(GraphvizError) -> Files {
    guard !formats.isEmpty else {
      return Files(
        files: [:], notes: [], nodeCount: graph.nodes.count, edgeCount: graph.edges.count)
    }
    switch self {
    case .network(let map):
      let drawing = try map.draw(as: formats, isolation: isolation, progress: progress)
      return Files(
        files: drawing.files, notes: drawing.notes, nodeCount: drawing.nodeCount,
        edgeCount: drawing.edgeCount)
    case .geographic(let map):
      let drawing = try map.draw(as: formats, isolation: isolation, progress: progress)
      return Files(
        files: drawing.files, notes: drawing.notes, nodeCount: drawing.nodeCount,
        edgeCount: drawing.edgeCount)
    }
  }
}
