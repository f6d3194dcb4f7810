/// The attributes of a node, with the names and units of the Graphviz documentation.
///
/// Nil leaves the choice to the defaults of the subgraph, of the graph and at last of Graphviz.
public struct NodeAttributes: Sendable, Hashable {
  /// The text in the node; without one, its identifier.
  public var label: Label?
  /// A text beside the node, placed where there is room.
  public var xlabel: Label?
  /// The outline.
  public var shape: NodeShape?
  /// How the outline and the inside are drawn: filled, rounded, dashed and so on.
  public var style: Style?

  /// The outline's colour.
  public var color: Color?
  /// The inside's colour, of a node whose style is filled.
  public var fillColor: Color?
  /// A second colour: the inside runs from `fillColor` to this one.
  public var fillGradientEnd: Color?
  /// The direction of the gradient in degrees.
  public var gradientAngle: Int?
  /// The label's colour.
  public var fontColor: Color?
  /// A font family, or several separated by commas.
  ///
  /// Letters, digits, spaces and `-_,.` only.
  public var fontName: String?
  /// The label's size in points.
  public var fontSize: Double?
  /// The outline's width in points.
  public var penWidth: Double?

  /// The room around the label in inches: left and right, above and below.
  public var margin: Size?
  /// The least width in inches.
  public var width: Double?
  /// The least height in inches.
  public var height: Double?
  /// Whether the size is exactly `width` and `height`, whatever the label needs.
  public var fixedSize: FixedSize?
  /// How many outlines.
  public var peripheries: Int?
  /// How many sides, of a polygon.
  public var sides: Int?
  /// Whether a polygon is regular.
  public var isRegular: Bool?
  /// A polygon's rotation in degrees.
  public var orientation: Double?
  /// How much wider the top of a polygon is than its bottom, −100…100.
  public var distortion: Double?
  /// How far a polygon leans to the right, −100…100.
  public var skew: Double?
  /// Where the label stands when the node is higher than its label.
  public var labelLoc: VerticalPlace?

  /// Where the node is, in points: the start of neato's and fdp's search, the end of nop's.
  public var pos: Point?
  /// Whether neato and fdp have to leave the node at `pos`.
  public var isPinned: Bool?
  /// Nodes of the same group are kept in a straight line (dot).
  public var group: String?
  /// Whether the node is the centre of the drawing (twopi) or of its block (circo).
  public var isRoot: Bool?

  /// What a browser shows when the pointer is on the node.
  public var tooltip: String?
  /// Where a click on the node leads: http or https only.
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

extension NodeAttributes: AttributeGroup {
  func write(to list: inout AttributeList) throws(GraphvizError) {
    try list.add("label", label)
    try list.add("xlabel", xlabel)
    list.add("shape", shape)
    list.add("style", style?.graphvizValue)
    list.add("color", color)
    list.add("fillcolor", fillColor, to: fillGradientEnd)
    try list.add("gradientangle", gradientAngle, in: Limits.degrees)
    list.add("fontcolor", fontColor)
    try list.addFont("fontname", fontName)
    try list.add("fontsize", fontSize, in: Limits.fontSize)
    try list.add("penwidth", penWidth, in: Limits.penWidth)
    try list.add("margin", margin, in: 0...Limits.inches)
    try list.add("width", width, in: 0...Limits.inches)
    try list.add("height", height, in: 0...Limits.inches)
    list.add("fixedsize", fixedSize)
    try list.add("peripheries", peripheries, in: 0...Limits.peripheries)
    try list.add("sides", sides, in: 0...Limits.sides)
    list.add("regular", isRegular)
    try list.add("orientation", orientation, in: -360...360)
    try list.add("distortion", distortion, in: Limits.polygonShear)
    try list.add("skew", skew, in: Limits.polygonShear)
    list.add("labelloc", labelLoc)
    try list.add("pos", pos, isPinned: isPinned ?? false)
    try list.addText("group", group)
    list.add("root", isRoot)
    try list.addText("tooltip", tooltip)
    try list.addURL("URL", url)
    try list.addIdentifier("target", target)
    try list.addIdentifier("id", id)
    try list.addIdentifier("class", `class`, spaces: true)
    try list.add(other: other, to: .node)
  }
}
