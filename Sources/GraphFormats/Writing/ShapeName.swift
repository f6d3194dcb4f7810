/// What shapes of nodes and kinds of lines are called: GEXF and yEd have words of their own.
enum ShapeName {
  /// The words of GEXF, each with yEd's, which GML has, too.
  private static let common = [
    "disc": "ellipse", "square": "rectangle", "triangle": "triangle", "diamond": "diamond",
    "solid": "line", "dotted": "dotted", "dashed": "dashed",
  ]

  /// What has a word in GEXF alone.
  private static let others: Set<String> = ["image", "double"]

  private static let toGEXF = Dictionary(
    uniqueKeysWithValues: common.map { ($0.value, $0.key) })

  /// The word of GEXF, if it has one.
  static func gexf(_ name: String) -> String? {
    common[name] != nil || others.contains(name) ? name : toGEXF[name]
  }

  /// The word of yEd; the name itself if it has none of its own.
  static func yEd(_ name: String) -> String { common[name] ?? name }

  /// Whether GEXF can't hold all of a look, or holds it in another word.
  static func isUncommon(_ look: Appearance) -> Bool {
    look.width != look.height || look.shape.map { gexf($0) != $0 } ?? false
  }
}
