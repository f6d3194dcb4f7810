public import GraphCore

/// The nodes of a graph in groups, each node in one.
///
/// The groups come largest first, those of one size by their smallest node.
public struct Components: Equatable, Sendable {
  /// How many nodes each group has.
  public let sizes: [Int]

  private let numbering: DenseNumbering
  private let membership: [UInt32]

  /// Orders groups of nodes.
  ///
  /// - Parameters:
  ///   - labels: For each node, the label of its group, below the number of nodes.
  ///   - graph: The graph.
  init(labels: [UInt32], of graph: FrozenGraph) {
    // To a forest: each node below the first of its group.
    var firsts = [UInt32](repeating: .max, count: labels.count)
    self.init(of: graph) { parents in
      for (node, label) in labels.enumerated() {
        if firsts[Int(label)] == .max { firsts[Int(label)] = UInt32(node) }
        parents[node] = firsts[Int(label)]
      }
    }
  }

  /// Orders groups of nodes.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - setParents: Writes, for each node, one of its group with a smaller number, or itself if it
  ///     is the smallest.
  fileprivate init(of graph: FrozenGraph, setParents: (UnsafeMutablePointer<UInt32>) -> Void) {
    var counts: [Int] = []
    membership = [UInt32](unsafeUninitializedCapacity: graph.nodeCount) { nodes, initialized in
      if let parents = nodes.baseAddress {
        setParents(parents)
        Self.setGroups(parents, of: graph.nodeCount, &counts)
      }
      initialized = graph.nodeCount
    }
    sizes = counts
    numbering = graph.nodeNumbering
  }

  /// Replaces the parent of each node by its group, and counts the nodes of the groups.
  private static func setGroups(
    _ parents: UnsafeMutablePointer<UInt32>, of nodeCount: Int, _ counts: inout [Int]
  ) {
    // The group of a parent is known once its child is looked at.
    var run = 0
    var last = UInt32.max
    for node in 0..<nodeCount {
      let parent = Int(parents[node])
      let group: UInt32
      if parent == node {
        group = UInt32(counts.count)
        counts.append(0)
      } else {
        group = parents[parent]
      }
      parents[node] = group
      // Most neighbors in number are in one group: they are counted together.
      if group != last {
        if last != .max { counts[Int(last)] += run }
        (last, run) = (group, 0)
      }
      run += 1
    }
    if last != .max { counts[Int(last)] += run }
    if zip(counts, counts.dropFirst()).contains(where: <) {
      // They were found by their smallest node, and sorting is stable.
      let order = counts.indices.sorted { counts[$0] > counts[$1] }
      let ranks = Buffer(repeating: UInt32(0), count: counts.count)
      for (rank, group) in order.enumerated() { ranks[group] = UInt32(rank) }
      for node in 0..<nodeCount { parents[node] = ranks[parents[node]] }
      counts = order.map { counts[$0] }
    }
  }

  /// The groups, each in ascending order of nodes.
  ///
  /// - Complexity: O(nodes): keep the result rather than ask again
  public var groups: [[NodeID]] {
    var groups = sizes.map { size in
      var group: [NodeID] = []
      group.reserveCapacity(size)
      return group
    }
    for (number, group) in membership.enumerated() {
      groups[Int(group)].append(NodeID(rawValue: numbering.rawValue(at: number)))
    }
    return groups
  }

  /// The position in ``groups`` of the group that the node with a number is in.
  func index(at number: Int) -> Int { Int(membership[number]) }

  /// How many groups there are.
  ///
  /// - Complexity: O(1)
  public var count: Int { sizes.count }

  /// The largest group; empty if there are no nodes.
  ///
  /// - Complexity: O(nodes)
  public var largest: [NodeID] {
    membership.indices.filter { membership[$0] == 0 }
      .map { NodeID(rawValue: numbering.rawValue(at: $0)) }
  }

  /// The position in ``groups`` of the group that a node is in.
  ///
  /// - Precondition: The node was in the graph.
  /// - Complexity: O(1)
  public subscript(node: NodeID) -> Int {
    guard let index = numbering.number(of: node.rawValue) else {
      preconditionFailure("The node was not in the graph.")
    }
    return Int(membership[index])
  }
}

extension FrozenGraph {
  /// The connected components, without regard to the direction of edges.
  ///
  /// Two nodes are in the same component if edges lead from one to the other, whichever way they
  /// point. Self-loops and parallel edges make no difference; a node without edges is a component.
  ///
  /// Found by uniting sets of nodes (Galler, Fischer 1964), by the first edge of each node, and if
  /// need be the second. What is then by far the largest set in most graphs need not look at the
  /// rest of its edges: whatever they lead to looks at them from the other end (Sutton and others
  /// 2018).
  ///
  /// Galler, Fischer: An improved equivalence algorithm. CACM 7 (1964).
  /// Sutton, Ben-Nun, Barak: Optimizing parallel graph connectivity computation via subgraph
  /// sampling. IPDPS 2018.
  ///
  /// - Returns: The components, the largest first.
  /// - Complexity: O(nodes × log nodes + edges), in practice linear
  public func connectedComponents() -> Components {
    Components(of: self) { parents in
      outgoing.withPointers { outgoing in
        let sets = DisjointSets(parents, outgoing)
        var largest = sets.majority()
        if largest.share < 0.9 {
          sets.uniteSecond(outgoing, but: largest.root)
          largest = sets.majority()
        }
        sets.uniteRest(outgoing, but: largest.root)
        if isDirected { incoming.withPointers { sets.uniteRest($0, but: largest.root) } }
      }
    }
  }
}

/// Sets of nodes that can be united, each known by its smallest node.
private struct DisjointSets {
  /// Of each node that is not the smallest of its set, another one with a smaller number.
  private let parents: UnsafeMutablePointer<UInt32>
  private let nodeCount: Int

  /// Unites each node with the one that its first arc leads to, if that is smaller.
  init(_ parents: UnsafeMutablePointer<UInt32>, _ arcs: ArcPointers) {
    self.parents = parents
    nodeCount = arcs.nodeCount
    for node in 0..<nodeCount {
      let first = arcs.degree(of: node) > 0 ? Int(arcs.targets[Int(arcs.offsets[node])]) : node
      // What stands there is a root already.
      parents[node] = first < node ? parents[first] : UInt32(node)
    }
  }

  /// Unites all nodes but those known to be in one set with what their second arc leads to.
  func uniteSecond(_ arcs: ArcPointers, but largest: UInt32) {
    for node in 0..<nodeCount where parents[node] != largest && arcs.degree(of: node) > 1 {
      unite(UInt32(node), arcs.targets[Int(arcs.offsets[node]) + 1])
    }
  }

  /// Unites all nodes but those of one set with all that their arcs lead to.
  func uniteRest(_ arcs: ArcPointers, but largest: UInt32) {
    for node in 0..<nodeCount {
      if parents[node] == parents[Int(largest)] || root(of: UInt32(node)) == root(of: largest) {
        continue
      }
      for arc in arcs.range(of: node) { unite(UInt32(node), arcs.targets[arc]) }
    }
  }

  @inline(__always)
  private func root(of node: UInt32) -> UInt32 {
    var node = Int(node)
    while Int(parents[node]) != node {
      parents[node] = parents[Int(parents[node])]
      node = Int(parents[node])
    }
    return UInt32(truncatingIfNeeded: node)
  }

  @inline(__always)
  func unite(_ first: UInt32, _ second: UInt32) {
    if parents[Int(first)] == parents[Int(second)] { return }
    let first = root(of: first)
    let second = root(of: second)
    parents[Int(max(first, second))] = min(first, second)
  }

  /// The root that most of a hundred nodes spread over all have, and the share that has it.
  ///
  /// If none has more than half, any of them.
  func majority() -> (root: UInt32, share: Double) {
    let sample = stride(from: 0, to: nodeCount, by: max(1, nodeCount / 100))
      .map { root(of: UInt32($0)) }
    // Boyer, Moore: MJRTY, a fast majority vote algorithm (1981).
    var (candidate, lead) = (UInt32(0), 0)
    for root in sample {
      if lead == 0 { candidate = root }
      lead += root == candidate ? 1 : -1
    }
    let votes = sample.reduce(0) { $1 == candidate ? $0 + 1 : $0 }
    return (candidate, Double(votes) / Double(max(1, sample.count)))
  }
}
