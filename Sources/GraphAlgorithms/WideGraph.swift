internal import GraphCore

/// A graph in the form that ``WideSearch`` works through, its nodes numbered so that near ones stand together.
struct WideGraph {
  let outgoing: Arcs
  let incoming: Arcs
  /// Where each component begins, with the number of nodes at the end.
  let components: [Int]
  /// The node of the graph behind each number.
  let nodes: [UInt32]

  /// Numbers the nodes component by component, each by breadth-first search.
  ///
  /// - Parameters:
  ///   - outgoing: The arcs to follow.
  ///   - incoming: The same arcs from their heads.
  ///   - isSymmetric: Whether they are the same both ways.
  init(_ outgoing: Arcs, _ incoming: Arcs, isSymmetric: Bool) {
    let nodeCount = outgoing.offsets.count - 1
    var numbers = [UInt32](repeating: .max, count: nodeCount)
    var order: [UInt32] = []
    order.reserveCapacity(nodeCount)
    var starts: [Int] = []
    for start in 0..<UInt32(nodeCount) where numbers[Int(start)] == .max {
      starts.append(order.count)
      var next = order.count
      numbers[Int(start)] = UInt32(next)
      order.append(start)
      while next < order.count {
        let node = Int(order[next])
        next += 1
        for arcs in isSymmetric ? [outgoing] : [outgoing, incoming] {
          for arc in arcs.range(of: node) where numbers[Int(arcs.targets[arc])] == .max {
            numbers[Int(arcs.targets[arc])] = UInt32(order.count)
            order.append(arcs.targets[arc])
          }
        }
      }
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
    components = starts + [nodeCount]
    nodes = order
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
