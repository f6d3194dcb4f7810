public import Graphviz
public import ParkGraph

/// A map of who is tied to whom: kinds by shape, countries by colour, agreements by colour and style
/// of their lines, programmes as boxes around the agreements under them.
///
/// ```swift
/// let map = NetworkMap(graph)
/// let svg = try map.draw(as: [.svg])[.svg]
/// ```
///
/// The same graph and options give the same bytes, on the same Graphviz and fonts; fdp alone, which
/// is never chosen unless asked for, does not.
public struct NetworkMap: Sendable {
  /// What can be chosen.
  public struct Options: Sendable {
    /// The language of names; a second one is added below where the entity has it.
    public var language: LanguageTag = .english
    /// The language of the second line; `nil` for English and simplified Chinese to complement each
    /// other.
    public var secondLanguage: LanguageTag?
    /// Whether names stand in two languages.
    public var isBilingual = true
    /// The title; `nil` for the data set's own, empty for none.
    public var title: String?
    /// Who decides where things go; `nil` for the one that suits the graph.
    public var engine: Engine?
    /// The colours and fonts.
    public var theme: Theme = .light

    /// Creates options, all at their defaults.
    public init() {}
  }

  /// Where the names, dates and sources come from.
  public let graph: ParkGraph
  /// What is drawn.
  public let view: ParkView
  /// What was chosen.
  public let options: Options

  /// Creates a map of a view; of the partnerships where none is given.
  public init(_ graph: ParkGraph, view: ParkView? = nil, options: Options = Options()) {
    self.graph = graph
    self.view = view ?? graph.view(.partnership)
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
