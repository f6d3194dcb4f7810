import Graphviz
import ParkGraph

/// A finished map: everything has its place.
struct NetworkComposition {
  static let arrowSize = 0.65

  let plan: NetworkPlan
  let sizes: NetworkSizes
  let arrangement: NetworkArrangement
  /// How each tie runs.
  private(set) var courses: [TieCourse] = []
  /// The words of ties that found a place, by the tie's place.
  private(set) var tieLabels: [Int: Box] = [:]
  /// How many ties' words found none.
  private(set) var lostLabels = 0

  init(_ plan: NetworkPlan, sizes: NetworkSizes, arrangement: NetworkArrangement) {
    self.plan = plan
    self.sizes = sizes
    self.arrangement = arrangement
    routeTies()
    placeTieLabels()
  }

  // MARK: Ties

  private mutating func routeTies() {
    let outlines = plan.graph.nodes.indices.map { NodeOutline(plan.look(of: $0).shape) }
    let router = TieRouter(
      boxes: arrangement.nodes, outlines: outlines, tieCount: plan.graph.edges.count)
    struct Way: Hashable {
      var source: Int
      var target: Int
    }
    let ways = Set(plan.ends.map { Way(source: $0.source, target: $0.target) })
    courses = plan.graph.edges.indices.map { place in
      let (source, target) = plan.ends[place]
      let look = plan.look(ofTie: place)
      if let curves = arrangement.courses[place], !curves.isEmpty, look.ornament == nil {
        return TieCourse(
          curves: curves.map(\.points), startTip: curves.first?.startTip,
          endTip: curves.last?.endTip)
      }
      let ends = TieRouter.Ends(
        start: look.ornament.map(Self.length) ?? 0, end: look.head.map(Self.length) ?? 0)
      return router.course(
        from: source, to: target,
        isOneOfTwo: source != target && ways.contains(Way(source: target, target: source)),
        ends: ends)
    }
  }

  /// How long Graphviz draws what stands at the end of a line, in points.
  static func length(of shape: ArrowShape) -> Double {
    let share =
      switch shape {
      case .dot, .odot: 0.8
      case .diamond, .odiamond: 1.2
      case .box, .obox: 0.75
      default: 1.0
      }
    return 10 * arrowSize * share
  }

  /// Where on a tie its words are tried, the middle first.
  private static let shares = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85,
  ]

  /// Puts words on their ties where nothing else stands; the ties that stand for most come first.
  private mutating func placeTieLabels() {
    var taken = arrangement.nodes.map { $0.padded(2) } + arrangement.groups.map(\.heading)
    let order = sizes.ties.keys.sorted { first, second in
      let counts = [first, second].map { plan.graph.edges[$0].count }
      return (counts[1], first) < (counts[0], second)
    }
    for place in order {
      guard let size = sizes.ties[place] else { continue }
      var choices = arrangement.tieLabels[place].map { [$0] } ?? []
      for side in [0.0, 0.8, -0.8, 1.6, -1.6] {
        for share in Self.shares {
          guard let middle = courses[place].point(at: share) else { continue }
          choices.append(
            Box(middle: Point(x: middle.x, y: middle.y + side * size.height), size))
        }
      }
      if let box = choices.first(where: { box in !taken.contains { $0.meets(box) } }) {
        tieLabels[place] = box
        taken.append(box)
      } else {
        lostLabels += 1
      }
    }
  }

  // MARK: Drawing

  /// The plan with a note of what was left out here.
  var finalPlan: NetworkPlan {
    guard lostLabels > 0 else { return plan }
    var result = plan
    result.notes.append(.withoutRoom(ties: lostLabels))
    return result
  }

  /// The box around nodes, ties and groups.
  var extent: Box {
    let boxes =
      arrangement.nodes + arrangement.groups.map(\.box) + Array(tieLabels.values)
      + courses.compactMap(\.box)
    return Box.around(boxes)
      ?? Box(lowerLeft: Point(x: 0, y: 0), upperRight: Point(x: 0, y: 0))
  }

  func draw(
    _ frame: FrameSizes, as formats: [Format], isolation: Isolation
  ) throws(GraphvizError) -> NetworkDrawing {
    var page = NetworkPage(self, frame)
    page.addAll()
    let drawing = try page.description.draw(
      with: .nop2, as: formats, allowing: .all, isolation: isolation)
    var files = drawing.files
    if let svg = files[.svg] {
      files[.svg] = AccessibleSVG.described(svg, title: page.name, summary: page.summary)
    }
    let boxes = Dictionary(
      drawing.layout.nodes.map { ($0.id, $0.box) }, uniquingKeysWith: { first, _ in first })
    return NetworkDrawing(
      files: files,
      parts: page.parts.compactMap { part in
        boxes[part.node].map {
          NetworkDrawing.Part(
            role: part.role, id: part.id, box: $0, fill: part.look?.fill, stroke: part.look?.stroke)
        }
      },
      groups: Dictionary(
        arrangement.groups.map { ($0.key, $0.box) }, uniquingKeysWith: { first, _ in first }),
      notes: page.plan.notes.map { $0.text(in: MapWords(.english)) },
      nodeCount: plan.graph.nodes.count, edgeCount: plan.graph.edges.count,
      warnings: drawing.warnings)
  }
}
