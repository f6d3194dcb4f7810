/// The formats in which a layout can be written.
public enum Format: String, Sendable, Hashable, CaseIterable, Comparable {
  // In the order in which they are written: each leaves the graph as those after it expect it.

  /// The description as DOT, without a layout.
  case canon
  /// The layout as lines of plain text.
  case plain
  /// Vectors, in UTF-8.
  case svg
  /// Pixels; needs fonts for every script in the labels.
  case png
  /// Vectors; needs fonts for every script in the labels.
  case pdf
  /// The description as DOT, with positions.
  case dot
  /// As `dot`, with drawing operations.
  case xdot
  /// As `xdot`, in JSON.
  case json

  /// In the order of the declarations.
  public static func < (left: Format, right: Format) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
