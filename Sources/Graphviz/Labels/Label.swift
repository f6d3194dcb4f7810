/// What stands in a node, at an edge or over a cluster.
///
/// What kind it is, is said, never guessed from angle brackets.
public enum Label: Sendable, Hashable {
  /// The text as it is: backslashes, quotes, brackets and ampersands stand for themselves, and
  /// newlines break lines.
  ///
  /// Other control characters are left out.
  case text(String, alignment: TextAlignment = .center)
  /// Lines of text, each with a place of its own; they are as they are, too.
  case lines([LabelLine])
  /// Tables and styled text.
  case html(HTMLLabel)
  /// Fields, for nodes of the shapes `record` and `mRecord` only.
  case record([RecordField])
}

extension Label: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// The text as it is, its lines centred.
  public init(stringLiteral value: String) {
    self = .text(value)
  }
}

/// How the lines of a text stand to each other.
public enum TextAlignment: Sendable, Hashable, CaseIterable {
  /// All begin at the left.
  case left
  /// All have the same middle.
  case center
  /// All end at the right.
  case right

  var lineEnd: String {
    switch self {
    case .left: "\\l"
    case .center: "\\n"
    case .right: "\\r"
    }
  }
}

/// A line of a label.
public struct LabelLine: Sendable, Hashable {
  /// The text as it is, without a newline.
  public var text: String
  /// Where the line stands.
  public var alignment: TextAlignment

  /// A line, in the middle unless something else is said.
  public init(_ text: String, alignment: TextAlignment = .center) {
    self.text = text
    self.alignment = alignment
  }
}

/// A field of a record: text, or fields in the other direction.
public struct RecordField: Sendable, Hashable {
  /// What is in a field.
  public enum Content: Sendable, Hashable {
    /// The text as it is; newlines break lines.
    case text(String)
    /// Lines of text, each with a place of its own.
    case lines([LabelLine])
    /// Fields, one above the other in a row of fields and side by side in a column.
    case fields([RecordField])
  }

  /// What is in the field.
  public var content: Content
  /// What edges call the field, see ``Endpoint/port``.
  ///
  /// Fields of fields have none.
  public var port: String?

  /// A field with text.
  public init(_ text: String, port: String? = nil) {
    content = .text(text)
    self.port = port
  }

  /// A field with lines of text.
  public init(lines: [LabelLine], port: String? = nil) {
    content = .lines(lines)
    self.port = port
  }

  /// A field of fields.
  public init(_ fields: [RecordField]) {
    content = .fields(fields)
  }
}
