public import GraphCore

/// The nodes of a graph in groups, each node in one.
///
/// The groups come largest first, those of one size by their smallest node.
public struct Components: Equatable, Sendable {
  /// The groups, each in ascending order of nodes.
  public let groups: [[NodeID]]

  private let numbering: DenseNumbering
  private let membership: [Int]

  /// Orders groups of nodes.
  ///
  /// - Parameters:
  ///   - labels: For each node, the label of its group, below the number of nodes.
  ///   - graph: The graph.
  init(labels: [UInt32], of graph: FrozenGraph) {
    var positions = [Int](repeating: -1, count: labels.count)
    var found: [[NodeID]] = []
    for (node, label) in labels.enumerated() {
      if positions[Int(label)] < 0 {
        positions[Int(label)] = found.count
        found.append([])
      }
      found[positions[Int(label)]].append(graph.node(at: node))
    }
    // They were found by their smallest node, and sorting is stable.
    let order = found.indices.sorted { found[$0].count > found[$1].count }
    var ranks = [Int](repeating: 0, count: found.count)
    for (rank, position) in order.enumerated() {
      ranks[position] = rank
    }
    groups = order.map { found[$0] }
    membership = labels.map { ranks[positions[Int($0)]] }
    numbering = graph.nodeNumbering
  }

  /// How many groups there are.
  ///
  /// - Complexity: O(1)
  public var count: Int { groups.count }

  /// The largest group; empty if there are no nodes.
  ///
  /// - Complexity: O(1)
  public var largest: [NodeID] { groups.first ?? [] }

  /// The position in ``groups`` of the group that a node is in.
  ///
  /// - Precondition: The node was in the graph.
  /// - Complexity: O(1)
  public subscript(node: NodeID) -> Int {
    guard let index = numbering.number(of: node.rawValue) else {
      preconditionFailure("The node was not in the graph.")
    }
    return membership[index]
  }
}

extension FrozenGraph {
  /// The connected components, without regard to the direction of edges.
  ///
  /// Two nodes are in the same component if edges lead from one to the other, whichever way they
  /// point. Self-loops and parallel edges make no difference; a node without edges is a component.
  ///
  /// Found by uniting sets of nodes (Galler, Fischer 1964).
  ///
  /// - Returns: The components, the largest first.
  /// - Complexity: O(nodes × log nodes + edges), in practice linear
  public func connectedComponents() -> Components {
    let (offsets, targets) = (outgoing.offsets, outgoing.targets)
    var parents = (0..<UInt32(nodeCount)).map { $0 }
    func root(of node: UInt32) -> UInt32 {
      var node = node
      while parents[Int(node)] != node {
        parents[Int(node)] = parents[Int(parents[Int(node)])]
        node = parents[Int(node)]
      }
      return node
    }
    for node in 0..<nodeCount {
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let first = root(of: UInt32(node))
        let second = root(of: targets[arc])
        parents[Int(max(first, second))] = min(first, second)
      }
    }
    return Components(labels: (0..<UInt32(nodeCount)).map { root(of: $0) }, of: self)
  }
}
