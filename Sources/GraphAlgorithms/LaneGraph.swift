internal import GraphCore

/// A graph in the form that ``LaneBrandes`` and ``LevelBrandes`` read.
struct LaneGraph: ~Copyable {
  let nodeCount: Int
  let arcCount: Int
  let offsets: Buffer<UInt32>
  let targets: Buffer<UInt32>
  let inOffsets: Buffer<UInt32>
  let inTargets: Buffer<UInt32>
  let multiplicities: Buffer<Double>
  let sourceLoads: Buffer<Double>
  let targetLoads: Buffer<Double>

  init(_ graph: BlockGraph, incoming: Arcs?) {
    nodeCount = graph.nodeCount
    arcCount = graph.targets.count
    offsets = Buffer(graph.offsets)
    targets = Buffer(graph.targets)
    inOffsets = Buffer(incoming?.offsets ?? graph.offsets)
    inTargets = Buffer(incoming?.targets ?? graph.targets)
    multiplicities = Buffer(graph.multiplicities)
    sourceLoads = Buffer(graph.sourceLoads)
    targetLoads = Buffer(graph.targetLoads)
  }

  /// The nodes that paths start at, those that lie close together side by side.
  ///
  /// Nodes an even number of steps from the first are preferred. Where every cycle is even, as in a
  /// mesh, their distances from any node then differ by even numbers, and so by fewer.
  func sourcesByNearness(_ width: Int) -> [UInt32] {
    var isTaken = [Bool](repeating: false, count: nodeCount)
    var marks = [UInt32](repeating: .max, count: nodeCount)
    var sources: [UInt32] = []
    var queue: [(node: UInt32, isEven: Bool)] = []
    for start in 0..<UInt32(nodeCount) where !isTaken[Int(start)] && sourceLoads[start] > 0 {
      // A search of a few steps from here for sources not taken.
      queue.removeAll(keepingCapacity: true)
      queue.append((start, true))
      marks[Int(start)] = start
      var next = 0
      var (found, looked) = (0, 0)
      while next < queue.count, found < width, looked < 32 * width {
        let (node, isEven) = queue[next]
        next += 1
        if isEven && !isTaken[Int(node)] && sourceLoads[node] > 0 {
          isTaken[Int(node)] = true
          sources.append(node)
          found += 1
        }
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) where looked < 32 * width {
          looked += 1
          let head = targets[arc]
          if marks[Int(head)] != start {
            marks[Int(head)] = start
            queue.append((head, !isEven))
          }
        }
      }
    }
    return sources
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
