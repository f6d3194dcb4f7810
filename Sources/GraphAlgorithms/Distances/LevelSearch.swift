internal import GraphCore

/// A breadth-first search from one node that turns round where that is less work (Beamer and others
/// 2012).
///
/// While few nodes are left, each of them looks for one neighbor on the last level and stops at the
/// first, instead of all nodes of that level looking at all their neighbors.
///
/// Beamer, Asanović, Patterson: Direction-optimizing breadth-first search. SC 2012.
final class LevelSearch {
  private let outgoing: ArcPointers
  private let incoming: ArcPointers
  /// How many steps away each node is, below 0 if it was not reached.
  let levels: Buffer<Int32>
  /// The nodes reached, nearest first.
  private let queue: Buffer<UInt32>
  /// The nodes not reached yet, some that were among them; listed when the search first turns.
  private let open: Buffer<UInt32>
  /// Where the arcs of one level lead.
  private let heads: Buffer<UInt32>
  /// How many nodes the last run reached.
  private(set) var reachedCount = 0
  /// How far away the farthest of them is.
  private(set) var lastLevel = 0

  /// Prepares searches.
  ///
  /// - Parameters:
  ///   - outgoing: The arcs to follow.
  ///   - incoming: The same arcs from their heads.
  init(_ outgoing: ArcPointers, _ incoming: ArcPointers) {
    self.outgoing = outgoing
    self.incoming = incoming
    levels = Buffer(repeating: -1, count: outgoing.nodeCount)
    // One place more is written to before it is known whether a node is new.
    queue = Buffer(uninitialized: outgoing.nodeCount + 1)
    open = Buffer(uninitialized: outgoing.nodeCount)
    heads = Buffer(uninitialized: outgoing.targets.count + 8)
  }

  /// The nodes reached, nearest first.
  var reached: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: queue.base, count: reachedCount)
  }

  /// The distance of every node, infinite where none was found.
  var distances: [Double] {
    let (levels, count) = (levels.base, levels.count)
    return [Double](unsafeUninitializedCapacity: count) { distances, initialized in
      for node in 0..<count {
        let level = levels[node]
        distances[node] = level < 0 ? .infinity : Double(level)
      }
      initialized = count
    }
  }

  func run(from source: Int) {
    let nodeCount = outgoing.nodeCount
    let (levels, queue) = (levels.base, queue.base)
    if reachedCount < nodeCount / 16 {
      for place in 0..<reachedCount { levels[Int(queue[place])] = -1 }
    } else {
      levels.update(repeating: -1, count: nodeCount)
    }
    levels[source] = 0
    queue[0] = UInt32(source)
    var (begin, end) = (0, 1)
    var level: Int32 = 0
    var openArcs = outgoing.targets.count
    var openCount: Int?
    while begin < end {
      var frontArcs = 0
      for place in begin..<end { frontArcs &+= outgoing.degree(of: Int(queue[place])) }
      openArcs -= frontArcs
      level += 1
      let start = end
      if frontArcs > pullCost(frontArcs, openArcs, nodeCount - end, openCount) {
        end = pull(level, end, &openCount)
      } else {
        end = push(level, begin..<end)
      }
      begin = start
    }
    reachedCount = end
    lastLevel = Int(level) - 1
  }

  /// About how many looks at an arc it would take to have the nodes left look for a neighbor.
  private func pullCost(_ frontArcs: Int, _ openArcs: Int, _ left: Int, _ openCount: Int?) -> Int {
    // A node finds one after as many looks as there are arcs for one of the last level.
    let looks = min(openArcs / max(1, left), outgoing.targets.count / max(1, frontArcs)) + 1
    return (openCount ?? outgoing.nodeCount) / 2 + left * looks
  }

  private func push(_ level: Int32, _ front: Range<Int>) -> Int {
    let (levels, queue) = (levels.base, queue.base)
    let heads = heads.base
    let count = outgoing.copyHeads(
      of: UnsafeBufferPointer(start: queue + front.lowerBound, count: front.count), to: heads)
    var end = front.upperBound
    // Without a branch, for whether a node is new cannot be guessed.
    for place in 0..<count {
      let head = heads[place]
      let found = levels[Int(head)]
      queue[end] = head
      end &+= found < 0 ? 1 : 0
      levels[Int(head)] = found < 0 ? level : found
    }
    return end
  }

  private func pull(_ level: Int32, _ end: Int, _ openCount: inout Int?) -> Int {
    let (levels, queue, open) = (levels.base, queue.base, open.base)
    let arcs = incoming
    var count = openCount ?? 0
    if openCount == nil {
      for node in 0..<arcs.nodeCount {
        open[count] = UInt32(node)
        count &+= levels[node] < 0 ? 1 : 0
      }
    }
    var end = end
    var kept = 0
    for place in 0..<count {
      let node = open[place]
      if levels[Int(node)] >= 0 { continue }
      var isFound = false
      for arc in arcs.range(of: Int(node)) where levels[Int(arcs.targets[arc])] == level &- 1 {
        isFound = true
        break
      }
      if isFound {
        levels[Int(node)] = level
        queue[end] = node
        end &+= 1
      } else {
        open[kept] = node
        kept &+= 1
      }
    }
    openCount = kept
    return end
  }
}

extension FrozenGraph {
  /// Hands over the arcs to follow in a direction, and the same arcs from their heads.
  func withArcs<Result, Failure>(
    _ direction: Direction, _ body: (ArcPointers, ArcPointers) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let away = arcs(direction)
    let back =
      switch direction {
      case .outgoing: incoming
      case .incoming: outgoing
      case .either: away
      }
    return try away.withPointers { (away) throws(Failure) in
      try back.withPointers { (back) throws(Failure) in try body(away, back) }
    }
  }
}
