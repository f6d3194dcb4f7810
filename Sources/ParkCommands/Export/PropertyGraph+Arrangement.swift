import GraphCore
import GraphFormats
import Graphviz
import ParkMaps

extension PropertyGraph {
  /// The graph with the places, sizes and colours of a drawing; what has a look of its own keeps it.
  ///
  /// - Parameters:
  ///   - drawing: The map.
  ///   - isBold: Whether nodes have the strong colours of outlines, for circles without words, in
  ///     place of the light ones that words stand on.
  /// - Returns: The graph with its looks.
  func arranged(as drawing: NetworkDrawing, isBold: Bool) -> PropertyGraph {
    var graph = self
    for part in drawing.parts where part.role == .node {
      guard let node = node(withID: part.id) else { continue }
      var look = appearance(of: node) ?? Appearance()
      guard look.position == nil else { continue }
      look.position = Appearance.Position(x: part.box.center.x, y: part.box.center.y)
      look.width = look.width ?? part.box.width
      look.height = look.height ?? part.box.height
      look.color =
        look.color
        ?? (isBold ? part.stroke : part.fill).map {
          Appearance.Color(
            red: $0.red, green: $0.green, blue: $0.blue, alpha: Double($0.alpha) / 255)
        }
      // A look without a shape has no text that could be refused.
      try? graph.setAppearance(look, of: node)
    }
    return graph
  }
}
