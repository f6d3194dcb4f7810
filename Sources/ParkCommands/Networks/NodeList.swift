import GraphCore
import GraphFormats

/// The nodes of a graph file, all or of one kind.
struct NodeList {
  let nodes: [NodeID]
  private let network: any Network
  private let kind: String?

  init(_ network: any Network, kind: String?) {
    self.network = network
    self.kind = kind
    nodes = network.nodes.filter { kind == nil || network.reference(to: $0).kind == kind }
  }

  /// Said when there are none.
  var noSuchKind: CommandFailure {
    let kinds = Set(network.nodes.compactMap { network.reference(to: $0).kind }).sorted()
    let hint =
      kinds.isEmpty
      ? "no node says what it is" : "the kinds are \(kinds.prefix(20).joined(separator: ", "))"
    return CommandFailure(.usage, "there is no node of the kind '\(kind ?? "")'; \(hint)")
  }

  /// Identifier, name and sort for readers; every attribute for CSV.
  func table(as format: OutputFormat) -> Table {
    guard format == .csv else {
      var table = Table(columns: [.init("id"), .init("name"), .init("sort")])
      table.rows = nodes.map { node in
        let reference = network.reference(to: node)
        return [reference.id, reference.label, network.sort(of: node)]
      }
      return table
    }
    let names = network.keys.filter { $0.domain == .node }.map(\.name)
    var table = Table(columns: [.init("id")] + names.map { .init($0) })
    table.rows = nodes.map { node in
      let values = Dictionary(
        network.attributes(of: node).map { ($0.name, $0.value.text) },
        uniquingKeysWith: { first, _ in first })
      return [network.reference(to: node).id] + names.map { values[$0] ?? "" }
    }
    return table
  }

  var records: [NodeRecord] {
    nodes.map { NodeRecord(network.reference(to: $0), attributes: network.attributes(of: $0)) }
  }
}
