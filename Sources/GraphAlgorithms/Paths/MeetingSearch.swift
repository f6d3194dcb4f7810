internal import GraphCore

/// A breadth-first search from both ends of a path at once, level by level.
///
/// It goes on from the end whose next level has fewer arcs, and ends on the level on which the two
/// searches meet: on small-world graphs that is a tiny part of what one search looks at (Pohl
/// 1971). Its cost is that of what it visits, since the marks on nodes are kept for the next one.
///
/// Pohl: Bi-directional search. Machine Intelligence 6 (1971).
struct MeetingSearch {
  private let incoming: ArcPointers
  private var near: MeetingSide
  private var far: MeetingSide

  /// Finds the path from `source` to another node that the rule for ties chooses.
  ///
  /// Of the paths with the fewest edges, those whose last edge is the first; then the last but one.
  ///
  /// - Returns: The path; `nil` if there is none.
  static func path(in graph: FrozenGraph, from source: Int, to target: Int) -> Path? {
    graph.outgoing.withPointers { outgoing in
      graph.incoming.withPointers { incoming in
        let scratch = MeetingScratch.shelf.take(
          nodeCount: outgoing.nodeCount, arcCount: outgoing.targets.count)
        var search = MeetingSearch(
          incoming: incoming,
          near: MeetingSide(outgoing, start: source, mark: .near, scratch, scratch.near),
          far: MeetingSide(incoming, start: target, mark: .far, scratch, scratch.far))
        var path: Path?
        if let look = search.meet() { path = search.path(over: look, in: graph) }
        search.near.clearMarks()
        search.far.clearMarks()
        MeetingScratch.shelf.giveBack(scratch)
        return path
      }
    }
  }

  /// Goes on from both sides until they meet.
  ///
  /// The far side's queue is in the order of the rule for ties: it begins with the target's first
  /// edge, and each node stands where its first edge to the level before puts it. So of the nodes
  /// of its last level that the near side leads to, the path comes by the first.
  ///
  /// - Returns: The far side's first look at the near side; `nil` if the sides do not meet.
  private mutating func meet() -> MeetingSide.Look? {
    while near.arcCount > 0 && far.arcCount > 0 {
      if near.arcCount > far.arcCount {
        let early = far.isLikelyToMeet(near) ? far.firstMeeting() : nil
        if let look = early ?? far.advance() { return look }
      } else {
        let early = near.isLikelyToMeet(far) ? near.firstMeeting() : nil
        guard let look = early ?? near.advance() else { continue }
        // Either side can tell which meeting is the far side's first: the near one once it has
        // looked at all its arcs, the far one by its first look that meets. How many looks that
        // takes is estimated from how soon the near side met.
        if far.arcCount &* look.count < near.arcCount &* (near.arcCount &- look.count) {
          return far.firstMeeting()
        }
        near.markMeetings()
        return far.firstMarkedMeeting()
      }
    }
    return nil
  }

  /// The path, once the searches have met; drops the levels that it came by.
  private mutating func path(over look: MeetingSide.Look, in graph: FrozenGraph) -> Path? {
    let length = near.depth + far.depth + 1
    var (nodes, edges): ([NodeID], [EdgeID]) = ([], [])
    nodes.reserveCapacity(length + 1)
    edges.reserveCapacity(length)
    var node = Int(incoming.targets[look.arc])
    nodes.append(graph.node(at: node))
    edges.append(graph.edge(at: Int(incoming.edges[look.arc])))
    while near.depth > 0 {
      near.dropLevel()
      // Where the path came from is marked still, and nothing farther away is.
      guard let arc = near.firstMark(along: incoming.range(of: node), of: incoming) else {
        return nil
      }
      node = Int(incoming.targets[arc])
      nodes.append(graph.node(at: node))
      edges.append(graph.edge(at: Int(incoming.edges[arc])))
    }
    nodes.reverse()
    edges.reverse()
    node = look.node
    while far.depth > 0 {
      let (next, arc) = far.discovery(of: node)
      far.dropLevel()
      nodes.append(graph.node(at: node))
      edges.append(graph.edge(at: Int(incoming.edges[arc])))
      node = next
    }
    nodes.append(graph.node(at: node))
    return Path(nodes: nodes, edges: edges, length: Double(length))
  }
}
