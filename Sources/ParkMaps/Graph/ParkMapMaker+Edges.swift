import GraphCore
import ParkGraph

extension ParkMapMaker {
  var edges: [MapGraph.Edge] {
    view.graph.edges.map { edge in
      let ends = view.graph.endpoints(of: edge)
      let tie = view.graph[edge]
      var result = MapGraph.Edge(
        from: view.graph[ends.source].rawValue, to: view.graph[ends.target].rawValue,
        kind: words[tie.label], isDirected: view.graph.isDirected, weight: tie.weight,
        tooltip: tooltip(of: tie))
      switch tie.kind {
      case .partnership:
        result.isDoubtful = !isMembershipCertain(tie)
        result.label = [words[tie.label], date(of: tie)].compactMap(\.self).joined(separator: ", ")
      case .party, .relation:
        result.isDoubtful = tie.qualifiers.certainty != .stated
        result.label = words[tie.label]
      }
      return result
    }
  }

  /// Whether it is said, and not only to be guessed, that the agreement stands under its programme.
  private func isMembershipCertain(_ tie: Tie) -> Bool {
    guard let agreement = tie.agreement.flatMap({ graph[$0] }) else { return true }
    return agreement.profile.relations.filter { $0.value.kind == .under }
      .allSatisfy { $0.qualifiers.certainty == .stated }
  }

  private func date(of tie: Tie) -> String? {
    guard let bound = tie.qualifiers.validity.from else { return nil }
    return bound.isExact
      ? bound.description : bound.latest.map { isChinese ? "\($0) 前" : "by \($0)" }
  }

  /// The agreement, its date and its documents.
  private func tooltip(of tie: Tie) -> String {
    var lines: [String] = []
    if let agreement = tie.agreement.flatMap({ graph[$0] }) {
      lines.append(agreement.name(in: options.language))
    }
    let date = tie.qualifiers.validity.description
    lines.append([words[tie.label], date].filter { !$0.isEmpty }.joined(separator: ", "))
    for citation in tie.qualifiers.citations {
      let source = graph[citation.source]
      lines.append(
        "\(source?.title ?? citation.source.rawValue)"
          + (source?.date.map { " (\($0))" } ?? "") + ", paragraph \(citation.paragraph)")
    }
    return lines.joined(separator: "\n")
  }

  /// How many documents prove the ties, and from which years; `nil` where none does.
  var source: String? {
    let documents = Set(
      view.graph.edges.flatMap { view.graph[$0].qualifiers.citations.map(\.source) })
    guard !documents.isEmpty else { return nil }
    let years = documents.compactMap { graph[$0]?.date?.year }
    let span = years.min().flatMap { first in
      years.max().map { first == $0 ? "\(first)" : "\(first)–\($0)" }
    }
    let count = "\(documents.count) " + words[documents.count == 1 ? "document" : "documents"]
    guard let span else { return count }
    return isChinese ? "\(count)（\(span)）" : "\(count) of \(span)"
  }
}
