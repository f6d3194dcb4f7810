/// What Graphviz may do instead of what was asked for.
///
/// libgvc often cannot do what a description says, does something else, and at best remarks on it.
/// For this library that is an error, which names the fallback; a call that allows the fallback
/// gets the drawing, and the remark among its ``Drawing/warnings``:
///
/// ```swift
/// let drawing = try graph.draw(with: .sfdp, as: [.svg], allowing: [.edges, .fonts])
/// ```
///
/// What an engine does not know at all, such as clusters in sfdp or ranks outside of dot, is not a
/// fallback: the documentation of each attribute names its engines.
public struct Fallbacks: OptionSet, Sendable, Hashable {
  /// The members as bits.
  public let rawValue: UInt16

  /// Members from bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Edges that run straight because nodes touch, or that are not drawn.
  public static let edges = Fallbacks(rawValue: 1 << 0)
  /// Labels of edges, or beside nodes, that are left out.
  public static let labels = Fallbacks(rawValue: 1 << 1)
  /// Edges that do not end at the border of their `lhead` or `ltail`.
  public static let borders = Fallbacks(rawValue: 1 << 2)
  /// Overlaps of nodes that stay, or are removed in another way.
  public static let overlaps = Fallbacks(rawValue: 1 << 3)
  /// Styles and gradients that do not apply.
  public static let styles = Fallbacks(rawValue: 1 << 4)
  /// Nodes and cells that are too small for their text.
  public static let sizes = Fallbacks(rawValue: 1 << 5)
  /// Searches that began or ended other than asked for, or with another model.
  public static let search = Fallbacks(rawValue: 1 << 6)
  /// Fonts that are not installed: another one takes their place in PNG and PDF, and its widths
  /// are those of the layout.
  public static let fonts = Fallbacks(rawValue: 1 << 7)
  /// Nodes whose rank or cluster is not the one asked for.
  public static let ranks = Fallbacks(rawValue: 1 << 8)
  /// Anything else that libgvc, Pango or cairo remark on.
  public static let other = Fallbacks(rawValue: 1 << 15)

  /// Whatever Graphviz does.
  public static let all: Fallbacks = [
    .edges, .labels, .borders, .overlaps, .styles, .sizes, .search, .fonts, .ranks, .other,
  ]

  /// Parts of the remarks that tell of each.
  private static let signs: [(fallback: Fallbacks, parts: [String])] = [
    (
      .edges,
      [
        "straight line edges", "using line segments", "control points for multiple spline",
        "reclaim box space", "flat edge between adjacent nodes", "found no way",
        "Orthogonal edges not yet supported", "doesn't have 3n+1 points",
      ]
    ),
    (
      .labels,
      [
        "edge labels with splines=curved", "do not currently handle edge labels",
        "no position for edge", "exterior labels positioned",
      ]
    ),
    (
      .borders,
      [
        "head cluster", "tail cluster", "spline size > 1 not supported", "cluster cycle",
        "cluster named",
      ]
    ),
    (.overlaps, ["adjust option", "verlap value", "is smaller than esep"]),
    (.styles, ["unsupported style", "truncating style", "gradient", "unknown shape"]),
    (.sizes, ["too small"]),
    (
      .search,
      [
        "Max. iterations", "the shortest path model", "the circuit model", "the mds model",
        "start=", "default calculation for root", "attribute macros",
      ]
    ),
    (.fonts, ["is not installed"]),
    (.ranks, ["rankset"]),
  ]

  /// What a remark tells of.
  static func told(by remark: String) -> Fallbacks {
    signs.first { $0.parts.contains { remark.contains($0) } }?.fallback ?? .other
  }
}

extension Fallbacks: CustomStringConvertible {
  /// The names of the members, as they are written in code.
  public var description: String {
    let names: [(Fallbacks, String)] = [
      (.edges, "edges"), (.labels, "labels"), (.borders, "borders"), (.overlaps, "overlaps"),
      (.styles, "styles"), (.sizes, "sizes"), (.search, "search"), (.fonts, "fonts"),
      (.ranks, "ranks"), (.other, "other"),
    ]
    return "[" + names.filter { contains($0.0) }.map { "." + $0.1 }.joined(separator: ", ") + "]"
  }
}

extension Drawing {
  /// The drawing, if Graphviz did nothing but what was asked for or allowed.
  func checked(allowing allowed: Fallbacks) throws(GraphvizError) -> Drawing {
    let refused = warnings.filter { !allowed.contains(Fallbacks.told(by: $0)) }
    guard let first = refused.first else { return self }
    var fallbacks: Fallbacks = []
    for remark in refused { fallbacks.formUnion(Fallbacks.told(by: remark)) }
    var error = GraphvizError(
      .fallback,
      "\(layout.engine.rawValue) drew something else than asked for: \(first)"
        + (refused.count > 1 ? ", and \(refused.count - 1) more" : "")
        + "; change it, or allow \(fallbacks)", messages: warnings)
    error.fallbacks = fallbacks
    throw error
  }
}
