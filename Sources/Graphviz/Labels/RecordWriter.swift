/// Writes the fields of a record in Graphviz's notation.
enum RecordWriter {
  /// The fields, for libgvc at once or for a DOT file; errors name the attribute.
  static func text(
    of fields: [RecordField], attribute: String, isForDOT: Bool = false
  ) throws(GraphvizError) -> String {
    var cells = 0
    return try text(of: fields, attribute, isForDOT, depth: 1, &cells)
  }

  private static func text(
    of fields: [RecordField], _ attribute: String, _ isForDOT: Bool, depth: Int,
    _ cells: inout Int
  ) throws(GraphvizError) -> String {
    guard depth <= Limits.labelDepth else {
      throw GraphvizError(
        .limitExceeded, "fields are nested deeper than \(Limits.labelDepth)", attribute: attribute)
    }
    guard !fields.isEmpty else {
      throw GraphvizError(.invalidValue, "a record without fields", attribute: attribute)
    }
    var parts: [String] = []
    for field in fields {
      cells += 1
      guard cells <= Limits.cells else {
        throw GraphvizError(
          .limitExceeded, "more than \(Limits.cells) fields", attribute: attribute)
      }
      let port = try field.port.map { (port) throws(GraphvizError) in
        "<\(try Escaping.identifier(port, colon: false, attribute: attribute))> "
      }
      switch field.content {
      case .text(let text):
        let escaped =
          isForDOT
          ? EscapedText.raw(text, isRecord: true)
          : try Escaping.label(text, .center, isRecord: true, attribute: attribute)
        parts.append((port ?? "") + escaped)
      case .lines(let lines):
        let escaped =
          isForDOT
          ? EscapedText.raw(lines, isRecord: true)
          : try Escaping.label(lines, isRecord: true, attribute: attribute)
        parts.append((port ?? "") + escaped)
      case .fields(let inner):
        guard field.port == nil else {
          throw GraphvizError(
            .invalidValue, "a field of fields cannot have a port", attribute: attribute)
        }
        parts.append(
          "{" + (try text(of: inner, attribute, isForDOT, depth: depth + 1, &cells)) + "}")
      }
    }
    return parts.joined(separator: "|")
  }
}
