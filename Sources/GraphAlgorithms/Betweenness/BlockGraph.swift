internal import GraphCore

/// One block of a graph with numbers of its own, twins merged, ready for betweenness.
///
/// Twins are nodes that the rest of the block cannot tell apart: with the same neighbors, not
/// adjacent to each other, or adjacent and with the same neighbors but for themselves. No shortest
/// path passes through two of them, so that they can stand as one node that counts several times
/// (Sarıyüce, Saule, Kaya, Çatalyürek 2013). Candidates are found by a hash and then compared.
///
/// Sarıyüce and others: Shattering and compressing networks for betweenness centrality. SDM 2013.
struct BlockGraph {
  /// Where the arcs of each node begin.
  private(set) var offsets: [UInt32] = []
  /// Where they lead.
  private(set) var targets: [UInt32] = []
  /// The edges of the whole graph that they belong to; empty once twins are merged.
  private(set) var edges: [UInt32] = []
  /// The nodes of the whole graph, in the order of this one.
  private(set) var members: [UInt32] = []
  /// The merged node of each member.
  private(set) var classes: [UInt32] = []
  /// How many members each node stands for.
  private(set) var multiplicities: [Double] = []
  /// How much each node counts as the start of paths.
  private(set) var sourceLoads: [Double] = []
  /// How much each node counts as the end of paths.
  private(set) var targetLoads: [Double] = []
  /// What pairs of twins give to members before anything is searched.
  private(set) var twinTerms: [(node: UInt32, value: Double)] = []

  /// How many nodes there are once twins are merged.
  var nodeCount: Int { multiplicities.count }

  /// The whole of a graph.
  init(_ arcs: Arcs, between pairs: PathEnds) {
    offsets = arcs.offsets
    targets = arcs.targets
    edges = arcs.edges
    members = pairs.starts.indices.map { UInt32($0) }
    classes = members
    multiplicities = [Double](repeating: 1, count: members.count)
    sourceLoads = pairs.starts
    targetLoads = pairs.ends
  }

  /// One block.
  ///
  /// - Parameters:
  ///   - block: The number of the block.
  ///   - cut: All blocks.
  ///   - arcs: The arcs of the graph.
  ///   - numbers: A number for each node of the graph, which is overwritten.
  ///   - starts: How much is attached to members as the start of paths.
  ///   - ends: How much is attached to them as the end of paths.
  ///   - mergesTwins: Whether to merge twins.
  ///   - execution: Who may call the run off.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  init(
    block: Int, of cut: BlockCut, arcs: Arcs, numbers: inout [UInt32], starts: BlockLoads,
    ends: BlockLoads, mergesTwins: Bool, _ execution: Execution
  ) throws(AlgorithmError) {
    let range = cut.range(of: block)
    for (number, position) in range.enumerated() {
      let member = cut.members[position]
      numbers[Int(member)] = UInt32(number)
      members.append(member)
      sourceLoads.append(starts.loads[position])
      targetLoads.append(ends.loads[position])
    }
    // The arcs of the top may lead into thousands of blocks: they are had from the other end.
    let top = members[0]
    var counts = [UInt32](repeating: 0, count: members.count + 1)
    for (number, member) in members.enumerated().dropFirst() {
      if number % Execution.pieceLength == 0 { try execution.checkCancellation() }
      for arc in arcs.range(of: Int(member)) {
        let head = arcs.targets[arc]
        if head == top {
          counts[1] += 1
        } else if cut.blocks[Int(head)] != UInt32(block) || head == member {
          continue
        }
        counts[number + 1] += 1
      }
    }
    for number in members.indices {
      counts[number + 1] += counts[number]
    }
    offsets = counts
    targets = [UInt32](repeating: 0, count: Int(counts[members.count]))
    edges = targets
    func place(_ tail: UInt32, _ head: UInt32, _ edge: UInt32) {
      targets[Int(counts[Int(tail)])] = head
      edges[Int(counts[Int(tail)])] = edge
      counts[Int(tail)] += 1
    }
    // Arcs are placed by ascending head, so that the list of every node is sorted.
    for (number, member) in members.enumerated().dropFirst() {
      for arc in arcs.range(of: Int(member)) where arcs.targets[arc] == top {
        place(UInt32(number), 0, arcs.edges[arc])
      }
    }
    for (number, member) in members.enumerated().dropFirst() {
      if number % Execution.pieceLength == 0 { try execution.checkCancellation() }
      for arc in arcs.range(of: Int(member)) {
        let head = arcs.targets[arc]
        if head == top || (cut.blocks[Int(head)] == UInt32(block) && head != member) {
          place(numbers[Int(head)], UInt32(number), arcs.edges[arc])
        }
      }
    }
    classes = members.indices.map { UInt32($0) }
    multiplicities = [Double](repeating: 1, count: members.count)
    if mergesTwins { try mergeTwins(execution) }
  }

  private func neighbors(_ node: Int) -> ArraySlice<UInt32> {
    targets[Int(offsets[node])..<Int(offsets[node + 1])]
  }

  private mutating func mergeTwins(_ execution: Execution) throws(AlgorithmError) {
    for node in members.indices {
      let list = neighbors(node)
      // Parallel edges tell neighbors apart, and would have to be compared as well.
      for (left, right) in zip(list, list.dropFirst()) where left == right { return }
    }
    var isMerged = false
    for closed in [false, true] {
      if members.count >= Execution.pieceLength { try execution.checkCancellation() }
      let hashes = members.indices.map { node in
        neighbors(node).reduce(closed ? Self.mix(UInt32(node)) : 0) { $0 &+ Self.mix($1) }
      }
      let order = members.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, hashes[order[end]] == hashes[order[start]] { end += 1 }
        if end - start > 1 { isMerged = group(order[start..<end], closed: closed) || isMerged }
        start = end
      }
    }
    if isMerged { contract() }
  }

  /// Groups the twins among nodes of one hash, and says whether there are any.
  private mutating func group(_ candidates: ArraySlice<Int>, closed: Bool) -> Bool {
    // None has been merged before: no node has twins of both sorts, which would be neighbors of each
    // other by what the one sort is, and not by the other.
    var rest = Array(candidates)
    var isMerged = false
    while let first = rest.first, rest.count > 1 {
      var twins = [first]
      var others: [Int] = []
      for node in rest.dropFirst() {
        if areTwins(first, node, closed: closed) {
          twins.append(node)
        } else {
          others.append(node)
        }
      }
      rest = others
      guard twins.count > 1 else { continue }
      isMerged = true
      var (starts, ends, same) = (0.0, 0.0, 0.0)
      for twin in twins {
        classes[twin] = UInt32(first)
        starts += sourceLoads[twin]
        ends += targetLoads[twin]
        same += sourceLoads[twin] * targetLoads[twin]
      }
      if !closed {
        // Twins that are not adjacent are two steps apart, by any of their neighbors.
        let part = (starts * ends - same) / Double(neighbors(first).count)
        for neighbor in neighbors(first) {
          twinTerms.append((members[Int(neighbor)], part))
        }
      }
      multiplicities[first] = Double(twins.count)
      sourceLoads[first] = starts
      targetLoads[first] = ends
    }
    return isMerged
  }

  private func areTwins(_ first: Int, _ second: Int, closed: Bool) -> Bool {
    guard closed else { return neighbors(first) == neighbors(second) }
    guard neighbors(first).count == neighbors(second).count,
      neighbors(first).contains(UInt32(second))
    else { return false }
    return neighbors(first).lazy.filter { $0 != second }
      .elementsEqual(neighbors(second).lazy.filter { $0 != first })
  }

  /// Keeps one node of each class and the arcs between them.
  private mutating func contract() {
    let kept = members.indices.filter { Int(classes[$0]) == $0 }
    var numbers = [UInt32](repeating: .max, count: members.count)
    for (number, node) in kept.enumerated() {
      numbers[node] = UInt32(number)
    }
    var keptOffsets: [UInt32] = [0]
    var keptTargets: [UInt32] = []
    for node in kept {
      for target in neighbors(node) where numbers[Int(target)] != .max {
        keptTargets.append(numbers[Int(target)])
      }
      keptOffsets.append(UInt32(keptTargets.count))
    }
    offsets = keptOffsets
    targets = keptTargets
    edges = []
    classes = classes.map { numbers[Int($0)] }
    multiplicities = kept.map { multiplicities[$0] }
    sourceLoads = kept.map { sourceLoads[$0] }
    targetLoads = kept.map { targetLoads[$0] }
  }

  private static func mix(_ value: UInt32) -> UInt64 { SplitMix64.mix(UInt64(value)) }
}
