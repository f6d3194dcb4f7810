public import GraphCore

extension FrozenGraph {
  /// The strongly connected components (Tarjan 1972).
  ///
  /// Two nodes are in the same component if each can be reached from the other along the edges. In
  /// an undirected graph these are the connected components. Self-loops and parallel edges make no
  /// difference; a node on no cycle is a component of its own.
  ///
  /// Tarjan: Depth-first search and linear graph algorithms. SIAM J. Computing 1 (1972).
  ///
  /// - Returns: The components, the largest first.
  /// - Complexity: O(nodes + edges), without recursion
  public func stronglyConnectedComponents() -> Components {
    if !isDirected { return connectedComponents() }
    let labels = outgoing.withPointers { StrongSearch($0).labels() }
    return Components(labels: labels, of: self)
  }
}

/// A depth-first search that goes from one root to the next.
private struct StrongSearch: ~Copyable {
  private static let none = UInt32.max

  private let arcs: ArcPointers
  /// When each node was first come to.
  private let visits: Buffer<UInt32>
  /// The earliest node on the stack that is known to be reached from each node.
  private let lowest: Buffer<UInt32>
  private let nextArcs: Buffer<UInt32>
  /// The nodes whose component is not known yet, and those between the root and the current node.
  private let stack: Buffer<UInt32>
  private let trail: Buffer<UInt32>

  init(_ arcs: ArcPointers) {
    self.arcs = arcs
    visits = Buffer(repeating: Self.none, count: arcs.nodeCount)
    lowest = Buffer(uninitialized: arcs.nodeCount)
    nextArcs = Buffer(uninitialized: arcs.nodeCount)
    stack = Buffer(uninitialized: arcs.nodeCount)
    trail = Buffer(uninitialized: arcs.nodeCount)
  }

  /// For each node, the node of its component that was come to first.
  func labels() -> [UInt32] {
    let (arcs, none) = (arcs, Self.none)
    let (visits, lowest, nextArcs) = (visits.base, lowest.base, nextArcs.base)
    let (stack, trail) = (stack.base, trail.base)
    return [UInt32](unsafeUninitializedCapacity: arcs.nodeCount) { labels, count in
      for node in 0..<arcs.nodeCount { labels[node] = none }
      count = arcs.nodeCount
      var visited: UInt32 = 0
      var stackEnd = 0
      for start in 0..<arcs.nodeCount where visits[start] == none {
        var trailEnd = 0
        var next = start
        var isNew = true
        while true {
          if isNew {
            visits[next] = visited
            lowest[next] = visited
            nextArcs[next] = arcs.offsets[next]
            visited &+= 1
            stack[stackEnd] = UInt32(truncatingIfNeeded: next)
            stackEnd &+= 1
            trail[trailEnd] = UInt32(truncatingIfNeeded: next)
            trailEnd &+= 1
          }
          let node = Int(trail[trailEnd &- 1])
          isNew = false
          var least = lowest[node]
          var arc = nextArcs[node]
          let end = arcs.offsets[node &+ 1]
          while arc < end {
            let head = Int(arcs.targets[Int(arc)])
            arc &+= 1
            if visits[head] == none {
              (next, isNew) = (head, true)
              break
            }
            if labels[head] == none { least = min(least, visits[head]) }
          }
          (lowest[node], nextArcs[node]) = (least, arc)
          if isNew { continue }
          if least == visits[node] {
            var member = node &+ 1
            while member != node {
              stackEnd &-= 1
              member = Int(stack[stackEnd])
              labels[member] = UInt32(truncatingIfNeeded: node)
            }
          }
          trailEnd &-= 1
          if trailEnd == 0 { break }
          let parent = Int(trail[trailEnd &- 1])
          lowest[parent] = min(lowest[parent], least)
        }
      }
    }
  }
}
