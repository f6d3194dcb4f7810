/// The attributes of a subgraph, most of them of clusters only, with the names and units of the
/// Graphviz documentation.
///
/// As in the DOT language, a subgraph without a font, packing or spring length of its own takes
/// the graph's.
public struct SubgraphAttributes: Sendable, Hashable {
  /// The cluster's title.
  public var label: Label?
  /// Whether the title is at the top or at the bottom.
  public var labelLoc: VerticalPlace?
  /// Whether the title is on the left, in the middle or on the right.
  public var labelJust: HorizontalPlace?
  /// The rank of the nodes (dot); clusters take none.
  public var rank: Rank?

  /// How the outline and the inside are drawn: filled, rounded, dashed and so on.
  public var style: Style?
  /// The border's colour.
  public var color: Color?
  /// The border's colour; goes before `color`.
  public var penColor: Color?
  /// The inside's colour, if the style is filled.
  public var fillColor: Color?
  /// A second colour: the inside runs from `fillColor` to this one.
  public var fillGradientEnd: Color?
  /// The direction of the gradient in degrees.
  public var gradientAngle: Int?
  /// The inside's colour, whatever the style.
  public var bgColor: Color?
  /// The title's colour.
  public var fontColor: Color?
  /// A font family, or several separated by commas.
  ///
  /// Letters, digits, spaces and `-_,.` only.
  public var fontName: String?
  /// The title's size in points.
  public var fontSize: Double?
  /// The border's width in points.
  public var penWidth: Double?
  /// How many borders: 0 or 1.
  public var peripheries: Int?
  /// The room between the border and what is in it, in points.
  public var margin: Double?

  /// The wished length of an edge in the cluster in inches (fdp).
  public var k: Double?
  /// The room between packed parts in points (osage).
  public var pack: Int?
  /// How parts are packed (osage).
  public var packMode: PackMode?
  /// The place in the order in which clusters are packed (osage with an array in user order).
  public var sortv: Int?

  /// Where the cluster is, in points (nop2 only; other engines find its place themselves).
  public var box: Box?

  /// What a browser shows when the pointer is on the cluster.
  public var tooltip: String?
  /// Where a click on the cluster leads: http or https only.
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

extension SubgraphAttributes: AttributeGroup {
  func write(to list: inout AttributeList) throws(GraphvizError) {
    try list.add("label", label)
    list.add("labelloc", labelLoc)
    list.add("labeljust", labelJust)
    list.add("rank", rank)
    list.add("style", style?.graphvizValue)
    list.add("color", color)
    list.add("pencolor", penColor)
    list.add("fillcolor", fillColor, to: fillGradientEnd)
    try list.add("gradientangle", gradientAngle, in: Limits.degrees)
    list.add("bgcolor", bgColor)
    list.add("fontcolor", fontColor)
    try list.addFont("fontname", fontName)
    try list.add("fontsize", fontSize, in: Limits.fontSize)
    try list.add("penwidth", penWidth, in: Limits.penWidth)
    try list.add("peripheries", peripheries, in: 0...1)
    try list.add("margin", margin, in: 0...Limits.points)
    try list.add("K", k, in: Limits.springLength)
    try list.add("pack", pack, in: 0...Limits.pack)
    list.add("packmode", packMode)
    try list.add("sortv", sortv, in: 0...Limits.order)
    try list.add("bb", box)
    try list.addText("tooltip", tooltip)
    try list.addURL("URL", url)
    try list.addIdentifier("target", target)
    try list.addIdentifier("id", id)
    try list.addIdentifier("class", `class`, spaces: true)
    try list.add(other: other, to: .subgraph)
  }
}
