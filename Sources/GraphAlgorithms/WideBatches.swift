internal import GraphCore

/// A graph and the batches of sources to search from.
struct WideBatches {
  struct Job {
    let sources: ArraySlice<UInt32>
    /// The nodes that may be reached.
    let members: ArraySlice<UInt32>
    /// Whether to search from one source after the other.
    let isThin: Bool
  }

  let graph: WideGraph
  private(set) var jobs: [Job] = []

  init(_ graph: FrozenGraph, against direction: Direction, sources wanted: [UInt32]? = nil) {
    switch direction {
    case .outgoing where graph.isDirected:
      self.graph = WideGraph(graph.incoming, graph.outgoing, isSymmetric: false)
    case .incoming where graph.isDirected:
      self.graph = WideGraph(graph.outgoing, graph.incoming, isSymmetric: false)
    default:
      let arcs = graph.undirected.outgoing
      self.graph = WideGraph(arcs, arcs, isSymmetric: true, setsLeavesApart: wanted == nil)
    }
    let numbers = self.graph.nodes.indices.map { UInt32($0) }
    var isWanted = [Bool](repeating: false, count: wanted == nil ? 0 : numbers.count)
    for node in wanted ?? [] { isWanted[Int(node)] = true }
    for component in self.graph.components
    where component.members.count > 1 || !component.leaves.isEmpty {
      let members = numbers[component.members]
      // One by one, what a leaf has follows from what its neighbor has.
      var sources =
        component.isThin
        ? Array(members)
        : self.graph.sourcesByNearness(
          of: numbers[component.members.lowerBound..<component.leaves.upperBound])
      if !isWanted.isEmpty { sources.removeAll { !isWanted[Int(self.graph.nodes[Int($0)])] } }
      let width = component.isThin ? Self.thinWidth : SIMD8<UInt64>.width
      for first in stride(from: 0, to: sources.count, by: width) {
        let batch = sources[first..<min(sources.count, first + width)]
        jobs.append(Job(sources: batch, members: members, isThin: component.isThin))
      }
    }
  }

  /// How many sources are searched from one by one before somebody may call the run off.
  private static let thinWidth = 16
}
