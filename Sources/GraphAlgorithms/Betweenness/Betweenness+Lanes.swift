internal import GraphCore

extension FrozenGraph {
  /// Betweenness where every edge is one step, as sums over ordered pairs.
  ///
  /// - Parameters:
  ///   - pairs: Where paths start and end.
  ///   - ofEdges: Whether edges are asked for rather than nodes.
  ///   - execution: On how many threads, and who watches.
  /// - Returns: For each node, or each edge, the sum.
  /// - Throws: `AlgorithmError.cancelled` if the run was called off.
  func laneSums(
    _ pairs: PathEnds, ofEdges: Bool, _ execution: Execution
  ) throws(AlgorithmError) -> [Double] {
    var sums = [Double](repeating: 0, count: ofEdges ? edgeCount : nodeCount)
    let work = LaneWork()
    if isDirected {
      try work.append(BlockGraph(outgoing, between: pairs), execution)
    } else {
      try forEachBlock(
        pairs, ofEdges: ofEdges, mergesTwins: !ofEdges, sums: &sums, execution
      ) { (block) throws(AlgorithmError) in try work.append(block, execution) }
    }
    let results = try work.run(ofEdges: ofEdges, execution)
    for (block, offset) in zip(work.blocks, ofEdges ? work.arcOffsets : work.nodeOffsets) {
      if ofEdges {
        for (arc, edge) in block.edges.enumerated() {
          sums[Int(edge)] += results[offset + arc]
        }
      } else {
        for (member, node) in zip(block.members, block.classes) {
          sums[Int(member)] += results[offset + Int(node)] / block.multiplicities[Int(node)]
        }
      }
    }
    return sums
  }

  /// Hands over the blocks in which something is to be counted, and adds what is known without.
  func forEachBlock(
    _ pairs: PathEnds, ofEdges: Bool, mergesTwins: Bool, sums: inout [Double],
    _ execution: Execution, _ body: (BlockGraph) throws(AlgorithmError) -> Void
  ) throws(AlgorithmError) {
    let cut = try BlockCut(nodeCount: nodeCount, arcs: outgoing, execution)
    let sources = BlockLoads(of: pairs.starts, in: cut)
    let targets = BlockLoads(of: pairs.ends, in: cut)
    if !ofEdges { addCutTerms(cut, sources: sources, targets: targets, pairs, to: &sums) }
    var numbers = [UInt32](repeating: 0, count: nodeCount)
    for block in 0..<cut.count {
      // Two nodes have nobody between them.
      if !ofEdges && cut.range(of: block).count < 3 { continue }
      // Nor does anything start where no source is, or end where no target is.
      let first = Int(cut.members[cut.range(of: block).lowerBound])
      if sources.totals[first] == 0 || targets.totals[first] == 0 { continue }
      let graph = try BlockGraph(
        block: block, of: cut, arcs: outgoing, numbers: &numbers, starts: sources, ends: targets,
        mergesTwins: mergesTwins, execution)
      for term in graph.twinTerms {
        sums[Int(term.node)] += term.value
      }
      try body(graph)
    }
  }

  /// Counts, for every node, the pairs of others that it alone holds together.
  private func addCutTerms(
    _ cut: BlockCut, sources: BlockLoads, targets: BlockLoads, _ pairs: PathEnds,
    to sums: inout [Double]
  ) {
    // Of all ordered pairs of others in its component, those on the same side do not count.
    var sides = [Double](repeating: 0, count: nodeCount)
    func addSide(_ node: Int, _ sourceCount: Double, _ targetCount: Double) {
      sides[node] += sourceCount * targetCount
    }
    for block in 0..<cut.count {
      for position in cut.range(of: block) {
        let node = Int(cut.members[position])
        addSide(
          node, sources.totals[node] - sources.loads[position],
          targets.totals[node] - targets.loads[position])
      }
    }
    for node in 0..<nodeCount {
      let others = (
        sources.totals[node] - pairs.starts[node], targets.totals[node] - pairs.ends[node]
      )
      sums[node] = others.0 * others.1 - sides[node]
    }
  }
}

/// The blocks of a graph in a row, and the sources in each of them.
private final class LaneWork {
  private(set) var blocks: [BlockGraph] = []
  /// Where the sums of each block begin among those of all.
  private(set) var nodeOffsets: [Int] = [0]
  private(set) var arcOffsets: [Int] = [0]
  private var graphs: [LaneBox] = []
  private var jobs: [(block: Int, start: Int)] = []

  func append(_ block: BlockGraph, _ execution: Execution) throws(AlgorithmError) {
    let box = try LaneBox(LaneGraph(block, execution), execution)
    for start in stride(from: 0, to: box.sources.count, by: box.width) {
      jobs.append((blocks.count, start))
    }
    nodeOffsets.append(nodeOffsets[blocks.count] + block.nodeCount)
    arcOffsets.append(arcOffsets[blocks.count] + block.targets.count)
    blocks.append(block)
    graphs.append(box)
  }

  /// The sums over the sources, of all nodes or all arcs of all blocks.
  func run(ofEdges: Bool, _ execution: Execution) throws(AlgorithmError) -> [Double] {
    let nodeCount = nodeOffsets[blocks.count]
    let arcCount = ofEdges ? arcOffsets[blocks.count] : 0
    let threads = (0..<max(1, min(execution.threads, jobs.count))).map { _ in
      LaneThread(graphs, nodeCount: nodeCount, arcCount: arcCount)
    }
    let shared = Shared((threads, graphs, jobs, nodeOffsets, arcOffsets))
    try execution.run(jobs: jobs.count) { thread, job, shouldStop in
      let (threads, graphs, jobs, nodeOffsets, arcOffsets) = shared.value
      let (block, start) = jobs[job]
      let sources = graphs[block].sources
      threads[thread].run(
        graphs[block], sources: sources[start..<min(start + graphs[block].width, sources.count)],
        nodeOffset: nodeOffsets[block], arcOffset: ofEdges ? arcOffsets[block] : nil,
        shouldStop: shouldStop)
    }
    var sums = [Double](repeating: 0, count: ofEdges ? arcCount : nodeCount)
    for thread in threads {
      for index in sums.indices {
        sums[index] += ofEdges ? thread.arcSums[index] : thread.nodeSums[index]
      }
    }
    return sums
  }
}

/// A block as it is searched.
private final class LaneBox {
  let graph: LaneGraph
  let sources: [UInt32]
  /// Whether nodes are so far apart that sources are rarely on the same level.
  let isLong: Bool
  /// How many sources are searched from together.
  var width: Int { isLong ? 64 : 8 }

  init(_ graph: consuming LaneGraph, _ execution: Execution) throws(AlgorithmError) {
    isLong = graph.eccentricity > 20
    sources = try graph.sourcesByNearness(isLong ? 64 : 8, execution)
    self.graph = graph
  }
}

/// What one thread works with.
private final class LaneThread {
  private var lanes: LaneBrandes
  private var clusters: ClusterBrandes
  let nodeSums: Buffer<Double>
  let arcSums: Buffer<Double>

  init(_ blocks: [LaneBox], nodeCount: Int, arcCount: Int) {
    func greatest(_ size: (LaneBox) -> Int) -> Int { blocks.reduce(0) { max($0, size($1)) } }
    lanes = LaneBrandes(capacity: greatest { $0.isLong ? 0 : $0.graph.nodeCount })
    clusters = ClusterBrandes(
      nodeCapacity: greatest { $0.isLong ? $0.graph.nodeCount : 0 },
      arcCapacity: greatest { $0.isLong ? $0.graph.arcCount : 0 })
    nodeSums = Buffer(repeating: 0, count: nodeCount)
    arcSums = Buffer(repeating: 0, count: arcCount)
  }

  func run(
    _ block: LaneBox, sources: ArraySlice<UInt32>, nodeOffset: Int, arcOffset: Int?,
    shouldStop: () -> Bool
  ) {
    let nodeSums = self.nodeSums.base + nodeOffset
    let arcSums = arcOffset.map { self.arcSums.base + $0 }
    if block.isLong {
      clusters.run(
        block.graph, sources: sources, nodeSums: nodeSums, arcSums: arcSums, shouldStop: shouldStop)
    } else {
      lanes.run(
        block.graph, sources: sources, nodeSums: nodeSums, arcSums: arcSums, shouldStop: shouldStop)
    }
  }
}
