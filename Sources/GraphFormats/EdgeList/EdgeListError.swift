/// Why an edge list could not be read or written.
public struct EdgeListError: Error, Hashable, Sendable {
  /// What kind of fault it is.
  public enum Kind: Hashable, Sendable {
    /// The text is not an edge list.
    case syntax
    /// The text is not UTF-8.
    case encoding
    /// A weight is not zero or a positive finite number.
    case weight
    /// Something is larger than the limits of the reader allow.
    case limit
    /// The file could not be opened or read, or another program wrote to it meanwhile.
    case file
    /// A name cannot be written so that it reads back.
    case name
  }

  /// What kind of fault it is.
  public let kind: Kind
  /// The line, counted from 1; `nil` if the fault is not at one.
  public let line: Int?
  /// The character of the line, counted from 1; `nil` if the fault is not at one.
  public let column: Int?
  /// What was found, what was expected and what to do, in a sentence or two.
  public let message: String
  /// What was found and what was expected, without what to do.
  let fault: String

  init(_ kind: Kind, line: Int? = nil, column: Int? = nil, _ message: String) {
    self.kind = kind
    self.line = line
    self.column = column
    self.message = message
    fault = message
  }

  /// Creates the error of a line that a lenient reader leaves out.
  init(_ kind: Kind, line: Int, column: Int, _ fault: String, advice: String) {
    self.kind = kind
    self.line = line
    self.column = column
    self.fault = fault
    message = "\(fault); \(advice), or read leniently: \(Self.outcome)"
  }

  /// What a lenient reader does with a line that is no edge.
  static let outcome = "the line is left out"
}

extension EdgeListError: CustomStringConvertible {
  /// The place, if there is one, and the message.
  public var description: String {
    switch (line, column) {
    case (let line?, let column?): "line \(line), column \(column): \(message)"
    case (let line?, nil): "line \(line): \(message)"
    default: message
    }
  }
}
