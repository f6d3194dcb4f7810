public import Graphviz

/// A map of where things are: land in an equal-area projection, ties as great circles, insets where it
/// is dense.
///
/// ```swift
/// let map = GeographicMap(MapGraph(park))
/// let svg = try map.draw(as: [.svg])[.svg]
/// ```
///
/// The map zooms to what there is. Ties take the short way round the Earth, and those that pass the
/// map's edge go on at the other one; several of a kind between the same two places are one wider
/// line, and those of other kinds run beside it. What has no coordinates is listed below the map, as
/// are names that find no place on it. Of more than 500 nodes, those near each other are drawn as one,
/// and not all have their names.
///
/// The same graph and options give the same bytes, on the same Graphviz and fonts.
public struct GeographicMap: Sendable {
  /// What can be chosen.
  public struct Options: Hashable, Sendable {
    /// The longitude in the middle of the map, in degrees; `nil` for the one at which the fewest
    /// ties pass the map's edge.
    public var centralMeridian: Double?
    /// Whether dense places are also shown larger.
    public var hasInsets = true
    /// Identifiers of the nodes of a path that is drawn strong, with everything else faded.
    public var highlightedPath: [String] = []
    /// The colours and fonts.
    public var theme: Theme = .light

    /// Creates options, all at their defaults.
    public init() {}
  }

  /// What is drawn.
  public let graph: MapGraph
  /// What was chosen.
  public let options: Options

  /// Creates a map.
  public init(_ graph: MapGraph, options: Options = Options()) {
    self.graph = graph
    self.options = options
  }

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - formats: What to write.
  ///   - isolation: Where Graphviz runs; a process of its own is for data of unknown origin.
  ///   - progress: Called at the beginning of each stage with what is being done.
  /// - Returns: The files, and what of the graph is on the map.
  /// - Throws: What Graphviz reports, such as a missing part of it.
  /// - Complexity: Some tens of milliseconds for a hundred places, a second for a thousand.
  public func draw(
    as formats: [Format], isolation: Isolation = .inProcess,
    progress: (String) -> Void = { _ in }
  ) throws(GraphvizError) -> GeographicDrawing {
    progress("placing \(graph.nodes.count.formattedForMaps) names")
    let page = try page(isolation)
    progress("drawing")
    // A map in another font is better than none.
    let drawing = try page.description.draw(
      with: .nop2, as: formats, allowing: .all, isolation: isolation)
    return GeographicDrawing(drawing, of: page)
  }

  func page(_ isolation: Isolation = .inProcess) throws(GraphvizError) -> GeographicPage {
    try GeographicPage(GeographicPlan(self), isolation: isolation)
  }
}

/// A geographic map as files, and what of the graph is on it.
public struct GeographicDrawing: Sendable {
  /// The bytes of each format that was asked for.
  public let files: [Format: [UInt8]]
  /// What is not where one would look for it, for people.
  public let notes: [String]
  /// How many nodes are on the map, those in insets included.
  public let nodeCount: Int
  /// How many ties are drawn.
  public let edgeCount: Int
  /// What libgvc, Pango and cairo remarked without failing.
  public let warnings: [String]

  init(_ drawing: Drawing, of page: GeographicPage) {
    let plan = page.plan
    nodeCount = plan.located.count
    edgeCount = plan.graph.edges.indices.filter { plan.way(of: $0) != nil }.count
    warnings = drawing.warnings
    let lost = plan.graph.nodes.count - nodeCount
    let numbered = page.panels.reduce(0) { $0 + $1.numbered.count }
    notes = [
      plan.isCrowded ? "nodes near each other are drawn as one, and not all have their names" : nil,
      lost > 0
        ? "\(lost.formattedForMaps) \(lost == 1 ? "node has" : "nodes have") no coordinates, "
          + "and \(lost == 1 ? "is" : "are") listed below the map" : nil,
      numbered > 0
        ? "\(numbered.formattedForMaps) \(numbered == 1 ? "name" : "names") found no place on the map, "
          + "and \(numbered == 1 ? "is" : "are") listed below it" : nil,
    ].compactMap(\.self)
    var files = drawing.files
    if let svg = files[.svg] {
      let words = MapWords(plan.graph.language)
      let summary = words.closed(
        words.sentence(
          "\(nodeCount) places and \(edgeCount) ties on a map of the world",
          "世界地图上的\(nodeCount)处和\(edgeCount)条联系", "世界地圖上的\(nodeCount)處和\(edgeCount)條聯繫"))
      files[.svg] = AccessibleSVG.described(
        svg, title: plan.graph.title.isEmpty ? "Map" : plan.graph.title, summary: summary)
    }
    self.files = files
  }

  /// The bytes of a format; `nil` if it was not asked for.
  public subscript(format: Format) -> [UInt8]? { files[format] }
}
