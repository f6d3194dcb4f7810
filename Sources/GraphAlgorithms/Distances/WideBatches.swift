internal import GraphCore

/// A graph and the batches of sources to search from.
struct WideBatches {
  struct Job {
    /// Which way to search is the least work.
    enum Search {
      case oneByOne
      case wide
      case deep(alternates: Bool)
    }

    let sources: ArraySlice<UInt32>
    /// The nodes that may be reached.
    let members: ArraySlice<UInt32>
    let search: Search
  }

  let graph: WideGraph
  private(set) var jobs: [Job] = []

  init(
    _ graph: FrozenGraph, against direction: Direction, sources wanted: [UInt32]? = nil,
    _ execution: Execution
  ) throws(AlgorithmError) {
    switch direction {
    case .outgoing where graph.isDirected:
      self.graph = try WideGraph(graph.incoming, graph.outgoing, isSymmetric: false, execution)
    case .incoming where graph.isDirected:
      self.graph = try WideGraph(graph.outgoing, graph.incoming, isSymmetric: false, execution)
    default:
      let arcs = graph.undirected.outgoing
      self.graph = try WideGraph(
        arcs, arcs, isSymmetric: true, setsLeavesApart: wanted == nil, execution)
    }
    let numbers = self.graph.nodes.indices.map { UInt32($0) }
    var isChosen = [Bool](repeating: wanted == nil, count: numbers.count)
    for node in wanted ?? [] { isChosen[Int(node)] = true }
    let nodes = self.graph.nodes
    func isWanted(_ number: UInt32) -> Bool { isChosen[Int(nodes[Int(number)])] }
    for component in self.graph.components
    where component.members.count > 1 || !component.leaves.isEmpty {
      let members = numbers[component.members]
      let all = numbers[component.members.lowerBound..<component.leaves.upperBound]
      if component.isThin {
        // What a leaf has follows from what its neighbor has.
        append(members.filter(isWanted), members, Self.thinWidth, .oneByOne)
      } else if !component.isDeep || !self.graph.isSymmetric {
        // Against arrows, a node that not all sources reach would stay open to the end; and the
        // order of numbers, which goes by levels, is as near as any.
        append(all.filter(isWanted), members, Self.width, .wide)
      } else {
        let isOdd = self.graph.isOdd
        let sides =
          component.isBipartite
          ? [all.filter { !isOdd[Int($0)] }, all.filter { isOdd[Int($0)] }] : [Array(all)]
        for side in sides {
          let sources = self.graph.byNearness(side.filter(isWanted), in: component)
          append(sources, members, Self.width, .deep(alternates: component.isBipartite))
        }
      }
    }
  }

  private mutating func append(
    _ sources: [UInt32], _ members: ArraySlice<UInt32>, _ width: Int, _ search: Job.Search
  ) {
    for first in stride(from: 0, to: sources.count, by: width) {
      let batch = sources[first..<min(sources.count, first + width)]
      jobs.append(Job(sources: batch, members: members, search: search))
    }
  }

  private static let width = SIMD8<UInt64>.width
  /// How many sources are searched from one by one before somebody may call the run off.
  private static let thinWidth = 16
}
