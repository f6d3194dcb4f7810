/// The arcs of a frozen graph in compressed sparse rows.
///
/// The arcs of node `v` are those from `offsets[v]` up to `offsets[v + 1]`, in ascending order of
/// their edges. An arc costs 8 bytes, and 8 more if it is weighted; a node costs 4.
package struct Arcs: Sendable {
  /// Where the arcs of each node begin, with the number of all arcs at the end.
  package let offsets: [UInt32]
  /// The number of the node that each arc leads to.
  package let targets: [UInt32]
  /// The number of the edge that each arc belongs to.
  package let edges: [UInt32]
  /// The weight of each arc; empty when the graph is unweighted.
  package let weights: [Double]

  /// How many bytes the arrays hold.
  package var byteCount: Int {
    4 * (offsets.count + targets.count + edges.count) + 8 * weights.count
  }

  /// How many arcs there are.
  package var count: Int { targets.count }

  /// The arcs of a node, as positions in `targets`, `edges` and `weights`.
  package func range(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  package init(offsets: [UInt32], targets: [UInt32], edges: [UInt32], weights: [Double]) {
    self.offsets = offsets
    self.targets = targets
    self.edges = edges
    self.weights = weights
  }
}
