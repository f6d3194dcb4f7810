import ArgumentParser
import ParkGraph

/// Prints footnotes.
struct Cite: GraphCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a footnote for each statement about an entity, or about the ties of two.",
    usage: "parkgraph cite [<options>] <name> [<other>]",
    discussion: """
      With two names: the relations between them and the agreements to which both are party. \
      --style bibtex and csl-json give an entry for each document, and the statements that it \
      proves in its note. Exit code 1: nothing is documented.

      Examples:
        parkgraph cite UNSW
        parkgraph cite UNSW "Torch Center" --style bibtex
      """)

  /// How footnotes are written.
  enum Style: String, ExpressibleByArgument, CaseIterable {
    case text
    case bibtex
    case cslJSON = "csl-json"
  }

  @OptionGroup var options: GraphOptions

  @Argument(help: "The entity.")
  var name: String

  @Argument(help: "Another one, for the ties between the two.")
  var other: String?

  @Option(help: "How to write them: text, bibtex or csl-json.")
  var style: Style = .text

  func run(_ console: Console) throws(CommandFailure) {
    try options.refuseConditions()
    if style != .text {
      try options.refuseFormat("--style \(style.rawValue) has a form of its own")
    }
    try options.withParks(console) { graph, _ throws(CommandFailure) in
      let index = NameIndex(graph)
      let id = try graph.resolve(name, in: index, language: options.lang)
      var footnotes: [Footnote]
      if let other {
        let second = try graph.resolve(other, in: index, language: options.lang)
        footnotes = Footnote.between(id, second, in: graph, language: options.lang)
      } else {
        footnotes = Footnote.about(id, in: graph, language: options.lang)
      }
      footnotes.removeAll { $0.citations.isEmpty }
      guard !footnotes.isEmpty else {
        throw CommandFailure(.negative, "no document says anything of that")
      }
      switch style {
      case .bibtex: try console.write(Bibliography(footnotes, graph).bibTeX)
      case .cslJSON: try JSONText.write(Bibliography(footnotes, graph).cslItems, to: console.write)
      case .text: try write(footnotes, graph, console)
      }
    }
  }

  private func write(
    _ footnotes: [Footnote], _ graph: ParkGraph, _ console: Console
  ) throws(CommandFailure) {
    var table = Table(
      columns: [
        .init("statement"), .init("certainty"), .init("source"),
        .init("paragraph", isNumeric: true), .init("terms"),
      ])
    for footnote in footnotes {
      for citation in footnote.citations {
        table.rows.append([
          footnote.text, footnote.qualifiers.certainty.rawValue, citation.source.rawValue,
          String(citation.paragraph), citation.terms.joined(separator: "; "),
        ])
      }
    }
    let prose = footnotes.enumerated().map { index, footnote in
      let places = footnote.citations.map { "    \(graph.footnote(for: $0))\n" }
      let remark = footnote.qualifiers.remark
      return "[\(index + 1)] \(footnote.text)" + (remark.isEmpty ? "" : " " + remark) + "\n"
        + places.joined()
    }
    try Report(table: table, prose: prose.joined()).write(
      json: footnotes.map(FootnoteRecord.init), as: options.format, to: console)
  }
}

/// A footnote in JSON.
private struct FootnoteRecord: Encodable {
  var statement: String
  var qualifiers: QualifiersRecord

  init(_ footnote: Footnote) {
    statement = footnote.text
    qualifiers = QualifiersRecord(footnote.qualifiers)
  }
}
