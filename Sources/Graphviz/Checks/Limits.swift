/// The bounds of what libgvc gets to see, each with its reason.
///
/// libgvc checks little itself: the inputs that these bounds keep out made version 2.42 crash,
/// hang or write invalid files. A value outside gives an error that names the bound.
public enum Limits {
  // MARK: Text

  /// Bytes of a label; the PNG of a label of one megabyte was empty.
  public static let labelBytes = 16_384
  /// Lines of a label; libgvc counts them in 16 bits and crashed at 40,000.
  public static let labelLines = 1_000
  /// Bytes of an identifier, a tooltip, a URL or another attribute.
  public static let textBytes = 16_384

  /// Bytes of DOT text; what is read of it takes several times as many.
  public static let dotBytes = 100_000_000
  /// Levels of braces in DOT text; reading it uses the stack for each.
  public static let dotDepth = 256
  /// Edges of DOT text, with their ends; edges between two subgraphs are as many as there are pairs.
  public static let dotEdges = 10_000_000
  /// Attributes of DOT text that have defaults; every node and edge has a copy of them.
  public static let dotDefaults = 1_000

  // MARK: Size of the graph

  /// Nodes; the engines need quadratic memory (neato) or hours (dot) long before.
  public static let nodes = 100_000
  /// Edges.
  public static let edges = 500_000
  /// Levels of nested subgraphs; 5,000 overflowed the stack.
  public static let subgraphDepth = 64
  /// Ranks that dot might need; it counts them in 16 bits, and doubles them for edge labels.
  public static let ranks = 16_000
  /// Ranks between the ends of an edge, counted as ``ranks`` are; dot keeps two boxes for each in
  /// an array of 1,000.
  public static let edgeRanks = 490
  /// Clusters that dot gets; it searches each, and numbers its searches in a byte.
  public static let dotClusters = 200
  /// The largest extent, in points, of a node or a label that dot gets, and the room between two
  /// nodes of a rank or in a cluster's margin; dot keeps lengths in 16 bits and crashes beyond.
  public static let dotExtent = 20_000.0
  /// Steps along paths that `splines=curved` may take; libgvc walks every simple path, again for
  /// each edge: 60 nodes were not finished after 10 minutes.
  public static let curvedSteps = 2_000_000

  // MARK: Numbers

  /// The largest length in inches: a drawing of this width is still far from overflowing.
  public static let inches = 1_000.0
  /// The largest length in points; `pos` of 1e300 hung.
  public static let points = 72_000.0
  /// The largest absolute coordinate in points.
  public static let coordinate = 1_000_000.0
  /// Points of all background shapes together; their text is parsed anew for each format.
  public static let backgroundPoints = 1_000_000
  /// Pixels per inch; −5 and 1e9 took half a minute.
  public static let dpi = 10.0...600.0
  /// Pixels of a PNG; each takes four bytes while it is drawn.
  public static let pixels = 100_000_000.0
  /// The size of text in points.
  public static let fontSize = 1.0...1_000.0
  /// The width of lines in points.
  public static let penWidth = 0.0...1_000.0
  /// The most outlines of a node; a million hung.
  public static let peripheries = 100
  /// The most sides of a polygon; 1e9 crashed.
  public static let sides = 100
  /// Distortion and skew of a polygon; larger ones gave outlines that were not numbers.
  public static let polygonShear = -10.0...10.0
  /// Angles in whole degrees.
  public static let degrees = -360...360
  /// The most ranks an edge may span; 100,000 crashed.
  public static let minLen = 1_000
  /// The most an edge may weigh; the sum has to fit 32 bits.
  public static let weight = 10_000.0
  /// The wished length of an edge in inches.
  public static let len = 0.001...1_000.0
  /// The wished length of a spring in inches.
  public static let springLength = 0.001...1_000.0
  /// The most repulsive force; it is an exponent.
  public static let repulsiveForce = 10.0
  /// Factors such as the size of arrows.
  public static let factor = 100.0
  /// Room kept around nodes in points.
  public static let separation = 1_000.0
  /// Room kept around nodes as a factor; fdp did not come back from 92.
  public static let separationFactor = 10.0
  /// Rounds of a search.
  public static let iterations = 100_000
  /// Room between packed parts in points.
  public static let pack = 1_000
  /// Rows or columns of packed parts.
  public static let packCount = 10_000
  /// A place in an order.
  public static let order = 1_000_000

  // MARK: HTML-like labels and records

  /// Rows or columns that a cell may span; 65,000 crashed after 39 seconds.
  public static let span = 100
  /// Cells of a label, tables within tables included.
  public static let cells = 4_000
  /// Levels of nested tables and text styles, or of record fields.
  public static let labelDepth = 16
  /// Border, spacing and padding in points; libgvc keeps them in 8 bits.
  public static let cellSpacing = 127
  /// Width and height of tables and cells in points; libgvc keeps them in 16 bits.
  public static let cellExtent = 10_000
  /// Width and height in points that a table could come to with its text; libgvc keeps the room
  /// between columns in 16 bits, and ended the process.
  public static let tableExtent = 65_000.0
}
