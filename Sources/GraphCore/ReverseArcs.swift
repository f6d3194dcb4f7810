internal import Synchronization

/// The arcs into the nodes of a directed view, made when they are first asked for.
///
/// Many algorithms follow edges one way only; those that follow them both ways find the arcs here,
/// the same ones for all copies of the view. Several threads may ask at once.
package final class ReverseArcs: Sendable {
  private let edgeCount: Int
  private let isMixed: Bool
  private let arcs: Mutex<Arcs?>

  init(edgeCount: Int, isMixed: Bool, made arcs: Arcs? = nil) {
    self.edgeCount = edgeCount
    self.isMixed = isMixed
    self.arcs = Mutex(arcs)
  }

  /// The arcs, if they have been made.
  package var made: Arcs? { arcs.withLock { $0 } }

  /// The arcs from their heads to their tails.
  ///
  /// - Complexity: O(nodes + edges) the first time, then O(1)
  func arcs(reversing outgoing: Arcs) -> Arcs {
    arcs.withLock { arcs in
      if let arcs { return arcs }
      let edges = EdgeEnds(outgoing, edgeCount: edgeCount)
      var sorter = ArcSorter(
        isMixed ? .mixed : .directed, weightRole: outgoing.weights.isEmpty ? nil : .distance,
        nodeCount: outgoing.offsets.count - 1)
      sorter.sort(
        sources: edges.targets, targets: edges.sources, weights: edges.weights,
        leadsBothWays: isMixed ? edges.leadsBothWays : [])
      let made = sorter.arcs
      arcs = made
      return made
    }
  }
}

/// The ends of edges, read from the arcs out of the nodes.
struct EdgeEnds {
  /// Where each edge starts; `ArcSorter.none` if a filter left it out: it has a number and no arc.
  private(set) var sources: [UInt32]
  /// Where each edge leads; likewise.
  private(set) var targets: [UInt32]
  /// The weight of each edge; empty if there are none.
  private(set) var weights: [Double]
  /// Whether each edge is an arc each way.
  private(set) var leadsBothWays: [Bool]

  init(_ arcs: Arcs, edgeCount: Int) {
    var sources = [UInt32](repeating: ArcSorter.none, count: edgeCount)
    var targets = sources
    var weights = [Double](repeating: 0, count: arcs.weights.isEmpty ? 0 : edgeCount)
    var leadsBothWays = [Bool](repeating: false, count: edgeCount)
    let (heads, edges, allWeights) = (arcs.targets, arcs.edges, arcs.weights)
    for node in 0..<(arcs.offsets.count - 1) {
      for arc in arcs.range(of: node) {
        let edge = Int(edges[arc])
        if sources[edge] != ArcSorter.none {
          leadsBothWays[edge] = true
          continue
        }
        sources[edge] = UInt32(node)
        targets[edge] = heads[arc]
        if !weights.isEmpty { weights[edge] = allWeights[arc] }
      }
    }
    self.sources = sources
    self.targets = targets
    self.weights = weights
    self.leadsBothWays = leadsBothWays
  }
}
