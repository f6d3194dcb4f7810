import GraphAlgorithms
import GraphCore
import ParkGraph

/// A path for readers.
struct Route {
  private struct Hop {
    var from: NodeID
    var tie: TieRecord
    var to: NodeID
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
      var weight: Double?
      var qualifiers: QualifiersRecord?
    }

    var from: ReferenceRecord
    var to: ReferenceRecord
    var length: Int
    var distance: Double?
    var hops: [Step]
    var sharesADate: Bool?
    var remark: String?
  }

  private let network: any Network
  private let nodes: [NodeID]
  private let hops: [Hop]
  /// The sum of the lengths, where the path was chosen by them.
  private let distance: Double?

  init(_ path: Path, in network: any Network, isWeighted: Bool) {
    self.network = network
    nodes = path.nodes
    distance = isWeighted ? path.length : nil
    hops = path.edges.indices.map { index in
      Hop(
        from: path.nodes[index], tie: network.tie(path.edges[index], from: path.nodes[index]),
        to: path.nodes[index + 1])
    }
  }

  /// When each hop holds; `nil` when the graph doesn't tell.
  private var validities: [Validity]? {
    let known = hops.compactMap { $0.tie.qualifiers?.validity }
    return known.count == hops.count ? known : nil
  }

  private var sharesADate: Bool? { validities.map(Validity.shareADate) }

  /// Said when no day is proven for all hops together.
  private var remark: String? {
    guard let validities, hops.count > 1, sharesADate == false else { return nil }
    let dates = validities.enumerated().compactMap { index, validity in
      validity.isAlways ? nil : "hop \(index + 1): \(validity.phrase)"
    }
    return "The hops share no date that the documents prove (\(dates.joined(separator: "; ")))."
  }

  var prose: String {
    guard let first = nodes.first, let last = nodes.last else { return "" }
    let length = distance.map { ", length \(Number.short($0))" } ?? ""
    var text = "\(name(first)) → \(name(last)): \(counted(hops.count, "hop"))\(length)\n\n"
    text += title(first) + "\n"
    for (index, hop) in hops.enumerated() {
      let tie = hop.tie
      let role = tie.role.map { ", \($0)" } ?? ""
      let weight = distance == nil ? nil : tie.weight.map { ", weight \(Number.short($0))" }
      text += "  \(index + 1). \(VisibleText.oneLine(tie.label))\(role)\(weight ?? "")"
      text += (tie.remark.isEmpty ? "" : " " + tie.remark) + "\n"
      for note in tie.notes { text += "     \(note)\n" }
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
    if distance != nil { table.columns.append(.init("weight", isNumeric: true)) }
    table.rows = hops.enumerated().map { index, hop in
      [
        String(index + 1), network.reference(to: hop.from).id, hop.tie.label,
        network.reference(to: hop.to).id, hop.tie.since, hop.tie.until,
        hop.tie.sources.joined(separator: " "),
      ] + (distance == nil ? [] : [hop.tie.weight.map { "\($0)" } ?? ""])
    }
    return table
  }

  var record: Record? {
    guard let first = nodes.first, let last = nodes.last else { return nil }
    return Record(
      from: network.reference(to: first), to: network.reference(to: last), length: hops.count,
      distance: distance,
      hops: hops.map { hop in
        Record.Step(
          from: network.reference(to: hop.from), to: network.reference(to: hop.to),
          tie: hop.tie.label, agreement: hop.tie.agreement, role: hop.tie.role,
          weight: distance == nil ? nil : hop.tie.weight,
          qualifiers: hop.tie.qualifiers.map(QualifiersRecord.init))
      }, sharesADate: sharesADate, remark: remark)
  }

  private func name(_ node: NodeID) -> String {
    VisibleText.oneLine(network.reference(to: node).label)
  }

  private func title(_ node: NodeID) -> String {
    let sort = network.sort(of: node)
    return sort.isEmpty ? name(node) : "\(name(node)) (\(sort))"
  }
}
