extension Topology {
  /// Traps if a list, a count or a link is not what it has to be.
  ///
  /// Does nothing in a release build.
  ///
  /// - Complexity: O(number of identifiers given out), in debug builds
  func checkInvariants() {
    #if DEBUG
    precondition(nodeCount == nodes.count { $0.isPresent })
    precondition(edgeCount == edges.count { $0.isPresent })
    precondition(linkedSlots == edges.count)
    var linksSeen = 0
    for (slot, node) in nodes.enumerated() {
      linksSeen += checkList(
        of: UInt32(slot), first: node.firstOut, last: node.lastOut, count: node.outDegree,
        next: \.nextOut, previous: \.previousOut, end: \.source)
      linksSeen += checkList(
        of: UInt32(slot), first: node.firstIn, last: node.lastIn, count: node.inDegree,
        next: \.nextIn, previous: \.previousIn, end: \.target)
    }
    precondition(linksSeen == 2 * edgeCount)
    #endif
  }

  /// Walks one list and returns its length.
  private func checkList(
    of node: UInt32, first: UInt32, last: UInt32, count: UInt32,
    next: KeyPath<EdgeLinks, UInt32>, previous: KeyPath<EdgeLinks, UInt32>,
    end: KeyPath<EdgeLinks, UInt32>
  ) -> Int {
    var length = 0
    var before = Topology.none
    var slot = first
    while slot != Topology.none {
      let links = edges[Int(slot)]
      precondition(links[keyPath: end] == node)
      precondition(links[keyPath: previous] == before)
      precondition(before == Topology.none || before < slot)
      before = slot
      slot = links[keyPath: next]
      length += 1
    }
    precondition(before == last && length == Int(count))
    precondition(nodes[Int(node)].isPresent || length == 0)
    return length
  }

  /// How many links of nodes and edges differ from those of another state of the same graph.
  ///
  /// - Complexity: O(number of identifiers given out)
  func differences(from other: Topology) -> Int {
    zip(nodes, other.nodes).count { $0 != $1 } + abs(nodes.count - other.nodes.count)
      + zip(edges, other.edges).count { $0 != $1 } + abs(edges.count - other.edges.count)
  }
}

extension Graph {
  /// How many links of nodes and edges a change has touched, for tests of what it costs.
  ///
  /// - Complexity: O(number of identifiers given out)
  package func linkDifferences(from other: Graph) -> Int {
    topology.differences(from: other.topology)
  }
}
