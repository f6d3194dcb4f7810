extension MapGraph {
  /// The graph without second nodes of one identifier and ties that lead nowhere.
  var valid: MapGraph {
    var seen: Set<String> = []
    var result = self
    result.nodes = nodes.filter { seen.insert($0.id).inserted }
    result.edges = edges.filter { seen.contains($0.source) && seen.contains($0.target) }
    return result
  }

  /// The graph with one tie for all those between the same two nodes, those that point one way
  /// apart from those that point the other.
  ///
  /// The tie has the most frequent kind, counts them all, and says in its label how many there are of
  /// each kind.
  var merged: MapGraph {
    struct Ends: Hashable {
      var source: String
      var target: String
      var isDirected: Bool
    }
    var places: [Ends: Int] = [:]
    var bundles: [[Edge]] = []
    for edge in edges {
      let isTurned = !edge.isDirected && edge.target < edge.source
      let ends = Ends(
        source: isTurned ? edge.target : edge.source, target: isTurned ? edge.source : edge.target,
        isDirected: edge.isDirected)
      if let place = places[ends] {
        bundles[place].append(edge)
      } else {
        places[ends] = bundles.count
        bundles.append([edge])
      }
    }
    var result = self
    result.edges = bundles.map(Self.merged)
    return result
  }

  /// How many tooltips of a bundle are kept whole.
  private static let tooltipCount = 8

  private static func merged(_ bundle: [Edge]) -> Edge {
    guard bundle.count > 1, var edge = bundle.first else { return bundle[0] }
    var counts: [String?: Int] = [:]
    for edge in bundle { counts[edge.kind, default: 0] += edge.count }
    let kinds = counts.sorted { ($1.value, $0.key ?? "~") < ($0.value, $1.key ?? "~") }
    edge.kind = kinds.first?.key
    edge.count = bundle.reduce(0) { $0 + $1.count }
    edge.weight = bundle.reduce(0) { $0 + $1.weight }
    edge.isDoubtful = bundle.allSatisfy(\.isDoubtful)
    let named = kinds.compactMap { kind in
      kind.key.map { kind.value > 1 ? "\(kind.value) × \($0)" : $0 }
    }
    edge.label = named.isEmpty ? "×\(edge.count)" : named.joined(separator: "\n")
    let tooltips = bundle.compactMap(\.tooltip)
    var shown = tooltips.prefix(tooltipCount).map { String($0.prefix(600)) }
    if tooltips.count > tooltipCount { shown.append("… and \(tooltips.count - tooltipCount) more") }
    edge.tooltip = shown.isEmpty ? nil : shown.joined(separator: "\n\n")
    edge.link = bundle.compactMap(\.link).first
    return edge
  }
}
