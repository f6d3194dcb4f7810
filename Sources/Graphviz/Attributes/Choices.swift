/// Where a text stands from top to bottom.
public enum VerticalPlace: String, Sendable, Hashable, CaseIterable {
  /// At the top.
  case top = "t"
  /// In the middle (nodes only).
  case center = "c"
  /// At the bottom.
  case bottom = "b"
}

/// Where a text stands from left to right.
public enum HorizontalPlace: String, Sendable, Hashable, CaseIterable {
  /// On the left.
  case left = "l"
  /// In the middle.
  case center = "c"
  /// On the right.
  case right = "r"
}

/// The direction in which ranks follow each other.
public enum RankDirection: String, Sendable, Hashable, CaseIterable {
  /// Downwards.
  case topToBottom = "TB"
  /// To the right.
  case leftToRight = "LR"
  /// Upwards.
  case bottomToTop = "BT"
  /// To the left.
  case rightToLeft = "RL"
}

/// Which edges of a node keep the order in which they were added.
public enum EdgeOrdering: String, Sendable, Hashable, CaseIterable {
  /// The outgoing ones.
  case outgoing = "out"
  /// The incoming ones.
  case incoming = "in"
}

/// How edges are drawn.
public enum Splines: String, Sendable, Hashable, CaseIterable {
  /// Not at all.
  case none
  /// As straight lines.
  case line
  /// As bent lines.
  case polyline
  /// As arcs.
  ///
  /// Graphviz walks all paths of the graph for it: refused when these are too many.
  ///
  /// The bends may differ from one drawing of the same graph to the next.
  case curved
  /// As lines along the axes.
  ///
  /// With dot and osage only.
  case ortho
  /// As curves around nodes.
  case spline
  /// As curves around clusters.
  ///
  /// With fdp only.
  case compound
}

/// What is drawn first.
public enum OutputOrder: String, Sendable, Hashable, CaseIterable {
  /// Nodes and edges as they come.
  case breadthFirst = "breadthfirst"
  /// All nodes.
  case nodesFirst = "nodesfirst"
  /// All edges, so that nodes cover them.
  case edgesFirst = "edgesfirst"
}

/// Whether a node's size follows its label.
public enum FixedSize: String, Sendable, Hashable, CaseIterable {
  /// The node is as large as its label needs.
  case label = "false"
  /// The node has exactly the size given.
  case fixed = "true"
  /// The outline has the size given; the label may be larger and keeps others away.
  case shape
}

/// How neato fits edge lengths.
public enum NeatoMode: String, Sendable, Hashable, CaseIterable {
  /// By stress majorization.
  case major
  /// By gradient descent, after Kamada and Kawai.
  case kk = "KK"
  /// By stochastic gradient descent.
  case sgd
}

/// How neato finds the wished distance of two nodes.
public enum NeatoModel: String, Sendable, Hashable, CaseIterable {
  /// By the length of the shortest path.
  case shortPath = "shortpath"
  /// By shortest paths that take common neighbours into account.
  case subset
  /// By the edges' own lengths.
  case mds
}
