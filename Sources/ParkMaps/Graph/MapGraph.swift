public import ParkGraph

/// What a map draws: nodes and ties with everything that the drawing shows of them, wherever they
/// come from.
///
/// A map of park data is made from it, and so is one of any other graph:
///
/// ```swift
/// var graph = MapGraph(title: "Who supplies whom")
/// graph.nodes = [
///   .init(id: "a", name: "Alpha", category: .init("Germany", mark: "DE")),
///   .init(id: "b", name: "Beta"),
/// ]
/// graph.edges = [.init(from: "a", to: "b", kind: "supplies", isDirected: true)]
/// graph.setScores(by: .degree)
/// let svg = try NetworkMap(graph).draw(as: [.svg])[.svg]
/// ```
///
/// Nothing is checked while it is put together. Of two nodes with one identifier the first is drawn,
/// and a tie one of whose ends is no node is left out.
public struct MapGraph: Hashable, Sendable {
  /// The nodes, in the order in which they are laid out.
  public var nodes: [Node]
  /// The ties, several between the same two nodes allowed.
  public var edges: [Edge]
  /// What stands above the drawing; empty for nothing.
  public var title: String
  /// Where the data comes from: a line below the drawing.
  public var source: String?
  /// The date of the data, as it is to be shown.
  public var date: String?
  /// The language of the map's own words, such as those of the legend.
  public var language: LanguageTag
  /// What categories are, for the legend: `country`.
  public var categoryTitle: String?
  /// What scores are, for the legend: `betweenness`.
  public var scoreTitle: String?
  /// What the dashed lines of doubtful ties mean, for the legend.
  public var doubtTitle: String?
  /// What the boxes around groups say, for groups that need more than their name.
  public var groupHeadings: [String: Heading]

  /// Creates a graph; nodes and ties may be added later.
  public init(
    nodes: [Node] = [], edges: [Edge] = [], title: String = "", source: String? = nil,
    date: String? = nil, language: LanguageTag = .english
  ) {
    self.nodes = nodes
    self.edges = edges
    self.title = title
    self.source = source
    self.date = date
    self.language = language
    groupHeadings = [:]
  }
}

extension MapGraph {
  /// What is drawn as a box, an ellipse or another outline with a name in it.
  public struct Node: Hashable, Sendable, Identifiable {
    /// What ties call it; unique in the graph.
    public var id: String
    /// What stands in the outline.
    public var name: String
    /// A second name, smaller, below the first: the one in another language.
    public var secondName: String?
    /// What sort of thing it is; nodes of one kind have one outline.
    public var kind: String?
    /// What it belongs to; nodes of one category have one colour.
    public var category: Category?
    /// The box that it stands in, where the map draws groups.
    public var group: String?
    /// How important it is, from 0 up: the greater, the larger the name.
    public var score: Double?
    /// What a browser shows when the pointer is on the node; lines are separated by newlines.
    public var tooltip: String?
    /// Where a click leads: http or https only, anything else is left out.
    public var link: String?
    /// Where it is, for geographic maps.
    public var coordinates: Coordinates?
    /// The town or other place that it is in; what stands in one spot of a geographic map is called
    /// by it.
    public var town: String?
    /// How many things it stands for: more than one where nodes were drawn together.
    public var count: Int

    /// Creates a node.
    public init(
      id: String, name: String, secondName: String? = nil, kind: String? = nil,
      category: Category? = nil, group: String? = nil, score: Double? = nil,
      tooltip: String? = nil, link: String? = nil, coordinates: Coordinates? = nil,
      town: String? = nil,
      count: Int = 1
    ) {
      self.id = id
      self.name = name
      self.secondName = secondName
      self.kind = kind
      self.category = category
      self.group = group
      self.score = score
      self.tooltip = tooltip
      self.link = link
      self.coordinates = coordinates
      self.town = town
      self.count = count
    }
  }

  /// What gives nodes their colour: a country, or any other attribute's value.
  public struct Category: Hashable, Sendable {
    /// What the legend says.
    public var name: String
    /// Two or three characters that tell it where colours can't: `CN`; `nil` for the first ones of
    /// the name.
    public var mark: String?

    /// Creates a category.
    public init(_ name: String, mark: String? = nil) {
      self.name = name
      self.mark = mark
    }

    /// Creates the category of a country: its name in a language, and its code as the mark.
    public init(_ country: CountryCode, in language: LanguageTag) {
      self.init(CountryNames.name(of: country, in: language), mark: country.rawValue)
    }
  }

  /// What is drawn as a line.
  public struct Edge: Hashable, Sendable {
    /// The identifier of the node that it starts from.
    public var source: String
    /// The identifier of the node that it leads to.
    public var target: String
    /// What sort of tie it is; ties of one kind have one colour.
    public var kind: String?
    /// What stands beside the line where there is room.
    public var label: String?
    /// Whether it has an arrow at its target.
    public var isDirected: Bool
    /// Whether it is implied rather than stated, and dashed.
    public var isDoubtful: Bool
    /// How many ties it stands for; a line of more is wider.
    public var count: Int
    /// How strong it is, for scores that count strength.
    public var weight: Double
    /// What a browser shows when the pointer is on the line; lines are separated by newlines.
    public var tooltip: String?
    /// Where a click leads: http or https only, anything else is left out.
    public var link: String?

    /// Creates a tie.
    public init(
      from source: String, to target: String, kind: String? = nil, label: String? = nil,
      isDirected: Bool = false, isDoubtful: Bool = false, count: Int = 1, weight: Double = 1,
      tooltip: String? = nil, link: String? = nil
    ) {
      self.source = source
      self.target = target
      self.kind = kind
      self.label = label
      self.isDirected = isDirected
      self.isDoubtful = isDoubtful
      self.count = count
      self.weight = weight
      self.tooltip = tooltip
      self.link = link
    }
  }

  /// What stands at the top of a group's box.
  public struct Heading: Hashable, Sendable {
    /// The name.
    public var name: String
    /// A second name beside it.
    public var secondName: String?
    /// A remark behind them, smaller.
    public var note: String?

    /// Creates a heading.
    public init(_ name: String, secondName: String? = nil, note: String? = nil) {
      self.name = name
      self.secondName = secondName
      self.note = note
    }
  }
}
