/// A label that looks like HTML: a table, or text with styles.
///
/// ```swift
/// let label = HTMLLabel.table(
///   HTMLTable(rows: [
///     HTMLRow([HTMLCell("Hsinchu"), HTMLCell([.bold([.text("新竹")])])])
///   ]))
/// ```
public indirect enum HTMLLabel: Sendable, Hashable {
  /// Text with styles.
  case text([HTMLText])
  /// A table.
  case table(HTMLTable)
}

/// A piece of text in an HTML-like label.
public indirect enum HTMLText: Sendable, Hashable {
  /// The text as it is; newlines break lines.
  case text(String)
  /// The end of a line, and where that line stands.
  case lineBreak(TextAlignment = .center)
  /// In another font, size or colour.
  case font(HTMLFont, [HTMLText])
  /// Bold.
  case bold([HTMLText])
  /// Italic.
  case italic([HTMLText])
  /// Underlined.
  case underline([HTMLText])
  /// With a line above.
  case overline([HTMLText])
  /// Struck through.
  case strikethrough([HTMLText])
  /// Lowered and small.
  case `subscript`([HTMLText])
  /// Raised and small.
  case superscript([HTMLText])
}

/// What `HTMLText.font` changes; nil leaves it.
public struct HTMLFont: Sendable, Hashable {
  /// A font family: letters, digits, spaces and `-_,.` only.
  public var name: String?
  /// The size in points.
  public var size: Double?
  /// The colour.
  public var color: Color?

  /// What is to be changed.
  public init(name: String? = nil, size: Double? = nil, color: Color? = nil) {
    self.name = name
    self.size = size
    self.color = color
  }
}

/// A table of an HTML-like label.
public struct HTMLTable: Sendable, Hashable {
  /// The rows; at least one.
  public var rows: [HTMLRow]
  /// How the table looks as a whole.
  public var attributes = HTMLBoxAttributes()
  /// The width of the cells' borders in points.
  public var cellBorder: Int?
  /// Whether lines are drawn between all columns.
  public var hasColumnRules = false

  /// A table whose attributes the closure sets.
  public init(rows: [HTMLRow], _ configure: (inout HTMLBoxAttributes) -> Void = { _ in }) {
    self.rows = rows
    configure(&attributes)
  }
}

/// A row of a table.
public struct HTMLRow: Sendable, Hashable {
  /// The cells; at least one.
  public var cells: [HTMLCell]
  /// Whether a horizontal rule follows the row, unless it is the last.
  public var isFollowedByRule: Bool

  /// A row.
  public init(_ cells: [HTMLCell], isFollowedByRule: Bool = false) {
    self.cells = cells
    self.isFollowedByRule = isFollowedByRule
  }
}

/// A cell of a table.
public struct HTMLCell: Sendable, Hashable {
  /// What is in the cell: text or a table.
  public var content: HTMLLabel
  /// How the cell looks.
  public var attributes = HTMLBoxAttributes()
  /// Whether a vertical rule follows the cell, unless it is the last of its row.
  public var isFollowedByRule = false
  /// How many rows the cell spans.
  public var rowSpan = 1
  /// How many columns the cell spans.
  public var columnSpan = 1

  /// A cell whose attributes the closure sets.
  public init(_ content: HTMLLabel, _ configure: (inout HTMLBoxAttributes) -> Void = { _ in }) {
    self.content = content
    configure(&attributes)
  }

  /// A cell with styled text.
  public init(_ text: [HTMLText], _ configure: (inout HTMLBoxAttributes) -> Void = { _ in }) {
    self.init(.text(text), configure)
  }

  /// A cell with plain text.
  public init(_ text: String, _ configure: (inout HTMLBoxAttributes) -> Void = { _ in }) {
    self.init(.text([.text(text)]), configure)
  }
}

/// How a table or a cell looks.
///
/// Lengths are in points.
public struct HTMLBoxAttributes: Sendable, Hashable {
  /// The width of the border.
  public var border: Int?
  /// The room between cells.
  public var cellSpacing: Int?
  /// The room between a cell's border and what is in it.
  public var cellPadding: Int?
  /// The border's colour.
  public var color: Color?
  /// The inside's colour.
  public var bgColor: Color?
  /// A second colour: the inside runs from `bgColor` to this one.
  public var bgGradientEnd: Color?
  /// The direction of the gradient in degrees.
  public var gradientAngle: Int?
  /// Whether the gradient runs from the middle.
  public var isRadial = false
  /// Whether the corners are round (tables only).
  public var isRounded = false
  /// How the border is drawn.
  public var line: HTMLLine?
  /// Which sides have a border; nil for all.
  public var sides: HTMLSides?
  /// Where the content stands from left to right.
  public var align: HorizontalPlace?
  /// Where the content stands from top to bottom.
  public var valign: VerticalPlace?
  /// Where the lines of the text stand that have no place of their own (cells only).
  public var lineAlign: TextAlignment?
  /// The least width.
  public var width: Int?
  /// The least height.
  public var height: Int?
  /// Whether the size is exactly `width` and `height`.
  public var isFixedSize = false
  /// What edges call the table or cell, see ``Endpoint/port``.
  public var port: String?
  /// Where a click leads: http or https only.
  public var url: String?
  /// What a browser shows when the pointer is there, if there is a URL.
  public var tooltip: String?
  /// The window in which the URL opens.
  public var target: String?
  /// The `id` of the SVG element: letters, digits and `-_.:`.
  public var id: String?

  /// Nothing set.
  public init() {}
}

/// How the border of a table or a cell is drawn.
public enum HTMLLine: String, Sendable, Hashable, CaseIterable {
  /// Without gaps.
  case solid = "SOLID"
  /// In dashes.
  case dashed = "DASHED"
  /// In dots.
  case dotted = "DOTTED"
  /// Not at all; room is kept.
  case invisible = "INVISIBLE"
}

/// Sides of a table or a cell.
public struct HTMLSides: OptionSet, Sendable, Hashable {
  /// One bit for each side.
  public let rawValue: Int

  /// Sides from their bits; bits without a meaning are ignored.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The left side.
  public static let left = HTMLSides(rawValue: 1 << 0)
  /// The upper side.
  public static let top = HTMLSides(rawValue: 1 << 1)
  /// The right side.
  public static let right = HTMLSides(rawValue: 1 << 2)
  /// The lower side.
  public static let bottom = HTMLSides(rawValue: 1 << 3)

  static let letters: [(HTMLSides, Character)] = [
    (.left, "L"), (.top, "T"), (.right, "R"), (.bottom, "B"),
  ]
}
