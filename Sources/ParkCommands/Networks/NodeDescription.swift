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
    var text = VisibleText.oneLine(reference.label) + "\n"
    text += (sort.isEmpty ? "" : "\(sort) · ") + "\(reference.id)\n"
    let attributes = network.attributes(of: node)
    if !attributes.isEmpty { text += "\n" + lines(attributes.map { ($0.name, $0.value.text) }) }
    text += "\n\(counted(ties.count, "tie"))\n"
    let most = 100
    text += lines(
      ties.prefix(most).map {
        ($0.label, VisibleText.oneLine(network.reference(to: $0.other).label))
      })
    if ties.count > most { text += "  … and \(ties.count - most) more; see: parkgraph neighbors\n" }
    return text
  }

  /// A line for each pair, the second ones in a column; further lines of a text stand below its
  /// first.
  private func lines(_ pairs: [(String, String)]) -> String {
    let pairs = pairs.map { (VisibleText.oneLine($0), $1) }
    let width = pairs.map { DisplayWidth.of($0.0) }.max() ?? 0
    let margin = "\n" + String(repeating: " ", count: width + 4)
    return pairs.map { name, text in
      let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return "  \(DisplayWidth.padded(name, to: width))  \(rows.joined(separator: margin))\n"
    }.joined()
  }
}
