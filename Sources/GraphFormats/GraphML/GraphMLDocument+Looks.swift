internal import GraphCore

// MARK: - yEd

extension GraphMLDocument {
  /// Writes how yEd draws a node.
  ///
  /// It has the node's `label`, or else its identifier, on it.
  mutating func draw(_ node: NodeID, isGroup: Bool) {
    let look = graph.appearance(of: node) ?? Appearance()
    let (width, height) = (look.width ?? look.height ?? 30, look.height ?? look.width ?? 30)
    let position = look.position ?? Appearance.Position(x: 0, y: 0)
    output.append("      <data key=\"yn\">")
    output.append(
      isGroup
        ? "<y:ProxyAutoBoundsNode><y:Realizers active=\"0\"><y:GroupNode>" : "<y:ShapeNode>")
    output.append("<y:Geometry")
    output.appendAttribute("height", AttributeValue.double(height).description)
    output.appendAttribute("width", AttributeValue.double(width).description)
    output.appendAttribute("x", AttributeValue.double(position.x - width / 2).description)
    output.appendAttribute("y", AttributeValue.double(-position.y - height / 2).description)
    output.append("/><y:Fill")
    output.appendAttribute("color", look.color.map(YEdDrawing.text) ?? "#FFCC00")
    output.append(" transparent=\"false\"/><y:NodeLabel>")
    output.appendText(label(graph.value(of: "label", at: node)) ?? graph.graph[node].id)
    output.append("</y:NodeLabel><y:Shape")
    output.appendAttribute("type", look.shape.map(ShapeName.yEd) ?? "ellipse")
    output.append(
      isGroup
        ? "/><y:State closed=\"false\"/></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode>"
        : "/></y:ShapeNode>")
    output.append("</data>\n")
  }

  /// Writes how yEd draws an edge, with its `label` on it and an arrow if it leads one way.
  mutating func draw(_ edge: EdgeID) {
    let look = graph.appearance(of: edge) ?? Appearance()
    output.append("      <data key=\"ye\"><y:PolyLineEdge><y:LineStyle")
    output.appendAttribute("color", look.color.map(YEdDrawing.text) ?? "#000000")
    output.appendAttribute("type", look.shape.map(ShapeName.yEd) ?? "line")
    output.appendAttribute("width", AttributeValue.double(look.thickness ?? 1).description)
    output.append("/><y:Arrows source=\"none\" target=\"")
    output.append(graph.graph.isDirected(edge) ? "standard\"/>" : "none\"/>")
    if let label = label(graph.value(of: "label", at: edge)) {
      output.append("<y:EdgeLabel>")
      output.appendText(label)
      output.append("</y:EdgeLabel>")
    }
    output.append("</y:PolyLineEdge></data>\n")
  }

  private func label(_ value: AttributeValue?) -> String? { value.map(\.description) }
}

// MARK: - Gephi

extension PropertyGraph {
  /// The graph with its looks in the attributes in which Gephi looks for them: `x`, `y`, `size`,
  /// `r`, `g`, `b` of nodes, and `r`, `g`, `b` of edges.
  ///
  /// An attribute of such a name that the graph has already is left as it is.
  func withLooksForGephi() -> PropertyGraph {
    var graph = self
    let nodes = details.nodeAppearances.sorted { $0.key < $1.key }
    for (node, look) in nodes {
      let row = Int(node.rawValue)
      if let position = look.position {
        graph.add("x", .node, self, .double(position.x), row)
        graph.add("y", .node, self, .double(position.y), row)
      }
      if let size = look.width ?? look.height { graph.add("size", .node, self, .double(size), row) }
      if let color = look.color { graph.add(color, .node, self, row) }
    }
    let edges = details.edgeAppearances.sorted { $0.key < $1.key }
    for (edge, look) in edges {
      if let color = look.color { graph.add(color, .edge, self, Int(edge.rawValue)) }
    }
    return graph
  }

  private mutating func add(
    _ color: Appearance.Color, _ domain: AttributeKey.Domain, _ original: PropertyGraph, _ row: Int
  ) {
    for (name, part) in [("r", color.red), ("g", color.green), ("b", color.blue)] {
      add(name, domain, original, .int(Int32(part)), row)
    }
  }

  private mutating func add(
    _ name: String, _ domain: AttributeKey.Domain, _ original: PropertyGraph,
    _ value: AttributeValue, _ row: Int
  ) {
    guard original.slot(name, for: domain) == nil else { return }
    // It can't fail: the name is free and can be written.
    if slot(name, for: domain) == nil {
      try? declare(AttributeKey(name, for: domain, value.type))
    }
    if let slot = slot(name, for: domain) { columns[slot].set(value, at: row) }
  }
}
