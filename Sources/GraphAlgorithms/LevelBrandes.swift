/// Brandes's accumulation for one source after the other.
///
/// Where nodes are far apart, eight searches at once are rarely on the same level, so that this is
/// faster than ``LaneBrandes``. On the way out, the arcs that shortest paths take are noted, without
/// a branch for whether an arc is one, and the way back reads only these.
///
/// Brandes: A faster algorithm for betweenness centrality. J. Mathematical Sociology 25 (2001).
struct LevelBrandes: ~Copyable {
  /// How many steps away each node is, below 0 if it was not reached.
  private let levels: Buffer<Int32>
  /// The counts of shortest paths, times the multiplicity of the node.
  private let counts: Buffer<Double>
  /// What each node passes on to those before it, a part for each of its paths.
  private let flows: Buffer<Double>
  /// The nodes reached, nearest first.
  private let queue: Buffer<UInt32>
  /// The arcs that shortest paths take, or where they lead, in the order of the queue.
  private let steps: Buffer<UInt32>
  /// Where those of each node in the queue end.
  private let stepEnds: Buffer<UInt32>

  init(nodeCapacity: Int, arcCapacity: Int) {
    levels = Buffer(repeating: -1, count: nodeCapacity)
    counts = Buffer(repeating: 0, count: nodeCapacity)
    flows = Buffer(repeating: 0, count: nodeCapacity)
    // One place more is written to before it is known whether it counts.
    queue = Buffer(repeating: 0, count: nodeCapacity + 1)
    steps = Buffer(repeating: 0, count: arcCapacity + 1)
    stepEnds = Buffer(repeating: 0, count: nodeCapacity)
  }

  /// Adds what depends on one source.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - source: The source.
  ///   - nodeSums: For each node, what the source's paths through it come to, times its
  ///     multiplicity.
  ///   - arcSums: For each arc likewise, if wanted.
  func run(
    _ graph: borrowing LaneGraph, source: UInt32, nodeSums: UnsafeMutablePointer<Double>,
    arcSums: UnsafeMutablePointer<Double>?
  ) {
    if let arcSums {
      let count = goOut(graph, source, notesArcs: true)
      goBack(graph, count, weight: graph.sourceLoads[source], arcSums: arcSums)
    } else {
      let count = goOut(graph, source, notesArcs: false)
      goBack(graph, count, weight: graph.sourceLoads[source], nodeSums: nodeSums)
    }
  }

  /// Finds and counts the shortest paths, and says how many nodes they lead to.
  @inline(__always)
  private func goOut(_ graph: borrowing LaneGraph, _ source: UInt32, notesArcs: Bool) -> Int {
    let (levels, counts, queue) = (levels.base, counts.base, queue.base)
    let (steps, stepEnds) = (steps.base, stepEnds.base)
    let (offsets, targets) = (graph.offsets.base, graph.targets.base)
    let multiplicities = graph.multiplicities.base
    levels.update(repeating: -1, count: graph.nodeCount)
    counts.update(repeating: 0, count: graph.nodeCount)
    levels[Int(source)] = 0
    counts[Int(source)] = 1 / multiplicities[Int(source)]
    queue[0] = source
    var end = 1
    var stepEnd = 0
    var place = 0
    while place < end {
      let node = Int(queue[place])
      let next = levels[node] &+ 1
      let count = counts[node] * multiplicities[node]
      counts[node] = count
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let head = Int(targets[arc])
        let found = levels[head]
        let level = found < 0 ? next : found
        levels[head] = level
        queue[end] = UInt32(truncatingIfNeeded: head)
        end &+= found < 0 ? 1 : 0
        steps[stepEnd] = UInt32(truncatingIfNeeded: notesArcs ? arc : head)
        let isStep: UInt64 = level == next ? 1 : 0
        stepEnd &+= Int(truncatingIfNeeded: isStep)
        // All bits of the count or none: written as a choice, this becomes a branch.
        counts[head] += Double(bitPattern: count.bitPattern & (0 &- isStep))
      }
      stepEnds[place] = UInt32(truncatingIfNeeded: stepEnd)
      place &+= 1
    }
    return end
  }

  private func goBack(
    _ graph: borrowing LaneGraph, _ nodeCount: Int, weight: Double,
    nodeSums: UnsafeMutablePointer<Double>
  ) {
    let (counts, flows, queue) = (counts.base, flows.base, queue.base)
    let (steps, stepEnds) = (steps.base, stepEnds.base)
    let (loads, multiplicities) = (graph.targetLoads.base, graph.multiplicities.base)
    for place in stride(from: nodeCount - 1, to: 0, by: -1) {
      let node = Int(queue[place])
      var sum = 0.0
      for step in Int(stepEnds[place - 1])..<Int(stepEnds[place]) {
        sum += flows[Int(steps[step])]
      }
      let count = counts[node]
      nodeSums[node] += weight * count * sum
      flows[node] = (loads[node] / count + sum) * multiplicities[node]
    }
  }

  private func goBack(
    _ graph: borrowing LaneGraph, _ nodeCount: Int, weight: Double,
    arcSums: UnsafeMutablePointer<Double>
  ) {
    let (counts, flows, queue) = (counts.base, flows.base, queue.base)
    let (steps, stepEnds, targets) = (steps.base, stepEnds.base, graph.targets.base)
    let (loads, multiplicities) = (graph.targetLoads.base, graph.multiplicities.base)
    for place in stride(from: nodeCount - 1, through: 0, by: -1) {
      let node = Int(queue[place])
      let share = weight * counts[node]
      var sum = 0.0
      for step in (place == 0 ? 0 : Int(stepEnds[place - 1]))..<Int(stepEnds[place]) {
        let arc = Int(steps[step])
        let flow = flows[Int(targets[arc])]
        sum += flow
        arcSums[arc] += share * flow
      }
      flows[node] = (loads[node] / counts[node] + sum) * multiplicities[node]
    }
  }
}
