internal import GraphCore

/// A search for the shortest path along arcs with lengths, from both its ends at once.
///
/// Dijkstra's search from the target, against the arcs, says how far the nodes around it are from
/// it. Once the two searches have met, and what is left of either cannot be on a path as short
/// (Nicholson 1966), the one from the source goes on alone, to nodes only from which the target
/// is near enough. So lengths are added up from the source, as in a search from one end, and all
/// ties are seen.
///
/// Nicholson: Finding the shortest route between two points in a network. Computer Journal 9 (1966).
struct RoadMeeting {
  private let outgoing: ArcPointers
  private var near: RoadSide
  private var far: RoadSide
  /// The length of the shortest way found, added up from both its ends.
  private var shortest = Double.infinity

  /// Finds the path from `source` to another node that the rule for ties chooses.
  ///
  /// - Returns: The path; `nil` if there is none.
  static func path(in graph: FrozenGraph, from source: Int, to target: Int) -> Path? {
    graph.outgoing.withPointers { outgoing in
      graph.incoming.withPointers { incoming in
        let scratch = RoadScratch.shelf.take(
          nodeCount: outgoing.nodeCount, arcCount: outgoing.targets.count)
        var search = RoadMeeting(
          outgoing: outgoing,
          near: RoadSide(outgoing, start: source, ceiling: .infinity, .near, scratch),
          // Added up in another order, a sum may just be too great for a number, and yet be none
          // from the source.
          far: RoadSide(
            incoming, start: target, ceiling: .greatestFiniteMagnitude, .far, scratch))
        search.meet(at: target)
        let path = search.finish(at: target) ? search.path(to: target, in: graph) : nil
        search.near.forgetAll()
        search.far.forgetAll()
        RoadScratch.shelf.giveBack(scratch)
        return path
      }
    }
  }

  private init(outgoing: ArcPointers, near: RoadSide, far: RoadSide) {
    self.outgoing = outgoing
    self.near = near
    self.far = far
  }

  /// The greatest length that a way may have, added up from both its ends, that is as short as any
  /// when added up from the source.
  ///
  /// Each sum over a path is off by at most as many roundings as there are nodes.
  private var bound: Double { shortest * (1 + Double(outgoing.nodeCount) * 0x1p-50) }

  /// Searches from both ends until no way through what is left of both can be as short as that
  /// found.
  private mutating func meet(at target: Int) {
    while let first = near.nearest(), Int(first.node) != target, let last = far.nearest(),
      first.distance + last.distance <= bound
    {
      var shortest = shortest
      let bound = bound
      if near.arcCount <= far.arcCount {
        near.settleNearest { head, distance in
          let rest = far[head].distance
          shortest = min(shortest, distance + rest)
          return distance + min(rest, last.distance) <= bound
        }
      } else {
        far.settleNearest { tail, distance in
          let rest = near[tail].distance
          shortest = min(shortest, distance + rest)
          return distance + min(rest, first.distance) <= bound
        }
      }
      self.shortest = shortest
    }
  }

  /// Goes on from the source to the target.
  ///
  /// - Returns: Whether there is a way.
  private mutating func finish(at target: Int) -> Bool {
    let (far, bound) = (far, bound)
    // Where the search from the target did not get to its end, the sum passes the bound, too.
    func leadsOn(_ node: Int, _ distance: Double) -> Bool {
      far[node].distance.isFinite && distance + far[node].distance <= bound
    }
    while let nearest = near.nearest() {
      let node = Int(nearest.node)
      if node == target { return true }
      if leadsOn(node, nearest.distance) {
        near.settleNearest(reaching: leadsOn)
      } else {
        near.skipNearest()
      }
    }
    return false
  }

  private func path(to target: Int, in graph: FrozenGraph) -> Path {
    let count = Int(near[target].hops)
    var nodes = [graph.node(at: target)]
    var edges: [EdgeID] = []
    nodes.reserveCapacity(count + 1)
    edges.reserveCapacity(count)
    var node = target
    for _ in 0..<count {
      let arc = Int(near[node].arc)
      node = outgoing.tail(of: arc)
      nodes.append(graph.node(at: node))
      edges.append(graph.edge(at: Int(outgoing.edges[arc])))
    }
    nodes.reverse()
    edges.reverse()
    return Path(nodes: nodes, edges: edges, length: near[target].distance)
  }
}
