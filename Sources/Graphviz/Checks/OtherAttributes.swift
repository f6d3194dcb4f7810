/// The rules for attributes that have no property of their own.
enum OtherAttributes {
  private enum Rule {
    case number(ClosedRange<Double>)
    case boolean
    case word
    case url
    case text
    case refused(String)
  }

  private static let files = Rule.refused("libgvc would read a file")
  private static let fragile = Rule.refused("libgvc crashes or writes invalid files with it")
  private static let secret = Rule.refused("libgvc means something undocumented by it")
  private static let managed = Rule.refused("it is set by this library")
  private static let output = Rule.refused("it belongs to a layout, not to a description")

  /// The attributes of the documentation that are not properties.
  ///
  /// Graphviz ignores names that are neither here nor properties; they are written to DOT and JSON.
  private static let rules: [String: Rule] = [
    "Damping": .number(0...1), "area": .number(0...1_000),
    "center": .boolean, "clusterrank": .word, "colorscheme": .word, "comment": .text,
    "defaultdist": .number(0.001...1_000), "diredgeconstraints": .word, "edgeURL": .url,
    "edgehref": .url, "edgetarget": .word, "edgetooltip": .text,
    "epsilon": .number(0.000001...100), "forcelabels": .boolean, "headURL": .url, "headhref": .url,
    "headtarget": .word, "headtooltip": .text, "href": .url, "labelURL": .url, "labelhref": .url,
    "labeltarget": .word, "label_scheme": .number(0...4), "levels": .number(0...100),
    "levelsgap": .number(-100...100), "mclimit": .number(0...100),
    "mindist": .number(0...1_000), "nojustify": .boolean,
    "nslimit": .number(0...1_000), "nslimit1": .number(0...1_000), "quadtree": .word,
    "quantum": .number(0...100), "remincross": .boolean, "rotate": .number(0...90),
    "samplepoints": .number(3...1_000), "scale": .number(0.01...100),
    "searchsize": .number(1...10_000), "tailURL": .url, "tailhref": .url, "tailtarget": .word,
    "tailtooltip": .text, "truecolor": .boolean, "voro_margin": .number(0.0...10),
    "z": .number(-1_000...1_000),

    "fontpath": files, "image": files, "imagepath": files,
    "imagepos": files, "imagescale": files, "shapefile": files, "stylesheet": files,

    "beautify": fragile, "concentrate": fragile, "dim": fragile, "dimen": fragile,
    "smoothing": fragile,

    "T0": secret, "TBbalance": secret, "articulation_pos": secret, "aspect": secret,
    "clustercolor": secret, "compact": secret, "coords": secret, "fixed": secret,
    "inset": secret, "label_float": secret, "labelaligned": secret, "level": secret,
    "linelength": secret, "nonsense": secret, "odb": secret, "oneblock": secret,
    "order": secret, "overlap_shrink": secret, "phase": secret, "spine": secret, "wt": secret,

    "_background": managed, "charset": managed, "fontnames": managed, "headport": managed,
    "inputscale": managed,
    "layout": managed, "mosek": managed, "resolution": managed, "showboxes": managed,
    "tailport": managed, "xdotversion": managed, "pin": managed,

    "_draw_": output, "_hdraw_": output, "_hldraw_": output, "_ldraw_": output,
    "_tdraw_": output, "_tldraw_": output, "bb": output, "head_lp": output, "lp": output,
    "lheight": output, "lwidth": output, "rects": output, "tail_lp": output, "vertices": output,
    "xlp": output, "layer": output, "layerlistsep": output, "layers": output,
    "layerselect": output, "layersep": output, "page": output, "pagedir": output,
    "viewport": output,
  ]

  /// The names of those in whose values DOT has escapes.
  static let escapedNames: Set<String> = Set(
    rules.filter { name, rule in
      switch rule {
      case .url: true
      case .text: name.hasSuffix("tooltip")
      case .word: name.hasSuffix("target")
      default: false
      }
    }.keys)

  /// The names of the attributes that have a property, by what they belong to.
  static let typed: [AttributeList.Kind: Set<String>] = {
    func names(_ group: some AttributeGroup) -> Set<String> {
      var list = AttributeList(recordsOffers: true)
      // With nothing set there is nothing to refuse.
      try? group.write(to: &list)
      return list.offered ?? []
    }
    return [
      .graph: names(GraphAttributes()), .subgraph: names(SubgraphAttributes()),
      .node: names(NodeAttributes()), .edge: names(EdgeAttributes()),
    ]
  }()

  static func text(
    _ name: String, _ value: String, of kind: AttributeList.Kind
  ) throws(GraphvizError) -> String {
    guard let first = name.unicodeScalars.first, !first.isDigit, name.utf8.count <= 128,
      name.unicodeScalars.allSatisfy({ $0.isLatinLetter || $0.isDigit || $0 == "_" })
    else {
      throw GraphvizError(
        .invalidValue, "an attribute's name has letters, digits and _ only", attribute: name)
    }
    if typed[kind]?.contains(name) == true {
      if Notation.allows(value, for: name) { return value }
      throw GraphvizError(
        .invalidValue, "this attribute has a property of its own", attribute: name)
    }
    switch rules[name] {
    case .number(let range):
      guard let number = Double(value) else {
        throw GraphvizError(.invalidValue, "\"\(value)\" is not a number", attribute: name)
      }
      return try AttributeList.number(number, name, in: range)
    case .boolean:
      guard value == "true" || value == "false" else {
        throw GraphvizError(.invalidValue, "neither true nor false", attribute: name)
      }
      return value
    case .word: return try Escaping.identifier(value, attribute: name)
    case .url: return try Escaping.url(value, attribute: name)
    case .refused(let reason):
      throw GraphvizError(.invalidValue, "not allowed: \(reason)", attribute: name)
    case .text, nil: return try Escaping.text(value, attribute: name)
    }
  }
}

extension AttributeList {
  /// Adds attributes that have no property, in the order of their names.
  mutating func add(other: [String: String], to kind: Kind) throws(GraphvizError) {
    guard !other.isEmpty else { return }
    for (name, value) in other.sorted(by: { $0.key < $1.key }) {
      append(name, try OtherAttributes.text(name, value, of: kind))
    }
  }
}

extension Unicode.Scalar {
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
