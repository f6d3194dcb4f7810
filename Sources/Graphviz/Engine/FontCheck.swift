internal import CGraphvizShims

/// Looks for the fonts that a description names.
enum FontCheck {
  /// What fontconfig always finds something for.
  private static let generic: Set = [
    "sans", "sans-serif", "serif", "monospace", "mono", "cursive", "fantasy", "system-ui",
  ]
  /// What a family's name may be followed by.
  private static let variants: Set = [
    "bold", "italic", "oblique", "light", "regular", "medium", "roman", "condensed", "book",
    "thin", "black", "heavy", "semibold", "demi", "bolditalic", "boldoblique",
  ]

  // Touched on the Graphviz thread only. Looking through all fonts takes milliseconds.
  nonisolated(unsafe) private static var known: [String: Bool] = [:]

  /// A remark for each font of which no family is installed, in order.
  static func remarks(on graph: PreparedGraph) -> [String] {
    fonts(of: graph).sorted().filter { !isInstalled($0) }.map {
      "the font \"\($0)\" is not installed; another one takes its place"
    }
  }

  private static func fonts(of graph: PreparedGraph) -> Set<String> {
    var fonts: Set<String> = []
    func collect(_ entries: [AttributeList.Entry]) {
      for (name, value) in entries {
        if name == "fontname" || name == "labelfontname" { fonts.insert(value.text) }
        // No other quote in the text is unescaped.
        guard value.isHTML else { continue }
        for part in value.text.split(separator: "FACE=\"").dropFirst() {
          fonts.insert(String(part.prefix { $0 != "\"" }))
        }
      }
    }
    collect(graph.attributes)
    collect(graph.nodeDefaults)
    collect(graph.edgeDefaults)
    for node in graph.nodes { collect(node.attributes) }
    for edge in graph.edges { collect(edge.attributes) }
    for subgraph in graph.subgraphs { collect(subgraph.attributes) }
    return fonts
  }

  /// Whether one of the families is installed, or none can be asked for.
  private static func isInstalled(_ font: String) -> Bool {
    if let known = known[font] { return known }
    let isInstalled = font.split(separator: ",").contains { part in
      let name = part.drop { $0 == " " }
      return isFamily(String(name)) || isFamily(family(of: name))
    }
    known[font] = isInstalled
    return isInstalled
  }

  private static func isFamily(_ name: String) -> Bool {
    generic.contains(name.lowercased()) || shim_count_families(name) != 0
  }

  /// The name without weight and slant.
  private static func family(of name: Substring) -> String {
    var words = name.split { $0 == " " || $0 == "-" }
    while let last = words.last, words.count > 1, variants.contains(last.lowercased()) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}
