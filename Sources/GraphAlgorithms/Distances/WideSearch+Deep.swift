internal import GraphCore

extension WideSearch {
  /// Searches as ``run(sources:members:onNode:)`` does, faster where some nodes are far away.
  ///
  /// Sources that lie close together come to a node on one level after the other. So a node is
  /// looked at from the level on which the first source is next to it to the one on which the last
  /// reaches it, and what is next to it is listed once instead of on each of them.
  ///
  /// - Parameters:
  ///   - sources: Where to start; those that are not among the members have no arcs into them.
  ///   - members: The nodes that may be reached, if all others are known not to be.
  ///   - alternates: Whether each node is reached on even levels only, or on odd ones only: from
  ///     sources on one side of a bipartite graph.
  ///   - shouldStop: Says whether the run was called off; the search then ends too early.
  ///   - onNode: Is told of each node on each level, and of the sources that reach it there.
  @inline(__always)
  func runDeep<Starts: Collection<UInt32>, Members: Collection<UInt32>>(
    sources: Starts, members: Members, alternates: Bool, shouldStop: () -> Bool,
    onNode: (_ level: Int, _ node: Int, _ reached: Sources) -> Void
  ) {
    let entering = open.base
    for node in members {
      seen[node] = .empty
      next[node] = .empty
      isListed[node] = 0
    }
    var full = Sources.empty
    for (bit, source) in sources.enumerated() {
      var own = Sources.empty
      own.insert(bit)
      full.insert(bit)
      seen[source] = own
    }
    var entered = 0
    for source in sources {
      for arc in outgoing.range(of: Int(source)) {
        let head = outgoing.targets[arc]
        next[head] = next[head] | seen[source]
        enter(head, &entered)
      }
    }
    // The nodes that are looked at; where levels alternate, those of even levels and of odd ones.
    var counts = SIMD2(0, 0)
    var level = 0
    var isLast = false
    // How many nodes were looked at since somebody was asked.
    var asked = 0
    while !isLast {
      level += 1
      let side = alternates ? level & 1 : 0
      let looked = side == 0 ? frontier.base : following.base
      let count = counts[side] + entered
      (looked + counts[side]).update(from: entering, count: entered)
      entered = 0
      asked &+= count
      if asked >= Self.partSize {
        if shouldStop() { return }
        asked = 0
      }
      if level > 1 && !alternates {
        for place in 0..<count {
          let node = looked[place]
          next[node] = sourcesBefore(Int(node))
        }
      }
      var kept = 0
      isLast = true
      for place in 0..<count {
        let node = looked[place]
        let old = seen[node]
        // Where levels alternate, nothing that a node takes changes on its own level.
        let new = (level > 1 && alternates ? sourcesBefore(Int(node)) : next[node]) & ~old
        looked[kept] = node
        if new.isEmpty {
          kept &+= 1
          continue
        }
        isLast = false
        seen[node] = old | new
        kept &+= (full & ~(old | new)).isEmpty ? 0 : 1
        if old.isEmpty {
          for arc in outgoing.range(of: Int(node)) { enter(outgoing.targets[arc], &entered) }
        }
        onNode(level, Int(node), new)
      }
      counts[side] = kept
    }
  }

  /// Lists a node, unless it was before.
  @inline(__always)
  private func enter(_ node: UInt32, _ entered: inout Int) {
    open[entered] = node
    entered &+= isListed[node] == 0 ? 1 : 0
    isListed[node] = 1
  }
}
