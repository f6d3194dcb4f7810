/// Where everything is: the result of an engine, as a value.
///
/// All lengths are in points (1/72 inch); x grows to the right and y upwards, and the drawing's
/// box begins at the origin unless coordinates were kept (`noTranslate`).
public struct Layout: Sendable, Hashable {
  /// The engine that made the layout.
  public let engine: Engine
  /// The box around the whole drawing, padding not included.
  public let box: Box
  /// The graph's title, if it has one.
  public let label: LabelLayout?
  /// The nodes, in the order of the description.
  public let nodes: [NodeLayout]
  /// The edges, in the order of the description.
  ///
  /// In a strict graph, edges between the same nodes have the same curves.
  public let edges: [EdgeLayout]
  /// The clusters, outer before inner, in the order of the description.
  ///
  /// Engines that ignore clusters give none.
  public let clusters: [ClusterLayout]

  /// The node of an identifier.
  /// - Complexity: O(number of nodes).
  public func node(_ id: String) -> NodeLayout? { nodes.first { $0.id == id } }

  /// The cluster of an identifier.
  /// - Complexity: O(number of clusters).
  public func cluster(_ id: String) -> ClusterLayout? { clusters.first { $0.id == id } }
}

/// Where a node is.
public struct NodeLayout: Sendable, Hashable, Identifiable {
  /// The node's identifier in the description.
  public let id: String
  /// The node's centre in points.
  public let center: Point
  /// The outline's extent in points.
  public let size: Size
  /// The text beside the node, if there is one and it found a place.
  public let xlabel: LabelLayout?

  /// The box around the outline.
  public var box: Box {
    Box(
      lowerLeft: Point(x: center.x - size.width / 2, y: center.y - size.height / 2),
      upperRight: Point(x: center.x + size.width / 2, y: center.y + size.height / 2))
  }
}

/// How an edge runs.
public struct EdgeLayout: Sendable, Hashable {
  /// The identifier of the node at the tail.
  public let tail: String
  /// The identifier of the node at the head.
  public let head: String
  /// The curves that the edge consists of: mostly one, none if edges are not drawn.
  public let curves: [BezierCurve]
  /// The text in the middle.
  public let label: LabelLayout?
  /// The text near the edge, if it found a place.
  public let xlabel: LabelLayout?
  /// The text at the tail.
  public let tailLabel: LabelLayout?
  /// The text at the head.
  public let headLabel: LabelLayout?
}

/// A chain of cubic Bézier curves.
public struct BezierCurve: Sendable, Hashable {
  /// 3n + 1 points: a start, then two control points and an end for each of n curves.
  public let points: [Point]
  /// The tip of the arrow before the first point, if there is one.
  public let startTip: Point?
  /// The tip of the arrow behind the last point, if there is one.
  public let endTip: Point?

  /// A chain of curves from 3n + 1 points, with arrows where there are tips.
  public init(points: [Point], startTip: Point? = nil, endTip: Point? = nil) {
    self.points = points
    self.startTip = startTip
    self.endTip = endTip
  }
}

/// Where a cluster is.
public struct ClusterLayout: Sendable, Hashable, Identifiable {
  /// The cluster's identifier in the description.
  public let id: String
  /// The cluster's border.
  public let box: Box
  /// The cluster's title, if it has one.
  public let label: LabelLayout?
}

/// Where a text is.
public struct LabelLayout: Sendable, Hashable {
  /// The text's centre in points.
  public let center: Point
  /// The text's extent in points, as estimated for the layout.
  public let size: Size
}

extension EdgeLayout {
  /// Whether every curve has the points that a chain of cubic ones has.
  var hasWholeCurves: Bool {
    curves.allSatisfy { $0.points.count >= 4 && $0.points.count % 3 == 1 }
  }
}

extension Layout {
  /// Whether every coordinate is a number.
  var isFinite: Bool {
    func isFinite(_ point: Point) -> Bool { point.x.isFinite && point.y.isFinite }
    func isFinite(_ box: Box) -> Bool { isFinite(box.lowerLeft) && isFinite(box.upperRight) }
    return isFinite(box) && nodes.allSatisfy { isFinite($0.box) }
      && clusters.allSatisfy { isFinite($0.box) }
      && edges.allSatisfy { $0.curves.allSatisfy { $0.points.allSatisfy(isFinite) } }
  }
}
