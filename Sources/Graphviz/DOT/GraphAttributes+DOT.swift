extension GraphAttributes: DOTGroup {
  static let labels: [(name: String, path: DOTField<Self>.LabelPath)] = [
    ("label", \.label)
  ]

  static let fields: [DOTField<Self>] = [
    .choice("labelloc", \.labelLoc, also: VerticalPlace.words),
    .choice("labeljust", \.labelJust, also: HorizontalPlace.words),
    .color("fontcolor", \.fontColor),
    .name("fontname", \.fontName),
    .number("fontsize", \.fontSize),
    .color("bgcolor", \.bgColor, to: \.bgGradientEnd),
    .number("gradientangle", \.gradientAngle),
    .background(\.background),
    .choice("rankdir", \.rankDir),
    .number("nodesep", \.nodeSep),
    .other("ranksep", read: readRankSep, write: writeRankSep),
    .flag("newrank", \.newRank),
    .choice("ordering", \.ordering),
    .flag("compound", \.compound),
    .choice(
      "splines", \.splines,
      also: [
        "false": .line, "no": .line, "0": .line, "true": .spline, "yes": .spline, "1": .spline,
      ]),
    .other("overlap", read: readOverlap, write: { $0.overlap?.dotText }),
    .number("overlap_scaling", \.overlapScaling),
    .separation("sep", \.sep),
    .separation("esep", \.esep),
    .number("K", \.k),
    .number("repulsiveforce", \.repulsiveForce),
    .choice("mode", \.mode),
    .choice("model", \.model),
    .number("maxiter", \.maxIter),
    .other("start", read: readStart, write: { $0.start?.dotText }),
    .number("rotation", \.rotation),
    .flag("normalize", \.normalize),
    .flag("notranslate", \.noTranslate),
    .name("root", \.root),
    .number("pack", \.pack),
    .packMode(\.packMode),
    .number("pad", \.pad),
    .number("dpi", \.dpi),
    .other("size", read: readSize, write: writeSize),
    .other("ratio", read: readRatio, write: { $0.ratio?.dotText }),
    .flag("landscape", \.landscape),
    .choice("outputorder", \.outputOrder),
    .text("tooltip", \.tooltip),
    .text("URL", \.url),
    .text("target", \.target),
    .text("id", \.id),
    .text("class", \.class),
  ]

  private static let readRankSep: @Sendable (inout Self, String) -> Bool = { group, raw in
    var words = raw.split(separator: " ")
    let isEqual = words.last == "equally"
    if isEqual { words.removeLast() }
    guard words.count <= 1, isEqual || !words.isEmpty else { return false }
    if let word = words.first {
      guard let number = DOTNumber.double(word) else { return false }
      group.rankSep = number
    }
    group.hasEqualRanks = isEqual ? true : nil
    return true
  }

  private static let writeRankSep: @Sendable (Self) -> String? = { group in
    let words =
      (group.rankSep.map { [DOTNumber.text($0)] } ?? [])
      + (group.hasEqualRanks == true ? ["equally"] : [])
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static let readOverlap: @Sendable (inout Self, String) -> Bool = { group, raw in
    switch raw.lowercased() {
    case "scale": group.overlap = .scale
    case "scalexy": group.overlap = .scaleXY
    case "vpsc": group.overlap = .vpsc
    case "prism": group.overlap = .prism()
    case let word where word.hasPrefix("prism"):
      guard let rounds = Int(word.dropFirst(5)) else { return false }
      group.overlap = .prism(rounds: rounds)
    case let word:
      guard let keeps = DOTNumber.flag(word) else { return false }
      group.overlap = keeps ? .keep : .prism()
    }
    return true
  }

  private static let readStart: @Sendable (inout Self, String) -> Bool = { group, raw in
    if raw == "regular" {
      group.start = .regular
      return true
    }
    let digits = raw.hasPrefix("random") ? raw.dropFirst(6) : raw[...]
    guard let seed = Int(digits) else { return false }
    group.start = .random(seed: seed)
    return true
  }

  private static let readSize: @Sendable (inout Self, String) -> Bool = { group, raw in
    let isDesired = raw.hasSuffix("!")
    guard let size = DOTNumber.size(raw.filter { $0 != "!" }) else { return false }
    group.size = size
    group.sizeIsDesired = isDesired ? true : nil
    return true
  }

  private static let writeSize: @Sendable (Self) -> String? = { group in
    group.size.map {
      "\(DOTNumber.text($0.width)),\(DOTNumber.text($0.height))"
        + (group.sizeIsDesired == true ? "!" : "")
    }
  }

  private static let readRatio: @Sendable (inout Self, String) -> Bool = { group, raw in
    switch raw {
    case "fill": group.ratio = .fill
    case "compress": group.ratio = .compress
    case "expand": group.ratio = .expand
    case "auto": group.ratio = .auto
    default:
      guard let value = DOTNumber.double(raw) else { return false }
      group.ratio = .value(value)
    }
    return true
  }
}

extension DOTField where Group == GraphAttributes {
  fileprivate static func separation(_ name: String, _ path: Path<Separation>) -> DOTField {
    .other(
      name,
      read: { group, raw in
        let digits = raw.hasPrefix("+") ? raw.dropFirst() : raw[...]
        guard let number = DOTNumber.double(digits) else { return false }
        group[keyPath: path] = raw.hasPrefix("+") ? .points(number) : .factor(number)
        return true
      },
      write: { group in
        switch group[keyPath: path] {
        case .points(let points): "+" + DOTNumber.text(points)
        case .factor(let factor): DOTNumber.text(factor)
        case nil: nil
        }
      })
  }
}

extension DOTField {
  static func packMode(_ path: Path<PackMode>) -> DOTField {
    .other(
      "packmode",
      read: { group, raw in
        guard let mode = PackMode(dot: raw) else { return false }
        group[keyPath: path] = mode
        return true
      }, write: { $0[keyPath: path]?.graphvizValue })
  }
}

extension PackMode {
  /// The mode that DOT writes in this way.
  init?(dot text: String) {
    switch text {
    case "node": self = .node
    case "clust", "cluster": self = .cluster
    case "graph": self = .graph
    case "array": self = .array()
    case _ where text.hasPrefix("array_"):
      var arrangement = Arrangement()
      let flags = text.dropFirst(6)
      let digits = flags.drop { !$0.isNumber }
      for flag in flags.dropLast(digits.count) {
        switch flag {
        case "c": arrangement.isColumnMajor = true
        case "u": arrangement.usesSortValues = true
        case "t": arrangement.alignsTop = true
        case "l": arrangement.alignsLeft = true
        default: return nil
        }
      }
      if !digits.isEmpty {
        guard let count = Int(digits) else { return nil }
        arrangement.count = count
      }
      self = .array(arrangement)
    default: return nil
    }
  }
}

extension Overlap {
  fileprivate var dotText: String {
    switch self {
    case .keep: "true"
    case .prism(let rounds?): "prism\(rounds)"
    case .prism(nil): "prism"
    case .scale: "scale"
    case .scaleXY: "scalexy"
    case .vpsc: "vpsc"
    }
  }
}

extension Start {
  fileprivate var dotText: String {
    switch self {
    case .regular: "regular"
    case .random(let seed): "random\(seed)"
    }
  }
}

extension AspectRatio {
  fileprivate var dotText: String {
    switch self {
    case .value(let value): DOTNumber.text(value)
    case .fill: "fill"
    case .compress: "compress"
    case .expand: "expand"
    case .auto: "auto"
    }
  }
}
