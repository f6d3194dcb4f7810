internal import GraphCore

/// A graph in the form that ``WideSearch`` works through, its nodes numbered so that near ones
/// stand together.
struct WideGraph {
  let outgoing: Arcs
  let incoming: Arcs
  /// Whether both are the same.
  let isSymmetric: Bool
  /// The numbers of a component, its leaves last.
  struct Component {
    let members: Range<Int>
    let leaves: Range<Int>
    /// How many steps from the first member the last one is, whichever way arcs lead.
    let depth: Int
    /// Whether each arc leads from one of two sides to the other.
    let isBipartite: Bool

    /// Whether few members are equally far from the first one: about six, or fewer.
    ///
    /// Of a few members in all, it does not matter.
    var isThin: Bool { members.count > 64 && members.count <= 6 * depth }

    /// Whether some nodes are far from others.
    var isDeep: Bool { depth > 12 }
  }

  private(set) var components: [Component] = []
  /// The node of the graph behind each number.
  let nodes: [UInt32]
  /// For each number, whether it is an odd number of steps from the first of its component.
  private(set) var isOdd: [Bool]

  /// Numbers the nodes component by component, each by breadth-first search.
  ///
  /// - Parameters:
  ///   - outgoing: The arcs to follow.
  ///   - incoming: The same arcs from their heads.
  ///   - isSymmetric: Whether they are the same both ways.
  ///   - setsLeavesApart: Whether to number leaves after the others of a component: nodes with one
  ///     arc, to a node with more. The arcs have to be symmetric.
  ///   - execution: Who may call the run off.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  init(
    _ outgoing: Arcs, _ incoming: Arcs, isSymmetric: Bool, setsLeavesApart: Bool = false,
    _ execution: Execution
  ) throws(AlgorithmError) {
    let nodeCount = outgoing.offsets.count - 1
    func isLeaf(_ node: Int) -> Bool {
      guard setsLeavesApart, outgoing.range(of: node).count == 1 else { return false }
      return outgoing.range(of: Int(outgoing.targets[Int(outgoing.offsets[node])])).count > 1
    }
    var numbers = [UInt32](repeating: .max, count: nodeCount)
    var isOdd = [Bool](repeating: false, count: nodeCount)
    var order: [UInt32] = []
    order.reserveCapacity(nodeCount)
    var leaves: [UInt32] = []
    for start in 0..<UInt32(nodeCount) where numbers[Int(start)] == .max && !isLeaf(Int(start)) {
      let first = order.count
      var next = first
      // Behind the last node of the level that is gone through.
      var (levelEnd, depth) = (first + 1, 0)
      var isBipartite = true
      numbers[Int(start)] = UInt32(next)
      order.append(start)
      while next < order.count {
        if next == levelEnd { (levelEnd, depth) = (order.count, depth + 1) }
        let node = Int(order[next])
        next += 1
        if next % Execution.pieceLength == 0 { try execution.checkCancellation() }
        for arcs in isSymmetric ? [outgoing] : [outgoing, incoming] {
          for arc in arcs.range(of: node) {
            let head = arcs.targets[arc]
            if numbers[Int(head)] != .max {
              let isSame = isOdd[Int(numbers[Int(head)])] == isOdd[next - 1]
              isBipartite = isBipartite && (head == node || !isSame)
            } else if isLeaf(Int(head)) {
              leaves.append(head)
            } else {
              numbers[Int(head)] = UInt32(order.count)
              isOdd[order.count] = depth & 1 == 0
              order.append(head)
            }
          }
        }
      }
      let end = order.count
      for leaf in leaves {
        numbers[Int(leaf)] = UInt32(order.count)
        let neighbor = numbers[Int(outgoing.targets[Int(outgoing.offsets[Int(leaf)])])]
        isOdd[order.count] = !isOdd[Int(neighbor)]
        order.append(leaf)
      }
      leaves.removeAll(keepingCapacity: true)
      components.append(
        Component(
          members: first..<end, leaves: end..<order.count, depth: depth, isBipartite: isBipartite))
    }
    func renumbered(_ arcs: Arcs) throws(AlgorithmError) -> Arcs {
      var offsets: [UInt32] = [0]
      var targets: [UInt32] = []
      offsets.reserveCapacity(nodeCount + 1)
      targets.reserveCapacity(arcs.count)
      for node in order {
        if offsets.count % Execution.pieceLength == 0 { try execution.checkCancellation() }
        for arc in arcs.range(of: Int(node)) where arcs.targets[arc] != node {
          targets.append(numbers[Int(arcs.targets[arc])])
        }
        offsets.append(UInt32(targets.count))
      }
      return Arcs(offsets: offsets, targets: targets, edges: [], weights: [])
    }
    self.outgoing = try renumbered(outgoing)
    self.isSymmetric = isSymmetric
    self.incoming = isSymmetric ? self.outgoing : try renumbered(incoming)
    nodes = order
    self.isOdd = isOdd
  }

  /// The arcs to search along, without those to leaves: out of nodes, and from their heads.
  ///
  /// From a leaf it is one step more to all nodes than from its neighbor, so that nothing needs to
  /// search it; but it is searched from.
  var arcsOfMembers: (outgoing: Arcs, incoming: Arcs) {
    if components.allSatisfy({ $0.leaves.isEmpty }) { return (outgoing, incoming) }
    var offsets: [UInt32] = [0]
    var targets: [UInt32] = []
    offsets.reserveCapacity(nodes.count + 1)
    targets.reserveCapacity(outgoing.count)
    for component in components {
      let (members, leaves) = (component.members, component.leaves)
      for node in members.lowerBound..<leaves.upperBound {
        for arc in outgoing.range(of: node) where outgoing.targets[arc] < members.upperBound {
          targets.append(outgoing.targets[arc])
        }
        offsets.append(UInt32(targets.count))
      }
    }
    // From their heads there are some out of leaves, too, which nobody looks at.
    let arcs = Arcs(offsets: offsets, targets: targets, edges: [], weights: [])
    return (arcs, arcs)
  }

  /// Puts nodes of a component in an order in which those that lie close together stand so, too.
  ///
  /// - Complexity: O(nodes + edges), about
  func byNearness(_ sources: [UInt32], in component: Component) -> [UInt32] {
    let width = SIMD8<UInt64>.width
    let targets = outgoing.targets
    let first = component.members.lowerBound
    let count = component.leaves.upperBound - first
    var isLeft = [Bool](repeating: false, count: count)
    for source in sources { isLeft[Int(source) - first] = true }
    var marks = [UInt32](repeating: .max, count: count)
    var ordered: [UInt32] = []
    ordered.reserveCapacity(sources.count)
    var queue: [UInt32] = []
    for start in sources where isLeft[Int(start) - first] {
      queue.removeAll(keepingCapacity: true)
      queue.append(start)
      marks[Int(start) - first] = start
      var next = 0
      var looked = 0
      let end = (ordered.count / width + 1) * width
      while next < queue.count, ordered.count < end, looked < 16 * width {
        let node = queue[next]
        next += 1
        if isLeft[Int(node) - first] {
          isLeft[Int(node) - first] = false
          ordered.append(node)
        }
        for arc in outgoing.range(of: Int(node)) {
          let head = targets[arc]
          if marks[Int(head) - first] != start {
            marks[Int(head) - first] = start
            queue.append(head)
          }
        }
        looked += outgoing.range(of: Int(node)).count
      }
    }
    return ordered
  }
}
