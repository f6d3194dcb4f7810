import GraphAlgorithms
import GraphCore
import GraphFormats

/// One node of a graph file for readers: its attributes and its ties.
struct NodeDescription {
  /// A node with its ties, in JSON.
  struct Record: Encodable {
    /// A tie to a neighbour.
    struct Tie: Encodable {
      var tie: String
      var other: ReferenceRecord
    }

    var node: NodeRecord
    var ties: [Tie]
  }

  private let network: any Network
  private let node: NodeID
  private let ties: [(label: String, other: NodeID)]

  init(_ node: NodeID, in network: any Network) {
    self.network = network
    self.node = node
    ties = network.ties(of: node).map { edge, other in
      (network.tie(edge, from: node).label, other)
    }
  }

  private var reference: ReferenceRecord { network.reference(to: node) }

  var record: Record {
    Record(
      node: NodeRecord(reference, attributes: network.attributes(of: node)),
      ties: ties.map { Record.Tie(tie: $0.label, other: network.reference(to: $0.other)) })
  }

  var table: Table {
    var table = Table(columns: [.init("what"), .init("value")])
    table.rows = network.attributes(of: node).map { [$0.name, $0.value.text] }
    table.rows += ties.map { [$0.label, network.reference(to: $0.other).id] }
    return table
  }

  var prose: String {
    let sort = network.sort(of: node)
    var text = reference.label + "\n"
    text += (sort.isEmpty ? "" : "\(sort) · ") + "\(reference.id)\n"
    let attributes = network.attributes(of: node)
    if !attributes.isEmpty {
      text += "\n"
      let width = attributes.map { DisplayWidth.of($0.name) }.max() ?? 0
      for (name, value) in attributes {
        text += "  \(DisplayWidth.padded(name, to: width))  \(value.text)\n"
      }
    }
    text += "\n\(counted(ties.count, "tie"))\n"
    let most = 100
    let width = ties.prefix(most).map { DisplayWidth.of($0.label) }.max() ?? 0
    for (label, other) in ties.prefix(most) {
      text += "  \(DisplayWidth.padded(label, to: width))  \(network.reference(to: other).label)\n"
    }
    if ties.count > most { text += "  … and \(ties.count - most) more; see: parkgraph neighbors\n" }
    return text
  }
}
