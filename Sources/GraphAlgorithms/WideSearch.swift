internal import GraphCore

/// Breadth-first search from many sources at once, a bit for each.
///
/// A word of 512 bits on each node says which sources have reached it, so that one look at an arc
/// serves up to 512 searches (Then and others 2014). Sources that lie close together have their
/// levels at the same time, so that each node is looked at on a few levels only.
///
/// Then, Kaufmann, Chirigati, Hoang-Vu, Pham, Kemper, Neumann, Vo: The more the merrier, efficient
/// multi-source graph traversal. PVLDB 8 (2014).
struct WideSearch: ~Copyable {
  typealias Word = SIMD8<UInt64>
  static let width = 512

  private let seen: Buffer<Word>
  private let front: Buffer<Word>
  private let next: Buffer<Word>
  /// The nodes that some source reached on this level, and on the next.
  private var frontier: Buffer<UInt32>
  private var following: Buffer<UInt32>
  private let isListed: Buffer<Bool>
  private let open: Buffer<UInt32>

  init(nodeCount: Int) {
    seen = Buffer(repeating: Word(repeating: 0), count: nodeCount)
    front = Buffer(repeating: Word(repeating: 0), count: nodeCount)
    next = Buffer(repeating: Word(repeating: 0), count: nodeCount)
    frontier = Buffer(repeating: 0, count: nodeCount + 1)
    following = Buffer(repeating: 0, count: nodeCount + 1)
    isListed = Buffer(repeating: false, count: nodeCount)
    open = Buffer(repeating: 0, count: nodeCount)
  }

  /// Searches from at most 512 different sources.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - sources: Where to start.
  ///   - members: The nodes that may be reached, if all others are known not to be.
  ///   - onReach: Is told of each node on each level, and the sources that reach it there.
  @inline(__always)
  mutating func run(
    _ graph: borrowing WideGraph, sources: ArraySlice<UInt32>, members: ArraySlice<UInt32>,
    onReach: (_ node: UInt32, _ level: Int, _ sources: Word) -> Void
  ) {
    for node in members {
      seen[node] = Word(repeating: 0)
      front[node] = Word(repeating: 0)
    }
    var full = Word(repeating: 0)
    var count = 0
    for (bit, source) in sources.enumerated() {
      full[bit >> 6] |= 1 << UInt64(bit & 63)
      seen[source][bit >> 6] |= 1 << UInt64(bit & 63)
      front[source] = seen[source]
      frontier[count] = source
      count += 1
    }
    for (place, node) in members.enumerated() { open[place] = node }
    var openCount = members.count
    var openArcs = Int.max
    var level = 0
    while count > 0 {
      level += 1
      var arcs = 0
      for position in 0..<count {
        let node = frontier[position]
        arcs += Int(graph.offsets[node + 1] - graph.offsets[node])
      }
      var found = 0
      if openArcs == .max {
        openArcs = 0
        for place in 0..<openCount {
          openArcs += Int(graph.inOffsets[open[place] + 1] - graph.inOffsets[open[place]])
        }
      }
      // Taking is the cheaper way for an arc, as it writes a node once.
      if arcs * 2 > openArcs {
        found = pull(graph, full: full, openCount: &openCount, openArcs: &openArcs)
      } else {
        found = push(graph, count)
      }
      for position in 0..<count { front[frontier[position]] = Word(repeating: 0) }
      var kept = 0
      for position in 0..<found {
        let node = following[position]
        let new = next[node] & ~seen[node]
        if Self.isZero(new) { continue }
        seen[node] |= new
        front[node] = new
        frontier[kept] = node
        kept += 1
        onReach(node, level, new)
      }
      count = kept
    }
  }

  // Comparing the words as such goes number by number.
  @inline(__always)
  private static func isZero(_ word: Word) -> Bool {
    let half = word.lowHalf | word.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter[0] | quarter[1] == 0
  }

  @inline(__always)
  private func push(_ graph: borrowing WideGraph, _ count: Int) -> Int {
    var found = 0
    for position in 0..<count {
      let node = frontier[position]
      let word = front[node]
      for arc in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
        let head = graph.targets[arc]
        if isListed[head] {
          next[head] |= word
        } else {
          isListed[head] = true
          next[head] = word
          following[found] = head
          found += 1
        }
      }
    }
    for position in 0..<found { isListed[following[position]] = false }
    return found
  }

  @inline(__always)
  private func pull(
    _ graph: borrowing WideGraph, full: Word, openCount: inout Int, openArcs: inout Int
  ) -> Int {
    var kept = 0
    openArcs = 0
    for place in 0..<openCount {
      let node = open[place]
      if Self.isZero(seen[node] ^ full) { continue }
      open[kept] = node
      let range = Int(graph.inOffsets[node])..<Int(graph.inOffsets[node + 1])
      openArcs += range.count
      var word = Word(repeating: 0)
      for arc in range { word |= front[graph.inTargets[arc]] }
      next[node] = word
      following[kept] = node
      kept += 1
    }
    openCount = kept
    return kept
  }
}

/// A graph in the form that ``WideSearch`` reads, its nodes numbered so that near ones stand together.
struct WideGraph: ~Copyable {
  let offsets: Buffer<UInt32>
  let targets: Buffer<UInt32>
  let inOffsets: Buffer<UInt32>
  let inTargets: Buffer<UInt32>
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
    func renumbered(_ arcs: Arcs) -> (offsets: [UInt32], targets: [UInt32]) {
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
      return (offsets, targets)
    }
    let away = renumbered(outgoing)
    let back = isSymmetric ? away : renumbered(incoming)
    offsets = Buffer(away.offsets)
    targets = Buffer(away.targets)
    inOffsets = Buffer(back.offsets)
    inTargets = Buffer(back.targets)
    components = starts + [nodeCount]
    nodes = order
  }

  /// The nodes of a component, each with others that lie close to it side by side.
  ///
  /// Nodes an even number of steps apart stand together: see `LaneGraph.sourcesByNearness(_:)`.
  /// Where no node is far from another, the order of numbers is as good and costs nothing.
  func sourcesByNearness(of members: ArraySlice<UInt32>) -> [UInt32] {
    guard levelCount(of: members) > 12 else { return Array(members) }
    let width = WideSearch.width
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
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
          let head = targets[arc]
          if marks[Int(head) - first] != start {
            marks[Int(head) - first] = start
            queue.append((head, !isEven))
          }
        }
        looked += Int(offsets[node + 1] - offsets[node])
      }
    }
    return sources
  }

  /// How many steps from the first member the last one is.
  private func levelCount(of members: ArraySlice<UInt32>) -> Int {
    let first = Int(members.startIndex)
    var levels = [Int](repeating: -1, count: members.count)
    levels[0] = 0
    for node in members where levels[Int(node) - first] >= 0 {
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let head = Int(targets[arc]) - first
        if levels[head] < 0 { levels[head] = levels[Int(node) - first] + 1 }
      }
    }
    return levels[members.count - 1]
  }
}
