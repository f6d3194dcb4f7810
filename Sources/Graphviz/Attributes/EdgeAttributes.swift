/// The attributes of an edge, with the names and units of the Graphviz documentation.
///
/// Nil leaves the choice to the graph's defaults and at last to Graphviz.
public struct EdgeAttributes: Sendable, Hashable {
  /// A text in the middle of the edge, for which the layout makes room.
  public var label: Label?
  /// A text near the edge, placed where there is room left.
  public var xlabel: Label?
  /// A text at the head.
  public var headLabel: Label?
  /// A text at the tail.
  public var tailLabel: Label?
  /// How far head and tail labels are from the node, as a multiple of 10 points.
  public var labelDistance: Double?
  /// The angle in degrees at which head and tail labels stand off the edge.
  public var labelAngle: Double?
  /// Whether labels may stand anywhere, even on other edges.
  public var labelFloat: Bool?
  /// Whether a line joins the label to the edge.
  public var decorate: Bool?

  /// The line's colour.
  public var color: Color?
  /// The arrowheads' colour.
  public var fillColor: Color?
  /// The labels' colour.
  public var fontColor: Color?
  /// A font family, or several separated by commas.
  ///
  /// Letters, digits, spaces and `-_,.` only.
  public var fontName: String?
  /// The labels' size in points.
  public var fontSize: Double?
  /// The colour of head and tail labels.
  public var labelFontColor: Color?
  /// The font of head and tail labels.
  public var labelFontName: String?
  /// The size of head and tail labels in points.
  public var labelFontSize: Double?
  /// The line's width in points.
  public var penWidth: Double?
  /// How the line is drawn: dashed, dotted, bold and so on.
  public var style: Style?

  /// How the line runs: nop2 takes it as it is, and draws it to its ends (nop2 only).
  ///
  /// An arrow that `dir` asks for reaches from the end of the curves to the tip, where there is one.
  public var pos: [BezierCurve]?
  /// Which ends have an arrow.
  public var dir: ArrowDirection?
  /// The arrow at the head.
  public var arrowHead: ArrowShape?
  /// The arrow at the tail.
  public var arrowTail: ArrowShape?
  /// The arrows' size, as a multiple of the usual one.
  public var arrowSize: Double?
  /// Whether the line ends at the head's outline rather than at its centre.
  public var headClip: Bool?
  /// Whether the line ends at the tail's outline rather than at its centre.
  public var tailClip: Bool?
  /// The cluster at whose border the line ends, if the graph is `compound` (dot).
  public var lhead: String?
  /// The cluster at whose border the line starts, if the graph is `compound` (dot).
  public var ltail: String?
  /// Edges to the same head with the same value meet in one point (dot).
  public var sameHead: String?
  /// Edges from the same tail with the same value start in one point (dot).
  public var sameTail: String?

  /// How much the edge wants to be short and straight.
  ///
  /// dot takes whole numbers.
  public var weight: Double?
  /// The least number of ranks between tail and head (dot).
  public var minLen: Int?
  /// Whether the edge counts when ranks are given (dot).
  public var constraint: Bool?
  /// The wished length in inches (neato, fdp).
  public var len: Double?

  /// What a browser shows when the pointer is on the edge.
  public var tooltip: String?
  /// What a browser shows when the pointer is on the label.
  public var labelTooltip: String?
  /// Where a click on the edge leads: http or https only.
  public var url: String?
  /// The window in which the URL opens.
  public var target: String?
  /// The `id` of the SVG element: letters, digits and `-_.:`.
  public var id: String?
  /// Classes of the SVG element, separated by spaces: letters, digits and `-_.:`.
  public var `class`: String?

  /// Any other attribute, by the documentation's name.
  ///
  /// See <doc:OtherAttributes>.
  public var other: [String: String] = [:]

  /// Nothing set.
  public init() {}
}

extension EdgeAttributes: AttributeGroup {
  func write(to list: inout AttributeList) throws(GraphvizError) {
    try list.add("label", label)
    try list.add("xlabel", xlabel)
    try list.add("headlabel", headLabel)
    try list.add("taillabel", tailLabel)
    try list.add("labeldistance", labelDistance, in: 0...Limits.factor)
    try list.add("labelangle", labelAngle, in: -360...360)
    list.add("labelfloat", labelFloat)
    list.add("decorate", decorate)
    list.add("color", color)
    list.add("fillcolor", fillColor)
    list.add("fontcolor", fontColor)
    try list.addFont("fontname", fontName)
    try list.add("fontsize", fontSize, in: Limits.fontSize)
    list.add("labelfontcolor", labelFontColor)
    try list.addFont("labelfontname", labelFontName)
    try list.add("labelfontsize", labelFontSize, in: Limits.fontSize)
    try list.add("penwidth", penWidth, in: Limits.penWidth)
    list.add("style", style?.graphvizValue)
    try list.add("pos", pos)
    list.add("dir", dir)
    list.add("arrowhead", arrowHead)
    list.add("arrowtail", arrowTail)
    try list.add("arrowsize", arrowSize, in: 0...Limits.factor)
    list.add("headclip", headClip)
    list.add("tailclip", tailClip)
    try list.addCluster("lhead", lhead)
    try list.addCluster("ltail", ltail)
    try list.addText("samehead", sameHead)
    try list.addText("sametail", sameTail)
    try list.addWeight(weight)
    try list.add("minlen", minLen, in: 0...Limits.minLen)
    list.add("constraint", constraint)
    try list.add("len", len, in: Limits.len)
    try list.addText("tooltip", tooltip)
    try list.addText("labeltooltip", labelTooltip)
    try list.addURL("URL", url)
    try list.addIdentifier("target", target)
    try list.addIdentifier("id", id)
    try list.addIdentifier("class", `class`, spaces: true)
    try list.add(other: other, to: .edge)
  }
}
