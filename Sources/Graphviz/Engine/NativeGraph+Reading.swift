internal import CGraphvizShims

extension NativeGraph {
  /// Whether every outline consists of numbers.
  var hasFiniteOutlines: Bool {
    nodes.allSatisfy { shim_node_outline_is_finite($0) }
  }

  /// Where dot put a node before it gave coordinates.
  func place(ofNode node: Int) -> (rank: Int, order: Int) {
    (Int(shim_node_rank(nodes[node])), Int(shim_node_order(nodes[node])))
  }

  /// The larger of a node's width and height, in points.
  func extent(ofNode node: Int) -> Double {
    max(shim_node_width(nodes[node]), shim_node_height(nodes[node])) * 72
  }

  /// The larger of the width and height of an edge's label, in points; 0 without one.
  func labelExtent(ofEdge edge: Int) -> Double {
    Self.extent(shim_edge_label(edges[edge]))
  }

  /// The larger of the width and height of a cluster's label, in points; 0 without one.
  func labelExtent(ofSubgraph place: Int) -> Double {
    guard shim_has_layout(subgraphs[place]) else { return 0 }
    return Self.extent(shim_graph_label(subgraphs[place]))
  }

  private static func extent(_ label: UnsafeMutablePointer<textlabel_t>?) -> Double {
    label.map { max($0.pointee.dimen.x, $0.pointee.dimen.y) } ?? 0
  }

  /// A remark for each edge that was to be drawn and is not.
  func missingEdges(_ prepared: PreparedGraph, _ layout: Layout) -> [String] {
    guard prepared.attributes.value("splines") != Splines.none.rawValue else { return [] }
    return layout.edges.filter(\.curves.isEmpty).map {
      "the edge from \"\($0.tail)\" to \"\($0.head)\" found no way"
    }
  }

  /// Copies what the engine found.
  func layout(of prepared: PreparedGraph, by engine: Engine) -> Layout {
    var clusters: [ClusterLayout] = []
    for (subgraph, pointer) in zip(prepared.subgraphs, subgraphs) where subgraph.isCluster {
      guard shim_has_layout(pointer) else { continue }
      let box = Box(shim_graph_box(pointer))
      // Engines that ignore clusters leave their boxes empty.
      guard box.width > 0 || box.height > 0 else { continue }
      clusters.append(
        ClusterLayout(id: subgraph.id, box: box, label: LabelLayout(shim_graph_label(pointer))))
    }
    return Layout(
      engine: engine, box: Box(shim_graph_box(graph)),
      label: LabelLayout(shim_graph_label(graph)),
      nodes: zip(prepared.nodes, nodes).map { node, pointer in
        NodeLayout(
          id: node.name, center: Point(shim_node_position(pointer)),
          size: Size(
            width: shim_node_width(pointer) * 72, height: shim_node_height(pointer) * 72),
          xlabel: LabelLayout(shim_node_xlabel(pointer)))
      },
      edges: zip(prepared.edges, edges).map { edge, pointer in
        EdgeLayout(
          tail: prepared.nodes[edge.tail].name, head: prepared.nodes[edge.head].name,
          curves: Self.curves(shim_edge_splines(pointer)),
          label: LabelLayout(shim_edge_label(pointer)),
          xlabel: LabelLayout(shim_edge_xlabel(pointer)),
          tailLabel: LabelLayout(shim_edge_tail_label(pointer)),
          headLabel: LabelLayout(shim_edge_head_label(pointer)))
      },
      clusters: clusters)
  }

  /// What libgvc says is an array, unless its size says otherwise.
  private static func buffer<Element>(
    _ start: UnsafeMutablePointer<Element>?, _ count: Int32
  ) -> UnsafeBufferPointer<Element> {
    guard let start, (0..<1_000_000).contains(count) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: Int(count))
  }

  private static func curves(_ splines: UnsafeMutablePointer<splines>?) -> [BezierCurve] {
    guard let splines else { return [] }
    return buffer(splines.pointee.list, splines.pointee.size).map {
      BezierCurve(
        points: buffer($0.list, $0.size).map(Point.init),
        startTip: $0.sflag != 0 ? Point($0.sp) : nil, endTip: $0.eflag != 0 ? Point($0.ep) : nil)
    }
  }
}

extension Point {
  fileprivate init(_ point: pointf) {
    self.init(x: point.x, y: point.y)
  }
}

extension Box {
  fileprivate init(_ box: boxf) {
    self.init(lowerLeft: Point(box.LL), upperRight: Point(box.UR))
  }
}

extension LabelLayout {
  /// Nil without a label, or if the label found no place.
  fileprivate init?(_ label: UnsafeMutablePointer<textlabel_t>?) {
    guard let label = label?.pointee, label.set != 0 else { return nil }
    self.init(
      center: Point(label.pos), size: Size(width: label.dimen.x, height: label.dimen.y))
  }
}
