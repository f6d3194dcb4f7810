/// The attributes of the graph as a whole, with the names and units of the Graphviz documentation.
public struct GraphAttributes: Sendable, Hashable {
  /// The drawing's title.
  public var label: Label?
  /// Whether the title is at the top or at the bottom.
  public var labelLoc: VerticalPlace?
  /// Whether the title is on the left, in the middle or on the right.
  public var labelJust: HorizontalPlace?
  /// The title's colour.
  public var fontColor: Color?
  /// A font family, or several separated by commas.
  ///
  /// Letters, digits, spaces and `-_,.` only.
  public var fontName: String?
  /// The title's size in points.
  public var fontSize: Double?
  /// The background's colour.
  public var bgColor: Color?
  /// A second colour: the background runs from `bgColor` to this one.
  public var bgGradientEnd: Color?
  /// The direction of the gradient in degrees.
  public var gradientAngle: Int?
  /// What stands behind nodes and edges, the first shape lowest.
  public var background: [BackgroundShape] = []

  /// The direction in which ranks follow each other (dot).
  public var rankDir: RankDirection?
  /// The least room between nodes of a rank (dot), in inches.
  public var nodeSep: Double?
  /// The least room between ranks (dot) or rings (twopi), in inches.
  public var rankSep: Double?
  /// Whether all ranks are equally far apart (dot).
  public var hasEqualRanks: Bool?
  /// Whether ranks are given without regard to clusters (dot).
  public var newRank: Bool?
  /// Whether edges of a node keep their order (dot).
  public var ordering: EdgeOrdering?
  /// Whether edges may end at a cluster's border, see ``EdgeAttributes/lhead`` (dot).
  public var compound: Bool?

  /// How edges are drawn.
  public var splines: Splines?
  /// What is done about nodes that overlap (all engines but dot and osage).
  public var overlap: Overlap?
  /// Scales the layout before overlaps are removed; negative: only if needed (prism).
  public var overlapScaling: Double?
  /// The room around nodes when overlaps are removed.
  public var sep: Separation?
  /// The room around nodes when edges are routed.
  public var esep: Separation?
  /// The wished length of an edge in inches (fdp, sfdp).
  public var k: Double?
  /// How strongly far nodes push each other away (sfdp).
  public var repulsiveForce: Double?
  /// How edge lengths are fitted (neato).
  public var mode: NeatoMode?
  /// How distances between nodes are found (neato).
  public var model: NeatoModel?
  /// The most rounds of the search (neato, fdp).
  public var maxIter: Int?
  /// Where the search begins (neato, fdp).
  public var start: Start?
  /// The drawing's rotation in degrees (sfdp).
  public var rotation: Double?
  /// Moves the first node to the origin and turns the first edge to the right (neato).
  public var normalize: Bool?
  /// Whether coordinates stay as they were given instead of starting at the origin (nop2).
  public var noTranslate: Bool?
  /// The node in the centre (twopi, circo).
  public var root: String?
  /// The room between parts that do not hang together, in points.
  ///
  /// dot cannot do it.
  public var pack: Int?
  /// How parts that do not hang together are packed.
  ///
  /// dot cannot do it.
  public var packMode: PackMode?

  /// The room around the drawing in inches.
  public var pad: Double?
  /// Pixels per inch of PNG, 72 by default for SVG and 96 for PNG.
  public var dpi: Double?
  /// The largest size of the drawing in inches.
  public var size: Size?
  /// Whether a smaller drawing is enlarged to `size`.
  public var sizeIsDesired: Bool?
  /// Height divided by width.
  public var ratio: AspectRatio?
  /// Whether the drawing is turned by 90°.
  public var landscape: Bool?
  /// Whether nodes or edges are drawn first.
  public var outputOrder: OutputOrder?

  /// What a browser shows when the pointer is on the drawing.
  public var tooltip: String?
  /// Where a click on the drawing leads: http or https only.
  public var url: String?
  /// The window in which URLs open.
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

extension GraphAttributes: AttributeGroup {
  func write(to list: inout AttributeList) throws(GraphvizError) {
    try list.add("label", label)
    list.add("labelloc", labelLoc)
    list.add("labeljust", labelJust)
    list.add("fontcolor", fontColor)
    try list.addFont("fontname", fontName)
    try list.add("fontsize", fontSize, in: Limits.fontSize)
    list.add("bgcolor", bgColor, to: bgGradientEnd)
    try list.add("gradientangle", gradientAngle, in: Limits.degrees)
    try list.addBackground(background)
    list.add("rankdir", rankDir)
    try list.add("nodesep", nodeSep, in: 0...Limits.inches)
    try list.addRankSep(rankSep, equally: hasEqualRanks ?? false)
    list.add("newrank", newRank)
    list.add("ordering", ordering)
    list.add("compound", compound)
    list.add("splines", splines)
    try list.add(overlap)
    try list.add("overlap_scaling", overlapScaling, in: -Limits.factor...Limits.factor)
    try list.add("sep", sep)
    try list.add("esep", esep)
    try list.add("K", k, in: Limits.springLength)
    try list.add("repulsiveforce", repulsiveForce, in: 0...Limits.repulsiveForce)
    list.add("mode", mode)
    list.add("model", model)
    try list.add("maxiter", maxIter, in: 1...Limits.iterations)
    try list.add(start)
    try list.add("rotation", rotation, in: -360...360)
    list.add("normalize", normalize)
    list.add("notranslate", noTranslate)
    try list.addText("root", root)
    try list.add("pack", pack, in: 0...Limits.pack)
    list.add("packmode", packMode)
    try list.add("pad", pad, in: 0...Limits.inches)
    try list.add("dpi", dpi, in: Limits.dpi)
    try list.addSize(size, isDesired: sizeIsDesired ?? false)
    try list.add(ratio)
    list.add("landscape", landscape)
    list.add("outputorder", outputOrder)
    try list.addText("tooltip", tooltip)
    try list.addURL("URL", url)
    try list.addIdentifier("target", target)
    try list.addIdentifier("id", id)
    try list.addIdentifier("class", `class`, spaces: true)
    try list.add(other: other, to: .graph)
  }
}
