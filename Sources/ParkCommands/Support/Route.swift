import GraphAlgorithms
import GraphCore
import ParkGraph

/// A path for readers.
struct Route {
  private struct Hop {
    var from: Entity
    var tie: Tie
    var label: String
    var to: Entity
  }

  /// A path in JSON.
  struct Record: Encodable {
    /// One step.
    struct Step: Encodable {
      var from: ReferenceRecord
      var to: ReferenceRecord
      var tie: String
      var agreement: ReferenceRecord?
      var role: String?
      var qualifiers: QualifiersRecord
    }

    var from: ReferenceRecord
    var to: ReferenceRecord
    var length: Int
    var hops: [Step]
    var sharesADate: Bool
    var remark: String?
  }

  private let graph: ParkGraph
  private let language: LanguageTag
  private let ends: (first: Entity, last: Entity)?
  private let hops: [Hop]

  init(_ path: Path, in view: ParkView, of graph: ParkGraph, language: LanguageTag) {
    self.graph = graph
    self.language = language
    let entities = path.nodes.compactMap { graph[view.graph[$0]] }
    ends = entities.first.flatMap { first in entities.last.map { (first, $0) } }
    hops = path.edges.indices.map { index in
      let tie = view.graph[path.edges[index]]
      let isForward = view.graph.endpoints(of: path.edges[index]).source == path.nodes[index]
      return Hop(
        from: entities[index], tie: tie, label: isForward ? tie.label : tie.inverseLabel,
        to: entities[index + 1])
    }
  }

  private var sharesADate: Bool { Validity.shareADate(hops.map(\.tie.qualifiers.validity)) }

  /// Said when no day is proven for all hops together.
  private var remark: String? {
    guard hops.count > 1, !sharesADate else { return nil }
    let dates = hops.enumerated().compactMap { index, hop in
      hop.tie.qualifiers.validity.isAlways
        ? nil : "hop \(index + 1): \(hop.tie.qualifiers.validity.phrase)"
    }
    return "The hops share no date that the documents prove (\(dates.joined(separator: "; ")))."
  }

  var prose: String {
    guard let ends else { return "" }
    var text = "\(name(ends.first)) → \(name(ends.last)): \(counted(hops.count, "hop"))\n\n"
    text += title(ends.first) + "\n"
    for (index, hop) in hops.enumerated() {
      let qualifiers = hop.tie.qualifiers
      let remark = qualifiers.remark
      let role = hop.tie.role.map { ", \($0)" } ?? ""
      text += "  \(index + 1). \(hop.label)\(role)" + (remark.isEmpty ? "" : " " + remark) + "\n"
      if case .partnership = hop.tie.kind, let agreement = hop.tie.agreement {
        text += "     \(graph.name(of: agreement, in: language))\n"
      }
      for evidence in qualifiers.evidence { text += "     \(graph.phrase(for: evidence))\n" }
      text += title(hop.to) + "\n"
    }
    if let remark { text += "\n\(remark)\n" }
    return text
  }

  var table: Table {
    var table = Table(
      columns: [
        .init("hop", isNumeric: true), .init("from"), .init("tie"), .init("to"), .init("since"),
        .init("until"), .init("sources"),
      ])
    table.rows = hops.enumerated().map { index, hop in
      [
        String(index + 1), hop.from.id.rawValue, hop.label, hop.to.id.rawValue,
        hop.tie.qualifiers.validity.from?.description ?? "",
        hop.tie.qualifiers.validity.until?.description ?? "",
        graph.locators(of: hop.tie.qualifiers.evidence).joined(separator: " "),
      ]
    }
    return table
  }

  var record: Record? {
    guard let ends else { return nil }
    return Record(
      from: reference(ends.first), to: reference(ends.last), length: hops.count,
      hops: hops.map { hop in
        Record.Step(
          from: reference(hop.from), to: reference(hop.to), tie: hop.label,
          agreement: hop.tie.agreement.map {
            ReferenceRecord($0, in: graph, language: language)
          },
          role: hop.tie.role, qualifiers: QualifiersRecord(hop.tie.qualifiers))
      }, sharesADate: sharesADate, remark: remark)
  }

  private func name(_ entity: Entity) -> String { entity.name(in: language) }

  private func title(_ entity: Entity) -> String {
    "\(name(entity)) (\(graph.sort(of: entity)))"
  }

  private func reference(_ entity: Entity) -> ReferenceRecord {
    ReferenceRecord(entity.id, in: graph, language: language)
  }
}
