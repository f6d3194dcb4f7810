internal import GraphCore

/// A breadth-first search from one node that turns round where that is less work (Beamer and others
/// 2012).
///
/// While few nodes are left, each of them looks for one neighbor on the last level and stops at the
/// first, instead of all nodes of that level looking at all their neighbors.
///
/// Beamer, Asanović, Patterson: Direction-optimizing breadth-first search. SC 2012.
final class LevelSearch: Sendable {
  private let nodeCount: Int
  private nonisolated(unsafe) let offsets: Buffer<UInt32>
  private nonisolated(unsafe) let targets: Buffer<UInt32>
  private nonisolated(unsafe) let inOffsets: Buffer<UInt32>
  private nonisolated(unsafe) let inTargets: Buffer<UInt32>

  init(_ graph: FrozenGraph, _ direction: Direction) {
    let away = graph.arcs(direction)
    let back =
      switch direction {
      case .outgoing: graph.incoming
      case .incoming: graph.outgoing
      case .either: away
      }
    nodeCount = graph.nodeCount
    offsets = Buffer(away.offsets)
    targets = Buffer(away.targets)
    inOffsets = Buffer(graph.isDirected ? back.offsets : [])
    inTargets = Buffer(graph.isDirected ? back.targets : [])
  }

  func distances(from source: Int) -> [Double] {
    let distances = Buffer(repeating: Double.infinity, count: nodeCount)
    run(from: source, into: distances.base)
    return distances.array
  }

  /// Writes the distances of the nodes reached; all have to be infinite before.
  func run(from source: Int, into distances: UnsafeMutablePointer<Double>) {
    let isSymmetric = inOffsets.count == 0
    let (inOffsets, inTargets) =
      isSymmetric ? (offsets.base, targets.base) : (self.inOffsets.base, self.inTargets.base)
    let (offsets, targets) = (offsets.base, targets.base)
    let levels = Buffer(repeating: UInt32.max, count: nodeCount)
    let queue = Buffer(repeating: UInt32(0), count: nodeCount + 1)
    var (begin, end) = (0, 1)
    queue[0] = UInt32(source)
    levels[source] = 0
    distances[source] = 0
    var level: UInt32 = 0
    var unseenArcs = Int(offsets[nodeCount])
    while begin < end {
      var frontArcs = 0
      for place in begin..<end {
        frontArcs += Int(offsets[Int(queue[place]) + 1] - offsets[Int(queue[place])])
      }
      unseenArcs -= frontArcs
      level += 1
      let distance = Double(level)
      var last = end
      // Beamer's measure: a node that looks for a neighbor finds one early.
      if frontArcs > unseenArcs / 14 && end - begin > 64 {
        for node in 0..<nodeCount where levels[node] == .max {
          for arc in Int(inOffsets[node])..<Int(inOffsets[node + 1])
          where levels[inTargets[arc]] == level - 1 {
            levels[node] = level
            distances[node] = distance
            queue[last] = UInt32(node)
            last += 1
            break
          }
        }
      } else {
        for place in begin..<end {
          let node = Int(queue[place])
          for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
            let head = targets[arc]
            if levels[head] != .max { continue }
            levels[head] = level
            distances[Int(head)] = distance
            queue[last] = head
            last += 1
          }
        }
      }
      begin = end
      end = last
    }
  }
}
