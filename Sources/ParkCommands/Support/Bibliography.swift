import ParkGraph

/// The documents behind some footnotes, each with the statements that it proves.
struct Bibliography {
  /// A document as CSL-JSON has it.
  struct Item: Encodable {
    /// A date: one list of year, month and day.
    struct Issued: Encodable {
      var dateParts: [[Int]]

      enum CodingKeys: String, CodingKey {
        case dateParts = "date-parts"
      }
    }

    var id: String
    var type = "article-newspaper"
    var title: String
    var publisher: String?
    var issued: Issued?
    var language: String
    var note: String
  }

  private let entries: [(source: Source, notes: [String])]

  init(_ footnotes: [Footnote], _ graph: ParkGraph) {
    entries = graph.sources.compactMap { source in
      let notes = footnotes.compactMap { footnote -> String? in
        let paragraphs = footnote.citations.filter { $0.source == source.id }.map(\.paragraph)
        guard !paragraphs.isEmpty else { return nil }
        let list = paragraphs.map(String.init).joined(separator: ", ")
        return "\(footnote.text) (paragraph \(list))"
      }
      return notes.isEmpty ? nil : (source, notes)
    }
  }

  var cslItems: [Item] {
    entries.map { source, notes in
      Item(
        id: source.id.rawValue, title: source.title, publisher: source.publisher,
        issued: source.date.map { date in
          Item.Issued(dateParts: [[date.year, date.month, date.day].compactMap(\.self)])
        }, language: source.language.rawValue, note: notes.joined(separator: "; "))
    }
  }

  var bibTeX: String {
    entries.map { source, notes in
      var fields = [("title", "{\(Self.escaped(source.title))}")]
      if let publisher = source.publisher { fields.append(("publisher", Self.escaped(publisher))) }
      if let date = source.date {
        fields.append(("year", String(date.year)))
        if let month = date.month { fields.append(("month", String(month))) }
        fields.append(("date", date.description))
      }
      fields.append(("language", source.language.rawValue))
      fields.append(("note", Self.escaped(notes.joined(separator: "; "))))
      let lines = fields.map { "  \($0.0) = {\($0.1)}" }
      return "@misc{\(source.id),\n" + lines.joined(separator: ",\n") + "\n}\n"
    }.joined(separator: "\n")
  }

  /// The text with what TeX takes for commands made plain.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      default: result.append(character)
      }
    }
  }
}
