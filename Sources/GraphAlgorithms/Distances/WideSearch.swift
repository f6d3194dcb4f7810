internal import GraphCore

/// Breadth-first search from many sources at once.
///
/// A set on each node says which sources have reached it, so that one look at an arc serves up to
/// 512 searches (Then and others 2014). What a node hands on is all that has reached it: what did
/// so earlier has been handed on already.
///
/// Then, Kaufmann, Chirigati, Hoang-Vu, Pham, Kemper, Neumann, Vo: The more the merrier, efficient
/// multi-source graph traversal. PVLDB 8 (2014).
struct WideSearch<Sources: SourceSet>: ~Copyable {
  let outgoing: ArcPointers
  let incoming: ArcPointers
  /// The sources that have reached each node.
  let seen: Buffer<Sources>
  /// The sources that reach each node on the next level; none between two levels.
  let next: Buffer<Sources>
  /// The nodes that some source reached on this level, and those that it may reach on the next.
  private(set) var frontier: Buffer<UInt32>
  private(set) var following: Buffer<UInt32>
  /// The nodes that not all sources have reached, as far as is known.
  let open: Buffer<UInt32>
  let isListed: Buffer<UInt8>

  /// How many nodes are looked at between two questions whether to stop.
  static var partSize: Int { 1 << 12 }

  init(_ outgoing: ArcPointers, _ incoming: ArcPointers) {
    let nodeCount = outgoing.nodeCount
    self.outgoing = outgoing
    self.incoming = incoming
    seen = Buffer(repeating: .empty, count: nodeCount)
    next = Buffer(repeating: .empty, count: nodeCount)
    // One place more is written to before it is known whether a node is new.
    frontier = Buffer(uninitialized: nodeCount + 1)
    following = Buffer(uninitialized: nodeCount + 1)
    open = Buffer(uninitialized: nodeCount + 1)
    isListed = Buffer(repeating: 0, count: nodeCount)
  }

  /// Searches from as many different nodes as a set has room for.
  ///
  /// - Parameters:
  ///   - sources: Where to start; those that are not among the members have no arcs into them.
  ///   - members: The nodes that may be reached, if all others are known not to be.
  ///   - shouldStop: Says whether the run was called off; the search then ends too early.
  ///   - onNode: Is told of each node on each level, and of the sources that reach it there.
  @inline(__always)
  mutating func run<Starts: Collection<UInt32>, Members: Collection<UInt32>>(
    sources: Starts, members: Members, shouldStop: () -> Bool,
    onNode: (_ level: Int, _ node: Int, _ reached: Sources) -> Void
  ) {
    for node in members {
      seen[node] = .empty
      next[node] = .empty
    }
    var full = Sources.empty
    var count = 0
    for (bit, source) in sources.enumerated() {
      full.insert(bit)
      var own = Sources.empty
      own.insert(bit)
      seen[source] = own
      frontier[count] = source
      count += 1
    }
    var openCount = 0
    var openArcs = 0
    for node in members {
      open[openCount] = node
      openCount += 1
      openArcs += incoming.degree(of: Int(node))
    }
    var level = 0
    // How many nodes were looked at since somebody was asked.
    var looked = 0
    while count > 0 {
      level += 1
      looked &+= count
      if looked >= Self.partSize {
        if shouldStop() { return }
        looked = 0
      }
      var arcs = 0
      for place in 0..<count { arcs &+= outgoing.degree(of: Int(frontier[place])) }
      // Taking is the cheaper way for an arc, as it writes a node once. Sources outside of the
      // members are not taken from, so that the first level is pushed.
      let takes = level > 1 && arcs * 2 > openArcs
      var found = 0
      if takes {
        found = listOpen(full, &openCount, &openArcs)
      } else {
        for part in (0..<count).parts(of: Self.partSize) {
          if part.lowerBound > 0 && shouldStop() { return }
          push(part, &found)
        }
        for place in 0..<found { isListed[following[place]] = 0 }
      }
      var kept = 0
      for place in 0..<found {
        if takes && place % Self.partSize == Self.partSize - 1 && shouldStop() { return }
        let node = following[place]
        let new = (takes ? sourcesBefore(Int(node)) : next[node]) & ~seen[node]
        next[node] = new
        if new.isEmpty { continue }
        following[kept] = node
        kept &+= 1
      }
      for place in 0..<kept {
        let node = following[place]
        let new = next[node]
        next[node] = .empty
        seen[node] = seen[node] | new
        onNode(level, Int(node), new)
      }
      count = kept
      swap(&frontier, &following)
    }
  }

  /// Lists the nodes that some source has not reached.
  @inline(__always)
  private func listOpen(_ full: Sources, _ openCount: inout Int, _ openArcs: inout Int) -> Int {
    var kept = 0
    openArcs = 0
    for place in 0..<openCount {
      let node = open[place]
      if (full & ~seen[node]).isEmpty { continue }
      open[kept] = node
      following[kept] = node
      kept &+= 1
      openArcs &+= incoming.degree(of: Int(node))
    }
    openCount = kept
    return kept
  }

  /// The sources that have reached the nodes that arcs lead from to a node.
  @inline(__always)
  func sourcesBefore(_ node: Int) -> Sources {
    var sources = Sources.empty
    for arc in incoming.range(of: node) { sources = sources | seen[incoming.targets[arc]] }
    return sources
  }

  /// Hands sources on from some nodes of the last level, and lists where they go.
  @inline(__always)
  private func push(_ part: Range<Int>, _ found: inout Int) {
    for place in part {
      let node = frontier[place]
      let sources = seen[node]
      for arc in outgoing.range(of: Int(node)) {
        let head = outgoing.targets[arc]
        next[head] = next[head] | sources
        following[found] = head
        found &+= isListed[head] == 0 ? 1 : 0
        isListed[head] = 1
      }
    }
  }
}
