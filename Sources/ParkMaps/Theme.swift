public import Graphviz

/// The colours and fonts of a map.
///
/// The palettes of the three themes were searched by computer: of all pairs of colours in one, the
/// most alike are still apart, to normal eyes and to such as lack one of the three kinds of cone
/// (Machado, Oliveira and Fernandes 2009; CIEDE2000). All text has the contrast that WCAG 2.2 asks
/// for at level AA, 4.5, and all outlines and lines have 3.
public struct Theme: Hashable, Sendable {
  /// The themes by name.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// Dark text on a light ground.
    case light
    /// Light text on a dark ground, for slides in dark rooms.
    case dark
    /// On white paper: what colours say is also said by marks, so that a grey copy loses nothing.
    case print
  }

  /// Behind everything.
  public var background: Color
  /// Titles and names.
  public var text: Color
  /// What is less important: second names, dates, sources.
  public var mutedText: Color
  /// The inside of a group, and the land of a geographic map.
  public var groupFill: Color
  /// The edge of a group.
  public var groupBorder: Color
  /// Nodes without a category, and those of categories beyond the palette.
  public var neutral: Color
  /// The outlines and lines of what is faded because something else is to be seen.
  public var faded: Color
  /// One after the other for the categories, those with the most nodes first.
  public var palette: [Color]
  /// One after the other for the kinds of tie, the most frequent first.
  public var tieColors: [Color]
  /// How much of its category's colour is in the inside of a node, 0 … 1.
  public var tint: Double
  /// Whether marks say what colours say: two letters in nodes, ornaments at the ends of lines.
  public var usesMarks: Bool
  /// Font families, the first that is installed counts; all of them draw Han beside Latin.
  public var font: String

  /// The theme of a name.
  public init(_ name: Name) {
    self =
      switch name {
      case .light: .light
      case .dark: .dark
      case .print: .print
      }
  }

  init(
    background: Color, text: Color, mutedText: Color, groupFill: Color, groupBorder: Color,
    neutral: Color, faded: Color, palette: [UInt32], tieColors: [UInt32], tint: Double,
    usesMarks: Bool = false
  ) {
    self.background = background
    self.text = text
    self.mutedText = mutedText
    self.groupFill = groupFill
    self.groupBorder = groupBorder
    self.neutral = neutral
    self.faded = faded
    self.palette = palette.map { Color(rgb: $0) }
    self.tieColors = tieColors.map { Color(rgb: $0) }
    self.tint = tint
    self.usesMarks = usesMarks
    font = "WenQuanYi Micro Hei"
  }

  /// The inside of a node whose outline has a colour.
  public func fill(_ color: Color) -> Color { background.mixed(with: color, share: tint) }

  /// The inside of a node that stands out: its colour, so much darker or lighter that text in the
  /// colour of ``background`` reads on it.
  public func solid(_ color: Color) -> Color {
    let goal: Color = background.luminance > 0.5 ? .black : .white
    for step in 0...20 {
      let mixed = color.mixed(with: goal, share: Double(step) / 20)
      if background.contrast(to: mixed) >= 4.5 { return mixed }
    }
    return goal
  }

  /// The colour of text on a ground: the theme's own where it reads well, else the background, black
  /// or white.
  public func ink(on ground: Color) -> Color {
    if text.contrast(to: ground) >= 4.5 { return text }
    if background.contrast(to: ground) >= 4.5 { return background }
    return Color.white.contrast(to: ground) >= Color.black.contrast(to: ground) ? .white : .black
  }

  /// The colour of less important text on a ground, which is that of other text where it would not
  /// read.
  public func mutedInk(on ground: Color) -> Color {
    mutedText.contrast(to: ground) >= 4.5 ? mutedText : ink(on: ground)
  }
}
