/// Brandes's accumulation for up to 64 sources that lie close together, eight at once.
///
/// Where nodes are far apart, searches from neighboring sources are rarely on the same level, but
/// nearly all edges lead away from all of the sources or towards all of them. So first, one search
/// from all sources notes for each arc for which of them it is on shortest paths, a bit each. Then
/// nodes are gone through in an order in which most have all that lies before them done, whatever
/// their levels: such a node is looked at once for eight sources. Where an edge leads away from one
/// source and towards another, what is missing is done first, for those sources that need it.
///
/// Brandes: A faster algorithm for betweenness centrality. J. Mathematical Sociology 25 (2001).
/// Then and others: The more the merrier: efficient multi-source graph traversal. VLDB 8 (2014).
struct ClusterBrandes: ~Copyable {
  typealias Lanes = LaneMask.Lanes

  /// A node, and the sources for which it is its turn.
  ///
  /// Not private, for Swift 6.3 can't build that without optimisation.
  struct Visit: BitwiseCopyable {
    var node: UInt32
    var mask: UInt8
  }

  /// The sources that have reached each node, a bit each.
  private let seen: Buffer<UInt64>
  /// The sources that reach each node on this level.
  private let fresh: Buffer<UInt64>
  /// The sources from which shortest paths take each arc.
  private let tight: Buffer<UInt64>
  /// The nodes that were reached last, and the next ones.
  private let front: Buffer<UInt32>
  private let next: Buffer<UInt32>
  private let masks: Buffer<UInt64>
  /// The nodes in the order in which the last source reaches them.
  private let order: Buffer<UInt32>
  private var orderCount = 0
  /// Of eight sources, those that are done at each node.
  private let done: Buffer<UInt8>
  /// The counts of shortest paths, times the multiplicity of the node.
  private let counts: Buffer<Lanes>
  /// What each node passes on to those before it, a part for each of its paths.
  private let flows: Buffer<Lanes>
  /// The nodes in the order in which paths to them are counted.
  private let visits: Buffer<Visit>
  private let laneMask = LaneMask()

  init(nodeCapacity: Int, arcCapacity: Int) {
    seen = Buffer(repeating: 0, count: nodeCapacity)
    fresh = Buffer(repeating: 0, count: nodeCapacity)
    tight = Buffer(repeating: 0, count: arcCapacity)
    // One place more is written to before it is known whether it counts.
    front = Buffer(repeating: 0, count: nodeCapacity + 1)
    next = Buffer(repeating: 0, count: nodeCapacity + 1)
    masks = Buffer(repeating: 0, count: nodeCapacity + 1)
    order = Buffer(repeating: 0, count: nodeCapacity)
    done = Buffer(repeating: 0, count: nodeCapacity)
    // A node is visited at most once for each of eight sources.
    visits = Buffer(repeating: Visit(node: 0, mask: 0), count: 8 * nodeCapacity)
    counts = Buffer(repeating: Lanes(repeating: 0), count: nodeCapacity)
    flows = Buffer(repeating: Lanes(repeating: 0), count: nodeCapacity)
  }

  /// Adds what depends on the given sources.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sources: At most 64 different nodes, those that lie closest together side by side.
  ///   - nodeSums: For each node, what the sources' paths through it come to, times its
  ///     multiplicity.
  ///   - arcSums: For each arc likewise, if wanted.
  ///   - shouldStop: Says whether the run was called off.
  mutating func run(
    _ graph: borrowing LaneGraph, sources: ArraySlice<UInt32>,
    nodeSums: UnsafeMutablePointer<Double>, arcSums: UnsafeMutablePointer<Double>?,
    shouldStop: () -> Bool
  ) {
    guard search(graph, sources, shouldStop) else { return }
    for start in stride(from: sources.startIndex, to: sources.endIndex, by: 8) {
      let eight = sources[start..<min(sources.endIndex, start + 8)]
      let shift = UInt64(start - sources.startIndex)
      guard let count = goOut(graph, eight, shift, shouldStop) else { return }
      var weights = Lanes(repeating: 0)
      for (lane, source) in eight.enumerated() { weights[lane] = graph.sourceLoads[source] }
      // At the sources themselves no path passes through.
      for part in ((arcSums == nil ? eight.count : 0)..<count).parts().reversed() {
        if shouldStop() { return }
        if let arcSums {
          goBack(graph, part, shift, weights: weights, arcSums: arcSums)
        } else {
          goBack(graph, part, shift, weights: weights, nodeSums: nodeSums)
        }
      }
    }
  }

  /// Finds for each arc the sources from which shortest paths take it, and the order of nodes.
  ///
  /// - Returns: Whether it came to the end.
  private mutating func search(
    _ graph: borrowing LaneGraph, _ sources: ArraySlice<UInt32>, _ shouldStop: () -> Bool
  ) -> Bool {
    let nodeCount = graph.nodeCount
    let (seen, fresh, tight, masks) = (seen.base, fresh.base, tight.base, masks.base)
    let (offsets, targets, order) = (graph.offsets.base, graph.targets.base, order.base)
    var (front, next) = (front.base, next.base)
    seen.update(repeating: 0, count: nodeCount)
    tight.update(repeating: 0, count: graph.arcCount)
    for (lane, source) in sources.enumerated() {
      next[lane] = source
      fresh[Int(source)] = 1 << UInt64(lane)
    }
    let full = UInt64.max >> UInt64(64 - sources.count)
    var orderCount = 0
    var count = sources.count
    var looked = 0
    while count > 0 {
      looked += count
      if looked >= Execution.pieceLength {
        if shouldStop() { return false }
        looked = 0
      }
      for place in 0..<count {
        let node = Int(next[place])
        let mask = fresh[node]
        fresh[node] = 0
        masks[place] = mask
        seen[node] |= mask
        if seen[node] == full {
          order[orderCount] = UInt32(truncatingIfNeeded: node)
          orderCount &+= 1
        }
      }
      swap(&front, &next)
      var end = 0
      for place in 0..<count {
        let node = Int(front[place])
        let mask = masks[place]
        for arc in Int(offsets[node])..<Int(offsets[node &+ 1]) {
          let head = Int(targets[arc])
          let new = mask & ~seen[head]
          tight[arc] |= new
          let before = fresh[head]
          fresh[head] = before | new
          next[end] = UInt32(truncatingIfNeeded: head)
          end &+= (before == 0 ? 1 : 0) & (new != 0 ? 1 : 0)
        }
      }
      count = end
    }
    // Nodes that only some sources reach.
    if orderCount < nodeCount {
      for node in 0..<nodeCount where seen[node] != 0 && seen[node] != full {
        order[orderCount] = UInt32(truncatingIfNeeded: node)
        orderCount += 1
      }
    }
    self.orderCount = orderCount
    return true
  }

  /// Counts the shortest paths from eight sources, and says in how many visits; `nil` if the run was
  /// called off.
  private func goOut(
    _ graph: borrowing LaneGraph, _ sources: ArraySlice<UInt32>, _ shift: UInt64,
    _ shouldStop: () -> Bool
  ) -> Int? {
    // Local pointers, which need not be read again after each time that something is written.
    let (tight, seen, done, counts) = (tight.base, seen.base, done.base, counts.base)
    let (offsets, tails, arcs) = (graph.inOffsets.base, graph.inTargets.base, graph.inArcs.base)
    let (multiplicities, visits) = (graph.multiplicities.base, visits.base)
    var end = 0
    done.update(repeating: 0, count: graph.nodeCount)
    for (lane, source) in sources.enumerated() {
      counts[Int(source)][lane] = 1
      done[Int(source)] = 1 << UInt8(lane)
      visits[end] = Visit(node: source, mask: done[Int(source)])
      end += 1
    }

    /// Counts the paths to a node, if all nodes before it have been done.
    @inline(__always) func visit(_ node: Int, _ mask: UInt8) -> Bool {
      var sum = Lanes(repeating: 0)
      var missing: UInt8 = 0
      for arc in Int(offsets[node])..<Int(offsets[node &+ 1]) {
        let lanes = mask & UInt8(truncatingIfNeeded: tight[Int(arcs[arc])] >> shift)
        if lanes == 0 { continue }
        let tail = Int(tails[arc])
        missing |= lanes & ~done[tail]
        sum += lanes == .max ? counts[tail] : laneMask.keep(counts[tail], lanes)
      }
      if missing != 0 { return false }
      let found = sum * multiplicities[node]
      counts[node] = mask == .max ? found : laneMask.choose(found, mask, counts[node])
      done[node] |= mask
      visits[end] = Visit(node: UInt32(truncatingIfNeeded: node), mask: mask)
      end &+= 1
      return true
    }

    var waiting: [Visit] = []
    for place in 0..<orderCount {
      if place % Execution.pieceLength == 0 && shouldStop() { return nil }
      let node = order[place]
      let mask = UInt8(truncatingIfNeeded: seen[Int(node)] >> shift) & ~done[Int(node)]
      if mask == 0 || visit(Int(node), mask) { continue }
      waiting.append(Visit(node: node, mask: mask))
      while let top = waiting.last {
        let node = Int(top.node)
        let mask = top.mask & ~done[node]
        if mask == 0 || visit(node, mask) {
          waiting.removeLast()
          continue
        }
        // What has to come first is put on top.
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
          let lanes = mask & UInt8(truncatingIfNeeded: tight[Int(arcs[arc])] >> shift)
          let missing = lanes & ~done[Int(tails[arc])]
          if missing != 0 { waiting.append(Visit(node: tails[arc], mask: missing)) }
        }
      }
    }
    return end
  }

  private func goBack(
    _ graph: borrowing LaneGraph, _ range: Range<Int>, _ shift: UInt64, weights: Lanes,
    nodeSums: UnsafeMutablePointer<Double>
  ) {
    let (tight, counts, flows, visits) = (tight.base, counts.base, flows.base, visits.base)
    let (offsets, targets) = (graph.offsets.base, graph.targets.base)
    let (loads, multiplicities) = (graph.targetLoads.base, graph.multiplicities.base)
    for place in range.reversed() {
      let (node, mask) = (Int(visits[place].node), visits[place].mask)
      var sum = Lanes(repeating: 0)
      for arc in Int(offsets[node])..<Int(offsets[node &+ 1]) {
        let lanes = mask & UInt8(truncatingIfNeeded: tight[arc] >> shift)
        if lanes == 0 { continue }
        let flow = flows[Int(targets[arc])]
        sum += lanes == .max ? flow : laneMask.keep(flow, lanes)
      }
      let count = counts[node]
      let through = count * sum * weights
      let passed = (loads[node] / count + sum) * multiplicities[node]
      // Nothing was added up in the lanes of other sources; and where there are too many paths for
      // a number, this is none.
      nodeSums[node] += through.sum()
      flows[node] = mask == .max ? passed : laneMask.choose(passed, mask, flows[node])
    }
  }

  private func goBack(
    _ graph: borrowing LaneGraph, _ range: Range<Int>, _ shift: UInt64, weights: Lanes,
    arcSums: UnsafeMutablePointer<Double>
  ) {
    let (tight, counts, flows, visits) = (tight.base, counts.base, flows.base, visits.base)
    let (offsets, targets) = (graph.offsets.base, graph.targets.base)
    let (loads, multiplicities) = (graph.targetLoads.base, graph.multiplicities.base)
    for place in range.reversed() {
      let (node, mask) = (Int(visits[place].node), visits[place].mask)
      let count = counts[node]
      let share = count * weights
      var sum = Lanes(repeating: 0)
      for arc in Int(offsets[node])..<Int(offsets[node &+ 1]) {
        let lanes = mask & UInt8(truncatingIfNeeded: tight[arc] >> shift)
        if lanes == 0 { continue }
        let flow = laneMask.keep(flows[Int(targets[arc])], lanes)
        sum += flow
        arcSums[arc] += (flow * share).sum()
      }
      // No number where there are too many paths for one, as in `LaneBrandes`.
      let passed = (loads[node] / count + sum + count * 0) * multiplicities[node]
      flows[node] = laneMask.choose(passed, mask, flows[node])
    }
  }
}
