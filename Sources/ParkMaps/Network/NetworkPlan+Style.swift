import Graphviz

/// How a node looks.
struct NodeLook: Hashable {
  var shape: NodeShape
  var isRounded: Bool
  var fill: Color
  var stroke: Color
  var ink: Color
  var mutedInk: Color
  var penWidth: Double
  var fontSize: Double
}

/// How a tie looks.
struct TieLook: Hashable {
  var color: Color
  var penWidth: Double
  var style: Style
  /// What stands at the ends of a line, where colours have to be told otherwise: at both, or at the
  /// tail of one that has an arrow.
  var ornament: ArrowShape?
  /// Whether there is an arrow at the target.
  var isDirected = false

  /// What stands at the target.
  var head: ArrowShape? { isDirected ? .normal : ornament }
}

extension NetworkPlan {
  // MARK: Nodes

  func look(of place: Int) -> NodeLook {
    let node = graph.nodes[place]
    let color = color(of: node.category)
    let outline = outline(of: node.kind)
    var look = NodeLook(
      shape: outline.shape, isRounded: outline.isRounded, fill: theme.fill(color), stroke: color,
      ink: theme.text, mutedInk: theme.mutedText, penWidth: theme.usesMarks ? 1.6 : 1.3,
      fontSize: fontSize(of: place))
    switch emphases[place] {
    case .faded:
      look.fill = theme.background
      look.stroke = theme.faded
      look.penWidth = 0.8
      look.ink = theme.mutedText
    case .strong, .usual:
      if emphases[place] == .strong { look.penWidth = 3 }
      if isSolid(place) {
        look.fill = theme.solid(color)
        look.stroke = look.fill
        look.ink = theme.background
        look.mutedInk = theme.background
      } else {
        look.ink = theme.ink(on: look.fill)
        look.mutedInk = theme.mutedInk(on: look.fill)
      }
    }
    if !isNamed[place] {
      look.shape = .circle
      look.isRounded = false
      if emphases[place] != .faded { look.fill = color }
      look.penWidth = 0.8
    }
    return look
  }

  /// The few nodes that stand out, and what the map is drawn around, are filled whole.
  private func isSolid(_ place: Int) -> Bool {
    if theme.usesMarks { return false }
    if emphases[place] == .strong { return true }
    guard isScaled, options.highlightedPath.isEmpty, graph.nodes.count > 8 else { return false }
    return importance[place] >= solidImportance
  }

  /// What the most important eighth reaches, if it is well above the rest.
  private var solidImportance: Double {
    let sorted = importance.sorted(by: >)
    let place = max(0, min(sorted.count / 8, 24) - 1)
    return sorted.isEmpty ? 2 : max(0.6, sorted[place])
  }

  private func fontSize(of place: Int) -> Double {
    if isInColumns, !isScaled { return 12 }
    let range: (Double, Double) =
      switch graph.nodes.count {
      case ...40: (12, 19)
      case ...120: (11, 20)
      case ...300: (10, 22)
      default: (9.5, 24)
      }
    let share = emphases[place] == .strong ? max(0.75, importance[place]) : importance[place]
    let size = range.0 + (range.1 - range.0) * share
    return (size * 2).rounded() / 2
  }

  /// The colour of a category.
  func color(of category: MapGraph.Category?) -> Color {
    guard let category, let place = categories.firstIndex(of: category),
      place < theme.palette.count
    else { return theme.neutral }
    return theme.palette[place]
  }

  /// Parks have round corners, bodies have square ones; unknown kinds take what is left.
  func outline(of kind: String?) -> (shape: NodeShape, isRounded: Bool) {
    guard let kind else { return (.box, true) }
    let known: [(String, NodeShape, Bool)] = [
      ("park", .box, true), ("organization", .box, false), ("programme", .tab, false),
      ("event", .note, false), ("person", .ellipse, false), ("place", .house, false),
      ("agreement", .component, false),
    ]
    if let one = known.first(where: { words[$0.0] == kind }) { return (one.1, one.2) }
    let others = kinds.filter { kind in !known.contains { words[$0.0] == kind } }
    let free: [(NodeShape, Bool)] = [
      (.box, true), (.box, false), (.ellipse, false), (.hexagon, false), (.octagon, false),
      (.tab, false), (.note, false),
    ]
    return free[min(others.firstIndex(of: kind) ?? 0, free.count - 1)]
  }

  // MARK: Ties

  func look(ofTie place: Int) -> TieLook {
    let edge = graph.edges[place]
    let base = graph.edges.count > 600 ? 0.6 : graph.edges.count > 150 ? 1.0 : 1.6
    // By their square roots, up to six times as wide as one.
    let most = Double(max(mostTies, 10)).squareRoot() - 1
    let width = base + 6 * (Double(edge.count).squareRoot() - 1) / most
    var look = TieLook(
      color: color(ofTie: edge.kind).withAlpha(0xD0), penWidth: width,
      style: edge.isDoubtful ? .dashed : .solid,
      ornament: theme.usesMarks ? ornament(ofTie: edge.kind) : nil, isDirected: edge.isDirected)
    switch tieEmphases[place] {
    case .usual: break
    case .strong:
      look.color = color(ofTie: edge.kind)
      look.penWidth = max(
        3.5 * min(max((Double(graph.nodes.count) / 40).squareRoot(), 1), 2), width)
    case .faded:
      look.color = theme.faded
      look.penWidth = 0.7
    }
    return look
  }

  /// The colour of a kind of tie.
  func color(ofTie kind: String?) -> Color {
    guard let kind, let place = tieKinds.firstIndex(of: kind), place < theme.tieColors.count
    else { return theme.mutedText }
    return theme.tieColors[place]
  }

  /// The sign of a kind of tie.
  func ornament(ofTie kind: String?) -> ArrowShape? {
    let signs: [ArrowShape] = [.dot, .odot, .diamond, .odiamond, .box, .obox]
    guard let kind, let place = tieKinds.firstIndex(of: kind), place < signs.count,
      tieKinds.count > 1
    else { return nil }
    return signs[place]
  }
}
