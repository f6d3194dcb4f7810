/// Reads the fields of a record from Graphviz's notation: `{<port> a | b} | c`.
///
/// The rules are those of libgvc, which drops spaces at the ends of fields and all but one of
/// several in a row.
struct RecordReader {
  private var rest: Substring.UnicodeScalarView
  private let names: EscapedText.Names

  /// The fields; an error's message if the text is not a record.
  static func fields(
    of raw: String, _ names: EscapedText.Names
  ) throws(GraphvizError) -> [RecordField] {
    var reader = RecordReader(rest: raw[...].unicodeScalars, names: names)
    return try reader.fields(depth: 1)
  }

  /// A field on its way.
  private struct Field {
    var text = String.UnicodeScalarView()
    var port: String?
    var inner: [RecordField]?
    /// Whether the last space of the text is one that stays.
    var endsInHardSpace = false

    mutating func add(_ scalar: Unicode.Scalar, isHard: Bool = false) {
      if scalar == " ", !isHard, text.isEmpty || text.last == " " { return }
      text.append(scalar)
      endsInHardSpace = isHard
    }

    func finished(_ names: EscapedText.Names) -> RecordField {
      if let inner { return RecordField(inner) }
      var text = text
      if text.last == " ", !endsInHardSpace { text.removeLast() }
      return EscapedText(raw: String(text), names: names).field(port: port)
    }
  }

  /// From behind an opening brace behind the closing one, or all of the label.
  private mutating func fields(depth: Int) throws(GraphvizError) -> [RecordField] {
    guard depth <= Limits.labelDepth else {
      throw GraphvizError(
        .limitExceeded, "fields are nested deeper than \(Limits.labelDepth)", attribute: "label")
    }
    var fields: [RecordField] = []
    var field = Field()
    while let scalar = rest.first {
      rest.removeFirst()
      switch scalar {
      case "{":
        guard field.inner == nil, field.port == nil, field.text.isEmpty else {
          throw Self.malformed("{ stands inside of a field")
        }
        field.inner = try self.fields(depth: depth + 1)
      case "}":
        guard depth > 1 else { throw Self.malformed("a } closes nothing") }
        return fields + [field.finished(names)]
      case "|":
        fields.append(field.finished(names))
        field = Field()
      case "<":
        guard field.inner == nil, field.port == nil else {
          throw Self.malformed("a field has two ports, or fields and a port")
        }
        field.port = try port()
      case ">": throw Self.malformed("a > closes nothing")
      case "\\":
        guard let next = rest.first else {
          field.add("\\")
          continue
        }
        rest.removeFirst()
        switch next {
        case "{", "}", "|", "<", ">": field.add(next)
        case " ": field.add(next, isHard: true)
        default:
          field.add("\\")
          field.add(next)
        }
      default: field.add(scalar)
      }
      if field.inner != nil, !field.text.isEmpty {
        throw Self.malformed("text stands beside the fields of a field")
      }
    }
    guard depth == 1 else { throw Self.malformed("a { is not closed") }
    return fields + [field.finished(names)]
  }

  private mutating func port() throws(GraphvizError) -> String {
    guard let end = rest.firstIndex(of: ">") else {
      throw Self.malformed("a < is not closed")
    }
    let words = Substring(rest[..<end]).split(separator: " ")
    rest = rest[rest.index(after: end)...]
    return words.joined(separator: " ")
  }

  private static func malformed(_ message: String) -> GraphvizError {
    GraphvizError(.invalidDOT, "the record is malformed: \(message)", attribute: "label")
  }
}
