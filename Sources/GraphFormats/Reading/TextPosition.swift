/// A place in a file of text.
public struct TextPosition: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in bytes, from 1.
  public var column: Int

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - line: The line, from 1.
  ///   - column: The column in bytes, from 1.
  /// - Complexity: O(1)
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension TextPosition: Comparable {
  /// Whether a place comes before another one.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension TextPosition {
  /// What comes before a message: a file and a place in it, with a colon after each.
  static func prefix(_ file: String?, _ position: TextPosition?) -> String {
    let parts = [file, position?.description].compactMap { $0 }
    return parts.isEmpty ? "" : parts.joined(separator: ":") + ": "
  }
}

extension TextPosition: CustomStringConvertible {
  /// Line and column with a colon between them, as compilers write them.
  public var description: String { "\(line):\(column)" }
}
