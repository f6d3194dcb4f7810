public import Graphviz

/// A map of who is tied to whom: kinds by shape, categories by colour, kinds of tie by colour and
/// style of their lines, groups as boxes.
///
/// ```swift
/// let map = NetworkMap(MapGraph(park))
/// let svg = try map.draw(as: [.svg])[.svg]
/// ```
///
/// The same graph and options give the same bytes, on the same Graphviz and fonts; fdp alone, which
/// is never chosen unless asked for, does not.
public struct NetworkMap: Sendable {
  /// What can be chosen.
  public struct Options: Sendable {
    /// Who decides where things go; `nil` for the one that suits the graph.
    public var engine: Engine?
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
  /// - Returns: The layout and the files.
  /// - Throws: What Graphviz reports, such as a missing part of it.
  public func draw(
    as formats: [Format], isolation: Isolation = .inProcess
  ) throws(GraphvizError) -> Drawing {
    let plan = MapPlan(self)
    return try plan.description.draw(with: plan.engine, as: formats, isolation: isolation)
  }

  /// The description that Graphviz draws.
  public var description: GraphDescription { MapPlan(self).description }
}
