internal import GraphCore

/// A graph in the form that ``LaneBrandes`` and ``ClusterBrandes`` read.
struct LaneGraph: ~Copyable {
  let nodeCount: Int
  let arcCount: Int
  let offsets: Buffer<UInt32>
  let targets: Buffer<UInt32>
  let inOffsets: Buffer<UInt32>
  let inTargets: Buffer<UInt32>
  /// Which of the arcs each arc into a node is.
  let inArcs: Buffer<UInt32>
  let multiplicities: Buffer<Double>
  let sourceLoads: Buffer<Double>
  let targetLoads: Buffer<Double>

  init(_ graph: BlockGraph, _ execution: Execution) throws(AlgorithmError) {
    nodeCount = graph.nodeCount
    arcCount = graph.targets.count
    offsets = Buffer(graph.offsets)
    targets = Buffer(graph.targets)
    let inOffsets = Buffer(repeating: UInt32(0), count: graph.nodeCount + 1)
    let inTargets = Buffer(repeating: UInt32(0), count: arcCount)
    let inArcs = Buffer(repeating: UInt32(0), count: arcCount)
    for target in graph.targets { inOffsets[target + 1] += 1 }
    for node in 0..<nodeCount { inOffsets[node + 1] += inOffsets[node] }
    var places = inOffsets.array
    for node in 0..<nodeCount {
      if node % Execution.pieceLength == Execution.pieceLength - 1 {
        try execution.checkCancellation()
      }
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let place = Int(places[Int(targets[arc])])
        places[Int(targets[arc])] += 1
        inTargets[place] = UInt32(node)
        inArcs[place] = UInt32(arc)
      }
    }
    self.inOffsets = inOffsets
    self.inTargets = inTargets
    self.inArcs = inArcs
    multiplicities = Buffer(graph.multiplicities)
    sourceLoads = Buffer(graph.sourceLoads)
    targetLoads = Buffer(graph.targetLoads)
  }

  /// The nodes that paths start at, those that lie close together side by side: in runs of
  /// `width`, and within these in runs of eight.
  func sourcesByNearness(
    _ width: Int, _ execution: Execution
  ) throws(AlgorithmError) -> [UInt32] {
    var search = NearnessSearch(nodeCount: nodeCount)
    let all = (0..<UInt32(nodeCount)).filter { sourceLoads[$0] > 0 }
    let runs = try search.runs(of: width, among: all, self, execution)
    guard width > 8 else { return runs }
    var ordered: [UInt32] = []
    for run in runs.indices.parts(of: width) {
      ordered += try search.runs(of: 8, among: runs[run], self, execution)
    }
    return ordered
  }

  /// How far the farthest node is from the first.
  var eccentricity: Int {
    guard nodeCount > 0 else { return 0 }
    var levels = [Int](repeating: -1, count: nodeCount)
    var queue: [UInt32] = [0]
    levels[0] = 0
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let head = targets[arc]
        if levels[Int(head)] >= 0 { continue }
        levels[Int(head)] = levels[Int(node)] + 1
        queue.append(head)
      }
    }
    return levels[Int(queue[queue.count - 1])]
  }
}

/// A search of a few steps from a node, again and again.
private struct NearnessSearch {
  private var isWanted: [Bool]
  private var marks: [UInt32]
  private var mark: UInt32 = 0
  private var queue: [UInt32] = []

  init(nodeCount: Int) {
    isWanted = [Bool](repeating: false, count: nodeCount)
    marks = [UInt32](repeating: 0, count: nodeCount)
  }

  /// Puts nodes in an order in which runs of the given length lie close together.
  mutating func runs(
    of width: Int, among nodes: some Collection<UInt32>, _ graph: borrowing LaneGraph,
    _ execution: Execution
  ) throws(AlgorithmError) -> [UInt32] {
    for node in nodes { isWanted[Int(node)] = true }
    var ordered: [UInt32] = []
    for start in nodes where isWanted[Int(start)] {
      mark += 1
      if mark % (1 << 12) == 0 { try execution.checkCancellation() }
      queue.removeAll(keepingCapacity: true)
      queue.append(start)
      marks[Int(start)] = mark
      var next = 0
      var (found, looked) = (0, 0)
      while next < queue.count, found < width, looked < 32 * width {
        let node = queue[next]
        next += 1
        if isWanted[Int(node)] {
          isWanted[Int(node)] = false
          ordered.append(node)
          found += 1
        }
        for arc in Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
        where looked < 32 * width {
          looked += 1
          let head = graph.targets[arc]
          if marks[Int(head)] != mark {
            marks[Int(head)] = mark
            queue.append(head)
          }
        }
      }
    }
    return ordered
  }
}
