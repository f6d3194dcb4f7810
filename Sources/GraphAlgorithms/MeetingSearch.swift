internal import GraphCore

/// A breadth-first search from both ends of a path at once, level by level.
///
/// It goes on from the end whose next level has fewer arcs, and ends on the level on which the two
/// searches meet: on small-world graphs that is a tiny part of what one search looks at (Pohl
/// 1971). Its cost is that of what it visits, since the marks on nodes are kept for the next one.
///
/// Pohl: Bi-directional search. Machine Intelligence 6 (1971).
struct MeetingSearch {
  private let outgoing: ArcPointers
  private let incoming: ArcPointers
  private let marks: UnsafeMutablePointer<UInt32>
  private var near: Side
  private var far: Side

  /// Finds the path from `source` to `target` that the rule for ties chooses.
  ///
  /// Of the paths with the fewest edges, those whose last edge is the first; then the last but one.
  ///
  /// - Returns: The path's arcs, as positions among those out of nodes; `nil` if there is no path.
  static func arcs(in graph: FrozenGraph, from source: Int, to target: Int) -> [Int]? {
    if source == target { return [] }
    return graph.outgoing.withPointers { outgoing in
      graph.incoming.withPointers { incoming in
        let scratch = MeetingScratch.take(nodeCount: outgoing.nodeCount)
        defer { scratch.giveBack() }
        var search = MeetingSearch(outgoing, incoming, scratch, source, target)
        defer { search.clearMarks() }
        let leads = search.meet()
        if leads.isEmpty { return nil }
        search.markLeads(from: leads)
        return search.path(to: target)
      }
    }
  }

  /// One of the two searches.
  private struct Side {
    let arcs: ArcPointers
    /// The mark of the nodes on the last level.
    var mark: UInt32
    /// The nodes reached, of which the first is at this place and the others follow it.
    let queue: UnsafeMutablePointer<UInt32>
    /// How far apart the nodes in the queue are: -1 if it runs towards lower addresses.
    let stride: Int
    /// Where the last level begins and ends, and where the queue does: it holds a part of the next
    /// level too if the searches met while that was looked for.
    var levelStart = 0
    var levelEnd = 1
    var end = 1

    init(
      _ arcs: ArcPointers, start: Int, mark: UInt32, queue: UnsafeMutablePointer<UInt32>,
      stride: Int
    ) {
      self.arcs = arcs
      self.mark = mark
      self.queue = queue
      self.stride = stride
      queue[0] = UInt32(start)
    }

    @inline(__always)
    subscript(place: Int) -> Int { Int(queue[place &* stride]) }

    /// How many arcs leave the nodes of the last level.
    var arcCount: Int {
      var count = 0
      for place in levelStart..<levelEnd { count &+= arcs.degree(of: self[place]) }
      return count
    }

    /// The first node of the last level that an arc leads from to the other's last level.
    ///
    /// - Returns: Its place; `nil` if there is none.
    func firstMeeting(_ marks: UnsafeMutablePointer<UInt32>, _ other: UInt32) -> Int? {
      for place in levelStart..<levelEnd {
        for arc in arcs.range(of: self[place]) where marks[Int(arcs.targets[arc])] == other {
          return place
        }
      }
      return nil
    }

    /// Goes one level on, but stops at a node that an arc leads from to the other's last level.
    ///
    /// - Returns: The place of that node; `nil` if there is none.
    mutating func advance(_ marks: UnsafeMutablePointer<UInt32>, towards other: UInt32) -> Int? {
      let (arcs, stride, next) = (arcs, stride, mark &+ 1)
      var tail = queue + end &* stride
      defer { end = (tail - queue) / stride }
      for place in levelStart..<levelEnd {
        var hasMet = false
        // Without branches, for whether a node is new cannot be guessed.
        for arc in arcs.range(of: self[place]) {
          let head = arcs.targets[arc]
          let found = marks[Int(head)]
          tail.pointee = head
          tail += found == 0 ? stride : 0
          marks[Int(head)] = found == 0 ? next : found
          hasMet = hasMet || found == other
        }
        if hasMet { return place }
      }
      levelStart = levelEnd
      levelEnd = (tail - queue) / stride
      mark = next
      return nil
    }
  }

  // Marks are the level and one of these; 0 stands for no mark.
  private static let nearMark: UInt32 = 1
  private static let farMark: UInt32 = 1 << 30
  /// Marks, besides, the nodes of the far side on shortest paths.
  private static let lead: UInt32 = 1 << 31

  private init(
    _ outgoing: ArcPointers, _ incoming: ArcPointers, _ scratch: MeetingScratch, _ source: Int,
    _ target: Int
  ) {
    self.outgoing = outgoing
    self.incoming = incoming
    marks = scratch.marks.base
    // No node is reached from both sides, so that one queue has room for both; one place more is
    // written to before it is known whether a node is new.
    let queue = scratch.queue.base
    near = Side(outgoing, start: source, mark: Self.nearMark, queue: queue, stride: 1)
    far = Side(
      incoming, start: target, mark: Self.farMark, queue: queue + outgoing.nodeCount,
      stride: -1)
    marks[source] = near.mark
    marks[target] = far.mark
  }

  /// Goes on from both sides until they meet.
  ///
  /// - Returns: The nodes of the far side's last level that shortest paths come by; empty if the
  ///   sides do not meet.
  private mutating func meet() -> [Int] {
    var leads: [Int] = []
    var (nearArcs, farArcs) = (near.arcCount, far.arcCount)
    while near.levelStart < near.levelEnd && far.levelStart < far.levelEnd {
      if nearArcs <= farArcs {
        let looksFirst = isLikelyToMeet(near, nearArcs, farArcs)
        var first = looksFirst ? near.firstMeeting(marks, far.mark) : nil
        first = first ?? near.advance(marks, towards: far.mark)
        if let first {
          for place in first..<near.levelEnd {
            for arc in outgoing.range(of: near[place]) {
              let head = Int(outgoing.targets[arc])
              if marks[head] == far.mark {
                marks[head] |= Self.lead
                leads.append(head)
              }
            }
          }
          break
        }
        nearArcs = near.arcCount
      } else {
        let looksFirst = isLikelyToMeet(far, farArcs, nearArcs)
        var first = looksFirst ? far.firstMeeting(marks, near.mark) : nil
        first = first ?? far.advance(marks, towards: near.mark)
        if let first {
          for place in first..<far.levelEnd {
            let node = far[place]
            for arc in incoming.range(of: node)
            where marks[Int(incoming.targets[arc])] == near.mark {
              marks[node] |= Self.lead
              leads.append(node)
              break
            }
          }
          break
        }
        farArcs = far.arcCount
      }
    }
    return leads
  }

  /// Whether a side whose levels grow fast will meet the other on the next one as a rule.
  ///
  /// To look for that first then saves marking the level.
  private func isLikelyToMeet(_ side: borrowing Side, _ arcCount: Int, _ otherCount: Int) -> Bool {
    arcCount > 2 * side.end && arcCount * otherCount > outgoing.targets.count
  }

  /// Marks all other nodes of the far side that shortest paths come by.
  private func markLeads(from first: [Int]) {
    var leads = first
    var next = 0
    while next < leads.count {
      let node = leads[next]
      next += 1
      let nearer = (marks[node] & ~Self.lead) - 1
      for arc in outgoing.range(of: node) {
        let head = Int(outgoing.targets[arc])
        if marks[head] == nearer {
          marks[head] |= Self.lead
          leads.append(head)
        }
      }
    }
  }

  /// The path, read from its end, once the searches have met.
  private func path(to target: Int) -> [Int]? {
    var path: [Int] = []
    var node = target
    while marks[node] != Self.nearMark {
      let mark = marks[node]
      let before =
        mark == far.mark | Self.lead
        ? near.mark : mark & Self.lead != 0 ? mark + 1 : mark - 1
      guard
        let entry = incoming.range(of: node).first(where: {
          marks[Int(incoming.targets[$0])] == before
        })
      else { return nil }
      let tail = Int(incoming.targets[entry])
      // The same edge, as an arc out of its tail.
      let edge = incoming.edges[entry]
      path.append(outgoing.arc(of: edge, from: tail))
      node = tail
    }
    return path.reversed()
  }

  private func clearMarks() {
    for place in 0..<near.end { marks[near[place]] = 0 }
    for place in 0..<far.end { marks[far[place]] = 0 }
  }
}
