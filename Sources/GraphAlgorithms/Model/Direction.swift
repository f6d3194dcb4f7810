internal import GraphCore

/// Which way edges are followed.
///
/// In an undirected graph every direction is the same.
public enum Direction: Hashable, Sendable, CaseIterable {
  /// From source to target.
  case outgoing
  /// From target to source.
  case incoming
  /// Both ways.
  case either
}

extension FrozenGraph {
  /// The arcs to follow.
  ///
  /// - Complexity: O(1), but O(nodes + edges) for either direction of a directed graph
  func arcs(_ direction: Direction) -> Arcs {
    switch direction {
    case .outgoing: outgoing
    case .incoming: incoming
    case .either: undirected.outgoing
    }
  }

  /// The number of a node that has to be in the graph.
  func requiredIndex(of node: NodeID) -> Int {
    guard let index = index(of: node) else {
      preconditionFailure("The node is not in the graph.")
    }
    return index
  }
}
