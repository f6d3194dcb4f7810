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
    let parents = Buffer(repeating: UInt32(0), count: labels.count)
    for (node, label) in labels.enumerated() {
      if firsts[Int(label)] == .max { firsts[Int(label)] = UInt32(node) }
      parents[node] = firsts[Int(label)]
    }
    self.init(parents: parents, of: graph)
  }

  /// Orders groups of nodes.
  ///
  /// - Parameters:
  ///   - parents: For each node, one of its group with a smaller number, or itself if it is the
  ///     smallest; overwritten.
  ///   - graph: The graph.
  fileprivate init(parents: borrowing Buffer<UInt32>, of graph: FrozenGraph) {
    let base = parents.base
    var counts: [Int] = []
    // The group of a parent is known once its child is looked at.
    var run = 0
    var last = UInt32.max
    for node in 0..<parents.count {
      let parent = Int(base[node])
      let group: UInt32
      if parent == node {
        group = UInt32(counts.count)
        counts.append(0)
      } else {
        group = base[parent]
      }
      base[node] = group
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
      for node in 0..<parents.count { base[node] = ranks[base[node]] }
      counts = order.map { counts[$0] }
    }
    sizes = counts
    membership = parents.array
    numbering = graph.nodeNumbering
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
  /// Found by uniting sets of nodes (Galler, Fischer 1964), by two edges of each node at first.
  /// What is then by far the largest set in most graphs need not look at the rest of its edges:
  /// whatever they lead to looks at them from the other end (Sutton and others 2018).
  ///
  /// Galler, Fischer: An improved equivalence algorithm. CACM 7 (1964).
  /// Sutton, Ben-Nun, Barak: Optimizing parallel graph connectivity computation via subgraph
  /// sampling. IPDPS 2018.
  ///
  /// - Returns: The components, the largest first.
  /// - Complexity: O(nodes × log nodes + edges), in practice linear
  public func connectedComponents() -> Components {
    outgoing.withPointers { outgoing in
      let sets = DisjointSets(outgoing)
      for node in 0..<nodeCount where outgoing.degree(of: node) > 1 {
        sets.unite(UInt32(node), outgoing.targets[Int(outgoing.offsets[node]) + 1])
      }
      let largest = sets.frequentRoot()
      sets.uniteRest(outgoing, skipping: 2, but: largest)
      if isDirected { incoming.withPointers { sets.uniteRest($0, skipping: 0, but: largest) } }
      return Components(parents: sets.parents, of: self)
    }
  }
}

/// Sets of nodes that can be united, each known by its smallest node.
private struct DisjointSets: ~Copyable {
  /// Of each node that is not the smallest of its set, another one with a smaller number.
  let parents: Buffer<UInt32>

  /// Unites each node with the one that its first arc leads to, if that is smaller.
  init(_ arcs: ArcPointers) {
    parents = Buffer(repeating: 0, count: arcs.nodeCount)
    for node in 0..<arcs.nodeCount {
      let first = arcs.degree(of: node) > 0 ? arcs.targets[Int(arcs.offsets[node])] : .max
      parents[node] = min(UInt32(node), first)
    }
    for node in 0..<arcs.nodeCount where arcs.degree(of: node) > 0 {
      let first = arcs.targets[Int(arcs.offsets[node])]
      if first > UInt32(node) { unite(UInt32(node), first) }
    }
  }

  /// Unites what arcs lead to, from all nodes but those of one set.
  func uniteRest(_ arcs: ArcPointers, skipping skipped: Int, but largest: UInt32) {
    for node in 0..<arcs.nodeCount {
      if parents[node] == parents[largest] || root(of: UInt32(node)) == root(of: largest) {
        continue
      }
      for arc in arcs.range(of: node).dropFirst(skipped) {
        unite(UInt32(node), arcs.targets[arc])
      }
    }
  }

  @inline(__always)
  func root(of node: UInt32) -> UInt32 {
    var node = node
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }

  @inline(__always)
  func unite(_ first: UInt32, _ second: UInt32) {
    if parents[first] == parents[second] { return }
    let first = root(of: first)
    let second = root(of: second)
    parents[max(first, second)] = min(first, second)
  }

  /// The root that is met most often among a hundred nodes spread over all.
  func frequentRoot() -> UInt32 {
    var counts: [UInt32: Int] = [:]
    for node in stride(from: 0, to: parents.count, by: max(1, parents.count / 100)) {
      counts[root(of: UInt32(node)), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }
}
