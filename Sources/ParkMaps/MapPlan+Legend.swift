import GraphCore
import Graphviz
import ParkGraph

extension MapPlan {
  /// What shapes, colours and lines mean, and where the data comes from.
  func legend(withTitle: Bool) -> HTMLLabel {
    var rows: [HTMLRow] = []
    if withTitle, !title.isEmpty {
      rows.append(
        HTMLRow([
          cell([.font(HTMLFont(size: 22, color: theme.text), [.bold([.text(title)])])])
        ]))
    }
    for line in [shapes + colors, lines] where !line.isEmpty {
      rows.append(HTMLRow([cell(line)]))
    }
    rows.append(
      HTMLRow([cell([.font(HTMLFont(size: 10, color: theme.mutedText), [.text(source)])])]))
    return .table(
      HTMLTable(rows: rows) { attributes in
        attributes.border = 0
        attributes.cellSpacing = 0
        attributes.cellPadding = 5
      })
  }

  private func cell(_ text: [HTMLText]) -> HTMLCell {
    HTMLCell(text) { $0.align = .left }
  }

  /// An entry: a sign in a colour, what it says, and room behind it.
  private func entry(_ sign: String, _ color: Color, _ text: String) -> [HTMLText] {
    [
      .font(HTMLFont(size: 13, color: color), [.text(sign)]),
      .font(HTMLFont(size: 11, color: theme.text), [.text(" \(text)     ")]),
    ]
  }

  /// What the outlines of nodes say.
  private var shapes: [HTMLText] {
    let kinds = Set(entities.map(\.entity.kind)).sorted()
    guard kinds.count > 1 else { return [] }
    let words = kinds.map { kind in
      switch kind {
      case .park: "round and tinted: park"
      case .organization: "square: organization"
      default: "\(Self.shape(of: kind).rawValue): \(kind.rawValue)"
      }
    }
    return [
      .font(
        HTMLFont(size: 11, color: theme.text), [.text(words.joined(separator: ",  ") + "     ")])
    ]
  }

  /// What the colours of nodes say.
  private var colors: [HTMLText] {
    var entries = countries.prefix(theme.palette.count).enumerated().flatMap { place, country in
      entry("■", theme.palette[place], CountryNames.name(of: country, in: options.language))
    }
    if countries.count > theme.palette.count {
      entries += entry("■", theme.neutral, "other countries, or none")
    } else if entities.contains(where: { $0.entity.country == nil }) {
      entries += entry("■", theme.neutral, "no country")
    }
    return entries
  }

  /// What the lines say.
  private var lines: [HTMLText] {
    var entries = forms.flatMap { entry("━━", color(of: $0), $0.rawValue) }
    let ties = map.view.graph.edges.map { map.view.graph[$0] }
    let partnerships = ties.filter(\.isPartnership)
    if partnerships.contains(where: { !isMembershipCertain($0) }) {
      entries += entry("╍╍", theme.mutedText, "not certain to stand under the programme")
    }
    if ties.contains(where: { !$0.isPartnership && $0.qualifiers.certainty != .stated }) {
      entries += entry("╍╍", theme.mutedText, "implied or ambiguous")
    }
    return entries
  }

  private var source: String {
    let documents = Set(
      map.view.graph.edges.flatMap { map.view.graph[$0].qualifiers.citations.map(\.source) })
    let years = documents.compactMap { map.graph[$0]?.date?.year }
    let span = years.min().flatMap { first in
      years.max().map { first == $0 ? "\(first)" : "\(first)–\($0)" }
    }
    let count = documents.count == 1 ? "1 document" : "\(documents.count) documents"
    let date = map.graph.info.date.map { "; data of \($0)" } ?? ""
    return "Source: \(count)" + (span.map { " of \($0)" } ?? "") + date + "; drawn by parkgraph"
  }
}

extension Tie {
  fileprivate var isPartnership: Bool {
    if case .partnership = kind { true } else { false }
  }
}
