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
    let positions = Buffer(repeating: UInt32.max, count: labels.count)
    let groupOfNode = Buffer(labels)
    var counts: [Int] = []
    for node in 0..<labels.count {
      let label = groupOfNode[node]
      if positions[label] == .max {
        positions[label] = UInt32(counts.count)
        counts.append(0)
      }
      let group = positions[label]
      groupOfNode[node] = group
      counts[Int(group)] += 1
    }
    // They were found by their smallest node, and sorting is stable.
    let order = counts.indices.sorted { counts[$0] > counts[$1] }
    let ranks = Buffer(repeating: UInt32(0), count: counts.count)
    for (rank, group) in order.enumerated() { ranks[group] = UInt32(rank) }
    for node in 0..<labels.count { groupOfNode[node] = ranks[groupOfNode[node]] }
    sizes = order.map { counts[$0] }
    membership = groupOfNode.array
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
    let sets = DisjointSets(count: nodeCount)
    let (offsets, targets) = (outgoing.offsets, outgoing.targets)
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in
        for node in 0..<nodeCount {
          let start = Int(offsets[node])
          for arc in start..<min(start + 2, Int(offsets[node + 1])) {
            sets.unite(UInt32(node), targets[arc])
          }
        }
      }
    }
    let largest = sets.frequentRoot()
    for round in 0..<(isDirected ? 2 : 1) {
      let arcs = round == 0 ? outgoing : incoming
      let (offsets, targets) = (arcs.offsets, arcs.targets)
      offsets.withUnsafeBufferPointer { offsets in
        targets.withUnsafeBufferPointer { targets in
          for node in 0..<nodeCount
          where sets.root(of: UInt32(node)) != sets.root(of: largest) {
            let start = Int(offsets[node]) + (round == 0 ? 2 : 0)
            let end = Int(offsets[node + 1])
            if start >= end { continue }
            for arc in start..<end { sets.unite(UInt32(node), targets[arc]) }
          }
        }
      }
    }
    return Components(labels: sets.labels(), of: self)
  }
}

/// Sets of nodes that can be united, each known by its smallest node.
private struct DisjointSets: ~Copyable {
  private let parents: Buffer<UInt32>

  init(count: Int) {
    parents = Buffer(repeating: 0, count: count)
    for node in 0..<count { parents[node] = UInt32(node) }
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

  /// The root that is met most often among a thousand nodes spread over all.
  func frequentRoot() -> UInt32 {
    var counts: [UInt32: Int] = [:]
    for node in stride(from: 0, to: parents.count, by: max(1, parents.count / 1000)) {
      counts[root(of: UInt32(node)), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  func labels() -> [UInt32] {
    for node in 0..<parents.count { parents[node] = root(of: UInt32(node)) }
    return parents.array
  }
}
