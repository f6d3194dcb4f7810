/// How outlines, insides and lines are drawn; several at once where that makes sense.
public struct Style: OptionSet, Sendable, Hashable {
  /// One bit for each style.
  public let rawValue: Int

  /// Styles from their bits; bits without a meaning are ignored.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// A line without gaps.
  public static let solid = Style(rawValue: 1 << 0)
  /// A dashed line.
  public static let dashed = Style(rawValue: 1 << 1)
  /// A dotted line.
  public static let dotted = Style(rawValue: 1 << 2)
  /// A thick line.
  public static let bold = Style(rawValue: 1 << 3)
  /// Nothing is drawn, but room is kept.
  public static let invisible = Style(rawValue: 1 << 4)
  /// The inside has the fill colour.
  public static let filled = Style(rawValue: 1 << 5)
  /// Round corners (nodes and clusters).
  public static let rounded = Style(rawValue: 1 << 6)
  /// Marks across the corners (nodes).
  public static let diagonals = Style(rawValue: 1 << 7)
  /// A gradient from the middle (nodes and clusters).
  public static let radial = Style(rawValue: 1 << 8)
  /// A line that gets thinner towards the head (edges).
  public static let tapered = Style(rawValue: 1 << 9)

  static let names: [(Style, String)] = [
    (.solid, "solid"),
    (.dashed, "dashed"),
    (.dotted, "dotted"),
    (.bold, "bold"),
    (.invisible, "invis"),
    (.filled, "filled"),
    (.rounded, "rounded"),
    (.diagonals, "diagonals"),
    (.radial, "radial"),
    (.tapered, "tapered"),
  ]

  var graphvizValue: String {
    Self.names.filter { contains($0.0) }.map { $0.1 }.joined(separator: ",")
  }
}
