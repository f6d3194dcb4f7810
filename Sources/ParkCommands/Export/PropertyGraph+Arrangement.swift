import GraphCore
import GraphFormats
import Graphviz
import ParkMaps

extension PropertyGraph {
  /// The graph with the places, sizes and colours of a drawing; what has a look of its own keeps it.
  func arranged(as drawing: NetworkDrawing) -> PropertyGraph {
    var graph = self
    for part in drawing.parts where part.role == .node {
      guard let node = node(withID: part.id) else { continue }
      var look = appearance(of: node) ?? Appearance()
      guard look.position == nil else { continue }
      look.position = Appearance.Position(x: part.box.center.x, y: part.box.center.y)
      look.width = look.width ?? part.box.width
      look.height = look.height ?? part.box.height
      // A look without a shape has no text that could be refused.
      try? graph.setAppearance(look, of: node)
    }
    return graph
  }
}
