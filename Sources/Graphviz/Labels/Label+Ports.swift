internal import ExactTexts

extension Label {
  /// What edges may name in this label.
  ///
  /// The label has been checked: it is not nested deeply.
  var ports: Set<ExactText> {
    var ports: Set<ExactText> = []
    switch self {
    case .text, .lines: break
    case .html(let html): Self.collect(html, into: &ports)
    case .record(let fields): Self.collect(fields, into: &ports)
    }
    return ports
  }

  private static func collect(_ fields: [RecordField], into ports: inout Set<ExactText>) {
    for field in fields {
      if let port = field.port { ports.insert(port) }
      if case .fields(let inner) = field.content { collect(inner, into: &ports) }
    }
  }

  private static func collect(_ label: HTMLLabel, into ports: inout Set<ExactText>) {
    guard case .table(let table) = label else { return }
    if let port = table.attributes.port { ports.insert(port) }
    for cell in table.rows.lazy.flatMap(\.cells) {
      if let port = cell.attributes.port { ports.insert(port) }
      collect(cell.content, into: &ports)
    }
  }
}
