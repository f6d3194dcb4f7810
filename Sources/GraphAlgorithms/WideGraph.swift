internal import GraphCore

/// A graph in the form that ``WideSearch`` works through, its nodes numbered so that near ones
/// stand together.
struct WideGraph {
  let outgoing: Arcs
  let incoming: Arcs
  /// The numbers of a component, its leaves last.
  struct Component {
    let members: Range<Int>
    let leaves: Range<Int>
    /// How many steps from the first member the last one is, whichever way arcs lead.
    let depth: Int

    /// Whether few members are equally far from the first one: about six, or fewer.
    ///
    /// Of a few members in all, it does not matter.
    var isThin: Bool { members.count > 64 && members.count <= 6 * depth }
  }

  private(set) var components: [Component] = []
  /// The node of the graph behind each number.
  let nodes: [UInt32]

  /// Numbers the nodes component by component, each by breadth-first search.
  ///
  /// - Parameters:
  ///   - outgoing: The arcs to follow.
  ///   - incoming: The same arcs from their heads.
  ///   - isSymmetric: Whether they are the same both ways.
  ///   - setsLeavesApart: Whether to number leaves after the others of a component: nodes with one
  ///     arc, to a node with more. The arcs have to be symmetric.
  init(_ outgoing: Arcs, _ incoming: Arcs, isSymmetric: Bool, setsLeavesApart: Bool = false) {
    let nodeCount = outgoing.offsets.count - 1
    func isLeaf(_ node: Int) -> Bool {
      guard setsLeavesApart, outgoing.range(of: node).count == 1 else { return false }
      return outgoing.range(of: Int(outgoing.targets[Int(outgoing.offsets[node])])).count > 1
    }
    var numbers = [UInt32](repeating: .max, count: nodeCount)
    var order: [UInt32] = []
    order.reserveCapacity(nodeCount)
    var leaves: [UInt32] = []
    for start in 0..<UInt32(nodeCount) where numbers[Int(start)] == .max && !isLeaf(Int(start)) {
      let first = order.count
      var next = first
      // Behind the last node of the level that is gone through.
      var (levelEnd, depth) = (first + 1, 0)
      numbers[Int(start)] = UInt32(next)
      order.append(start)
      while next < order.count {
        if next == levelEnd { (levelEnd, depth) = (order.count, depth + 1) }
        let node = Int(order[next])
        next += 1
        for arcs in isSymmetric ? [outgoing] : [outgoing, incoming] {
          for arc in arcs.range(of: node) where numbers[Int(arcs.targets[arc])] == .max {
            let head = arcs.targets[arc]
            if isLeaf(Int(head)) {
              leaves.append(head)
            } else {
              numbers[Int(head)] = UInt32(order.count)
              order.append(head)
            }
          }
        }
      }
      let end = order.count
      for leaf in leaves {
        numbers[Int(leaf)] = UInt32(order.count)
        order.append(leaf)
      }
      leaves.removeAll(keepingCapacity: true)
      components.append(
        Component(members: first..<end, leaves: end..<order.count, depth: depth))
    }
    func renumbered(_ arcs: Arcs) -> Arcs {
      var offsets: [UInt32] = [0]
      var targets: [UInt32] = []
      offsets.reserveCapacity(nodeCount + 1)
      targets.reserveCapacity(arcs.count)
      for node in order {
        for arc in arcs.range(of: Int(node)) where arcs.targets[arc] != node {
          targets.append(numbers[Int(arcs.targets[arc])])
        }
        offsets.append(UInt32(targets.count))
      }
      return Arcs(offsets: offsets, targets: targets, edges: [], weights: [])
    }
    self.outgoing = renumbered(outgoing)
    self.incoming = isSymmetric ? self.outgoing : renumbered(incoming)
    nodes = order
  }

  /// The arcs to search along, without those to leaves: out of nodes, and from their heads.
  ///
  /// From a leaf it is one step more to all nodes than from its neighbor, so that nothing needs to
  /// search it; but it is searched from.
  var arcsOfMembers: (outgoing: Arcs, incoming: Arcs) {
    if components.allSatisfy({ $0.leaves.isEmpty }) { return (outgoing, incoming) }
    func cut(keepingArcsOfLeaves keepsAll: Bool) -> Arcs {
      var offsets: [UInt32] = [0]
      var targets: [UInt32] = []
      offsets.reserveCapacity(nodes.count + 1)
      targets.reserveCapacity(outgoing.count)
      for component in components {
        let (members, leaves) = (component.members, component.leaves)
        for node in members.lowerBound..<leaves.upperBound {
          for arc in outgoing.range(of: node)
          where node < members.upperBound ? outgoing.targets[arc] < members.upperBound : keepsAll {
            targets.append(outgoing.targets[arc])
          }
          offsets.append(UInt32(targets.count))
        }
      }
      return Arcs(offsets: offsets, targets: targets, edges: [], weights: [])
    }
    return (cut(keepingArcsOfLeaves: true), cut(keepingArcsOfLeaves: false))
  }

  /// The nodes of a component, each with others that lie close to it side by side.
  ///
  /// Nodes an even number of steps apart stand together: see `LaneGraph.sourcesByNearness(_:)`.
  /// Where no node is far from another, the order of numbers is as good and costs nothing.
  func sourcesByNearness(of members: ArraySlice<UInt32>) -> [UInt32] {
    guard levelCount(of: members) > 12 else { return Array(members) }
    let width = SIMD8<UInt64>.width
    let targets = outgoing.targets
    var isTaken = [Bool](repeating: false, count: members.count)
    var marks = [UInt32](repeating: .max, count: members.count)
    let first = Int(members.startIndex)
    var sources: [UInt32] = []
    var queue: [(node: UInt32, isEven: Bool)] = []
    for start in members where !isTaken[Int(start) - first] {
      queue.removeAll(keepingCapacity: true)
      queue.append((start, true))
      marks[Int(start) - first] = start
      var next = 0
      var looked = 0
      let end = (sources.count / width + 1) * width
      while next < queue.count, sources.count < end, looked < 16 * width {
        let (node, isEven) = queue[next]
        next += 1
        if isEven && !isTaken[Int(node) - first] {
          isTaken[Int(node) - first] = true
          sources.append(node)
        }
        for arc in outgoing.range(of: Int(node)) {
          let head = targets[arc]
          if marks[Int(head) - first] != start {
            marks[Int(head) - first] = start
            queue.append((head, !isEven))
          }
        }
        looked += outgoing.range(of: Int(node)).count
      }
    }
    return sources
  }

  /// How many steps from the first member the last one is.
  private func levelCount(of members: ArraySlice<UInt32>) -> Int {
    let first = Int(members.startIndex)
    var levels = [Int](repeating: -1, count: members.count)
    levels[0] = 0
    let targets = outgoing.targets
    for node in members where levels[Int(node) - first] >= 0 {
      for arc in outgoing.range(of: Int(node)) {
        let head = Int(targets[arc]) - first
        if levels[head] < 0 { levels[head] = levels[Int(node) - first] + 1 }
      }
    }
    return levels[members.count - 1]
  }
}
