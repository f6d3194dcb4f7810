internal import GraphCore

/// A breadth-first search from both ends of a path at once, level by level.
///
/// It goes on from the end whose next level has fewer arcs, and ends with the level on which the
/// two searches meet: on small-world graphs that is a tiny part of what one search looks at
/// (Pohl 1971).
///
/// Pohl: Bi-directional search. Machine Intelligence 6 (1971).
struct MeetingSearch: ~Copyable {
  private let outgoing: Arcs
  private let incoming: Arcs

  init(_ graph: FrozenGraph) {
    outgoing = graph.outgoing
    incoming = graph.incoming
  }

  /// One of the two searches.
  private struct Side: ~Copyable {
    /// The number of steps to each node and one more, 0 where it is not reached.
    let steps: Buffer<UInt32>
    var frontier: [UInt32]
    var level: UInt32 = 1

    init(from start: Int, nodeCount: Int) {
      steps = Buffer(repeating: 0, count: nodeCount)
      steps[start] = 1
      frontier = [UInt32(start)]
    }

    func arcCount(_ arcs: Arcs) -> Int {
      frontier.reduce(0) { $0 + arcs.range(of: Int($1)).count }
    }

    /// Goes one level on, and says whether it met the other search.
    mutating func advance(_ arcs: Arcs, towards other: borrowing Buffer<UInt32>) -> Bool {
      var next: [UInt32] = []
      var hasMet = false
      level += 1
      let (steps, level) = (steps.base, level)
      arcs.targets.withUnsafeBufferPointer { targets in
        for node in frontier {
          for arc in arcs.range(of: Int(node)) {
            let head = targets[arc]
            if steps[Int(head)] != 0 { continue }
            steps[Int(head)] = level
            next.append(head)
            if other[head] != 0 { hasMet = true }
          }
        }
      }
      frontier = next
      return hasMet
    }
  }

  /// The arcs of the path from `source` to `target` that the rule for ties chooses; `nil` if there
  /// is no path.
  ///
  /// Of the paths with the fewest edges, those whose last edge is the first; then the last but one.
  func arcs(from source: Int, to target: Int) -> [Int]? {
    if source == target { return [] }
    let nodeCount = outgoing.offsets.count - 1
    var near = Side(from: source, nodeCount: nodeCount)
    var far = Side(from: target, nodeCount: nodeCount)
    while true {
      if near.frontier.isEmpty || far.frontier.isEmpty { return nil }
      let hasMet =
        near.arcCount(outgoing) <= far.arcCount(incoming)
        ? near.advance(outgoing, towards: far.steps) : far.advance(incoming, towards: near.steps)
      if hasMet { break }
    }
    // Steps to go on the far side that paths from the source come by, found from where they meet.
    let leads = Buffer(repeating: false, count: nodeCount)
    let nearLevel = near.level
    var level: [UInt32] = []
    for node in near.frontier where near.steps[node] == nearLevel && far.steps[node] == far.level {
      level.append(node)
      leads[node] = true
    }
    var next = 0
    while next < level.count {
      let node = level[next]
      next += 1
      for arc in outgoing.range(of: Int(node)) {
        let head = outgoing.targets[arc]
        if !leads[head], far.steps[head] != 0, far.steps[head] + 1 == far.steps[node] {
          leads[head] = true
          level.append(head)
        }
      }
    }
    var path: [Int] = []
    var node = target
    while node != source {
      let isFar = leads[node] && far.steps[node] != far.level
      let before = incoming.range(of: node).first { arc in
        let tail = incoming.targets[arc]
        return isFar
          ? leads[tail] && far.steps[tail] == far.steps[node] + 1
          : near.steps[tail] != 0 && near.steps[tail] + 1 == near.steps[node]
      }
      guard let before else { return nil }
      let tail = Int(incoming.targets[before])
      // The same edge, as an arc out of its tail.
      let edge = incoming.edges[before]
      guard let arc = outgoing.range(of: tail).first(where: { outgoing.edges[$0] == edge }) else {
        return nil
      }
      path.append(arc)
      node = tail
    }
    return path.reversed()
  }
}
