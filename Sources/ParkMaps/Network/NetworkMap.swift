public import Graphviz

/// A map of who is tied to whom: kinds by shape, categories by colour, importance by size, kinds of
/// tie by the colour and style of their lines and their number by width, groups as boxes.
///
/// ```swift
/// let map = NetworkMap(MapGraph(park))
/// let svg = try map.draw(as: [.svg])[.svg]
/// ```
///
/// Up to 500 nodes stand there with their names, none over another. Of larger graphs the categories
/// are drawn, one node for each, or only the most important nodes keep their names; the drawing and
/// ``NetworkDrawing/notes`` say so.
///
/// The same graph and options give the same bytes, on the same Graphviz and fonts; fdp alone, which
/// is never chosen unless asked for, does not.
public struct NetworkMap: Sendable {
  /// When categories are drawn in place of their nodes.
  public enum Aggregation: String, CaseIterable, Hashable, Sendable {
    /// Where there are more than 500 nodes, most of them in one of several categories.
    case automatic
    /// Whatever the number.
    case always
    /// Never: beyond 500 nodes, only the most important keep their names.
    case never
  }

  /// What can be chosen.
  public struct Options: Hashable, Sendable {
    /// Who decides where things go; `nil` for what suits the graph.
    public var engine: Engine?
    /// The colours and fonts.
    public var theme: Theme = .light
    /// Identifiers of nodes that are emphasised, and around which the map is drawn; empty for all.
    public var focus: [String] = []
    /// How many steps from the focus the map reaches.
    public var depth = 1
    /// Identifiers of the nodes of a path that is drawn strong, with everything else faded.
    public var highlightedPath: [String] = []
    /// When categories are drawn in place of their nodes.
    public var aggregation = Aggregation.automatic

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
  /// - Returns: The files, where everything stands, and what was left out.
  /// - Throws: What Graphviz reports, such as a missing part of it.
  /// - Complexity: That of Graphviz, mostly: some tens of milliseconds for a hundred nodes, seconds
  ///   for two thousand.
  public func draw(
    as formats: [Format], isolation: Isolation = .inProcess,
    progress: (String) -> Void = { _ in }
  ) throws(GraphvizError) -> NetworkDrawing {
    let plan = NetworkPlan(self)
    progress("measuring \(plan.graph.nodes.count.formattedForMaps) names")
    let sizes = try NetworkSizes(plan, isolation: isolation)
    progress(
      "laying out \(plan.graph.nodes.count.formattedForMaps) nodes, "
        + "\(plan.graph.edges.count.formattedForMaps) ties")
    let arrangement = try NetworkArrangement(plan, sizes: sizes, isolation: isolation)
    let composition = NetworkComposition(plan, sizes: sizes, arrangement: arrangement)
    let frame = try FrameSizes(
      composition.finalPlan, width: composition.extent.width, isolation: isolation)
    progress("drawing")
    return try composition.draw(frame, as: formats, isolation: isolation)
  }
}

/// A network map as files, and where things stand in it.
public struct NetworkDrawing: Sendable {
  /// A thing that must not stand over another.
  public struct Part: Hashable, Sendable {
    /// What it is.
    public enum Role: Hashable, Sendable {
      /// A node with its name.
      case node
      /// The words beside a tie.
      case tieLabel
      /// The words at the top of a group's box.
      case heading
      /// The title, the legend or the source.
      case frame
    }

    /// What it is.
    public var role: Role
    /// The identifier of the node, or the words.
    public var id: String
    /// Where it stands, in points.
    public var box: Box
    /// What a node is filled with; `nil` for words.
    public var fill: Color?
    /// The colour of a node's outline, which is the stronger one; `nil` for words.
    public var stroke: Color?
  }

  /// The bytes of each format that was asked for.
  public let files: [Format: [UInt8]]
  /// Everything that has a place of its own, measured on the finished layout.
  public let parts: [Part]
  /// The boxes around groups, by the group.
  public let groups: [String: Box]
  /// What was left out or drawn together, for people; also in the drawing.
  public let notes: [String]
  /// How many nodes were drawn.
  public let nodeCount: Int
  /// How many lines were drawn.
  public let edgeCount: Int
  /// What libgvc, Pango and cairo remarked without failing.
  public let warnings: [String]

  /// The bytes of a format; `nil` if it was not asked for.
  public subscript(format: Format) -> [UInt8]? { files[format] }
}
