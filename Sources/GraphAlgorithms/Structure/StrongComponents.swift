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
    let none = UInt32.max
    let (offsets, targets) = (outgoing.offsets, outgoing.targets)
    var visits = [UInt32](repeating: none, count: nodeCount)
    // The earliest node on the stack that is known to be reached from each node.
    var lowest = [UInt32](repeating: none, count: nodeCount)
    var labels = [UInt32](repeating: none, count: nodeCount)
    var nextArcs = offsets
    var stack: [UInt32] = []
    var trail: [UInt32] = []
    var visited: UInt32 = 0

    func enter(_ node: UInt32) {
      visits[Int(node)] = visited
      lowest[Int(node)] = visited
      visited += 1
      stack.append(node)
      trail.append(node)
    }

    for start in 0..<UInt32(nodeCount) where visits[Int(start)] == none {
      enter(start)
      while let node = trail.last {
        let arc = nextArcs[Int(node)]
        if arc < offsets[Int(node) + 1] {
          nextArcs[Int(node)] += 1
          let head = Int(targets[Int(arc)])
          if visits[head] == none {
            enter(UInt32(head))
          } else if labels[head] == none {
            lowest[Int(node)] = min(lowest[Int(node)], visits[head])
          }
        } else {
          trail.removeLast()
          if let parent = trail.last {
            lowest[Int(parent)] = min(lowest[Int(parent)], lowest[Int(node)])
          }
          if lowest[Int(node)] == visits[Int(node)] {
            while let member = stack.popLast() {
              labels[Int(member)] = node
              if member == node { break }
            }
          }
        }
      }
    }
    return Components(labels: labels, of: self)
  }
}
