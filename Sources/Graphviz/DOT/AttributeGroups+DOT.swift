/// Attributes that can be read from DOT and written to it.
protocol DOTGroup: Sendable {
  /// All attributes that have a property, but for labels.
  static var fields: [DOTField<Self>] { get }
  /// The labels, by name.
  static var labels: [(name: String, path: DOTField<Self>.LabelPath)] { get }
  var other: [String: String] { get set }
  init()
}

extension DOTGroup {
  /// The attributes' texts in the order of the fields, then the others in that of their names.
  var dotEntries: [(name: String, raw: String)] {
    Self.fields.compactMap { field in field.write(self).map { (field.name, $0) } }
      + other.sorted { $0.key < $1.key }.map { name, value in
        (name, OtherAttributes.escapedNames.contains(name) ? EscapedText.raw(value) : value)
      }
  }
}

extension VerticalPlace {
  static let words: [String: VerticalPlace] = ["top": .top, "center": .center, "bottom": .bottom]
}

extension HorizontalPlace {
  static let words: [String: HorizontalPlace] = ["left": .left, "center": .center, "right": .right]
}

extension NodeAttributes: DOTGroup {
  static let labels: [(name: String, path: DOTField<Self>.LabelPath)] = [
    ("label", \.label), ("xlabel", \.xlabel),
  ]

  static let fields: [DOTField<Self>] = [
    .choice("shape", \.shape),
    .style(\.style),
    .color("color", \.color),
    .color("fillcolor", \.fillColor, to: \.fillGradientEnd),
    .number("gradientangle", \.gradientAngle),
    .color("fontcolor", \.fontColor),
    .name("fontname", \.fontName),
    .number("fontsize", \.fontSize),
    .number("penwidth", \.penWidth),
    .size("margin", \.margin),
    .number("width", \.width),
    .number("height", \.height),
    .choice(
      "fixedsize", \.fixedSize,
      also: ["true": .fixed, "yes": .fixed, "1": .fixed, "no": .label, "0": .label]),
    .number("peripheries", \.peripheries),
    .number("sides", \.sides),
    .flag("regular", \.isRegular),
    .number("orientation", \.orientation),
    .number("distortion", \.distortion),
    .number("skew", \.skew),
    .choice("labelloc", \.labelLoc, also: VerticalPlace.words),
    .other("pos", read: readPosition, write: writePosition),
    .name("group", \.group),
    .flag("root", \.isRoot),
    .text("tooltip", \.tooltip),
    .text("URL", \.url),
    .text("target", \.target),
    .text("id", \.id),
    .text("class", \.class),
  ]

  private static let readPosition: @Sendable (inout Self, String) -> Bool = { group, raw in
    let isPinned = raw.hasSuffix("!")
    let parts = raw.filter { $0 != "!" }.split { $0 == "," || $0 == " " }
    guard parts.count == 2, let x = DOTNumber.double(parts[0]), let y = DOTNumber.double(parts[1])
    else { return false }
    group.pos = Point(x: x, y: y)
    group.isPinned = isPinned ? true : nil
    return true
  }

  private static let writePosition: @Sendable (Self) -> String? = { group in
    group.pos.map {
      "\(DOTNumber.text($0.x)),\(DOTNumber.text($0.y))" + (group.isPinned == true ? "!" : "")
    }
  }
}

extension EdgeAttributes: DOTGroup {
  static let labels: [(name: String, path: DOTField<Self>.LabelPath)] = [
    ("label", \.label), ("xlabel", \.xlabel), ("headlabel", \.headLabel),
    ("taillabel", \.tailLabel),
  ]

  static let fields: [DOTField<Self>] = [
    .number("labeldistance", \.labelDistance),
    .number("labelangle", \.labelAngle),
    .flag("labelfloat", \.labelFloat),
    .flag("decorate", \.decorate),
    .color("color", \.color),
    .color("fillcolor", \.fillColor),
    .color("fontcolor", \.fontColor),
    .name("fontname", \.fontName),
    .number("fontsize", \.fontSize),
    .color("labelfontcolor", \.labelFontColor),
    .name("labelfontname", \.labelFontName),
    .number("labelfontsize", \.labelFontSize),
    .number("penwidth", \.penWidth),
    .style(\.style),
    .choice("dir", \.dir),
    .choice("arrowhead", \.arrowHead),
    .choice("arrowtail", \.arrowTail),
    .number("arrowsize", \.arrowSize),
    .flag("headclip", \.headClip),
    .flag("tailclip", \.tailClip),
    .cluster("lhead", \.lhead),
    .cluster("ltail", \.ltail),
    .name("samehead", \.sameHead),
    .name("sametail", \.sameTail),
    .number("weight", \.weight),
    .number("minlen", \.minLen),
    .flag("constraint", \.constraint),
    .number("len", \.len),
    .curves("pos", \.pos),
    .text("tooltip", \.tooltip),
    .text("labeltooltip", \.labelTooltip),
    .text("URL", \.url),
    .text("target", \.target),
    .text("id", \.id),
    .text("class", \.class),
  ]
}

extension SubgraphAttributes: DOTGroup {
  static let labels: [(name: String, path: DOTField<Self>.LabelPath)] = [
    ("label", \.label)
  ]

  static let fields: [DOTField<Self>] = [
    .choice("labelloc", \.labelLoc, also: VerticalPlace.words),
    .choice("labeljust", \.labelJust, also: HorizontalPlace.words),
    .choice("rank", \.rank),
    .style(\.style),
    .color("color", \.color),
    .color("pencolor", \.penColor),
    .color("fillcolor", \.fillColor, to: \.fillGradientEnd),
    .number("gradientangle", \.gradientAngle),
    .color("bgcolor", \.bgColor),
    .color("fontcolor", \.fontColor),
    .name("fontname", \.fontName),
    .number("fontsize", \.fontSize),
    .number("penwidth", \.penWidth),
    .number("peripheries", \.peripheries),
    .number("margin", \.margin),
    .number("K", \.k),
    .number("pack", \.pack),
    .packMode(\.packMode),
    .number("sortv", \.sortv),
    .box("bb", \.box),
    .text("tooltip", \.tooltip),
    .text("URL", \.url),
    .text("target", \.target),
    .text("id", \.id),
    .text("class", \.class),
  ]
}
