/// Why a file can't be read as a graph.
public struct ReadingError: Error, Hashable, Sendable {
  /// The kinds of faults.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The file is missing, is a folder, or the system can't read it.
    case unreadable
    /// The bytes are no text of the encoding that the file has.
    case encoding
    /// The text breaks the grammar of the format.
    case syntax
    /// The text is well formed, but says what can't be: an edge to a node that isn't there.
    case content
    /// The file asks for something that is refused, such as the entities of a document type.
    case refused
    /// A limit of ``ReadingLimits`` was passed.
    case limitExceeded
  }

  /// The kind of the fault.
  public let reason: Reason
  /// In which file of a folder it is, if a folder of tables is read: `nodes.csv` or `edges.csv`.
  public var file: String? { table?.name }
  /// Where it is, if it has a place.
  public var position: TextPosition? {
    line == 0 ? nil : TextPosition(line: Int(line), column: Int(column))
  }
  // Small, since for each tag of a file it is asked whether there is one: the file as a byte, and the
  // place as two numbers, 0 if there is none.
  private let table: CSVFile?
  private let line: UInt32
  private let column: UInt32
  /// What was found, what was expected and what to do, in a phrase that follows on the place.
  public let message: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - reason: The kind of the fault.
  ///   - position: Where it is.
  ///   - message: What was found, what was expected, what to do.
  /// - Complexity: O(1)
  public init(_ reason: Reason, at position: TextPosition? = nil, _ message: String) {
    self.init(reason, in: nil, at: position, message)
  }

  /// Creates an error that may be in a table of a folder.
  init(_ reason: Reason, in table: CSVFile?, at position: TextPosition?, _ message: String) {
    self.reason = reason
    self.table = table
    line = position.map { UInt32(clamping: $0.line) } ?? 0
    column = position.map { UInt32(clamping: $0.column) } ?? 0
    self.message = message
  }
}

extension ReadingError {
  /// What to do about a fault that speaks for itself.
  package static let advice = "correct it"

  /// What to do about a file that asks for more than a limit that can be raised allows.
  package static let limitAdvice = "raise the limit if the file can be trusted"

  /// Creates an error that says what to do, and what lenient reading makes of the fault.
  init(
    _ reason: Reason, at position: TextPosition?, _ message: String, advice: String = Self.advice,
    leniently outcome: String
  ) {
    self.init(reason, at: position, "\(message); \(advice), or read leniently: \(outcome)")
  }

  /// Creates the error of a file that asks for more than a limit allows.
  init(limit message: String, at position: TextPosition? = nil) {
    self.init(.limitExceeded, at: position, "\(message); \(Self.limitAdvice)")
  }

  /// Creates the error of what can't be part of a graph.
  init(_ error: PropertyGraphError, at position: TextPosition? = nil) {
    let sentence = error.description
    self.init(
      .content, at: position,
      sentence.prefix(1).lowercased() + sentence.dropFirst().prefix { $0 != "." } + "; rename one")
  }
}

extension ReadingError: CustomStringConvertible {
  /// The place and the message: `3:14: the edge …`, in a folder `edges.csv:3:14: the edge …`.
  public var description: String { TextPosition.prefix(file, position) + message }
}
