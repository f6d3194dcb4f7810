public import ParkGraph

/// A place in a file.
public struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The file, as its path was given.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Creates a position.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The form that editors understand: `parks.yaml:12:5`.
  public var description: String { "\(file):\(line):\(column)" }

  /// Orders positions by file, line and column.
  public static func < (left: Position, right: Position) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// Something that is wrong with a data file, and where.
public struct Diagnostic: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Where.
  public var position: Position
  /// How bad it is.
  public var severity: Finding.Severity
  /// What was found, what was expected, and what to do.
  public var message: String

  /// Creates a diagnostic.
  public init(_ position: Position, _ severity: Finding.Severity = .error, _ message: String) {
    self.position = position
    self.severity = severity
    self.message = message
  }

  /// One line: `parks.yaml:12:5: error: unknown key 'nmaes'; did you mean 'names'?`.
  public var description: String { "\(position): \(severity.rawValue): \(message)" }

  /// Orders diagnostics by position, then by text.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    (left.position, left.message) < (right.position, right.message)
  }
}
