import Graphviz
import ParkGraph

/// Where everything of a geographic map stands on the page: the map, its insets, the lists, the
/// legend.
///
/// Lengths are in points; the map's lower left corner is the origin.
struct GeographicPage {
  let plan: GeographicPlan
  /// The map first, then the insets.
  var panels: [MapPanel] = []
  /// Lines from markers to the insets that show them larger.
  var connectors: [[Point]] = []
  /// The title, the lists and the legend.
  private(set) var texts: [MapLabel] = []
  private(set) var box = Box(lowerLeft: Point(x: 0, y: 0), upperRight: Point(x: 0, y: 0))
  var measurer: TextMeasurer
  var nextNumber = 1

  var theme: Theme { plan.theme }

  init(_ plan: GeographicPlan, isolation: Isolation) throws(GraphvizError) {
    self.plan = plan
    measurer = TextMeasurer(font: plan.theme.font, isolation: isolation)
    let located = plan.located
    try measurer.measure(located.map { TextMeasurer.label(plan.nameLines(of: $0)) })
    let window = MapWindow.fitting(
      located.compactMap { plan.graph.nodes[$0].coordinates },
      ways: plan.graph.edges.indices.compactMap(plan.way), width: Self.width(for: located.count),
      centralMeridian: plan.options.centralMeridian.flatMap {
        $0.isFinite ? EqualEarth.wrapped($0) : nil
      })
    let dense = plan.options.hasInsets ? plan.denseGroups(located, in: window) : []
    let markers = plan.markers(of: located, in: window, together: dense)
    let arcs = plan.arcs(between: markers).filter { arc in
      // The inset shows ties within it.
      arc.start != arc.end || !dense.contains(markers[arc.start].members)
    }
    let courses = arcs.map { plan.course(of: $0, markers, in: window) }
    panels = [MapPanel(window: window, markers: markers, arcs: arcs, courses: courses)]
    box = window.box
    for group in dense { try addInset(for: group, in: 0) }
    try placeNames(in: 0)
    for index in panels.indices.dropFirst() { try placeNames(in: index) }
    for panel in panels { box = box.union(panel.window.box) }
    try addTexts()
  }

  /// Wider for more nodes, so that more of their names find a place.
  private static func width(for count: Int) -> Double {
    (min(max(980, 980 * (Double(count) / 40).squareRoot()), 2000) / 10).rounded() * 10
  }

  // MARK: Around the map

  private mutating func addTexts() throws(GraphvizError) {
    let left = box.lowerLeft.x
    if !plan.graph.title.isEmpty {
      let title = TextMeasurer.label([
        MapTextLine(text: plan.graph.title, size: 22, color: theme.text, isBold: true)
      ])
      try add(title, left: left, bottom: box.upperRight.y + 14)
    }
    var top = box.lowerLeft.y - 12
    for list in plan.lists(panels) { top = try add(list, below: top) - 8 }
    let legend = plan.legend(width: box.width)
    try measurer.measure([legend])
    try add(legend, left: left - 4, bottom: top - measurer.size(of: legend).height)
  }

  private mutating func add(
    _ text: HTMLLabel, left: Double, bottom: Double, tooltip: String? = nil
  ) throws(GraphvizError) {
    try measurer.measure([text])
    let size = measurer.size(of: text)
    texts.append(
      MapLabel(
        text: text,
        place: LabelPlace(
          box: Box(
            lowerLeft: Point(x: left, y: bottom),
            upperRight: Point(x: left + size.width, y: bottom + size.height))), tooltip: tooltip))
  }

  /// A heading and rows in as many columns as fit; returns where the list ends.
  private mutating func add(_ list: MapList, below top: Double) throws(GraphvizError) -> Double {
    let rows = list.rows.map(\.text)
    try measurer.measure([list.heading] + rows)
    let left = box.lowerLeft.x
    let headingHeight = measurer.size(of: list.heading).height
    try add(list.heading, left: left, bottom: top - headingHeight)
    let start = top - headingHeight - 3
    let widest = rows.map { measurer.size(of: $0).width }.max() ?? 0
    let height = rows.map { measurer.size(of: $0).height }.max() ?? 0
    let room = max(box.width, widest)
    let columns = max(1, min(Int((room + 18) / (widest + 18)), 6))
    let perColumn = (rows.count + columns - 1) / columns
    for (index, row) in list.rows.enumerated() {
      try add(
        row.text, left: left + Double(index / perColumn) * (room + 18) / Double(columns),
        bottom: start - Double(index % perColumn + 1) * height, tooltip: row.tooltip)
    }
    return start - Double(perColumn) * height
  }
}
