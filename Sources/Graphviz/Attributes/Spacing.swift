/// What is done about nodes that overlap.
public enum Overlap: Sendable, Hashable {
  /// Nothing.
  case keep
  /// Nodes are moved with a proximity graph, in as many rounds as given or as are needed.
  case prism(rounds: Int? = nil)
  /// The layout is scaled.
  case scale
  /// The layout is scaled in x and in y separately.
  case scaleXY
  /// Nodes are moved as little as possible, by quadratic optimization.
  case vpsc
}

/// The room that is kept around nodes.
public enum Separation: Sendable, Hashable {
  /// So many points on each side.
  case points(Double)
  /// Nodes count as larger by this factor.
  case factor(Double)
}

/// How parts of a drawing are packed.
public enum PackMode: Sendable, Hashable {
  /// Node by node: parts may interlock.
  case node
  /// As `node`, but clusters stay whole.
  case cluster
  /// Each part as a rectangle.
  case graph
  /// In rows and columns.
  case array(Arrangement = Arrangement())

  /// Rows and columns of packed parts.
  public struct Arrangement: Sendable, Hashable {
    /// Whether columns are filled before rows.
    public var isColumnMajor: Bool
    /// How many columns, or rows if columns are filled first; nil for about as many as of the
    /// other.
    public var count: Int?
    /// Whether parts are sorted by ``SubgraphAttributes/sortv`` rather than by size.
    public var usesSortValues: Bool
    /// Whether parts stand at the top of their row.
    public var alignsTop: Bool
    /// Whether parts stand on the left of their column.
    public var alignsLeft: Bool

    /// Rows and columns of packed parts.
    public init(
      isColumnMajor: Bool = false, count: Int? = nil, usesSortValues: Bool = false,
      alignsTop: Bool = false, alignsLeft: Bool = false
    ) {
      self.isColumnMajor = isColumnMajor
      self.count = count
      self.usesSortValues = usesSortValues
      self.alignsTop = alignsTop
      self.alignsLeft = alignsLeft
    }
  }

  var graphvizValue: String {
    switch self {
    case .node: return "node"
    case .cluster: return "clust"
    case .graph: return "graph"
    case .array(let arrangement):
      var flags = ""
      if arrangement.isColumnMajor { flags += "c" }
      if arrangement.usesSortValues { flags += "u" }
      if arrangement.alignsTop { flags += "t" }
      if arrangement.alignsLeft { flags += "l" }
      let count = arrangement.count.map { String(min(max($0, 1), Limits.packCount)) } ?? ""
      return flags.isEmpty && count.isEmpty ? "array" : "array_" + flags + count
    }
  }
}

/// Height divided by width of a drawing.
public enum AspectRatio: Sendable, Hashable {
  /// This ratio; the layout is stretched.
  case value(Double)
  /// The ratio of the attribute `size`.
  case fill
  /// As `fill`, but edges are made shorter rather than the drawing scaled (dot).
  case compress
  /// The layout is enlarged to `size`.
  case expand
  /// Whatever suits pages of `size`.
  case auto
}

/// Where the search of neato and fdp begins.
public enum Start: Sendable, Hashable {
  /// On a circle; fdp, which has no such start, begins as without.
  case regular
  /// At places drawn by lot from this seed.
  case random(seed: Int)
}
